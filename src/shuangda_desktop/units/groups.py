"""Names that stand for several units: local governments, members, departments not named."""

import re

from shuangda_desktop.text.chars import HAN, LPAREN, PAUSE, RPAREN
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.model import Unit, UnitKind

_IN = f"[{HAN}{LPAREN}{RPAREN}{PAUSE}\u3014\u3015\\[\\]]"  # what a collective name may hold
_ALL = "各|全体|所有|全省|全市|全州|全区|全县"
_SOME = "有关|相关|其他|其它"
_GOVERNMENT = "人民政府|政府|管委会|管理委员会|行政公署|街道办事处"
_AREA = "省|自治区|直辖市|市|州|盟|县|区|旗|地|镇|乡|街道|村|社区|开发区|新区|园区|兵团|师|团场"
_OFFICES = re.compile(
    f'(?:{_ALL}|{_SOME}|地方){_IN}*(?:["\u201c]?双打["\u201d]?办|领导小组办公室|打假办){_IN}*$'
)
_GOVERNMENTS = re.compile(
    f"(?:{_ALL}|{_SOME}|地方|属地|所在地|当地|县级|市级|省级|下级){_IN}*(?:{_GOVERNMENT})$"
    f"|(?:各|{_SOME}|地方){_IN}*(?:{_AREA})[{RPAREN}\u3015\\]]?$|(?:各|所在|有关)地(?:方)?$"
)
_ONE_GOVERNMENT = re.compile(
    f"[{HAN}]{{1,12}}(?:县|区|市|旗|州|盟|镇|乡)(?:人民)?政府$"
    f"|[{HAN}]{{0,14}}(?:管委会|管理委员会|街道办事处|街道|开发区|新区|园区)$"
)
_MEMBERS = re.compile("成员单位$")
_VAGUE = re.compile(
    "(?:[省市县区]|行业|行政|执法|司法|监管|主管|职能|监督|管理|责任)+(?:部门|机关|单位|机构)$"
)
_EVERY_MEMBER = re.compile("(?:各|全体|所有|本级)?成员单位$")
_GENERIC = re.compile(f"(?:{_SOME})|(?:部门|单位|机关|机构|企业|院校|协会|组织|平台)$")
_COLLECTIVE = re.compile(f"(?:{_ALL})")
_LEVEL_WORDS = re.compile("^(?:国务院|中央和国家机关|国家|中央|省直|省级|省|自治区直|自治区)")


def plural(name: str, level: Level) -> Unit | None:
    """The group that a name beginning with 各, 有关 and the like stands for, kept whole."""
    if _OFFICES.match(name):
        return _group(name, Level.COUNTY, UnitKind.OFFICE)
    if _GOVERNMENTS.match(name):
        return _group(name, Level.COUNTY, UnitKind.GOVERNMENT)
    if _MEMBERS.search(name) or (_COLLECTIVE.match(name) and not re.search(_SOME, name)):
        return _group(name, level, UnitKind.COLLECTIVE)
    vague = re.search(_SOME, name) or _VAGUE.match(name)
    return _group(name, level, UnitKind.GENERIC) if vague else None


def every_member(name: str) -> bool:
    """Whether a name means all members of the leading group, not only those concerned."""
    return _EVERY_MEMBER.search(name) is not None and not re.search(_SOME, name)


def unnamed(name: str, level: Level) -> Unit | None:
    """What is left when no unit has the name: one local government, or departments not named."""
    if _ONE_GOVERNMENT.match(name):
        return _group(name, Level.COUNTY, UnitKind.GOVERNMENT)
    return _group(name, level, UnitKind.GENERIC) if _GENERIC.search(name) else None


def lowered(name: str, kind: str) -> str:
    """A group's name one level down: 省直有关部门 -> 市直有关部门."""
    return _LEVEL_WORDS.sub(lambda word: _lower_word(word[0], kind), name)


def _lower_word(word: str, kind: str) -> str:
    return kind + ("直" if word.endswith(("直", "机关")) else "级" if word.endswith("级") else "")


def _group(name: str, level: Level, kind: UnitKind) -> Unit:
    return Unit("", name, level, kind)
