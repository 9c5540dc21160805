"""Signatures with their date, and dates that nobody signed, glued to the words before them."""

import re
from collections.abc import Iterator

from shuangda_desktop.plan.duties.unit_names import looks_like_unit
from shuangda_desktop.plan.measures.dates import DATE, may_end_in_date
from shuangda_desktop.plan.structure.keys import ANY_KEY
from shuangda_desktop.text.chars import HAN, ROPEN

_AT_END = re.compile(
    f"[\u3002{ROPEN}]\\s?(?P<who>[{HAN}\u201c\u201d]{{3,40}}?)\\s?(?:{DATE.pattern})$"
)
_DATED = re.compile(f"(?<=\u3002)\\s?(?:{DATE.pattern})$")
_WITHIN = re.compile(
    f"(?<=[\u3002{ROPEN}\\s])(?P<who>[{HAN}\u201c\u201d]{{3,40}}?)\\s?(?:{DATE.pattern})(?=[\\s({HAN}\u201c]|$)"
)
_ANY_KEY = re.compile(f"(?:{ANY_KEY})\\s?:")
_LONGEST_SIGNATURE = 80


def signature(flat: str) -> Iterator[int]:
    """Where a signature with its date is glued to the end of a line."""
    start = max(0, len(flat) - _LONGEST_SIGNATURE)
    match = _AT_END.search(flat, start) if may_end_in_date(flat) else None
    if match and looks_like_unit(match["who"]):
        yield match.start("who")


def date_alone(flat: str, begin: int) -> Iterator[int]:
    """Where the date of issue, signed by nobody, is glued to what begins there; no value of a key is."""
    start = max(begin, len(flat) - _LONGEST_SIGNATURE)
    match = _DATED.search(flat, start) if may_end_in_date(flat) else None
    if match and not _ANY_KEY.search(flat, begin):
        yield match.start()


def signatures_within(flat: str, start: int, end: int) -> Iterator[int]:
    """Where a signature with its date begins and ends."""
    for match in _WITHIN.finditer(flat, start, end):
        if looks_like_unit(match["who"]):
            yield from match.span()
