"""What is copied is there as text and as a table."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from shuangda_desktop.gui import clipboard


def test_a_table_is_there_as_text_and_as_html(qapp):
    clipboard.put("甲\t乙", "<table></table>")
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "甲\t乙"
    assert "<table>" in data.html()


def test_markup_alone_brings_its_words():
    data = QMimeData()
    data.setHtml("<p>一、检查</p><p>二、宣传</p>")
    assert clipboard.both(data) == ("一、检查\n二、宣传", data.html())
    assert clipboard.both(None) == ("", "")


def test_text_alone_brings_no_html(qapp):
    clipboard.put("甲")
    assert not QGuiApplication.clipboard().mimeData().hasHtml()
