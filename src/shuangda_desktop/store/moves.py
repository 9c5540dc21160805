"""The log of what became of tasks."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from shuangda_desktop.store.columns import to_date, words
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.life import Move, MoveKind
from shuangda_desktop.tasks.model import Status

_KINDS = words(MoveKind)
_STATUSES = words(Status)
_MOVES = """
    SELECT task_id, kind, moved_on, who, reason, before, after, due_before, due_after, recorded_at, id
    FROM task_move WHERE task_id IN (SELECT value FROM json_each(?)) ORDER BY task_id, id
"""


def add_move(store: Store, move: Move) -> int:
    """Append a line to the log of a task; its id."""
    return add_moves(store, [move])[0]


def add_moves(store: Store, moves: Sequence[Move]) -> list[int]:
    """Append lines to the logs of several tasks; their ids."""
    return store.insert("task_move", [_columns(move, store.now) for move in moves])


def load_moves(store: Store, task_ids: Sequence[int]) -> dict[int, tuple[Move, ...]]:
    """The logs of these tasks, the oldest line first; tasks that never moved are not in it."""
    found: defaultdict[int, list[Move]] = defaultdict(list)
    for row in store.rows(_MOVES, [json.dumps(list(task_ids))]):
        found[row[0]].append(_move(*row))
    return {task_id: tuple(moves) for task_id, moves in found.items()}


def _columns(move: Move, now: datetime) -> dict[str, Any]:
    return {
        "task_id": move.task_id,
        "kind": move.kind.value,
        "moved_on": move.on.isoformat(),
        "who": move.who,
        "reason": move.reason,
        "before": move.before.value,
        "after": move.after.value,
        "due_before": move.due_before.isoformat() if move.due_before else None,
        "due_after": move.due_after.isoformat() if move.due_after else None,
        "recorded_at": (move.recorded_at or now).isoformat(),
    }


def _move(
    task_id: int, kind: str, on: str, who: str, reason: str, before: str, after: str,
    due_before: str | None, due_after: str | None, recorded_at: str, id_: int,
) -> Move:  # fmt: skip
    return Move(
        task_id, _KINDS[kind], date.fromisoformat(on), who, reason,
        _STATUSES[before], _STATUSES[after], to_date(due_before), to_date(due_after),
        datetime.fromisoformat(recorded_at), id_,
    )  # fmt: skip
