"""A table to write in: editors by column, rows that paste into WPS, columns that come and go."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QStyle, QStyleOptionViewItem

from gui.samples import row
from shuangda_desktop.gui import theme
from shuangda_desktop.gui.models.editing import EditableRows
from shuangda_desktop.gui.theme import Look
from shuangda_desktop.gui.widgets.actions import action
from shuangda_desktop.gui.widgets.deadline_edit import DeadlineEdit
from shuangda_desktop.gui.widgets.sheet import Sheet, as_html
from shuangda_desktop.tasks.columns.column import Column

COLUMNS = (
    Column("number", "序号", lambda r: str(r.number), lambda r: r.number, 3, numeric=True),
    Column("title", "任务", lambda r: r.title, lambda r: r.title, 10),
    Column("due", "时限", lambda r: f"{r.due_on}", lambda r: r.due_on, 6),
)


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
        decorate=lambda r, c: Look(ink="late") if c.key == "due" else None,
    )
    model.set_rows([row(1), row(2), row(3, title="<一> & 二")])
    made = Sheet(
        model,
        "任务",
        stretch=1,
        makers={"due": lambda parent: DeadlineEdit(2026, parent=parent)},
        sortable=True,
    )
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def editor(sheet):
    return next(e for e in sheet.findChildren(QLineEdit) if e.isVisible())


def test_a_column_opens_its_own_line(sheet):
    sheet.selectRow(0)
    sheet.edit_column("due")
    assert isinstance(editor(sheet), DeadlineEdit)
    assert editor(sheet).accessibleName() == "时限"
    assert editor(sheet).selectedText() == "2026-06-30"


def test_what_is_written_is_handed_over_once(sheet, qtbot, ime, written):
    sheet.selectRow(1)
    sheet.edit_column("title")
    line = editor(sheet)
    assert line.selectedText() == "任务之2"
    ime(line, "新名")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert written == [(2, "title", "新名")]


def test_esc_leaves_everything_as_it_was(sheet, qtbot, ime, written):
    sheet.selectRow(1)
    sheet.edit_column("title")
    ime(editor(sheet), "新名")
    qtbot.keyClick(editor(sheet), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert written == []


def test_without_a_row_no_line_opens(sheet):
    sheet.clearSelection()
    sheet.setCurrentIndex(sheet.model().index(-1, -1))
    sheet.edit_column("title")
    assert sheet.current() is None
    assert [e for e in sheet.findChildren(QLineEdit) if e.isVisible()] == []


def test_the_given_order_stands_until_a_header_is_clicked(sheet):
    assert [r.number for r in sheet.model().rows] == [1, 2, 3]
    sheet.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert [r.number for r in sheet.model().rows] == [3, 2, 1]


def test_rows_are_copied_as_a_table_whose_cells_stay_text(sheet):
    sheet.selectAll()
    sheet.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().split("\n")[3] == "3\t<一> & 二\t2026-06-30"
    assert data.html().count("<tr>") == 4
    assert "&lt;一&gt; &amp; 二" in data.html()
    assert "mso-number-format" in data.html()


def test_a_table_of_html_has_a_row_for_each_line():
    assert as_html([["甲", "乙"]]).count("<td") == 2
    assert as_html([]) == "<table></table>"


def test_columns_take_the_widths_they_are_given(sheet):
    before = sheet.columnWidth(2)
    sheet.fit_columns({"due": 12})
    assert sheet.columnWidth(2) > before
    sheet.fit_columns()
    assert sheet.columnWidth(2) == before


def test_actions_stand_in_the_context_menu_with_their_keys(sheet, qtbot):
    done = []
    sheet.add_actions([action(sheet, "确认", lambda: done.append(1), "Ctrl+Return")])
    qtbot.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert done == [1]
    assert sheet.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu


def test_rows_of_several_lines_grow_with_the_letters(qtbot, qapp, sheet):
    tall = Sheet(sheet.model(), "任务", lines=2)
    qtbot.addWidget(tall)
    small = tall.verticalHeader().defaultSectionSize()
    assert small > sheet.verticalHeader().defaultSectionSize()
    theme.apply(qapp, theme.Appearance(points=16.0))
    assert tall.verticalHeader().defaultSectionSize() > small


def test_a_chosen_cell_keeps_its_ink(sheet):
    option = QStyleOptionViewItem()
    option.state |= QStyle.StateFlag.State_Selected
    sheet.itemDelegate().initStyleOption(option, sheet.model().index(0, 2))
    assert not option.state & QStyle.StateFlag.State_Selected
    assert option.backgroundBrush.color() == sheet.palette().highlight().color()
    plain = QStyleOptionViewItem()
    plain.state |= QStyle.StateFlag.State_Selected
    sheet.itemDelegate().initStyleOption(plain, sheet.model().index(0, 1))
    assert plain.state & QStyle.StateFlag.State_Selected


def accents(sheet, qapp):
    """How many pixels of the table have the accent's colour."""
    picture = sheet.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = theme.colour(qapp.palette(), "accent").rgb()
    return sum(
        picture.pixel(x, y) == wanted
        for x in range(picture.width())
        for y in range(picture.height())
    )


def test_the_cell_that_f2_would_open_is_underlined(sheet, qapp):
    sheet.setCurrentIndex(sheet.model().index(0, 0))
    plain = accents(sheet, qapp)
    sheet.setCurrentIndex(sheet.model().index(0, 1))
    assert accents(sheet, qapp) > plain + 50


def test_the_column_that_takes_the_room_left_gives_it_back_where_none_is(sheet, qtbot):
    wide = sheet.columnWidth(1)
    assert wide > sheet.columnWidth(2)
    sheet.shrink("title", 4)
    sheet.resize(160, 300)
    qtbot.waitUntil(lambda: sheet.columnWidth(1) < wide)
    assert sheet.columnWidth(1) == 4 * sheet.fontMetrics().horizontalAdvance("国") + 24
    sheet.resize(500, 300)
    qtbot.waitUntil(lambda: sheet.columnWidth(1) == wide)


def test_rows_take_as_many_lines_as_there_is_room_for(sheet):
    one = sheet.verticalHeader().defaultSectionSize()
    sheet.set_lines(2)
    assert sheet.verticalHeader().defaultSectionSize() == one + sheet.fontMetrics().lineSpacing()
    sheet.set_lines(1)
    assert sheet.verticalHeader().defaultSectionSize() == one
