"""The page 分解 seen in five ways; only the one in sight is filled."""

from PySide6.QtWidgets import QStackedWidget

from shuangda_desktop.gui.models.division import Division
from shuangda_desktop.gui.models.version_rows import state_words
from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.gui.pages.split.bench import SplitBench
from shuangda_desktop.gui.pages.split.compare_view import CompareView
from shuangda_desktop.gui.pages.split.matrix_view import MatrixView
from shuangda_desktop.gui.pages.split.rounds_view import RoundsView
from shuangda_desktop.gui.pages.split.versions_view import VersionsView
from shuangda_desktop.gui.widgets.view_switch import ViewSwitch
from shuangda_desktop.store.consultations import load_consultations
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.versions import load_adjustments, load_versions

VIEWS = {
    "divide": "分解",
    "matrix": "逐条对照",
    "rounds": "征求意见",
    "versions": "版本",
    "beside": "两文对照",
}
Filled = MatrixView | RoundsView | VersionsView | CompareView


class SplitViews:
    """The switch, the views behind it, and the division that they show."""

    def __init__(self, context: Context, bench: SplitBench) -> None:
        self.switch, self.stack = ViewSwitch(VIEWS, "分解的各种看法"), QStackedWidget()
        self.bench = bench
        self.matrix, self.rounds = MatrixView(context), RoundsView(context)
        self.versions, self.beside = VersionsView(context), CompareView(context)
        self._division: Division | None = None
        for view in (bench, self.matrix, self.rounds, self.versions, self.beside):
            self.stack.addWidget(view)
        self.switch.changed.connect(self._turn)

    def show_division(self, division: Division) -> None:
        """Show a plan in the view in sight; the others are filled when they are turned to."""
        self._division = division
        view = self.stack.currentWidget()
        if isinstance(view, Filled):
            view.show_division(division)

    def land(self) -> None:
        """Put the keyboard where the work of the view begins."""
        # where a view has nothing to walk yet
        self.switch.buttons[self.switch.current()].setFocus()
        view = self.stack.currentWidget()
        if isinstance(view, Filled):
            view.land()
        else:
            self.bench.table.setFocus()

    def state(self, store: Store, plan_id: int) -> str:
        """Where the task list stands between draft and issued."""
        return state_words(
            load_versions(store, plan_id),
            load_consultations(store, plan_id),
            load_adjustments(store, plan_id),
        )

    def _turn(self, key: str) -> None:
        self.stack.setCurrentIndex(list(VIEWS).index(key))
        if self._division is not None:
            self.show_division(self._division)
        self.land()
