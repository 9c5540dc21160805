"""Working days, and due days that fall on days off."""

from datetime import date

import pytest

from shuangda_desktop.tasks.workdays import (
    DAY_WORDS,
    SHIFT_WORDS,
    DayKind,
    Shift,
    SpecialDay,
    weekday,
    workdays_of,
    years_of,
)

DAYS = [
    *(SpecialDay(date(2026, 5, day), DayKind.OFF, "劳动节") for day in range(1, 6)),
    SpecialDay(date(2026, 5, 9), DayKind.WORK, "劳动节调休"),
]
WORKDAYS = workdays_of(DAYS)


@pytest.mark.parametrize(
    ("day", "worked"), [(1, False), (5, False), (6, True), (8, True), (9, True), (10, False)]
)
def test_a_day_is_worked_by_the_week_and_its_exceptions(day, worked):
    assert WORKDAYS.is_workday(date(2026, 5, day)) is worked


@pytest.mark.parametrize(
    ("day", "shift", "to"),
    [
        ("2026-05-03", Shift.NEXT, "2026-05-06"),
        ("2026-05-03", Shift.PREVIOUS, "2026-04-30"),
        ("2026-05-03", Shift.NONE, "2026-05-03"),
        ("2026-05-09", Shift.NEXT, "2026-05-09"),
        ("2026-05-10", Shift.PREVIOUS, "2026-05-09"),
        ("2026-05-16", Shift.NEXT, "2026-05-18"),
    ],
)
def test_a_due_day_moves_as_the_office_sets(day, shift, to):
    assert WORKDAYS.shifted(date.fromisoformat(day), shift) == date.fromisoformat(to)


def test_a_day_of_the_week_is_named():
    assert [weekday(date(2026, 5, day)) for day in (4, 9, 10)] == ["星期一", "星期六", "星期日"]


def test_a_table_knows_its_years_and_every_kind_has_a_word():
    assert years_of(DAYS) == {2026}
    assert set(DAY_WORDS) == set(DayKind)
    assert set(SHIFT_WORDS) == set(Shift)
