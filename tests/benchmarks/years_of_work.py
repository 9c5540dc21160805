"""A database after so many years of an office's work: a third of the greatest load that was asked for.

The whole, 60 plans, 6,000 tasks, 120,000 log lines a year, comes with ``SHUANGDA_PLANS=60``. Written by
plain SQL: the point is what the program does with it. Plans are copies of one that was really read, so
that reading them back costs what it costs.
"""

import os
import random
import sqlite3
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from benchmarks.floors import plan_text
from shuangda_desktop.services.city import directory
from shuangda_desktop.services.reading import importing
from shuangda_desktop.store import search
from shuangda_desktop.store.database import Store, open_store
from shuangda_desktop.tasks.periods import Period, PeriodKind, period_of

PLANS = int(os.environ.get("SHUANGDA_PLANS", "20"))  # a year
TASKS, ENTRIES = 100, 20  # a plan, a task
UNITS = ("市公安局", "市市场监管局", "市农业农村局", "市商务局", "市文旅局", "临江海关", "市教育局")
PIECES = (
    "检查门店",
    "查处假冒商标",
    "抽检白酒",
    "整治农村市场",
    "移送公安机关",
    "约谈平台",
    "与海关联合执法",
)


def make(path: Path, years: int, now: datetime) -> None:
    """Write the database of an office that began so many years ago."""
    with open_store(path, now) as store:
        directory.set_up_city(store, "云泽省", "临江市", now)
        draft = importing.read_pasted("\n".join(plan_text(TASKS // 4)), "要点")
        importing.keep_plan(store, draft, now)
        _fill(store, years, now.date())


def _fill(store: Store, years: int, today: date) -> None:
    conn, chance = store.db.conn, random.Random(5)
    conn.commit()
    for name in conn.execute(
        "SELECT name FROM sqlite_temp_schema WHERE type = 'trigger'"
    ).fetchall():
        conn.execute(f"DROP TRIGGER temp.{name[0]}")  # neither undo nor index follow so many rows
    for number in range(2, years * PLANS + 1):
        _copy_plan(conn, number, _came_in(number - 1, years, today))
    conn.execute("UPDATE plan SET imported_on = ? WHERE id = 1", [_came_in(0, years, today)])
    _add_tasks(conn, years, today, chance)
    _add_returns(conn, years, today)
    search.rebuild(store.db)
    conn.commit()


def _came_in(number: int, years: int, today: date) -> str:
    year = today.year - years + 1 + number // PLANS
    day = date(year, 1, 1) + timedelta(days=number % PLANS * (300 // PLANS))
    return min(day, today).isoformat()


def _copy_plan(conn: sqlite3.Connection, plan_id: int, on: str) -> None:
    """The first plan once more, with its sections and measures."""
    _copy(conn, "plan", "id = 1", {"id": plan_id, "imported_on": on, "plan_year": int(on[:4])})
    _copy(conn, "section", "plan_id = 1", {"id": None, "plan_id": plan_id})
    shift = 100_000 * plan_id
    _copy(conn, "measure", "plan_id = 1", {"plan_id": plan_id}, shift)


def _copy(
    conn: sqlite3.Connection,
    table: str,
    which: str,
    changed: dict[str, object],
    shift: int = 0,
) -> None:
    columns = [row[1] for row in conn.execute(f"PRAGMA table_info({table})")]
    picked = [
        "?" if c in changed else (f"{c} + {shift}" if shift and c == "id" else c) for c in columns
    ]
    values = [changed[c] for c in columns if c in changed]
    conn.execute(
        f"INSERT INTO {table} SELECT {', '.join(picked)} FROM {table} WHERE {which}", values
    )


def _add_tasks(conn: sqlite3.Connection, years: int, today: date, chance: random.Random) -> None:
    keys = [key for (key,) in conn.execute("SELECT key FROM measure WHERE plan_id = 1")]
    for plan_id in range(1, years * PLANS + 1):
        on = date.fromisoformat(_came_in(plan_id - 1, years, today))
        first = (plan_id - 1) * TASKS + 1
        ids = range(first, first + TASKS)
        conn.executemany(_TASK, _tasks(ids, on, on.year == today.year))
        conn.executemany(
            "INSERT INTO task_source (task_id, position, plan_id, measure_key) VALUES (?, 0, ?, ?)",
            [(id_, plan_id, keys[id_ % len(keys)]) for id_ in ids],
        )
        conn.executemany(_PART, [part for id_ in ids for part in _parts(id_)])
        conn.executemany(_ENTRY, [line for id_ in ids for line in _entries(id_, on, chance)])
        conn.executemany(_MOVE, [move for id_ in ids for move in _moves(id_, on, today)])


def _add_returns(conn: sqlite3.Connection, years: int, today: date) -> None:
    """Every month's forms of every unit: sent out, come back in a file, a few cells of each task."""
    month = period_of(PeriodKind.MONTH, date(today.year - years + 1, 1, 1))
    while month.start <= today:
        for at, unit in enumerate(UNITS):
            _add_return(conn, month, unit, ("report", "zero", "same")[at % 3 if at > 2 else 0])
        month = month.next()


def _add_return(conn: sqlite3.Connection, month: Period, unit: str, kind: str) -> None:
    day = month.end.isoformat()
    conn.execute(_DISPATCH, [month.key, unit, f"{unit}.xlsx", day, f"{day}T09:00:00+08:00"])
    name = f"{month.key}{unit}.xlsx"
    file_id = conn.execute(_FILE, [name, name, b"x" * 20_000]).lastrowid
    return_id = conn.execute(_RETURN, [file_id, month.key, unit, kind, day]).lastrowid
    asked = conn.execute(_ASKED, [unit, month.end.isoformat(), f"{month.year}-01-01"]).fetchall()
    conn.executemany(
        _VALUE,
        [
            (return_id, task_id, unit, month.key, field, value)
            for (task_id,) in asked
            for field, value in (("status", "推进中"), ("percent", "50"), ("note", "检查12家。"))
        ],
    )


_DISPATCH = """INSERT INTO dispatch (period, unit, kind, file, sha256, due_on, sent_at, sent_by)
    VALUES (?, ?, 'form', ?, '', ?, ?, '')"""
_FILE = "INSERT INTO returned_file (name, sha256, format, content) VALUES (?, ?, 'xlsx', ?)"
_RETURN = """INSERT INTO unit_return (file_id, period, unit, kind, received_on, filled_by, oddities)
    VALUES (?, ?, ?, ?, ?, '', '[]')"""
_ASKED = """SELECT task_id FROM assignment JOIN task_source USING (task_id)
    JOIN plan ON plan.id = plan_id WHERE unit = ? AND imported_on BETWEEN ?3 AND ?2"""
_VALUE = """INSERT INTO return_value (return_id, task_id, unit, period, field, value, raw, place)
    VALUES (?, ?, ?, ?, ?, ?, '', '')"""
_TASK = """INSERT INTO task (id, number, title, text, due_on, due_basis, due_text, recurrence, status,
    applicable, dropped_reason, reason) VALUES (?, ?, ?, ?, ?, 'stated', '', ?, ?, 1, '', '')"""
_PART = """INSERT INTO assignment (task_id, position, unit, role, basis, source_unit, reason, scope)
    VALUES (?, ?, ?, ?, 'decided', '', '', '')"""
_ENTRY = """INSERT INTO progress_entry (task_id, unit, reported_on, percent, note, recorded_at)
    VALUES (?, ?, ?, ?, ?, '2026-01-01T00:00:00+08:00')"""
_MOVE = """INSERT INTO task_move (task_id, kind, moved_on, who, reason, before, after, due_before,
    due_after, recorded_at) VALUES (?, 'status', ?, ?, '', ?, ?, NULL, NULL, '2026-01-01T00:00:00+08:00')"""


def _tasks(ids: range, on: date, current: bool) -> Iterator[tuple[object, ...]]:
    for at, id_ in enumerate(ids):
        due = (on + timedelta(days=30 + at * 3)).isoformat()
        every = "P1M" if at % 10 == 0 else ""
        status = ("ongoing" if at % 3 else "closed") if current else "closed"
        yield id_, at + 1, f"{PIECES[at % 7]}第{id_}号", f"{PIECES[at % 7]}。", due, every, status


def _parts(task_id: int) -> list[tuple[object, ...]]:
    lead, other = UNITS[task_id % 7], UNITS[(task_id + 3) % 7]
    return [(task_id, 0, lead, "lead"), (task_id, 1, other, "cooperating")]


def _entries(task_id: int, on: date, chance: random.Random) -> Iterator[tuple[object, ...]]:
    for turn in range(ENTRIES):
        unit = UNITS[(task_id + 3 * (turn % 2)) % 7]
        day = (on + timedelta(days=turn // 2 * 28)).isoformat()
        note = f"{PIECES[turn % 7]}{chance.randint(1, 999)}家\uff0c移送{chance.randint(1, 9)}起。"
        yield task_id, unit, day, min(turn * 5, 95), note


def _moves(task_id: int, on: date, today: date) -> list[tuple[object, ...]]:
    start = (task_id, on.isoformat(), "双打办", "draft", "not_started")
    return [start, (task_id, on.isoformat(), UNITS[task_id % 7], "not_started", "ongoing")]
