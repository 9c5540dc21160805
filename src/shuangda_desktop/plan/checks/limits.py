"""Limits, lengths of time and objects that are counted of which no target was made.

Independent of how targets are read: a bound with a figure and its unit behind it is a target, or to be
looked at.
"""

import re
from collections.abc import Iterator

from shuangda_desktop.plan.checks.findings import Drafted, doubt, words_span
from shuangda_desktop.plan.checks.left_over import QUOTED
from shuangda_desktop.plan.model import Finding
from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.numerals import to_int

_QUOTED_RATE = re.compile(  # 围绕“比例不低于98%”的目标: what is quoted is left over by all others
    "(?:率|比例|占比)[^,\u3002;\\d]{0,6}(?:达到?|不[低少]于)(?P<rate>\\d+(?:\\.\\d+)?)%(?!的)"
)
_CUE = re.compile(
    "不得?超[过出]|精[确准][到至]|不得?[少低]于|至少|[在对](?:全部|所有)?\\d|[到达至为]\\d"
)
_LIMITS = re.compile(
    "(?<!给予)不得?超[过出](?P<most>\\d+(?:\\.\\d+)?)(?:万元|亿元|元|%)"  # 奖励不超过5万元
    "|(?:不得?[少低]于|至少)(?P<least>\\d{1,3}|[一二两三四五六七八九十]{1,3})个?(?:年|月|小时|学时|课时|天|分钟)(?!前|底)"
    "|(?:达到?|提高到|延长[至到])(?P<long>\\d{1,3}(?:\\.\\d)?)个?(?:年(?![底末内\\d])|(?<=个)月|小时|学时|课时|天)"
    "|精[确准][到至](?P<fine>\\d{1,4})(?:个?小时|分钟|天)"  # 预约精确到20分钟: how long at most
    "|(?:扩大|增加|提高|上升)[到至为](?P<up>\\d+(?:\\.\\d+)?)(?:万元|亿元|元)"
    "|[在对](?:全部|所有)?(?P<all>\\d+)[家户个所处](?=[^,\u3002;\\d]{2,16}(?:开展|进行|实施|实行|完成|设[置立]|推[广行]))"  # 对40家企业开展检查
)


def check_limits(drafted: Drafted, text: MappedText) -> Iterator[Finding]:
    """The first limit in the words of a measure whose figure is that of none of its targets."""
    read = {target.value for target in drafted.measure.targets}
    rest = drafted.rest
    for match in _LIMITS.finditer(rest) if _CUE.search(rest) else ():
        figure = match[match.lastgroup or 0]
        value = float(figure) if figure[0].isdigit() else float(to_int(figure) or 0)
        if value not in read:
            said = drafted.words[match.start() : match.end()]
            message = f"“{said}”像是要达到的数量或限度,但没有读作目标,暂作正文,请核对。"
            yield doubt("unread-number", message, words_span(drafted, *match.span(), text))
            return
    quoted = _QUOTED_RATE.search(drafted.words) if QUOTED in rest else None
    if quoted and float(quoted["rate"]) not in read:
        message = f"引号里的“{quoted[0]}”像是要达到的数量,但没有读作目标,暂作正文,请核对。"
        yield doubt("unread-number", message, words_span(drafted, *quoted.span(), text))
