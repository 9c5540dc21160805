"""What was done about each task: the lines of 督办台账."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from shuangda_desktop.services.outputs.gathering import plans_of
from shuangda_desktop.store import returns
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.returns import Dispatch
from shuangda_desktop.tasks.periods import parse_key
from shuangda_desktop.tasks.reporting import ANSWERING
from shuangda_desktop.tasks.rows import PlanRow, TaskRow
from shuangda_desktop.tasks.supervision import SupervisionRow, supervised

URGED = (returns.URGE, returns.TEXT, returns.SUPERVISE)


def supervision_rows(store: Store, rows: Sequence[TaskRow]) -> tuple[SupervisionRow, ...]:
    """A line for each task, with its log of moves and the reminders that went to its units."""
    known = {plan.plan_id: plan for plan in plans_of(store, rows)}
    urged: defaultdict[str, list[Dispatch]] = defaultdict(list)
    for one in reversed(returns.load_dispatches(store)):  # the oldest first
        if one.kind in URGED:
            urged[one.unit].append(one)
    return tuple(_line(row, known[row.plan_id], urged) for row in rows)


def _line(row: TaskRow, plan: PlanRow, urged: Mapping[str, Sequence[Dispatch]]) -> SupervisionRow:
    line = supervised(row, plan.document_number, row.moves)
    since, until = line.assigned_on or plan.imported_on, line.closed_on or date.max
    found = [
        one
        for unit in dict.fromkeys(row.names(*ANSWERING))
        for one in urged.get(unit, ())
        if since <= one.sent_at.date() <= until and _is_about(one, row)
    ]
    return replace(line, reminders=tuple(map(_words, sorted(found, key=lambda one: one.sent_at))))


def _is_about(one: Dispatch, row: TaskRow) -> bool:
    """Whether a reminder concerns a task: of the report all that its unit has, else what was late by then."""
    if one.kind != returns.SUPERVISE:
        return True
    return row.due_on is not None and row.due_on < one.sent_at.date()


def _words(one: Dispatch) -> str:
    day = one.sent_at.date()
    if one.kind == returns.SUPERVISE:
        return f"{day} 向{one.unit}发督办单"
    by_text = "短信" if one.kind == returns.TEXT else ""
    return f"{day} {by_text}催{one.unit}报{parse_key(one.period).label}进展"
