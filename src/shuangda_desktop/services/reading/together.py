"""One action for several documents or doubts, undone at once."""

from collections.abc import Sequence
from datetime import datetime

from shuangda_desktop.plan.model import Finding
from shuangda_desktop.services.reading import importing, reviewing
from shuangda_desktop.store.database import Step, Store


def settle_findings(store: Store, plan_id: int, findings: Sequence[Finding], now: datetime) -> None:
    """Note that these doubts were looked at and need no change."""
    with store.step(f"核对{len(findings)}处疑点", now):
        for finding in findings:
            reviewing.settle_finding(store, plan_id, finding, now)


def remove_plans(store: Store, plan_ids: Sequence[int], now: datetime) -> None:
    """Take these plans out with their tasks and the progress of those."""
    with store.step(f"删除{len(plan_ids)}份来文", now):
        for plan_id in plan_ids:
            importing.remove_plan(store, plan_id, now)


def join_imports(store: Store, steps: Sequence[Step]) -> bool:
    """Let one undo take back the documents of one batch, which came in by these steps.

    False where they are not the last steps: the clerk did something else while they were read, or took one
    back and did it again.
    """
    label = steps[0].label if len(steps) == 1 else f"导入{len(steps)}份来文"
    return store.join(steps, label)
