"""The ways on the page 分解: from a finding, a cell or a clause to where it is dealt with."""

from collections.abc import Callable

from shuangda_desktop.gui.pages.split.bench import SplitBench
from shuangda_desktop.gui.pages.split.views import SplitViews
from shuangda_desktop.gui.pieces import Pieces


class Ways:
    """Leads there whatever the filters hide; a task that is not read yet is waited for."""

    def __init__(
        self,
        bench: SplitBench,
        views: SplitViews,
        reading: Pieces,
        show_tasks: Callable[[], None],
    ) -> None:
        self._bench, self._views, self._reading = bench, views, reading
        self._show_tasks = show_tasks
        self._wanted = 0  # a task to open when all are read
        views.matrix.task_asked.connect(self.to_cell)
        views.matrix.measure_asked.connect(self.to_measure)
        bench.lint.task_asked.connect(self.to_task)

    def to_task(self, task_id: int) -> None:
        """Select a task."""
        bench = self._bench
        if self._reading.running:
            self._wanted = task_id
            return
        self._views.switch.choose("divide")
        if not bench.model.index_of(task_id).isValid():
            bench.open_all()
            self._show_tasks()
        bench.table.choose(bench.model.index_of(task_id))

    def to_wanted(self) -> None:
        """Select the task that was waited for, where it is still there."""
        wanted, self._wanted = self._wanted, 0
        if wanted and self._bench.model.index_of(wanted).isValid():
            self.to_task(wanted)

    def to_cell(self, task_id: int, unit: str) -> None:
        """From a cell of the matrix to its task, among the tasks of its unit."""
        self._bench.open_all()
        self._bench.unit.choose(unit)
        self.to_task(task_id)
        self._bench.table.setFocus()

    def to_measure(self, key: int) -> None:
        """From a clause without a task to the list of clauses."""
        bench = self._bench
        self._views.switch.choose("divide")
        bench.left.setCurrentIndex(0)
        bench.measure_list.choose(bench.measures.index_of(key))
        bench.measure_list.setFocus()

    def to_pending(self) -> None:
        """To the adjustments that have no reason yet."""
        self._views.switch.choose("versions")
        self._views.versions.open_pending()
