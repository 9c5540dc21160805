"""Doubts about who is responsible."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from shuangda_desktop.plan.checks.clauses import (
    conditional,
    has_empty_key,
    key_twice,
    only_helpers,
    unread_in,
    without_verb,
)
from shuangda_desktop.plan.checks.findings import Drafted, clause_span, doubt, hint
from shuangda_desktop.plan.checks.odd_names import is_odd, is_usual
from shuangda_desktop.plan.checks.prefixes import check_prefixes
from shuangda_desktop.plan.checks.words import DAMAGE, MAY_BE_DAMAGE
from shuangda_desktop.plan.duties.ditto import DITTO
from shuangda_desktop.plan.duties.marked import has_signs
from shuangda_desktop.plan.duties.stems import is_office
from shuangda_desktop.plan.duties.unit_names import (
    are_surely_units,
    is_collective,
    unit_at_start,
)
from shuangda_desktop.plan.duties.verbs import has_divisions
from shuangda_desktop.plan.model import Duty, Finding, Role
from shuangda_desktop.plan.structure.brackets import brackets_of
from shuangda_desktop.plan.structure.levels import level_of_unit, level_of_units
from shuangda_desktop.plan.structure.passage import Clause
from shuangda_desktop.text.chars import COMMA, HAN, LOPEN, PAUSE, ROPEN
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import MappedText, Span
from shuangda_desktop.text.punctuation import narrow

_VALUED = re.compile(  # 责任单位:A牵头,B配合 gives the roles itself
    "(牵头|主办|配合|协办|责任(?!(?:单位|部门):[^;]{0,60}(?:牵头|配合|协办)(?:[:;,]|$)))(?:单位|部门):(?=[^;\\s])"
)
_ROLE_OF_KEY = {
    "牵头": Role.LEAD,
    "主办": Role.LEAD,
    "配合": Role.COOPERATING,
    "协办": Role.COOPERATING,
    "责任": Role.RESPONSIBLE,
}
_OWN_OFFICE = re.compile(f"(?<![{HAN}{ROPEN}、])办公室")
_HELPS = re.compile("(?:配合|协助|协同)(?![,;\u3002])")
_BREAKS_OFF = re.compile(f"[{PAUSE}{COMMA}][{ROPEN}]?\\s*$")
_PLAIN_DITTO = re.compile("(?:^|单位:?|部门:?)同上(?:$|;)")
_MARKS = f"{LOPEN}{ROPEN}\u3002;"
_TORN = re.compile(f"(?<![{ROPEN}])[{HAN}] [{HAN}](?![{HAN}]{{1,6}}:)")
_SEVERAL = re.compile("[省市县区旗][(、]")  # 县(市、区)政府 in the plan of a city
_EACH = re.compile("各[省市县区州盟旗]")  # 各市 beside 县(市、区)政府 is half of a name
_LONGEST = 26
_SELDOM = 4  # of so many clauses one without a verb is no longer odd
_LEVELS = {Level.NATIONAL: "国家", Level.PROVINCE: "省", Level.CITY: "市", Level.COUNTY: "县(区)"}


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual in a plan: units of which level, clauses without a verb, names that return."""

    level: Level | None
    bare: bool
    names: frozenset[str] = frozenset()


def usual_of(all_drafted: Sequence[Drafted]) -> Usual:
    """What most clauses of a plan do: what is usual says nothing about one measure."""
    units = [duty.unit for drafted in all_drafted for duty in drafted.measure.duties]
    verbs = Counter(
        clause.reading.verb
        for drafted in all_drafted
        for clause in drafted.draft.clauses
        if not clause.keyed and not clause.aside
    )
    return Usual(
        level_of_units(units),
        verbs[False] > 1 and verbs[False] * _SELDOM >= verbs.total(),
        frozenset(name for name, n in Counter(units).items() if is_usual(name, n)),
    )


def check_duties(drafted: Drafted, text: MappedText, usual: Usual) -> Iterator[Finding]:
    """The doubts about the duties of one measure."""
    span = clause_span(drafted, text)
    duties = drafted.measure.duties
    halves = any(_EACH.fullmatch(duty.unit) for duty in duties)
    for unit in dict.fromkeys(duty.unit for duty in duties):
        own = level_of_unit(unit)
        local = not halves and _SEVERAL.match(narrow(unit))
        if is_odd(unit) and unit not in usual.names and not _is_own_office(unit, drafted):
            message = f"“{unit}”不像单位名称,可能断错或有误,暂按原文列为单位。"
            yield doubt("unknown-unit", message, span)
        elif is_collective(unit):
            message = f"“{unit}”是统称,分解时需要明确具体单位,现按原文保留。"
            yield hint("collective-unit", message, span)
        elif own and usual.level and own is not usual.level and not local and not _is_branch(unit):
            message = f"方案中的单位多为{_LEVELS[usual.level]}级,“{unit}”像是{_LEVELS[own]}级单位,暂按原文列出。"
            yield doubt("mixed-level", message, span)
    yield from _about_clauses(drafted, span, usual)
    yield from check_prefixes(drafted, text, usual.level)
    yield from _two_roles(duties, drafted, text)


def _is_own_office(unit: str, drafted: Drafted) -> bool:
    """Whether a unit is the office of the house that wrote the plan: torn from nothing before it."""
    told = drafted.words.startswith("办公室:") or has_divisions(
        d.unit for d in drafted.measure.duties
    )
    beside = told and not drafted.clause
    return unit == "办公室" and (beside or bool(_OWN_OFFICE.search(drafted.clause)))


def _is_branch(unit: str) -> bool:
    """Whether a name is that of the branch of a national office at some place: 国家统计局…调查队."""
    return unit.endswith("调查队")


def _about_clauses(drafted: Drafted, span: Span, usual: Usual) -> Iterator[Finding]:
    """What is doubtful in the clauses of a measure, from their brackets to how their list ends."""
    known = all(_is_known(duty.unit) for duty in drafted.measure.duties)
    brackets = [each for each in drafted.draft.clauses if not each.keyed and not each.aside]
    if any(clause.unclosed for clause in drafted.draft.clauses):
        tell = hint if known else doubt
        yield tell("unclosed-bracket", "责任分工的括号没有配对,已按到句末或行末为止读取。", span)
    sure = known or _are_surely_units(drafted)
    yield from _about_brackets(brackets, span, usual.bare or sure or drafted.draft.ordered)
    yield from _without_lead(drafted, span)
    yield from _half_read(drafted, span)
    yield from _damaged(drafted, span, () if known else brackets)
    yield from _told_elsewhere(drafted, span)


def _about_brackets(brackets: Sequence[Clause], span: Span, plain: bool) -> Iterator[Finding]:
    """Two brackets for the same words, and brackets without a verb; ``plain`` where that is no doubt."""
    if len(brackets) > 1:
        yield doubt("two-clauses", "同一段文字后有两个责任分工括号,已合并为一项任务的单位。", span)
    if any(_are_groups(clause) for clause in brackets):
        message = "括号内的单位用分号分成几组,没有写明各组的角色,可能前面的牵头,暂都按责任单位列。"
        yield doubt("no-verb", message, span)
    elif any(not clause.reading.verb for clause in brackets):
        message = "括号内只有单位名称,没有写“负责”“牵头”等字样,已按责任单位读取。"
        yield (hint if plain else doubt)("no-verb", message, span)


def _without_lead(drafted: Drafted, span: Span) -> Iterator[Finding]:
    """Duties that only help: whom they help was not read."""
    duties = drafted.measure.duties
    if duties and all(duty.role is Role.COOPERATING for duty in duties):
        tell = hint if not drafted.draft.clauses and _only_helps(drafted.words) else doubt
        message = "只读出配合单位,没有牵头或责任单位,可能漏了“牵头”二字,暂按配合单位列。"
        yield tell("no-lead", message, span)


def _damaged(drafted: Drafted, span: Span, brackets: Sequence[Clause]) -> Iterator[Finding]:
    """Clauses with damaged characters, with none because cells were merged, or with torn words."""
    clause = drafted.measure.clause or ""
    if MAY_BE_DAMAGE.search(clause) and DAMAGE.search(clause):
        yield doubt("damage", "责任分工中似有乱码或缺字,单位可能没有读全,暂按读出的列。", span)
    if drafted.draft.merged:
        message = "表格中本行的责任单位为空,可能与上一行合并,已采用上一行的责任单位。"
        yield doubt("merged-cells", message, span)
    if any(_TORN.search(narrow(each.text)) for each in brackets):
        message = "责任分工的括号里有空格隔开的字,单位可能断错或漏字,暂按读出的列。"
        yield doubt("torn-name", message, span)


def _told_elsewhere(drafted: Drafted, span: Span) -> Iterator[Finding]:
    """Units that a clause only points at: those of the item above, the first in order, others."""
    if DITTO in drafted.clause:
        said = drafted.clause.strip(_MARKS)
        message = f"“{said}”暂按上一项的单位列出,各单位的角色可能不同,请核对。"
        yield (hint if _PLAIN_DITTO.search(said) else doubt)("ditto", message, span)
    if drafted.draft.ordered:
        message = "牵头单位按文中“排在第一位的为牵头单位”之类的规定确定。"
        yield hint("lead-by-order", message, span)
    if drafted.measure.open_ended:
        message = "单位名单以“等”结尾,可能还有其他单位,暂列写明的,分解时请确认。"
        yield hint("open-list", message, span)


def _only_helps(words: str) -> bool:
    """Whether words say that somebody helps, but name no unit that leads: 配合做好, not 协助市商务局."""
    helps = list(_HELPS.finditer(words))
    helped = (unit_at_start(words[found.end() :][:_LONGEST]) for found in helps)
    return bool(helps) and not any(name and not is_collective(name) for name in helped)


def _are_surely_units(drafted: Drafted) -> bool:
    """Whether a measure has several units, and none of their names can be anything else."""
    units = [duty.unit for duty in drafted.measure.duties]
    return len(units) > 1 and are_surely_units(units)


def _are_groups(clause: Clause) -> bool:
    """Whether a clause without a verb parts its units by a semicolon: A;B、C, not A;各县."""
    parted = narrow(clause.text).strip(_MARKS).split(";") if not clause.reading.verb else ()
    units = [duty.unit for duty in clause.reading.duties]
    groups = [[unit for unit in units if unit in group] for group in parted]
    named = [group for group in groups if not all(map(is_collective, group))]
    return len(named) > 1 and all(groups)


def _is_known(unit: str) -> bool:
    """Whether a name is that of a well-known office, or stands for several."""
    return is_office(unit) or is_collective(unit)


def _half_read(drafted: Drafted, span: Span) -> Iterator[Finding]:
    """The first sign that a clause was read in part."""
    signs = (_keys_unread(drafted), _words_unread(drafted))
    for code, message in islice(chain.from_iterable(signs), 1):
        yield doubt(code, message, span)


def _keys_unread(drafted: Drafted) -> Iterator[tuple[str, str]]:
    """What the keys and the marks of the clauses tell of it: code and message."""
    clauses = drafted.draft.clauses
    if any(map(_is_half_read, clauses)):
        yield "half-read", "责任分工中有一栏没有读出单位或括号没有配对,暂按读出的列,可能不全。"
    if any(_BREAKS_OFF.search(clause.text) for clause in clauses):
        yield "half-read", "责任分工以顿号或逗号结尾,后面的单位可能丢了,暂按读出的列。"
    if twice := key_twice([clause.text for clause in clauses if clause.keyed]):
        yield "two-clauses", f"本项有两处“{twice}”,可能是两项任务的,已合并为一项任务的单位和时限。"
    if has_empty_key(drafted.clause):
        yield "half-read", "责任分工中有冒号而没有写明是牵头还是配合,暂按前面的列,请核对。"


def _words_unread(drafted: Drafted) -> Iterator[tuple[str, str]]:
    """What the words between them tell of it: code and message."""
    duties = drafted.measure.duties
    if told := conditional(drafted.clause):
        yield "half-read", f"责任分工中有“{told}”的条件,其后的单位暂按一般情形列出,请核对。"
    if tail := without_verb(drafted.clause):
        yield "no-verb", f"责任分工中的“{tail}”没有写明是负责还是配合,请核对列出的角色。"
    elif only_helpers(drafted.clause, duties):
        yield "no-verb", "责任分工中只写了谁配合,前面的单位没有写明角色,暂按责任单位列,请核对。"
    if duties and (unread := unread_in(drafted.measure.clause or "", duties)):
        yield "half-read", f"责任分工中的“{unread}”没有读出,暂按读出的列,可能不全。"


def _is_half_read(clause: Clause) -> bool:
    """Whether a key of a clause has a value that names no unit, or its brackets have no partner."""
    if not clause.keyed or has_signs(clause.text):  # marks told other roles than the keys
        return False
    roles = {duty.role for duty in clause.reading.duties}
    keys = {_ROLE_OF_KEY[match[1]] for match in _VALUED.finditer(clause.text)}
    return not keys <= roles or any(each.start is None for each in brackets_of(clause.text))


def _two_roles(duties: Sequence[Duty], drafted: Drafted, text: MappedText) -> Iterator[Finding]:
    """A unit that both leads and helps in the same part of a measure."""
    leads = {(duty.unit, duty.scope) for duty in duties if duty.role is Role.LEAD}
    for duty in duties:
        if duty.role is not Role.LEAD and (duty.unit, duty.scope) in leads:
            yield doubt(
                "two-roles",
                f"“{duty.unit}”既是牵头单位又列在其他单位中,两处都已保留。",
                clause_span(drafted, text),
            )
