"""Figures with what they count, and the words that bind them: 不少于3个, 95%以上."""

import re
from collections.abc import Iterator
from typing import cast

VALUE = r"\d{1,9}(?:\.\d{1,4})?"
COUNTED = "(?:个批次|[家人件户台辆座个条轮场处]次|台[套件]|家|件|个|起|次|遍|名|场|批次|批|项|人|户|所|处|条|种|类|篇|期|辆|台|份|只|亩|公里|平方米|立方米|吨(?:标准?煤)?|[美欧]?元|宗|例|组|间|座|支|轮|部|门|套|册|卷|张|幅|块|艘|架|把|头|株|桶|箱|袋|瓶|盒|枚|封|堂|集|栋|趟|款|路|面|讲|公斤|公顷|单(?![位元独])|小时|学时|课时)"
_UNIT = (
    f"(?P<unit>个百分点|[微毫]克[/每]立方米|[\u03bc\u00b5u]g/m[3\u00b3]|mg/[Ll]|分贝|(?<=[于到达在][0-9])分(?![钟之别])|(?<=[于到达在度分][0-9][0-9])分(?![钟之别])|(?<=[于到达在][0-9]):{VALUE}(?![:\\d])|%|‰|(?:百|千|万|十万|百万|千万|亿)?(?:{COUNTED}(?!月|工作日|小时|[和、]\\d{{1,3}}个?(?:月|工作日|小时))|千瓦时|千瓦)(?:/[百千万]?[人户件亩县乡镇村])?|/10?万(?:人)?"
    "|(?:万|亿)(?=[,\u3002;、]|$|以上|以内))"
)
LEAST = "(?:[\u2265\u2267>]=?|不下于?|不得?低于|不得?少于|不小于|至少(?:(?![于过在到至率比降减压缩])[\u4e00-\u9fff]){0,10}?|超过|大于|高于|多于|达到|达|提高到|提高至|提升到|提升至|增加到|增加至|增至|提到(?=[\\d.]{1,6}%)|升[到至]|上升[到至]|增长[到至]|扩大[到至]|稳定在|保持(?:在|(?=[0-9]))|突破)"
MOST = "(?:[\u2264\u2266<]=?|不[得能应]?超[过出]|不突破|不长于|不高于|不大于|不多于|低于|少于|小于|控制在|降到|降至|降低到|降低至|下降到|下降至|压缩到|压缩至|压减到|压减至|缩短到|缩短至|减少到|减[至为]|缩减[到至为]|压降?[到至]|降为|最多)"
MOVE = "(?:节[能水电](?=[\\d.]{1,6}%|百分之|$)|增长|提高|提升|增加|上升|递增|下降|降低|减少|压减|压降|压缩|削减|缩减|缩短|下滑)"
RATE = re.compile(
    "(?:率|比例|比重|占比|满意度|程度|(?:覆盖|[抽检巡督普]查|监测|建账|建档|受益)面)"
    "(?:目标值?|要求)?(?:必须|应|须|要|力保|确保|保证)?(?:做到)?$"
)
BY_RATE = (  # 办结率为100%, 公示率均做到100%
    "(?:(?<=率)|(?<=率均)|(?<=比例)|(?<=占比)|(?<=比重)|(?<=满意度))(?:[为=]|做到|实现)?"
)
_TARGET = re.compile(
    f"(?:(?P<most>{MOST})|(?P<least>{LEAST})|(?P<rate>{BY_RATE})|(?P<move>{MOVE})|(?P<plain>))"
    "(?:(?<=到|达|于)每[百千万]?[\u4e00-\u9fff]{1,3})?"  # 达到每千人5批次
    f"(?:(?P<lowest>{VALUE})[-~\u2014至到](?=\\d))?(?P<value>{VALUE}){_UNIT}(?:\\((?:[家人件户台个次张册份幅盘片处条套辆组艘部把支所名座项期场]|含[^()]{{0,8}})\\))?"
    "(?P<tail>以上|以下|以内|之内|左右)?"
)
# These words leave the figure itself out; 超过 and 突破 are said of figures that plans aim at.
BEYOND = {
    ">": ">",
    "大于": ">",
    "高于": ">",
    "多于": ">",
    "<": "<",
    "小于": "<",
    "低于": "<",
    "少于": "<",
}
_LAST_OF_BOUNDS = frozenset(
    "\u2265\u2267\u2264\u2266<>=于下过到至达在持破多率均例比重度为现出长高升加增降低少减短缩滑能水电"
)
# a figure with what is counted behind it: most figures are dates and numbers
_AMOUNT = re.compile(
    rf"\d(?<![\d.].)\d{{0,8}}(?:\.\d{{1,4}})?(?:[-~\u2014至到]{VALUE})?(?={_UNIT.replace('P<unit>', ':')})"
)
_APART = re.compile("至少|每")
_KEPT = "保持"  # 保持100% says neither more nor less; 保持60%以上 is a floor
_LONGEST_BOUND = 4  # 不得少于
BEFORE, AFTER = 12, 40  # characters around a number that say what it is

_RAISED = re.compile("(?:提[高升]|增加|扩[大项容展])[^,;\u3002\\d]{0,30}[至到]$")
_BECOMES = re.compile("(?:提[高升]|上升|增[加长]|扩大)为$")
_LOWERED = re.compile("(?:降低|减少|压[降减缩])[^,;\u3002\\d]{1,30}[至到]$")
_REACHES = re.compile(  # 达到总数的80%; 从6月达到的10家 is where it begins
    "(?:达到|达(?!到)|不得?[少低]于|提[高升][到至]|稳定在|保持在)[^,;\u3002\\d]{1,16}的$"
)
_BOUND = re.compile(f"^(?:{LEAST}|{MOST})")
_IN_KEEPING = re.compile("(?:原则上)?(?:按照?)?$")
_AT_MOST = re.compile(
    "不(?:[得能应]?超[过出]|得?[高多大]于)[^,;\u3002\\d]{1,16}的$"
)  # 不超过总数的


def numbers_in(text: str) -> Iterator[re.Match[str]]:
    """The numbers with what is said before and behind them; only where digits are is looked."""
    done, apart = 0, "至少" in text or "每" in text
    for amount in _AMOUNT.finditer(text):
        at = amount.start()
        if at < done:  # 15/10万 is one figure
            continue
        start = max(done, at - _bound_before(text, at, apart))
        # a figure with its unit alone is one already
        match = cast("re.Match[str]", _TARGET.search(text, start, amount.end() + AFTER))
        done = match.end()
        yield match


def _bound_before(text: str, at: int, apart: bool) -> int:
    """How far before a figure words that say how much may begin; before most there are none.

    ``apart`` where the text holds words that may stand some way before their figure.
    """
    if apart and _APART.search(text, max(0, at - BEFORE), at):
        return BEFORE
    return _LONGEST_BOUND if text[at - 1 : at] in _LAST_OF_BOUNDS else 0


def before_bound(clause: str) -> str:
    """What a share is told of: 预付款 of 预付款不低于合同金额的, 合同金额 where nothing stands before."""
    bound = _AT_MOST.search(clause) or _REACHES.search(clause) if clause[-1:] == "的" else None
    if not bound:
        return clause
    words = _IN_KEEPING.sub("", clause[: bound.start()])
    return words if len(words) > 1 else _BOUND.sub("", bound[0]).removesuffix("的")


def operator_of(match: re.Match[str]) -> str:
    """How a number bounds what it counts: "<=", ">=", "<", ">", or "=" for a plain one."""
    return bound_of(*match.group("most", "least", "tail", "lowest"))


def bound_of(most: str | None, least: str | None, tail: str | None, lowest: str | None) -> str:
    """How words before and behind a figure, or a lower one before it, bind it; "=" for none of them."""
    said = most or least
    if said in BEYOND:
        return BEYOND[said]
    if most or tail in ("以内", "之内", "以下"):
        return "<="
    at_least = tail or lowest or (least and least != _KEPT)
    return ">=" if at_least else "="


def moved_to(clause: str) -> str:
    """How the words before a bare figure bind it: 提高合格率至 and 达到总数的 ">=", 降低投诉率至 "<=", 上升为 "="; "" for none."""
    last = clause[-1:]
    if last == "的":
        return "<=" if _AT_MOST.search(clause) else ">=" if _REACHES.search(clause) else ""
    if last == "为":
        return "=" if _BECOMES.search(clause) else ""
    if last not in ("至", "到"):
        return ""
    if _RAISED.search(clause):
        return ">="
    return "<=" if _LOWERED.search(clause) else ""
