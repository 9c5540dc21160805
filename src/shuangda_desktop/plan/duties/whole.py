"""Sentences that say nothing but who leads, answers and helps: 由A牵头,B配合."""

import re

from shuangda_desktop.plan.duties.unit_names import is_surely_unit
from shuangda_desktop.plan.duties.verbs import read_verbs
from shuangda_desktop.plan.model import Duty, Role
from shuangda_desktop.text.numerals import to_int

VAGUE = re.compile(
    "^(?:各地|各部门|各单位|各级|各有关|各相关|有关|相关|各成员|执法(?!分局|大队|支队|局|[^、]{0,6}[科处股室队]$)|行业|要|并|也|还|都)|^各?(?:牵头|责任|配合|主办|协办|承办)(?:单位|部门)$|^.{0,12}[的中](?:牵头|责任|配合|主办|协办|承办)(?:单位|部门)$|^各.{0,12}[、和].{0,8}各|^全[省市县区州].{0,4}机关"
)
_FOR_WHOLE = re.compile(
    "^(?:(?:以上|上述|[该此本这]项)(?:各项|(?P<count>\\d{1,2}|[一二两三四五六七八九十]{1,3})项)?"
    "(?:工作|任务|事项|措施)?,?均?)?(?:主要)?由?(?:第一责任(?:单位|部门|人)(?!牵头|负责|配合|主办|[为是的、,]))?"
)
BY_ORDER = re.compile("第一责任|排名|排序|列入")  # who stands first, and no unit
# 配合A做好…: A is helped
_HELPING = re.compile("(?:积极|主动|全力)?(?:配合|协助|参与)(?!单位|部门)")
_GOVERNMENTS = re.compile("各级(?:(?:人民)?政府|工会)$")
_HELPED = re.compile("协办|配合|协助")  # beside these, who 承办s leads
_ALL_ABOVE = 99  # items, where a statement about those above it counts none


def is_vague(name: str) -> bool:
    """Whether a name may be anybody's: 有关部门, 各单位; but 各级人民政府 are known."""
    return bool(VAGUE.match(name)) and not _GOVERNMENTS.match(name)


def told_of_above(line: str) -> tuple[tuple[Duty, ...], int]:
    """The duties of a line about the items above it, and how many they are: 以上两项由A牵头."""
    if not line.startswith(("以上", "上述")):
        return (), 0
    count = _FOR_WHOLE.match(line)
    number = to_int(count["count"]) if count and count["count"] else None
    return whole_duties(line), number or _ALL_ABOVE


def whole_duties(sentence: str, *, shared: bool = False) -> tuple[Duty, ...]:
    """The duties of a sentence that says nothing but who leads, answers and helps.

    ``shared`` where it may also say who does which part: A牵头,其中甲由B负责.
    """
    words = _FOR_WHOLE.sub("", sentence).rstrip("\u3002;!?")
    if "承办" in words and _HELPED.search(words):
        words = words.replace("承办", "主办")
    reading = None if _HELPING.match(words) else read_verbs(words, Role.RESPONSIBLE)
    if not reading or not reading.verb or (reading.deed and not shared):
        return ()
    names = [duty.unit for duty in reading.duties]
    told = sentence.startswith("由") or not any(map(is_vague, names))
    told = told and not any(map(BY_ORDER.search, names))
    return reading.duties if told and all(map(is_surely_unit, names)) else ()
