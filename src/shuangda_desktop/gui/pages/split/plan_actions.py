"""What can be done with a plan as a whole: every slot calls one service."""

from collections.abc import Callable, Sequence

from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.services.dividing import fixing, splitting, versioning
from shuangda_desktop.tasks.checks.findings import Fix


class PlanActions:
    """The actions over the plan that is chosen."""

    def __init__(self, context: Context, plan_id: Callable[[], int | None]) -> None:
        self._context, self._plan_id = context, plan_id

    def divide(self) -> None:
        """Propose tasks for the plan's measures and keep them."""
        plan_id, now = self._plan_id() or 0, self._context.now()
        ids = splitting.divide(self._context.store, plan_id, now)
        self._context.notify(f"已拟定{len(ids)}项任务\uff0c虚线框里的是拟定的\uff0c请逐项确认。")

    def fix(self, fixes: Sequence[Fix]) -> None:
        """Do what findings propose."""
        plan_id, now = self._plan_id() or 0, self._context.now()
        done = fixing.fix(self._context.store, plan_id, fixes, now)
        self._context.notify(f"已处理{done}处问题。")

    def give_reason(self, ids: Sequence[int], reason: str) -> None:
        """Say why tasks were adjusted."""
        versioning.give_reason(self._context.store, ids, reason, self._context.now())
        self._context.notify(f"已记下{len(ids)}处调整的理由。")
