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
# 2026.3, 2026.11.1-12.20: the second of two days may leave out the year
_DOTTED = re.compile(
    r"(?<![\d.])(?P<y>20\d\d)(?P<s>[-/.])(?P<m>1[0-2]|0?[1-9])(?:(?P=s)(?P<d>[0-3]?\d))?(?![\d./])"
    r"(?P<to>[-\u2014\u2013~至到]{1,2}(?P<m2>[0-3]?\d)(?:[/.](?P<d2>[0-3]?\d))?(?![\d./]))?"
)

# 12.31, 11.1-12.20: days only where nothing else stands
_SHORT = re.compile(
    r"(1[0-2]|0?[1-9])[./]([0-3]?\d)(?:[-\u2014\u2013~至到]{1,2}(1[0-2]|0?[1-9])[./]([0-3]?\d))?(?=(?:[之以]?前)?$)"
)


def may_end_in_date(text: str) -> bool:
    """Whether a text ends as dates do; most do not, which is faster told."""
    return text.endswith("日") or text[-1:].isdecimal()


def spelled(words: str) -> str:
    """The words of a time with months and days in figures written out: 2026.3-2026.4 as 2026年3月-2026年4月."""
    if short := _SHORT.match(words):
        days = [
            f"{month}月{day}日" for month, day in (short.groups()[:2], short.groups()[2:]) if day
        ]
        return "-".join(days) + words[short.end() :]
    return _DOTTED.sub(_spelled, words) if "20" in words else words


def _spelled(match: re.Match[str]) -> str:
    day = f"{match['d']}日" if match["d"] else ""
    return f"{match['y']}年{match['m']}月{day}{_until(match) if match['to'] else ''}"


def _until(match: re.Match[str]) -> str:
    """The end of a span in figures: a day of another month, a day of the same, or a month."""
    if match["d2"]:
        return f"-{match['m2']}月{match['d2']}日"
    return f"-{match['m2']}日" if match["d"] else f"-{match['m2']}月"


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
