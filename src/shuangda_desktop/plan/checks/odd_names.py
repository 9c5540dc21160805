"""Names that do not look like that of one unit: torn, misread, two in one, words that are no name."""

import re
from functools import lru_cache

from shuangda_desktop.plan.duties.stems import begins_anew, is_odd_in_names, is_office, place_of
from shuangda_desktop.plan.duties.unit_names import is_surely_unit, looks_like_unit
from shuangda_desktop.text.chars import HAN, LOPEN, ROPEN
from shuangda_desktop.text.punctuation import narrow

_LIKE_OTHERS = "\u5dff\u66f0\u56d7\u5182\u4e04\u4e28"  # characters that a scan takes for others
_ODD = re.compile(
    r"[A-Za-z0-9:?*#=<>/\ufffd\ue000-\uf8ff]|推进(?!.*(?:联席会议|领导小组|机制))|加强|开展|负责|牵头|配合|会同|完成|按职责|落实|[|~_\u00b7\u25a0-\u25ff"
    + _LIKE_OTHERS
    + r"]|(?<![平高初中同])等.|(?<!自)由|^各.*(?<!直)各|(?<!级)以上|上述|^[^\u4e00-\u9fff\u201c\"(]"
    "|(?<![各关他])(?<!^各..)(?:责任|牵头|配合|主办|协办|承办|会办|分办|督办)(?:单位|部门)"
    "|^党委(?=..[办部委]|...委)|^(?:[的了是]|会(?=[省市县区州盟旗])|为(?!民))|者[为是]|(?:单位|部门)(?=[省市县区州盟旗])"
    "|[处科室股局厅办]会[\u4e00-\u9fff]{2,}[处科室股局厅办委]$"
    "|^设在|^(?:考核|监管|实施|指导|督导|验收|填报|监督|审核|评估|建设|完成|落实|参与|参加|协作|协助|主责|报送|受理)单位"
    "|^(?:[省市县区旗盟州镇]|县级市|自治县|乡镇?|街道|团场)$"  # half of 各区、县级市
)
_PLACED = re.compile(
    f"(?!.{{0,9}}(?:加强|开展|负责|牵头|配合|会同|完成|落实))[省市县区州盟旗][{HAN}]{{2,8}}[局厅委办院]"
)
_STRAY = re.compile("[^在驻原省市县区州盟旗师镇乡团场]|[省市县区州盟旗][^直级委政属辖区域内]")
_HALF_NAMES = ("政府", "人民政府", "党委", "管委会", "办事处", "办公室", "中心", "单位", "部门")
_LONGEST = 26
_MISREAD = re.compile(f"[{_LIKE_OTHERS}A-Za-z?]")  # a scan may misread it each time
_LINE_OF_CALLS = re.compile("1[12]\\d{3}(?=热线|指挥|平台|中心|举报|投诉)")
_OFTEN = 4  # times that a name is hardly cut wrongly in the same place
_NAME = re.compile(f"[{HAN}]{{4,8}}")  # shorter ones may be those of people
_NUMBERED = re.compile(  # units that are counted, and those of villages
    "[\u3007零一二三四五六七八九十\\d]{1,4}(?:团|师)(?:场)?|各(?:村|社区|村\\(社区\\)|居委会|村居)"
)
_OF_EACH = re.compile(f"各[{HAN}]{{1,6}}(?:牵头|配合)(?:单位|部门)")  # 各项目牵头单位
_JOINED = re.compile(
    "[局厅办部院社署关心司队会委府](?:以及|及|和|与)(?!政府|人民政府|管委会)..|[局厅委办院署会]各(?!成员|部门|单位|有关|相关)..|等$|等(?:有关|相关)"
)
_WHOLE = re.compile("(?<=..)(?<!国务)(?:局|厅|办|院|部|会|社|中心|政府|办公室)(?!公)")
_IN_BRACKETS = re.compile(f"[{LOPEN}][^{LOPEN}{ROPEN}]*[{ROPEN}]")
_TWO = re.compile(  # 市商务局会市公安局: the second name begins with the place of the first
    "^([省市县区州盟旗])[\u4e00-\u9fff]{2,14}[局厅委办部院社][\u4e00-\u9fff]{0,2}\\1(?!场|域|级|容|政)[\u4e00-\u9fff]{2,14}$"
)


def is_usual(name: str, times: int) -> bool:
    """Whether a name that returns is one by that: it has a place and an office, or returns often."""
    if times > 1 and _PLACED.fullmatch(name):
        return not _MISREAD.search(name)
    return times >= _OFTEN and bool(_NAME.fullmatch(name)) and not _ODD.search(name)


@lru_cache(maxsize=1024)  # a plan names the same units again and again
def is_odd(unit: str) -> bool:
    """Whether a name does not look like that of one unit."""
    unit = _LINE_OF_CALLS.sub("", unit)
    if _NUMBERED.fullmatch(narrow(unit)) or _OF_EACH.fullmatch(unit):
        return False
    looks = (
        (looks_like_unit(unit) or is_office(unit))
        and unit not in _HALF_NAMES
        and len(unit) <= _LONGEST
    )
    return not looks or bool(_ODD.search(unit)) or are_two(unit) or _has_stray(unit)


def _has_stray(unit: str) -> bool:
    """Whether one that no name of an office holds stands before a well-known one: 一公安局, not 市外侨办."""
    place = place_of(unit)
    return bool(_STRAY.fullmatch(place)) and is_odd_in_names(place[-1])


def are_two(unit: str) -> bool:
    """Whether a name that is no well-known office holds two, or words that are no name."""
    if is_office(unit):
        return False
    parts = _IN_BRACKETS.sub("", unit).split("、")
    sure = sum(map(is_surely_unit, parts)) if len(parts) > 1 else 0
    if sure > 1 and (unit[0] == "各" or sure == len(parts)):
        return True
    return bool(_TWO.match(unit) or _JOINED.search(unit) or _are_glued(unit))


def _are_glued(unit: str) -> bool:
    """Whether a whole name stands before one that begins anew: 县管委会市税务局."""
    cuts = (end.end() for end in _WHOLE.finditer(unit, 0, len(unit) - 2))
    return any(begins_anew(unit[cut:]) and is_surely_unit(unit[:cut]) for cut in cuts)
