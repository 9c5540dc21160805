"""How the tasks are looked at: as a table, a board, a timeline, a calendar; kept views; columns."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QWidget

from shuangda_desktop.gui.models.grouping import GROUPINGS
from shuangda_desktop.gui.widgets.parts import button
from shuangda_desktop.gui.widgets.view_switch import ViewSwitch

MODES = {"table": "表格", "board": "看板", "timeline": "时间轴", "calendar": "日历"}

CLOSE_ALL, OPEN_ALL = "收起各组", "展开各组"


class ViewBar(QWidget):
    """Buttons of which one is down; ``tools`` find their place beside the filters."""

    mode_changed = Signal()
    group_changed = Signal()
    fold_asked = Signal()
    view_asked = Signal(str)
    save_asked = Signal()
    delete_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.switch = ViewSwitch(MODES, "任务的各种看法")
        self.switch.changed.connect(lambda _: self.mode_changed.emit())
        self.group = QComboBox()
        self.group.setAccessibleName("分组")
        for key, (word, _) in GROUPINGS.items():
            self.group.addItem(word, key)
        self.fold = button(CLOSE_ALL, self.fold_asked.emit, tip="只看各组的标题和数字；再点都展开")
        self.fold.hide()
        self.views = button(
            "视图", lambda: None, tip="存下现在的筛选、列、排序和分组\uff0c以后一点就到"
        )
        self.view_menu = QMenu(self)
        self.views.setMenu(self.view_menu)
        self.columns = button("列", lambda: None, tip="选择表格显示哪些列")
        self.column_menu = QMenu(self)
        self.columns.setMenu(self.column_menu)
        self.group.currentIndexChanged.connect(lambda _: self.group_changed.emit())
        self.tools: tuple[QWidget, ...] = (self.group, self.fold, self.columns, self.views)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.switch)
        line.addStretch()

    @property
    def mode(self) -> str:
        """The key of the way that is open."""
        return self.switch.current()

    @property
    def grouping(self) -> str:
        """The key of the grouping."""
        return str(self.group.currentData() or "")

    def choose(self, mode: str, grouping: str) -> None:
        """Open a way of looking."""
        if mode in MODES:
            self.switch.choose(mode)
        self.group.setCurrentIndex(max(self.group.findData(grouping), 0))

    def show_tools(self) -> None:
        """Groups and columns are the table's."""
        is_table = self.mode == "table"
        for tool in (self.group, self.columns):
            tool.setVisible(is_table)
        self.fold.setVisible(is_table and bool(self.grouping))

    def offer_fold(self, grouped: bool, some_open: bool) -> None:
        """Close all groups by one click, or open them all."""
        self.fold.setText(CLOSE_ALL if some_open else OPEN_ALL)
        shown = grouped and self.mode == "table"
        if self.fold.isHidden() == shown:
            self.fold.setVisible(shown)

    def offer_columns(self, actions: Iterable[QAction]) -> None:
        """The same choice as by a right click on the header."""
        self.column_menu.addActions(list(actions))

    def offer_views(self, names: Iterable[str]) -> None:
        """Offer the kept views, and to keep or forget one."""
        listed = list(names)
        self.view_menu.clear()
        for name in listed:
            self.view_menu.addAction(name, lambda name=name: self.view_asked.emit(name))
        self.view_menu.addSeparator()
        self.view_menu.addAction("存为视图…", self.save_asked.emit)
        if listed:
            forget = self.view_menu.addMenu("删除视图")
            for name in listed:
                forget.addAction(name, lambda name=name: self.delete_asked.emit(name))
