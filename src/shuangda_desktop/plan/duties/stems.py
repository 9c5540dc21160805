"""Names of departments without their place: what a damaged or glued name may have been.

General knowledge of the offices of a province, a city and a county since 2006, Simplified.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

_OFFICES = """
公安局 公安厅 公安分局 市场监管分局 市场监督管理分局 药监分局 工商分局 环保分局 生态环境分局 自然资源分局 税务分局 食药监分局 司法局 司法厅 财政局 财政厅 商务局 商务厅 工商局 工商行政管理局 质监局 质检局 质量技监局 质量技术监督局 农业局 农业厅 农业农村局 农业农村厅
农委 农牧局 农牧厅 农业农村和水利局 农业委员会 畜牧局 畜牧兽医局 水产局 水利局 水利厅 水务局 林业局 林业厅 林草局 林业和草原局 粮食局 粮食和储备局 粮食和物资储备局 环保局 环境保护局 环境保护厅
生态环境局 生态环境厅 自然资源局 自然资源厅 自然资源和规划局 国土资源局 国土资源厅 住建局 住房城乡建设局 住房城乡建设厅 住房和城乡建设局 住房和城乡建设厅
建设局 城管局 城市管理局 城管执法局 城市管理执法局 综合执法局 综合行政执法局 交通局 交通运输局 交通运输厅 科技局 科技厅 科学技术局 科学技术厅 教育局 教育厅 教体局 教育体育局
民政局 民政厅 民宗局 民族宗教局 民宗委 民委 人社局 人社厅 人力资源社会保障局 人力资源社会保障厅 人力资源和社会保障局 人力资源和社会保障厅 文化局 文化厅 文旅局 文广局 文广新局 文体局 文化旅游局 文化和旅游局
文化和旅游厅 文化广电旅游局 文化广电和旅游局 文化旅游广电体育局 文化广电新闻出版局 文化广电新闻出版旅游局 文广旅局 文旅体育局 文体广旅局 体育局 卫生局 卫生厅 卫计委 卫计局 卫生计生委 卫生计生局 卫健委 卫健局
卫生健康委 卫生健康局 卫生健康委员会 药监局 食药局 食药监局 食品药品监管局 食品药品监督管理局 药品监管局 药品监督管理局 市场局 市监局 市场监管局 市场监督管理局
知识产权局 版权局 新闻出版局 广电局 广播电视局 统计局 审计局 审计厅 税务局 国税局 地税局 国家税务局 地方税务局 烟草局 烟草专卖局 邮政局 邮政管理局 通信管理局 气象局 海事局 缉私局
发改委 发改局 发展改革委 发展改革局 发展和改革委员会 发展和改革局 经信委 经信局 经信厅 经济和信息化委员会 经济和信息化委 经济和信息化局 工信局 工信厅 工信委 工业和信息化局 工业和信息化厅
经委 经贸委 经济贸易委员会 物价局 价格监督检查局 供销社 供销合作社 供销合作总社 供销总社 供销合作联社 供销合作社联合社 网信办 法制办 机关事务局 机关事务管理局 机关事务中心 金融办 地方金融监管局 金融工作办公室 双打办 军民融合办 目督办 打假办 整规办 食安办 综治办 宣传部 组织部 统战部 政法委
互联网信息办公室 法制办公室 金融办公室 机构编制委员会办公室
国资委 大数据局 大数据发展管理局 数据局 政务办 政务服务局 应急局 应急厅 应急管理局 应急管理厅 安监局 信访局 侨办 外事办 外办 医保局 医疗保障局 退役军人局 退役军人事务局 乡村振兴局 扶贫办
检察院 人民检察院 高级人民法院 中级人民法院 人民法院 高级法院 中级法院 高院 中院 法院 总工会 团委 妇联 残联 科协 工商联 工商业联合会 残疾人联合会 妇女联合会 政府采购中心 贸促会 消委会 消委 消保委 消协 消费者协会 人民银行 银保监局 银监局
监察局 监察厅 监察委 纪委监委 人事局 劳动局 劳动保障局 劳动和社会保障局 旅游局 旅游委 文旅委 人口计生委 人口计生局 计生委 计生局 商务委 商业局 外经贸局 交通委 住建委 城管委 城乡建设委 科委 教委 规划局 房管局 园林局
农机局 渔业局 海洋渔业局 海洋与渔业局 盐务局 编办 档案局 行政审批局 行政审批服务局 政数局 营商环境局 水务厅 旅游厅 人事厅 劳动保障厅
市场监管总局 海关总署 税务总局 工商总局 质检总局 食品药品监管总局 新闻出版广电总局 广电总局 体育总局 公安部 司法部 财政部 商务部 教育部 科技部 民政部 农业部 农业农村部 自然资源部
生态环境部 环境保护部 住房城乡建设部 交通运输部 水利部 文化部 文化和旅游部 工业和信息化部 人力资源社会保障部 应急管理部 中央宣传部 中央网信办 中央政法委 最高人民法院 最高人民检察院 高法院 高检院
"""
_PREFIX = re.compile(
    "^(?:国家|党工委|党委|新疆生产建设兵团|兵团|师市|经开区|高新区|开发区|自治区|自治州|自治县|(?:省|市|县|区|旗)委(?=..部|政法委|..办)|省|市(?!场)|县|区|州|盟|旗|师)(?=.)"
)
_PLACED = re.compile("^[^\\W局厅委办院部关]{2,4}?(?:省|市(?!场)|县|区|州|盟|旗)(?=..)")
_LOCAL_OFFICE = re.compile(  # one name: the office of a national one at a place
    "^国家.{2,6}总局(?!.*总局).{2,8}?(?:自治区|自治州|省|市|县|区|州|盟|旗).{2,6}局$"
)
_OF_ALL = ("全国", "中央")  # as national bodies begin
_FEWEST = 2
# of departments that have them beside others: 卫生和计划生育局, 执法与应急管理局
_OTHER_FIELDS = frozenset(("计划生育", "环境", "执法", "经济发展", "社会事业"))
_LEVELS = "省市县区州盟旗"
_LONG = 5  # characters by which one other cannot make it another office: 文广局 and 文体局 are both right
_OF_INITIALS = re.compile("文[体广旅教]")  # nor in 文体广旅局 and 文体广新局


@lru_cache(maxsize=1)
def _stems() -> Mapping[str, None]:
    """The names in their order: in a set they would stand in another one at each start of the program."""
    return dict.fromkeys(_OFFICES.split())


@lru_cache(maxsize=1)
def _shortened() -> dict[str, str]:
    """Each name without one of its characters, and the name."""
    known = _stems()
    return {
        name[:at] + name[at + 1 :]: name
        for name in sorted(known)
        for at in range(len(name))
        if len(name) > _FEWEST
        and name[at : at + 2] != "总局"
        and name[:at] + name[at + 1 :] not in known
    }


def _ends(name: str) -> tuple[str, ...]:
    """The name, and what it is without its level and its place."""
    cuts = (pattern.sub("", name, count=1) for pattern in (_PREFIX, _PLACED))
    return tuple(dict.fromkeys((name, *cuts)))


def is_plain_office(name: str) -> bool:
    """Whether a name is that of a well-known department and nothing more: neither level nor place."""
    return name in _stems()


def is_of_fields(name: str) -> bool:
    """Whether a name is that of a department for several fields: 教育和体育局, 文化广电体育和旅游局."""
    return bool(_several_fields().fullmatch(name))


@lru_cache(maxsize=1)
def _several_fields() -> re.Pattern[str]:
    fields = {name[:-1] for name in _stems() if name[-1] in "局委厅" and len(name) > _FEWEST}
    field = "|".join(sorted(fields | _OTHER_FIELDS, key=len, reverse=True))
    return re.compile(f"(?:{field}){{1,4}}(?:和|与|及)?(?:{field})(?:局|委员会|委|厅)")


@lru_cache(maxsize=1024)  # a plan names the same units again and again
def is_office(name: str) -> bool:
    """Whether a name is that of a well-known department, with or without its level and place."""
    return any(end in _stems() for end in _ends(name)) or name.endswith("海关")


@lru_cache(maxsize=1024)
def begins_anew(words: str) -> bool:
    """Whether what stands behind a whole name is a name of its own: 市税务局, 各镇, 生态环境局…."""
    if words.startswith("各"):
        return "成员" not in words
    stems = (stem for stem in _stems() if len(stem) > _FEWEST)
    return (
        bool(_PREFIX.match(words)) or words.startswith(_OF_ALL) or any(map(words.startswith, stems))
    )


def office_meant(name: str) -> str:
    """The well-known department that a name with one lost character stands for; "" for others."""
    if is_office(name):
        return ""
    for end in _ends(name):
        whole = _shortened().get(end)
        if whole:
            return name[: len(name) - len(end)] + whole
    return ""


def office_near(name: str) -> str:
    """The well-known department that a name stands for which has one character other or too many.

    "" for others. Only long names tell it, and not by their last character: 商务局 and 商务厅 are two.
    """
    if is_office(name):
        return ""
    for end in _ends(name):
        for at in range(end[0] in _LEVELS, len(end) - 1):  # 市政管理局 is no 邮政管理局
            rest = end[:at] + end[at + 1 :]
            whole = _gapped().get(f"{end[:at]}\0{end[at + 1 :]}", "")
            whole = whole or (rest if len(rest) >= _LONG and rest in _stems() else "")
            if whole:
                return name[: len(name) - len(end)] + whole
    return ""


@lru_cache(maxsize=1)
def _gapped() -> dict[str, str]:
    """Each long name with a gap for one of its characters, and the name."""
    return {
        f"{name[:at]}\0{name[at + 1 :]}": name
        for name in reversed(list(_stems()))
        for at in range(len(name) - 1)
        if (len(name) >= _LONG and not _OF_INITIALS.match(name)) or name.endswith("总局")
    }


def is_odd_in_names(char: str) -> bool:
    """Whether no name of a well-known department holds a character."""
    return char not in _characters()


@lru_cache(maxsize=1)
def _characters() -> frozenset[str]:
    return frozenset(_OFFICES)


def office_like(before: str, behind: str) -> str:
    """The well-known department that has one other character between these; "" for none."""
    for end in _ends(f"{before}\0{behind}"):
        head, _, tail = end.partition("\0")
        size = len(head) + 1 + len(tail)
        for stem in _stems() if size > _FEWEST else ():
            if len(stem) == size and stem.startswith(head) and stem.endswith(tail):
                return f"{before}{behind}"[: len(before) - len(head)] + stem
    return ""


def place_of(name: str) -> str:
    """What stands before a well-known department: 开发区 of 开发区公安局; "" for other names."""
    end = next((name[at:] for at in range(len(name)) if name[at:] in _stems()), name)
    return name[: len(name) - len(end)]


def two_offices(name: str) -> tuple[str, str] | None:
    """The two departments that stand in one name without a mark between them."""
    if is_office(name) or _LOCAL_OFFICE.match(name):
        return None
    for cut in range(_FEWEST, len(name) - 1):
        left, right = name[:cut], name[cut:]
        governs = left.endswith("政府") and right not in _stems()  # 县政府金融办 is one
        if (is_office(left) or governs) and (
            is_office(right) or (right[0] == "各" and "成员" not in right)
        ):
            return left, right
    return None
