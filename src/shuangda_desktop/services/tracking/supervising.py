"""What was done about each task: the lines of 督办台账."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from shuangda_desktop.services.outputs.gathering import plans_of
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.moves import load_moves
from shuangda_desktop.store.returns import Dispatch, load_dispatches
from shuangda_desktop.tasks.periods import parse_key
from shuangda_desktop.tasks.reporting import ANSWERING
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.supervision import SupervisionRow, supervised

URGED = "urge"


def supervision_rows(store: Store, rows: Sequence[TaskRow]) -> tuple[SupervisionRow, ...]:
    """A line for each task, with its log of moves and the reminders that went to its units."""
    numbers = {plan.plan_id: plan.document_number for plan in plans_of(store, rows)}
    moves = load_moves(store, [row.task_id for row in rows])
    urged: defaultdict[str, list[Dispatch]] = defaultdict(list)
    for one in reversed(load_dispatches(store)):  # the oldest first
        if one.kind == URGED:
            urged[one.unit].append(one)
    return tuple(
        supervised(
            row,
            numbers.get(row.plan_id, ""),
            moves.get(row.task_id, ()),
            _reminders(row, urged),
        )
        for row in rows
    )


def _reminders(row: TaskRow, urged: dict[str, list[Dispatch]]) -> list[str]:
    """The reminders of the units that answer for a task: they are about a unit's period, so it is named."""
    units = dict.fromkeys(row.names(*ANSWERING))
    found = [one for unit in units for one in urged.get(unit, ())]
    return list(map(_words, _by_time(found)))


def _by_time(found: Iterable[Dispatch]) -> list[Dispatch]:
    return sorted(found, key=lambda one: one.sent_at)


def _words(one: Dispatch) -> str:
    return f"{one.sent_at.date()} 催{one.unit}报{parse_key(one.period).label}进展"
