"""Targets whose figure is written in Chinese: 至少两次, 百分之九十五以上."""

import re
from collections.abc import Iterator

from shuangda_desktop.plan.measures.amounts import (
    AFTER,
    BEFORE,
    BY_RATE,
    COUNTED,
    LEAST,
    MOST,
    MOVE,
    RATE,
    bound_of,
    moved_to,
)
from shuangda_desktop.plan.measures.taken import Taken
from shuangda_desktop.plan.measures.target_names import clause_before, names_in
from shuangda_desktop.plan.model import Target
from shuangda_desktop.text.numerals import to_int

DO = re.compile(
    "完成|淘汰|培育|建设|建成|建立|查处|查办|办理|侦办|办结|创建|关停|打造|新增|培训|检查|抽检|抽查|核查|走访|督查|督导|宣讲|征集|评选|捣毁|整治|打掉|破获|立案|打击|投入|安排|筹集|举办|开展|组织|发布|曝光|约谈|认定|销毁|覆盖|推出|制定|巡查|新建|改建|扩建|设立|改造|提升|更新|设置|配备|配置|布设|投放|安装|铺设|扶持|引进|选树|处置|取缔|清理|排查|监测|发放|出台|修订|签订|下架|回收|建档|引导|督促|签署|抽样|采样|编发|编印|刊发|刊登|播放|推送|推荐|张贴|聘请|选聘|聘任|遴选|招募|化解|组建|增设|拆除|复查|表彰|移送|注册|登记"
    "|选取|选择|选定|印制|播出|录制|拍摄|制作|帮助|帮扶|回访|成立|培养|储备|巡讲|授课|端掉|侦破|查扣|收缴|没收|检定|检测|抽取|选拔|资助|筹建|申报|引育|孵化|办成|净增|扣押|拆解|关闭|发起|提供|(?<!申请)列支|修复|加装|(?<=新)认证|开通|^发展(?!改革|规划)"
)
ALL_DONE = re.compile(  # 门店巡查100%、商品下架100%
    f"(?:{DO.pattern}|受理|落实|到位|公示|整改|反馈|持证|入库|上线)$"
)
EACH = re.compile("^每(?:年|月|日|周|天|季度?|半年|学期|[两二三]?个?月)$")
_EACH_DEED = re.compile("每(?:年|月|周|季度?|半年|学期|[两二三]?个?月)[\u4e00-\u9fff]{0,4}$")
_ONE = "[一二两三四五六七八九]"
_HAN_DIGIT = "[一二两三四五六七八九十百千]"
_GOES_ON = "一二两三四五六七八九十百千零\u3007"
# a whole numeral, none behind a digit: 3千册; a search is faster for one than for one to seven
_HAN_VALUE = f"{_HAN_DIGIT}(?<![\\d./{_GOES_ON}].)[{_GOES_ON}]{{0,6}}"
_TO = "[至到~\u2014-]"
_ABOUT = "左右|上下|[多余]"
_WRITTEN = re.compile(  # 一百二十, 二\u3007二四; two digits side by side are 七八起
    f"零|(?:{_ONE}?千)?(?:零?{_ONE}?百)?(?:零?{_ONE}?十)?(?:(?<![百千]){_ONE}|[零\u3007]{_ONE})?|{_ONE}\u3007{_ONE}{_ONE}"
)
_BOUND = re.compile("以上|达到?|不得?少于|不得?低于|至少|不得?超过|不多于")
_UNIT = f"[万亿]?{COUNTED}"
_IN_WORDS = re.compile(f"{_HAN_VALUE}(?={_UNIT})")
_WORDED = re.compile(  # 至少两次, 不少于三场, 约谈两轮以上, 新增一千件
    f"(?:(?P<least>不得?低于|不得?少于|达到?|至少[\u4e00-\u9fff]{{0,4}}?)|(?P<most>不得?超[过出]|不多于)|)"
    f"(?:(?P<lowest>{_HAN_VALUE}){_TO})?(?P<value>{_HAN_VALUE})(?P<unit>{_UNIT})(?!月|工作日|小时|百分点|左右|上下|[多余](?=[,;\u3002、]|$)|万户)"
    "(?P<tail>以上(?=[,;\u3002、]|$))?"
)
_MANY = re.compile("[十百千万]")
_FIRM = re.compile("(?:[家人件户]次|批次|[家件起场期户所座辆套册例宗])$")  # no 两个方面, 三项机制
_NO_AIM = re.compile("第$|每[^,;\u3002]{0,6}$|[近约超余等]$|十[一二三四五六]五|(?<![办完了])结$")
_SHARE_CUE = re.compile("百分|成|个百")
_NUMERAL = "[一二两三四五六七八九十百零\u3007]{1,6}+"
_POINT = "(?:点(?P<part>[一二三四五六七八九零\u3007]{1,2}+))?+"
_PAIR = re.compile(_ONE + _ONE)
_SHARE = re.compile(  # 达到百分之九十五, 九成以上, 提高两个百分点, 合格率百分之百
    f"(?:(?P<most>{MOST})|(?P<least>{LEAST})|{BY_RATE}|(?P<move>{MOVE})|)"
    f"(?:百分之(?P<value>{_NUMERAL}){_POINT}(?P<most_of>{_TO}(?:百分之)?{_NUMERAL}(?:点{_ONE}{{1,2}}+)?+(?![月年日个家]))?+|(?P<all>百分百)"
    f"|(?P<tenths>(?:{_ONE}|(?<=[于到达过至])[1-9])(?<![{_GOES_ON}\\d.].)(?<![{_GOES_ON}\\d]{_TO}.))成(?![不员立果为效本长功品熟年绩新\\d])(?P<more>[一二三四五六七八九半])?"
    f"|(?:(?P<lowest>{_NUMERAL}){_TO})?(?P<points>{_NUMERAL})个百分点)(?P<tail>以上|以下|以内)?(?![{_GOES_ON}]|{_ABOUT})"
)


_NONE = re.compile(  # 超期案件数量为0, 较大事故为零
    "(?<=[量数率额人件户起次故诉])(?:必?须|应当?|要|力争|确保|保持|均){0,2}(?:为|降[到至为]|控制在|保持在?)[0零](?=[,;\u3002)]|、(?![^,;\u3002]{0,40}的)|$)"
)
_WAS_NONE = re.compile("去年|上年|目前|截[至止]|连续|累计|[如对凡]|发现|较(?!大)")  # or a condition
_IF_NONE = re.compile(
    "[,;][^,;\u3002]{0,20}(?:可以|应当|说明|扣|约谈|否决)"
)  # what follows from it


def none_in(text: str, quoted: Taken) -> Iterator[Target]:
    """The targets of which nothing is to be left."""
    for match in _NONE.finditer(text):
        clause = clause_before(text, match.start())
        told = _WAS_NONE.search(clause) or _IF_NONE.match(text, match.end())
        if not told and not quoted.meets(match):
            clause = re.split("[0零]、", clause)[-1]
            yield Target(names_in(clause)[0], "=", 0.0, "", clause + match[0])


def shares_in(text: str, quoted: Taken) -> Iterator[Target]:
    """The targets whose percentage is written in Chinese."""
    for match in _SHARE.finditer(text) if _SHARE_CUE.search(text) else ():
        clause = clause_before(text, match.start())
        share = _share(match)
        if share is not None and _is_reached(match, clause) and not quoted.meets(match):
            unit = "个百分点" if match["points"] else "%"
            name = names_in(clause + (match["move"] or ""))[0]
            lowest = match["most_of"] or match["lowest"]  # 三至五 is at least three
            said = bound_of(match["most"], match["least"], match["tail"], lowest)
            operator = moved_to(clause) or said if said == "=" else said
            yield Target(name, operator, share, unit, clause + match[0])


def _is_reached(match: re.Match[str], clause: str) -> bool:
    """Whether a share is bounded, moved to, or the value of a rate; 占百分之五 asks for nothing."""
    bound, rate = match["most"] or match["least"] or match["tail"], RATE.search(clause)
    done = match["all"] or match["value"] == "百"
    alone = done and match.string[match.end() : match.end() + 1] in ("", *",;\u3002、")
    return bool(
        bound or match["move"] or rate or moved_to(clause) or (alone and ALL_DONE.search(clause))
    )


def _share(match: re.Match[str]) -> float | None:
    """How many of a hundred: 百分之九十八点五 is 98.5, 九成五 is 95; None where it is not sure."""
    if match["all"]:
        return 100.0
    if match["tenths"]:
        more = (match["more"] or "零").replace("半", "五")
        return float(f"{to_int(match['tenths'])}{to_int(more)}")
    numeral = match["value"] or match["lowest"] or match["points"]
    spelt = match["value"] and _PAIR.fullmatch(numeral)  # 百分之九八
    whole = to_int(numeral) if spelt else _count(numeral)
    part = "".join(str(to_int(digit)) for digit in match["part"] or "0")
    return None if whole is None else float(f"{whole}.{part}")


def _count(numeral: str) -> int | None:
    """The number of a numeral that is written in full; None for 七八, 三四十."""
    return to_int(numeral) if _WRITTEN.fullmatch(numeral) else None


def worded_targets(text: str, quoted: Taken) -> Iterator[Target]:
    """The targets whose figure is written in Chinese."""
    done = 0
    for numeral in _IN_WORDS.finditer(text):
        start = max(done, numeral.start() - BEFORE)
        match = _WORDED.search(text, start, numeral.end() + AFTER)
        if not match or match.end("value") != numeral.end():
            continue
        done = match.end()
        clause = clause_before(text, match.start())
        if quoted.meets(match) or is_rhythm(match, clause) or not _is_aim(match, clause):
            continue
        value = _count(match["lowest"] or match["value"])
        if value is not None and not _is_several(match, clause):
            said = bound_of(*match.group("most", "least", "tail", "lowest"))
            yield Target(names_in(clause)[0], said, float(value), match["unit"], clause + match[0])


def is_rhythm(match: re.Match[str], clause: str) -> bool:
    """Whether a figure only says how often: 每季度召开1次, 每季度不少于1次; 每季度至少会商1次 is to be reached."""
    least = match["least"] or ""
    if "每" in least:  # 至少每两个月一次
        return True
    if not match["unit"].endswith("次"):
        return False
    if match["value"] in ("1", "一") and not least and _EACH_DEED.search(clause):
        return True
    if least.startswith("至少") and least != "至少":  # 每年至少更新1次
        return match["value"] in ("1", "一") and clause in ("每月", "每周", "每日", "每天")
    return EACH.match(clause) is not None


def _is_several(match: re.Match[str], clause: str) -> bool:
    """Whether a figure tells no more than how large it is about: 数十家, 上千家."""
    return clause.endswith(("数", "几", "上")) and match["value"].startswith(("十", "百", "千"))


def _is_aim(match: re.Match[str], clause: str) -> bool:
    """Whether a figure in words is bounded, or so many that a deed brings about."""
    if match["least"] or match["most"]:
        return True
    many = _MANY.search(match["value"] + match["unit"]) or (
        match["value"] != "一" and _FIRM.search(match["unit"])
    )
    if match["unit"] == "小时":  # 二十四小时热线
        return False
    if not (many or match["tail"]) or _NO_AIM.search(clause):
        return False
    return bool(DO.search(clause))
