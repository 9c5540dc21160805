"""Fields hand over what was typed once, and leave undo to the program when nothing was."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from shuangda_desktop.gui.widgets.fields import LineField, TextField
from shuangda_desktop.gui.widgets.line import Line


@pytest.fixture
def form(qtbot):
    """A line, a text and a place for the focus to go."""
    body = QWidget()
    body.line, body.text, body.other = LineField("行"), TextField("文"), QLineEdit()
    column = QVBoxLayout(body)
    for field in (body.line, body.text, body.other):
        column.addWidget(field)
    body.told = []
    body.line.committed.connect(body.told.append)
    body.text.committed.connect(body.told.append)
    qtbot.addWidget(body)
    body.show()
    qtbot.waitExposed(body)
    body.activateWindow()
    return body


def asks_for_undo(field):
    event = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    )
    event.ignore()
    field.event(event)
    return event.isAccepted()


def test_a_line_hands_over_when_it_is_left(form, qtbot, ime):
    form.line.show_text("旧")
    form.line.setFocus()
    form.line.selectAll()
    ime(form.line, "新")
    assert form.told == []
    form.other.setFocus()
    assert form.told == ["新"]


def test_a_text_hands_over_when_it_is_left(form, ime):
    form.text.show_text("旧")
    form.text.setFocus()
    form.text.selectAll()
    ime(form.text, "新的一句")
    form.other.setFocus()
    assert form.told == ["新的一句"]


def test_what_was_not_changed_is_not_handed_over(form):
    form.line.show_text("旧")
    form.text.show_text("旧")
    for field in (form.line, form.text, form.other):
        field.setFocus()
    assert form.told == []


def test_the_same_typing_is_handed_over_once(form, ime):
    for field in (form.line, form.text):
        field.setFocus()
        ime(field, "字")
        field.commit()
        field.commit()
    form.other.setFocus()
    assert form.told == ["字", "字"]


@pytest.mark.parametrize("name", ["line", "text"])
def test_undo_is_the_fields_own_only_while_there_is_typing(form, ime, name):
    field = getattr(form, name)
    field.show_text("旧")
    field.setFocus()
    assert not asks_for_undo(field)
    ime(field, "新")
    assert asks_for_undo(field)


def test_a_text_grows_with_its_lines_up_to_its_limit(form, qtbot):
    form.resize(300, 600)
    heights = []
    for lines in (1, 3, 6, 60):
        form.text.show_text("\n".join("行" * lines))
        heights.append(form.text.height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_fields_have_names_for_screen_readers(form):
    assert form.line.accessibleName() == "行"
    assert form.text.accessibleName() == "文"


def test_a_line_that_was_handed_over_leaves_undo_to_the_program(qtbot, ime):
    line = Line("进展")
    qtbot.addWidget(line)
    ime(line, "查了20家")
    assert asks_for_undo(line)
    line.clear()
    assert not asks_for_undo(line)
