"""Counts open exactly what they count; words and units narrow the list."""

from datetime import date

import pytest

from gui.samples import CUSTOMS, MARKET, part, row
from shuangda_desktop.gui.models.task_filter import (
    TaskFilter,
    division_doors,
    is_open,
    is_proposed,
    tracking_doors,
    without_deadline,
    without_lead,
)
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.model import Basis, Status

TODAY = date(2026, 3, 16)
ROWS = (
    row(1, title="网络集中整治", due_on=date(2026, 3, 1)),
    row(2, text="农村市场检查", due_on=date(2026, 3, 20), units=(part(MARKET),)),
    row(3, units=(part(CUSTOMS, Role.COOPERATING, Basis.PROPOSED),), status=Status.DONE),
    row(4, applicable=False, reason="省级事权"),
    row(5, dropped_reason="不属本市", due_on=None),
    row(6, due_on=None, latest_note="已抽检30批次", status=Status.NOT_STARTED),
)


def numbers(rows):
    return [r.number for r in rows]


@pytest.mark.parametrize("doors", [division_doors(), tracking_doors(TODAY, 14)])
def test_every_door_opens_as_many_tasks_as_it_says(doors):
    for door in doors:
        assert door.count(ROWS) == len(TaskFilter(holds=door.holds).keep(ROWS))


@pytest.mark.parametrize(
    ("key", "behind"),
    [
        ("all", [1, 2, 3, 4, 5, 6]),
        ("proposed", [3, 4]),
        ("no-lead", [3]),
        ("no-deadline", [6]),
        ("dropped", [4, 5]),
    ],
)
def test_the_doors_of_dividing(key, behind):
    door = next(d for d in division_doors() if d.key == key)
    assert numbers(TaskFilter(holds=door.holds).keep(ROWS)) == behind


@pytest.mark.parametrize(
    ("key", "behind"),
    [("overdue", [1]), ("due-soon", [2]), ("done", [3]), ("not_started", [6])],
)
def test_the_doors_of_tracking(key, behind):
    door = next(d for d in tracking_doors(TODAY, 14) if d.key == key)
    assert numbers(TaskFilter(holds=door.holds).keep(ROWS)) == behind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("网络集中", [1]),
        ("农村 检查", [2]),
        ("抽检", [6]),
        ("海关", [3]),
        ("没有的词", []),
        ("  ", [1, 2, 3, 4, 5, 6]),
    ],
)
def test_words_are_looked_for_in_text_units_and_the_last_report(text, found):
    assert numbers(TaskFilter(text).keep(ROWS)) == found


def test_a_unit_shows_what_it_has_a_part_in():
    assert numbers(TaskFilter(unit=MARKET).keep(ROWS)) == [2]


def test_a_dropped_task_waits_for_nobody():
    assert not is_proposed(row(dropped_reason="不属本市", due_basis=Basis.PROPOSED))
    assert not is_open(row(dropped_reason="不属本市"))


def test_a_proposed_deadline_waits_for_the_clerk():
    assert is_proposed(row(due_basis=Basis.PROPOSED))
    assert not is_proposed(row())


def test_a_rhythm_is_as_good_as_a_deadline():
    assert without_deadline(row(due_on=None))
    assert not without_deadline(row(due_on=None, recurrence="P1M"))


def test_only_the_city_s_own_tasks_need_a_lead():
    assert without_lead(row(units=()))
    assert not without_lead(row(units=(), applicable=False))
