"""The periods that work is reported for."""

from datetime import date, timedelta

import pytest

from shuangda_desktop.errors import RuleError
from shuangda_desktop.tasks.periods import (
    KIND_WORDS,
    Period,
    PeriodKind,
    kind_of_duration,
    parse_key,
    period_of,
    periods_between,
    work_since,
)

WEEK, MONTH, QUARTER, HALF_YEAR, YEAR = PeriodKind


@pytest.mark.parametrize(
    ("kind", "day", "key", "label", "start", "end"),
    [
        (WEEK, "2026-03-18", "2026-W12", "2026年第12周", "2026-03-16", "2026-03-22"),
        (WEEK, "2027-01-01", "2026-W53", "2026年第53周", "2026-12-28", "2027-01-03"),
        (WEEK, "2024-12-30", "2025-W01", "2025年第1周", "2024-12-30", "2025-01-05"),
        (MONTH, "2026-03-16", "2026-03", "2026年3月", "2026-03-01", "2026-03-31"),
        (MONTH, "2028-02-29", "2028-02", "2028年2月", "2028-02-01", "2028-02-29"),
        (MONTH, "2026-12-31", "2026-12", "2026年12月", "2026-12-01", "2026-12-31"),
        (QUARTER, "2026-03-31", "2026-Q1", "2026年第一季度", "2026-01-01", "2026-03-31"),
        (QUARTER, "2026-10-01", "2026-Q4", "2026年第四季度", "2026-10-01", "2026-12-31"),
        (HALF_YEAR, "2026-06-30", "2026-H1", "2026年上半年", "2026-01-01", "2026-06-30"),
        (HALF_YEAR, "2026-07-01", "2026-H2", "2026年下半年", "2026-07-01", "2026-12-31"),
        (YEAR, "2026-07-01", "2026", "2026年", "2026-01-01", "2026-12-31"),
    ],
)
def test_a_day_lies_in_one_period_of_each_kind(kind, day, key, label, start, end):
    period = period_of(kind, date.fromisoformat(day))
    assert (period.key, period.label) == (key, label)
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)


@pytest.mark.parametrize("kind", PeriodKind)
def test_every_day_of_five_years_is_in_its_period_and_the_key_tells_which(kind):
    for number in range(365 * 5 + 2):
        day = date(2024, 1, 1) + timedelta(days=number)
        period = period_of(kind, day)
        assert day in period
        assert parse_key(period.key) == period


@pytest.mark.parametrize("kind", PeriodKind)
def test_periods_follow_one_another_without_a_gap(kind):
    period = period_of(kind, date(2023, 12, 20))
    for _ in range(60):
        after = period.next()
        assert after.start == period.end + timedelta(days=1)
        assert after.previous() == period
        assert period.end not in after
        assert after.key > period.key
        period = after


def test_a_period_knows_its_year_and_its_number():
    assert (period_of(WEEK, date(2027, 1, 1)).year, period_of(WEEK, date(2027, 1, 1)).number) == (
        2026,
        53,
    )
    assert (
        period_of(QUARTER, date(2026, 5, 4)).year,
        period_of(YEAR, date(2026, 5, 4)).number,
    ) == (
        2026,
        1,
    )
    assert period_of(QUARTER, date(2026, 5, 4)).number == 2


def test_the_periods_between_two_days():
    found = periods_between(MONTH, date(2025, 11, 30), date(2026, 2, 1))
    assert [period.key for period in found] == ["2025-11", "2025-12", "2026-01", "2026-02"]
    assert list(periods_between(MONTH, date(2026, 2, 1), date(2026, 1, 31))) == []


@pytest.mark.parametrize("key", ["2026-3", " 2026-03 ", "\uff12\uff10\uff12\uff16-\uff10\uff13"])
def test_a_key_typed_by_hand_is_understood(key):
    assert parse_key(key) == Period(MONTH, date(2026, 3, 1), date(2026, 3, 31))
    assert parse_key("2026-q2") == period_of(QUARTER, date(2026, 4, 1))


@pytest.mark.parametrize(
    "key",
    [
        *("", "26-03", "0000", "9999", "2026-", "2026-03-01", "2026-003", "3月", "2026-X1"),
        *("2026-00", "2026-13", "2026-Q0", "2026-Q5", "2026-H3", "2026-W00", "2025-W53"),
    ],
)
def test_what_is_no_key_is_refused_in_words(key):
    with pytest.raises(RuleError, match="2026-Q1"):
        parse_key(key)


def test_rhythms_that_fill_a_kind_of_period():
    rhythms = ["P1W", "P1M", "P3M", "P6M", "P1Y"]
    assert [kind_of_duration(every) for every in rhythms] == list(PeriodKind)
    assert [kind_of_duration(every) for every in ("P7D", "P12M")] == [WEEK, YEAR]
    assert [kind_of_duration(every) for every in ("", "P10D", "P2M", "standing")] == [None] * 4


def test_every_kind_has_a_word():
    assert [KIND_WORDS[kind] for kind in PeriodKind] == ["周", "月", "季度", "半年", "年"]


@pytest.mark.parametrize(
    ("day", "first"),
    [
        ("2026-01-02", "2025-01-01"),
        ("2026-03-31", "2025-01-01"),
        ("2026-04-01", "2026-01-01"),
        ("2026-12-31", "2026-01-01"),
    ],
)
def test_the_work_of_the_year_before_is_listed_until_its_assessment_is_over(day, first):
    assert work_since(date.fromisoformat(day)) == date.fromisoformat(first)
