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
# what all that is looked for begins with: a year, and right behind it a digit or one half of a bracket;
# or the end of a month that has lost its sign
CUE = re.compile(
    f"[2\uff12](?=[0\uff10][{DIGIT}]{{2}}(?:[{DIGIT}]|(?<=[发办函字政文规].{{4}})\u3015))|底(?<=[{DIGIT}].)|[{SPACE}]底(?<=[{DIGIT}]..)"
)
# 6底前 can only be 6月底前
_NO_MONTH = re.compile(
    f"(?<![0-9.-])(?:1[0-2]|[1-9])(?=[{SPACE}]?底(?:[之以]?前|完成|$|[{RPAREN}\u3002\u3001,;\n]))"
)
# a date stands alone in its line: digits in a sentence may be anything
_ALONE = re.compile(f"(?m)({_YEAR})([0-9]{{2,4}})[{BLANK}]{{0,200}}$")
# … or says until when: 于2018626前完成
_UNTIL = re.compile(f"({_YEAR})(?<![0-9].{{4}})([0-9]{{3,4}})(?=[之以]?前(?!后)|止)")
# … or is a whole day with both its month and its day in two digits, or stands behind such a word
_WHOLE = re.compile(
    f"({_YEAR})(?<![0-9A-Za-z.-].{{4}})((?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))(?![0-9A-Za-z.元家件个起次万人-])"
)
_NO_DAY = re.compile("(?:电话|传真|号码|编号|热线|邮箱|QQ).{0,2}$")
_SAYS_WHEN = re.compile(
    f"({_YEAR})(?<=[于至到为自从].{{4}})([0-9]{{2,4}})(?![0-9A-Za-z.年月日%万家件起个次])"
)
_AFTER = f"(?=[{BLANK}]{{0,9}}(?:$|[{RPAREN}\u300b\u3002\u3001,;]))"
# the bracket after the year, or it and the sign of the number, are gone
_CLOSED = re.compile(
    f"(?m)\u3014(?<=[{HAN}{SPACE}].)({_YEAR})([1-9][0-9]{{0,3}})(?:\u53f7|(?![0-9]){_AFTER})"
)
_OPENED = re.compile(
    f"({_YEAR})(?<=[发办函字政文规].{{4}})\u3015[{SPACE}]{{0,3}}([1-9][0-9]{{0,3}})\u53f7"
)


# both brackets are gone, or a zero stands where no number begins
_BARE = re.compile(f"(?<=[发办函字政文规])\u3014?({_YEAR})(?!\u3015)(0?[1-9][0-9]{{0,3}})\u53f7")
_SATURDAY = 5
_DIGITS = 2  # of a day
_SHORT = 6
_HEAD = 1000  # characters within which a document says its number
_MOST_A_DAY = 2


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
    for span, readings in _stripped(text):
        if len(readings) == 1 and readings[0].day:
            yield Edit(span, str(readings[0]), RULE)


def doubt_dates(text: str) -> Iterable[Doubt]:
    """Dates that read two ways, and document numbers of which too much is gone."""
    flat = narrow(text)
    return [*_two_ways(flat), *_bare_numbers(flat), *_months(flat)]


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


def _months(text: str) -> Iterator[Doubt]:
    for found in _NO_MONTH.finditer(text) if "底" in text else ():
        evidence = "数字与\u201c底\u201d之间像是丢了\u201c月\u201d字。"
        yield Doubt(RULE, Span(*found.span()), (f"{found[0]}月",), widen(evidence))


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

    def allows(self, issued: int) -> bool:
        """Whether an office can have issued so many documents by then: no 117 by the 26th of January."""
        if not self.day:
            return True
        return issued <= date(self.year, self.month, self.day).timetuple().tm_yday * _MOST_A_DAY


def _stripped(text: str) -> Iterator[tuple[Span, list[_Day]]]:
    """The digits that stand alone in a line or before 前, with the days that they may mean."""
    for found in _ALONE.finditer(text):
        if not text[text.rfind("\n", 0, found.start()) + 1 : found.start()].strip():
            year = int(found[1])
            days = [_Day(year, month, day) for month, day in _readings(year, found[2])]
            issued = _issued(text, year) if len(days) > 1 else 0
            yield Span(found.start(1), found.end(2)), [d for d in days if d.allows(issued)] or days
    seen: set[int] = set()
    for found in (*_UNTIL.finditer(text), *_inside(text)):
        if found.start() in seen:
            continue
        seen.add(found.start())
        year = int(found[1])
        days = [_Day(year, month, day) for month, day in _readings(year, found[2])]
        yield Span(found.start(1), found.end(2)), days


def _issued(text: str, year: int) -> int:
    """The number that the document has among those of its year; 0 where none is told."""
    found = re.search(f"\u3014{year}\u3015?([1-9][0-9]{{0,3}})号", text[:_HEAD])
    return int(found[1]) if found else 0


def _inside(text: str) -> Iterator[re.Match[str]]:
    """The digits within a line that can hardly be anything but a day."""
    for found in (*_WHOLE.finditer(text), *_SAYS_WHEN.finditer(text)):
        end = text.find("\n", found.end())
        line = text[text.rfind("\n", 0, found.start()) + 1 : end if end >= 0 else len(text)]
        before = text[max(0, found.start() - _SHORT) : found.start()]
        if line.strip() != found[0] and not _NO_DAY.search(before):
            yield found


def _readings(year: int, digits: str) -> Iterator[tuple[int, int]]:
    """The (month, day) that digits without signs may say."""
    if len(digits) == 2 and 10 <= int(digits) <= 12:
        yield int(digits), 0  # a month without its day is a reading too
    for cut in (1, 2):
        month, day = digits[:cut], digits[cut:]
        if len(day) > _DIGITS or (len(digits) < 4 and "0" in (month[:1], day[:1])):
            continue  # official dates have no leading zero, unless both are written with two digits
        if len(day) in (1, 2) and _is_day(year, int(month), int(day)):
            yield int(month), int(day)


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
