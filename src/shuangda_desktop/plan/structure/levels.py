"""The level that a name tells: of an issuer, a title, a unit."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from shuangda_desktop.plan.duties.prefixes import OF_CITY, PEOPLE
from shuangda_desktop.plan.structure.county_cities import is_county_city
from shuangda_desktop.text.level import Level

_NATIONAL = re.compile("^[^省市县区州盟旗创]{0,4}(?:国务院|全国|中共中央|中央|国家)")
_PLACE = re.compile(
    f"(自治区|自治州|自治县|自治旗|省|{OF_CITY}|地区|州(?!省|市(?!场|容|民|政))|盟|县|区|旗|兵团|(?<=[一二三四五六七八九十])师)(?!域|块|间|内|级|别)"
)
_RANKS = {
    "省": Level.PROVINCE,
    "自治区": Level.PROVINCE,
    "兵团": Level.PROVINCE,
    "市": Level.CITY,
    "自治州": Level.CITY,
    "地区": Level.CITY,
    "州": Level.CITY,
    "盟": Level.CITY,
    "师": Level.CITY,  # of the corps, a city in its own right
    "县": Level.COUNTY,
    "区": Level.COUNTY,
    "旗": Level.COUNTY,
    "自治县": Level.COUNTY,
    "自治旗": Level.COUNTY,
}
_RULES_COUNTIES = re.compile(
    "各县(?!级|域)|各区(?!域|块)|县\\(市|县、区|区县(?!级|域)|市中级人民法院|市中院"
)
_NO_PLACE = re.compile(
    "[关于贯彻落实做好加强推进印发打开对、委]"
)  # what follows is no place inside
_NO_NAME = re.compile("[全我本]?[省市县区州]")  # what any place may call itself
_NATION = "全国"
_MUNICIPAL = ("北京市", "上海市", "天津市", "重庆市")


def level_of_plan(
    title: str | None, issuer: str | None, units: Sequence[str], text: str
) -> Level | None:
    """The level of a plan: as its title and issuer name it, else as its units and its own words do."""
    names = [name for name in (title, issuer) if name]
    named = next((level for name in names if (level := level_of_name(name, text))), None)
    # a title of a bare 市 names no place: those who work for the plan may tell more
    return (
        named
        or _level_of_issuer(issuer or "")
        or level_of_units(units)
        or _level_of_issuer(title or "")
        or level_of_words(text)
    )


def _level_of_issuer(name: str) -> Level | None:
    """The level of the first of the units that issued a plan: 公安部、农业农村部."""
    return level_of_unit(re.split("[、 ]|关于", name)[0])


def level_of_name(name: str, text: str = "") -> Level | None:
    """The level that the name of an issuer or a title begins with.

    Where the text speaks of counties below it, a city is none of the rank of a county.
    """
    place, kind = _place_of(name)
    if place in _MUNICIPAL:
        return Level.PROVINCE
    if is_county_city(place) and not _RULES_COUNTIES.search(text):
        return Level.COUNTY
    return Level.NATIONAL if kind == _NATION else _RANKS.get(kind)


def listed_city(title: str | None, issuer: str | None) -> str:
    """The city whose rank only the list of cities of the rank of a county tells: 昆山市; "" for none."""
    places = (_place_of(name) for name in (title, issuer) if name)
    place = next((place for place, kind in places if kind), "")
    return place if is_county_city(place) else ""


def _place_of(name: str) -> tuple[str, str]:
    """The place that a name begins with and what kind it is: 昆山市 and 市; "" for none."""
    name = re.sub(
        r"^(?:关于|印发|中共(?!中央)|\u300a|\d{4}年(?:度)?|[\u3007二一三四五六七八九零]{4}年)+",
        "",
        name,
    )
    if _NATIONAL.match(name):
        return "", _NATION
    head = name[:16]
    found, place = None, ""
    at = 0
    while (match := _PLACE.search(head, at)) and match.start() - at <= 6:
        between = head[at : match.start()]
        if found and (not between or _NO_PLACE.search(between)):
            break
        found, place, at = match, head[at : match.end()], match.end()
    return (place, found[1]) if found and not _NO_NAME.match(name) else ("", "")


def level_of_units(units: Iterable[str]) -> Level | None:
    """The level that most units of the duty clauses belong to."""
    names = list(units)
    votes = Counter(level for name in names if (level := level_of_unit(name)))
    votes = votes or Counter(level for name in names if (level := _level_of_place(name)))
    return votes.most_common(1)[0][0] if votes else None


def level_of_words(text: str) -> Level | None:
    """The level whose own name for itself a text uses most: 我省, 全市, 县政府决定.

    Where it uses none, that above those whom it addresses: 各区 are told by a city; then the lowest of
    the governments whose wishes it follows.
    """
    votes = Counter(_RANKS[next(filter(None, match.groups()))] for match in _OUR.finditer(text))
    if votes:
        return votes.most_common(1)[0][0]
    told = next((level for pattern, level in _ADDRESSED if pattern.search(text)), None)
    above = [_RANKS[match[1]] for match in _FOLLOWED.finditer(text)]
    return told or max(above, key=list(Level).index, default=None)


def _level_of_place(unit: str) -> Level | None:
    """The level of a unit that is named with its place: 某某县公安局."""
    match = _PLACED.match(unit)
    return _RANKS[match[1]] if match else None


_PLACED = re.compile(
    "^[\u4e00-\u9fff]{1,6}?(省|市(?!场)|州|盟|县|区|旗)(?=[\u4e00-\u9fff]{2,16}(?:局|委|办|院|厅|部|政府)$)"
)
_OWN_PLACE = re.compile(
    "^国家.{2,6}总局[\u4e00-\u9fff]{2,8}?(自治区|自治州|省|市|县|区|州|盟|旗)(?=.{2,})"
)
_BRANCH = re.compile("[局院].{2,10}(?:分局|分院)$")  # 市生态环境局某区分局 works for the district
_OUR = re.compile(
    "(?<!各)[我全本](省|自治区|市(?!场|民)|州|县|区(?!域|间|块)|旗)"
    "|(?<![\u4e00-\u9fff])(省|市|县|区)(?=(?:人民)?政府决定(?!性)|各(?:相关|有关)?部门)"
    "|(?<=经)(?<![报须需应未后]经)(省|市|县|区)(?=(?:人民)?政府同意)"
    "|(省|市|县|区)(?=直(?:各|相关|有关)?部门)"
)
_FOLLOWED = re.compile(
    "(?<![\u4e00-\u9fff]{2}各)(省|市|县|区)委、\\1(?:人民)?政府"
)  # 根据县委、县政府部署
_ADDRESSED = (
    (
        re.compile(
            "在全国(?:范围内)?(?:组织)?(?:开展|部署|实施)(?![^,;\u3002]{0,40}的(?:[总统]?[一体]?部署|要求|通知|精神|决定|安排|方案|意见))|(?<![\u4e00-\u9fff])各省级|部际联席会议|各地区、各(?:有关)?部门"
        ),
        Level.NATIONAL,
    ),
    (re.compile("各地级|各市[(、]?[州县]|各设区的?市"), Level.PROVINCE),
    (re.compile("各[县区](?![域块级])"), Level.CITY),
    (re.compile("各[乡镇街]"), Level.COUNTY),
)
_UNIT_PREFIX = (
    (re.compile("^(?:省|自治区)(?!级|直)"), Level.PROVINCE),
    (
        re.compile(f"^(?:市(?!场|容|{PEOPLE}|政管|级|直)|州|盟|师)"),
        Level.CITY,
    ),
    (re.compile("^(?:县(?!级|域|市(?!场)|区)|区(?!域|县|块|市(?!场))|旗(?!县))"), Level.COUNTY),
    (
        re.compile(
            "^(?:中央|全国|国务院|最高)|^国家(?!.*总局.)|^(?!各).{2,8}(?<!宣传|组织|统战|武装)(?<![支分挥乐营])部$|^.{2,8}总(?:局|署)$"
        ),
        Level.NATIONAL,
    ),
)


@lru_cache(maxsize=4096)
def level_of_unit(unit: str) -> Level | None:
    """The level that a unit's own name tells, if any; 国家税务总局某市税务局 is the city's."""
    if _BRANCH.search(unit):
        return None
    inner = _OWN_PLACE.search(unit)
    if inner:
        return _RANKS[inner[1]]
    return next((level for pattern, level in _UNIT_PREFIX if pattern.search(unit)), None)
