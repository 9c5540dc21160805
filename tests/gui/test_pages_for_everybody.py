"""Every page is reached by keyboard, names its controls, fits small windows, and has one main button."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)

from gui.divided import divide
from shuangda_desktop.gui.pages.outputs.page import OutputsPage
from shuangda_desktop.gui.pages.papers.page import PapersPage
from shuangda_desktop.gui.pages.returns.page import ReturnsPage
from shuangda_desktop.gui.pages.split.page import SplitPage
from shuangda_desktop.gui.pages.tasks.page import TasksPage
from shuangda_desktop.gui.pages.units.page import UnitsPage

PAGES = (SplitPage, TasksPage, UnitsPage, ReturnsPage, OutputsPage, PapersPage)
SMALLEST = (780, 440)  # what 1366x768 leaves of a page at 150 percent


@pytest.fixture(params=PAGES, ids=lambda kind: kind.name)
def page(request, desk, qtbot):
    divide(desk)
    return desk.show(request.param, qtbot)


def controls(page):
    """Everything in sight that a clerk can act on, without the parts inside of other controls."""
    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox)
    return [
        widget
        for widget in page.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisible()
        and not isinstance(widget.parent(), (*kinds, QAbstractSpinBox))
        and widget.objectName() != "qt_toolbar_ext_button"
    ]


def name_of(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_every_control_has_a_name(page):
    nameless = [w for w in controls(page) if w.isEnabled() and not name_of(w)]
    assert [type(w).__name__ for w in nameless if w.focusPolicy() != Qt.FocusPolicy.NoFocus] == []


def test_every_control_is_reached_by_tab(page):
    wanted = {
        w for w in controls(page) if w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    reached, widget = set(), page
    while (widget := widget.nextInFocusChain()) is not page:
        reached.add(widget)
    assert wanted <= reached


def test_no_page_asks_for_more_room_than_a_small_screen_has(page):
    least = page.minimumSizeHint()
    assert (least.width() <= SMALLEST[0], least.height() <= SMALLEST[1]) == (True, True)


def test_nothing_is_cut_off_on_a_small_screen(page):
    page.resize(*SMALLEST)
    QApplication.processEvents()
    for widget in controls(page):
        area = widget.parentWidget()
        while area is not page and area.objectName() != "qt_scrollarea_viewport":
            area = area.parentWidget()
        corner = widget.mapTo(page, QPoint(widget.width(), widget.height()))
        assert area is not page or (corner.x() <= page.width() and corner.y() <= page.height()), (
            f"{name_of(widget)} ends at {corner}"
        )


def test_a_page_has_one_main_button(page):
    main = [w for w in controls(page) if w.property("kind") == "main"]
    assert len(main) <= 1


def test_refreshing_twice_changes_nothing_in_sight(page):
    before = page.grab().toImage()
    page.refresh()
    page.refresh()
    assert page.grab().toImage() == before


def test_a_page_reads_names_of_tables_that_there_are(page, store):
    tables = set(store.db.table_names())
    assert page.reads <= tables


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.name)
@pytest.mark.parametrize("divided", [False, True])
def test_a_page_that_is_opened_has_the_keys_in_it(desk, qtbot, kind, divided):
    if divided:
        divide(desk)
    page = desk.show(kind, qtbot)
    qtbot.waitUntil(page.isActiveWindow)
    page.land()
    focused = QApplication.focusWidget()
    assert focused is not page
    assert page.isAncestorOf(focused)
    assert focused.isVisible()


@pytest.mark.parametrize("kind", [SplitPage, TasksPage, OutputsPage], ids=lambda kind: kind.name)
def test_the_sentence_of_an_empty_page_is_whole(desk, qtbot, kind):
    page = desk.show(kind, qtbot)
    page.resize(*SMALLEST)
    QApplication.processEvents()
    place = page.stack.currentWidget()
    for label in (place.head, place.sentence):
        assert label.height() >= label.heightForWidth(label.width())
