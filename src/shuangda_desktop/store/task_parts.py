"""Rows of tasks with all that hangs on them, read in one go for all of them."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from shuangda_desktop.plan.model import Plan, Role
from shuangda_desktop.store.columns import to_date, to_percent, words
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.moves import load_moves
from shuangda_desktop.store.task_origins import Origin, origin_of, origins_of
from shuangda_desktop.store.tasks import MORE_KEYS
from shuangda_desktop.tasks.life import FINISHED, Move
from shuangda_desktop.tasks.model import Basis, Status
from shuangda_desktop.tasks.progress import percent_of
from shuangda_desktop.tasks.rows import AssignedUnit, TaskRow

Units = tuple[AssignedUnit, ...]

_ROLES = words(Role)
_BASES = words(Basis)
_STATUSES = words(Status)
# The last entry is the one for the latest day; of several for one day, the one recorded last.
_UNITS = """
    SELECT part.task_id, part.id, part.unit, role, basis, source_unit, reason, scope, percent, reported_on
    FROM assignment AS part LEFT JOIN progress_entry AS entry ON entry.id = (
        SELECT id FROM progress_entry WHERE task_id = part.task_id AND unit = part.unit
        ORDER BY reported_on DESC, id DESC LIMIT 1)
    WHERE part.task_id IN (SELECT value FROM json_each(?)) ORDER BY part.task_id, position
"""
_TARGETS = """
    SELECT task_id, text FROM task_target
    WHERE task_id IN (SELECT value FROM json_each(?)) ORDER BY task_id, position
"""
# A zero report speaks for every task of its unit: the last one of those that answer for the task.
_NOTES = """
    SELECT wanted.value, note, reported_on, (
        SELECT max((
            SELECT received_on FROM unit_return WHERE unit = part.unit AND kind = 'zero'
            ORDER BY received_on DESC LIMIT 1))
        FROM assignment AS part WHERE task_id = wanted.value AND role <> 'cooperating')
    FROM json_each(?) AS wanted JOIN progress_entry ON progress_entry.id = (
        SELECT id FROM progress_entry WHERE task_id = wanted.value
        ORDER BY reported_on DESC, id DESC LIMIT 1)
"""

_NO_NOTE = ("", None, None)


def with_parts(
    store: Store, rows: Sequence[tuple[Any, ...]], plans: Mapping[int, Plan]
) -> tuple[TaskRow, ...]:
    """The rows with all that hangs on the tasks, read in one go for all of them."""
    ids = [row[0] for row in rows]
    units = _by_task(store, _UNITS, ids)
    targets = _by_task(store, _TARGETS, ids)
    notes = _by_task(store, _NOTES, ids)
    others = _by_task(store, MORE_KEYS, ids)
    keys = {row[0]: (row[2], *(key for (key,) in others[row[0]])) for row in rows}
    wanted = {(row[1], key) for row in rows for key in keys[row[0]]}
    origins = origins_of(store, wanted, plans)
    moves = load_moves(store, ids)
    return tuple(
        _task_row(
            row,
            keys[row[0]][1:],
            origin_of(origins, row[1], keys[row[0]]),
            tuple(_assigned(*columns) for columns in units[row[0]]),
            tuple(text for (text,) in targets[row[0]]),
            (notes[row[0]] or [_NO_NOTE])[-1],
            moves.get(row[0], ()),
        )
        for row in rows
    )


def _by_task(store: Store, sql: str, ids: Sequence[int]) -> defaultdict[int, list[tuple[Any, ...]]]:
    """The rows of a query by the task that stands first in each."""
    found: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for task_id, *columns in store.rows(sql, [json.dumps(list(ids))]):
        found[task_id].append(tuple(columns))
    return found


def _task_row(
    row: tuple[Any, ...],
    more_keys: tuple[int, ...],
    origin: Origin,
    units: Units,
    targets: tuple[str, ...],
    note: tuple[Any, ...],
    moves: tuple[Move, ...],
) -> TaskRow:
    """The row of a task; ``note`` is the latest one, its day, and that of the last zero report."""
    status, (said, noted_on, zero_on) = _STATUSES[row[10]], note
    return TaskRow(
        task_id=row[0],
        plan_id=row[1],
        plan_title=origin.plan_title,
        measure_key=row[2],
        number=row[3],
        chapter=origin.chapter,
        item=origin.item,
        title=row[4],
        text=row[5],
        source_text=origin.text,
        clause=origin.clause,
        units=units,
        due_on=to_date(row[6]),
        due_basis=_BASES[row[7]],
        due_text=row[8],
        recurrence=row[9],
        targets=targets,
        status=status,
        percent=100 if status in FINISHED else percent_of(units),
        latest_note=said,
        latest_on=to_date(noted_on),
        applicable=bool(row[11]),
        dropped_reason=row[12],
        reason=row[13],
        more_keys=more_keys,
        moves=moves,
        zero_on=to_date(zero_on),
    )


def _assigned(
    id_: int,
    unit: str,
    role: str,
    basis: str,
    source_unit: str,
    reason: str,
    scope: str,
    percent: int | None,
    on: str | None,
) -> AssignedUnit:
    return AssignedUnit(
        id_,
        unit,
        _ROLES[role],
        _BASES[basis],
        source_unit,
        reason,
        scope,
        to_percent(percent),
        to_date(on),
    )
