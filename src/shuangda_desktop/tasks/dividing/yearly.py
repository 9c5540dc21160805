"""Two plans side by side: this year's and last year's, or two higher plans of one year. Pure."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from shuangda_desktop.plan.model import Measure, Role
from shuangda_desktop.tasks.dividing.alignment import SAME, align, parts
from shuangda_desktop.tasks.dividing.sharing import RANK
from shuangda_desktop.tasks.model import Assignment, Basis, Task
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import UnitKind

_MANY = (UnitKind.COLLECTIVE, UnitKind.GENERIC)


class Likeness(StrEnum):
    """What became of a measure between two plans."""

    SAME = "same"  # in the same words
    CHANGED = "changed"  # the same matter in other words
    PART = "part"  # one of both is a part of the other, which has more beside it
    NEW = "new"  # only in the plan that is looked at
    DROPPED = "dropped"  # only in the other one


@dataclass(frozen=True, slots=True)
class Compared:
    """A measure of the plan that is looked at beside that of another; ``score`` is 0 to 1."""

    kind: Likeness
    this: Measure | None
    other: Measure | None
    score: float = 0.0


def compare(this: Sequence[Measure], other: Sequence[Measure]) -> tuple[Compared, ...]:
    """Every measure of both plans: those of the first in their order, then what only the other has.

    A measure that is a part of a broader one stands beside that; the broad one is told as often as it has
    such parts.
    """
    ours, theirs = [m.text for m in this], [m.text for m in other]
    pairs = align(ours, theirs)
    partly = parts(ours, theirs, pairs)
    beside: defaultdict[int, list[Compared]] = defaultdict(list)
    for pair in pairs:
        kind = Likeness.SAME if pair.score >= SAME else Likeness.CHANGED
        beside[pair.left].append(Compared(kind, this[pair.left], other[pair.right], pair.score))
    for pair in partly:
        line = Compared(Likeness.PART, this[pair.left], other[pair.right], pair.score)
        beside[pair.left].append(line)
    found = {pair.right for pair in (*pairs, *partly)}
    lines = [
        line
        for at, measure in enumerate(this)
        for line in beside.get(at) or [Compared(Likeness.NEW, measure, None)]
    ]
    gone = (m for at, m in enumerate(other) if at not in found)
    return (*lines, *(Compared(Likeness.DROPPED, None, measure) for measure in gone))


def differing(this: str, other: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The stretches of two texts that are not in the other, for a look at both side by side."""
    ours: list[Span] = []
    theirs: list[Span] = []
    for kind, a, b, c, d in SequenceMatcher(None, this, other, autojunk=False).get_opcodes():
        if kind != "equal":
            ours += [Span(a, b)] * (b > a)
            theirs += [Span(c, d)] * (d > c)
    return tuple(ours), tuple(theirs)


def with_last_leads(
    tasks: Sequence[Task],
    last: Mapping[int, Sequence[Assignment]],
    directory: Directory,
    on: date | None,
) -> tuple[Task, ...]:
    """Tasks whose lead is only proposed, led as the same measure was last year.

    ``last`` gives, by the key of this year's measure, who led the same one last year.
    """
    return tuple(_led_again(task, last.get(task.measure_key, ()), directory, on) for task in tasks)


def _led_again(
    task: Task, leads: Sequence[Assignment], directory: Directory, on: date | None
) -> Task:
    names = list(dict.fromkeys(_today(leads, directory, on)))
    stated = any(a.role is Role.LEAD and a.basis is not Basis.PROPOSED for a in task.assignments)
    if not names or stated:
        return task
    why = f"去年由{'、'.join(names)}牵头"
    kept = [_no_lead(given) for given in task.assignments if given.unit not in names]
    known = {given.unit: given for given in task.assignments}
    fresh = [_lead(known.get(name, Assignment(name, Role.LEAD)), why) for name in names]
    return replace(task, assignments=(*fresh, *sorted(kept, key=lambda a: RANK[a.role])))


def _today(leads: Sequence[Assignment], directory: Directory, on: date | None) -> Iterator[str]:
    """Last year's leads under the names they have on the day; whoever is gone leads no more."""
    for given in leads:
        for unit in directory.resolve(given.unit, on, Level.CITY).units:
            ours = unit.level is Level.CITY and unit.id in directory.by_id
            if ours and unit.kind not in _MANY and unit.active(on):
                yield unit.label


def _lead(given: Assignment, why: str) -> Assignment:
    reason = "\uff1b".join(part for part in (given.reason, why) if part)
    return replace(given, role=Role.LEAD, basis=Basis.PROPOSED, reason=reason)


def _no_lead(given: Assignment) -> Assignment:
    """A unit that was proposed as lead by the order of the list answers for its part all the same."""
    return given if given.role is not Role.LEAD else replace(given, role=Role.RESPONSIBLE)


def carried_over(task: Task, plan_id: int, year_end: date | None) -> Task:
    """An unfinished task of last year as a proposal for this year's plan, with all its units."""
    units = tuple(
        replace(given, id=None, basis=Basis.PROPOSED, reason=f"去年的分工\uff1a{given.unit}")
        for given in task.assignments
    )
    return replace(
        task,
        id=None,
        plan_id=plan_id,
        assignments=units,
        due_on=year_end,
        due_basis=Basis.PROPOSED,
        due_text="",
        reason=f"去年第{task.number}项没有办结\uff0c拟结转",
        rewordings=(),
        more_keys=(),
    )
