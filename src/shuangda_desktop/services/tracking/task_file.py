"""All that is known of one task beyond its row: log, results, periods, evidence."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.services.city.calendar import load_due_rule
from shuangda_desktop.services.tracking.evidence import quick_condition
from shuangda_desktop.services.tracking.results import load_results
from shuangda_desktop.store import evidence, returns, tasks
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.evidence import Condition, Evidence
from shuangda_desktop.tasks.life import MoveKind
from shuangda_desktop.tasks.model import ProgressEntry, Status
from shuangda_desktop.tasks.occurrences import DueRule, Occurrence, occurrences
from shuangda_desktop.tasks.periods import parse_key
from shuangda_desktop.tasks.reporting import ANSWERING
from shuangda_desktop.tasks.results import Result
from shuangda_desktop.tasks.rows import TaskRow

_OVER = (Status.CLOSED, Status.CARRIED)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence and how its file is found."""

    evidence: Evidence
    condition: Condition


@dataclass(frozen=True, slots=True)
class TaskFile:
    """What lies in the folder of a task, the oldest first."""

    entries: tuple[ProgressEntry, ...] = ()
    results: tuple[Result, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    pieces: tuple[Piece, ...] = ()


def load_file(store: Store, row: TaskRow, today: date) -> TaskFile:
    """Everything about one task."""
    entries = tasks.load_entries(store, row.task_id)
    found = load_occurrences(store, [row], today, {row.task_id: entries})
    pieces = () if store.path is None else evidence.load_evidence(store, row.task_id)
    return TaskFile(
        entries,
        load_results(store, row.task_id),
        found.get(row.task_id, ()),
        tuple(Piece(piece, quick_condition(store, piece)) for piece in pieces),
    )


def load_occurrences(
    store: Store,
    rows: Sequence[TaskRow],
    today: date,
    logs: Mapping[int, tuple[ProgressEntry, ...]] | None = None,
) -> dict[int, tuple[Occurrence, ...]]:
    """The periods of the recurring duties among these tasks."""
    recurring = [row for row in rows if row.recurrence]
    if not recurring:
        return {}
    known = logs or tasks.load_logs(store, [row.task_id for row in recurring])
    arrived, rule = _arrivals(store, {row.plan_id for row in recurring}), load_due_rule(store)
    zero = returns.zero_reports(
        store, {unit for row in recurring for unit in row.names(*ANSWERING)}
    )
    return {
        row.task_id: _periods(row, known.get(row.task_id, ()), arrived, today, rule, zero)
        for row in recurring
    }


def _periods(
    row: TaskRow,
    entries: Sequence[ProgressEntry],
    arrived: Mapping[int, date],
    today: date,
    rule: DueRule,
    zero: Mapping[str, Sequence[tuple[str, date]]],
) -> tuple[Occurrence, ...]:
    issued = [m.on for m in row.moves if m.kind is MoveKind.STATUS and m.before is Status.DRAFT]
    start = min([*issued, *(entry.on for entry in entries)], default=arrived[row.plan_id])
    over = row.moves[-1].on if row.status in _OVER and row.moves else None
    nothing = [
        (parse_key(period), on)
        for unit in row.names(*ANSWERING)
        for period, on in zero.get(unit, ())
        if on >= start
    ]
    return occurrences(row.recurrence, start, today, entries, rule, over, nothing)


def _arrivals(store: Store, plan_ids: Collection[int]) -> dict[int, date]:
    """When each of these plans came in: its duties began no earlier."""
    wanted = "SELECT id, imported_on FROM plan WHERE id IN (SELECT value FROM json_each(?))"
    rows = store.rows(wanted, [json.dumps(list(plan_ids))])
    return {plan_id: date.fromisoformat(on) for plan_id, on in rows}
