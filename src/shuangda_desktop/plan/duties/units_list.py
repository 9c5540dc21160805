"""Lists of units: where one name ends and the next begins, and what the names leave out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from shuangda_desktop.plan.duties.brackets import balanced, mended
from shuangda_desktop.plan.duties.prefixes import OF_CITY
from shuangda_desktop.plan.duties.stems import is_office
from shuangda_desktop.plan.duties.unit_names import is_field, is_surely_unit, looks_like_unit
from shuangda_desktop.text.chars import HAN, LOPEN, QUOTES, ROPEN

_GENERIC = "(?:部门|单位|企业|地区|地方|机构|团体|成员单位|个人|(?:群众|基层|社会|行业|自治|群团){1,2}组织)"
_UNDEFINED = "(?:国务院|[省市县区州](?:人民)?政府|中央|国家|全国|直属|所属|有关|相关|各有关|各相关|各级|市级|省级|市直|省直|县直|区直|其他|其它|职能|成员|责任|行政执法|主管|部委)"
_AND = "(?:以及|及其|及|和|与|并)"
_ETC = re.compile(
    rf"(?<![高中初平同])等(?:\d{{1,3}}[个家]|[一二三四五六七八九十]{{1,3}}[个家])?(?:{_UNDEFINED}{{0,3}}{_GENERIC}(?:{_AND}{_GENERIC})?)?(?=$|{_AND})"
)
_ADMIN = "(?:省|自治区|直辖市|县级市|市(?!场)|县|自治县|区|州|自治州|盟|旗|自治旗|镇|乡|师|团|地区)"
_LONE = re.compile(
    rf"(?:^|{_AND})(?:各|全省各|全市各|全县各|全区各|各有关)(?:设区|省辖)?(?:{_ADMIN}){{1,3}}(?:、(?:{_ADMIN}){{1,3}}){{0,4}}(?:\([^()]{{1,4}}\))?$"
)
_CONTINUED = re.compile(
    rf"^(?:省直管|直管)?(?:街道|{_ADMIN}){{1,3}}(?:[(\u3014].{{1,12}}[)\u3015])?(?:$|、|人民政府|政府|党委|党工委|管委会|办事处|双打|领导小组)"
)
_BELOW = {  # in 各市、县公安局: a unit of a higher place may as well be another
    "市": "州盟县区旗",
    "州": "盟县区旗",
    "县": "区旗",
    "区": "县旗",
    "镇": "乡",
    "乡": "镇",
}
_NO_LOWER = ("乡村", "区域", "县域")  # 各镇、乡村振兴局 are two
_EACH_GOVERNMENT = re.compile(f"^(?:各|有关|相关){_ADMIN}(?:人民政府|政府|行政公署)$")
_BARE_RANK = re.compile(f"^{_ADMIN}(?:人民政府|政府|行政公署|管委会)$")  # 各盟行政公署、市人民政府
_BARE_GOVERNMENT = re.compile("^(?:人民)?(?:政府|管委会|办事处)$")  # 各县党委、政府
_EACH_OFFICE = re.compile("各[委办局部、]{1,5}$")
_BARE_OFFICE = re.compile("[委办局部](?:$|等)")  # 各委、办、局
_PLACE = re.compile(  # a zone has an office of its own: 经开区、甲县有关部门
    f"(?:相关|有关)?[{HAN}]{{0,5}}[省市县区州盟旗](?<!开发区)(?<!高新区)(?<!经开区)(?<!示范区)(?<!度假区)(?<![新园港]区)$"
)
_OF_PLACES = re.compile(f"[{HAN}]{{0,5}}[省市县区州盟旗](?:有关|相关)(?:单位|部门)")
_GOVERNMENT = re.compile("(?<=[省市县区州盟旗])(?:人民政府|政府|管委会|党委政府)$")
_BARE_PLACE = re.compile(f"(?!各|全|有关|相关)[{HAN}]{{2,5}}(?:[省市县区州盟旗]|自治[县州旗])$")
_JOINT = re.compile(_AND)
_BARE_NOUN = re.compile(f"^{_GENERIC}$")
_SEATED = re.compile("\\((?:设在[^()]{2,20}|以上[^()]{1,6})\\)$")  # 市双打办(设在市商务局)
_AND_OTHERS = re.compile("等(?:有关|相关)?部门")
_AGAIN = re.compile(
    f"(?<=[局厅委办院部会])(?<!^[省市县区州]委)(省|{OF_CITY}|县|区)(?=[{HAN}]{{1,16}}(?:局|厅|委|办|院|部|会))"
)
_OPENS, _CLOSES = (frozenset(marks.replace("\\", "")) for marks in (LOPEN, ROPEN))
_SHARED_KINDS = ("局", "委", "办", "厅")
_READ = 4096  # names are the same all over a plan, and in the plans of an office
_SYLLABLE = re.compile(f"[{HAN}](?![{HAN}])")
_SEAT = re.compile(f"(?:^|[、,;:])(?!市|县)[{HAN}]{{1,4}}[省市县州盟]$")
_LONGEST_SEAT = 6
_OF_A_PLACE = re.compile(
    "(?:海关|海事局|人民政府|政府|管委会)(?=$|[、,;\u3002(])"
)  # of a place, in two words
_OUTER = "、,;\u3002 /+\uff0b"
_TRIM = f" 、,;:.\u3002{''.join(QUOTES[3:])}"


@dataclass(frozen=True, slots=True)
class UnitList:
    """The names of a list in order; ``open_ended`` where it ends in 等."""

    names: tuple[str, ...]
    open_ended: bool = False


@lru_cache(maxsize=_READ)
def split_units(text: str) -> UnitList:
    """The units that a list names."""
    names: list[str] = []
    open_ended = False
    for part in _rejoin(_outer_parts(mended(text))):
        found, etc = _split_part(part)
        names += found
        open_ended = open_ended or etc
    listed = _offices(_named(names))
    return UnitList(_departments(listed, text) if "部门" in text else listed, open_ended)


def _offices(names: Sequence[str]) -> tuple[str, ...]:
    """市工商、质监局 are two offices: bare fields share the last character of the next."""
    found: list[str] = []
    kind = ""
    for name in reversed(names):
        office = is_office(name + kind) and not looks_like_unit(name)
        found.append(name + kind if office else name)
        kind = found[-1][-1] if found[-1].endswith(_SHARED_KINDS) else ""
    return tuple(found[::-1])


def _departments(names: Sequence[str], text: str) -> tuple[str, ...]:
    """网信、公安部门 and 网信、公安等部门 are departments of two fields: they share the last word."""
    shared = names[-1].endswith("部门") if names else False
    if not shared and not _AND_OTHERS.search(text):
        return tuple(names)
    shared_by_two = [part for name in names for part in _two_fields(name)]
    return tuple(f"{name}部门" if is_field(name) else name for name in shared_by_two)


def _two_fields(name: str) -> tuple[str, ...]:
    """交通运输和铁路部门 are two, 工业和信息化部门 is one; so without 部门 before 等部门."""
    whole = name.removesuffix("部门")
    one, joint, other = whole.partition("和")
    two = joint and not is_field(whole) and is_field(one) and is_field(other)
    return (f"{one}部门", f"{other}部门") if two else (name,)


def _named(names: Sequence[str]) -> tuple[str, ...]:
    """The names once each, without mere 单位 or 部门."""
    parts = _governments([part for name in names for part in _unglued(_trim(name))])
    trimmed = dict.fromkeys(parts)
    return tuple(name for name in trimmed if name and not _BARE_NOUN.match(name))


def _governments(names: Sequence[str]) -> list[str]:
    """云溪市、云台县人民政府 are two governments: bare places share the word behind the last."""
    found: list[str] = []
    shared = ""
    for name in reversed(names):
        governs = _GOVERNMENT.search(name)
        shared = governs[0] if governs else shared if _BARE_PLACE.match(name) else ""
        found.append(name if governs else name + shared)
    return found[::-1]


def _unglued(name: str) -> list[str]:
    """市公安局市商务局 lost the mark between two names: cut before the prefix that comes again."""
    starts = [0, *(m.start() for m in _AGAIN.finditer(name) if m[1] == name[:1]), len(name)]
    return [name[start:end] for start, end in pairwise(starts)]


def _outer_parts(text: str) -> list[str]:
    """The text cut at every mark that stands outside brackets."""
    parts, depth, start = [], 0, 0
    for at, char in enumerate(text):
        if char in _OPENS:
            depth += 1
        elif char in _CLOSES:
            depth = max(0, depth - 1)
        elif depth == 0 and char in _OUTER and not _inside_word(text, at):
            parts.append(text[start:at])
            start = at + 1
    return [part for part in (*parts, text[start:]) if part.strip()]


def _inside_word(text: str, at: int) -> bool:
    """A blank or / parts names only where a whole name stands before it and more than a syllable behind."""
    if text[at] not in " /":
        return False
    syllable = _SYLLABLE.match(text, at + 1) is not None
    if _SEAT.search(text, max(0, at - _LONGEST_SEAT), at) and _OF_A_PLACE.match(text, at + 1):
        return True
    return syllable or not looks_like_unit(text[:at].rsplit("、", 1)[-1].rsplit(" ", 1)[-1])


def _rejoin(parts: list[str]) -> list[str]:
    """Put 各市 、 县人民政府 together again, and 甲市 、 乙市有关单位."""
    joined: list[str] = []
    for part in parts:
        if joined and _is_torn(joined[-1].strip(), part):
            joined[-1] += "、" + part
            continue
        places = []
        while joined and _OF_PLACES.match(part) and _PLACE.match(joined[-1].strip()):
            places.append(joined.pop())
        joined.append("、".join([*places[::-1], part]))
    return joined


def _is_torn(left: str, right: str) -> bool:
    """Whether the mark between two parts stands inside one name."""
    if _EACH_OFFICE.search(left) and _BARE_OFFICE.match(right):
        return True
    if _LONE.search(left):
        below = _BELOW.get(left.rpartition("各")[2][:1], "")
        lower = right[0] in below and not right.startswith(_NO_LOWER)
        return bool(_CONTINUED.match(right)) or (lower and looks_like_unit(right))
    if _EACH_GOVERNMENT.match(left) and _BARE_RANK.match(right):
        return True
    return left.endswith(("党委", "党工委")) and bool(_BARE_GOVERNMENT.match(right))


def _split_part(part: str) -> tuple[list[str], bool]:
    """The names in a part without 、 and whether 等 follows them."""
    etc = _ETC.search(part)
    if not etc:
        return _split_joint(part), False
    rest = _JOINT.sub("", part[etc.end() :], count=1)
    return [*_split_joint(part[: etc.start()]), *(_split_joint(rest) if rest else [])], True


def _split_joint(part: str) -> list[str]:
    """A及B cut in two where both sides are whole names; 工业和信息化部 stays one."""
    start = 0
    for match in _JOINT.finditer(part):
        left, right = part[start : match.start()], part[match.end() :]
        if left.endswith(("党委", "党工委")) and _BARE_GOVERNMENT.match(right):
            continue  # 各县党委和政府 is one name
        named = looks_like_unit(right) or is_field(right)
        if is_surely_unit(left) and not _BARE_NOUN.match(right) and named:
            return [part[: match.start()], *_split_joint(right)]
    return [part]


def _trim(name: str) -> str:
    name = name.rpartition("\u2014\u2014")[2].replace(" ", "").strip(_TRIM)
    name = _SEATED.sub("", name)
    name = re.sub(f"^(?:{_AND}|由|请|会同|主要由)(?=[{HAN}]{{2}})", "", name)
    return balanced(name)
