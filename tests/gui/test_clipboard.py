"""What is copied is there as text and as a table."""

from PySide6.QtGui import QGuiApplication

from shuangda_desktop.gui import clipboard


def test_a_table_is_there_as_text_and_as_html(qapp):
    clipboard.put("甲\t乙", "<table></table>")
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "甲\t乙"
    assert "<table>" in data.html()


def test_text_alone_brings_no_html(qapp):
    clipboard.put("甲")
    assert not QGuiApplication.clipboard().mimeData().hasHtml()
