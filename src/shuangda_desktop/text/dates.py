"""Rule: signs that a site dropped from dates and document numbers.

2018626 can only be 2018年6月26日 and is restored; 2018111 reads two ways and is left for the clerk.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator

from shuangda_desktop.text.chars import BLANK, HAN, RPAREN, SPACE
from shuangda_desktop.text.mapped import Edit, Span
from shuangda_desktop.text.punctuation import narrow

RULE = "dates"
NUMBER_RULE = "document_number"
_YEAR = "20[0-3][0-9]"
# a date stands alone in its line: digits in a sentence may be anything
_ALONE = re.compile(f"(?m)({_YEAR})([0-9]{{2,4}})[{BLANK}]{{0,200}}$")
_AFTER = f"(?=[{BLANK}]{{0,9}}(?:$|[{RPAREN}\u300b\u3002\u3001,;]))"
# the bracket after the year, or it and the sign of the number, are gone
_CLOSED = re.compile(
    f"(?m)(?<=[{HAN}{SPACE}])\u3014({_YEAR})([1-9][0-9]{{0,3}})(?:\u53f7|(?![0-9]){_AFTER})"
)
_OPENED = re.compile(
    f"(?<=[发办函字政文规])({_YEAR})\u3015[{SPACE}]{{0,3}}([1-9][0-9]{{0,3}})\u53f7"
)


def restore_dates(text: str) -> Iterable[Edit]:
    """Edits that give stripped dates and document numbers their signs again."""
    flat = narrow(text)
    return [*_dates(flat), *_document_numbers(flat)]


def _document_numbers(text: str) -> Iterator[Edit]:
    for bracket, pattern in (("\u3014", _CLOSED), ("\u3015", _OPENED)):
        for found in pattern.finditer(text) if bracket in text else ():
            number = f"\u3014{found[1]}\u3015{found[2]}号"
            yield Edit(Span(*found.span()), number, NUMBER_RULE)


def _dates(text: str) -> Iterator[Edit]:
    for found in _ALONE.finditer(text):
        if text[text.rfind("\n", 0, found.start()) + 1 : found.start()].strip():
            continue
        readings = list(_readings(int(found[1]), found[2]))
        if len(readings) == 1:
            month, day = readings[0]
            span = Span(found.start(1), found.end(2))
            yield Edit(span, f"{found[1]}年{month}月{day}日", RULE)


def _readings(year: int, digits: str) -> Iterator[tuple[int, int]]:
    """The (month, day) that digits without signs may say."""
    if len(digits) == 2 and 10 <= int(digits) <= 12:
        yield int(digits), 0  # a month without its day is a reading too
    for cut in (1, 2):
        month, day = digits[:cut], digits[cut:]
        if len(digits) < 4 and "0" in (month[:1], day[:1]):
            continue  # official dates have no leading zero, unless both are written with two digits
        if day and _is_day(year, int(month), int(day)):
            yield int(month), int(day)


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
