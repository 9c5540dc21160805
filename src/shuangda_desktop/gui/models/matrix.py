"""来文条目 x 任务 x 单位: every clause of the source with its tasks, and who does what in them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from shuangda_desktop.gui.models.coverage import MeasureRow
from shuangda_desktop.gui.models.split_columns import STOPPED, state_word
from shuangda_desktop.gui.models.task_filter import is_open
from shuangda_desktop.gui.theme import DOUBT, PROPOSED, QUIET, Look
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.model import Basis
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.text.punctuation import widen

FIXED = ("place", "text", "task")
SIGNS = {Role.LEAD: "\u25cf牵", Role.RESPONSIBLE: "\u25cb责", Role.COOPERATING: "\u25b3配"}
NO_REASON = "没有任务\uff0c请拟定任务或说明理由"


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A clause beside one of its tasks; ``task`` is None where it has none at all.

    ``is_first`` tells whether it is the first line of its clause.
    """

    measure: MeasureRow
    task: TaskRow | None
    is_first: bool

    @property
    def key(self) -> tuple[int, int]:
        """What names the row across refreshes."""
        return self.measure.key, self.task.task_id if self.task else 0

    @property
    def is_bare(self) -> bool:
        """Whether nobody has said yet what becomes of the clause."""
        return self.task is None and not self.measure.covered

    def roles(self, unit: str) -> tuple[Role, ...]:
        """What a unit does in the task."""
        parts = self.task.units if self.task is not None and is_open(self.task) else ()
        return tuple(dict.fromkeys(part.role for part in parts if part.unit == unit))


def matrix_rows(measures: Iterable[MeasureRow], rows: Iterable[TaskRow]) -> tuple[MatrixRow, ...]:
    """A line for each task of each clause, in the order of the source."""
    by_measure: dict[int, list[TaskRow]] = {}
    for row in rows:
        for key in row.keys:
            by_measure.setdefault(key, []).append(row)
    return tuple(
        line for measure in measures for line in _lines(measure, by_measure.get(measure.key, []))
    )


def _lines(measure: MeasureRow, tasks: Sequence[TaskRow]) -> Iterator[MatrixRow]:
    if not tasks:
        yield MatrixRow(measure, None, True)
    for at, task in enumerate(tasks):
        yield MatrixRow(measure, task, at == 0)


def matrix_columns(units: Iterable[str]) -> tuple[Column[MatrixRow], ...]:
    """Clause, task, and a narrow column for each unit."""
    return (
        Column("place", "序", _place, lambda r: r.measure.place, 2, numeric=True),
        Column("text", "来文条目", _clause, lambda r: r.measure.place, 14),
        Column("task", "本市任务", task_words, lambda r: r.task.number if r.task else 0, 14),
        *(_unit_column(unit) for unit in units),
    )


def matrix_look(row: MatrixRow, column: Column[MatrixRow]) -> Look | None:
    """What is missing is marked, what is proposed outlined, what was left out quiet."""
    if row.is_bare:
        return DOUBT if column.key in FIXED else None
    if column.key == "task" and (row.task is None or not is_open(row.task)):
        return QUIET
    if column.key in FIXED:
        return QUIET if column.key == "place" else None
    unit = column.title
    parts = [p for p in row.task.units if p.unit == unit] if row.task else []
    return PROPOSED if any(part.basis is Basis.PROPOSED for part in parts) else None


def matrix_tip(row: MatrixRow, column: Column[MatrixRow]) -> str:
    """The whole clause or task; of a cell, who does what in what."""
    if column.key == "text":
        return widen(row.measure.text)
    if column.key in FIXED:
        return widen(row.task.text if row.task else task_words(row))
    words = "、".join(SIGNS[role] for role in row.roles(column.title))
    task = f"任务{row.task.number} {row.task.title}" if row.task else ""
    return f"{column.title} {words}\n{task}" if words else ""


def task_words(row: MatrixRow) -> str:
    """The task by number and title, or why there is none."""
    task = row.task
    if task is None:
        return NO_REASON
    if is_open(task):
        return f"{task.number} {task.title or task.text}"
    number = f"{task.number} " if state_word(task) == STOPPED else ""
    return f"{number}{state_word(task)}\uff1a{task.dropped_reason or task.reason}"


def units_in(rows: Iterable[TaskRow], order: Sequence[str]) -> list[str]:
    """The units of the tasks in the order of the directory; those it does not know come last."""
    names = dict.fromkeys(part.unit for row in rows if is_open(row) for part in row.units)
    ranks = {name: rank for rank, name in enumerate(order)}
    return sorted(names, key=lambda name: ranks.get(name, len(ranks)))


def covered_words(measures: Sequence[MeasureRow]) -> str:
    """How much of the source is covered, in a sentence."""
    divided = sum(1 for measure in measures if measure.tasks)
    bare = sum(1 for measure in measures if not measure.covered)
    explained = len(measures) - divided - bare
    return widen(
        f"来文条目 {len(measures)} 条:已分解 {divided} 条,说明理由不分解 {explained} 条,"
        f"没有任务也没有理由 {bare} 条"
    )


def _place(row: MatrixRow) -> str:
    return str(row.measure.place) if row.is_first else ""


def _clause(row: MatrixRow) -> str:
    return f"{row.measure.label}{row.measure.text}" if row.is_first else "同上"


def _unit_column(unit: str) -> Column[MatrixRow]:
    def text(row: MatrixRow) -> str:
        return "".join(SIGNS[role] for role in row.roles(unit))

    return Column(f"unit:{unit}", unit, text, text, 2)
