"""Versions of a plan's task list, and the reasons of what was adjusted since."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from shuangda_desktop.store.columns import columns_of
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.rounds.snapshots import Kind, Snapshot, dumped, loaded
from shuangda_desktop.tasks.rounds.versions import (
    Adjustment,
    Version,
    VersionKind,
    digest_of,
    task_id_of,
)

_VERSIONS = """
    SELECT plan_id, kind, number, made_at, digest, note, id FROM version WHERE {} ORDER BY id DESC
"""
_LINES = "SELECT line FROM version_task WHERE version_id = ? ORDER BY position"
_ADJUSTMENTS = """
    SELECT version_id, task_id, adjustment.kind, label, title, before, after, changed_at, reason, reasoned,
        adjustment.id
    FROM adjustment JOIN version ON version.id = version_id
    WHERE plan_id = ? ORDER BY version_id DESC, changed_at, adjustment.id
"""
_NEXT = "SELECT coalesce(max(number), 0) + 1 FROM version WHERE plan_id = ? AND kind = ?"
_REASONED = """
    UPDATE adjustment SET reason = ?, reasoned = after
    WHERE id IN (SELECT value FROM json_each(?))
"""


def add_version(
    store: Store, plan_id: int, kind: VersionKind, lines: Snapshot, note: str = ""
) -> Version:
    """Freeze these lines at the time of the open step."""
    number = store.rows(_NEXT, [plan_id, kind.value])[0][0]
    made = Version(plan_id, kind, number, store.now, digest_of(lines), note)
    (id_,) = store.insert("version", [columns_of(made, "id")])
    store.insert(
        "version_task",
        [
            {
                "version_id": id_,
                "position": at,
                "task_id": task_id_of(line),
                "line": dumped((line,)),
            }
            for at, line in enumerate(lines)
        ],
    )
    return replace(made, id=id_)


def load_versions(store: Store, plan_id: int) -> tuple[Version, ...]:
    """The versions of a plan's task list, the newest first."""
    return tuple(_version(*row) for row in store.rows(_VERSIONS.format("plan_id = ?"), [plan_id]))


def load_version(store: Store, version_id: int) -> Version:
    """One version."""
    return _version(*store.rows(_VERSIONS.format("id = ?"), [version_id])[0])


def load_lines(store: Store, version_id: int) -> Snapshot:
    """What a version says."""
    return tuple(line for (stored,) in store.rows(_LINES, [version_id]) for line in loaded(stored))


def load_adjustments(store: Store, plan_id: int) -> tuple[Adjustment, ...]:
    """What was adjusted since each issued version, those of the newest version first."""
    return tuple(_adjustment(*row) for row in store.rows(_ADJUSTMENTS, [plan_id]))


def set_reason(store: Store, ids: Iterable[int], reason: str) -> None:
    """Keep why these adjustments were made."""
    store.execute(_REASONED, [reason, json.dumps(list(ids))])


def set_note(store: Store, version_id: int, note: str) -> None:
    """Keep a version's document number or remark."""
    store.execute("UPDATE version SET note = ? WHERE id = ?", [note, version_id])


def hand_over(store: Store, old_plan: int, new_plan: int) -> None:
    """Give the versions of a plan to its new edition."""
    store.execute("UPDATE version SET plan_id = ? WHERE plan_id = ?", [new_plan, old_plan])


def in_force(store: Store) -> Sequence[int]:
    """The last issued version of each plan that has one."""
    query = "SELECT max(id) FROM version WHERE kind = 'issued' GROUP BY plan_id"
    return [id_ for (id_,) in store.rows(query)]


def _version(
    plan_id: int, kind: str, number: int, made_at: str, digest: str, note: str, id_: int
) -> Version:
    made = datetime.fromisoformat(made_at)
    return Version(plan_id, VersionKind(kind), number, made, digest, note, id_)


def _adjustment(
    version_id: int,
    task_id: int,
    kind: str,
    label: str,
    title: str,
    before: str,
    after: str,
    changed_at: str,
    reason: str,
    reasoned: str,
    id_: int,
) -> Adjustment:
    at = datetime.fromisoformat(changed_at)
    return Adjustment(
        version_id, task_id, Kind(kind), label, title, before, after, at, reason, reasoned, id_
    )
