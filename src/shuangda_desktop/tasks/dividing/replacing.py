"""A unit that the clerk put in the place of the one the program had found, and what that may mean. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from shuangda_desktop.tasks.model import Assignment
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.counterparts import answering
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Counterpart, Unit

_LIST = "、"
_HIGHER = (Level.NATIONAL, Level.PROVINCE)


@dataclass(frozen=True, slots=True)
class Document:
    """How the units of a higher document are read: its level, the day that counts, the task's sentence."""

    level: Level | None
    on: date | None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A counterpart that could be said once for all: ids of units, and the names that the clerk reads."""

    higher: str
    lowers: tuple[str, ...]
    condition: str
    above: str
    below: str


def replaced(
    before: Sequence[Assignment], after: Sequence[Assignment]
) -> tuple[Assignment, Assignment] | None:
    """Who went and who came in its place; None where that is not one for one, in the same role."""
    gone, come = _only_in(before, after), _only_in(after, before)
    if len(gone) != 1 or len(come) != 1:
        return None
    old, new = gone[0], come[0]
    same_part = (old.role, old.scope) == (new.role, new.scope)
    one_source = bool(old.source_unit) and _LIST not in old.source_unit
    return (old, new) if same_part and one_source else None


def traced(before: Sequence[Assignment], after: Sequence[Assignment]) -> tuple[Assignment, ...]:
    """The units as they shall be; who took another's place says which unit of the source that was."""
    found = replaced(before, after)
    if found is None:
        return tuple(after)
    old, new = found
    why = f"来文列“{old.source_unit}”\uff0c原拟{old.unit}\uff0c由本办改为{new.unit}"
    told = replace(new, source_unit=old.source_unit, reason=why)
    return tuple(told if given is new else given for given in after)


def offer(
    before: Sequence[Assignment],
    after: Sequence[Assignment],
    directory: Directory,
    source: Document,
) -> Offer | None:
    """The counterpart that a replacement would be, where it is plain which one and is not said yet."""
    found = replaced(before, after)
    if found is None:
        return None
    old, new = found
    above = _only(directory, old.source_unit, source)
    below = _only(directory, new.unit, Document(Level.CITY, source.on))
    if above is None or below is None or above.level not in _HIGHER or below.level in _HIGHER:
        return None
    rows = answering(directory, above, source.about)
    lowers = _with(directory, [row.lower for row in rows if row.lower], old.unit, below.id)
    if lowers is None or (lowers == [row.lower for row in rows] and _all_decided(rows)):
        return None
    condition = rows[0].condition if rows else ""
    return Offer(above.id, tuple(lowers), condition, above.label, below.label)


def _only_in(some: Sequence[Assignment], others: Sequence[Assignment]) -> list[Assignment]:
    known = {(given.unit, given.scope) for given in others}
    return [given for given in some if (given.unit, given.scope) not in known]


def _only(directory: Directory, name: str, source: Document) -> Unit | None:
    """The one unit of the directory that a name means."""
    units = directory.resolve(name, source.on, source.level, source.about).units
    return units[0] if len(units) == 1 and units[0].id in directory.by_id else None


def _with(directory: Directory, lowers: list[str], old: str, new: str) -> list[str] | None:
    """The counterparts with the new unit in the place of the old; None where that place is not plain."""
    at = [n for n, lower in enumerate(lowers) if _is(directory, lower, old)]
    if len(lowers) <= 1:
        return [new]
    if len(at) != 1:
        return None
    return list(dict.fromkeys([*lowers[: at[0]], new, *lowers[at[0] + 1 :]]))


def _is(directory: Directory, id_: str, name: str) -> bool:
    unit = directory.by_id.get(id_)
    return unit is not None and name in (unit.label, unit.name)


def _all_decided(rows: Sequence[Counterpart]) -> bool:
    return all(row.decided_on is not None for row in rows)
