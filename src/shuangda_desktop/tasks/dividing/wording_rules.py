"""What of a higher plan's words changes one level down, and what stays."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

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
from shuangda_desktop.units.place import Place

Change = Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern without named groups, and what its finds become."""

    pattern: str
    change: Change


_P = f"[{PAUSE}]?"
_L, _R = f"[{LPAREN}]", f"[{RPAREN}]"
_GRANTED = "示范|试点|名录|称号|奖|基地|园区|实验室|品牌"
KEPT = "|".join(
    (
        f"[{LTITLE}][^{RTITLE}]*(?:[{RTITLE}]|$)",
        "\u201c[^\u201d]*\u201d",
        '"[^"]*"',
        f"省级[^{COMMA}{STOP}{SEMICOLON}{PAUSE}]{{0,14}}(?:{_GRANTED})",  # granted above
        f"跨省|省际|省{_P}和?市{_P}和?县",
    )
)
# Words before a unit above that the city reports to, works with or follows: the unit stays.
TOLD = re.compile(
    "(?:报|报送|上报|报请|报告|报经|向|配合|协助|接受|按照|按|根据|落实|提请|商请|争取)$"
)
_ORDERS = "(?=的?(?:工作)?(?:决策|部署|安排|要求|关于|统一))"
_AREAS = (
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
_BELOW = {"盟": "旗县\uff08市、区\uff09", "区": "镇\uff08街道\uff09"}
_COUNTIES = "县\uff08市、区\uff09"


def national(place: Place) -> list[Rule]:
    """The rules for a plan of the state: its orders are joined by those of province and city."""
    above = place.short("和{省委}、{省}政府")
    ours = place.short("、{市委}、{市}政府")
    counties = "各" + _below(place)
    return [
        Rule(f"党中央{_P}国务院{_ORDERS}", lambda found: found[0] + above + ours),
        _fixed(f"各省{_L}区{_P}市{_R}|各省{_P}自治区{_P}直辖市|各省区市", counties),
        _fixed("全国(?=范围|各地)", place.short("全{市}")),
        # 开展全国林草种苗质量抽查 is everybody's work; 全国质量月 and other names stay
        _fixed(
            "(?<=开展)全国(?=[\u4e00-\u9fff]{2,12}(?:抽查|检查|排查|巡查|监测))",
            place.short("全{市}"),
        ),
        _fixed("省属(?=国有|企业|单位)", place.short("{市}属")),
    ]


def province(directory: Directory, on: date | None) -> list[Rule]:
    """The rules for a plan of the province, whose units become the city's as they are on a day."""
    place = directory.place
    return [*_units(directory, on), *_seats(place), *_places(place), *_scopes(place)]


def _seats(place: Place) -> Iterator[Rule]:
    """Party and government: orders of the province are joined by the city's, other things replaced."""
    party, ours = place.short("{市委}"), place.short("{市委}、{市}政府")
    committee = _any("省委", "自治区党委", place.short("{省委}"))
    government = f"{_province(place)}(?:人民)?政府(?!令)"
    both = f"{committee}{_P}{government}"
    yield Rule(f"国务院(?:和|及|以及|、){both}", lambda found: f"{found[0]}、{ours}")
    yield Rule(f"{both}{_ORDERS}", lambda found: f"{found[0]}和{ours}")
    yield _fixed(both, ours)
    yield _fixed(government, place.short("{市}政府"))
    yield _fixed(f"{committee}(?!员)", party)


def _places(place: Place) -> Iterator[Rule]:
    """The cities of the province become the counties of the city."""
    areas = (*_AREAS, "区县?(?!域)") if place.province_kind == "市" else _AREAS
    yield _fixed(f"各{_any(*areas)}", "各" + _below(place))
    yield _fixed(f"(?<!各)(?:市州|市{_L}州{_R})", _below(place))
    yield _fixed(re.escape(place.full("{省}")), place.full("{市}"))


def _scopes(place: Place) -> Iterator[Rule]:
    """全省, 我省, 省内, 省级 and the like."""
    above, kind = _province(place), place.city_kind
    spoken = _any("省", "自治区", place.province_kind.removeprefix("自治"))
    for word in "全我本":
        yield _fixed(f"{word}{spoken}(?![场域])", word + kind)
    yield _fixed(f"(?<!全){above}内", f"{kind}内")
    yield _fixed(f"{above}直(?!管)", f"{kind}直")
    yield _fixed(f"{above}属", f"{kind}属")
    yield _fixed(f"{above}级", f"{kind}级")
    yield _fixed(f"{above}(?=有关|相关|各有关)", kind)
    yield _fixed(f"{above}(?=[{HAN}]{{2,24}}(?:领导小组|联席会议|专班))", kind)


def _units(directory: Directory, on: date | None) -> Iterator[Rule]:
    """Units of the province named in the text, unless the city only reports to them."""
    above = _any("省", "自治区", directory.place.province_kind, directory.place.full("{省}"))
    front = re.compile(above)
    tails = {front.sub("", name, count=1) for name in _provincial(directory) if front.match(name)}
    if tails:
        named = _any(*map(re.escape, sorted(tails, key=len, reverse=True)))
        yield Rule(above + named, lambda found: _unit(directory, found, on))


def _provincial(directory: Directory) -> Iterator[str]:
    """Every name of a unit of the province; names with a gap are forms, not names."""
    known = {unit.id: unit for unit in directory.units if unit.level is Level.PROVINCE}
    for unit in known.values():
        yield from (unit.name, unit.label)
    yield from (a.name for a in directory.aliases if a.unit_id in known and "*" not in a.name)


def _unit(directory: Directory, found: re.Match[str], on: date | None) -> str:
    if TOLD.search(found.string, 0, found.start()):
        return found[0]
    units = localize(directory, found[0], on, Level.PROVINCE).units
    return units[0].label if len(units) == 1 else found[0]


def _province(place: Place) -> str:
    return _any("省", "自治区", place.province_kind)


def _below(place: Place) -> str:
    return _BELOW.get(place.city_kind, _COUNTIES)


def _any(*patterns: str) -> str:
    return f"(?:{'|'.join(dict.fromkeys(patterns))})"


def _fixed(pattern: str, after: str) -> Rule:
    return Rule(pattern, lambda found: after)
