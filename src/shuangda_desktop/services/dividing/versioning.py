"""From the draft to the issued task list, and the reasons of what is adjusted after that."""

from collections.abc import Iterable
from datetime import datetime

from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.dividing.ordering import tasks_of
from shuangda_desktop.services.tracking.tracking import issue_tasks
from shuangda_desktop.services.words import plan_name, refusal
from shuangda_desktop.store import plans, versions
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.model import Basis, Task
from shuangda_desktop.tasks.rounds.snapshots import Change, Snapshot, differences
from shuangda_desktop.tasks.rounds.versions import Version, VersionKind, frozen, renumbered


def issue(store: Store, plan_id: int, now: datetime, note: str = "") -> Version:
    """Freeze the task list as issued; ``note`` is its document number, where it has one already."""
    known = tasks_of(store, plan_id)
    lines = frozen(known)
    if not lines:
        raise refusal("还没有本市的任务,没有印发。请先拟定任务。")
    waiting = sum(1 for task in known if _waits(task))
    if waiting:
        raise refusal(f"还有{waiting}项任务没有确认,没有印发。请先逐项确认或全部确认。")
    last = next((v for v in _issued(store, plan_id)), None)
    if last is not None and versions.load_lines(store, last.id) == lines:
        raise refusal(f"任务清单和{last.name}完全一样,不用再印发。")
    with store.step(f"印发{_name(store, plan_id)}任务清单", now):
        issue_tasks(store, [task.id or 0 for task in known], now)  # they are drafts no more
        return versions.add_version(store, plan_id, VersionKind.ISSUED, lines, note.strip())


def without_lead(store: Store, plan_id: int) -> int:
    """How many tasks of the list name nobody who leads."""
    own = [task for task in tasks_of(store, plan_id) if task.is_city_s]
    return sum(all(given.role is not Role.LEAD for given in task.assignments) for task in own)


def set_note(store: Store, version_id: int, note: str, now: datetime) -> None:
    """Keep a version's document number or remark."""
    version = versions.load_version(store, version_id)
    if version.note != note.strip():
        with store.step(f"填写{version.name}的文号", now):
            versions.set_note(store, version_id, note.strip())


def give_reason(store: Store, adjustment_ids: Iterable[int], reason: str, now: datetime) -> None:
    """Say why these adjustments were made."""
    ids = list(adjustment_ids)
    if not reason.strip():
        raise refusal("调整的理由不能空着,没有改动。")
    if ids:
        with store.step(f"填写{len(ids)}处调整的理由", now):
            versions.set_reason(store, ids, reason.strip())


def compare(store: Store, older: int, newer: int | None, plan_id: int) -> tuple[Change, ...]:
    """What one version says otherwise than an older one; None is the task list as it is now.

    Numbers are compared from an issued version on: before that they run on by themselves.
    """
    old, new = versions.load_lines(store, older), _lines(store, newer, plan_id)
    is_issued = versions.load_version(store, older).kind is VersionKind.ISSUED
    return (*(renumbered(old, new) if is_issued else ()), *differences(old, new))


def _lines(store: Store, version_id: int | None, plan_id: int) -> Snapshot:
    if version_id is None:
        return frozen(tasks_of(store, plan_id))
    return versions.load_lines(store, version_id)


def _issued(store: Store, plan_id: int) -> Iterable[Version]:
    known = versions.load_versions(store, plan_id)
    return (version for version in known if version.kind is VersionKind.ISSUED)


def _name(store: Store, plan_id: int) -> str:
    stored = plans.load_plan(store, plan_id)
    return plan_name(stored.plan.title, stored.source.name)


def _waits(task: Task) -> bool:
    """Whether anything of the task is only proposed."""
    if task.dropped_reason:
        return False
    bases = [task.due_basis, *(given.basis for given in task.assignments)]
    return Basis.PROPOSED in bases or not task.is_city_s
