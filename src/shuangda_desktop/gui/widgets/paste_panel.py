"""Where text from a web page or a message is pasted in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from shuangda_desktop.gui.widgets.parts import button, quiet, title


class PastePanel(QWidget):
    """A field for the text and one for a name; ``given`` carries both, ``left`` goes back."""

    given = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text, self.name = QPlainTextEdit(), QLineEdit()
        self.text.setAccessibleName("粘贴的文字")
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText("把网页或微信里的方案全文粘贴到这里\u2026")
        self.name.setAccessibleName("名称")
        self.name.setPlaceholderText(
            "给它起个名字\uff0c例如\u201c省方案\uff08网页\uff09\u201d\uff1b可以不填"
        )
        self.read = button("读取", self._give, kind="main", key="Ctrl+Return")
        self.back = button("返回", self.left.emit, key="Esc")
        self.text.textChanged.connect(self._allow)
        self._allow()
        self._lay_out()

    def open(self, text: str = "") -> None:
        """Begin with an empty field, or with text that was dropped."""
        self.text.setPlainText(text)
        self.name.clear()
        self.text.setFocus()

    def _give(self) -> None:
        self.given.emit(self.text.toPlainText(), self.name.text().strip() or "粘贴的文字")

    def _allow(self) -> None:
        self.read.setEnabled(bool(self.text.toPlainText().strip()))

    def _lay_out(self) -> None:
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(title("粘贴文字"))
        column.addWidget(
            quiet(
                "从网页复制时带上的菜单\u3001页码和拼音会自动清理\uff0c原样另存\uff0c随时可以对照\u3002"
            )
        )
        column.addWidget(self.text, 1)
        row.addWidget(self.name, 1)
        row.addWidget(self.back)
        row.addWidget(self.read)
        column.addLayout(row)
