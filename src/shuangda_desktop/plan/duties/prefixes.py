"""Prefixes that a whole list inherits: 市经贸委、科技局 means 市经贸委 and 市科技局."""

import re
from collections.abc import Sequence

from shuangda_desktop.plan.duties.stems import is_of_fields, is_plain_office
from shuangda_desktop.plan.duties.unit_names import without_bracket
from shuangda_desktop.text.chars import LOPEN, ROPEN

# of 市场监管局, 市容局 and 市民服务中心 it is no city: of 市政府办, 市民政局 it is
PEOPLE = "民(?!政|宗|族|委|防|盟|建|革|进)"  # 市民, but no office as 市民政局, 市民盟
OF_CITY = f"市(?!场|容|政(?!府|法|协|务)|{PEOPLE})"
_PREFIX = re.compile(
    f"^(自治区|兵团(?!第|各|.{{1,4}}师)|省|师?{OF_CITY}|县(?!级|域)|区(?!域|县|块)|州|盟|旗|师)(?=.{{2,}})"
    "|^([\u4e00-\u9fff]{2,4}?(?:省|市(?!场)|县|区|州|盟|旗))(?=[\u4e00-\u9fff]{2,14}(?:局|委|办|院|部|厅)$)"
)
_PLACED = re.compile("(?:[省县州盟旗师]|市(?!场)|区(?!域))(?=..)")
_OWN = re.compile(
    f"^(?:各|全|中|国|驻|出入境|检验检疫|人行|人民银行|地|乡|镇|街道|村|有关|相关|其他|其它|领导|成员|省|{OF_CITY}|县|区|州|盟|旗|师|团)"
    "|出入境|检验检疫|海关|海事|银行|支行|分行|公司|集团|高新|开发区|新区|园区|管委会|政府(?!采购)|领导小组|单位|部门|街道|乡镇|办事处|大学|学院|协会|商会|"
    f"驻|日报|晚报|报社|电视台|军|武警|企业|媒体|铁路|机场|国家|省|{OF_CITY}|县|区|州|盟|旗"
)
_BRANCH = re.compile(  # of a national office, with a place of its own in its name
    "^.{2,4}(?:证监|银保监|银监|保监|金融监管|邮政管理|通信管理|海事|煤监|能源监管|(?<!国家|地方|财政|稽查|工商|直属|涉外)(?<!第[一二三四五六七八九])(?:税务|国税|地税))局$"
)
_ELSEWHERE = re.compile(  # a bracket that says another level: 市场监管局(各市)
    f"[{LOPEN}](?:[各县区乡镇][^{LOPEN}{ROPEN}]*|[^{LOPEN}{ROPEN}]*[级市县区乡镇])[{ROPEN}]$"
)
_OF_ZONE = "管委会办公室"  # behind 区商务局 it is that zone's
_HOME = re.compile(
    "^.{1,4}(?:局|委|办|院|厅|会|联|社|部|馆|中心|支队|大队)$|^.{2,10}执法[支大总]队$"
)
_COMMON = re.compile(
    "^(?:公安|司法|财政|商务|工商|质监|质检|农业|农业农村|农|畜牧|畜牧兽医|渔业|水利|林业|林草|环保|生态环境|自然资源|国土资源|国土房管|国土规划|工业和信息化|住建|住房城乡建设|"
    "城乡建设|城管|城市管理|交通|交通运输|科技|教育|民政|人社|人力资源社会保障|文化|文旅|文化旅游|文化广电旅游|文广新|体育|卫生|卫计|卫健|"
    "卫生健康|药监|食药监|食品药品监管|食品药品监督管理|市场监管|市场监督管理|知识产权|版权|统计|审计|税务|国税|地税|烟草|烟草专卖|邮政管理|"
    "发改|发展改革|经信|工信|经贸|粮食|供销|网信|法制|机关事务|机关事务管理|金融|双打|宣传|组织|综治|政法|国资|大数据|应急|应急管理|信访|广电|新闻出版|数据|政务服务|政务和数据|政务服务和数据|行政审批|行政审批服务)"
    "(?:分?局|厅|委|办|院|部|社)$"
)


def inherit(names: Sequence[str], inherited: str = "") -> tuple[str, ...]:
    """The names with the prefix that the first of them carries for all.

    Where a later name repeats the prefix, the list writes every prefix out and bare names are names
    of their own; only plain departments still inherit. ``inherited`` is the prefix of the list before.
    """
    at = next((n for n, name in enumerate(names) if not _governs(name)), 0)
    prefix = prefix_of(names[at]) if names else ""
    rest = names[at + 1 :]
    if not prefix and inherited and all(_takes(name) for name in names):
        prefix, rest = inherited, names
    if not prefix or _other_places(prefix, names):
        return tuple(names)
    spelt_out = any(re.match(f"{prefix}(?!场|政府)", name) for name in names[1:])
    wanted = _COMMON.match if spelt_out else _takes
    zone = prefix.endswith("区") and not spelt_out
    taking = {
        name
        for name in rest
        if (wanted(name) and _has_such(prefix, name)) or (zone and name == _OF_ZONE)
    }
    return tuple(prefix + name if name in taking else name for name in names)


def _has_such(prefix: str, name: str) -> bool:
    """Whether a place has such an office: a 厅 is a province's."""
    return not name.endswith("厅") or prefix.endswith(("省", "自治区"))


def _other_places(prefix: str, names: Sequence[str]) -> bool:
    """Whether several places stand before the names, so that none of them holds for all."""
    return len(prefix) > 1 and any(prefix_of(name) not in ("", prefix) for name in names)


def has_place(name: str) -> bool:
    """Whether a name begins with the kind of a place, whatever unit it is: 省…, 市…, 区…, not 市场…."""
    return bool(_PLACED.match(name))


def prefix_of(name: str) -> str:
    """The administrative prefix of a name: 市 of 市公安局, "" where it has none."""
    match = _PREFIX.match(name)
    return (match[1] or match[2]) if match else ""


def _governs(name: str) -> bool:
    """Whether a name is that of a government, whose place is its own: 云溪开发区管委会."""
    return name.endswith(("管委会", "政府")) and not prefix_of(name)


def _takes(name: str) -> bool:
    name = name if _ELSEWHERE.search(name) else without_bracket(name)
    if _COMMON.match(name):
        return True
    local = _HOME.match(name) or is_plain_office(name) or is_of_fields(name)
    return bool(local) and not _OWN.search(name) and not _BRANCH.match(name)
