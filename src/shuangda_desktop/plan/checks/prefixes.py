"""Names that took the prefix of their list, 市 of 市公安局、商务局, or that lack it."""

import re
from collections.abc import Iterator

from shuangda_desktop.plan.checks.findings import Drafted, clause_span, doubt, hint
from shuangda_desktop.plan.duties.prefixes import has_place, prefix_of
from shuangda_desktop.plan.duties.stems import is_office
from shuangda_desktop.plan.duties.unit_names import is_collective, is_surely_unit
from shuangda_desktop.plan.duties.verbs import has_divisions
from shuangda_desktop.plan.model import Finding
from shuangda_desktop.plan.structure.levels import level_of_unit
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import MappedText, Span

_OFFICE_ENDS = frozenset("局厅委办队")
_LIKE_OFFICES = re.compile(  # of a list with a prefix
    "[^、()]{2,6}[和与及][^、()]{2,6}(?:局|厅|委)$"
)
_CENTRE = re.compile(
    "(?:服务|登记|交易|保障|管理|事务|监测|检测|检验|执法|调度|审批|服务管理)中心$"
)
_OF_STATE = re.compile(
    "^(?:国家|中央|中国|驻|全)|出入境|检验检疫|海关|海事|邮政|通信|监管局|[银保证]监|烟草|气象|税务|调查队|铁路|[省市县区州盟旗]"
)


def check_prefixes(drafted: Drafted, text: MappedText, usual: Level | None) -> Iterator[Finding]:
    """Names that took the prefix of their list though they may be whole, or lack it.

    ``usual`` is the level of most units of the plan.
    """
    clause = drafted.clause
    units = [duty.unit for duty in drafted.measure.duties]
    placed = [unit for unit in units if has_place(unit)]
    unsaid = [unit for unit in placed if unit not in clause and not is_office(unit)]
    said = (clause + drafted.words).replace(" ", "") if unsaid else ""
    for unit in unsaid:
        if unit not in said and unit[1:] in said:
            yield _inherited(unit, clause_span(drafted, text), usual)
    carried = any(unit not in clause and unit[1:] in clause for unit in placed)
    own = "办公室" if has_divisions(units) else ""
    for unit in units if placed else ():
        if unit != own and (_lacks_prefix(unit) or (carried and _is_bare_office(unit))):
            message = (
                f"“{unit}”没有写明是哪一级的单位,而同一名单中的“{placed[0]}”写明了,暂按原文列出。"
            )
            whole = unit.endswith("厅") and usual is Level.PROVINCE  # only provinces have them
            tell = hint if whole else doubt
            yield tell("no-prefix", message, clause_span(drafted, text))


def _inherited(unit: str, span: Span, usual: Level | None) -> Finding:
    """That a name took its first character from its list; one of a row of offices is hardly whole."""
    message = f"“{unit}”由前一单位的“{unit[0]}”字推出,原文只写“{unit[1:]}”,暂加上“{unit[0]}”字。"
    other = usual and level_of_unit(unit) not in (None, usual)
    tell = hint if unit[-1] in _OFFICE_ENDS and not other else doubt
    return tell("inherited-name", message, span)


def _lacks_prefix(unit: str) -> bool:
    """Whether a name that is like an office says neither its place nor its level."""
    if has_place(unit) or prefix_of(unit):
        return False
    office = unit[-1] in "局厅委办" and is_office(unit)
    return office or unit.endswith("办公室") or bool(_LIKE_OFFICES.match(unit)) or _is_centre(unit)


def _is_centre(unit: str) -> bool:
    """Whether a name is that of a centre by what it does: 不动产登记中心, no 中国…中心."""
    return bool(_CENTRE.search(unit)) and not _OF_STATE.search(unit)


def _is_bare_office(unit: str) -> bool:
    """Whether a name ends like an office, and says neither its place nor that it is one of the state's."""
    bare = unit[-1] in _OFFICE_ENDS and is_surely_unit(unit) and not is_collective(unit)
    return bare and not (has_place(unit) or prefix_of(unit) or _OF_STATE.search(unit))
