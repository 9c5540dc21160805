"""Targets whose figure is written in Chinese: 至少两次, 百分之九十五以上."""

import re
from collections.abc import Iterator

from shuangda_desktop.plan.measures.amounts import AFTER, BEFORE, BY_RATE, COUNTED, LEAST, MOST
from shuangda_desktop.plan.measures.taken import Taken
from shuangda_desktop.plan.measures.target_names import clause_before, names_in
from shuangda_desktop.plan.model import Target
from shuangda_desktop.text.numerals import to_int

DO = re.compile(
    "完成|淘汰|培育|建设|建成|建立|查处|查办|办理|侦办|办结|创建|关停|打造|新增|培训|检查|抽检|抽查|核查|走访|督查|督导|宣讲|征集|评选|捣毁|整治|打掉|破获|立案|打击|投入|安排|筹集|举办|开展|组织|发布|曝光|约谈|认定|销毁|覆盖|推出|制定|巡查|新建|改建|扩建|设立|改造|提升|更新|设置|配备|配置|布设|投放|安装|铺设|扶持|引进|选树|处置|取缔|清理|排查|监测|发放|出台|修订|签订|下架|回收|建档|引导|督促|签署|抽样|采样|编发|编印|刊发|刊登|播放|推送|推荐|张贴|聘请|选聘|聘任|遴选|招募|化解|组建|增设|拆除|复查|表彰|移送|注册|登记"
    "|选取|选择|选定|印制|播出|录制|拍摄|制作|帮助|帮扶|回访|成立|培养|储备|巡讲|授课|端掉|侦破|查扣|收缴|没收|检定|检测|抽取|回收"
)
EACH = re.compile("^每(?:年|月|日|周|天|季度?|半年|个月)$")
_HAN_DIGIT = "[一二两三四五六七八九十百]"
_HAN_VALUE = f"{_HAN_DIGIT}{_HAN_DIGIT}{{0,3}}"  # a search is faster for one than for one to four
_BOUND = re.compile("以上|达到|不得?少于|不得?低于|至少|不得?超过|不多于")
_IN_WORDS = re.compile(f"{_HAN_VALUE}(?={COUNTED})")
_WORDED = re.compile(  # 至少两次, 不少于三场, 约谈两轮以上: in words only where a bound says so
    f"(?:(?P<least>不得?低于|不得?少于|达到|至少[\u4e00-\u9fff]{{0,4}}?)|(?P<most>不得?超过|不多于)|)"
    f"(?P<value>{_HAN_VALUE})(?P<unit>{COUNTED})(?!月|工作日|小时)(?P<tail>以上(?=[,;\u3002、]|$))?"
)
_HAS_SHARE = re.compile("[之成](?:(?<=百分之)(?=[一二三四五六七八九])|(?<=[一二三四五六七八九]成))")
_SHARE = re.compile(  # 达到百分之九十五, 九成以上
    f"(?:(?P<most>{MOST})|(?P<least>{LEAST})|{BY_RATE}|)"
    "(?:百分之(?P<value>[一二三四五六七八九十百零]{1,5})|(?<![完达组形变])(?P<tenths>[一二三四五六七八九])成)(?P<tail>以上|以下|以内)?"
)


def shares_in(text: str, quoted: Taken) -> Iterator[Target]:
    """The targets whose percentage is written in Chinese."""
    for match in _SHARE.finditer(text) if _HAS_SHARE.search(text) else ():
        bound = match["most"] or match["least"] or match["tail"]
        if not bound or quoted.meets(match):
            continue
        value = to_int(match["value"]) if match["value"] else (to_int(match["tenths"]) or 0) * 10
        clause = clause_before(text, match.start())
        most = match["most"] or match["tail"] in ("以下", "以内")
        operator = "<=" if most else ">="
        yield Target(names_in(clause)[0], operator, float(value or 0), "%", clause + match[0])


def worded_targets(text: str, quoted: Taken) -> Iterator[Target]:
    """The targets whose figure is written in Chinese."""
    if not _BOUND.search(text):
        return
    done = 0
    for numeral in _IN_WORDS.finditer(text):
        start = max(done, numeral.start() - BEFORE)
        match = _WORDED.search(text, start, numeral.end() + AFTER)
        if not match or match.end("value") != numeral.end():
            continue
        done = match.end()
        clause = clause_before(text, match.start())
        bound = match["least"] or match["most"] or (match["tail"] and DO.search(clause))
        if bound and not quoted.meets(match) and not EACH.match(clause):
            value = float(to_int(match["value"]) or 0)
            operator = "<=" if match["most"] else ">="
            yield Target(names_in(clause)[0], operator, value, match["unit"], clause + match[0])
