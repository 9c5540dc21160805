"""The day until which a phrase says something is to be done."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from shuangda_desktop.plan.measures.dates import make_date, month_end
from shuangda_desktop.text.numerals import to_int


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a date without a year is counted from."""

    year: int | None
    issued_on: date | None = None


ReadDay = Callable[[re.Match[str], Calendar], date | None]
_PLANS = {
    "十一五": 2010,
    "十二五": 2015,
    "十三五": 2020,
    "十四五": 2025,
    "十五五": 2030,
    "十六五": 2035,
}
_FRIDAY = 4
_NEXT = ("明", "次", "翌")  # year
_FEASTS = {  # the last day before it
    "五一": (4, 30),
    "劳动": (4, 30),
    "六一": (5, 31),
    "儿童": (5, 31),
    "高考": (6, 6),
    "七一": (6, 30),
    "八一": (7, 31),
    "教师": (9, 9),
    "国庆": (9, 30),
    "十一": (9, 30),
    "元旦": (12, 31),
}
LAST_OF_FEASTS = '[一节庆旦考假期来"\u201d]'  # how their names end: 国庆节, “五一”, 国庆假期
_PARTS = {"上旬": 10, "初": 10, "中旬": 20}


def _year(match: re.Match[str], calendar: Calendar) -> int | None:
    """The year that is named, or the plan's."""
    named = match["y"]
    if named in _NEXT:
        return calendar.year + 1 if calendar.year else None
    return to_int(named) if named and len(named) == 4 else calendar.year


def day_of(match: re.Match[str], calendar: Calendar) -> date | None:
    """The day that is named: 6月20日前."""
    return make_date(_year(match, calendar), to_int(match["m"]), to_int(match["d"]))


def month_of(match: re.Match[str], calendar: Calendar) -> date | None:
    """The end of a month or of a part of it: 6月底, 6月上旬."""
    year, month = _year(match, calendar), to_int(match["m"]) or 0
    day = _PARTS.get(match["part"] or "")
    return make_date(year, month, day) if day else month_end(year or 0, month)


def year_end_of(match: re.Match[str], calendar: Calendar) -> date | None:
    """The last day of the year: 年内, 2025年底前."""
    return make_date(_year(match, calendar), 12, 31)


def later_year_end_of(match: re.Match[str], calendar: Calendar) -> date | None:
    """The end of a year that is named alone, where it is none of those that a plan is for anyway."""
    year = _year(match, calendar)
    return make_date(year, 12, 31) if year and calendar.year and year > calendar.year else None


def middle_of(match: re.Match[str], calendar: Calendar) -> date | None:
    """The middle of the year: 年中前."""
    return make_date(_year(match, calendar), 6, 30)


def eve_of(match: re.Match[str], calendar: Calendar) -> date | None:
    """The day before a feast that is on the same day each year: 国庆节前; 2027年元旦前 is still in 2026."""
    (month, day), year = _FEASTS[match["feast"]], _year(match, calendar)
    named = match["y"] not in (None, "今", "本", "当")
    return make_date(year - 1 if year and named and month == 12 else year, month, day)


def quarter_of(match: re.Match[str], calendar: Calendar) -> date | None:
    """The last day of a quarter: 二季度末."""
    return month_end(_year(match, calendar) or 0, (to_int(match["q"]) or 0) * 3)


def half_of(match: re.Match[str], calendar: Calendar) -> date | None:
    """The last day of a half of the year: 上半年内."""
    return month_end(_year(match, calendar) or 0, 6 if match["half"] == "上" else 12)


def five_years_end_of(match: re.Match[str], calendar: Calendar) -> date | None:
    """The last day of the five years of a national plan: 十四五期间."""
    return date(_PLANS[match["plan"]], 12, 31)


def range_end_of(match: re.Match[str], calendar: Calendar) -> date | None:
    """The last day of a range: 3月至5月, 2023年3月1日至6月30日, 8月初至9月中旬, 11月至次年1月.

    None where it lies in the year before: 较去年11月至1月 compares with it.
    """
    if match.string.endswith(("去年", "上年"), 0, match.start()):
        return None
    month = to_int(match["m2"]) or 0
    year = _end_year(match, calendar)
    day = to_int(match["d2"]) if match["d2"] else _PARTS.get(match["part2"] or "")
    return make_date(year, month, day) if day else month_end(year or 0, month)


def _end_year(match: re.Match[str], calendar: Calendar) -> int | None:
    """The year in which a range of months ends."""
    begun, ended = _year(match, calendar), match["y2"]
    if ended and ended not in _NEXT:
        return to_int(ended)
    over = (to_int(match["m1"]) or 0) > (to_int(match["m2"]) or 0)
    if begun is None or not (over or ended):
        return begun
    if match["y"] or ended or not calendar.issued_on:
        return begun + 1
    return _turn_of_year(begun, calendar.issued_on, to_int(match["m2"]) or 0)


def _turn_of_year(year: int, issued: date, month: int) -> int:
    """The year after the turn that a range is about, which ends in ``month``.

    A paper that is sent in January is about the turn just past, one of December for the next year about
    the next.
    """
    begun = min(year, issued.year)
    return begun if issued.month <= month else begun + 1


def day_after_issue(match: re.Match[str], calendar: Calendar) -> date | None:
    """The day so long after the plan was issued: 印发之日起30日内; None where that is not known."""
    number = to_int(match["n"]) or 0
    if not calendar.issued_on or not 0 < number < 1000:
        return None
    if match["unit"] == "个工作日":
        return _workday(calendar.issued_on, number)
    if "月" not in match["unit"]:
        return calendar.issued_on + timedelta(days=number)
    months = calendar.issued_on.month - 1 + number
    end = month_end(calendar.issued_on.year + months // 12, months % 12 + 1)
    return end and end.replace(day=min(calendar.issued_on.day, end.day))


def _workday(day: date, number: int) -> date:
    """So many days from Monday to Friday later: holidays, which only make it later, are not known."""
    weeks, rest = divmod(number + min(day.weekday(), _FRIDAY), 5)
    monday = day - timedelta(days=day.weekday())
    return monday + timedelta(days=7 * weeks + rest)
