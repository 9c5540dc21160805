"""When the units' reports are due: the office's day, or the working day that stands for it."""

from datetime import date

import pytest

from services.city import MARCH, found_city, name_of
from shuangda_desktop.services.city.calendar import change_due_rule
from shuangda_desktop.services.rounds import asking, boarding, sending
from shuangda_desktop.tasks.periods import parse_key
from shuangda_desktop.tasks.workdays import Shift


@pytest.mark.parametrize(
    ("key", "day", "due"),
    [
        ("2026-03", 28, date(2026, 3, 28)), ("2026-02", 31, date(2026, 2, 28)), ("2026-Q1", 5, date(2026, 3, 5)),
        ("2026-W12", 28, date(2026, 3, 20)), ("2026", 10, date(2026, 12, 10)),
    ],
)  # fmt: skip
def test_the_day_that_a_report_is_due(key, day, due):
    assert asking.due_day(parse_key(key), day) == due


def test_a_day_on_which_nobody_works_gives_way_as_the_office_says(store, now):
    def said(key):
        return asking.due_words(store, parse_key(key))

    assert said("2026-04") == "2026年4月的报送截止日是4月28日。"
    assert said("2026-03") == "2026年3月的报送截止日是3月30日（3月28日是星期六，顺延）。"
    assert said("2026-W40") == "2026年第40周的报送截止日是10月8日（10月2日是国庆节假期，顺延）。"
    assert asking.due_days(store, [parse_key("2026-03")]) == {"2026-03": date(2026, 3, 30)}
    change_due_rule(store, 5, Shift.PREVIOUS, now)
    assert said("2026-03") == "2026年3月的报送截止日是3月27日（3月28日是星期六，提前）。"
    weekly = asking.due_days(store, [parse_key("2026-W08")])  # the whole week is a holiday
    assert weekly == {"2026-W08": date(2026, 2, 24)}
    asking.change_habit(store, asking.Habit(day=5), now)
    assert said("2026-10") == "2026年10月的报送截止日是10月8日（10月5日是国庆节假期，顺延）。"
    asking.change_habit(store, asking.Habit(), now)
    change_due_rule(store, 5, Shift.NONE, now)
    assert said("2026-03") == "2026年3月的报送截止日是3月28日（星期六，没有调整）。"


def send(store, now, folder, only=()):
    mailing = sending.gather_mailing(store, MARCH, now.date(), only)
    sending.note_sent(store, mailing, sending.write_mailing(mailing, folder), "", now)
    return mailing.due_on


def test_the_day_that_the_units_were_told_stays_that_of_the_period(store, now, tmp_path):
    found_city(store, now, 3)
    told, later = date(2026, 3, 30), date(2026, 3, 27)
    assert send(store, now, tmp_path, [name_of(0), name_of(1)]) == told
    change_due_rule(store, 5, Shift.PREVIOUS, now)
    board = boarding.load_board(store, MARCH, now.date())
    days = {place.due_on for row in board.rows for place in row.places[-1:]}
    assert (days, board.due[MARCH.key]) == ({told}, told)  # of the third unit as well
    assert asking.due_words(store, MARCH) == (
        "2026年3月的报送截止日是3月30日"
        "（已下发的填报表上写的；按现在的设置是3月27日，重新下发全部填报表才改）。"
    )
    assert asking.due_days(store, [MARCH.next()]) == {"2026-04": date(2026, 4, 28)}
    assert send(store, now, tmp_path, [name_of(2)]) == told
    assert send(store, now, tmp_path) == later
    assert asking.due_words(store, MARCH) == (
        "2026年3月的报送截止日是3月27日（3月28日是星期六，提前）。"
    )


def test_units_that_were_told_different_days_are_counted(store, now, tmp_path):
    found_city(store, now, 3)
    send(store, now, tmp_path)
    mailing = sending.gather_mailing(store, MARCH, now.date(), [name_of(1)], date(2026, 4, 3))
    sending.note_sent(store, mailing, sending.write_mailing(mailing, tmp_path), "", now)
    assert asking.due_words(store, MARCH) == (
        "2026年3月的报送截止日是3月30日（3月28日是星期六，顺延）。另有1家的表上写的是4月3日。"
    )
