"""Rhythms: 每季度, 每6个月, 月报, 长期坚持."""

import re
from collections.abc import Iterator

from shuangda_desktop.plan.model import Recurrence
from shuangda_desktop.text.numerals import to_int

STANDING = "standing"
_COUNT = "(?P<n>\\d{1,2}|[一二两三四五六七八九十半]{1,2})?"
_EVERY = re.compile(
    f"每隔?{_COUNT}(?P<unit>个?工作日|日|天|个?星期|周|旬|个月|月|个?季度|季|个?年度|年)(?!龄|份数)"
)
_HALF = re.compile(
    "每(?:个)?半年|半年(?:报|一次|度报告|1次|(?:开展|组织|召开|进行)[一1]次)|上(?:半年)?[、和]下半年(?=各)"
)
_REPORT = re.compile(
    "[周旬月季年按](?:(?<=按)(?P<by>周|月|季度?|年度?)(?=报|统计|调度|通报|上报|公布|开展)"
    "|(?<!按)(?<![\u4e00-\u9fff]半.)(?<!\\d月)(?:(?<=[季年])度)?报(?=[、,\u3002;制告送]|$|表))"
)
_STANDING = re.compile("长期坚持|长期推进|长期开展|常年坚持")
_STANDING_VALUE = re.compile("长期|持续|常态化|全年|经常性")
_PERIODS = {
    "天": "P{}D",
    "日": "P{}D",
    "期": "P{}W",
    "周": "P{}W",
    "旬": "P10D",
    "月": "P{}M",
    "年": "P{}Y",
}


def find_recurrences(text: str, aside: str = "") -> tuple[Recurrence, ...]:
    """The rhythms of a text; ``aside`` is the clause, where 持续推进 alone is one."""
    found = [*_rhythms(f"{text}\n{aside}"), *_standing(text, aside)]
    return tuple({item.every: item for item in reversed(found)}.values())[::-1]


def _rhythms(text: str) -> Iterator[Recurrence]:
    for match in _HALF.finditer(text) if "半年" in text else ():
        yield Recurrence(match[0], "P6M")
    for match in _EVERY.finditer(text) if "每" in text else ():
        number = 2 if match["n"] == "两" else to_int(match["n"] or "1")
        if number and match["n"] != "半":
            yield Recurrence(match[0], _period(match["unit"], number))
    for match in _REPORT.finditer(text) if "报" in text or "按" in text else ():
        yield Recurrence(match[0], _period(match["by"] or match[0][0], 1))


def _period(unit: str, number: int) -> str:
    if "季" in unit:
        return f"P{number * 3}M"
    last = unit.removesuffix("度")[-1]
    return _PERIODS[last].format(number)


def _standing(text: str, aside: str) -> Iterator[Recurrence]:
    cue = "长期" in text or "常年" in text
    match = (_STANDING.search(text) if cue else None) or _STANDING_VALUE.search(aside)
    if match:
        yield Recurrence(match[0], STANDING)
