"""The table of holidays, and when reports are due."""

from datetime import date

import pytest

from shuangda_desktop.errors import RuleError
from shuangda_desktop.services.city import calendar
from shuangda_desktop.tasks.periods import parse_key
from shuangda_desktop.tasks.workdays import DayKind, Shift, SpecialDay

WORK, OFF = DayKind.WORK, DayKind.OFF


def test_the_shipped_table_names_its_sources_and_makes_sense():
    days = calendar.shipped_days()
    assert {d.day.year for d in days} == {2023, 2024, 2025, 2026}
    assert all("国办发明电" in d.source for d in days)
    assert all(d.day.weekday() >= 5 for d in days if d.kind is WORK)
    assert len({d.day for d in days}) == len(days)
    off = {year: sum(d.kind is OFF and d.day.year == year for d in days) for year in (2025, 2026)}
    assert off == {2025: 28, 2026: 33}


def test_the_spring_festival_is_no_time_for_work(store):
    workdays = calendar.load_workdays(store)
    assert not workdays.is_workday(date(2026, 2, 17))
    assert workdays.is_workday(date(2026, 2, 28))  # a Saturday
    assert not workdays.is_workday(date(2031, 2, 1))  # a Saturday of a year that nobody knows yet


def test_a_year_that_the_office_writes_down_replaces_the_shipped_one(store, now):
    own = [SpecialDay(date(2026, 3, 18), OFF, "本地放假", "市政府通知")]
    calendar.change_year(store, 2026, own, now)
    assert calendar.special_days_of(store, 2026) == tuple(own)
    assert len(calendar.special_days_of(store, 2025)) > 20
    assert calendar.load_workdays(store).is_workday(date(2026, 10, 1))
    assert store.undo_label == "修改2026年的节假日"
    store.undo()
    assert not calendar.load_workdays(store).is_workday(date(2026, 10, 1))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 3, 18), "本地放假"), (date(2026, 3, 19), "泼水节假期"), (date(2026, 3, 20), ""), (date(2026, 3, 21), "星期六"),
        (date(2025, 10, 3), "国庆节、中秋节假期"),
    ],
)  # fmt: skip
def test_what_makes_a_day_one_of_no_work(store, now, day, said):
    names = ["本地放假", "泼水节"]
    own = [SpecialDay(date(2026, 3, 18 + at), OFF, name) for at, name in enumerate(names)]
    calendar.change_year(store, 2026, own, now)
    assert calendar.off_words(store, day) == said


def test_the_same_year_again_is_no_step(store, now):
    calendar.change_year(store, 2026, calendar.special_days_of(store, 2026), now)
    assert store.undo_label is None


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([date(2027, 1, 1)], "不在2026年"),
        ([date(2026, 1, 1), date(2026, 1, 1)], "写了两遍"),
    ],
)
def test_a_wrong_table_is_refused(store, now, days, said):
    with pytest.raises(RuleError, match=said):
        calendar.change_year(store, 2026, [SpecialDay(d, OFF, "元旦") for d in days], now)


def test_due_days_follow_the_office(store, now):
    december, september = parse_key("2025-12"), parse_key("2026-09")
    usual = calendar.load_due_rule(store)
    assert usual.due_on(december) == date(2026, 1, 5)
    assert usual.due_on(september) == date(2026, 10, 8)  # the 5th is in the National Day holidays
    calendar.change_due_rule(store, 3, Shift.PREVIOUS, now)
    assert calendar.load_due_rule(store).due_on(september) == date(2026, 9, 30)
    label = store.undo_label
    calendar.change_due_rule(store, 3, Shift.PREVIOUS, now)
    assert store.undo_label == label == "修改报送日的规则"


def test_a_due_day_months_later_is_refused(store, now):
    with pytest.raises(RuleError, match="0到60天之间"):
        calendar.change_due_rule(store, 61, Shift.NEXT, now)
