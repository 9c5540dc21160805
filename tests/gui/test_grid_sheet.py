"""The table of tasks has the keys of a spreadsheet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from gui.samples import row
from gui.test_sheet import COLUMNS
from shuangda_desktop.gui.models.editing import EditableRows
from shuangda_desktop.gui.widgets.grid_sheet import GridSheet


@pytest.fixture
def written():
    return []


@pytest.fixture
def sheet(qtbot, written):
    model = EditableRows(
        COLUMNS,
        key=lambda r: r.task_id,
        edit=lambda r, key, typed: written.append((r.number, key, typed)),
        editable=lambda r, key: key != "number",
    )
    model.set_rows([row(1), row(2), row(3)])
    made = GridSheet(model, "任务", stretch=1)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def editor(sheet):
    return next((e for e in sheet.findChildren(QLineEdit) if e.isVisible()), None)


def stand(sheet, place, column):
    sheet.setCurrentIndex(sheet.model().index(place, column))


def here(sheet):
    return sheet.currentIndex().row(), sheet.currentIndex().column()


def press(qtbot, sheet, key, *more):
    qtbot.keyClick(editor(sheet) or sheet, key, *more)
    QApplication.processEvents()


def test_enter_opens_a_cell_writes_it_and_goes_down(sheet, qtbot, ime, written):
    stand(sheet, 0, 1)
    press(qtbot, sheet, Qt.Key.Key_Return)
    ime(editor(sheet), "新名")
    press(qtbot, sheet, Qt.Key.Key_Return)
    assert written == [(1, "title", "新名")]
    assert here(sheet) == (1, 1)
    assert editor(sheet) is None


def test_tab_writes_and_opens_the_next_cell_that_takes_a_text(sheet, qtbot, ime, written):
    stand(sheet, 0, 1)
    press(qtbot, sheet, Qt.Key.Key_F2)
    ime(editor(sheet), "新名")
    press(qtbot, sheet, Qt.Key.Key_Tab)
    assert (written, here(sheet)) == ([(1, "title", "新名")], (0, 2))
    press(qtbot, sheet, Qt.Key.Key_Tab)
    assert here(sheet) == (1, 1)  # over the number, which is not written by hand
    assert editor(sheet).selectedText() == "任务之2"
    press(qtbot, sheet, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert here(sheet) == (0, 2)


def test_esc_writes_nothing_and_stays(sheet, qtbot, ime, written):
    stand(sheet, 1, 1)
    press(qtbot, sheet, Qt.Key.Key_Return)
    ime(editor(sheet), "新名")
    press(qtbot, sheet, Qt.Key.Key_Escape)
    assert (written, here(sheet), editor(sheet)) == ([], (1, 1), None)


def test_the_last_cells_are_the_end(sheet, qtbot):
    stand(sheet, 2, 2)
    press(qtbot, sheet, Qt.Key.Key_F2)
    press(qtbot, sheet, Qt.Key.Key_Tab)
    assert (here(sheet), editor(sheet)) == ((2, 2), None)
    press(qtbot, sheet, Qt.Key.Key_Return)
    press(qtbot, sheet, Qt.Key.Key_Return)
    assert here(sheet) == (2, 2)


def test_a_cell_that_is_not_written_by_hand_is_not_opened(sheet, qtbot):
    stand(sheet, 0, 0)
    press(qtbot, sheet, Qt.Key.Key_Return)
    assert editor(sheet) is None
