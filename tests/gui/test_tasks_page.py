"""Tasks are tracked: counts open lists, progress is recorded, a status moves as it may."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from gui.divided import NET, POLICE, divide
from shuangda_desktop.errors import RuleError
from shuangda_desktop.gui.pages.tasks.page import TasksPage
from shuangda_desktop.services.city.office import Office, change_office
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.store.moves import load_moves
from shuangda_desktop.store.tasks import delete_tasks, load_entries, load_task
from shuangda_desktop.tasks.model import ProgressEntry, Status


@pytest.fixture
def ids(desk):
    return divide(desk)


@pytest.fixture
def page(desk, ids, qtbot):
    made = desk.show(TasksPage, qtbot)
    made.table.setFocus()
    return made


def titles(page):
    return [row.title for row in page.model.rows]


def shown(page, key):
    """What a column shows, from top to bottom."""
    at = [column.key for column in page.model.columns].index(key)
    return [page.model.index(row, at).data() for row in range(page.model.rowCount())]


def set_due(desk, task_id, day):
    splitting.change_task(desk.context.store, task_id, desk.context.now(), due_on=day)


def test_without_tasks_the_page_sends_to_dividing(desk, qtbot):
    page = desk.show(TasksPage, qtbot)
    assert page.stack.currentWidget() is page.empty
    page.empty.button.click()
    assert desk.opened == [("split", {})]


def test_what_is_not_the_city_s_is_not_tracked(page):
    assert titles(page) == ["查清全市网店", "办好宣传周", "编印手册"]


def test_a_light_has_a_shape_a_word_and_a_colour(page, desk, ids):
    set_due(desk, ids[0], date(2026, 3, 1))
    set_due(desk, ids[1], date(2026, 3, 20))
    assert shown(page, "light") == ["■ 红灯", "▲ 黄灯", "○ 不亮灯"]
    at = [column.key for column in page.model.columns].index("light")
    ink = page.model.index(0, at).data(Qt.ItemDataRole.ForegroundRole)
    assert ink.name().upper() == "#B42318"


def test_the_rule_of_the_lights_is_readable_on_the_page(page):
    assert any("距完成时限不足14天" in label.text() for label in page.findChildren(QLabel))


def test_the_office_s_days_decide_what_is_near(desk, ids, qtbot):
    change_office(desk.context.store, Office(due_soon_days=200), desk.context.now())
    page = desk.show(TasksPage, qtbot)
    assert page.doors.button("due-soon").text() == "临期 1"


@pytest.mark.parametrize(
    ("door", "behind"),
    [
        ("all", ["查清全市网店", "办好宣传周", "编印手册"]),
        ("overdue", ["查清全市网店"]),
        ("not_started", ["办好宣传周", "编印手册"]),
        ("ongoing", ["查清全市网店"]),
    ],
)
def test_a_count_opens_what_it_counts(page, desk, ids, door, behind):
    set_due(desk, ids[0], date(2026, 3, 1))
    tracking.set_status(desk.context.store, ids[0], Status.ONGOING, "", desk.context.now())
    page.go(door=door)
    assert titles(page) == behind
    assert page.doors.button(door).text().endswith(f" {len(behind)}")


def test_a_count_of_nothing_is_no_door(page):
    assert not page.doors.button("closed").isEnabled()
    assert page.doors.button("all").isEnabled()


def test_a_unit_opens_its_own_tasks(page, ids):
    page.go(unit=POLICE, task_id=ids[0])
    assert titles(page) == ["查清全市网店"]
    assert page.unit.currentText() == POLICE
    assert page.table.current().task_id == ids[0]


def test_a_unit_without_tasks_opens_an_empty_list(page):
    page.go(unit="市档案局")
    assert titles(page) == []
    assert not page.detail.isEnabled()


def test_words_are_looked_for_as_they_are_typed(page, qtbot, ime):
    page.search()
    ime(page.search_field, "手册")
    qtbot.waitUntil(lambda: titles(page) == ["编印手册"])


def test_one_plan_can_be_looked_at_alone(page):
    assert page.plans.itemText(0) == "本年和在办的"
    page.go(plan_id=1)
    assert page.plans.plan_id() == 1
    assert len(titles(page)) == 3


def test_columns_sort_by_value_with_the_empty_ones_last(page, desk, ids):
    set_due(desk, ids[1], date(2026, 4, 1))
    header = page.table.horizontalHeader()
    at = [column.key for column in page.model.columns].index("due")
    page.table.sortByColumn(at, Qt.SortOrder.AscendingOrder)
    assert titles(page) == ["办好宣传周", "查清全市网店", "编印手册"]
    assert header.sortIndicatorSection() == at
    set_due(desk, ids[1], date(2026, 8, 1))
    assert titles(page) == ["查清全市网店", "办好宣传周", "编印手册"]


def test_hidden_columns_come_out_by_the_header(page):
    keys = [column.key for column in page.model.columns]
    at = keys.index("cooperating")
    assert page.table.isColumnHidden(at)
    action = page.table.horizontalHeader().actions()[at]
    action.trigger()
    assert not page.table.isColumnHidden(at)


# -- the chosen task


def test_the_chosen_task_is_shown_beside_the_table(page):
    detail = page.detail
    assert detail.head.text() == "1. 查清全市网店"
    assert "全省网店" in detail.source.toPlainText()
    assert detail.lamp.text() == "● 绿灯"
    assert [part.unit for part in detail.units.rows] == [NET, POLICE]
    assert detail.log.toPlainText() == "还没有报送"


def test_progress_is_recorded_in_the_units_own_words(page, ime, desk, ids, qtbot):
    form = page.detail.form
    assert form.unit.currentText() == NET
    assert form.on.text() == "2026-03-16"
    form.percent.setValue(40)
    ime(form.note, "已查网店120家。")
    form.button.click()
    entry = load_entries(desk.context.store, ids[0])[0]
    assert (entry.unit, entry.percent, entry.note) == (NET, 40, "已查网店120家。")
    assert page.detail.log.toPlainText() == f"2026-03-16  {NET}  40%\n已查网店120家。"
    assert form.note.text() == ""
    assert desk.said[-1] == f"已登记{NET}的进展\uff1a40%。"
    assert shown(page, "percent")[0] == "40%"


def test_recording_can_be_undone(page, desk, ids):
    page.desk.record(ProgressEntry(ids[0], NET, date(2026, 3, 2), 30, "开始"))
    assert shown(page, "status")[0] == "推进中"
    desk.context.store.undo(desk.context.now())
    assert shown(page, "status")[0] == "已下达"
    assert load_entries(desk.context.store, ids[0]) == ()


def test_a_day_is_written_as_clerks_write_it(page, desk, ids, qtbot):
    form = page.detail.form
    form.on.setText("3月1日")
    qtbot.keyClick(form.on, Qt.Key.Key_Return)
    assert load_entries(desk.context.store, ids[0])[0].on == date(2026, 3, 1)


def test_a_day_that_cannot_be_read_records_nothing(page, desk, ids):
    page.detail.form.on.setText("前几天")
    page.detail.form.button.click()
    assert load_entries(desk.context.store, ids[0]) == ()
    assert "读不懂" in desk.said[-1]


def test_a_day_to_come_is_refused_in_words(page, ids):
    with pytest.raises(RuleError, match="还没有到"):
        page.desk.record(ProgressEntry(ids[0], NET, date(2026, 5, 1), 30, ""))


def test_a_unit_that_is_pointed_at_is_the_one_that_reports(page, desk, ids):
    page.desk.record(ProgressEntry(ids[0], POLICE, date(2026, 3, 2), 60, ""))
    page.detail.unit_table.choose(page.detail.units.index(1, 0))
    assert page.detail.form.unit.currentText() == POLICE
    assert page.detail.form.percent.value() == 60


def test_what_another_unit_gave_is_not_supposed_for_this_one(page):
    form = page.detail.form
    assert form.percent.text() == "未报完成率"
    form._last = {form.unit.itemText(0): 60}
    form.unit.activated.emit(0)
    assert form.percent.value() == 60


def test_what_is_being_typed_survives_a_refresh_of_the_same_task(page, ime, desk, ids):
    ime(page.detail.form.note, "写到一半")
    set_due(desk, ids[2], date(2026, 5, 1))
    assert page.detail.form.note.text() == "写到一半"
    page.table.choose(page.model.index(1, 0))
    assert page.detail.form.note.text() == ""
    page.table.choose(page.model.index(0, 0))
    assert page.detail.form.note.text() == "写到一半"


def test_what_was_typed_and_not_recorded_is_told_before_the_window_closes(page, ime):
    assert page.unkept() == ""
    ime(page.detail.form.note, "甲")
    page.table.choose(page.model.index(1, 0))
    ime(page.detail.form.note, "乙")
    assert page.unkept() == "任务\uff1a“查清全市网店”等2项任务的进展写了\uff0c还没有登记。"
    page.detail.form.button.click()
    assert page.unkept() == "任务\uff1a“查清全市网店”的进展写了\uff0c还没有登记。"


def test_what_was_typed_for_a_task_that_is_gone_is_asked_about_no_more(page, ime, desk, ids):
    ime(page.detail.form.note, "甲")
    store = desk.context.store
    with store.step("删除任务", desk.context.now()):
        delete_tasks(store, ids)
    page.refresh()
    assert page.unkept() == ""
    store.undo()
    page.refresh()
    assert "还没有登记" in page.unkept()


def test_what_was_recorded_is_forgotten_although_its_task_left_the_list(page, desk, ids, ime):
    desk.context.store.listeners.append(lambda *_: page.refresh())
    page.table.choose(page.model.index(1, 0))
    ime(page.detail.form.note, "乙")
    page.go(door="not_started")
    page.table.choose(page.model.index(0, 0))
    ime(page.detail.form.note, "甲")
    page.detail.form.percent.setValue(20)
    page.detail.form.button.click()
    assert titles(page) == ["办好宣传周", "编印手册"]
    assert list(page.detail.form.unkept().values()) == ["乙"]


def test_a_task_without_units_takes_no_report(page):
    page.table.choose(page.model.index(2, 0))
    assert not page.detail.form.isEnabled()


def test_only_sensible_moves_are_offered(page):
    form = page.detail.status
    offered = [form.status.itemText(at) for at in range(form.status.count())]
    assert offered[:3] == ["◐ 转入推进", "● 申请办结", "‖ 暂缓"]


def test_a_status_is_moved_with_a_word_of_why(page, desk, ids, ime):
    form = page.detail.status
    form.status.setCurrentIndex(2)
    ime(form.note, "等省里文件")
    form.button.click()
    assert load_task(desk.context.store, ids[0]).status is Status.SUSPENDED
    (move,) = load_moves(desk.context.store, ids[:1])[ids[0]]
    assert (move.reason, move.on) == ("等省里文件", date(2026, 3, 16))
    assert desk.said[-1] == "任务1已改为暂缓。"
    assert form.note.text() == ""
    assert form.status.currentText() == "◐ 恢复推进"


def test_without_a_task_no_status_moves(page, desk):
    page.go(unit="市档案局")
    page.desk.set_status(Status.DONE, "")
    assert desk.said == []


# -- taking rows along, keyboard


def test_rows_are_copied_as_text_and_as_a_table(page, desk):
    page.copy()
    data = QGuiApplication.clipboard().mimeData()
    lines = data.text().split("\n")
    assert lines[0].split("\t")[:3] == ["序号", "灯", "工作任务"]
    assert len(lines) == 4
    assert "<td" in data.html()
    assert "查清全市网店" in data.html()
    assert "责任单位" not in data.text()
    assert desk.said[-1].startswith("已复制3行")


def test_only_the_chosen_rows_are_copied(page):
    flag = QItemSelectionModel.SelectionFlag
    selection = page.table.selectionModel()
    selection.select(page.model.index(1, 0), flag.Select | flag.Rows)
    page.copy()
    assert QGuiApplication.clipboard().text().count("\n") == 2


def test_space_opens_and_closes_the_detail(page, qtbot):
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.detail.isHidden()
    assert not page.beside.isChecked()
    page.beside.click()
    assert not page.detail.isHidden()
    qtbot.keyClick(page, Qt.Key.Key_A)


def test_the_log_keeps_its_scroll_when_nothing_changed(page):
    page.detail.source.moveCursor(page.detail.source.textCursor().MoveOperation.End)
    place = page.detail.source.textCursor().position()
    page.refresh()
    assert page.detail.source.textCursor().position() == place


def test_a_narrow_window_is_the_table_s_until_the_clerk_says_else(page):
    page.resize(800, 480)
    assert page.detail.isHidden()
    page.resize(1100, 640)
    assert not page.detail.isHidden()
    page.resize(800, 480)
    page.beside.click()
    page.resize(810, 480)
    assert not page.detail.isHidden()


def test_another_rule_of_the_office_moves_the_lights_at_once(page, desk):
    assert shown(page, "light")[0] == "● 绿灯"
    change_office(desk.context.store, Office(due_soon_days=200), desk.context.now())
    assert shown(page, "light")[0] == "▲ 黄灯"
    assert page.doors.button("due-soon").text() == "临期 1"
    assert "不足200天" in page.rule.text()
    assert page.table.isColumnHidden([c.key for c in page.model.columns].index("cooperating"))


def test_a_program_left_open_over_night_counts_from_the_new_day(page, desk):
    later = replace(desk.context, today=lambda: date(2026, 7, 1))
    page.context = later
    page.refresh()
    assert shown(page, "light")[0] == "■ 红灯"
    assert page.doors.button("overdue").text() == "逾期 1"


def test_ctrl_p_says_where_tables_are_printed(page, desk, qtbot):
    qtbot.keyClick(page.table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert "任务表、台账到“输出”打印" in desk.said[-1]
