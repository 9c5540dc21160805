"""Dates as documents write them: 2018年6月26日, 二〇一八年…, 2018-06-26, 20180626."""

import calendar
import re
from datetime import date

from shuangda_desktop.text.numerals import to_int

HAN_DIGIT = (
    "[\u3007\u25cb零一二三四五六七八九0Oo\u039f\u03bf\u041e\uff2f]"  # 二00八, also with letters
)
# every way begins with a character of its own: a search can pass over all others
YEAR = rf"(?:19\d\d|20\d\d|一{HAN_DIGIT}{{3}}|二{HAN_DIGIT}{{3}})"
SMALL = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})"
_FULL = rf"(?P<y>{YEAR})\s?年\s?(?P<m>{SMALL})\s?月\s?(?P<d>{SMALL})\s?日"
_SPLIT = r"(?P<y2>(?:19|20)\d\d)(?P<s>[-/.])(?P<m2>\d{1,2})(?P=s)(?P<d2>\d{1,2})"
_SOLID = r"(?P<solid>20\d{4,6})"
DATE = re.compile(f"{_FULL}|{_SPLIT}|(?<!\\d){_SOLID}(?!\\d)")


def may_end_in_date(text: str) -> bool:
    """Whether a text ends as dates do; most do not, which is faster told."""
    return text.endswith("日") or text[-1:].isdecimal()


def make_date(year: int | None, month: int | None, day: int | None) -> date | None:
    """The date, or None where there is no such day."""
    try:
        return date(year or 0, month or 0, day or 0)
    except ValueError:
        return None


def month_end(year: int, month: int) -> date | None:
    """The last day of a month."""
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        return None
    return date(year, month, calendar.monthrange(year, month)[1])


def read_date(match: re.Match[str]) -> date | None:
    """The date that a match of DATE says; None where it says none or more than one."""
    if match["solid"]:
        days = solid_dates(match["solid"])
        return days[0] if len(days) == 1 else None
    names = ("y", "m", "d") if match["y"] else ("y2", "m2", "d2")
    return make_date(*(to_int(match[name]) for name in names))


def solid_dates(digits: str) -> list[date]:
    """Every date that digits without 年月日 can mean: 2018626 one, 2018111 two."""
    year, rest = int(digits[:4]), digits[4:]
    cuts = [2] if len(rest) == 4 else range(1, len(rest))
    found = (
        make_date(year, int(rest[:cut]), int(rest[cut:]))
        for cut in cuts
        if rest[cut:][0] != "0" or len(rest) == 4
    )
    return [day for day in found if day]
