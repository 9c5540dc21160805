"""Pages on the screen: turned, zoomed, drawn where they are."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication

from shuangda_desktop.gui import paper
from shuangda_desktop.gui.widgets.paper_view import GAP, MOST, WHOLE, PaperView
from shuangda_desktop.services.outputs.previewing import Area, Page, Rule, Text

RED = Area(100, 100, 50, 50, "FF0000", "000000")
PAGES = tuple(
    Page(595, 842, (RED, Rule(0, 400, 595, 400, 2.0), Text(10, 20, 60, f"第{n}页", "宋体", 20)))
    for n in range(1, 4)
)


@pytest.fixture
def view(qtbot):
    shown = PaperView("预览")
    qtbot.addWidget(shown)
    shown.resize(500, 400)
    shown.show()
    qtbot.waitExposed(shown)
    shown.show_pages(PAGES)
    return shown


def test_pages_are_as_wide_as_the_view(view):
    assert view.strip.width() <= view.viewport().width()
    assert view.strip.width() > view.viewport().width() - 3
    view.resize(700, 400)
    assert view.strip.width() > 650


def test_pages_are_turned_by_keys_and_said(view, qtbot):
    told = []
    view.turned.connect(told.append)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page() == 2
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page() == 3
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page() == 2
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.page() == 1
    assert told[-1] == 1
    assert view.accessibleDescription() == "共3页"


def test_a_whole_page_is_seen_at_once(view):
    view.fit(WHOLE)
    assert view.strip.top(1) - view.strip.top(0) <= view.viewport().height()


def test_keys_and_wheel_make_larger_and_smaller(view, qtbot):
    before = view.strip.scale
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.strip.scale > before
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert view.strip.scale == pytest.approx(before)
    for turn, modifier in (
        (120, Qt.KeyboardModifier.ControlModifier),
        (120, Qt.KeyboardModifier.NoModifier),
    ):
        wheel = QWheelEvent(
            QPointF(9, 9), QPointF(9, 9), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton,
            modifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), wheel)
    assert view.strip.scale == pytest.approx(before * 1.15)
    for _ in range(30):
        view.zoom(2)
    assert view.strip.scale == MOST


def test_another_key_goes_on_to_the_view(view, qtbot):
    view.zoom(3)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.verticalScrollBar().value() > 0


def test_the_same_place_stays_in_sight_when_pages_come_anew(view):
    view.turn(1)
    place = view.verticalScrollBar().value()
    view.show_pages(PAGES)
    assert view.verticalScrollBar().value() == place


def test_no_pages_are_no_page(view):
    view.show_pages(())
    assert (view.page(), view.pages) == (0, ())
    view.turn(1)


def test_paper_is_drawn_where_it_lies(view):
    image = view.strip.grab().toImage()
    scale = view.strip.scale
    middle = image.pixelColor(round(GAP + 125 * scale), round(GAP + 125 * scale))
    assert (middle.red(), middle.green()) == (255, 0)
    assert image.pixelColor(round(GAP + 300 * scale), round(GAP + 125 * scale)) == QColor("white")


def drawn(text, gap=0.0):
    """Columns of pixels that a text inks, at ten pixels a point."""
    image = QImage(1000, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(10, 10)
    width = sum(10 if ord(c) > 255 else 5 for c in text) + gap * len(text)
    paper.paint(painter, Page(100, 30, (Text(10, 15, width, text, "宋体", 10, gap=gap),)))
    painter.end()
    dark = [
        x
        for x in range(1000)
        if any(image.pixelColor(x, y).lightness() < 128 for y in range(0, 300, 4))
    ]
    return dark[0] / 10, dark[-1] / 10


def test_letters_keep_to_the_room_that_was_reckoned():
    for text in ("一二三", "2026", "第1页2026年"):
        left, right = drawn(text)
        assert left >= 9.5
        assert right <= 10 + sum(10 if ord(c) > 255 else 5 for c in text) + 0.5


def test_letters_stand_apart_where_they_should():
    assert drawn("一二三", gap=5.0)[1] > drawn("一二三")[1] + 8


def test_text_stays_in_its_cell():
    image = QImage(200, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    long = Text(0, 30, 400, "国国国国国国国国国国", "宋体", 40, clip=(0, 0, 60, 60))
    paper.paint(painter, Page(200, 60, (long,)))
    painter.end()
    assert all(
        image.pixelColor(x, y) == QColor("white") for x in range(70, 200) for y in range(0, 60, 5)
    )


def test_a_face_that_is_not_there_is_named_once():
    there = Text(0, 0, 9, "字", QApplication.font().family(), 9)
    gone = Text(0, 0, 9, "字", "没有的字体", 9)
    names = paper.missing_faces((Page(9, 9, (RED, gone, there)), Page(9, 9, (gone,))))
    assert names[0] == "没有的字体"
    assert len(names) == len(set(names))
