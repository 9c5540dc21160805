"""The table model keeps its views in place."""

from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from shuangda_desktop.gui.models.rows import LOOK_ROLE, ROW_ROLE, SORT_ROLE, RowTable
from shuangda_desktop.gui.theme import LIGHT, PROPOSED, Look
from shuangda_desktop.tasks.columns.column import Column


@dataclass(frozen=True)
class Fruit:
    id: int
    name: str
    ripe_on: date | None = None


COLUMNS = (
    Column("id", "序号", lambda f: str(f.id), lambda f: f.id, 3, numeric=True),
    Column("name", "名称", lambda f: f.name, lambda f: f.name, 8),
    Column("ripe", "成熟", lambda f: f"{f.ripe_on or ''}", lambda f: f.ripe_on, 8),
)
PEAR, PLUM, FIG = Fruit(1, "梨", date(2026, 9, 1)), Fruit(2, "李"), Fruit(3, "果", date(2026, 7, 1))


@pytest.fixture
def model(qapp):
    made = RowTable(COLUMNS, key=lambda fruit: fruit.id)
    made.tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    return made


def shown(model, column=1):
    return [model.index(r, column).data() for r in range(model.rowCount())]


def test_a_cell_shows_its_text_sorts_by_its_value_and_hands_out_its_row(model):
    model.set_rows([PEAR, PLUM])
    cell = model.index(0, 2)
    assert (cell.data(), cell.data(SORT_ROLE), cell.data(ROW_ROLE)) == (
        "2026-09-01",
        date(2026, 9, 1),
        PEAR,
    )
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "2026-09-01"
    assert cell.data(Qt.ItemDataRole.DecorationRole) is None
    assert QModelIndex().data(ROW_ROLE) is None


def test_headers_name_the_columns_and_numbers_stand_on_the_right(model):
    assert [model.headerData(c, Qt.Orientation.Horizontal) for c in range(3)] == [
        "序号",
        "名称",
        "成熟",
    ]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(9, Qt.Orientation.Horizontal) is None
    align = Qt.ItemDataRole.TextAlignmentRole
    right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    model.set_rows([PEAR])
    assert int(model.index(0, 0).data(align)) == right
    assert int(model.headerData(0, Qt.Orientation.Horizontal, int(align))) == right
    assert int(model.index(0, 1).data(align)) != right


def test_a_refresh_keeps_hold_of_rows_that_stay(model):
    model.set_rows([PEAR, PLUM, FIG])
    held = QPersistentModelIndex(model.index_of(3))
    model.set_rows([replace(FIG, name="无花果"), Fruit(4, "杏"), PEAR])
    assert held.isValid()
    assert held.data(ROW_ROLE).name == "无花果"
    assert shown(model) == ["无花果", "杏", "梨"]


def test_a_row_that_went_away_is_let_go(model):
    model.set_rows([PEAR, PLUM])
    held = QPersistentModelIndex(model.index_of(2))
    model.set_rows([PEAR])
    assert not held.isValid()
    assert not model.index_of(2).isValid()
    assert model.row_at(QModelIndex()) is None
    assert model.row_at(model.index_of(1)) == PEAR


def test_sorting_puts_empty_values_last_both_ways(model):
    model.set_rows([PEAR, PLUM, FIG])
    model.sort(2)
    assert shown(model) == ["果", "梨", "李"]
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert shown(model) == ["梨", "果", "李"]
    model.set_rows([PLUM, FIG, PEAR])
    assert shown(model) == ["梨", "果", "李"]
    model.sort(-1)
    assert shown(model) == ["李", "果", "梨"]


def test_looks_reach_the_view_as_colours_and_fonts(qapp):
    looks = {"id": PROPOSED, "name": Look(ground="doubt", bold=True, struck=True)}
    model = RowTable(
        COLUMNS, key=lambda f: f.id, decorate=lambda row, column: looks.get(column.key)
    )
    model.set_rows([PEAR])
    number, name, ripe = (model.index(0, c) for c in range(3))
    role = Qt.ItemDataRole
    assert number.data(role.ForegroundRole).name().upper() == LIGHT.accent
    assert number.data(role.BackgroundRole) is None
    assert number.data(LOOK_ROLE).dashed
    assert name.data(role.ForegroundRole) is None
    assert name.data(role.BackgroundRole).name().upper() == LIGHT.doubt
    assert name.data(role.FontRole).bold()
    assert name.data(role.FontRole).strikeOut()
    assert ripe.data(role.FontRole) is None


def test_other_columns_may_be_shown_of_the_same_rows(model):
    model.set_rows([PEAR])
    model.set_columns(COLUMNS[1:])
    assert model.columnCount() == 2
    assert shown(model, 0) == ["梨"]


@given(
    st.lists(st.lists(st.integers(0, 8), unique=True), min_size=2, max_size=5),
    st.sampled_from([-1, 0, 1]),
)
def test_any_change_of_rows_is_shown_as_given(qapp, lists, column):
    model = RowTable(COLUMNS, key=lambda fruit: fruit.id)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.sort(column)
    for numbers in lists:
        model.set_rows([Fruit(n, str(n)) for n in numbers])
        assert tester.model() is model
        assert shown(model, 0) == [str(n) for n in (numbers if column < 0 else sorted(numbers))]
