"""The source's words, moved one level down: 全省 -> 全市, 各市州 -> 各县（市、区）.

Names of laws, campaigns and awards stand in 《》 or “” and stay; so does a unit above that the city
reports to.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.tasks.model import Rewording
from shuangda_desktop.text.chars import (
    COMMA,
    HAN,
    LPAREN,
    LTITLE,
    PAUSE,
    RPAREN,
    RTITLE,
    SEMICOLON,
    STOP,
)
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.counterparts import localize
from shuangda_desktop.units.directory import Directory

Rule = tuple[str, Callable[[re.Match[str]], str]]

_COUNTIES = {"盟": "旗县\uff08市\u3001区\uff09", "区": "镇\uff08街道\uff09"}
_USUAL = "县\uff08市\u3001区\uff09"
_P = f"[{PAUSE}]?"
_CLAUSE = f"[^{COMMA}{STOP}{SEMICOLON}{PAUSE}]"
_GRANTED = "示范|试点|名录|称号|奖|基地|园区|实验室|品牌"
_KEPT = "|".join(
    (
        f"[{LTITLE}][^{RTITLE}]*(?:[{RTITLE}]|$)",
        "\u201c[^\u201d]*\u201d",
        '"[^"]*"',
        f"省级{_CLAUSE}{{0,14}}(?:{_GRANTED})",  # a title that is granted above
        f"跨省|省际|省{_P}和?市{_P}和?县",
    )
)
_TOLD = re.compile(
    "(?:报|报送|上报|报请|报告|报经|向|配合|协助|接受|按照|按|根据|落实|提请|商请|争取)$"
)
# 省 in other words than those of the province, or of other provinces.
_LEFT = re.compile(
    "(?<![跨邻外节反兄弟各强两三四五六七八九十多数])省(?![际外略事去心钱电时油份长区市、和\uff08(])[\u4e00-\u9fff]{0,5}"
)
_ADDED = re.compile(
    "省委、省(?:人民)?政府(?:、|和)"
)  # beside the city's own, in a list of whose orders
_ORDERS = "(?=的?(?:工作)?(?:决策|部署|安排|要求|关于|统一))"
_L, _R = f"[{LPAREN}]", f"[{RPAREN}]"
_AREAS = "|".join(
    (
        f"市{_P}县{_P}自治县",
        f"市{_L}[州地]{_R}",
        f"市{_P}州",
        f"市{_P}县{_L}市?{_P}区{_R}",
        "市县区?",
        "盟市",
        "设区的?市",
        "地级?以?上?市",
        "市(?![场区民直级容]|政(?!府))",  # not 各市场主体, 各市直部门
    )
)


@dataclass(frozen=True, slots=True)
class Wording:
    """The rules of one plan: a pattern of all that may change, and what each part becomes."""

    pattern: re.Pattern[str] | None
    rules: tuple[Callable[[re.Match[str]], str], ...]

    def reword(self, text: str) -> tuple[str, tuple[Rewording, ...]]:
        """The text one level down, with every change in order."""
        if self.pattern is None:
            return text, ()
        changes: list[Rewording] = []
        return self.pattern.sub(lambda found: self._change(found, changes), text), tuple(changes)

    def _change(self, found: re.Match[str], changes: list[Rewording]) -> str:
        number = int((found.lastgroup or "r0")[1:])
        after = self.rules[number - 1](found) if number else found[0]
        if after != found[0]:
            changes.append(Rewording(found[0], after))
        return after


def wording(directory: Directory, level: Level | None, on: date | None = None) -> Wording:
    """The rules for a plan of this level; a plan of the city itself keeps its words."""
    if level is Level.NATIONAL:
        return _compiled(_national(directory))
    if level is Level.PROVINCE:
        return _compiled([*_units(directory, on), *_province(directory)])
    return Wording(None, ())


def _compiled(rules: Iterable[Rule]) -> Wording:
    """One pattern for all rules: what is kept comes first, then each rule in its order."""
    listed = list(rules)
    parts = [f"(?P<r{number}>{pattern})" for number, (pattern, _) in enumerate(listed, 1)]
    return Wording(re.compile("|".join([f"(?:{_KEPT})", *parts])), tuple(to for _, to in listed))


def _national(directory: Directory) -> Iterator[Rule]:
    kind = directory.place.city_kind
    above = directory.place.short(f"和{{省委}}、{_government(directory.place.province_kind)}")
    ours = directory.place.short(f"、{{市委}}、{kind}政府")
    yield f"党中央{_P}国务院{_ORDERS}", lambda found: found[0] + above + ours
    yield _fixed(f"各省{_L}区{_P}市{_R}|各省{_P}自治区{_P}直辖市|各省区市", f"各{_counties(kind)}")
    yield _fixed("全国(?=范围|各地)", f"全{kind}")


def _province(directory: Directory) -> Iterator[Rule]:
    kind = directory.place.city_kind
    party = directory.place.short("{市委}")
    both = f"{party}、{kind}政府"
    upper = f"省委{_P}省(?:人民)?政府|自治区党委{_P}自治区(?:人民)?政府"
    yield f"国务院(?:和|及|以及|、)(?:{upper})", lambda found: f"{found[0]}、{both}"
    yield f"(?:{upper}){_ORDERS}", lambda found: f"{found[0]}和{both}"
    yield _fixed(upper, both)
    yield _fixed("(?:省|自治区)(?:人民)?政府(?!令)", f"{kind}政府")
    yield _fixed("省委(?!员)|自治区党委", party)
    yield _fixed(f"各(?:{_AREAS})", f"各{_counties(kind)}")
    yield _fixed(f"(?<!各)(?:市州|市{_L}州{_R})", _counties(kind))
    yield _fixed("全省|全自治区", f"全{kind}")
    yield _fixed("我省", f"我{kind}")
    yield _fixed("本省", f"本{kind}")
    yield _fixed("(?<!全)省内", f"{kind}内")
    yield _fixed("省直(?!管)|自治区直(?!属)", f"{kind}直")
    yield _fixed("省属|自治区属", f"{kind}属")
    yield _fixed(f"省(?=[{HAN}]{{2,24}}(?:领导小组|联席会议|专班))", kind)
    yield _fixed("省级", f"{kind}级")
    yield _fixed("(?:省|自治区)(?=有关|相关|各有关)", kind)
    if directory.place.province_kind == "自治区":
        yield _fixed("全区", f"全{kind}")
        yield _fixed("我区", f"我{kind}")
    yield _fixed(re.escape(directory.place.full("{省}")), directory.place.full("{市}"))


def _units(directory: Directory, on: date | None) -> Iterator[Rule]:
    """Units of the province named in the text, unless the city only reports to them."""
    kinds = "|".join(dict.fromkeys(["省", "自治区", directory.place.full("{省}")]))
    tails = {
        tail
        for name in _provincial(directory)
        if (tail := re.sub(f"^(?:{kinds})", "", name)) != name
    }
    if tails:
        longest = sorted(tails, key=len, reverse=True)
        pattern = f"(?:{kinds})(?:{'|'.join(map(re.escape, longest))})"
        yield pattern, lambda found: _unit(directory, found, on)


def _provincial(directory: Directory) -> Iterator[str]:
    known = {unit.id for unit in directory.units if unit.level is Level.PROVINCE}
    for unit in directory.units:
        if unit.id in known:
            yield from (unit.name, unit.label)
    yield from (alias.name for alias in directory.aliases if alias.unit_id in known)


def _unit(directory: Directory, found: re.Match[str], on: date | None) -> str:
    if _TOLD.search(found.string, 0, found.start()):
        return found[0]
    units = localize(directory, found[0], on, Level.PROVINCE).units
    return units[0].label if len(units) == 1 else found[0]


def _fixed(pattern: str, after: str) -> Rule:
    return pattern, lambda found: after


def _counties(kind: str) -> str:
    return _COUNTIES.get(kind, _USUAL)


def _government(kind: str) -> str:
    return f"{kind}政府"


def leftovers(text: str) -> tuple[str, ...]:
    """Words of the province that are left in a text of the city, save what belongs there."""
    bare = _ADDED.sub("", re.sub(_KEPT, "\u3002", text))
    return tuple(
        found[0] for found in _LEFT.finditer(bare) if not _TOLD.search(bare, 0, found.start())
    )
