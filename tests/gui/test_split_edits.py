"""Tasks are changed in place, split, merged, left out with a reason, one by one and many at once."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea

from gui.divided import (
    FIRST_TEXT,
    JUSTICE,
    NET,
    POLICE,
    TRADE,
    choose,
    divide,
    keep_plan,
    opens_a_list,
    set_up_city,
    titles,
    type_into,
)
from shuangda_desktop.errors import RuleError
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.pages.split.page import SplitPage
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.city import directory
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.store.tasks import load_task
from shuangda_desktop.tasks.model import Assignment, Basis
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.model import Unit, UnitKind


@pytest.fixture
def ids(desk):
    return divide(desk)


@pytest.fixture
def page(desk, ids, qtbot):
    made = desk.show(SplitPage, qtbot)
    made.bench.table.setFocus()
    return made


@pytest.fixture
def task(desk):
    """A task as the store has it now."""
    return lambda task_id: load_task(desk.context.store, task_id)


# -- changing in place


def test_a_title_is_changed_in_its_cell(page, qtbot, task, ids, ime):
    choose(page, 1)
    type_into(page, qtbot, "title", "摸清网店底数", ime)
    assert task(ids[0]).title == "摸清网店底数"


def test_a_deadline_is_written_as_clerks_write_it(page, qtbot, task, ids, ime):
    choose(page, 2)
    type_into(page, qtbot, "due", "9月底", ime)
    assert (task(ids[1]).due_on, task(ids[1]).due_basis) == (date(2026, 9, 30), Basis.DECIDED)


def test_a_deadline_that_cannot_be_read_changes_nothing(page, qtbot, task, ids, ime, desk):
    choose(page, 2)
    type_into(page, qtbot, "due", "尽快", ime)
    assert task(ids[1]).due_on == date(2026, 12, 31)
    assert desk.said[-1].startswith("时限“尽快”读不懂\uff0c没有改动")


def test_an_emptied_deadline_is_none(page, qtbot, task, ids, ime):
    choose(page, 2)
    type_into(page, qtbot, "due", "", ime)
    assert task(ids[1]).due_on is None


@opens_a_list
def test_one_lead_is_written_over_another_by_its_other_name(page, qtbot, task, ids, ime):
    choose(page, 2)
    type_into(page, qtbot, "lead", "云泽市公安局", ime)
    units = [(a.unit, a.role) for a in task(ids[1]).assignments]
    assert units == [(POLICE, Role.LEAD)]


@opens_a_list
def test_several_units_stand_in_one_cell(page, qtbot, task, ids, ime):
    choose(page, 3)
    type_into(page, qtbot, "cooperating", f"{TRADE}、{POLICE}", ime)
    assert [a.unit for a in task(ids[2]).assignments] == [TRADE, POLICE]


def test_an_unchanged_cell_is_no_action(page, qtbot, desk):
    choose(page, 2)
    page.bench.table.edit_column("due")
    editor = next(e for e in page.bench.table.findChildren(QLineEdit) if e.isVisible())
    assert editor.text() == "2026-12-31"
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert desk.said == []


def test_f2_opens_the_cell_that_the_keyboard_stands_on(page, qtbot):
    choose(page, 1)
    qtbot.keyClick(page.bench.table, Qt.Key.Key_F2)
    editor = next(e for e in page.bench.table.findChildren(QLineEdit) if e.isVisible())
    assert editor.accessibleName() == "任务"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)


def test_the_words_are_kept_when_the_clerk_turns_to_another_task(page, ime, task, ids):
    choose(page, 1)
    page.bench.detail.text.clear()
    ime(page.bench.detail.text, "查清网店底数。")
    choose(page, 2)
    assert task(ids[0]).text == "查清网店底数。"
    assert page.bench.detail.text.toPlainText() == "办好宣传周。"


@opens_a_list
def test_a_unit_is_added_below_and_removed_again(page, qtbot, ime, task, ids):
    choose(page, 3)
    panel = page.bench.detail.units
    ime(panel.picker, "市司法局")
    panel.picker.close_list()
    panel.add.click()
    assert [(a.unit, a.role) for a in task(ids[2]).assignments] == [(JUSTICE, Role.LEAD)]
    panel.table.setFocus()
    panel.table.actions()[0].trigger()
    assert task(ids[2]).assignments == ()


def test_a_unit_is_moved_to_another_role(page, task, ids):
    choose(page, 1)
    panel = page.bench.detail.units
    panel.table.choose(panel.model.index(1, 0))
    lead = next(a for a in panel.table.actions() if a.text() == "改为牵头")
    lead.trigger()
    assert [(a.unit, a.role) for a in task(ids[0]).assignments] == [
        (NET, Role.LEAD),
        (POLICE, Role.LEAD),
    ]


# -- splitting, merging, moving


def test_a_task_is_split_at_the_cursor(page, task, ids, desk):
    choose(page, 1)
    text = page.bench.detail.text
    cursor = text.textCursor()
    cursor.setPosition(FIRST_TEXT.index("合格"))
    text.setTextCursor(cursor)
    page.bench.detail.split.click()
    assert [row.text for row in page.bench.model.rows][:2] == [
        "六月底前查清全市网店。",
        "合格率达到95%以上。",
    ]
    assert desk.said[-1] == "已拆分成两项。"


def test_a_split_at_the_edge_is_refused_in_words(page):
    choose(page, 1)
    with pytest.raises(RuleError, match="拆分的位置"):
        page.task_actions.split_at(page.bench.table.current().task_id, 0)


def test_chosen_tasks_are_merged(page, desk):
    choose(page, 2, 3)
    page.task_actions.merge.trigger()
    assert len(page.bench.model.rows) == 3
    assert desk.said[-1] == "已把2项任务合并成一项。"


def test_one_task_is_merged_with_the_next(page):
    choose(page, 2)
    page.task_actions.merge.trigger()
    assert len(page.bench.model.rows) == 3


def test_the_last_task_has_no_next(page):
    choose(page, 4)
    assert not page.task_actions.merge.isEnabled()


def test_a_task_is_moved_up_and_down(page):
    choose(page, 2)
    page.task_actions.up.trigger()
    assert titles(page)[:2] == ["办好宣传周", "查清全市网店"]
    page.task_actions.down.trigger()
    assert titles(page)[:2] == ["查清全市网店", "办好宣传周"]


def test_a_task_that_is_moved_stays_in_sight(page):
    table = page.bench.table
    table.setFixedHeight(110)  # a header and two rows
    choose(page, 1)
    for _ in range(2):
        page.task_actions.down.trigger()
        place = table.visualRect(table.currentIndex()).center()
        assert table.viewport().rect().contains(place)
    assert table.current().title == "查清全市网店"


# -- leaving out


def test_a_task_is_left_out_with_its_reason_and_taken_in_again(page, monkeypatch, task, ids):
    monkeypatch.setattr(ask, "line", lambda *a: "本市没有网店")
    choose(page, 1)
    page.task_actions.drop.trigger()
    assert task(ids[0]).dropped_reason == "本市没有网店"
    assert page.bench.model.data(page.bench.model.index(0, 0)) == "\u2014"
    assert [row.number for row in page.bench.model.rows][:3] == [0, 1, 2]
    choose(page, 0)
    page.task_actions.restore.trigger()
    assert task(ids[0]).dropped_reason == ""


def test_the_proposed_reason_is_offered(page, monkeypatch):
    offered = []
    monkeypatch.setattr(ask, "line", lambda *a: offered.append(a[3]))
    choose(page, 4)
    page.task_actions.drop.trigger()
    assert offered == ["省级事权"]


def test_without_a_reason_nothing_is_left_out(page, monkeypatch, task, ids):
    choose(page, 1)
    monkeypatch.setattr(ask, "line", lambda *a: None)
    page.task_actions.drop.trigger()
    monkeypatch.setattr(ask, "line", lambda *a: "  ")
    with pytest.raises(RuleError, match="理由"):
        page.task_actions._drop()
    assert task(ids[0]).dropped_reason == ""


def test_several_are_left_out_for_one_reason(page, monkeypatch, desk):
    asked = []
    monkeypatch.setattr(ask, "line", lambda *a: asked.append(a[2]) or "不涉及")
    choose(page, 2, 3)
    page.task_actions.drop.trigger()
    assert asked == ["所选2项任务为什么不适用于本市\uff1f"]
    assert desk.said[-1] == "2项任务已列为不适用。"


# -- many at once


def test_the_line_for_many_appears_with_the_second_task(page):
    choose(page, 1)
    assert page.bench.bulk.picker.isHidden()
    choose(page, 1, 2)
    assert not page.bench.bulk.picker.isHidden()
    assert page.bench.bulk.count.text() == "已选 2 项"


def test_keys_in_a_field_for_many_go_back_to_the_list_when_it_goes(page):
    for field in (page.bench.bulk.day, page.bench.bulk.give_day):
        choose(page, 2, 3)
        field.setFocus()
        choose(page, 2)
        assert page.bench.table.hasFocus()


@opens_a_list
def test_a_unit_is_given_to_all_chosen(page, ime, task, ids):
    choose(page, 2, 3)
    bulk = page.bench.bulk
    ime(bulk.picker, "市商务局")
    bulk.picker.close_list()
    bulk.give_unit.click()
    assert all(
        (TRADE, Role.LEAD) in [(a.unit, a.role) for a in task(i).assignments] for i in ids[1:3]
    )


def test_a_deadline_is_given_to_all_chosen(page, ime, task, ids, desk):
    choose(page, 2, 3)
    ime(page.bench.bulk.day, "10月底")
    page.bench.bulk.give_day.click()
    assert {task(i).due_on for i in ids[1:3]} == {date(2026, 10, 31)}
    assert page.bench.bulk.day.text() == ""
    desk.context.store.undo(desk.context.now())
    assert task(ids[1]).due_on == date(2026, 12, 31)


def test_a_deadline_for_all_that_cannot_be_read_changes_nothing(page, ime, desk):
    choose(page, 2, 3)
    ime(page.bench.bulk.day, "尽快")
    page.bench.bulk.give_day.click()
    assert "读不懂" in desk.said[-1]
    page.bench.bulk.day.clear()
    page.bench.bulk.give_day.click()
    page.bench.bulk.give_unit.click()
    assert len(desk.said) == 1


def test_a_task_of_all_counties_is_divided_by_county(page, desk):
    store, now = desk.context.store, desk.context.now()
    for number, name in enumerate(("东岭县", "西川区"), 1):
        unit = Unit(f"own.{number}", f"{name}政府", Level.COUNTY, UnitKind.GOVERNMENT)
        directory.add_unit(store, unit, now)
    task_id = page.bench.model.rows[2].task_id
    counties = Assignment("各县\uff08市、区\uff09人民政府", Role.LEAD)
    splitting.set_units(store, task_id, [counties], now)
    page.bench.table.choose(page.bench.model.index_of(task_id))
    page.task_actions.counties.trigger()
    assert desk.said[-1] == "已按县区分解成2项任务。"
    page.bench.table.choose(page.bench.model.index(0, 0))
    assert not page.task_actions.counties.isEnabled()


def test_first_letters_of_one_unit_stand_for_it_and_of_several_for_none(page, desk, ids):
    page.task_actions.edit_cell(page.bench.model.rows[1], "lead", "ssfj")
    assert [u.unit for u in page.bench.model.rows[1].units] == [JUSTICE]
    before = page.bench.model.rows[1].units
    page.task_actions.edit_cell(page.bench.model.rows[1], "lead", "s")
    assert page.bench.model.rows[1].units == before
    assert "没有改动。请从列表里选。" in desk.said[-1]
    assert desk.said[-1].startswith("“s”可能是")
    page.task_actions.edit_cell(page.bench.model.rows[1], "lead", "zzzzz")
    assert desk.said[-1] == "“zzzzz”不是单位名称，没有改动。请从列表里选。"
    assert page.bench.model.rows[1].units == before


def test_after_dividing_is_undone_the_keys_stand_on_the_button_that_divides(desk, qtbot):
    set_up_city(desk)
    keep_plan(desk)
    page = desk.show(SplitPage, qtbot)
    page.land()
    page.stack.undivided.button.click()
    page.bench.table.setFocus()
    assert page.stack.divided
    desk.context.store.undo()
    assert page.focusWidget() is page.stack.undivided.button


def test_in_a_narrow_window_the_units_are_named_in_full_and_all_is_reached(page):
    panel = page.bench.detail.units
    for width, hidden in ((180, True), (420, False)):
        panel.table.resize(width, 100)
        assert panel.table.isColumnHidden(2) is hidden
    assert isinstance(panel.parent().parent(), QScrollArea)
