"""How far a task is."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.tasks.model import Assignment, ProgressEntry
from shuangda_desktop.tasks.progress import (
    is_unstated,
    latest,
    mean_percent,
    percent_of,
    percent_words,
    task_percent,
)
from tasks.task_samples import COOPERATING, LEAD, RESPONSIBLE, TODAY, unit


def entry(name, percent, days=0):
    return ProgressEntry(1, name, TODAY + timedelta(days), percent, "")


@pytest.mark.parametrize(
    ("units", "percent"),
    [
        ([], 0),
        ([(LEAD, 60)], 60),
        ([(LEAD, None)], 0),
        ([(LEAD, 60), (LEAD, 20)], 20),
        ([(LEAD, 60), (RESPONSIBLE, 10)], 60),
        ([(LEAD, 100), (COOPERATING, None)], 100),
        ([(RESPONSIBLE, 70), (RESPONSIBLE, 50), (COOPERATING, 0)], 50),
        ([(RESPONSIBLE, 70), (RESPONSIBLE, None)], 0),
        ([(COOPERATING, 40), (COOPERATING, 90)], 40),
    ],
)
def test_the_leads_count_then_the_responsible_units(units, percent):
    assert percent_of([unit(role=role, percent=done) for role, done in units]) == percent


@pytest.mark.parametrize(
    ("percents", "mean"),
    [
        ([], 0),
        ([None], None),
        ([None, None], None),
        ([0], 0),
        ([50, None], 50),
        ([99, 100, None], 99),
    ],
)
def test_what_nobody_stated_is_no_nought_in_a_mean(percents, mean):
    assert mean_percent(percents) == mean


PERCENTS = st.one_of(st.none(), st.integers(0, 100))


@given(st.lists(PERCENTS, min_size=1), st.lists(PERCENTS))
def test_a_cooperating_unit_never_drags_a_lead(leads, helpers):
    lead_units = [unit(role=LEAD, percent=p) for p in leads]
    helper_units = [unit(role=COOPERATING, percent=p) for p in helpers]
    assert percent_of(lead_units + helper_units) == percent_of(lead_units)


def test_the_latest_entry_of_each_unit_counts():
    log = [entry("甲", 10), entry("乙", 5), entry("甲", 40, 2), entry("甲", 20, 1), entry("乙", 50)]
    assert {name: line.percent for name, line in latest(log).items()} == {"甲": 40, "乙": 50}


def test_a_task_is_as_far_as_its_log_says():
    units = (Assignment("甲", LEAD), Assignment("乙", LEAD), Assignment("丙", COOPERATING))
    assert task_percent(units, []) == 0
    assert task_percent(units, [entry("甲", 80), entry("丙", 100)]) == 0
    assert task_percent(units, [entry("甲", 80), entry("乙", 30)]) == 30


def test_a_correction_downwards_counts():
    units = (Assignment("甲", LEAD),)
    assert task_percent(units, [entry("甲", 80), entry("甲", 60, 1)]) == 60


def test_a_unit_that_is_not_in_the_task_does_not_count():
    assert task_percent((Assignment("甲", LEAD),), [entry("乙", 80)]) == 0
    assert latest([]) == {}
    assert latest([ProgressEntry(1, "甲", date(2026, 1, 1), 5, "")])["甲"].percent == 5


@pytest.mark.parametrize(
    ("parts", "unstated"),
    [
        ([], False),
        ([(LEAD, None, None)], False),  # never reported: at nought, and silent
        ([(LEAD, None, TODAY)], True),
        ([(LEAD, 0, TODAY)], False),  # nought was said
        ([(LEAD, None, TODAY), (LEAD, 20, TODAY)], False),
        ([(LEAD, None, None), (COOPERATING, None, TODAY)], False),
        ([(COOPERATING, None, TODAY)], True),
    ],
)
def test_a_report_in_words_alone_is_not_nought(parts, unstated):
    units = [replace(unit(role=r, percent=p), reported_on=on) for r, p, on in parts]
    assert is_unstated(units) is unstated


def test_a_percentage_that_was_not_given_is_said_in_words():
    assert (percent_words(None), percent_words(0)) == ("未报完成率", "0%")
