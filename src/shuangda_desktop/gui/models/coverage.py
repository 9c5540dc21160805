"""What became of each measure of a plan."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from shuangda_desktop.gui.models.task_filter import is_open
from shuangda_desktop.plan.model import Measure, Plan
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.text.punctuation import widen


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure with the number of its tasks, or the reasons why it has none."""

    key: int
    place: int
    label: str
    text: str
    tasks: int
    proposed_out: int
    reasons: tuple[str, ...]

    @property
    def covered(self) -> bool:
        """Whether the measure has a task, or a stated reason for having none."""
        return bool(self.tasks or self.reasons)

    @property
    def state(self) -> str:
        """The coverage in words."""
        if self.tasks:
            return f"{self.tasks}项"
        if self.proposed_out:
            return "拟不适用"
        return "不适用" if self.reasons else "未分解"


def coverage(plan: Plan, rows: Iterable[TaskRow]) -> tuple[MeasureRow, ...]:
    """Every measure of the plan, in its order."""
    by_measure: dict[int, list[TaskRow]] = {}
    for row in rows:
        for key in row.keys:
            by_measure.setdefault(key, []).append(row)
    before = [None, *(measure.section for measure in plan.measures)]
    return tuple(
        _measure_row(
            "" if measure.section == before[place - 1] else _label(plan, measure),
            place,
            measure,
            by_measure.get(measure.key, ()),
        )
        for place, measure in enumerate(plan.measures, 1)
    )


def covered_again(
    before: Iterable[MeasureRow], rows: Iterable[TaskRow], changed: Iterable[TaskRow]
) -> tuple[MeasureRow, ...]:
    """The measures after some tasks changed; ``changed`` holds those tasks as they were and are."""
    keys = {key for row in changed for key in row.keys}
    by_measure: dict[int, list[TaskRow]] = {key: [] for key in keys}
    for row in rows:
        for key in row.keys:
            if key in keys:
                by_measure[key].append(row)
    return tuple(
        _counted(measure, by_measure[measure.key]) if measure.key in keys else measure
        for measure in before
    )


def coverage_columns() -> tuple[Column[MeasureRow], ...]:
    """The columns of the list of measures."""
    return (
        Column("place", "序", lambda r: str(r.place), lambda r: r.place, 2, numeric=True),
        Column("text", "来文措施", _shown, lambda r: r.place, 14),
        Column("state", "分解", lambda r: r.state, lambda r: r.tasks, 4),
    )


def explain(row: MeasureRow) -> str:
    """The whole measure and, where it has no task, why."""
    why = "".join(f"\n理由:{reason}" for reason in row.reasons)
    return widen(f"{row.text}\n{row.state}{why}")


def _shown(row: MeasureRow) -> str:
    return f"{row.label}{row.text}"


def _measure_row(label: str, place: int, measure: Measure, rows: Sequence[TaskRow]) -> MeasureRow:
    text = measure.text.replace("\n", "")
    return MeasureRow(measure.key, place, label, text, *_fate(rows))


def _counted(measure: MeasureRow, rows: Sequence[TaskRow]) -> MeasureRow:
    """The measure with what became of it; the very same where that is as it was."""
    tasks, proposed_out, reasons = _fate(rows)
    counted = replace(measure, tasks=tasks, proposed_out=proposed_out, reasons=reasons)
    return measure if counted == measure else counted


def _fate(rows: Sequence[TaskRow]) -> tuple[int, int, tuple[str, ...]]:
    """What became of a measure with these tasks: tasks, tasks proposed as none, reasons for having none."""
    out = [row for row in rows if not is_open(row)]
    proposed_out = sum(1 for row in out if not row.dropped_reason)
    return len(rows) - len(out), proposed_out, tuple(r.dropped_reason or r.reason for r in out)


def _label(plan: Plan, measure: Measure) -> str:
    if measure.section is None:
        return ""
    label = plan.sections[measure.section].label
    return "" if measure.text.startswith(label) else widen(f"{label} ")
