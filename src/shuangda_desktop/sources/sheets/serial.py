"""Numbers of a sheet as the sheet shows them: dates, shares, plain ones."""

import re
from datetime import datetime, timedelta
from functools import lru_cache

_UNSAID = re.compile(r"\[[^\]]{0,40}\]|\\.|_.|\*.")  # conditions, single signs, fillings
_MARKED = re.compile(r'"([^"]{0,20})"')
_DAY = re.compile("d|日")
_MONTH = re.compile("y|年|m{3}|月")
_CLOCK = re.compile("h|s|时|分")
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet's dates have no zone
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_MOST_DAYS = 2_958_465  # the year 9999
BUILT_IN = {
    9: "0%", 10: "0%", 14: "y-m-d", 15: "y-m-d", 16: "m-d", 17: "y-m", 18: "h:m", 19: "h:m",
    20: "h:m", 21: "h:m", 22: "y-m-d h:m", 27: "y年m月", 28: "m月d日", 29: "m月d日", 30: "y-m-d",
    31: "y年m月d日", 32: "h:m", 33: "h:m", 34: "h:m", 35: "h:m", 36: "y年m月", 45: "h:m",
    46: "h:m", 47: "h:m", 50: "y年m月", 51: "m月d日", 52: "y年m月", 53: "m月d日", 54: "m月d日",
    55: "h:m", 56: "h:m", 57: "y年m月", 58: "m月d日",
}  # fmt: skip


def shown(number: float, code: str, from_1904: bool = False) -> str:
    """The text of a number in a cell with that format."""
    marks, of_time = _understood(code)
    if "%" in marks:
        return f"{number * 100:.10g}%"
    return _moment(number, marks, from_1904) if of_time else f"{number:.15g}"


@lru_cache(maxsize=64)  # a sheet has few formats and many numbers
def _understood(code: str) -> tuple[str, bool]:
    """What a format shows beside the number, in small letters, and whether it is a time."""
    marks = _MARKED.sub(r"\1", _UNSAID.sub("", code.split(";")[0])).lower()
    return marks, any(pattern.search(marks) for pattern in (_DAY, _MONTH, _CLOCK))


def _moment(number: float, marks: str, from_1904: bool) -> str:
    if not 0 <= number <= _MOST_DAYS:
        return f"{number:.15g}"
    moment = (_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(seconds=round(number * 86_400))
    clock = f"{moment:%H:%M}"
    if number < 1 and _CLOCK.search(marks):
        return clock
    if not _DAY.search(marks) and not _CLOCK.search(marks):
        return f"{moment.year}年{moment.month}月"
    day = f"{moment.month}月{moment.day}日"
    if "y" in marks or "年" in marks or moment.year != _EPOCH.year:
        day = f"{moment.year}年{day}"
    return f"{day}{clock}" if _CLOCK.search(marks) else day
