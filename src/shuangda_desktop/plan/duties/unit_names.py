"""Names of units: whether words are one, can be nothing else, or stand for several."""

import re
from collections.abc import Sequence
from functools import lru_cache

from shuangda_desktop.plan.duties.stems import is_plain_office
from shuangda_desktop.text.chars import HAN, LOPEN, ROPEN

_SURE = (  # endings that only names of units have, as far as words before them allow
    "(?<![格布结])局|厅|(?<!部)署|委|(?<![开举待督主承协合创侦交])(?<!(?<!督)查)办|(?<![内外干])(?<!(?<!安)全)部|(?<!大)院|海关|政府|委员会|领导小组|指挥部|办事处|专班|"
    "支队|总队|大队|兵团|军区|管委会|协会|商会|学会|总工会|联合会|贸促会|银保监会|证监会|工商联|妇联|残联|科协|文联|团委|"
    "供销社|供销合作社|合作联社|信用联社|联合社|派出所|电视台|总社|银行|支行|分行|人行|(?<![核重同])中心|公司|集团|街道|单位|部门|机构|市委|省委|"
    "[委府][\u4e00-\u9fff]{2,6}室|(?:委员会|领导小组|联席会议|指挥部|政府|常委会|人大|政协|[省市县区州旗]委)办公室"
)
_LOOSE = (  # endings that names of units share with other words
    "(?<![社机大])会|社|组|队|站|(?<!场)所|馆|台|校|大学|学院|科|(?<![惩之好])(?<!(?<![稽督检巡])查)处|室|厂|矿|联盟|联席会议|(?<![控入参合])股|法庭|(?<![公上官])司|企业|媒体|机关|中央|党委|党组|"
    "侨联|[\u4e00-\u9fff]协|团市委|团省委|武警|海警|电力|电信|移动|联通|铁路|机场|邮政|开发区|新区|园区|示范区|自贸区|合作区|团场|师市|"
    "镇街|乡镇|地区|地方|各地|社区|居|村|乡|镇|县|区|市|州|盟|旗|师|省|岛"
)
_ENDING = re.compile(f"(?:{_SURE}|{_LOOSE})$")
_STRONG = re.compile(f"(?:{_SURE})$")
_ENDING_HERE = re.compile(_SURE)
_NAME_GOES_ON = re.compile(  # behind what could be a whole name: 市政府督查室, 人民银行云溪市分行
    f"员会|(?<=部)门|办公[室厅]|办(?![理法好案结])|[督研政法信秘][{HAN}]{{0,4}}室|[{HAN}]{{2,5}}(?:支队|大队|总队|分局|分行|支行)"
    f"|(?<=[党工]委)(?:(?:宣传|组织|统战)部|政法委|网信办|编办)|(?<=总局)[{HAN}]{{2,8}}?局|(?<=政府)[{HAN}]{{2,4}}?(?:办(?![理法好案结])|室|局|委)"
)
_NO_NAME = re.compile(  # a sentence that only names a unit: 将工作纳入市政府…
    "^(?:将|把|对|在|以|按|每|为|从|向|与|由|会同|配合|协助|协调|督促|指导|推动|组织|加强|完善|落实|建立|审议|审定|批准)|纳入|报送|向|[0-9]"
)
_LONGEST_NAME = 24
LIST_GOES_ON = ("、", "和", "及")  # behind a name: another follows
_NO_UNIT = re.compile(
    "^(?:原|现|即|含|包括|不含|除|见|注|如|下同|以下|全社会|社会|一|二|三|四|五|六|七|八|九|十|\\d)"
)
_COLLECTIVE = re.compile(
    "^(?:各|其他|其它|有关|相关|全体|全[省市县区]各)|(?:有关|相关|各|其他|其它)(?:成员|职能|责任|行政)?(?:单位|部门)$|的部门$"
)
_FIELD_NAMES = (  # beside 等部门 no units yet
    "铁路 邮政 电力 电信 通信 民航 机场 检验检疫 出入境检验检疫 文化执法 文化市场执法 文广影视 城管执法 卫生监督"
    " 行政监察 新闻宣传 爱国卫生 城市执法 动物卫生监督 渔政 海事 消防 公安消防 安全监管 交警 路政 运政 盐政 劳动监察 银行 证券 保险 网监"
)
_FIELDS = frozenset(_FIELD_NAMES.split())
_ALSO = re.compile(f"[{LOPEN}][{HAN}]{{2,6}}[{ROPEN}]$")  # 新闻出版(版权)
_READ = 4096  # names are the same all over a plan, and in the plans of an office


def is_field(name: str) -> bool:
    """Whether a name is what a well-known department is for: 商务, 市场监管."""
    name = _ALSO.sub("", name)
    if name in _FIELDS:
        return True
    bare = not looks_like_unit(name)
    return bare and any(
        is_plain_office(without_bracket(name) + kind) for kind in ("局", "委", "办", "部", "院")
    )


@lru_cache(maxsize=_READ)
def looks_like_unit(name: str) -> bool:
    """Whether a name ends as names of units do."""
    return 2 <= len(name) <= 40 and bool(_ENDING.search(without_bracket(name)))


@lru_cache(maxsize=_READ)
def is_surely_unit(name: str) -> bool:
    """Whether a name can be nothing but a unit, even without a verb beside it."""
    core = without_bracket(name)
    if not 3 <= len(core) <= 30 or _NO_UNIT.match(core):
        return False
    return bool(_STRONG.search(core)) or (core.startswith("各") and bool(_ENDING.search(core)))


def are_surely_units(names: Sequence[str]) -> bool:
    """Whether there are names, each of which can be nothing but a unit, or stands for several."""
    return bool(names) and all(is_surely_unit(name) or is_collective(name) for name in names)


@lru_cache(maxsize=_READ)
def unit_at_start(text: str) -> str:
    """The unit that a text begins with, though no mark ends its name: 市公安局组织排查; "" for none."""
    for ending in _ENDING_HERE.finditer(text, 0, _LONGEST_NAME):
        more = _NAME_GOES_ON.match(text, ending.end())
        name = text[: more.end() if more else ending.end()]
        if is_surely_unit(name):
            return "" if _NO_NAME.search(name) else name
    return ""


def units_at_start(text: str) -> tuple[list[str], int]:
    """The units that a text begins with, parted by 、 or 和, and where the last of their names ends."""
    names: list[str] = []
    at = end = 0
    while name := unit_at_start(text[at : at + _LONGEST_NAME]):
        names.append(name)
        end = at + len(name)
        if text[end : end + 1] not in LIST_GOES_ON:
            break
        at = end + 1
    return names, end


def helped_units(text: str) -> list[str]:
    """The units that words behind 配合 begin with, whose work it is: 市商务局做好巡查; [] for no names."""
    names, end = units_at_start(text) if text[:1].isalpha() else ([], 0)
    whole = not text.startswith(LIST_GOES_ON, end)
    return names if whole and not any(map(is_collective, names)) else []


@lru_cache(maxsize=_READ)
def is_collective(name: str) -> bool:
    """Whether a name stands for several units that it does not name: 各成员单位, 有关部门."""
    return bool(_COLLECTIVE.search(name))


def without_bracket(name: str) -> str:
    """The name without a bracket at its end: 市委宣传部(市版权局) -> 市委宣传部."""
    if not name or name[-1] not in ")\u3015]\u3011":
        return name
    cut = max(name.rfind(opening) for opening in "(\u3014[\u3010")
    return name[:cut] if cut > 1 else name
