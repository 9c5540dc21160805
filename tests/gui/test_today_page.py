"""The first page: numbers that open what they count."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from gui.divided import NET, divide, keep_plan
from shuangda_desktop.gui import theme
from shuangda_desktop.gui.pages.tasks.page import TasksPage
from shuangda_desktop.gui.pages.today.page import TodayPage
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.services.rounds import sending
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.store.tasks import load_task
from shuangda_desktop.tasks.model import ProgressEntry, Status
from shuangda_desktop.tasks.periods import PeriodKind, period_of


@pytest.fixture
def ids(desk):
    made = divide(desk)
    store, now = desk.context.store, desk.context.now()
    splitting.change_task(store, made[0], now, due_on=date(2026, 3, 1))
    splitting.change_task(store, made[1], now, due_on=date(2026, 3, 20), recurrence="P1M")
    tracking.set_status(store, made[2], Status.DRAFT, "收回修改", now)
    return made


@pytest.fixture
def page(desk, ids, qtbot):
    return desk.show(TodayPage, qtbot)


def test_without_plans_it_sends_to_them(desk, qtbot):
    page = desk.show(TodayPage, qtbot)
    assert page.stack.currentWidget() is page.empty
    assert not page.has_work()
    page.empty.button.click()
    assert desk.opened == [("plans", {})]


def test_every_number_is_the_number_of_rows_behind_it(page):
    numbers = {}
    for key, tile in page.tiles.tiles.items():
        tile.click()
        assert page.tiles.chosen == key
        assert page.model.rowCount() == tile.number
        assert page.words.text().endswith(f"共{tile.number}项")
        numbers[key] = tile.number
    assert (numbers["overdue"], numbers["week"], numbers["drafts"]) == (1, 1, 1)


def test_the_numbers_of_the_bar_are_those_of_the_doors_they_open(page, desk, qtbot):
    tasks_page = desk.show(TasksPage, qtbot)
    for status, made in page.states.words.items():
        if not made.isHidden():
            made.click()
            name, where = desk.opened[-1]
            tasks_page.go(**where)
            assert name == "tasks"
            assert made.text().endswith(f" {tasks_page.model.rowCount()}")
            assert {row.status for row in tasks_page.model.rows} == {status}


def test_the_list_stays_open_and_follows_what_is_done(page, desk, ids):
    page.go(list="drafts")
    assert [row.task_id for row in page.model.rows] == [ids[2]]
    page.issue.click()
    assert desk.said[-1] == "已下达1项任务。"
    assert load_task(desk.context.store, ids[2]).status is Status.NOT_STARTED
    assert (page.tiles.chosen, page.model.rowCount()) == ("drafts", 0)
    assert page.issue.isHidden()


@pytest.mark.parametrize(
    ("key", "opened"),
    [
        ("overdue", lambda ids: ("tasks", {"task_id": ids[0]})),
        ("silent", lambda ids: ("tasks", {"unit": NET})),
        ("plans", lambda ids: ("review", {"plan_id": 1})),
    ],
)
def test_a_line_opens_where_it_is_worked_on(page, desk, ids, qtbot, key, opened):
    page.go(list=key)
    page.land()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert desk.opened[-1] == opened(ids)


def test_a_unit_that_owes_its_form_is_opened_on_the_board(page, desk, ids, tmp_path, qtbot):
    store, now = desk.context.store, desk.context.now()
    tracking.issue_tasks(store, ids, now)
    period = period_of(PeriodKind.MONTH, desk.context.today())
    due = desk.context.today() - timedelta(days=2)
    mailing = sending.gather_mailing(store, period, desk.context.today(), [NET], due)
    sending.note_sent(store, mailing, sending.write_mailing(mailing, tmp_path), "", now)
    page.go(list="silent")
    assert page.model.rows[0].note == "■ 未报2天"
    page.table.choose(page.model.index(0, 0))
    page.open_row()
    assert desk.opened[-1] == ("returns", {"period": period.key, "unit": NET})


def test_who_comes_back_finds_a_list_that_holds_something(page, desk):
    page.go(list="extensions")
    assert page.model.rowCount() == 0
    page.land()
    assert (page.tiles.chosen, page.table.hasFocus()) == ("overdue", True)
    page.go(list="drafts")
    page.land()
    assert page.tiles.chosen == "drafts"


def test_an_empty_list_opens_nothing(page, desk):
    page.go(list="extensions")
    page.open_row()
    assert not page.open.isEnabled()
    assert desk.opened == []


def test_a_report_takes_a_unit_off_the_silent(page, desk, ids):
    page.go(list="silent")
    before = page.model.rowCount()
    entry = ProgressEntry(ids[0], NET, date(2026, 3, 10), 20, "已部署")
    tracking.record_progress(desk.context.store, entry, desk.context.now())
    assert page.model.rowCount() == before - 1
    assert page.tiles.tiles["silent"].number == before - 1


def test_it_is_the_first_place_once_a_plan_came_in(desk, window_over, qtbot):
    assert window_over().page.name == "plans"
    keep_plan(desk)
    window = window_over()
    assert window.page.name == "today"
    assert list(window.pages)[:3] == ["today", "plans", "review"]


def test_tiles_and_bar_draw_themselves(page):
    for widget in (*page.tiles.tiles.values(), page.states.bar):
        picture = QPixmap(widget.size())
        widget.render(picture)
        colours = {
            picture.toImage().pixel(x, y)
            for x in range(0, widget.width(), 2)
            for y in range(widget.height())
        }
        assert len(colours) > 1


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_sign_of_a_word_below_the_bar_has_the_colour_of_its_stretch(page, qapp, dark):
    theme.apply(qapp, theme.Appearance(dark=dark))
    for status, made in page.states.words.items():
        sign = made.icon().pixmap(made.iconSize()).toImage()
        spots = [sign.pixelColor(x, y) for x in range(sign.width()) for y in range(sign.height())]
        inkiest = max(spots, key=lambda spot: spot.alpha())
        wanted = theme.colour(page.palette(), theme.STATUS_SIGNS[status].ink)
        off = [abs(a - b) for a, b in zip(inkiest.getRgb()[:3], wanted.getRgb()[:3], strict=True)]
        assert inkiest.alpha() > 60
        assert max(off) < 12
