"""When the units' reports are due: the office's day, or the working day that stands for it."""

from datetime import date

import pytest

from shuangda_desktop.services.city.calendar import change_due_rule
from shuangda_desktop.services.rounds import asking
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
