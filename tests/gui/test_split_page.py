"""A plan is divided: proposals confirmed, changed in place, left out with a reason, taken back."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from gui import papers
from gui.divided import (
    FIRST_TEXT,
    JUSTICE,
    NET,
    POLICE,
    TRADE,
    divide,
    keep_plan,
    keep_tasks,
    opens_a_list,
    set_up_city,
)
from shuangda_desktop.errors import RuleError
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.pages.split_page import SplitPage
from shuangda_desktop.gui.widgets.unit_picker import UnitPicker
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services import importing
from shuangda_desktop.store import queries
from shuangda_desktop.store.tasks import delete_tasks, load_task
from shuangda_desktop.tasks.model import Basis


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


def titles(page):
    return [row.title for row in page.bench.model.rows]


def choose(page, *numbers):
    """Select tasks by their numbers; the last becomes the current one."""
    flag = QItemSelectionModel.SelectionFlag
    page.bench.table.clearSelection()
    for number in numbers:
        place = [row.number for row in page.bench.model.rows].index(number)
        page.bench.table.selectionModel().setCurrentIndex(
            page.bench.model.index(place, 2), flag.Select | flag.Rows
        )


def type_into(page, qtbot, key, text, ime):
    """Open a cell of the current row by its column and write into it, as a clerk does."""
    page.bench.table.edit_column(key)
    editor = next(e for e in page.bench.table.findChildren(QLineEdit) if e.isVisible())
    editor.clear()
    if text:
        ime(editor, text)
    if isinstance(editor, UnitPicker):
        editor.close_list()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # the view takes the text over when the key is done with


# -- before there is anything


def test_without_a_plan_the_page_sends_to_the_documents(desk, qtbot):
    page = desk.show(SplitPage, qtbot)
    assert page.stack.currentWidget() is page.no_plan
    assert page.plans.isHidden()
    page.no_plan.button.click()
    assert desk.opened == [("plans", {})]


def test_without_a_city_the_page_sends_to_the_units(desk, qtbot):
    keep_plan(desk)
    page = desk.show(SplitPage, qtbot)
    assert page.stack.currentWidget() is page.no_city
    page.no_city.button.click()
    assert desk.opened == [("units", {})]


def test_a_plan_without_tasks_offers_to_propose_them(desk, qtbot):
    keep_plan(desk)
    set_up_city(desk)
    page = desk.show(SplitPage, qtbot)
    assert page.stack.currentWidget() is page.undivided
    assert papers.TITLE in page.undivided.head.text()
    assert "3 项措施" in page.undivided.sentence.text()
    assert page.confirm_all.isHidden()
    page.undivided.button.click()
    assert page.stack.currentWidget() is page.bench
    assert page.bench.model.rowCount() == 3
    assert desk.said[-1].startswith("已拟定3项任务")


def test_dividing_can_be_undone(desk, qtbot):
    keep_plan(desk)
    set_up_city(desk)
    page = desk.show(SplitPage, qtbot)
    page.divide()
    desk.context.store.undo(desk.context.now())
    assert page.stack.currentWidget() is page.undivided


# -- what is shown


def test_the_measures_say_what_became_of_them(page):
    states = [row.state for row in page.bench.measures.rows]
    assert states == ["1项", "拟不适用", "2项"]


def test_the_chosen_task_is_shown_with_its_origin(page):
    choose(page, 1)
    detail = page.bench.detail
    assert "全省网店" in detail.source.toPlainText()
    assert detail.text.toPlainText() == FIRST_TEXT
    assert detail.rewordings.text() == "改写\uff1a“全省”改为“全市”"
    assert [p.unit for p in detail.units.model.rows] == [NET, POLICE]


def test_the_way_from_the_source_s_unit_is_told(page):
    choose(page, 2)
    assert "省司法厅 \u2192 市司法局" in page.bench.detail.units.why.text()


def test_the_reason_of_a_task_that_is_not_ours_is_told(page):
    choose(page, 4)
    assert page.bench.detail.reason.text() == "省级事权"
    assert not page.bench.detail.reason.isHidden()


@pytest.mark.parametrize(
    ("door", "shown"),
    [
        ("all", ["查清全市网店", "办好宣传周", "编印手册", "建设省级平台"]),
        ("proposed", ["办好宣传周", "建设省级平台"]),
        ("no-lead", ["编印手册"]),
        ("no-deadline", ["编印手册"]),
        ("dropped", ["建设省级平台"]),
    ],
)
def test_a_count_opens_what_it_counts(page, door, shown):
    number = page.bench.doors.button(door).text().split()[-1]
    page.bench.doors.choose(door)
    assert titles(page) == shown
    assert number == str(len(shown))


def test_words_and_units_narrow_the_list(page, qtbot, ime):
    page.search()
    ime(page.bench.search_field, "手册")
    qtbot.waitUntil(lambda: titles(page) == ["编印手册"])
    qtbot.keyClick(page.bench.search_field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(titles(page)) == 4)
    page.go(unit=JUSTICE)
    assert titles(page) == ["办好宣传周"]


def test_the_findings_lead_to_their_tasks(page):
    bench = page.bench
    page.bench.doors.choose("dropped")
    bench.left.setCurrentIndex(1)
    bench.check_list.setFocus()
    place = [c.message for c in bench.checks.rows].index("第3项\uff1a没有牵头单位\uff0c请指定。")
    bench.check_list.choose(bench.checks.index(place, 0))
    assert bench.table.current().title == "编印手册"
    assert bench.left.tabText(1) == f"检查 {bench.checks.rowCount()}"


def test_a_measure_leads_to_its_tasks(page):
    page.bench.measure_list.setFocus()
    page.bench.measure_list.choose(page.bench.measures.index(2, 0))
    assert page.bench.table.current().title == "办好宣传周"


def test_a_place_elsewhere_opens_one_task_whatever_the_filters_hide(page, ids):
    page.bench.doors.choose("dropped")
    page.bench.unit.choose(JUSTICE)
    page.go(plan_id=1, task_id=ids[0])
    assert page.bench.table.current().title == "查清全市网店"


def test_the_page_keeps_its_plan_when_another_comes_in(page, desk):
    chosen = page.plans.plan_id()
    other = replace(papers.SOURCE, sha256="ff" * 32)
    draft = importing.Draft(other, papers.TEXT, papers.PLAN)
    importing.keep_plan(desk.context.store, draft, desk.context.now())
    assert page.plans.count() == 2
    assert page.plans.plan_id() == chosen


def test_selection_and_scroll_stay_when_something_changes(page, task, ids):
    choose(page, 3)
    page.task_actions.set_text(ids[0], "查清网店。")
    assert page.bench.table.current().title == "编印手册"
    assert task(ids[0]).text == "查清网店。"


# -- confirming


def test_the_chosen_proposals_are_confirmed(page, task, ids, desk):
    choose(page, 2)
    assert page.task_actions.accept.isEnabled()
    page.task_actions.accept.trigger()
    confirmed = task(ids[1])
    assert {confirmed.due_basis, confirmed.assignments[0].basis} == {Basis.DECIDED}
    assert desk.said[-1] == "已确认1项任务。"
    assert not page.task_actions.accept.isEnabled()


def test_all_proposals_are_confirmed_at_once_and_undone_at_once(page, desk):
    assert page.confirm_all.text() == "全部确认\uff082 项\uff09"
    page.confirm_all.click()
    assert page.left_over.text() == "全部已确认"
    assert page.confirm_all.isHidden()
    assert not page.onward.isHidden()
    desk.context.store.undo(desk.context.now())
    assert page.left_over.text() == "还有 2 项待确认"
    page.go(plan_id=1)
    page.onward.click()
    assert desk.opened == [("outputs", {})]


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


# -- leaving out


def test_a_task_is_left_out_with_its_reason_and_taken_in_again(page, monkeypatch, task, ids):
    monkeypatch.setattr(ask, "line", lambda *a: "本市没有网店")
    choose(page, 1)
    page.task_actions.drop.trigger()
    assert task(ids[0]).dropped_reason == "本市没有网店"
    choose(page, 1)
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


# -- by keyboard


def test_space_opens_and_closes_what_is_below(page, qtbot):
    assert not page.bench.detail.isHidden()
    qtbot.keyClick(page, Qt.Key.Key_Space)
    assert page.bench.detail.isHidden()
    assert not page.bench.origin.isChecked()
    qtbot.keyClick(page, Qt.Key.Key_Space)
    assert page.bench.origin.isChecked()
    qtbot.keyClick(page, Qt.Key.Key_A)


def test_a_low_window_gives_the_table_all_the_room(page):
    page.resize(900, 420)
    assert page.bench.detail.isHidden()
    page.resize(1100, 700)
    assert not page.bench.detail.isHidden()


def test_what_the_clerk_shared_out_stays(page):
    page.bench.toggle_detail()
    page.resize(1100, 700)
    assert page.bench.detail.isHidden()


def test_every_task_may_be_gone(page, desk, ids):
    desk.context.store.undo(desk.context.now())
    assert page.stack.currentWidget() is page.undivided
    assert queries.task_rows(desk.context.store, include_dropped=True) == ()
    assert not page.bench.detail.isEnabled()
    assert keep_tasks(desk, 1)
    assert page.stack.currentWidget() is page.bench


# -- measures that nothing became of


def test_a_covered_plan_offers_nothing_to_propose(page):
    assert page.bench.bare.isHidden()


def test_uncovered_measures_are_counted_shown_alone_and_divided(page, desk, ids):
    with desk.context.store.step("删除", desk.context.now()):
        delete_tasks(desk.context.store, [ids[0]])
    bench = page.bench
    assert not bench.bare.isHidden()
    assert bench.uncovered.text() == "未分解 1"
    bench.uncovered.click()
    assert [row.state for row in bench.measures.rows] == ["未分解"]
    bench.propose.click()
    assert desk.said[-1].startswith("已拟定1项任务")
    assert bench.bare.isHidden()
    assert not bench.uncovered.isChecked()
    assert bench.measures.rowCount() == 3
