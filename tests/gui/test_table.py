"""The table view: whole rows, one height, copied as a table, proposals in dashes."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView

from shuangda_desktop.gui import theme
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.theme import LIGHT, PROPOSED, Appearance
from shuangda_desktop.gui.widgets.table import Table
from shuangda_desktop.tasks.columns.column import Column


@dataclass(frozen=True)
class Unit:
    id: int
    name: str
    note: str = ""


COLUMNS = (
    Column("id", "序号", lambda u: str(u.id), lambda u: u.id, 3, numeric=True),
    Column("name", "单位", lambda u: u.name, lambda u: u.name, 8),
    Column("note", "备注", lambda u: u.note, lambda u: u.note, 8),
)
UNITS = [Unit(n, f"第{n}局", "两行\n带\t制表") for n in range(1, 60)]


@pytest.fixture
def model(qapp):
    proposed = lambda u, column: PROPOSED if (u.id, column.key) == (1, "name") else None  # noqa: E731 (one line)
    made = RowTable(COLUMNS, key=lambda u: u.id, decorate=proposed)
    made.set_rows(UNITS)
    return made


@pytest.fixture
def table(model, qtbot):
    made = Table(model, "单位表", stretch=2)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_table_has_a_name_and_chooses_whole_rows(table, model):
    table.choose(model.index_of(3))
    assert table.accessibleName() == "单位表"
    assert [index.row() for index in table.chosen()] == [2]
    assert table.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows


def test_chosen_rows_are_told_from_top_to_bottom(table, model):
    for number in (9, 2, 5):
        table.selectionModel().select(
            model.index_of(number),
            table.selectionModel().SelectionFlag.Select | table.selectionModel().SelectionFlag.Rows,
        )
    assert [model.row_at(index).id for index in table.chosen()] == [2, 5, 9]


def test_selection_and_scroll_survive_a_refresh(table, model):
    table.choose(model.index_of(40))
    scroll = table.verticalScrollBar().value()
    assert scroll > 0
    model.set_rows([replace(unit, name=unit.name + "改") for unit in UNITS])
    assert [model.row_at(index).id for index in table.chosen()] == [40]
    assert table.verticalScrollBar().value() == scroll


def test_column_widths_survive_a_refresh(table, model):
    table.setColumnWidth(1, 333)
    model.set_rows(UNITS[:5])
    assert table.columnWidth(1) == 333


def test_columns_are_as_wide_as_their_characters(table):
    character = table.fontMetrics().horizontalAdvance("国")
    assert table.columnWidth(1) >= 8 * character


def test_rows_are_copied_as_a_table_with_titles(table, model, qtbot):
    table.choose(model.index_of(2))
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "序号\t单位\t备注\n2\t第2局\t两行 带 制表"


def test_hidden_columns_are_not_copied(table, model):
    table.setColumnHidden(2, True)
    table.choose(model.index_of(1))
    table.copy()
    assert QGuiApplication.clipboard().text() == "序号\t单位\n1\t第1局"


def test_arrow_keys_still_walk(table, model, qtbot):
    table.choose(model.index_of(1))
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 1


def test_rows_take_the_chosen_height(table, qapp):
    theme.apply(qapp, Appearance(row=40))
    qapp.processEvents()
    assert table.rowHeight(0) == 40
    theme.apply(qapp, Appearance(row=26))
    qapp.processEvents()
    assert table.rowHeight(0) == 26


def dashes(table, index):
    """How many points of the accent stand on the edge of a cell."""
    picture = table.viewport().grab(table.visualRect(index)).toImage()
    accent = QColor(LIGHT.accent).rgb()
    return sum(picture.pixel(x, 3) == accent for x in range(picture.width()))


def test_only_proposals_are_drawn_in_dashes(table, model):
    table.clearSelection()
    proposed, decided = model.index(0, 1), model.index(1, 1)
    assert dashes(table, proposed) > 10
    assert dashes(table, decided) == 0


def test_columns_grow_with_the_letters_and_shrink_again(qapp, qtbot):
    theme.apply(qapp, theme.Appearance())
    table = Table(RowTable(COLUMNS, key=lambda row: row), "任务", stretch=1)
    qtbot.addWidget(table)
    table.show()
    before = [table.columnWidth(place) for place in range(len(COLUMNS))]
    theme.apply(qapp, theme.Appearance(points=16))
    character = table.fontMetrics().horizontalAdvance("国")
    assert table.columnWidth(0) == pytest.approx(COLUMNS[0].width * character + 24, abs=2)
    theme.apply(qapp, theme.Appearance())
    assert table.columnWidth(0) == pytest.approx(before[0], abs=2)
