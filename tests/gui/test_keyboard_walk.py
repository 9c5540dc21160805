"""With Tab alone the clerk comes to everything, sees where the keys are, and hears what it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QTabWidget,
    QWidget,
)

from gui.divided import divide
from shuangda_desktop.gui import app as program
from shuangda_desktop.gui import theme

PAGES = [page.name for page in (*program.PLACES, *program.MORE)]
KINDS = (QAbstractButton, QAbstractScrollArea, QAbstractSpinBox, QComboBox, QLineEdit, QTabBar)
SMALL, USUAL = (911, 512), (1366, 768)


@pytest.fixture
def window(desk, window_over):
    divide(desk)
    return window_over()


def open_page(window, name, size=USUAL):
    window.resize(*size)
    window.open_page(name)
    for _ in range(3):
        QApplication.processEvents()
    return window.page


def on_pages(window, look, size=USUAL):
    """What a look at each page finds, by its name. One window shows all: to open one takes a second."""
    found = {name: look(open_page(window, name, size)) for name in PAGES}
    return {name: what for name, what in found.items() if what}


def name_of(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def stops(page):
    """Everything in sight that takes the keys by Tab."""
    return {
        widget
        for widget in page.findChildren(QWidget)
        if isinstance(widget, KINDS)
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
    }


def walk(qtbot, most=80):
    """Press Tab until the first place comes again; the places, in their order."""
    met = []
    for _ in range(most):
        focused = QApplication.focusWidget()
        if focused in met:
            break
        met.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    return met


def with_group(widgets):
    """Of buttons of which one is down Tab meets that one; the arrows reach the others."""
    groups = [w.group() for w in widgets if isinstance(w, QAbstractButton) and w.group()]
    return set(widgets).union(*(group.buttons() for group in groups)) if groups else set(widgets)


def missed_by_tab(page, qtbot):
    met = walk(qtbot)
    return sorted(f"{type(w).__name__} {name_of(w)}" for w in stops(page) - with_group(met))


def test_tab_comes_to_every_control_and_round_again(window, qtbot):
    assert on_pages(window, lambda page: missed_by_tab(page, qtbot)) == {}


def nameless(qtbot):
    return [type(w).__name__ for w in walk(qtbot) if not name_of(w)]


def test_everything_that_tab_meets_has_a_name(window, qtbot):
    assert on_pages(window, lambda page: nameless(qtbot)) == {}


def picture(widget):
    """How a widget looks, with a little of what is around it."""
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def looks_the_same(widget):
    """Whether nobody sees that a widget has the keys."""
    widget.setFocus()
    focused = picture(widget)
    widget.clearFocus()
    return picture(widget) == focused


def unmarked(page, qtbot):
    met = [widget for widget in walk(qtbot) if page.isAncestorOf(widget)]
    return [f"{type(w).__name__} {name_of(w)}" for w in met if looks_the_same(w)]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_what_has_the_keys_looks_otherwise(qapp, window, qtbot, dark):
    theme.apply(qapp, theme.Appearance(dark=dark))
    assert on_pages(window, lambda page: unmarked(page, qtbot)) == {}


def presses(made, qtbot):
    """Whether Enter presses a button; what it does then is tested elsewhere."""
    pressed = []
    made.blockSignals(True)
    made.click = lambda: pressed.append(made)
    made.setFocus()
    qtbot.keyClick(made, Qt.Key.Key_Return)
    made.blockSignals(False)
    del made.click
    return pressed == [made]


def test_enter_presses_every_button_that_has_the_keys(window, qtbot):
    def deaf(page):
        buttons = [w for w in stops(page) if isinstance(w, QPushButton)]
        return [made.text() for made in buttons if not presses(made, qtbot)]

    assert on_pages(window, deaf) == {}


def cut_off(page):
    """Words of labels, buttons and empty fields that have less room than they need."""
    cut = []
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text() and not label.pixmap().width():
            wide = label.fontMetrics().horizontalAdvance(max(label.text().split("\n"), key=len))
            high = label.heightForWidth(label.width()) if label.wordWrap() else 0
            if (not label.wordWrap() and wide > label.width() + 1) or high > label.height() + 1:
                cut.append(label.text())
    for made in page.findChildren(QAbstractButton):
        wide = made.fontMetrics().horizontalAdvance(made.text())
        if made.isVisible() and made.text() and wide > made.width():
            cut.append(made.text())
    for line in page.findChildren(QLineEdit):
        wide = line.fontMetrics().horizontalAdvance(line.placeholderText())
        if line.isVisible() and not line.text() and wide > line.width():
            cut.append(line.placeholderText())
    return cut


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["150%", "100%"])
def test_no_word_of_a_button_or_a_label_is_cut_off(window, size):
    assert on_pages(window, cut_off, size) == {}


def remembered_widths(page):
    """Parts of leaves out of sight whose place keeps another least width than they have now."""
    leaves = [
        tabs.widget(at) for tabs in page.findChildren(QTabWidget) for at in range(tabs.count())
    ]
    layouts = [leaf.layout() for leaf in leaves if leaf.isHidden() and leaf.layout()]
    places = [layout.itemAt(at) for layout in layouts for at in range(layout.count())]
    return [
        (place.minimumSize().width(), place.widget().minimumSizeHint().width())
        for place in places
        if place.widget() and place.minimumSize().width() > place.widget().minimumSizeHint().width()
    ]


def test_what_lies_under_another_leaf_asks_for_no_more_room_than_it_needs(window):
    assert on_pages(window, remembered_widths, SMALL) == {}


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["150%", "100%"])
def test_a_page_keeps_within_its_window(window, size):
    def larger(page):
        least, shown = page.minimumSizeHint(), (window.width(), window.height())
        within = least.width() <= page.width() and least.height() <= page.height()
        return None if within and shown == size else (least, shown)

    assert on_pages(window, larger, size) == {}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_page_has_the_ground_of_its_theme(window, qapp, dark):
    theme.apply(qapp, theme.Appearance(dark=dark))
    ground = QColor((theme.DARK if dark else theme.LIGHT).ground).lightness()

    def other(page):
        pixel = window.grab().toImage().pixel(window.rail.width() + 6, page.height() // 2)
        shown = QColor(pixel).lightness()
        return None if shown == pytest.approx(ground, abs=12) else shown

    assert on_pages(window, other) == {}
