"""A title for each measure: its heading, its short first sentence, or its first words."""

import re
from collections.abc import Iterator

from shuangda_desktop.text.punctuation import narrow

LONGEST = 20
_SENTENCE = re.compile("[\u3002;!?]")
_PHRASE = re.compile("[,:、\u3002;!?]")
_QUOTE = re.compile('[\u201c"\u300a]')


def title_of(text: str, heading: str, first: bool) -> str:
    """The title of a measure; ``first`` where it is the first one under its heading."""
    if first and heading:
        return heading
    flat = narrow(text)
    stop = _SENTENCE.search(flat)
    if stop and 4 <= stop.start() <= LONGEST and len(flat) > stop.end() + 4:
        return text[: stop.start()]
    return _phrase(text, flat)


def _phrase(text: str, flat: str) -> str:
    """As many whole phrases from the beginning as fit, else the first characters."""
    whole = len(flat.rstrip("\u3002;!?"))
    if whole <= LONGEST:
        return text[:whole]
    ends = [end for end in _phrase_ends(flat) if 4 <= end <= LONGEST]
    return text[: ends[-1]] if ends else text[:LONGEST]


def _phrase_ends(flat: str) -> Iterator[int]:
    """Ends of phrases that open no bracket or quotation they do not close."""
    for match in _PHRASE.finditer(flat, 0, LONGEST + 1):
        head = flat[: match.start()]
        if head.count("\u201c") == head.count("\u201d") and head.count("(") == head.count(")"):
            yield match.start()
