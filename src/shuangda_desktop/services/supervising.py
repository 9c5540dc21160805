"""What was done about each task: the lines of 督办台账."""

from collections.abc import Sequence

from shuangda_desktop.services.gathering import plans_of
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.supervision import SupervisionRow
from shuangda_desktop.tasks.unit_figures import FINISHED


def supervision_rows(store: Store, rows: Sequence[TaskRow]) -> tuple[SupervisionRow, ...]:
    """A line for each task; a finished one ended on the day of its last report."""
    numbers = {plan.plan_id: plan.document_number for plan in plans_of(store, rows)}
    return tuple(
        SupervisionRow(
            row,
            numbers.get(row.plan_id, ""),
            closed_on=row.latest_on if row.status in FINISHED else None,
        )
        for row in rows
    )
