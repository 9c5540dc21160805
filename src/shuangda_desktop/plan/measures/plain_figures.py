"""Bare figures that are to be reached, and figures that only tell which things are meant."""

import re

from shuangda_desktop.plan.measures.amounts import RATE
from shuangda_desktop.plan.measures.target_names import NEAR
from shuangda_desktop.plan.measures.worded_figures import DO

_AIMED = re.compile(  # right before a figure: 力争1家企业上市, 支持20家企业
    "(?:力争|争取|确保|推动|推进|带动|为|支持|资助|选拔|鼓励|扶持|推广|指导|筹建|孵化|引育|储备|实现)$"
)
_WON = re.compile("(?<![查抓缴捕])获[^,;\u3002\\d]{0,12}$")  # 获一等奖1所
_LONGEST_AIM = 3  # with what ends a line
_WITH = ("与", "同", "和")
_AGREED = re.compile(
    "[^,\u3002;]{2,20}?(?:签订|签署|缔结)|[家所户](?<=.)[^,\u3002;]{2,20}?(?:合作|结对)"
)  # 与3家平台签订协议
_STOPS = re.compile("[,\u3002;:!?()]")  # a quotation is no end: 培育“某某”产品10个
_ENDS = ("", *",;\u3002")
_FEWEST = 4  # characters before a number that name what is counted
_FOUND = re.compile("每|已|(?<!保)有|涉及|去年|上年|累计|全国|其中|为期|占地|奖励|罚款")
_LIST = re.compile("\\d[^、\\d]{1,4}、")  # the last of a row of which none was read
_IS_SO = re.compile(
    "(?:我?[全本]?[省市县区州])?(?:截至目前|目前|现有|已有|共有|去年|上年|上一年)(?!基础|同期)"
)
_STOCK = re.compile(
    "(?:周边|对(?:辖区|我?全[省市县区州国]|[省市县区域范围]内)|[由从]|(?:(?:20\\d\\d|去|上)年|已)[^,;\u3002]{1,12}(?<!下达|规定|确定|计划|安排|部署)的)$"
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
_COVERS = re.compile("覆盖(?![率面])|达到(?![\\d百])")
_RATE_IS = re.compile("(?:率|比例|占比|比重|满意度)(?:均|都|全部|要|须|应){0,2}(?:实现|做到)$")
_PACE = re.compile("的(?:速度|增速|幅度)")
_MOVES = re.compile(  # 压降投诉量20%
    "(?:压[降减缩]|降低|下降|减少|削减|提[高升]|增加)[^,;\u3002\\d]{2,16}$"
)
_SUMS = re.compile(  # 实现销售额120亿元
    "(?:实现|减负|减轻|减免|降低|减少|压减|节约|节省|争取|增收)[^,;\u3002\\d]{0,16}$"
)
_RAISED = re.compile("(?:提[高升]|增加|扩[大项容展])[^,;\u3002\\d]{0,30}[至到]$")
_LOWERED = re.compile("(?:降低|减少|压[降减缩])[^,;\u3002\\d]{1,30}[至到]$")
_REACHES = re.compile(  # 达到总数的80%
    "(?:达到?|不得?[少低]于|提[高升][到至]|稳定在|保持在)[^,;\u3002\\d]{1,16}的$"
)
_DONE_OF = re.compile("(?:完成|覆盖)[^,;\u3002\\d]{1,16}的$")
_SIZED = re.compile("(?:元|[千百万亿]?(?:人|名|平方米|亩))$")
_WHICH = re.compile(  # 以上的企业, 以上企业
    "(?:\\([含不]+\\))?(?:以[上下])?(?:的(?![\u4e00-\u9fff]{0,6}(?:速度|增速|幅度|目标|要求|水平|产值|规模|营收|任务|额))|(?P<bare>企业|项目|案件|工程|单位|会议|合同))"
)
_ABOUT = re.compile("(?:要|应|须|并|依法)?(?:[对将凡把向]|针对)")
_WHOM = frozenset("家户所名辆台座")  # 对10个部门, 对5类企业 may be all that there are
_TO_WHOM = re.compile("(?:^|[^针绝相面派])[对将在]$")
_DONE_TO = re.compile(
    f"(?!以上)(?P<whom>[\u4e00-\u9fff]{{2,12}}?)(?:[、(][^,;\u3002:]{{1,30}}?)?(?:开展|完成|{DO.pattern}|列入|纳入|实施|实行|推行|试点|评价|评估|考核|进行)"
)
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
        or (clause.endswith(_WITH) and _AGREED.match(match.string, match.end() - 1))
    ):
        return True
    if DO.search(clause) or done_to(match, clause):
        return True
    opening = match.string[max(0, match.start() - NEAR) : match.start()]
    return bool(DO.search(_STOPS.split(opening)[-1])) or _ends_clause(match, clause)


def _is_told(match: re.Match[str], clause: str) -> bool:
    """Whether a figure says how many there are: 现有32家, 等12个领域, 组织12个成员单位."""
    text, at = match.string, match.start()
    if clause.endswith("等") and _ENUMERATED.match(text, match.start("unit")):
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


def done_to(match: re.Match[str], clause: str) -> str:
    """What so many of are to be dealt with: 企业 of 对420家企业开展检查; "" for other figures."""
    told = match["unit"] in _WHOM and not match["tail"] and _TO_WHOM.search(clause)
    done = _DONE_TO.match(match.string, match.end()) if told else None
    return done["whom"] if done else ""


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
        or _RATE_IS.search(clause)
        or moved_to(clause)
        or _DONE_OF.search(clause)
        or _COVERS.match(text, end)
    ):
        return True
    if text.startswith("的", end):
        return bool(_PACE.match(text, end) or _ALL_WHO.search(clause))
    return text[end : end + 1] in _ENDS and bool(_MOVES.search(clause))


def _ends_clause(match: re.Match[str], clause: str) -> bool:
    """Whether a clause ends with what is counted and tells no past: 高新技术企业净增8家。"""
    after = match.string[match.end() : match.end() + 1]
    if after not in _ENDS or _FOUND.search(clause) or _LIST.search(clause):
        return False
    if match["unit"].endswith("元"):
        return bool(_SUMS.search(clause))
    return match["unit"][-1] not in "分期" and len(clause) >= _FEWEST


def moved_to(clause: str) -> str:
    """How the words before a bare figure bind it: 提高合格率至 and 达到总数的 ">=", 降低投诉率至 "<="; "" for neither."""
    last = clause[-1:]
    if last == "的":
        return ">=" if _REACHES.search(clause) else ""
    if last not in ("至", "到"):
        return ""
    if _RAISED.search(clause):
        return ">="
    return "<=" if _LOWERED.search(clause) else ""


def tells_which(match: re.Match[str], clause: str) -> bool:
    """Whether a figure tells which things are meant: 注册资本500万元以上的企业, 对投诉3次以上的商户."""
    text, end = match.string, match.end()
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
