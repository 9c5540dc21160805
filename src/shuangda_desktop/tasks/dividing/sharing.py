"""Who does a task here: the source's units, one level down, with their roles and the reasons."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from shuangda_desktop.plan.model import Duty, Role
from shuangda_desktop.tasks.model import Assignment, Basis
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.counterparts import localize
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Certainty, PathStep, Resolution, Unit, UnitKind
from shuangda_desktop.units.routes import describe

RANK = {Role.LEAD: 0, Role.RESPONSIBLE: 1, Role.COOPERATING: 2}
_MANY = (UnitKind.COLLECTIVE, UnitKind.GENERIC)
_FIRST = "来文未明确牵头单位\uff0c按排序首位拟定"
_NEXT = "来文未明确牵头单位\uff0c排在前面的单位不宜牵头\uff0c按排序顺延拟定"
_BY_ORDER = "来文未明确牵头单位\uff0c各单位按机构排序列出\uff0c暂按首位拟定\uff0c请核对"
_MEANT = "来文未明确牵头单位\uff0c只按机构排序列出\uff1b\u201c{}\u201d属其职责\uff0c拟由其牵头\uff0c请核对"
_ONLY = "来文只列一个责任单位\uff0c拟由其牵头"
_OFFICE = "领导小组办公室"  # listed first it is meant to lead, wherever it stands by protocol
_MANY_ENOUGH = 4  # units of which the order can be told
_KEEP = "暂按来文保留\uff0c请核对"
_NOBODY = "本市没有对口单位\uff0c暂按来文保留\uff0c请确定由谁承担"
_WHO = "来文没有点名\uff0c请明确具体单位"
_ALL = "可以展开为各成员单位\uff0c请明确"


@dataclass(frozen=True, slots=True)
class _Share:
    """An assignment, and whether its unit could lead: one unit, and one of ours."""

    assignment: Assignment
    can_lead: bool
    domain: str = ""  # what the unit does, words parted by enumeration marks


def assign(
    duties: Sequence[Duty],
    directory: Directory,
    on: date | None,
    level: Level | None,
    about: str,
    rule: str = "",
    title: str = "",
) -> tuple[Assignment, ...]:
    """The assignments of a task: each unit once, in its strongest role, leads in front.

    ``rule`` is the plan's own sentence by which the unit that is listed first leads. Where the units
    stand by protocol, their order says nothing about who leads: the one whose work the ``title``
    names is proposed, if it is one alone (of nine plans with leads that the source states, the domain
    in the title named the lead in 9 of 11 measures).
    """
    shares = [share for duty in duties for share in _shares(duty, directory, on, level, about)]
    joined = _joined(shares)
    if not any(share.assignment.role is Role.LEAD for share in joined):
        joined = _with_lead(joined, rule, directory.orders, title)
    return tuple(sorted((s.assignment for s in joined), key=lambda a: RANK[a.role]))


def _shares(
    duty: Duty, directory: Directory, on: date | None, level: Level | None, about: str
) -> list[_Share]:
    found = localize(directory, duty.unit, on, level, about)
    if not found.units:
        return [_Share(_kept(duty, found), can_lead=False)]
    return [
        _share(duty, route.unit, route.steps, found.certainty)
        for route in found.routes
        if route.unit
    ]


def _share(duty: Duty, unit: Unit, steps: Sequence[PathStep], certainty: Certainty) -> _Share:
    many = unit.kind in _MANY
    sure = certainty is Certainty.SURE and not many
    reason = describe(steps) + (f"\uff1b{_ALL if unit.members else _WHO}" if many else "")
    basis = Basis.STATED if sure else Basis.PROPOSED
    alone = not many and unit.kind is not UnitKind.GOVERNMENT
    return _Share(_assignment(duty, unit.label, basis, reason), alone, unit.domain)


def _kept(duty: Duty, found: Resolution) -> Assignment:
    """A unit that is unknown or has no counterpart stays under the source's name."""
    if found.certainty is Certainty.SURE:  # the clerk said once that it stays above
        return _assignment(duty, duty.unit, Basis.STATED, describe(found.path))
    unknown = found.certainty is Certainty.UNKNOWN
    why = f"{found.note}\uff1b{_KEEP}" if unknown else f"{_NOBODY}\uff1b{found.note}"
    return _assignment(duty, duty.unit, Basis.PROPOSED, why)


def _assignment(duty: Duty, unit: str, basis: Basis, reason: str) -> Assignment:
    return Assignment(unit, duty.role, basis, duty.unit, reason, duty.scope or "")


def _joined(shares: Iterable[_Share]) -> list[_Share]:
    """Each unit once for a scope: many of the province's units may be one of the city's."""
    joined: dict[tuple[str, str], _Share] = {}
    for share in shares:
        key = (share.assignment.unit, share.assignment.scope)
        joined[key] = _merged(joined[key], share) if key in joined else share
    return list(joined.values())


def _merged(one: _Share, other: _Share) -> _Share:
    first, second = one.assignment, other.assignment
    stronger = min(first, second, key=_weakness)
    return replace(
        one,
        assignment=replace(
            first,
            role=stronger.role,
            basis=stronger.basis,
            source_unit="、".join(
                dict.fromkeys([*first.source_unit.split("、"), second.source_unit])
            ),
            reason=_also(first.reason, second.reason),
        ),
    )


def _also(reason: str, other: str) -> str:
    return reason if other in reason else f"{reason}\uff1b{other}"


def _weakness(given: Assignment) -> tuple[int, bool]:
    return RANK[given.role], given.basis is Basis.PROPOSED


def _with_lead(
    shares: list[_Share], rule: str, orders: Mapping[str, int], title: str
) -> list[_Share]:
    """The first unit that can lead is proposed as the lead, visibly so; by the plan's rule it is stated."""
    able = [at for at, share in enumerate(shares) if _may_lead(share)]
    if not able:
        return shares
    at, why = able[0], ""
    alone = len(shares) == 1 and "、" not in shares[at].assignment.source_unit
    stated = rule and at == 0 and not alone
    if not stated and _by_order(shares, orders):
        at, why = _meant(shares, able, title)
    given = shares[at].assignment
    why = why or (_ONLY if alone else _first(shares, orders) if at == 0 else _NEXT)
    reason = f"{given.reason}\uff1b" + (f"来文规定\uff1a{rule}" if stated else why)
    basis = given.basis if stated else Basis.PROPOSED
    lead = replace(given, role=Role.LEAD, basis=basis, reason=reason)
    return [*shares[:at], replace(shares[at], assignment=lead), *shares[at + 1 :]]


def _meant(shares: Sequence[_Share], able: Sequence[int], title: str) -> tuple[int, str]:
    """The unit whose work the title names, and why; the first where it names none, or several."""
    named = {
        at: word for at in able for word in shares[at].domain.split("、") if word and word in title
    }
    if len(named) != 1 or _OFFICE in shares[able[0]].assignment.unit:
        return able[0], ""
    ((at, word),) = named.items()
    return at, _MEANT.format(word)


def _first(shares: Sequence[_Share], orders: Mapping[str, int]) -> str:
    """Why the first unit is proposed; a list by protocol says little about who leads."""
    return _BY_ORDER if _by_order(shares, orders) else _FIRST


def _by_order(shares: Sequence[_Share], orders: Mapping[str, int]) -> bool:
    """Whether a list stands by protocol; one level up a few bodies have another place in it."""
    places = [orders.get(s.assignment.unit, 0) for s in shares if _may_lead(s)]
    steps_back = sum(one > other for one, other in pairwise(places))
    return len(places) >= _MANY_ENOUGH and steps_back <= (len(places) - 1) // _MANY_ENOUGH


def _may_lead(share: _Share) -> bool:
    return share.can_lead and share.assignment.role is Role.RESPONSIBLE


def joined(assignments: Iterable[Assignment]) -> tuple[Assignment, ...]:
    """Assignments of several tasks as those of one: each unit once, in its strongest role."""
    shares = _joined(_Share(a, can_lead=False) for a in assignments)
    return tuple(sorted((s.assignment for s in shares), key=lambda a: RANK[a.role]))
