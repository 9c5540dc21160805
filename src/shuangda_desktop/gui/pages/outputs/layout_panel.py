"""Layouts of a sheet: which columns in what order under which titles, paper and heading."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import button, quiet, strong
from shuangda_desktop.services.outputs.sheets import LayoutChoice
from shuangda_desktop.tasks.columns.layouts import WIDEST, Layout, LayoutColumn

PAPERS = (("按通常", ""), ("A4 横向", "A4"), ("A3 横向", "A3"))
KEY, TITLE, WIDTH = (Qt.ItemDataRole.UserRole + n for n in range(3))  # TITLE: the usual one
WORDS = "勾选要的列\uff0c上下移动排次序\uff1b选中一列可以改列名。右边随时看到结果。"


class LayoutPanel(QWidget):
    """Edits one layout; ``changed`` after every change, ``save_asked`` and ``remove_asked`` by button."""

    changed = Signal()
    save_asked = Signal()
    remove_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.columns = QListWidget()
        self.columns.setAccessibleName("列")
        self.columns.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.title_of_column = Line("列名")
        self.width_of_column = QSpinBox()
        self.width_of_column.setAccessibleName("列宽")
        self.width_of_column.setRange(0, WIDEST)
        self.width_of_column.setSpecialValueText("按通常")
        self.width_of_column.setSuffix(" 字")
        self.width_of_column.setMinimumHeight(self.title_of_column.sizeHint().height())
        self.paper = QComboBox()
        self.paper.setAccessibleName("纸张")
        for word, code in PAPERS:
            self.paper.addItem(word, code)
        self.head = Line("标题", "如 {市}{年}年任务分工表")
        self.label = Line("落款前的词", "制表单位")
        self.name = Line("版式名称", "如 市里要的")
        self.save = button("保存版式", self.save_asked.emit)
        self.remove = button("删除版式", self.remove_asked.emit, kind="link")
        self._lay_out()
        self._connect()

    def show_layout(
        self, choices: Sequence[LayoutChoice], layout: Layout | None, *, own: bool
    ) -> None:
        """Show a layout, or the usual one; ``own`` ones can be removed."""
        with QSignalBlocker(self), QSignalBlocker(self.columns):
            self._fill(choices, layout)
            self.paper.setCurrentIndex(max(self.paper.findData(layout.paper if layout else ""), 0))
            self.head.setText(layout.title if layout else "")
            self.label.setText(layout.label if layout else "")
            self.name.setText(layout.name if layout else "")
        self.columns_part.setVisible(bool(choices))
        self.remove.setVisible(own)
        self._show_column()

    def layout_shown(self) -> Layout:
        """The layout as it stands in the panel."""
        return Layout(
            self.name.text().strip(),
            tuple(self._column(item) for item in self._items() if _is_on(item)),
            str(self.paper.currentData() or ""),
            self.head.text().strip(),
            self.label.text().strip(),
        )

    def shift(self, by: int) -> None:
        """Move the chosen column up or down."""
        row = self.columns.currentRow()
        if 0 <= row < self.columns.count() and 0 <= row + by < self.columns.count():
            item = self.columns.takeItem(row)
            self.columns.insertItem(row + by, item)
            self.columns.setCurrentRow(row + by)
            self.changed.emit()

    # -- inside

    def _fill(self, choices: Sequence[LayoutChoice], layout: Layout | None) -> None:
        """The chosen columns in their order, then the others."""
        known = {choice.key: choice for choice in choices}
        chosen = [one for one in layout.columns if one.key in known] if layout else []
        if not chosen:
            chosen = [LayoutColumn(choice.key) for choice in choices if choice.usual]
        taken = {one.key for one in chosen}
        others = [LayoutColumn(choice.key) for choice in choices if choice.key not in taken]
        self.columns.clear()
        for one in (*chosen, *others):
            usual = known[one.key].title
            item = QListWidgetItem(one.title or usual)
            item.setData(KEY, one.key)
            item.setData(TITLE, usual)
            item.setData(WIDTH, one.width)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = one.key in taken
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.columns.addItem(item)
        self.columns.setCurrentRow(0)

    def _items(self) -> list[QListWidgetItem]:
        return [self.columns.item(row) for row in range(self.columns.count())]

    def _column(self, item: QListWidgetItem) -> LayoutColumn:
        text = item.text().strip()
        own = "" if text == item.data(TITLE) else text
        return LayoutColumn(str(item.data(KEY)), own, int(item.data(WIDTH) or 0))

    def _show_column(self) -> None:
        item = self.columns.currentItem()
        with QSignalBlocker(self.title_of_column), QSignalBlocker(self.width_of_column):
            self.title_of_column.setText(item.text() if item is not None else "")
            self.width_of_column.setValue(int(item.data(WIDTH) or 0) if item is not None else 0)
        for part in (self.title_of_column, self.width_of_column):
            part.setEnabled(item is not None)

    def _rename(self, text: str) -> None:
        item = self.columns.currentItem()
        if item is not None:
            item.setText(text.strip() or str(item.data(TITLE)))

    def _widen(self, width: int) -> None:
        item = self.columns.currentItem()
        if item is not None:
            item.setData(WIDTH, width)

    def _connect(self) -> None:
        self.columns.currentItemChanged.connect(lambda *_: self._show_column())
        self.columns.itemChanged.connect(lambda _: self.changed.emit())
        self.columns.model().rowsMoved.connect(lambda *_: self.changed.emit())
        self.title_of_column.textEdited.connect(self._rename)
        self.width_of_column.valueChanged.connect(self._widen)
        self.paper.currentIndexChanged.connect(lambda _: self.changed.emit())
        for line in (self.head, self.label):
            line.textChanged.connect(lambda _: self.changed.emit())
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.columns)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda by=by: self.shift(by))

    def _lay_out(self) -> None:
        self.columns_part = QWidget()
        part = QVBoxLayout(self.columns_part)
        part.setContentsMargins(0, 0, 0, 0)
        part.addWidget(quiet(WORDS))
        part.addWidget(self.columns, 1)
        part.addWidget(
            flow(
                button("上移", lambda: self.shift(-1), tip="上移这一列\uff08Alt+Up\uff09"),
                button("下移", lambda: self.shift(1), tip="下移这一列\uff08Alt+Down\uff09"),
            )
        )
        names = QFormLayout()
        names.addRow("列名", self.title_of_column)
        names.addRow("列宽", self.width_of_column)
        part.addLayout(names)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow("纸张", self.paper)
        form.addRow("标题", self.head)
        form.addRow("落款", self.label)
        form.addRow("版式名称", self.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(strong("版式"))
        column.addWidget(self.columns_part, 1)
        column.addLayout(form)
        column.addWidget(flow(self.save, self.remove))
        column.addStretch(0)


def _is_on(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked
