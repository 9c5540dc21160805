"""Bare figures that are to be reached, and figures that only tell which things are meant."""

import re

from shuangda_desktop.plan.measures.amounts import RATE, moved_to
from shuangda_desktop.plan.measures.target_names import NEAR
from shuangda_desktop.plan.measures.worded_figures import ALL_DONE, DO

_AIMED = re.compile(  # right before a figure: 力争1家企业上市, 支持20家企业
    "(?:力争|争取|确保|推动|为|支持|资助|选拔|鼓励|扶持|推广|指导|筹建|孵化|引育|储备|实现|带动)$"
)
_WON = re.compile("(?<![查抓缴捕])获[^,;\u3002\\d]{0,12}$")  # 获一等奖1所
_WORKS = re.compile("实施[^,;\u3002\\d]{2,20}工程$")  # 实施安全防护工程31公里
_OF_THEM = re.compile(  # 将20家网站列入名单, 对300家企业完成检查, 在30家市场设置专区, 在7个县开展试点
    "(?:(?<=推)进\\d+[家户所]|对\\d+[家户所][^,;\u3002:]{2,30}(?<![未已])建立|和\\d+[家户所][^,;\u3002:\\d]{2,20}建立|[将把]\\d+[家户所][^,;\u3002:]{2,30}[列纳]入|对\\d+[家户所][^,;\u3002:]{2,30}(?<![未已])完成(?!情况)"
    "|在\\d+(?:[家户所][^,;\u3002:的]{2,8}(?:设[置立]|建[设立成]|推[广行]|安装|配备|布设)|(?=[^,;\u3002:\\d]{0,6}(?:[县区乡镇]|市(?!场)|街道))[^,;\u3002:\\d]{2,10}(?:开展|启动|进行|先行)[^,;\u3002:\\d]{0,12}试点))"
    "(?![^,;\u3002]{0,20}的)"
)
_SCORES = ("得分", "满意度")
_LONGEST_AIM = 3  # with what ends a line
_WITH = ("与", "同", "和")
_AGREED = re.compile(
    "[^,\u3002;]{2,20}?(?:签订|签署|缔结)|[家所户](?<=.)[^,\u3002;]{2,20}?(?:合作|结对)"
)  # 与3家平台签订协议
_WITH_SUCH = re.compile("(?:与|同)[^,;\u3002:]{2,36}等$")  # 与甲、乙等7家平台签订
_SHARE_DONE = re.compile(  # 确保60%一般单位达标
    "(?:以上)?[\u4e00-\u9fff][^,;\u3002:\\d的]{1,30}(?:达标|达到|建成|完成|上岗|公示|覆盖|落实)"
)
_STOPS = re.compile("[,\u3002;:!?()]")  # a quotation is no end: 培育“某某”产品10个
_ENDS = ("", *",;\u3002")
_FEWEST = 4  # characters before a number that name what is counted
_FOUND = re.compile("每|已|有|涉及|去年|上年|累计|全国|其中|为期|占地|奖励|罚款")
_LIST = re.compile("\\d[^、\\d]{1,4}、")  # the last of a row of which none was read
_IS_SO = re.compile(
    "(?:我?[全本]?[省市县区州])?(?:截至目前|目前|现有|已有|共有|去年|上年|上一年)(?!基础|同期)"
)
_STOCK = re.compile(
    "(?:周边|全部|所有|\\((?:20\\d\\d年|去年|上年)[^(),;\u3002]{0,8}为|对(?:辖区|我?全[省市县区州国]|[省市县区域范围]内)|[由从]|(?:(?:20\\d\\d|去|上)年|已)[^,;\u3002]{1,12}(?<!下达|规定|确定|计划|安排|部署)的)$"
)  # 全省119个县, 由8万个, 2008年查处的11家门店
_LONGEST_SENTENCE = 400
_PAID = re.compile("给予|奖励|补[助贴]")  # 给予50万元奖励
_HAS_DONE = re.compile(  # 已建成工作站35个
    f"已(?:经|全部|累计|共)?(?:{DO.pattern})(?P<what>[^,;\u3002]{{0,6}})$"
)
_AIMS_OR_WILL = re.compile("今年|本年|力争|争取|确保|目标|计划|将|要")
_ENUMERATED = re.compile(  # what was counted up before: 电子商务、现代物流等12个领域
    "[类种]|个(?:[\u4e00-\u9fff]{2})?(?:领域|方面|行业|环节|品种|部门|单位|地区|省|市|县|区)"
)
_TOGETHER = ("组织", "会同", "联合", "协调")  # 组织12个成员单位
_MEMBERS = re.compile("(?:[\u4e00-\u9fff]{2})?(?:单位|部门)")
_OF_A_RULE = re.compile("的(?:政策|标准|比例|优惠|补贴|补助|奖励|税率)")
_ALL_WHO = re.compile("(?:^|力争|争取|确保|实现|我?全[省市县区州])$")  # 100%的集贸市场
_COVERS = re.compile("覆盖(?![率面])")
_DONE_BY = re.compile("(?:达到?|实现|建[立成])(?![\\d的])")  # 企业80%达到标准
_PACE = re.compile("的(?:速度|增速|幅度)")
_MOVES = re.compile(  # 压降投诉量20%
    "(?:压[降减缩]|降低|下降|减少|削减|提[高升]|增加)[^,;\u3002\\d]{2,16}$"
)
_SUMS = re.compile(  # 实现销售额120亿元, 外贸出口12亿美元
    "(?:实现|减负|减轻|减免|降低|减少|压减|节约|节省|争取|增收)[^,;\u3002\\d]{0,16}$"
    "|(?:.{2}(?:收入|总额|外资|出口|产值|增加值)|(?:销售|成交|交易|出口)额)$"
)
_DONE_OF = re.compile("(?:完成|覆盖)[^,;\u3002\\d]{1,16}的$")
_SIZED = re.compile("(?:元|[千百万亿]?(?:人|名|平方米|亩|头|座))$")
_WHICH = re.compile(  # 以上的企业, 以上企业
    "(?:\\([含不]+\\))?(?:以[上下])?(?:的(?![\u4e00-\u9fff]{0,6}(?:速度|增速|幅度|目标|要求|水平|产值|规模|营收|任务|额))|(?P<bare>(?:死亡|伤亡)?(?:事故|事件)|企业|项目|案件|工程|单位|会议|合同|养殖[场户]|(?:客运)?车辆|客车))"
)
_BASES = ("的基础", "的标准")  # 在1.7万件的基础上增加, 按每台不超过1600元的标准
_AND_WHO = re.compile(
    "[,、]?且[^,;\u3002\\d]{2,16}\\d[^,;\u3002\\d]{1,6}的(?!目标)"
)  # 人口超过5万,且产值超过1亿元的镇
_WHERE = re.compile("[\u4e00-\u9fff]{0,4}的,")  # 投诉达到9件的,约谈 is a condition
_ABOUT = re.compile("(?:要|应|须|并|依法)?(?:[对将凡把向]|针对)")
_LESS = ("低于", "少于", "小于", "大于", "高于", "多于", "超过")


def is_counted(match: re.Match[str], clause: str) -> bool:
    """Whether a bare number is a target: 建成5个, 办结率98%, 整治2次以上."""
    if match["tail"] == "以上":
        return True
    if match["tail"] and match["unit"] == "%":
        return not match.string.startswith("的", match.end())  # 涨幅在3%以内
    if _is_told(match, clause):
        return False
    if match["unit"] == "%":
        return _is_share(match, clause)
    if (
        _AIMED.search(clause, max(0, len(clause) - _LONGEST_AIM))
        or _WON.search(clause)
        or moved_to(clause)
        or _WORKS.search(clause)
        or _OF_THEM.match(match.string, match.start() - 1)
        or _is_agreed(match, clause)
    ):
        return True
    if DO.search(clause) or _is_score(match, clause):
        return True
    opening = match.string[max(0, match.start() - NEAR) : match.start()]
    words = _STOPS.split(opening)[-1]
    return bool(DO.search(words)) or _ends_clause(match, max(clause, words, key=len))


def _is_score(match: re.Match[str], clause: str) -> bool:
    """Whether a figure is a score that is aimed at; 得分60分的企业 are those that have it."""
    of_whom = match.string.startswith("的", match.end())
    return match["unit"] == "分" and clause.endswith(_SCORES) and not of_whom


def _is_agreed(match: re.Match[str], clause: str) -> bool:
    """Whether a figure counts those with whom something is agreed: 与3家平台签订, 与甲、乙等7家平台签订."""
    text, at = match.string, match.start()
    such = clause.endswith("等") and _WITH_SUCH.search(text, max(0, at - NEAR), at)
    return bool(such or clause.endswith(_WITH)) and bool(_AGREED.match(text, match.end() - 1))


def _is_told(match: re.Match[str], clause: str) -> bool:
    """Whether a figure says how many there are: 现有32家, 等12个领域, 组织12个成员单位."""
    text, at = match.string, match.start()
    if (
        clause.endswith("等")
        and not _is_agreed(match, clause)
        and _ENUMERATED.match(text, match.start("unit"))
    ):
        return True
    if clause.endswith(_TOGETHER) and _MEMBERS.match(text, match.end()):
        return True
    if match["unit"] != "%" and _STOCK.search(clause):
        return True
    if _has_been(clause) or (match["unit"].endswith("元") and _is_paid(match, clause)):
        return True
    low = max(0, at - _LONGEST_SENTENCE)
    start = text.rfind("\u3002", low, at) + 1 or low
    told = _IS_SO.match(clause) or _IS_SO.match(text, start)
    return bool(told) and not _AIMS_OR_WILL.search(text, start, at)


def _has_been(clause: str) -> bool:
    """Whether the deed before a figure is done: 已建成工作站, 约谈了; 已 elsewhere tells which: 抽查已培训门店."""
    if clause.endswith("了"):
        return True
    done = None if _ABOUT.match(clause) else _HAS_DONE.search(clause)
    if not done:
        return False
    return not (DO.search(clause, 0, done.start()) or DO.search(done["what"]))


def _is_paid(match: re.Match[str], clause: str) -> bool:
    """Whether a sum is what somebody gets."""
    return bool(_PAID.search(clause) or _PAID.search(match.string, match.end(), match.end() + 4))


def _is_share(match: re.Match[str], clause: str) -> bool:
    """Whether a bare percentage is a target: 办结率98%, 100%的市场, 以年均10%的速度增长, 压降投诉量20%."""
    text, end = match.string, match.end()
    if (
        RATE.search(clause)
        or moved_to(clause)
        or _DONE_OF.search(clause)
        or _COVERS.match(text, end)
        or ("已" not in clause and _DONE_BY.match(text, end))
    ):
        return True
    if text.startswith("的", end):
        return bool(_PACE.match(text, end) or _ALL_WHO.search(clause))
    ends = text[end : end + 1] in _ENDS
    if match["value"] == "100" and (ends or text.startswith("、", end)) and ALL_DONE.search(clause):
        return True
    if _AIMED.search(clause, max(0, len(clause) - _LONGEST_AIM)):
        return bool(_SHARE_DONE.match(text, end))
    return ends and bool(_MOVES.search(clause))


def _ends_clause(match: re.Match[str], clause: str) -> bool:
    """Whether a clause ends with what is counted and tells no past: 高新技术企业净增8家。"""
    after = match.string[match.end() : match.end() + 1]
    if after not in _ENDS or _FOUND.search(clause) or _LIST.search(clause):
        return False
    if match["unit"].endswith("元"):
        return bool(_SUMS.search(clause))
    return match["unit"][-1] not in "分期点" and len(clause) >= _FEWEST


def tells_which(match: re.Match[str], clause: str) -> bool:
    """Whether a figure tells which things are meant: 注册资本500万元以上的企业, 对投诉3次以上的商户."""
    text, end = match.string, match.end()
    if text.startswith(_BASES, end) or _AND_WHO.match(text, end) or _WHERE.match(text, end):
        return True
    which, sized = _WHICH.match(text, end), _SIZED.search(match["unit"])
    if not which or (which["bare"] and not sized):  # 超过100家企业 counts what it names
        return False
    bound = match["most"] or match["least"]
    if match["unit"] == "%" and not bound and _OF_A_RULE.match(text, end):
        return True  # 下调费率50%的政策
    if bound in _LESS or (not bound and match["tail"] and sized):
        return True
    share = match["unit"] == "%" and clause.endswith("对")  # 对80%以上的企业开展指导
    return bool(match["tail"] and _ABOUT.match(clause)) and not share
