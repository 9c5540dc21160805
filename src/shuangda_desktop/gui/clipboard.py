"""What is copied out of the window, and what was copied elsewhere."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QTextDocumentFragment


def put(text: str, html: str = "") -> None:
    """Put a table on the clipboard: as text with tabs, and as HTML where that is given."""
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def taken() -> tuple[str, str]:
    """What lies on the clipboard: its text, and its markup ("" where there is none)."""
    return both(QGuiApplication.clipboard().mimeData())


def both(data: QMimeData | None) -> tuple[str, str]:
    """The text and the markup of something that was copied or is dropped; an empty clipboard has none.

    Where it was copied as markup alone, the text is what stands in that.
    """
    if data is None:
        return "", ""
    html = data.html() if data.hasHtml() else ""
    text = data.text() if data.hasText() else ""
    return text or QTextDocumentFragment.fromHtml(html).toPlainText(), html
