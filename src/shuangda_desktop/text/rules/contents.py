"""Rule: the table of contents before a plan, whose lines come again as headings."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from shuangda_desktop.text.chars import BLANK
from shuangda_desktop.text.lines import TextLine, text_lines
from shuangda_desktop.text.mapped import Edit
from shuangda_desktop.text.rules.pages import removals

RULE = "contents"
_HEAD = re.compile(f"目[{BLANK}]{{0,8}}[录次]")
_LEADERS = "[.\uff0e\u00b7\u2025\u2026\u22ef_\\-]"
_PAGE = "[(\uff08]?[0-9\uff10-\uff19]{1,3}[)\uff09]?"
_PAGED = re.compile(f"{_LEADERS}[{BLANK}]?{_PAGE}$")  # how they all end, quick to see
_WIDEST_PAGE = 7
_LED = re.compile(f"(?:{_LEADERS}[{BLANK}]?){{3,200}}{_PAGE}$|\u2026{{2,80}}{_PAGE}$")
_TAIL = re.compile(f"(?:[{BLANK}]|{_LEADERS}){{0,200}}(?:{_PAGE})?$")
_ROMAN = re.compile("[IVXivx\u2160-\u216b]{1,5}")
_BLANKS = re.compile(f"[{BLANK}]+")
_FEWEST = 3  # lines, with the head


def remove_contents(text: str) -> Iterable[Edit]:
    """Edits that take out a table of contents, with its head and the number of its page."""
    if "目" not in text and "\u2026" not in text and "..." not in text:
        return ()
    lines = text_lines(text)
    marks = sorted(set(_contents(lines)))
    return list(removals(text, lines, marks, RULE))


def _contents(lines: Sequence[TextLine]) -> Iterator[int]:
    """The indexes of the lines of contents."""
    heads = {at for at, line in enumerate(lines) if _HEAD.fullmatch(line.text)}
    openings = sorted(_BLANKS.sub("", line.text) for line in lines) if heads else []
    at = 0
    while at < len(lines):
        headed = at in heads
        end = _end(lines, at + headed, openings if headed else [])
        if end - at >= _FEWEST:
            yield from range(at, end + _has_page(lines, end))
        at = max(end, at + 1)


def _end(lines: Sequence[TextLine], first: int, openings: Sequence[str]) -> int:
    """The index after the lines that lead to a page; the first that comes again begins the body."""
    seen: set[str] = set()
    for at in range(first, len(lines)):
        line = lines[at].text
        led = _PAGED.search(line, max(0, len(line) - _WIDEST_PAGE)) and _LED.search(line)
        if not led and not openings:  # as nearly every line: no other line is looked at again
            return at
        words = _BLANKS.sub("", _TAIL.sub("", line))
        if words in seen or not (led or _comes_again(words, openings)):
            return at
        seen.add(words)
    return len(lines)


def _comes_again(words: str, openings: Sequence[str]) -> bool:
    """Whether two lines begin with these words: that of the contents and the heading itself."""
    second = bisect_left(openings, words) + 1
    return second < len(openings) and openings[second].startswith(words)


def _has_page(lines: Sequence[TextLine], at: int) -> bool:
    return at < len(lines) and bool(_ROMAN.fullmatch(lines[at].text))
