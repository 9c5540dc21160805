"""The look over the tasks, beside the window and a moment after the last change."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from shuangda_desktop.errors import ShuangdaError
from shuangda_desktop.gui.jobs import Job
from shuangda_desktop.gui.models.check_rows import check_rows
from shuangda_desktop.gui.models.division import Division
from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.tasks.checks.findings import TaskFinding
from shuangda_desktop.tasks.checks.linter import Ground
from shuangda_desktop.units.directory import Directory

CHECK_AFTER = 400  # ms: the next key must not wait for a look over thousands of tasks


class Checking(QObject):
    """Looks over the division that was shown last; ``show`` gets what was found."""

    def __init__(
        self, owner: QObject, context: Context, show: Callable[[Sequence[TaskFinding]], None]
    ) -> None:
        super().__init__(owner)
        self._context, self._show = context, show
        self._division: Division | None = None
        self._job: Job | None = None
        self.directory = Directory(())
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(CHECK_AFTER)
        self._later.timeout.connect(self._check)

    def check(self, division: Division | None) -> None:
        """Look over these tasks soon, and no more over others."""
        self._division = division
        self._later.start()

    def _check(self) -> None:
        if self._division is None:
            return
        plan, rows = self._division.plan, self._division.rows
        ground = Ground(self.directory, plan.plan_year, plan.issued_on)
        if self._job is not None:
            self._job.cancel()
        self._job = self._context.jobs.run(
            lambda: check_rows(rows, ground, plan), self._show, self._refuse
        )

    def _refuse(self, error: ShuangdaError) -> None:
        self._context.notify(str(error), undo=False)
