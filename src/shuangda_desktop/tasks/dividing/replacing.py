"""Which unit the clerk put in the place of the one the program had found, and what that may mean. Pure.

What may hold for good is offered, never done: where a unit took another's place (of one task or of all
that were chosen, in one edit or in two that follow each other), and where the same unit was added to,
or taken out of, tasks of the same source unit twice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.model import Assignment
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.counterparts import answering
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Counterpart, Unit

_LIST = "、"
_HIGHER = (Level.NATIONAL, Level.PROVINCE)
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Document:
    """How the units of a higher document are read: its level, and the day that counts."""

    level: Level | None
    on: date | None


@dataclass(frozen=True, slots=True)
class Offer:
    """A counterpart that could be said once for all: ids of units, and the names that the clerk reads.

    ``below`` are all units of the city that would answer from then on; ``come`` is new among them, and
    ``gone`` is no more.
    """

    higher: str
    lowers: tuple[str, ...]
    condition: str
    above: str
    below: str
    come: str = ""
    gone: str = ""

    @property
    def question(self) -> str:
        """What the clerk is asked."""
        start = f"以后来文里的\u201c{self.above}\u201d\uff0c都"
        if not self.come:
            return f"{start}不再由\u201c{self.gone}\u201d对应吗\uff1f"
        if len(self.lowers) == 1:
            return f"{start}由\u201c{self.come}\u201d对应吗\uff1f"
        if self.gone:
            return f"{start}由\u201c{self.come}\u201d代替\u201c{self.gone}\u201d吗\uff1f"
        return f"{start}加上\u201c{self.come}\u201d吗\uff1f"


@dataclass(frozen=True, slots=True)
class Part:
    """What one edit did to one task: its units before and after, and the source's sentence."""

    task_id: int
    before: tuple[Assignment, ...]
    after: tuple[Assignment, ...]
    about: str = ""

    @property
    def gone(self) -> tuple[Assignment, ...]:
        """Who has no part any more."""
        return _only_in(self.before, self.after)

    @property
    def come(self) -> tuple[Assignment, ...]:
        """Who has one now."""
        return _only_in(self.after, self.before)

    @property
    def sources(self) -> frozenset[str]:
        """The units of the source that the task had its units from."""
        return frozenset(name for a in self.before for name in a.source_unit.split(_LIST) if name)


Edit = tuple[Part, ...]  # of all tasks that an action changed


@dataclass(frozen=True, slots=True)
class _Swap:
    """A unit of the source, who goes out and who comes in for it; "" for nobody."""

    source: str
    gone: str
    come: str


def replaced(
    before: Sequence[Assignment], after: Sequence[Assignment]
) -> tuple[tuple[Assignment, Assignment], ...]:
    """Who went, and who came in its place: one for one in the same role, each by its place among those."""
    gone, come = _only_in(before, after), _only_in(after, before)
    pairs: list[tuple[Assignment, Assignment]] = []
    for place in dict.fromkeys((a.role, a.scope) for a in gone):
        old, new = _at(gone, place), _at(come, place)
        pairs += zip(old, new, strict=True) if len(old) == len(new) else ()
    if not pairs and len(gone) == len(come) == 1 and gone[0].scope == come[0].scope:
        pairs = [(gone[0], come[0])]
    return tuple((old, new) for old, new in pairs if _of_one_source(old))


def traced(before: Sequence[Assignment], after: Sequence[Assignment]) -> tuple[Assignment, ...]:
    """The units as they shall be; who took another's place says which unit of the source that was."""
    told = {
        id(new): replace(
            new,
            source_unit=old.source_unit,
            reason=f"来文列\u201c{old.source_unit}\u201d\uff0c原拟{old.unit}\uff0c由本办改为{new.unit}",
        )
        for old, new in replaced(before, after)
    }
    return tuple(told.get(id(given), given) for given in after)


def offers(edit: Edit, last: Edit, directory: Directory, source: Document) -> tuple[Offer, ...]:
    """The counterparts that an edit could mean for good, where it is plain which and not said yet.

    ``last`` is the edit before it, empty where another action came between.
    """
    found = (_offer(swap, edit, directory, source) for swap in _swaps(edit, last))
    return tuple(dict.fromkeys(offer for offer in found if offer is not None))


def _swaps(edit: Edit, last: Edit) -> Iterable[_Swap]:
    exchanged = _in_all([_pairs(part) for part in edit])
    if exchanged:
        return [_Swap(*swap) for swap in exchanged]
    if {p.task_id for p in edit} == {p.task_id for p in last}:
        both = [
            replace(now, before=was.before)
            for now, was in zip(_by_task(edit), _by_task(last), strict=True)
        ]
        return [_Swap(*swap) for swap in _in_all([_pairs(part) for part in both])]
    told = edit if len(edit) > 1 else (*edit, *last)
    return _again(told) if len(told) > 1 else ()


def _again(parts: Sequence[Part]) -> list[_Swap]:
    """The same unit added to, or taken out of, all of these tasks."""
    came = _in_all([[a.unit for a in part.come] for part in parts])
    went = _in_all(
        [[(a.source_unit, a.unit) for a in part.gone if _of_one_source(a)] for part in parts]
    )
    if any(len(part.come) + len(part.gone) != 1 for part in parts):
        return []
    sources = frozenset.intersection(*(part.sources for part in parts))
    if len(came) == 1 and len(sources) == 1:
        return [_Swap(min(sources), "", came[0])]
    return [_Swap(source, gone, "") for source, gone in went]


def _offer(swap: _Swap, edit: Edit, directory: Directory, source: Document) -> Offer | None:
    above = _only(directory, swap.source, source, edit[0].about)
    if above is None or above.level not in _HIGHER:
        return None
    answers = [answering(directory, above, part.about) for part in edit]
    if any(rows != answers[0] for rows in answers):
        return None
    lowers = _lowers(directory, answers[0], swap, source)
    if lowers is None or (list(lowers) == _ids(answers[0]) and _all_decided(answers[0])):
        return None
    condition = answers[0][0].condition if answers[0] else ""
    below = _LIST.join(directory.by_id[lower].label for lower in lowers)
    return Offer(above.id, lowers, condition, above.label, below, swap.come, swap.gone)


def _lowers(
    directory: Directory, rows: Sequence[Counterpart], swap: _Swap, source: Document
) -> tuple[str, ...] | None:
    """The counterparts after the swap; None where it is not plain which they would be."""
    known = [lower for lower in _ids(rows) if lower in directory.by_id]
    at = [n for n, lower in enumerate(known) if _is(directory, lower, swap.gone)]
    if not swap.come:
        return tuple(known[: at[0]] + known[at[0] + 1 :]) if at and len(known) > 1 else None
    below = _only(directory, swap.come, replace(source, level=Level.CITY))
    if below is None or below.level in _HIGHER:
        return None
    if not swap.gone:
        return tuple(dict.fromkeys([*known, below.id]))
    if len(known) <= 1:
        return (below.id,)
    return tuple(dict.fromkeys([*known[: at[0]], below.id, *known[at[0] + 1 :]])) if at else None


def _pairs(part: Part) -> list[tuple[str, str, str]]:
    return [(old.source_unit, old.unit, new.unit) for old, new in replaced(part.before, part.after)]


def _in_all(lists: Sequence[Sequence[_Item]]) -> list[_Item]:
    """What every list holds, in the order of the first."""
    first, *others = lists or [[]]
    return [item for item in dict.fromkeys(first) if all(item in other for other in others)]


def _by_task(edit: Edit) -> list[Part]:
    return sorted(edit, key=lambda part: part.task_id)


def _at(some: Sequence[Assignment], place: tuple[Role, str]) -> list[Assignment]:
    return [given for given in some if (given.role, given.scope) == place]


def _of_one_source(given: Assignment) -> bool:
    return bool(given.source_unit) and _LIST not in given.source_unit


def _only_in(some: Sequence[Assignment], others: Sequence[Assignment]) -> tuple[Assignment, ...]:
    known = {(given.unit, given.scope) for given in others}
    return tuple(given for given in some if (given.unit, given.scope) not in known)


def _only(directory: Directory, name: str, source: Document, about: str = "") -> Unit | None:
    """The one unit of the directory that a name means."""
    units = directory.resolve(name, source.on, source.level, about).units
    return units[0] if len(units) == 1 and units[0].id in directory.by_id else None


def _is(directory: Directory, id_: str, name: str) -> bool:
    unit = directory.by_id[id_]
    return name in (unit.label, unit.name)


def _ids(rows: Sequence[Counterpart]) -> list[str]:
    return [row.lower for row in rows if row.lower]


def _all_decided(rows: Sequence[Counterpart]) -> bool:
    return all(row.decided_on is not None for row in rows)
