"""What is copied out of the window."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def put(text: str, html: str = "") -> None:
    """Put a table on the clipboard: as text with tabs, and as HTML where that is given."""
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
