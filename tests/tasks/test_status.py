"""The life of a task, and its light."""

from datetime import date, timedelta

import pytest

from shuangda_desktop.errors import RuleError
from shuangda_desktop.tasks.model import Light, ProgressEntry, Status
from shuangda_desktop.tasks.status import (
    COLOURS,
    LIGHT_WORDS,
    STATUS_WORDS,
    LightRule,
    advance,
    due_soon,
    light,
    overdue,
)
from tasks.task_samples import TODAY, row, task

NOT_STARTED, ONGOING, DONE = Status.NOT_STARTED, Status.ONGOING, Status.DONE
CLOSED, SUSPENDED = Status.CLOSED, Status.SUSPENDED
OPEN = (NOT_STARTED, ONGOING)


def entry(percent, note=""):
    return ProgressEntry(1, "市公安局", TODAY, percent, note)


def test_every_state_and_light_has_a_word_for_papers():
    words = [STATUS_WORDS[status] for status in Status]
    assert words[:5] == ["未启动", "推进中", "已完成", "办结销号", "暂缓"]
    assert words[5:] == ["未启动", "推进中", "长期坚持", "转下年"]
    assert [LIGHT_WORDS[lamp] for lamp in Light] == ["绿灯", "黄灯", "红灯", "不亮灯"]


@pytest.mark.parametrize(
    ("status", "percent", "note", "whole", "after"),
    [
        (NOT_STARTED, 0, "", None, NOT_STARTED),
        (NOT_STARTED, 0, "  ", None, NOT_STARTED),
        (NOT_STARTED, 0, "已部署", None, ONGOING),
        (NOT_STARTED, 30, "", None, ONGOING),
        (NOT_STARTED, 0, "", 20, ONGOING),
        (NOT_STARTED, 100, "", None, DONE),
        (ONGOING, 0, "", None, ONGOING),
        (ONGOING, 100, "", None, DONE),
        (ONGOING, 100, "", 60, ONGOING),
        (ONGOING, 50, "", 100, DONE),
        (DONE, 80, "", None, ONGOING),
        (DONE, 100, "", None, DONE),
        (SUSPENDED, 100, "", None, SUSPENDED),
    ],
)
def test_a_report_moves_the_task(status, percent, note, whole, after):
    assert advance(status, entry(percent, note), whole) is after


def test_a_closed_task_takes_no_report():
    with pytest.raises(RuleError, match="进展没有登记"):
        advance(CLOSED, entry(100))


def late_by(days, status=ONGOING, **more):
    return row(due_on=TODAY - timedelta(days), status=status, **more)


@pytest.mark.parametrize(("days", "late"), [(1, True), (0, False), (-1, False)])
@pytest.mark.parametrize("status", OPEN)
def test_a_task_is_overdue_from_the_day_after_its_deadline(days, late, status):
    assert overdue(late_by(days, status), TODAY) is late


@pytest.mark.parametrize(("days", "soon"), [(1, False), (0, True), (-14, True), (-15, False)])
def test_a_task_is_due_soon_within_two_weeks(days, soon):
    assert due_soon(late_by(days), TODAY) is soon


def test_how_soon_is_soon_can_be_set():
    assert due_soon(late_by(-3), TODAY, 3)
    assert not due_soon(late_by(-4), TODAY, 3)


@pytest.mark.parametrize("status", [DONE, CLOSED, SUSPENDED])
@pytest.mark.parametrize("days", [5, -5])
def test_what_is_finished_or_suspended_is_neither_late_nor_near(status, days):
    assert not overdue(late_by(days, status), TODAY)
    assert not due_soon(late_by(days, status), TODAY)
    assert light(late_by(days, status), TODAY) is Light.GREY


def test_a_task_without_a_deadline_is_never_late():
    assert not overdue(row(due_on=None), TODAY)
    assert not due_soon(row(due_on=None), TODAY)


def test_a_dropped_task_is_never_late():
    assert not overdue(late_by(9, dropped_reason="不涉及"), TODAY)
    assert light(late_by(9, dropped_reason="不涉及"), TODAY) is Light.GREY


def test_a_task_itself_can_be_asked_as_well_as_its_row():
    assert overdue(task(due_on=date(2026, 1, 1)), TODAY)


@pytest.mark.parametrize(
    ("days", "lamp"), [(1, Light.RED), (0, Light.YELLOW), (-14, Light.YELLOW), (-15, Light.GREEN)]
)
def test_the_light_follows_the_deadline(days, lamp):
    assert light(late_by(days), TODAY) is lamp


def test_without_a_deadline_the_light_is_off():
    assert light(row(due_on=None), TODAY) is Light.GREY


@pytest.mark.parametrize(
    ("silent_days", "last", "lamp"),
    [
        (30, TODAY - timedelta(31), Light.YELLOW),
        (30, TODAY - timedelta(30), Light.GREEN),
        (30, None, Light.GREEN),
        (None, TODAY - timedelta(300), Light.GREEN),
    ],
)
def test_an_office_may_ask_for_regular_reports(silent_days, last, lamp):
    rule = LightRule(silent_days=silent_days)
    assert light(late_by(-60, latest_on=last), TODAY, rule) is lamp


def test_the_rule_can_be_read():
    assert LightRule(10).words() == (
        "红灯\uff1a超过完成时限仍未完成\uff1b黄灯\uff1a距完成时限不足10天\uff1b"
        "绿灯\uff1a按进度推进\uff1b不亮灯\uff1a已完成、已销号、暂缓、长期坚持、转下年或没有时限。"
    )
    assert "或超过45天没有报送\uff08零报告也算报送\uff09" in LightRule(silent_days=45).words()


@pytest.mark.parametrize(
    ("last", "zero", "lamp"),
    [
        (40, 5, Light.GREEN),  # the zero report came last
        (5, 40, Light.GREEN),
        (40, 35, Light.YELLOW),
        (None, 40, Light.GREEN),  # as before: silence is counted from the first report on
    ],
)
def test_a_zero_report_breaks_the_silence(last, zero, lamp):
    def ago(days):
        return TODAY - timedelta(days=days) if days is not None else None

    given = row(due_on=TODAY + timedelta(days=90), latest_on=ago(last), zero_on=ago(zero))
    assert light(given, TODAY, LightRule(silent_days=30)) is lamp


def test_an_office_may_call_and_colour_its_lights_otherwise():
    rule = LightRule(
        called=("蓝灯", "橙灯", "红灯", "灭"), colours=("blue", "orange", "red", "grey")
    )
    assert rule.words().startswith("红灯\uff1a超过完成时限仍未完成\uff1b橙灯\uff1a")
    assert [rule.word(lamp) for lamp in Light] == ["蓝灯", "橙灯", "红灯", "灭"]
    assert [rule.colour(lamp) for lamp in Light] == ["blue", "orange", "red", "grey"]
    assert {LightRule().colour(lamp) for lamp in Light} <= set(COLOURS)


@pytest.mark.parametrize(
    ("status", "percent", "whole", "after"),
    [
        (Status.DRAFT, 0, None, Status.DRAFT),
        (Status.DRAFT, 20, None, ONGOING),
        (Status.DRAFT, 100, None, DONE),
        (Status.RETURNED, 100, 100, DONE),
        (Status.RETURNED, 60, 100, ONGOING),  # a cooperating unit does not apply again for the lead
        (Status.RETURNED, 100, 60, ONGOING),
        (Status.STANDING, 100, None, Status.STANDING),
        (SUSPENDED, 100, None, SUSPENDED),
    ],
)
def test_a_report_moves_the_other_states_too(status, percent, whole, after):
    assert advance(status, entry(percent), whole) is after


def test_what_went_on_to_next_year_takes_no_report():
    with pytest.raises(RuleError, match=r"已转下年.进展没有登记"):
        advance(Status.CARRIED, entry(10))


def test_a_draft_and_a_returned_task_can_be_late():
    late = date(2026, 3, 1)
    lights = {s: light(row(status=s, due_on=late), TODAY) for s in Status}
    open_ones = {NOT_STARTED, ONGOING, Status.DRAFT, Status.RETURNED}
    assert {s for s, lamp in lights.items() if lamp is Light.RED} == open_ones
