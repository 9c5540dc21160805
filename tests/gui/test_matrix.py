"""The matrix of clauses, tasks and units: nothing of the source is lost, every cell is a door."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from gui.divided import JUSTICE, NET, POLICE, divide, keep_plan, keep_tasks, set_up_city
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.models.division import read_division
from shuangda_desktop.gui.models.matrix import (
    covered_words,
    matrix_columns,
    matrix_look,
    matrix_rows,
    matrix_tip,
    units_in,
)
from shuangda_desktop.gui.pages.split.page import SplitPage
from shuangda_desktop.gui.theme import DOUBT, PROPOSED, QUIET
from shuangda_desktop.services.dividing import splitting


@pytest.fixture
def ids(desk):
    return divide(desk)


@pytest.fixture
def page(desk, ids, qtbot):
    shown = desk.show(SplitPage, qtbot)
    shown.resize(1200, 700)
    shown.views.switch.choose("matrix")
    return shown


def texts(rows, columns):
    return [[column.text(row) for column in columns] for row in rows]


def division(store):
    return read_division(store, store.rows("SELECT max(id) FROM plan")[0][0])


def test_each_clause_stands_with_its_tasks_and_their_units(store, ids):
    found = division(store)
    units = units_in(found.rows, [POLICE, NET])
    assert units == [POLICE, NET, JUSTICE]
    shown = texts(matrix_rows(found.measures, found.rows), matrix_columns(units))
    assert [row[0] for row in shown] == ["1", "2", "3", ""]
    assert [row[2] for row in shown] == [
        "1 查清全市网店",
        "拟不适用：省级事权",
        "2 办好宣传周",
        "3 编印手册",
    ]
    assert [row[3:] for row in shown] == [
        ["△配", "●牵", ""],
        ["", "", ""],
        ["", "", "●牵"],
        ["", "", ""],
    ]
    assert shown[3][1] == "同上"
    assert covered_words(found.measures) == (
        "来文条目 3 条：已分解 2 条，说明理由不分解 1 条，没有任务也没有理由 0 条"
    )


def test_what_is_missing_is_marked_and_what_is_proposed_outlined(store, desk, ids, now):
    splitting.drop_tasks(store, [ids[1]], "由省级办理", now)
    found = division(store)
    columns = {c.key: c for c in matrix_columns([JUSTICE])}
    rows = matrix_rows(found.measures, found.rows[:1])
    assert rows[1].is_bare is False  # its reason is told by the list of measures
    assert matrix_look(rows[0], columns["place"]) is QUIET
    assert matrix_look(rows[0], columns["text"]) is None
    dropped = matrix_rows(found.measures, found.rows)[2]
    assert matrix_look(dropped, columns["task"]) is QUIET
    assert matrix_look(dropped, columns[f"unit:{JUSTICE}"]) is PROPOSED
    assert "不适用：由省级办理" in texts([dropped], columns.values())[0]


def test_a_clause_without_task_and_reason_asks_for_one(desk, store, now):
    plan_id = keep_plan(desk)
    set_up_city(desk)
    ids = keep_tasks(desk, plan_id)
    splitting.merge_tasks(store, ids[1:3], now)
    found = division(store)
    bare = matrix_rows(found.measures, ())
    assert all(row.task is None for row in bare)
    alone = matrix_rows([replace(found.measures[0], tasks=0, reasons=())], ())[0]
    columns = matrix_columns([NET])
    assert alone.is_bare
    assert [matrix_look(alone, column) for column in columns] == [DOUBT, DOUBT, DOUBT, None]
    assert matrix_tip(alone, columns[2]) == "没有任务，请拟定任务或说明理由"
    assert alone.roles(NET) == ()


def test_tips_tell_the_whole(store, ids):
    found = division(store)
    row = matrix_rows(found.measures, found.rows)[0]
    columns = matrix_columns([NET, JUSTICE])
    assert matrix_tip(row, columns[1]).startswith("六月底前查清全省网店")
    assert matrix_tip(row, columns[2]).startswith("六月底前查清全市网店")
    assert matrix_tip(row, columns[3]) == f"{NET} ●牵\n任务1 查清全市网店"
    assert matrix_tip(row, columns[4]) == ""


def test_a_cell_leads_to_its_task_among_those_of_its_unit(page, qtbot):
    view = page.views.matrix
    assert view.words.text().startswith("来文条目 3 条")
    view.land()
    qtbot.keyClick(view.left, Qt.Key.Key_Right)
    qtbot.keyClick(view.left, Qt.Key.Key_Right)
    assert view.right.hasFocus()
    column = [c.title for c in view.model.columns].index(NET)
    view.right.setCurrentIndex(view.model.index(0, column))
    qtbot.keyClick(view.right, Qt.Key.Key_Return)
    assert page.views.switch.current() == "divide"
    assert page.bench.unit.unit() == NET
    assert page.bench.table.current().title == "查清全市网店"


def test_left_goes_back_to_the_clauses(page, qtbot):
    view = page.views.matrix
    view.right.setFocus()
    view.right.setCurrentIndex(view.model.index(1, 3))
    qtbot.keyClick(view.right, Qt.Key.Key_Left)
    assert view.left.hasFocus()
    assert view.left.currentIndex().row() == 1


def test_both_halves_scroll_and_choose_as_one(page):
    view = page.views.matrix
    view.left.choose(view.model.index(2, 0))
    assert [index.row() for index in view.right.chosen()] == [2]
    assert view.left.isColumnHidden(3)
    assert view.right.isColumnHidden(0)
    assert view.left.horizontalHeader().height() == view.right.horizontalHeader().height()


def test_only_what_is_open_can_be_shown(page, store, desk, now):
    view = page.views.matrix
    assert not view.bare.isEnabled()
    assert view.bare.text() == "只看没有着落的 0"


def test_the_table_is_written_where_it_is_looked_at(page, desk, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "对照.xlsx")
    page.views.matrix.export.click()
    qtbot.waitUntil(lambda: any("已写出" in words for words in desk.said))
    assert (tmp_path / "对照.xlsx").exists()


def test_names_stand_upright_and_their_height_follows_the_room(page, qtbot):
    header = page.views.matrix.header
    assert header.longest == 9
    page.resize(900, 420)
    qtbot.waitUntil(lambda: header.longest == 5)
    page.grab()
