"""The columns of the directory, and of the tasks of one unit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from shuangda_desktop.gui.models.split_columns import ROLE_WORDS, due_word
from shuangda_desktop.gui.models.task_filter import is_open
from shuangda_desktop.gui.theme import QUIET, Look
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.city.directory import UnitRow
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.units.model import Unit
from shuangda_desktop.units.words import KIND_WORDS

EDITABLE = ("order", "name", "short_name", "contact", "phone")  # fields of a unit


@dataclass(frozen=True, slots=True)
class UnitTask:
    """A task as one unit has it."""

    row: TaskRow
    role: Role


def unit_columns(loads: Mapping[str, Mapping[Role, int]]) -> tuple[Column[UnitRow], ...]:
    """The directory; ``loads`` says how many tasks a unit has in each role."""

    def load(title: str, role: Role) -> Column[UnitRow]:
        def number(row: UnitRow) -> int:
            return loads.get(row.unit.label, {}).get(role, 0)

        return Column(role.value, title, lambda r: str(number(r) or ""), number, 2, numeric=True)

    return (
        Column("order", "序", lambda r: str(r.unit.order), lambda r: r.unit.order, 3, numeric=True),
        Column("name", "名称", lambda r: r.unit.name, lambda r: r.unit.name, 15),
        Column("short_name", "简称", lambda r: r.unit.short_name, lambda r: r.unit.short_name, 7),
        Column("kind", "类别", _kind, _kind, 5),
        load("牵头", Role.LEAD),
        load("责任", Role.RESPONSIBLE),
        load("配合", Role.COOPERATING),
        Column("contact", "联系人", lambda r: r.unit.contact, lambda r: r.unit.contact, 4),
        Column("phone", "电话", lambda r: r.unit.phone, lambda r: r.unit.phone, 7),
    )


def unit_task_columns() -> tuple[Column[UnitTask], ...]:
    """What one unit gets."""
    return (
        Column("role", "分工", lambda t: ROLE_WORDS[t.role], lambda t: _ROLE_ORDER[t.role], 2),
        Column(
            "number", "序号", lambda t: str(t.row.number), lambda t: t.row.number, 2, numeric=True
        ),
        Column("title", "任务", lambda t: t.row.title, lambda t: t.row.title, 12),
        Column("due", "完成时限", lambda t: due_word(t.row), lambda t: t.row.due_on, 7),
    )


def loads_of(rows: Iterable[TaskRow]) -> dict[str, dict[Role, int]]:
    """How many of the city's tasks each unit has in each role."""
    loads: dict[str, dict[Role, int]] = {}
    for row in rows:
        for name, role in {(part.unit, part.role) for part in row.units if is_open(row)}:
            mine = loads.setdefault(name, {})
            mine[role] = mine.get(role, 0) + 1
    return loads


def tasks_of_unit(rows: Iterable[TaskRow], unit: str) -> tuple[UnitTask, ...]:
    """What a unit gets: first what it leads, last what it helps with."""
    found = [
        UnitTask(row, role)
        for row in rows
        if is_open(row)
        for role in dict.fromkeys(part.role for part in row.units if part.unit == unit)
    ]
    return tuple(sorted(found, key=lambda task: (_ROLE_ORDER[task.role], task.row.number)))


_ROLE_ORDER = {role: place for place, role in enumerate(ROLE_WORDS)}


def unit_look(row: UnitRow, _: Column[UnitRow]) -> Look | None:
    """A unit that is no more stands back, whatever the column."""
    return None if row.unit.active(None) else QUIET


def edited(unit: Unit, key: str, text: str) -> Unit:
    """A unit with what was typed into the cell of a column; an order is a whole number."""
    field: dict[str, Any] = {key: int(text) if key == "order" else text}
    return replace(unit, **field)


def _kind(row: UnitRow) -> str:
    """What kind of unit it is; of one that is no more, that alone matters."""
    return KIND_WORDS[row.unit.kind] if row.unit.active(None) else "已撤并"
