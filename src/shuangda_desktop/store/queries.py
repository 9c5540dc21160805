"""Reads for tables, workbooks and reports: SQL in, frozen rows out, the same few queries for any number."""

import json
from collections import defaultdict
from collections.abc import Collection, Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from shuangda_desktop.plan.model import Decision, DecisionKind, Measure, Plan, Role
from shuangda_desktop.plan.revising.revise import revise
from shuangda_desktop.store import readings
from shuangda_desktop.store.columns import SqlValue, to_date, to_percent, words
from shuangda_desktop.store.counts import Counts, counts_of
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.moves import load_moves
from shuangda_desktop.store.plans import to_decision
from shuangda_desktop.store.safety.sentences import sqlite_told
from shuangda_desktop.store.steps import audit
from shuangda_desktop.store.steps.audit import AuditRow
from shuangda_desktop.store.tasks import MORE_KEYS
from shuangda_desktop.tasks.life import FINISHED, Move
from shuangda_desktop.tasks.model import Basis, Status
from shuangda_desktop.tasks.progress import percent_of
from shuangda_desktop.tasks.rows import AssignedUnit, PlanRow, TaskRow

Units = tuple[AssignedUnit, ...]

_ROLES = words(Role)
_BASES = words(Basis)
_STATUSES = words(Status)


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where in a plan a task comes from."""

    plan_title: str
    chapter: str
    item: str
    text: str
    clause: str


def plan_rows(
    store: Store, since: date | None = None, ids: Collection[int] | None = None
) -> tuple[PlanRow, ...]:
    """The documents that came in, the newest first, as the clerk corrected them.

    ``since`` leaves out what came in before a day and has no task that still runs; ``ids`` asks for these alone.
    """
    if ids is not None:
        rows = store.rows(_PLANS.format(_THESE), [json.dumps(list(ids))])
    elif since is not None:
        rows = store.rows(_PLANS.format(_IN_USE), [since.isoformat()])
    else:
        rows = store.rows(_PLANS.format("TRUE"))
    heads = readings.load_heads(store, [row[0] for row in rows])
    decisions = _decisions(store, heads)
    counts = counts_of(store, decisions)
    return tuple(
        _plan_row(_corrected(heads[id_], decisions[id_]), counts[id_], id_, *columns)
        for id_, *columns in rows
    )


def _corrected(head: Plan, decisions: Sequence[Decision]) -> Plan:
    return revise(head, [each for each in decisions if each.kind is DecisionKind.SET_FIELD])


def task_rows(
    store: Store,
    *,
    plan_id: int | None = None,
    unit: str | None = None,
    status: Status | None = None,
    include_dropped: bool = False,
    ids: Collection[int] | None = None,
    plans: Mapping[int, Plan] | None = None,
    running: bool = False,
    since: date | None = None,
) -> tuple[TaskRow, ...]:
    """The tasks, in the order of their plans and numbers; ``unit`` asks for those it has a part in.

    ``running`` leaves out what is closed or went on to next year; ``since`` keeps of that only what
    came in or was moved from a day on. ``plans`` are revised plans that are known already: to read one takes most of the time.
    """
    conditions = ["(dropped_reason = '' OR ?)"]
    values: list[SqlValue] = [include_dropped]
    if plan_id is not None:
        conditions.append("task.id IN (SELECT task_id FROM task_source WHERE plan_id = ?)")
        values.append(plan_id)
    if unit is not None:
        conditions.append("task.id IN (SELECT task_id FROM assignment WHERE unit = ?)")
        values.append(unit)
    if status is not None:
        conditions.append("status = ?")
        values.append(status.value)
    if ids is not None:
        conditions.append("task.id IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(list(ids)))
    if running:
        conditions.append(RUNNING)
    if since is not None:
        conditions.append(_CURRENT)
        values += [since.isoformat()] * 2
    rows = store.rows(_TASKS.format(" AND ".join(conditions)), values)
    return _asked_for(store, plan_id, _with_parts(store, rows, plans or {}))


def task_ids_since(store: Store, since: date) -> list[int]:
    """The tasks that run, and those that came in or were moved from a day on."""
    rows = store.rows(f"SELECT id FROM task WHERE {_CURRENT} ORDER BY id", [since.isoformat()] * 2)
    return [task_id for (task_id,) in rows]


def task_numbers(store: Store, plan_id: int) -> dict[int, int]:
    """The numbers of a plan's tasks by their ids, as task_rows orders them, dropped ones too."""
    return dict(store.rows(_NUMBERS, [plan_id]))


def revised(store: Store, plan_ids: Sequence[int]) -> dict[int, Plan]:
    """Plans with the clerk's decisions applied, without their texts."""
    return _decided(store, readings.load_detected(store, plan_ids))


def revised_in_parts(store: Store, plan_id: int) -> Generator[None, None, Plan]:
    """One of them, a part in each turn."""
    detected = yield from readings.load_in_parts(store, plan_id)
    return _decided(store, {plan_id: detected})[plan_id]


def _decided(store: Store, detected: Mapping[int, Plan]) -> dict[int, Plan]:
    decisions = _decisions(store, detected)
    return {id_: revise(plan, decisions[id_]) for id_, plan in detected.items()}


def _decisions(store: Store, plan_ids: Collection[int]) -> dict[int, list[Decision]]:
    """What was decided about plans, in order; nothing about those that nobody corrected."""
    decisions: dict[int, list[Decision]] = {id_: [] for id_ in plan_ids}
    for plan_id, *columns in store.rows(_DECISIONS, [json.dumps(list(plan_ids))]):
        decisions[plan_id].append(to_decision(*columns))
    return decisions


def audit_rows(store: Store, limit: int) -> tuple[AuditRow, ...]:
    """The last lines of the permanent record, the newest first."""
    with sqlite_told():
        return tuple(audit.latest(store.db, limit))


RUNNING = "status NOT IN ('closed', 'carried')"  # as the index says it
_CURRENT = f"""task.id IN (
    SELECT id FROM task WHERE {RUNNING} UNION
    SELECT task_id FROM task_source JOIN plan ON plan.id = plan_id WHERE imported_on >= ? UNION
    SELECT task_id FROM task_move WHERE moved_on >= ?)
"""
_THESE = "plan.id IN (SELECT value FROM json_each(?))"
_IN_USE = f"""plan.id IN (
    SELECT id FROM plan WHERE imported_on >= ? UNION
    SELECT plan_id FROM task_source WHERE task_id IN (SELECT id FROM task WHERE {RUNNING}))
"""
_PLANS = """
    SELECT plan.id, name, imported_on, (
        SELECT count(DISTINCT task_id) FROM task_source WHERE plan_id = plan.id)
    FROM plan JOIN source ON source.id = source_id WHERE {} ORDER BY plan.id DESC
"""
_DECISIONS = """
    SELECT plan_id, kind, at, value FROM decision
    WHERE plan_id IN (SELECT value FROM json_each(?)) ORDER BY id
"""
_TASKS = """
    SELECT task.id, plan_id, measure_key, number, title, text, due_on, due_basis, due_text,
        recurrence, status, applicable, dropped_reason, reason
    FROM task JOIN task_source ON task_id = task.id AND position = 0
    WHERE {} ORDER BY plan_id, abs(number), number DESC, task.id
"""
# A task without a number stands behind the one whose number it has with a minus.
_NUMBERS = """
    SELECT task.id, number FROM task JOIN task_source ON task_id = task.id AND position = 0
    WHERE task.id IN (SELECT task_id FROM task_source WHERE plan_id = ?)
    ORDER BY plan_id, abs(number), number DESC, task.id
"""
# The last entry is the one for the latest day; of several for one day, the one recorded last.
_UNITS = """
    SELECT part.task_id, part.id, part.unit, role, basis, source_unit, reason, scope, percent, reported_on
    FROM assignment AS part LEFT JOIN progress_entry AS entry ON entry.id = (
        SELECT id FROM progress_entry WHERE task_id = part.task_id AND unit = part.unit
        ORDER BY reported_on DESC, id DESC LIMIT 1)
    WHERE part.task_id IN (SELECT value FROM json_each(?)) ORDER BY part.task_id, position
"""
_ASKED_KEYS = """
    SELECT task_id, measure_key FROM task_source
    WHERE plan_id = ? AND task_id IN (SELECT value FROM json_each(?)) ORDER BY position
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


def _plan_row(
    plan: Plan, counts: Counts, plan_id: int, name: str, imported_on: str, tasks: int
) -> PlanRow:
    return PlanRow(
        plan_id=plan_id,
        title=plan.title or "",
        document_number=plan.document_number or "",
        issuer=plan.issuer or "",
        issued_on=plan.issued_on,
        plan_year=plan.plan_year,
        level=plan.level,
        source_name=name,
        imported_on=date.fromisoformat(imported_on),
        measures=counts.measures,
        open_findings=counts.doubts,
        tasks=tasks,
    )


def _asked_for(store: Store, asked: int | None, rows: tuple[TaskRow, ...]) -> tuple[TaskRow, ...]:
    """Rows of tasks that are filed under another plan tell which measures of the one asked for they are."""
    away = [row.task_id for row in rows if asked not in (None, row.plan_id)]
    if not away:
        return rows
    keys: defaultdict[int, list[int]] = defaultdict(list)
    for task_id, key in store.rows(_ASKED_KEYS, [asked, json.dumps(away)]):
        keys[task_id].append(key)
    return tuple(
        replace(row, asked_keys=tuple(keys[row.task_id])) if keys[row.task_id] else row
        for row in rows
    )


def _with_parts(
    store: Store, rows: Sequence[tuple[Any, ...]], plans: Mapping[int, Plan]
) -> tuple[TaskRow, ...]:
    """The rows with all that hangs on the tasks, read in one go for all of them."""
    wanted = json.dumps([row[0] for row in rows])
    units: defaultdict[int, list[AssignedUnit]] = defaultdict(list)
    for task_id, *columns in store.rows(_UNITS, [wanted]):
        units[task_id].append(_assigned(*columns))
    targets: defaultdict[int, list[str]] = defaultdict(list)
    for task_id, text in store.rows(_TARGETS, [wanted]):
        targets[task_id].append(text)
    notes: dict[int, tuple[str, str | None, str | None]] = {
        task_id: (note, on, zero) for task_id, note, on, zero in store.rows(_NOTES, [wanted])
    }
    more_keys: defaultdict[int, list[int]] = defaultdict(list)
    for task_id, key in store.rows(MORE_KEYS, [wanted]):
        more_keys[task_id].append(key)
    keys = {(row[1], key) for row in rows for key in (row[2], *more_keys[row[0]])}
    origins = _origins(store, keys, plans)
    moves = load_moves(store, [row[0] for row in rows])
    return tuple(
        _task_row(
            row,
            tuple(more_keys[row[0]]),
            _origin_of(origins, row[1], [row[2], *more_keys[row[0]]]),
            tuple(units[row[0]]),
            tuple(targets[row[0]]),
            *notes.get(row[0], ("", None, None)),
            moves.get(row[0], ()),
        )
        for row in rows
    )


def _task_row(
    row: tuple[Any, ...],
    more_keys: tuple[int, ...],
    origin: _Origin,
    units: Units,
    targets: tuple[str, ...],
    note: str,
    noted_on: str | None,
    zero_on: str | None,
    moves: tuple[Move, ...],
) -> TaskRow:
    status = _STATUSES[row[10]]
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
        latest_note=note,
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


def _origin_of(
    origins: dict[tuple[int, int | None], _Origin], plan_id: int, keys: Sequence[int]
) -> _Origin:
    """Where a task comes from: the place of its first measure, the words of all."""
    *others, last = (origins.get((plan_id, key)) or origins[plan_id, None] for key in keys)
    texts = [*(f"{origin.text}{origin.clause}" for origin in others), last.text]
    return replace([*others, last][0], text="\n".join(texts), clause=last.clause)


def _origins(
    store: Store, wanted: Collection[tuple[int, int]], known: Mapping[int, Plan]
) -> dict[tuple[int, int | None], _Origin]:
    """Where these measures of plans stand; under None, what is known of a measure that is gone."""
    found: dict[tuple[int, int | None], _Origin] = {}
    ids = {plan_id for plan_id, _ in wanted}
    unknown = sorted(ids - known.keys())
    plans = {**known, **(revised(store, unknown) if unknown else {})}
    for plan_id in sorted(ids):
        plan = plans[plan_id]
        title = plan.title or ""
        found[plan_id, None] = _Origin(title, "", "", "", "")
        for measure in plan.measures:
            if (plan_id, measure.key) in wanted:
                found[plan_id, measure.key] = _origin(title, plan, measure)
    return found


def _origin(title: str, plan: Plan, measure: Measure) -> _Origin:
    index, chapter, item = measure.section, "", ""
    while index is not None:
        section = plan.sections[index]
        if section.level == 1:
            chapter = f"{section.label}、{section.heading}"
        elif not item:
            item = f"{section.label}{'.' if section.level == 3 else ''}{section.heading}"
        index = section.parent
    return _Origin(title, chapter, item, measure.text, measure.clause or "")
