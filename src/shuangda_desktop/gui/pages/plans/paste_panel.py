"""Where text from a web page, a document or a message is pasted in."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from shuangda_desktop.gui import clipboard
from shuangda_desktop.gui.widgets.parts import button, quiet, title

WITH_TABLES = "表格和注音按复制时的格式读取\uff1b改动下面的文字以后\uff0c就只按文字读取\u3002"
PLAIN = "从网页复制时带上的菜单\u3001页码和拼音会自动清理\uff0c原样另存\uff0c随时可以对照\u3002"
NAME = "粘贴的文字"


class PasteField(QPlainTextEdit):
    """Remembers the markup of what was pasted into it when it was empty."""

    pasted = Signal(str)  # markup

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Markup alone has words too."""
        return super().canInsertFromMimeData(source) or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the words, and hand over their markup."""
        empty = self.document().isEmpty()
        self.insertPlainText(clipboard.both(source)[0])
        if empty and source.hasHtml():
            self.pasted.emit(source.html())


class PastePanel(QWidget):
    """A field for the text and one for a name; ``left`` goes back.

    ``given`` carries text, markup and name; the markup is "" where the clerk changed the text.
    """

    given = Signal(str, str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._html, self._as_pasted = "", ""
        self.text, self.name, self.words = PasteField(), QLineEdit(), quiet(PLAIN)
        self.text.setAccessibleName(NAME)
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText("把网页\u3001Word\u3001WPS 或微信里的方案全文粘贴到这里\u2026")
        self.name.setAccessibleName("名称")
        self.name.setPlaceholderText(
            "给它起个名字\uff0c例如\u201c省方案\uff08网页\uff09\u201d\uff1b可以不填"
        )
        self.read = button("读取", self._give, kind="main", key="Ctrl+Return")
        self.back = button("返回", self.left.emit, key="Esc")
        self.text.textChanged.connect(self._allow)
        self.text.pasted.connect(self._take_markup)
        self._allow()
        self._lay_out()

    def open(self, text: str = "", html: str = "") -> None:
        """Begin with an empty field, or with what was copied or dropped."""
        self.text.setPlainText(text)
        self._take_markup(html)
        self.name.clear()
        self.text.setFocus()

    @property
    def html(self) -> str:
        """The markup of what stands in the field, as long as nobody changed it."""
        return self._html if self.text.toPlainText() == self._as_pasted else ""

    @property
    def is_typed_in(self) -> bool:
        """Whether the clerk put a text in; what was on the clipboard comes back with the field."""
        return self.text.document().isModified() and self.read.isEnabled()

    def _take_markup(self, html: str) -> None:
        self._html, self._as_pasted = html, self.text.toPlainText()
        self._allow()

    def _give(self) -> None:
        self.given.emit(self.text.toPlainText(), self.html, self.name.text().strip() or NAME)

    def _allow(self) -> None:
        self.read.setEnabled(bool(self.text.toPlainText().strip()))
        self.words.setText(WITH_TABLES if self.html else PLAIN)

    def _lay_out(self) -> None:
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(title("粘贴文字"))
        column.addWidget(self.words)
        column.addWidget(self.text, 1)
        row.addWidget(self.name, 1)
        row.addWidget(self.back)
        row.addWidget(self.read)
        column.addLayout(row)
