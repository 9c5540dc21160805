"""Reads for tables, workbooks and reports: SQL in, frozen rows out, the same few queries for any number."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from shuangda_desktop.plan.model import Decision, DecisionKind, Plan
from shuangda_desktop.plan.revising.revise import revise
from shuangda_desktop.store import readings
from shuangda_desktop.store.columns import SqlValue
from shuangda_desktop.store.counts import Counts, counts_of
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.revised import decisions_of
from shuangda_desktop.store.safety.sentences import sqlite_told
from shuangda_desktop.store.steps import audit
from shuangda_desktop.store.steps.audit import AuditRow
from shuangda_desktop.store.task_parts import with_parts
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.rows import PlanRow, TaskRow


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
    decisions = decisions_of(store, heads)
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
    return _asked_for(store, plan_id, with_parts(store, rows, plans or {}))


def task_ids_since(store: Store, since: date) -> list[int]:
    """The tasks that run, and those that came in or were moved from a day on."""
    rows = store.rows(f"SELECT id FROM task WHERE {_CURRENT} ORDER BY id", [since.isoformat()] * 2)
    return [task_id for (task_id,) in rows]


def task_numbers(store: Store, plan_id: int) -> dict[int, int]:
    """The numbers of a plan's tasks by their ids, as task_rows orders them, dropped ones too."""
    return dict(store.rows(_NUMBERS, [plan_id]))


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
_ASKED_KEYS = """
    SELECT task_id, measure_key FROM task_source
    WHERE plan_id = ? AND task_id IN (SELECT value FROM json_each(?)) ORDER BY position
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
