"""Counterparts decided once, reforms noted, and what a unit is: on the page of units."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit

from gui.divided import opens_a_list, set_up_city
from shuangda_desktop.errors import RuleError
from shuangda_desktop.gui.models.tie_rows import pair_columns, pair_rows, reform_rows
from shuangda_desktop.gui.pages.units.page import UnitsPage
from shuangda_desktop.services.city.directory import directory_rows
from shuangda_desktop.store.units import load_directory
from shuangda_desktop.units.model import UnitKind

DAY = date(2026, 3, 16)


@pytest.fixture
def page(desk, qtbot):
    set_up_city(desk)
    return desk.show(UnitsPage, qtbot)


def known(desk):
    return load_directory(desk.context.store)


def pair(page, name):
    """Choose the row of a unit above."""
    page.tabs.setCurrentWidget(page.pairs)
    page.pairs.table.setFocus()
    place = next(n for n, row in enumerate(page.pairs.model.rows) if row.name == name)
    page.pairs.table.choose(page.pairs.model.index(place, 0))
    return page.pairs.model.rows[place]


def write(table, qtbot, ime, key, text):
    table.edit_column(key)
    editor = next(e for e in table.findChildren(QLineEdit) if e.isVisible())
    editor.clear()
    if text:
        ime(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_what_waits_for_the_clerk_stands_first_and_is_counted(page, desk):
    QAbstractItemModelTester(page.pairs.model)
    rows = pair_rows(known(desk))
    waiting = sum(row.is_open for row in rows)
    assert all(row.is_open for row in rows[:waiting])
    assert page.pairs.waiting.text() == f"请核对 {waiting}"
    page.pairs.waiting.click()
    assert page.pairs.model.rowCount() == waiting
    assert [c.text(rows[-1]) for c in pair_columns()][3] == "按程序拟定"


def test_a_counterpart_is_confirmed_as_it_is(page, desk):
    assert pair(page, "云泽海关").state == "请核对"
    page.pairs.confirm.trigger()
    assert desk.said[-1] == "已确定“云泽海关”在本市：云泽海关。"
    assert pair(page, "云泽海关").state == "2026-03-16确定"
    assert not page.pairs.confirm.isEnabled()
    assert known(desk).answers["province.customs"][0].decided_on == DAY


def test_what_was_decided_is_listed_and_taken_back(page, desk):
    pair(page, "云泽海关")
    assert not page.pairs.forget.isEnabled()
    page.pairs.confirm.trigger()
    page.go(view="pairs")
    assert page.pairs.settled.text() == "已确定 1"
    assert [row.name for row in page.pairs.model.rows] == ["云泽海关"]
    pair(page, "云泽海关")
    page.pairs.forget.trigger()
    assert desk.said[-1] == "已取消“云泽海关”确定的对口单位，仍按程序拟定。"
    assert page.pairs.model.rowCount() == 0
    page.go(view="pairs")
    assert pair(page, "云泽海关").state == "请核对"


@opens_a_list
def test_a_counterpart_is_written_into_its_cell(page, desk, qtbot, ime):
    pair(page, "省通信管理局")
    write(page.pairs.table, qtbot, ime, "lower", "市委网信办、市工业和信息化局")
    assert pair(page, "省通信管理局").names == ("市委网信办", "市工业和信息化局")
    write(page.pairs.table, qtbot, ime, "lower", "")
    assert pair(page, "省通信管理局").names == ()
    assert desk.said[-1] == "已确定“省通信管理局”在本市：由上级单位承担。"


@opens_a_list
def test_an_unknown_unit_is_no_counterpart(page, desk, qtbot, ime):
    before = known(desk).counterparts
    pair(page, "省通信管理局")
    write(page.pairs.table, qtbot, ime, "lower", "甲乙局")
    assert desk.said[-1] == "名录里没有“甲乙局”，没有改动。请先添加这个单位。"
    assert known(desk).counterparts == before


def test_a_unit_above_is_found_by_what_is_typed(page, qtbot, ime):
    ime(page.pairs.search_field, "通信管理")
    qtbot.waitUntil(lambda: {row.name for row in page.pairs.model.rows} == {"省通信管理局"})


def give_reform(page, old, new, day):
    page.tabs.setCurrentWidget(page.reforms)
    panel = page.reforms
    for line, text in zip(
        (panel.old, panel.new, panel.day, panel.note), (old, new, day, "试验"), strict=True
    ):
        line.setText(text)
    panel.add.click()


def test_a_reform_is_noted_moved_and_taken_out(page, desk, qtbot, ime):
    QAbstractItemModelTester(page.reforms.model)
    give_reform(page, "市律协", "市司法局、市商务局", "2025年6月1日")
    assert [(r.old, r.new) for r in reform_rows(known(desk))[:2]] == [
        ("市律协", "市司法局"),
        ("市律协", "市商务局"),
    ]
    assert page.reforms.old.text() == ""
    page.reforms.table.setFocus()
    page.reforms.table.choose(page.reforms.model.index(0, 0))
    write(page.reforms.table, qtbot, ime, "day", "2025-07-01")
    assert page.reforms.model.rows[0].reform.effective_on == date(2025, 7, 1)
    page.reforms.table.choose(page.reforms.model.index(0, 0))
    page.reforms.remove.trigger()
    assert desk.said[-1] == "已删除“市律协”的改革。"
    assert sum(row.old == "市律协" for row in page.reforms.model.rows) == 1


@pytest.mark.parametrize(
    ("old", "new", "day", "words"),
    [
        ("市律协", "市司法局", "去年", "生效日期“去年”认不出来"),
        ("甲乙局", "市司法局", "2025-06-01", "名录里没有“甲乙局”"),
    ],
)
def test_a_reform_that_is_not_clear_is_told_and_stays_typed(page, desk, old, new, day, words):
    give_reform(page, old, new, day)
    assert desk.said[-1].startswith(words)
    assert page.reforms.day.text() == day


def test_a_day_that_cannot_be_read_moves_no_reform(page, desk, qtbot, ime):
    page.tabs.setCurrentWidget(page.reforms)
    page.reforms.table.setFocus()
    page.reforms.table.choose(page.reforms.model.index(0, 0))
    before = known(desk).successions
    write(page.reforms.table, qtbot, ime, "day", "春天")
    assert desk.said[-1].startswith("生效日期“春天”认不出来")
    assert known(desk).successions == before


def test_nothing_typed_is_no_reform(page, desk, qtbot):
    with qtbot.assertNotEmitted(page.reforms.given):
        page.reforms.add.click()
    page.reforms.table.clearSelection()


# -- what a unit is


def shown(page, label):
    page.go(unit=label)
    page.detail.pages.setCurrentIndex(1)
    return page.detail.form


def kept(desk, label):
    return next(r.unit for r in directory_rows(desk.context.store) if r.unit.label == label)


def test_what_a_unit_is_can_be_changed(page, desk):
    form = shown(page, "市律协")
    form.kind.setCurrentIndex(form.kind.findData(UnitKind.OWN_NAME))
    form.domain.setText("律师")
    form.until.setText("2030-01-01")
    form.note.setText("试验")
    form.keep.click()
    unit = kept(desk, "市律协")
    assert (unit.kind, unit.domain, unit.note) == (UnitKind.OWN_NAME, "律师", "试验")
    assert unit.active_until == date(2030, 1, 1)
    desk.context.store.undo()
    assert form.domain.text() == "律师行业"


def test_the_members_of_a_group_are_written(page, desk):
    label = "各行政执法部门"
    form = shown(page, label)
    assert form.members.isEnabled()
    assert form.count.text() == "展开为14个单位"
    form.members.setText("市公安局、市商务局")
    form.keep.click()
    assert kept(desk, label).members == ("city.police", "city.commerce")


def test_members_that_are_the_groups_own_anyway_are_not_fixed(page, desk):
    form = shown(page, "各行政执法部门")
    before = kept(desk, "各行政执法部门").members
    form.note.setText("试验")
    form.keep.click()
    assert kept(desk, "各行政执法部门").members == before


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("since", "春天", "日期“春天”认不出来，没有保存。"),
        ("members", "甲乙局", "名录里没有“甲乙局”，没有保存。"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_kept(page, desk, field, typed, words):
    form = shown(page, "各行政执法部门")
    before = kept(desk, "各行政执法部门")
    getattr(form, field).setText(typed)
    form.keep.click()
    assert desk.said[-1] == words
    assert kept(desk, "各行政执法部门") == before


def test_the_order_of_protocol_is_a_number(page, desk):
    page.go(unit="市律协")
    page.change(page.table.current(), "order", "7")
    assert kept(desk, "市律协").order == 7
    page.change(page.table.current(), "order", "七")
    assert desk.said[-1] == "排序要写数字，没有改动。"


def test_a_name_must_stay(page):
    page.go(unit="市律协")
    with pytest.raises(RuleError, match="不能空着"):
        page.change(page.table.current(), "name", "")
