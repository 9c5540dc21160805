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


@pytest.mark.parametrize("name", PAGES)
def test_tab_comes_to_every_control_and_round_again(window, qtbot, name):
    page = open_page(window, name)
    met = walk(qtbot)
    missed = stops(page) - with_group(met)
    assert sorted(f"{type(w).__name__} {name_of(w)}" for w in missed) == []


@pytest.mark.parametrize("name", PAGES)
def test_everything_that_tab_meets_has_a_name(window, qtbot, name):
    open_page(window, name)
    assert [type(w).__name__ for w in walk(qtbot) if not name_of(w)] == []


def picture(widget):
    """How a widget looks, with a little of what is around it."""
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_what_has_the_keys_looks_otherwise(window, qtbot, qapp, name, dark):
    theme.apply(qapp, theme.Appearance(dark=dark))
    page = open_page(window, name)
    same = []
    for widget in walk(qtbot):
        if page.isAncestorOf(widget):
            widget.setFocus()
            focused = picture(widget)
            widget.clearFocus()
            if picture(widget) == focused:
                same.append(f"{type(widget).__name__} {name_of(widget)}")
    assert same == []


@pytest.mark.parametrize("name", PAGES)
def test_enter_presses_every_button_that_has_the_keys(window, qtbot, name):
    page = open_page(window, name)
    pressed = []
    buttons = [w for w in stops(page) if isinstance(w, QPushButton)]
    for made in buttons:
        made.blockSignals(True)  # what each does is tested elsewhere
        made.click = lambda made=made: pressed.append(made)
        made.setFocus()
        qtbot.keyClick(made, Qt.Key.Key_Return)
        made.blockSignals(False)
        del made.click
    assert set(buttons) == set(pressed)


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["150%", "100%"])
@pytest.mark.parametrize("name", PAGES)
def test_no_word_of_a_button_or_a_label_is_cut_off(window, name, size):
    page = open_page(window, name, size)
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
    assert cut == []


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["150%", "100%"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_keeps_within_its_window(window, name, size):
    page = open_page(window, name, size)
    assert (window.width(), window.height()) == size
    assert page.minimumSizeHint().width() <= page.width()
    assert page.minimumSizeHint().height() <= page.height()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_the_ground_of_its_theme(window, qapp, name, dark):
    theme.apply(qapp, theme.Appearance(dark=dark))
    page = open_page(window, name)
    tokens = theme.DARK if dark else theme.LIGHT
    shown = QColor(window.grab().toImage().pixel(window.rail.width() + 6, page.height() // 2))
    assert shown.lightness() == pytest.approx(QColor(tokens.ground).lightness(), abs=12)
