"""Board, timeline, calendar, groups, kept views, several tasks at once."""

import json
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap

from gui.divided import divide
from shuangda_desktop.errors import RuleError
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.pages.tasks.page import TasksPage
from shuangda_desktop.gui.pages.tasks.timeline import began_on
from shuangda_desktop.gui.theme import row_height
from shuangda_desktop.services import views as kept
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.store.tasks import load_task
from shuangda_desktop.tasks.model import Status


@pytest.fixture
def ids(desk):
    made = divide(desk)
    store, now = desk.context.store, desk.context.now()
    splitting.change_task(store, made[0], now, due_on=date(2026, 3, 2))
    splitting.change_task(store, made[1], now, due_on=date(2026, 3, 20))
    tracking.set_status(store, made[1], Status.ONGOING, "", now)
    return made


@pytest.fixture
def page(desk, ids, qtbot):
    return desk.show(TasksPage, qtbot)


def titles(page):
    return [row.title for row in page.model.rows]


def chosen(page):
    return page.table.current().title


def drawn(widget):
    picture = QPixmap(widget.size())
    widget.render(picture)
    image = picture.toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(0, widget.width(), 3)
        for y in range(0, widget.height(), 2)
    }


def test_the_board_shows_the_task_that_was_asked_for_and_no_other(page, ids):
    page.views.bar.choose("board", "")
    page.go(task_id=ids[2])
    page.land()
    assert page.table.current().task_id == ids[2]
    assert cards(page) == [ids[2]]


def test_a_card_that_was_chosen_before_is_chosen_again(page, ids):
    page.views.bar.choose("board", "")
    board = page.views.board
    for task_id in (ids[0], ids[1], ids[0]):
        cards_of = board.place_of(task_id)
        cards_of.setCurrentIndex(cards_of.model().index_of(task_id))
        assert page.table.current().task_id == task_id
        assert cards(page) == [task_id]


def test_looking_at_the_board_leaves_all_that_were_chosen_chosen(page):
    page.table.selectAll()
    many = len(page.table.chosen_rows())
    for mode in ("board", "timeline", "table"):
        page.views.bar.choose(mode, "")
    assert len(page.table.chosen_rows()) == many > 1


def cards(page):
    """The tasks of the cards that look chosen."""
    lanes = page.views.board.lanes.values()
    return [
        lane.model.row_at(index).task_id
        for lane in lanes
        for index in lane.list.selectionModel().selectedIndexes()
    ]


def test_the_board_has_a_lane_for_each_state_with_its_number(page, ids):
    page.views.bar.choose("board", "")
    lanes = page.views.board.lanes
    assert lanes[Status.ONGOING].head.text() == "◐ 推进中 1"
    assert lanes[Status.NOT_STARTED].model.rowCount() == 2
    assert lanes[Status.SUSPENDED].isHidden()
    lanes[Status.ONGOING].list.setCurrentIndex(lanes[Status.ONGOING].model.index(0, 0))
    assert chosen(page) == "办好宣传周"
    assert page.detail.head.text() == "2. 办好宣传周"
    waiting = lanes[Status.NOT_STARTED]
    waiting.list.setCurrentIndex(waiting.model.index_of(ids[2]))
    assert chosen(page) == "编印手册"


def test_the_keys_follow_to_the_way_of_looking_that_is_turned_to(page, ids):
    page.table.choose(page.model.index_of(ids[1]))
    views = page.views
    ongoing = views.board.lanes[Status.ONGOING]
    places = {
        "board": ongoing.list,
        "timeline": views.timeline,
        "calendar": views.calendar.grid,
        "table": page.table,
    }
    for mode, place in places.items():
        views.bar.switch.buttons[mode].click()
        assert page.focusWidget() is place
        page.doors.setFocus()
        page.land()
        assert page.focusWidget() is place
    assert ongoing.model.row_at(ongoing.list.currentIndex()).task_id == ids[1]
    assert views.board.place_of(0) is views.board.lanes[Status.NOT_STARTED].list


def test_a_card_moves_to_its_new_lane(page, ids):
    page.views.bar.choose("board", "")
    page.table.choose(page.model.index_of(ids[1]))
    page.desk.set_status(Status.SUSPENDED, "等通知")
    lanes = page.views.board.lanes
    assert lanes[Status.ONGOING].model.rowCount() == 0
    assert lanes[Status.SUSPENDED].head.text().endswith(" 1")
    assert "#9a6700" not in drawn(lanes[Status.ONGOING].list)  # nothing is near any more
    assert len(drawn(lanes[Status.SUSPENDED].list)) > 3


def test_the_timeline_draws_a_bar_up_to_the_deadline_and_walks_by_keys(page, ids, qtbot):
    page.views.bar.choose("timeline", "")
    view = page.views.timeline
    assert view.year == 2026
    late, near = view.bar_of(view.rows[0]), view.bar_of(view.rows[1])
    assert late.right() < near.right()
    assert "#b42318" in drawn(view.viewport())
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert chosen(page) == "办好宣传周"
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert chosen(page) == "查清全市网店"
    spot = QPoint(40, view._head + 2 * row_height() + 4)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert chosen(page) == "编印手册"
    assert "时限 2026-03-20" in view._told(view.rows[1])


def test_other_years_show_no_bars_of_this_one(page, qtbot):
    page.views.bar.choose("timeline", "")
    view = page.views.timeline
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.year == 2027
    assert [view.bar_of(row) for row in view.rows] == [None] * 3
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.bar_of(view.rows[0]) is not None


def test_a_bar_begins_where_the_task_was_issued(page, desk, ids):
    store, now = desk.context.store, desk.context.now()
    tracking.set_status(store, ids[2], Status.DRAFT, "收回", now)
    tracking.issue_tasks(store, [ids[2]], now)
    row = next(r for r in page.model.rows if r.task_id == ids[2])
    assert began_on(row, 2026) == date(2026, 3, 16)
    assert began_on(page.model.rows[0], 2026) == date(2026, 1, 1)


def test_the_calendar_counts_what_is_due_and_lists_the_chosen_day(page, qtbot):
    page.views.bar.choose("calendar", "")
    view = page.views.calendar
    assert view.month.text() == "2026年3月\uff0c2项到期"
    assert (view.words.text(), view.model.rowCount()) == ("3月16日到期0项", 0)
    view.grid.turn_to(date(2026, 3, 20))
    assert [row.title for row in view.model.rows] == ["办好宣传周"]
    view.table.choose(view.model.index(0, 0))
    assert chosen(page) == "办好宣传周"
    view.after.click()
    assert view.month.text() == "2026年4月\uff0c0项到期"
    view.before.click()
    assert view.grid.day == date(2026, 3, 1)
    qtbot.keyClick(view.grid, Qt.Key.Key_Right)
    assert view.words.text() == "3月2日到期1项"
    qtbot.keyClick(view.grid, Qt.Key.Key_Down)
    qtbot.keyClick(view.grid, Qt.Key.Key_PageDown)
    assert view.grid.day == date(2026, 4, 1)


@pytest.mark.parametrize("height", [230, 900])
def test_the_days_are_drawn_in_any_height(page, height):
    page.views.bar.choose("calendar", "")
    grid = page.views.calendar.grid
    grid.setFixedHeight(height)
    assert {"#b42318", "#9a6700"} <= drawn(grid)
    day = grid.day_at(QPoint(2, height - 2))
    assert day == grid.first + timedelta(days=35)
    assert grid.day_at(QPoint(2, 1)) is None


def test_sorting_by_a_second_column_keeps_the_first_where_values_are_equal(page):
    keys = [column.key for column in page.model.columns]
    page.table.sortByColumn(keys.index("due"), Qt.SortOrder.DescendingOrder)
    page.table.sortByColumn(keys.index("status"), Qt.SortOrder.AscendingOrder)
    assert page.model.order == [("status", False), ("due", True)]
    assert page.order.text() == "排序\uff1a状态↑、完成时限↓"
    page.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert titles(page) == ["查清全市网店", "办好宣传周", "编印手册"]
    assert page.order.isHidden()


def test_a_view_is_kept_opened_and_forgotten(page, desk, monkeypatch):
    keys = [column.key for column in page.model.columns]
    monkeypatch.setattr(ask, "line", lambda *_: "牵头单位看板")
    page.doors.choose("ongoing")
    page.views.bar.choose("board", "")
    page.table.horizontalHeader().actions()[keys.index("late")].setChecked(False)
    page.table.sortByColumn(keys.index("due"), Qt.SortOrder.DescendingOrder)
    page.views.bar.save_asked.emit()
    page.doors.choose("all")
    page.views.bar.choose("table", "unit")
    page.table.horizontalHeader().actions()[keys.index("late")].setChecked(True)
    page.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    page.views.bar.view_asked.emit("牵头单位看板")
    assert (page.views.bar.mode, page.views.bar.grouping) == ("board", "")
    assert (page.doors.chosen.key, titles(page)) == ("ongoing", ["办好宣传周"])
    assert page.table.isColumnHidden(keys.index("late"))
    assert page.model.order == [("due", True)]
    assert "牵头单位看板" in [a.text() for a in page.views.bar.view_menu.actions()]
    page.views.bar.delete_asked.emit("牵头单位看板")
    assert kept.load_views(desk.context.store, "tasks") == {}
    desk.context.store.undo(desk.context.now())
    assert list(kept.load_views(desk.context.store, "tasks")) == ["牵头单位看板"]


def test_a_view_without_a_name_is_refused_and_a_closed_question_keeps_nothing(page, monkeypatch):
    monkeypatch.setattr(ask, "line", lambda *_: " ")
    with pytest.raises(RuleError, match="要有一个名称"):
        page.saved.save()
    monkeypatch.setattr(ask, "line", lambda *_: None)
    page.saved.save()
    assert kept.load_views(page.context.store, "tasks") == {}


def test_the_same_view_again_is_no_step_and_another_replaces_it(desk):
    store, now = desk.context.store, desk.context.now()
    kept.save_view(store, "tasks", "本周", "{}", now)
    label = store.undo_label
    kept.save_view(store, "tasks", "本周", "{}", now)
    assert store.undo_label == label
    kept.save_view(store, "tasks", "本周", json.dumps({"mode": "board"}), now)
    assert kept.load_views(store, "tasks") == {"本周": '{"mode": "board"}'}


def test_several_tasks_are_moved_at_once(page, desk, ids):
    page.table.selectAll()
    assert page.bulk.count.text() == "已选 3 项"
    offered = [page.bulk.moves.itemText(n) for n in range(page.bulk.moves.count())]
    assert "● 申请办结\uff083项可办\uff09" in offered
    page.bulk.moves.setCurrentIndex(page.bulk.moves.findData(Status.SUSPENDED))
    page.bulk.note.setText("等通知")
    page.bulk.do.click()
    assert {load_task(desk.context.store, i).status for i in ids[:3]} == {Status.SUSPENDED}
    assert desk.said[-1] == "已改3项任务\uff1a暂缓。"
    desk.context.store.undo(desk.context.now())
    assert load_task(desk.context.store, ids[1]).status is Status.ONGOING


def test_enter_does_what_stands_beside_the_field(page, desk, ids, qtbot):
    page.table.selectAll()
    page.bulk.day.setText("9月30日")
    qtbot.keyClick(page.bulk.day, Qt.Key.Key_Return)
    assert desk.said[-1] == "已设定3项任务的时限。"
    page.table.selectAll()
    page.bulk.moves.setCurrentIndex(page.bulk.moves.findData(Status.SUSPENDED))
    page.bulk.note.setText("等通知")
    qtbot.keyClick(page.bulk.note, Qt.Key.Key_Return)
    assert desk.said[-1] == "已改3项任务\uff1a暂缓。"


def test_keys_in_the_bar_go_back_to_the_list_when_it_goes(page):
    page.table.selectAll()
    page.bulk.note.setFocus()
    page.table.choose(page.model.index(0, 0))
    assert page.bulk.isHidden()
    assert page.table.hasFocus()


def test_several_tasks_get_one_deadline(page, desk, ids):
    page.table.selectAll()
    page.bulk.day.setText("9月30日")
    page.bulk.set_day.click()
    assert {row.due_on for row in page.model.rows} == {date(2026, 9, 30)}
    page.table.selectAll()
    page.bulk.day.setText("某天")
    page.bulk.set_day.click()
    assert "读不懂" in desk.said[-1]
    page.table.choose(page.model.index(0, 0))
    assert page.bulk.isHidden()


def test_the_column_menu_is_that_of_the_header(page):
    keys = [column.key for column in page.model.columns]
    actions = page.views.bar.column_menu.actions()
    assert [action.text() for action in actions] == [c.title for c in page.model.columns]
    actions[keys.index("chapter")].trigger()
    assert not page.table.isColumnHidden(keys.index("chapter"))


def test_in_a_narrow_window_the_name_of_a_task_can_be_read(page):
    page.table.resize(420, 300)
    keys = [column.key for column in page.model.columns]
    least = 8 * page.table.fontMetrics().horizontalAdvance("国")
    assert page.table.columnWidth(keys.index("title")) > least
