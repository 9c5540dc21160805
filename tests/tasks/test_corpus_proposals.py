"""Proposals over the collected real plans, where the folder is at hand; it is data for trying only."""

import os
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from shuangda_desktop.plan.model import Severity
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.tasks.checks.linter import Ground, check
from shuangda_desktop.tasks.dividing.split import split
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.source import SourceText, blocks_of
from units.invented_city import directory

CORPUS = Path(os.environ.get("SHUANGDA_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
NAMES = ("hunan-2018", "nanchang-2019", "hainan-2017", "national-2020", "daqing-2012")
CITIES = (("云泽省", "临江市"), ("湖南省", "长沙市"), ("江西省", "南昌市"))
DAYS = (None, date(2026, 3, 2))  # the plan's own day of issue, and one of today
HIGHER = (Level.NATIONAL, Level.PROVINCE)
pytestmark = pytest.mark.skipif(
    not (CORPUS / "plans").is_dir(), reason="the folder of collected plans is not here"
)


@cache
def read(name):
    raw = (CORPUS / "plans" / f"{name}.txt").read_text("utf-8")
    text = repair(SourceText(raw, blocks_of(raw), name, "", "txt", "utf-8"))
    return parse(text), text.text


@pytest.fixture(params=NAMES)
def read_plan(request):
    return read(request.param)


@pytest.fixture(params=CITIES, ids=lambda place: place[1])
def city(request):
    return directory(*request.param)


@pytest.fixture(params=DAYS, ids=["own-day", "today"])
def divided(request, read_plan, city):
    """A plan's proposals for a city as of a day, numbered as if kept; the findings of its tasks."""
    plan, words = read_plan
    on = request.param or plan.issued_on
    tasks = split(plan, city, 1, on, words=words)
    found = check(tasks, Ground(city, plan.plan_year, on), plan)
    return plan, tasks, found, on


def test_every_measure_has_a_task_or_a_reason(divided):
    plan, tasks, found, _ = divided
    assert {task.measure_key for task in tasks} == {measure.key for measure in plan.measures}
    assert "uncovered" not in {finding.code for finding in found}
    assert all(task.reason for task in tasks if not task.applicable)


def test_no_unit_is_unknown(divided):
    assert [f.message for f in divided[2] if f.code == "unknown-unit"] == []


def test_every_unit_shows_the_way_from_the_sources_words(divided):
    for task in divided[1]:
        for given in task.assignments:
            first = given.source_unit.split("、")[0]
            assert first
            assert given.reason.startswith(first) or first in given.reason


def test_no_unit_from_above_and_no_former_one_is_left_without_a_finding(divided, city):
    _, tasks, found, on = divided
    told = {finding.number for finding in found if finding.severity is not Severity.HINT}
    for task in tasks:
        for given in task.assignments if task.applicable else ():
            units = city.resolve(given.unit, date.min, Level.CITY).units
            wrong = [
                unit
                for unit in units
                if unit.level in HIGHER or (unit.id in city.by_id and not unit.active(on))
            ]
            assert not wrong or task.number in told, (task.number, given.unit)


def test_proposals_are_nearly_quiet(divided):
    """At most one thing to mend or to look at in five tasks; its own missing leads and old days aside."""
    _, tasks, found, _ = divided
    expected = ("no-lead", "deadline-past", "deadline-year")  # an old plan looked at today
    loud = [f for f in found if f.severity is not Severity.HINT and f.code not in expected]
    assert len(loud) <= 0.25 * len(tasks) + 1
