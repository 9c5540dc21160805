"""Units that the words around a measure name as doers, and that its duties lack.

Independent of how clauses and sentences are read: names that can be nothing but units, where doers stand.
"""

import re
from collections.abc import Iterator, Sequence

from shuangda_desktop.plan.checks.findings import Drafted, clause_span, doubt, words_span
from shuangda_desktop.plan.duties.prefixes import has_place, prefix_of
from shuangda_desktop.plan.duties.stems import is_office
from shuangda_desktop.plan.duties.unit_names import (
    are_surely_units,
    is_collective,
    looks_like_unit,
    unit_at_start,
)
from shuangda_desktop.plan.duties.units_list import split_units
from shuangda_desktop.plan.model import Finding
from shuangda_desktop.plan.structure.item_tree import Item
from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.punctuation import narrow

_BEGINS = re.compile("(?:^|[\u3002;!?])(?:[^,\u3002;:]{2,16}[前日底旬内],)?(?=..)")
_FIELDS_TELL = (  # 市科技、财政等部门按照职责协同做好工作
    "(?P<unit>[\u4e00-\u9fff]{2,8})(?:、[\u4e00-\u9fff]{2,8}){1,12}等(?:部门|单位)(?=按照?|要|应|须|负责)"
)
_FIELDS_TOLD = re.compile(f"[;\u3002]{_FIELDS_TELL}")
_FIELDS_IN_FRONT = re.compile(f"^{_FIELDS_TELL}")
_ANSWERS = re.compile(  # 各乡镇人民政府对本乡镇的食盐安全负总责
    "(?:^|[,;\u3002])(?P<unit>各[^,;\u3002]{1,14}?(?:政府|党委|管委会|办事处|街道|乡镇))(?:要|应|须)?对[^,;\u3002]{2,24}负总责"
)
_UNITS_BEHIND = re.compile("[\u3002;](?P<unit>[^\u3002;:]{3,60})\u3002?$")
_DEPARTMENTS = re.compile(  # 商务部门要管甲。公安部门要管乙
    "(?:^|[\u3002;])(?P<unit>(?!有关|相关|各|主管)[\u4e00-\u9fff、]{2,10}部门)(?:要|应|须|负责|牵头|会同)"
)
_BY = re.compile("(?:^|[\u3002;!?,])由(?=[^,\u3002;:]{3})|(?:^|[\u3002;])请(?=[^,\u3002;:]{3})")
_LED_BY = re.compile("由(?=[^,\u3002;:]{3,40}?(?:牵头|负责(?![解人])|会同|承担))")
_BESIDE = re.compile("(?:会同|商请|并协调|联合)(?=[^,\u3002;:]{3})")
_SURELY = ("会同", "商请")
_FIELDS_BESIDE = re.compile(  # 会同气象、水利部门
    "(?:会同|商请)(?:[\u4e00-\u9fff]{2,8}、){1,8}(?!有关|相关|各|其他)(?P<unit>[\u4e00-\u9fff]{2,6}?)等?部门"
)
_SAYS_BESIDE = re.compile("会同|商请|并协调|联合")
_AFTER_COMMA = re.compile(
    "[,\u3002](?=(?:省|市(?!场)|县|区(?!域)|州|盟|旗)[^,\u3002;:]{2,60}?(?:负责|牵头|配合|参与|参加|协助|协办|会同|要|应当))"
)
_TOLD = re.compile(  # a department of a house, told in a sentence of its own
    "(?:^|[,;\u3002])(?P<unit>[\u4e00-\u9fff]{2,12}(?:处|科|室|股|办|局|队|所|中心|委|厅|部|院|司|站|专班))(?:要(?!求|案)|应当?(?!用|急)|须|负责(?![人同制])|牵头|会同)"
)
_HOSTS = re.compile(  # 市体育中心承办, 由市商务局主办
    "(?:^|[,;\u3002])由?(?P<unit>[^,;:\u3002]{3,40}?)(?:承办|主办|协办)(?=[,;\u3002]|$)"
)
_OUGHT = re.compile("[处科室股办局队所心委厅部院司站班](?=要|应|须|负责|牵头|会同)")
_LONGEST = 24
_BY_NOBODY = re.compile("(?:具体|主要|统一|全面)?负责(?![人制同])")
_NO_DEED = re.compile(  # behind a name: it does nothing here
    ",|的|[^,;\u3002]{0,100}?组成|设在|设立|成立|负责解释|会同[^,\u3002]{0,12}负责解释|分管|副|主要|组长|主任|领导|负责人"
)
_NO_NAME = re.compile("[、,报由本送向将对把按须]|要(?!素)")  # 总结报市公安局
_OF_LEVEL = re.compile("[省市县区州](?:级|直)")  # 县级政府, 省直部门 are many
_OTHERS = ("有关", "相关", "各", "其他", "其它")
_KINDS = ("部门", "单位", "机构")  # 教育部门 may be any of several


def check_doers(drafted: Drafted, items: Sequence[Item], text: MappedText) -> Iterator[Finding]:
    """The doubts about units that are named where doers stand."""
    words = drafted.words
    duties = "、".join([duty.unit for duty in drafted.measure.duties])
    for at, unit in _named(words, not duties, not drafted.draft.clauses):
        if not all(name in duties for name in unit.removesuffix("部门").split("、")):
            place = words_span(drafted, at, at + len(unit), text)
            message = f"文中“{unit}”像是做事的单位,但没有列为本项的单位,暂按现有单位列出,请核对。"
            yield doubt("unread-prose", message, place)
            break
    nobody = None if duties else _BY_NOBODY.match(words)
    if nobody:
        message = f"本项以“{nobody[0]}”开头而没有单位,单位可能在别处,暂按无责任单位处理。"
        yield doubt("no-doer", message, words_span(drafted, *nobody.span(), text))
    single = any(not is_collective(duty.unit) for duty in drafted.measure.duties)
    heading = "" if single else _heading_of_units(drafted, items)
    if heading:
        message = f"所在标题“{heading}”像是单位名称,但没有列为本项的责任单位,暂按现有单位列出。"
        yield doubt("heading-units", message, clause_span(drafted, text))


def _named(words: str, alone: bool, told: bool) -> Iterator[tuple[int, str]]:
    """Where units stand that are told to do something.

    ``alone`` where the measure has no duties, ``told`` where it has no clause.
    """
    yield from _in_front(words, alone)
    for match in _TOLD.finditer(words) if _OUGHT.search(words) else ():
        if not is_collective(match["unit"]) and not _NO_NAME.search(match["unit"]):
            yield match.start("unit"), match["unit"]
    for match in _HOSTS.finditer(words) if alone and "办" in words else ():
        if all(map(looks_like_unit, split_units(match["unit"]).names or ("",))):
            yield match.start("unit"), match["unit"]
    for match in _BESIDE.finditer(words) if _SAYS_BESIDE.search(words) else ():
        unit = unit_at_start(words[match.end() : match.end() + _LONGEST])
        many = unit.startswith(_OTHERS) or unit.endswith(_KINDS) or is_collective(unit)
        sure = match[0] in _SURELY or _is_one(unit)
        if unit and not many and sure:
            yield match.end(), unit
    for match in _LED_BY.finditer(words) if "由" in words else ():
        unit = unit_at_start(words[match.end() : match.end() + _LONGEST])
        one = unit and not unit.endswith(_KINDS) and "," not in unit
        if one and not is_collective(unit):
            yield match.end(), unit
    for match in _ANSWERS.finditer(words) if alone and "负总责" in words else ():
        yield match.start("unit"), match["unit"]
    behind = _UNITS_BEHIND.search(words) if alone else None
    if behind and _are_units(behind["unit"]):
        yield behind.start("unit"), behind["unit"]
    yield from _fields(words, alone) if told and "部门" in words else ()


def _are_units(sentence: str) -> bool:
    """Whether a sentence is nothing but a list of units."""
    names = split_units(sentence).names
    return are_surely_units(names) and not any(map(_NO_NAME.search, names))


def _in_front(words: str, alone: bool) -> Iterator[tuple[int, str]]:
    """The units that sentences begin with, and those behind 由 and 请."""
    by = (_BY,) if "由" in words or "请" in words else ()
    patterns = (_BEGINS, *by, _AFTER_COMMA) if alone else (*by, _AFTER_COMMA)
    for pattern in patterns:
        for match in pattern.finditer(words):
            unit = unit_at_start(words[match.end() : match.end() + _LONGEST])
            if _is_one(unit) and (
                pattern is _AFTER_COMMA or not _NO_DEED.match(words, match.end() + len(unit))
            ):
                yield match.end(), unit


def _fields(words: str, alone: bool) -> Iterator[tuple[int, str]]:
    """The first of several departments that are named by their fields."""
    several = list(_DEPARTMENTS.finditer(words)) if alone else []
    if len(several) > 1:
        yield several[0].start("unit"), several[0]["unit"]
    in_front = (_FIELDS_IN_FRONT,) if alone else ()
    for pattern in (_FIELDS_BESIDE, _FIELDS_TOLD, *in_front):
        for match in pattern.finditer(words):
            yield match.start("unit"), match["unit"]


def _is_one(unit: str) -> bool:
    """Whether a name is surely that of one unit: it has its level, or is a well-known office."""
    if not unit or is_collective(unit) or _NO_NAME.search(unit) or _OF_LEVEL.match(unit):
        return False
    return is_office(unit) or bool(prefix_of(unit)) or has_place(unit)


def _heading_of_units(drafted: Drafted, items: Sequence[Item]) -> str:
    """The nearest heading above a measure where it ends like a unit and is no sentence."""
    item, said = drafted.item, {duty.unit for duty in drafted.measure.duties}
    while item is not None:
        heading = narrow(item.heading or item.group)
        if heading:
            last = heading.rpartition("、")[2]
            named = looks_like_unit(last) and (
                is_office(last) or prefix_of(last) or last[0] == "各" or last.endswith(_KINDS)
            )
            return heading if named and heading not in said else ""
        item = items[item.parent] if item.parent is not None else None
    return ""
