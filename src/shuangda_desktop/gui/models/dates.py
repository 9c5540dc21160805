"""Dates as a clerk types them."""

import re
import unicodedata
from calendar import monthrange
from datetime import date

_FULL = re.compile(r"(\d{4})[-./\u5e74](\d{1,2})[-./\u6708](\d{1,2})\u65e5?")
_DAY = re.compile(r"(\d{1,2})[-./\u6708](\d{1,2})[\u65e5\u53f7]?")
_MONTH = re.compile(r"(?:(\d{4})\u5e74)?(\d{1,2})\u6708[\u5e95\u672b\u4efd]?[\u5e95\u672b]?\u524d?")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_ENDS = {
    "年底": 12, "年末": 12, "年内": 12, "全年": 12, "年中": 6, "上半年": 6, "下半年": 12,
    "一季度": 3, "二季度": 6, "三季度": 9, "四季度": 12,
}  # fmt: skip


def read_date(typed: str, year: int) -> date | None:
    """The day that is meant; a date without a year falls into ``year``. None where unreadable."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", typed))
    for pattern in (_FULL, _DIGITS):
        if found := pattern.fullmatch(text):
            return _day(*(int(part) for part in found.groups()))
    if found := _DAY.fullmatch(text):
        return _day(year, int(found[1]), int(found[2]))
    if found := _MONTH.fullmatch(text):
        return month_end(int(found[1] or year), int(found[2]))
    return _period_end(text, year)


def month_end(year: int, month: int) -> date | None:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 else None


def in_words(day: date) -> str:
    """A day as it stands in a sentence: 6月30日."""
    return f"{day.month}\u6708{day.day}\u65e5"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _period_end(text: str, year: int) -> date | None:
    for word in ("前", "今年", "本年", "第"):
        text = text.removesuffix(word).removeprefix(word)
    month = _ENDS.get(text)
    return month_end(year, month) if month else None
