"""The words before a figure, and what they say is counted."""

import re

from shuangda_desktop.plan.measures.amounts import MOVE
from shuangda_desktop.text.source import LINE_IN_CELL

_MARKS = re.compile('[,\u3002;:!?\u201c\u201d"]')
_MARK = re.compile('[,\u3002;:!?()\u201c\u201d"]')
_WHEN = (
    "(?:(?:到|至|在|截至)?(?:(?:20\\d\\d|今|本|当|明)年(?:度|内|[底末](?:之?前|以前)?)?"
    "|(?:(?:20\\d\\d|今|本|当|明)年)?(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|底|末|初|[上中下]旬|\\d{1,2}日)?(?:之?前|以前)"
    "|(?<![每半近去上\\d一两三四五])年(?:内|[底末终](?:之?前|以前)?)|[上下]半年|第?[1-4一二三四]季度(?:末|底)?(?:之?前)?|十[二三四五六]五(?:末|期间)))"
)
_PAIR = 2
_LEADING = re.compile(
    f"^(?:{_WHEN}|期[末间]|其中|力争|争取|确保|实现|使|全年|到){{0,4}}(?:开展|完成(?!率)|培育|建设|建成(?!并)|推进|组织|[在对将把]$)?"
)
_FIRST_OF_LEADING = frozenset(
    "到至在截今本当明年上下第十一二三四五六七八九期其力争确实使全开完培建推组对将把"
)
_TRAILING = re.compile(
    f"(?:{_WHEN}|平?均|分别|总体|基本|全部|稳定|全面|力争|争取|应|要|必?须|应当|做到|目标值?|要求|力保|确保|保证)+$"
)
_EACH_OF = re.compile(
    f"(?:(?<![年平])均|分别)(?:[比较][^、,]{{1,8}})?(?:{MOVE}|{_WHEN}|总体|基本|全部|稳定|力争|争取|应|要|须|达)*$"
)
_AND = re.compile("、|和(?!解|谐)|及(?!时)|与(?!率|上年|去年|同期)")
_IS_RATE = re.compile(".{2,20}率")
_COUNTING = frozenset("%天日月时")
_FROM = re.compile("(?:由|从)[^由从]{0,8}?\\d[^由从,]{0,8}$")
_MOVED = re.compile(  # 办理量由2300件上升为2600件
    "(?<=\\d)(?P<unit>[^,;\u3002\\d]{1,4})(?:提[高升]|上升|增[加长]|扩大|下降|降低|减少|缩[小短]|压[减降缩])为$"
)
_LAST_OF_TRAILING = frozenset("均别体本部定面取应要须到标值求保证当年度内底末前终份初旬日半季间")
NEAR = 40  # a target's name stands within so many characters


def one_name_each(clause: str, many: int) -> list[str]:
    """The names of three things or more that a clause counts up; [] where they are not so many."""
    names = re.split("[、和及]", _TRAILING.sub("", clause))
    return names if len(names) == many > _PAIR else []


def clause_before(text: str, end: int) -> str:
    """The words between the last mark and a number; a bracket inside a name is no mark."""
    start = max(0, end - NEAR)
    words = text[start:end]
    if "(" not in words and ")" not in words:
        last = _MARKS.search(words[::-1])  # from behind: it is near
        return words[len(words) - last.start() :] if last else words
    for mark in _MARK.finditer(words):
        if mark[0] in "()" or _in_brackets(words, mark.start()):
            continue
        start = max(0, end - NEAR) + mark.end()
    return text[start:end]


def _in_brackets(words: str, at: int) -> bool:
    return words.count("(", 0, at) > words.count(")", 0, at)


def names_in(clause: str) -> list[str]:
    """The name of what is counted; 种植、收获机械化率均 are two."""
    clause = clause.replace(LINE_IN_CELL, "").replace("\n", "")
    first = clause[:1]
    leading = _LEADING.match(clause) if first in _FIRST_OF_LEADING or first.isdecimal() else None
    words = clause[leading.end() :] if leading else clause
    last = words[-1:]
    if last in _COUNTING or last.isdecimal():
        words = _FROM.sub("", words)  # 处置时间由60天缩短至30天
    elif last == "为" and (moved := _MOVED.search(words)):
        words = _FROM.sub("", words[: moved.end("unit")])
    if words[-1:] in _LAST_OF_TRAILING:
        words = _TRAILING.sub("", words)
    if "、" in words and re.search(r"(?:\d[^、]{0,4}|百分之百)、", words):
        words = words.rpartition("、")[2]
    rates = _AND.split(words)
    if len(rates) > 1 and all(map(_IS_RATE.fullmatch, rates)):
        return rates
    if "、" not in words or not _EACH_OF.search(clause):
        return [words]
    first, _, rest = words.rpartition("、")
    if "、" in first:  # 猪、牛、羊定点屠宰率均 is one
        return [words]
    shared = re.search("[\u4e00-\u9fff]{2}([\u4e00-\u9fff]{2,12}率)$", rest)
    return [first + (shared[1] if shared else ""), rest]
