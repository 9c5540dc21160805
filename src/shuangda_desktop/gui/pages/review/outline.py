"""The tree of headings and measures, which keeps its place when the plan changes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from shuangda_desktop.gui.models.review_tree import HEADER, Key, Line, ReviewTree
from shuangda_desktop.plan.model import Finding, Plan

_MODE = QHeaderView.ResizeMode
WIDEST = "省市场监督管理局等3个"  # a name of units that is shown whole where there is room


class Outline(QTreeView):
    """``chosen`` tells that another line was chosen, or the same one with new contents."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines = ReviewTree(self)
        self.setModel(self.lines)
        self.setAccessibleName("提纲与措施")
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self._dress_header()
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit())

    def show_plan(self, plan: Plan, findings: Sequence[Finding], key: Key) -> None:
        """Show a plan with this line chosen; scroll as before where the line is in sight then."""
        scroll = self.verticalScrollBar().value()
        if self.lines.show_plan(plan, findings):
            self.expandAll()
            self.verticalScrollBar().setValue(scroll)
        elif self.currentIndex() == self.lines.nearest(key):
            self.chosen.emit()  # no other line, but with new contents
        self.choose(key)

    def choose(self, key: Key) -> None:
        """Choose a line; where it is gone, the one before it."""
        self.setCurrentIndex(self.lines.nearest(key))

    def line(self) -> Line | None:
        """The chosen line."""
        return self.lines.line(self.currentIndex())

    def key(self) -> Key:
        """The key of the chosen line."""
        line = self.line()
        return line.key if line else HEADER

    def where(self, key: Key) -> str:
        """Where a line stands, by the numbers of its headings."""
        line = self.lines.line(self.lines.index_of(key))
        return line.where if line else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is chosen stays in sight when the sentences above take more room."""
        super().resizeEvent(event)
        self._share_width()
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits are not typed to find a line: they answer on the page."""
        if event.text().isdigit():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _dress_header(self) -> None:
        header = self.header()
        self._given = header.sectionSize(1)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(40)
        header.setResizeContentsPrecision(0)  # by what is in sight: thousands are not measured
        for column, mode in enumerate((_MODE.Stretch, _MODE.Interactive, _MODE.ResizeToContents)):
            header.setSectionResizeMode(column, mode)
        self._share_width()

    def _share_width(self) -> None:
        """Units have room for a name, at most a quarter; a width that the clerk gave stays."""
        header = self.header()
        if header.sectionSize(1) == self._given:
            wanted = self.fontMetrics().horizontalAdvance(WIDEST) + 16
            header.resizeSection(1, min(wanted, self.width() // 4))
            self._given = header.sectionSize(1)
