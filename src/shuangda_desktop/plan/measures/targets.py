"""Numbers to reach: 达到95%以上, 不少于2次, 控制在3%以内, 建成5个."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from shuangda_desktop.plan.measures.amounts import (
    COUNTED,
    LEAST,
    MOST,
    RATE,
    VALUE,
    before_bound,
    bound_of,
    moved_to,
    numbers_in,
    operator_of,
)
from shuangda_desktop.plan.measures.plain_figures import is_counted, tells_which
from shuangda_desktop.plan.measures.taken import Taken
from shuangda_desktop.plan.measures.target_names import NEAR, clause_before, names_in, one_name_each
from shuangda_desktop.plan.measures.worded_figures import (
    is_rhythm,
    none_in,
    shares_in,
    worded_targets,
)
from shuangda_desktop.plan.model import Target
from shuangda_desktop.text.numerals import to_int

_TIME_LIMIT = re.compile(  # 压缩至1个工作日以内; how long a thing may take is a number to reach
    f"(?P<most>(?:压[缩减]|缩[短减])(?:到|至|为)|(?:压[缩减]|缩[短减])[^,;\u3002\\d]{{1,12}}[到至]|减少(?:到|至)|控制在|不[得能应]?超[过出]|不多于|不[高长]于|压[至到]|降[至到]|减至|(?:用时|时[限长间]|周期|期限)(?=[\\d.]{{1,6}}(?:个?工作日|天|小时|分钟)以内(?!的))|(?P<move>缩[短减]|压[缩减]|减少))(?P<value>{VALUE})(?P<unit>个?工作日|(?:(?<=均不超过.)|(?<=均不超过..)|(?<=周期不超过.)|(?<=周期不超过..)|(?<=[至到为][0-9])|(?<=[至到为][0-9][0-9]))个月|个?小时|分钟|天|日)(?P<tail>以上|以内)?"
)
_UNIT_BEHIND = re.compile(  # 分别不高于53和32微克/立方米
    f"(?:(?P<most>{MOST})|(?P<least>{LEAST}))(?P<value>{VALUE})[和、]$"
)
_LASTING = re.compile(  # 平均寿命达到5年, 租期不少于三年, 时长不少于600分钟
    f"(?:周期|[租保]期|寿命|时长)(?P<bound>不得?[少低]于|达到?|保持在)(?P<value>{VALUE}|[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?P<unit>年|个月|分钟)"
    "(?!的|应|须|左右|(?:及?以上|、|且)[^,;\u3002]{0,20}[的应])"
)
_BESIDE = re.compile(
    "(?=\\d)|(?<![底末月日年])[\u4e00-\u9fff]{0,4}[、和及](?=\\d)"
)  # what stands between two figures under one bound
_NO_AIM_BEHIND = frozenset("第每缺扣加减近约之")
_NO_TARGET = re.compile(
    "(?:(?<![底末月日年之以])前|最高(?:可)?(?:提至|达)?[^,\u3002;]{0,30}|(?:最长|可按)[^,\u3002;]{0,4})$"
)
_RATES_OF_PAY = re.compile("标准(?!化|地|煤)[^,\u3002;]{0,4}$")  # 补助标准500元 is no aim
_IS_PAID = re.compile(
    "[^,;\u3002\\d]{0,4}(?:给予|补[助贴]|奖[励补]|资助|发放|支付)"
)  # 按不超过总额的30%给予补助
_RATE_BEHIND = re.compile("的?([\u4e00-\u9fff]{2,3}率)(?=[,;\u3002、]|$)")  # 门店达90%覆盖率
_GIVEN = re.compile("给予[^,;\u3002\\d]{0,6}$")  # 给予不超过100万元的奖励
_QUOTED = re.compile(
    '[\u300a"\u201c](?:(?<=\u300a)[^\u300a\u300b]{0,120}\u300b|(?<![\u300a])[^"\u201c\u201d]{0,40}["\u201d](?!的?[\u4e00-\u9fff]{0,4}目标))'
)
_IN_ROW = re.compile(  # from one figure of a row to the next: 街区4个、乡村(社区)4个
    "、(?:(?:[^,\u3002;:、\\d]|\\d(?=[A-Z])){2,32})?"
)
_SAME_UNIT = re.compile(  # and where each stands first: 100名骨干、200名新人, 300名青年
    "[^,\u3002;:、\\d]{2,24}(?:[、和及]|(?P<apart>,))"
)
_NO_ROW = re.compile("[^,;\u3002]{0,12}(?:已|是|为|属)")
_COMPARED = re.compile("[比较](?:上年|去年|同期|20\\d\\d年)")  # 比2008年增加4万人
_IF = re.compile("^(?:若(?![干羌尔])|如果|一旦)|(?:若|如果|一旦)$")  # 不合格率若高于15%,即扩大抽查
_LAST_YEAR = re.compile("(?<![比较于由从])(?:去年|上年)(?:底|末|已)?$")  # 覆盖率去年达到80%,今年…
_PART = re.compile(
    ",[^,;\u3002\\d]{0,6}其中|[^,;\u3002\\d]{0,6},其中"
)  # 抽检900批次,其中县级300批次
_SHARE_OF = re.compile("的[\\d.]+%$")
_WHO = re.compile("的([\u4e00-\u9fff、]{2,20})")
_ANOTHER = ("和", "及", "与")
_LEAST_AND_VERB = 6  # characters: 至少 and what is done


def find_targets(text: str) -> tuple[Target, ...]:
    """The numeric targets of a text in reading order."""
    quoted = Taken(text, _QUOTED)
    found: list[Target] = []
    end = 0  # of the target before
    for match in numbers_in(text):
        if match.start() < end or quoted.meets(match):
            continue
        clause = clause_before(text, match.start())
        in_row = bool(end) and (
            _is_in_row(text, end, match, found[-1].unit) or _is_part(text, end, match, found[-1])
        )
        if _is_target(match, text, clause, in_row):
            others = list(_others(text, match.end(), match["unit"])) if "分别" in clause else []
            found += _targets(match, clause, others, found[-1] if found else None)
            end = others[-1].end() if others else match.end()
    found += (*worded_targets(text, quoted), *shares_in(text, quoted), *none_in(text, quoted))
    limits = (match for match in _TIME_LIMIT.finditer(text) if not quoted.meets(match))
    terms = (match for match in _LASTING.finditer(text) if not quoted.meets(match))
    found += (_limit(match, text) for match in limits)
    return _once([*found, *(_term(match, text) for match in terms if not _is_condition(match))])


def _is_in_row(text: str, end: int, match: re.Match[str], unit: str) -> bool:
    """Whether two figures stand in a row, with only what one of them counts between them."""
    start = match.start()
    if text.startswith("、", end):
        return _IN_ROW.fullmatch(text, end, start) is not None
    row = _SAME_UNIT.fullmatch(text, end, start) if match["unit"] == unit != "%" else None
    return row is not None and not (row["apart"] and _NO_ROW.match(text, match.end()))


def _is_part(text: str, end: int, match: re.Match[str], before: Target) -> bool:
    """Whether a figure tells how much of the one before it somebody has to do."""
    same = before.unit.partition("/")[0] == match["unit"] != "%"
    return same and _PART.match(text, end, match.start()) is not None


def _once(targets: Sequence[Target]) -> tuple[Target, ...]:
    """The targets without those that were read twice: 分别达到98%、90%以上."""
    said = {(each.name, each.operator, each.value, each.unit): each for each in reversed(targets)}
    if len(said) == len(targets):
        return tuple(targets)
    return tuple(
        each for each in targets if said[each.name, each.operator, each.value, each.unit] is each
    )


def _limit(match: re.Match[str], text: str) -> Target:
    clause = clause_before(text, match.start())
    name = names_in(clause)[0]
    operator = bound_of(None, None, match["tail"], None) if match["move"] else "<="
    return Target(name, operator, float(match["value"]), match["unit"], clause + match[0])


def _term(match: re.Match[str], text: str) -> Target:
    """How long a thing is to last at least."""
    start = match.start("bound")
    clause = clause_before(text, start)
    value = float(to_int(match["value"]) or match["value"])
    words = clause + text[start : match.end()]
    return Target(names_in(clause)[0], ">=", value, match["unit"], words)


def _is_condition(match: re.Match[str]) -> bool:
    """Whether a term tells which things are meant: 对使用寿命达到10年的, 凡租期不少于三年."""
    clause = clause_before(match.string, match.start())
    return clause.startswith("凡") or (clause.startswith("对") and match["bound"].startswith("达"))


def _is_target(match: re.Match[str], text: str, clause: str, in_row: bool) -> bool:
    tail, unit, plain = match.group("tail", "unit", "plain")
    if tail == "左右" or is_rhythm(match, clause):
        return False
    if _is_none_before(match) or _IF.search(clause):
        return False
    if match["least"] and _LAST_YEAR.search(clause):
        return False
    if "半年各" in clause and unit.endswith("次"):  # 上半年和下半年各开展1次 is a rhythm
        return False
    if unit == "小时" and not match["least"]:  # 24小时值守
        return False
    if match["most"] and unit[-1] == "元" and _GIVEN.search(clause):
        return False
    told = before_bound(clause)
    if unit[-1] in "%元" and _RATES_OF_PAY.search(told) and not RATE.search(clause):
        return False
    if told != clause and _IS_PAID.match(text, match.end()):
        return False
    if match["move"] and unit[-1] not in "%点" and _COMPARED.search(clause):
        return False
    if tells_which(match, clause):
        return False
    return plain is None or in_row or is_counted(match, clause)


def _is_none_before(match: re.Match[str]) -> bool:
    """Whether the words before a number make it no aim: 第, 每, 约, 最高可提至, 前10名; 开学前达到70% is one."""
    text, at = match.string, match.start()
    if text[at - 1 : at] in _NO_AIM_BEHIND:
        return True
    words = text[max(0, at - NEAR) : at]
    told = "最" in words or "可按" in words or (words.endswith("前") and match["plain"] is not None)
    return told and bool(_NO_TARGET.search(words))


def _targets(
    match: re.Match[str], clause: str, others: Sequence[re.Match[str]], before: Target | None
) -> list[Target]:
    """One target, or two where the name or 分别 tells of two.

    A figure right behind another has its name and its bound: 不少于4批30件, 不少于4类产品、30批次.
    """
    said, move, lowest, value, unit = match.group(0, "move", "lowest", "value", "unit")
    words = clause + said
    operator = (match["plain"] == "" and moved_to(clause)) or operator_of(match)
    names = names_in(clause + move if move else _counted(match) or before_bound(clause))
    if match["least"] and (rate := _RATE_BEHIND.match(match.string, match.end())):
        names = [f"{names[0]}{rate[1]}"]
    at = len(clause) + match.start("lowest" if lowest else "value") - match.start()
    if before and (beside := _beside(words, before.text, at)):
        own = beside[0] and not clause.endswith(_ANOTHER)  # 创建1条街和10家店 tells one deed
        names = [name if own and name else before.name for name in names]
        operator = before.operator
    elif before and operator == "=" and clause.endswith("的") and _goes_on(clause, before):
        operator = before.operator
    elif names == [""]:
        names = _names_before(match.string, match.start() - len(clause), words, before)
    figure = float(lowest or value)
    if "分别" in clause and (first := _UNIT_BEHIND.search(clause)):
        names = (names_in(clause[: first.start()]) * 2)[:2]
        bound = bound_of(first["most"], first["least"], None, None)
        figures = (float(first["value"]), figure)
        return [
            Target(name, bound, each, unit, words)
            for name, each in zip(names, figures, strict=True)
        ]
    found = [Target(name, operator, figure, unit, words) for name in names]
    return _by_turns(found, others, clause) if others else found


def _counted(match: re.Match[str]) -> str:
    """What a figure counts whose 至少 stands before it: 至少建设维权站点3个; "" for a mere verb."""
    least = match["least"] or ""
    return least[2:] if least.startswith("至少") and len(least) > _LEAST_AND_VERB else ""


def _names_before(text: str, start: int, words: str, before: Target | None) -> list[str]:
    """The names of a figure that has none in its own clause, which begins at ``start``."""
    if before and words.startswith(before.text):
        return [before.name]  # 不低于5%、不高于10%
    if who := _WHO.match(text, start + len(words)):
        return [who[1]]  # 100%的市场配备快检室
    if not text.endswith(",", 0, start):
        return [""]
    again = before and text.endswith(before.text, 0, start - 1)  # 不低于90%,力争达到95%
    return [before.name] if before and again else names_in(clause_before(text, start - 1))[:1]


def _by_turns(
    found: Sequence[Target], others: Sequence[re.Match[str]], clause: str
) -> list[Target]:
    """The first target, and one for each other figure with the name that it stands for."""
    first = found[0]
    if first.operator == "=":  # 分别下降24%、25%以上
        first = replace(first, operator=bound_of(None, None, others[-1]["tail"], None))
    named = [first.name, *[found[-1].name] * len(others)]
    names = one_name_each(clause, 1 + len(others)) or named
    return [
        replace(first, name=names[0]),
        *(
            replace(first, name=name, value=float(other["value"]), unit=other["unit"])
            for name, other in zip(names[1:], others, strict=True)
        ),
    ]


def _others(text: str, at: int, unit: str) -> Iterator[re.Match[str]]:
    """The figures behind the first of those that stand for things in turn: 15%、10%和26%, 10家、20人."""
    units = f"%|个百分点|{re.escape(unit)}|(?:[百千]?万|亿)?{COUNTED}(?!月|工作日|小时)"
    second = re.compile(f"[和、,](?P<value>{VALUE})(?P<unit>{units})(?P<tail>以上|以下|以内)?")
    while other := second.match(text, at):
        yield other
        at = other.end()


def _beside(words: str, before: str, at: int) -> re.Match[str] | None:
    """What parts a figure, which begins at ``at``, from the one right before it."""
    found = _BESIDE.match(words, len(before)) if words.startswith(before) else None
    return found if found and found.end() == at else None


def _goes_on(clause: str, before: Target) -> bool:
    """Whether a share stands under the bound of the one before: 不少于门店总数的20%、商品总数的5%."""
    return clause.startswith(before.text) and _SHARE_OF.search(before.text) is not None
