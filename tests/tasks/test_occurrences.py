"""Recurring duties and their periods."""

from datetime import date

import pytest

from shuangda_desktop.tasks.model import ProgressEntry
from shuangda_desktop.tasks.occurrences import (
    ANSWER_WORDS,
    Answer,
    DueRule,
    due_occurrences,
    occurrences,
)
from shuangda_desktop.tasks.periods import parse_key
from shuangda_desktop.tasks.workdays import Shift, Workdays

START, TODAY = date(2026, 1, 20), date(2026, 4, 3)


def entry(day, period=""):
    return ProgressEntry(1, "市公安局", date.fromisoformat(day), 0, "已报", period=period)


def told(every="P1M", entries=(), rule=None, **more):
    found = occurrences(every, START, more.pop("today", TODAY), entries, rule or DueRule(), **more)
    return {one.period.key: ANSWER_WORDS[one.answer] for one in found}


@pytest.mark.parametrize(
    ("every", "keys"),
    [
        ("P1M", ["2026-01", "2026-02", "2026-03", "2026-04"]),
        ("P3M", ["2026-Q1", "2026-Q2"]),
        ("P6M", ["2026-H1"]),
        ("P1Y", ["2026"]),
        ("P10D", []),
        ("standing", []),
        ("", []),
    ],
)
def test_a_rhythm_makes_its_periods_up_to_today(every, keys):
    assert list(told(every)) == keys
    assert len(told("P1W")) == 11


def test_a_duty_that_ended_makes_no_more_periods():
    assert list(told(end=date(2026, 2, 28))) == ["2026-01", "2026-02"]


def test_a_zero_report_answers_the_periods_within_its_own():
    def zero(key, day):
        return [(parse_key(key), date.fromisoformat(day))]

    assert told(zero=zero("2026-02", "2026-03-02"))["2026-02"] == "按时"
    assert told(zero=zero("2026-02", "2026-03-20"))["2026-02"] == "迟报"
    quarter = told(zero=zero("2026-Q1", "2026-04-02"))
    assert [quarter[f"2026-0{month}"] for month in (1, 2, 3)] == ["迟报", "迟报", "按时"]
    assert (
        told("P3M", zero=zero("2026-02", "2026-03-02"))["2026-Q1"] == "待报"
    )  # a month is no quarter


def test_only_the_last_month_of_a_quarter_tells_of_it():
    early = [entry("2026-01-28", "2026-01"), entry("2026-02-26", "2026-02")]
    assert told("P3M", early)["2026-Q1"] == "待报"
    weeks = [entry("2026-03-06", "2026-W10"), entry("2026-03-27", "2026-W13")]
    assert told("P1M", weeks[:1])["2026-03"] == "待报"
    assert told("P1M", weeks)["2026-03"] == "按时"


def test_a_form_of_a_month_tells_of_its_quarter_and_of_no_other():
    quarters = told("P3M", [entry("2026-03-26", "2026-03")])
    assert quarters == {"2026-Q1": "按时", "2026-Q2": "待报"}
    assert told("P1M", [entry("2026-04-02", "2026-Q1")])["2026-03"] == "按时"


def test_a_report_in_time_a_late_one_a_missing_one_and_one_to_come():
    entries = [entry("2026-01-31"), entry("2026-03-20", "2026-02")]
    assert told(entries=entries) == {
        "2026-01": "按时",
        "2026-02": "迟报",
        "2026-03": "待报",
        "2026-04": "待报",
    }
    assert told(entries=entries, today=date(2026, 4, 9))["2026-03"] == "未报"


def test_the_first_of_several_reports_counts():
    entries = [entry("2026-03-30", "2026-02"), entry("2026-03-02", "2026-02")]
    (one,) = occurrences("P1M", date(2026, 2, 1), date(2026, 2, 28), entries, DueRule())
    assert (one.answered_on, one.answer) == (date(2026, 3, 2), Answer.IN_TIME)


def test_the_due_day_is_so_many_days_after_the_period_on_a_working_day():
    off = Workdays(off=frozenset({date(2026, 4, 6)}))
    (one,) = occurrences("P1M", date(2026, 3, 1), date(2026, 3, 1), [], DueRule(5, Shift.NEXT, off))
    assert one.due_on == date(2026, 4, 7)  # the 5th is a Sunday, the 6th a holiday
    assert DueRule(0, Shift.PREVIOUS).due_on(one.period) == date(2026, 3, 31)


def test_what_is_due_by_a_day_waits_for_a_report():
    found = occurrences("P1M", START, TODAY, [entry("2026-01-31")], DueRule())
    assert [o.period.key for o in due_occurrences(found, date(2026, 4, 6))] == [
        "2026-02",
        "2026-03",
    ]
