"""Where the words that a unit wrote by phone, chat or mail are pasted in."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from shuangda_desktop.gui.widgets.parts import button, quiet, strong

WORDS = (
    "把单位用微信、邮件或电话报来的文字粘贴到这里\uff0c选好是哪个单位\u3002"
    "程序按段落对应到它的任务\uff0c逐条确认后才采用\uff1b原文会留存\u3002"
)


class ReplyPanel(QWidget):
    """A field for the text and the unit that it is of; ``given`` carries both."""

    given = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text, self.unit = QPlainTextEdit(), QComboBox()
        self.text.setAccessibleName("单位的回复")
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(
            "例如\uff1a第3项\uff0c本月检查门店35家\uff0c立案2件\uff0c已完成60%\u2026"
        )
        self.unit.setAccessibleName("是哪个单位的回复")
        self.read = button("按任务分开", self._give)
        self.back = button("返回", self.left.emit)
        self.text.textChanged.connect(self._allow)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        for part in (self.unit, self.read, self.back):
            row.addWidget(part)
        row.addStretch()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(strong("粘贴回复"))
        column.addWidget(quiet(WORDS))
        column.addWidget(self.text, 1)
        column.addLayout(row)

    def open(self, units: Sequence[str], unit: str) -> None:
        """Begin with an empty field, and the unit that was chosen on the board."""
        self.unit.clear()
        self.unit.addItems(list(units))
        self.unit.setCurrentIndex(max(self.unit.findText(unit), 0))
        self.text.clear()
        self._allow()
        self.text.setFocus()

    def _give(self) -> None:
        self.given.emit(self.text.toPlainText(), self.unit.currentText())

    def _allow(self) -> None:
        self.read.setEnabled(bool(self.text.toPlainText().strip()) and self.unit.count() > 0)
