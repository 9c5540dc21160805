"""Rule: signs that a site dropped from dates and document numbers.

2018626 can only be 2018年6月26日 and is restored; 2018111 reads two ways and is left for the clerk.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.text.chars import BLANK, DIGIT, HAN, RPAREN, SPACE
from shuangda_desktop.text.doubts import Doubt
from shuangda_desktop.text.mapped import Edit, Span
from shuangda_desktop.text.punctuation import narrow, widen

RULE = "dates"
NUMBER_RULE = "document_number"
_YEAR = "20[0-3][0-9]"
# what all that is looked for begins with: a year, and right behind it a digit or one half of a bracket
_CUE = re.compile(
    f"[2\uff12](?=[0\uff10][{DIGIT}]{{2}}(?:[{DIGIT}]|(?<=[发办函字政文规].{{4}})\u3015))"
)
# a date stands alone in its line: digits in a sentence may be anything
_ALONE = re.compile(f"(?m)({_YEAR})([0-9]{{2,4}})[{BLANK}]{{0,200}}$")
# … or says until when: 于2018626前完成
_UNTIL = re.compile(f"({_YEAR})(?<![0-9].{{4}})([0-9]{{3,4}})(?=[之以]?前(?!后)|止)")
_AFTER = f"(?=[{BLANK}]{{0,9}}(?:$|[{RPAREN}\u300b\u3002\u3001,;]))"
# the bracket after the year, or it and the sign of the number, are gone
_CLOSED = re.compile(
    f"(?m)(?<=[{HAN}{SPACE}])\u3014({_YEAR})([1-9][0-9]{{0,3}})(?:\u53f7|(?![0-9]){_AFTER})"
)
_OPENED = re.compile(
    f"(?<=[发办函字政文规])({_YEAR})\u3015[{SPACE}]{{0,3}}([1-9][0-9]{{0,3}})\u53f7"
)


# both brackets are gone, or a zero stands where no number begins
_BARE = re.compile(f"(?<=[发办函字政文规])\u3014?({_YEAR})(?!\u3015)(0?[1-9][0-9]{{0,3}})\u53f7")
_SATURDAY = 5


def restore_dates(text: str) -> Iterable[Edit]:
    """Edits that give stripped dates and document numbers their signs again."""
    if not _CUE.search(text):
        return []
    flat = narrow(text)
    return [*_dates(flat), *_document_numbers(flat)]


def _document_numbers(text: str) -> Iterator[Edit]:
    for bracket, pattern in (("\u3014", _CLOSED), ("\u3015", _OPENED)):
        for found in pattern.finditer(text) if bracket in text else ():
            number = f"\u3014{found[1]}\u3015{found[2]}号"
            yield Edit(Span(*found.span()), number, NUMBER_RULE)


def _dates(text: str) -> Iterator[Edit]:
    for span, readings in _stripped(text):
        if len(readings) == 1 and readings[0].day:
            yield Edit(span, str(readings[0]), RULE)


def doubt_dates(text: str) -> Iterable[Doubt]:
    """Dates that read two ways, and document numbers of which too much is gone."""
    if not _CUE.search(text):
        return []
    flat = narrow(text)
    return [*_two_ways(flat), *_bare_numbers(flat)]


def _two_ways(text: str) -> Iterator[Doubt]:
    for span, readings in _stripped(text):
        if len(readings) > 1 or (readings and not readings[0].day):
            likely = sorted(readings, key=_Day.is_weekend)
            rest = any(map(_Day.is_weekend, readings))
            evidence = (
                "\u201c年月日\u201d三字丢失\uff0c这串数字有不止一种读法"
                if len(likely) > 1
                else "这串数字像是丢了\u201c年月\u201d二字"
            )
            more = (
                "\uff1b公文多在工作日印发\uff0c周末的读法排在后面"
                if rest and len(likely) > 1
                else ""
            )
            yield Doubt(RULE, span, tuple(map(str, likely)), widen(f"{evidence}{more}。"))


def _bare_numbers(text: str) -> Iterator[Doubt]:
    for found in _BARE.finditer(text):
        year, digits = found[1], found[2]
        number = f"\u3014{year}\u3015{digits.lstrip('0')}号"
        others = (f"\u3014{year}\u3015{digits}号",) if digits[0] == "0" else ()
        evidence = "发文字号的年份括号丢失\uff0c年份与序号连在一起。"
        yield Doubt(NUMBER_RULE, Span(*found.span()), (number, *others), widen(evidence))


@dataclass(frozen=True, slots=True)
class _Day:
    """A day that digits may mean, or a month where the day is 0."""

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        return f"{self.year}年{self.month}月" + (f"{self.day}日" if self.day else "")

    def is_weekend(self) -> bool:
        """Whether offices were closed on it."""
        return self.day > 0 and date(self.year, self.month, self.day).weekday() >= _SATURDAY


def _stripped(text: str) -> Iterator[tuple[Span, list[_Day]]]:
    """The digits that stand alone in a line or before 前, with the days that they may mean."""
    for found in _ALONE.finditer(text):
        if not text[text.rfind("\n", 0, found.start()) + 1 : found.start()].strip():
            year = int(found[1])
            days = [_Day(year, month, day) for month, day in _readings(year, found[2])]
            yield Span(found.start(1), found.end(2)), days
    for found in _UNTIL.finditer(text):
        year = int(found[1])
        days = [_Day(year, month, day) for month, day in _readings(year, found[2])]
        yield Span(found.start(1), found.end(2)), days


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
