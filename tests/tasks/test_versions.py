"""What a version keeps of a task, and what is an adjustment of it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from shuangda_desktop.plan.model import Role, Target
from shuangda_desktop.tasks.model import Assignment, Task
from shuangda_desktop.tasks.rounds.snapshots import Kind
from shuangda_desktop.tasks.rounds.versions import (
    Adjustment,
    Version,
    VersionKind,
    changes_since,
    digest_of,
    frozen,
    line_of,
    task_id_of,
)

MARKET = Task(
    1,
    10,
    3,
    "管好网店",
    "查清全市网店。",
    (
        Assignment("市网信办", Role.LEAD),
        Assignment("市公安局", Role.COOPERATING, scope="线索核查"),
        Assignment("市商务局", Role.COOPERATING),
    ),
    date(2026, 6, 30),
    recurrence="P3M",
    targets=(
        Target("合格率", ">=", 95, "%", "合格率95%"),
        Target("检查", ">=", 2, "次", "检查2次"),
    ),
    id=7,
)
AT = datetime(2026, 3, 16, 9, 30, tzinfo=UTC)


def words(task):
    return {cell.title: cell.text for cell in line_of(task).cells}


def changed(task, issued=MARKET):
    found = changes_since(line_of(issued) if issued else None, task)
    return [(c.kind, c.title, c.before, c.after) for c in found]


def test_a_version_keeps_what_the_unit_has_to_know():
    assert words(MARKET) == {
        "任务": "管好网店",
        "措施": "查清全市网店。",
        "牵头单位": "市网信办",
        "责任单位": "",
        "配合单位": "市公安局（线索核查）、市商务局",
        "完成时限": "2026-06-30",
        "频次": "每季度",
        "目标": "合格率95%；检查2次",
    }
    assert task_id_of(line_of(MARKET)) == 7


@pytest.mark.parametrize(
    ("task", "due", "every"),
    [
        (replace(MARKET, due_on=None, due_text="尽快", recurrence="P2W"), "尽快", "P2W"),
        (replace(MARKET, due_on=None, recurrence=""), "", ""),
    ],
)
def test_a_deadline_without_a_day_is_kept_as_it_is_said(task, due, every):
    assert (words(task)["完成时限"], words(task)["频次"]) == (due, every)


def test_only_the_city_s_tasks_go_out():
    dropped = replace(MARKET, dropped_reason="由省级办理")
    assert frozen([MARKET, dropped, replace(MARKET, applicable=False)]) == (line_of(MARKET),)


def test_the_digest_tells_versions_apart():
    other = frozen([replace(MARKET, title="管好网店和集市")])
    assert digest_of(frozen([MARKET])) == digest_of(frozen([MARKET])) != digest_of(other)


def test_each_field_is_an_adjustment_of_its_own():
    moved = replace(MARKET, due_on=date(2026, 9, 30), assignments=MARKET.assignments[1:])
    assert changed(moved) == [
        (Kind.CHANGED, "牵头单位", "市网信办", ""),
        (Kind.CHANGED, "完成时限", "2026-06-30", "2026-09-30"),
    ]
    assert changed(replace(MARKET, number=4)) == [(Kind.CHANGED, "序号", "3", "4")]


def test_a_task_that_came_or_went_is_one_adjustment():
    ((kind, title, before, after),) = changed(MARKET, None)
    assert (kind, title, before) == (Kind.ADDED, "", "")
    assert "牵头单位：市网信办" in after
    dropped = replace(MARKET, dropped_reason="由省级办理")
    assert [c[:2] for c in changed(dropped)] == [(Kind.REMOVED, "")]
    assert changed(None) == changed(dropped)
    assert changed(dropped, None) == []


@pytest.mark.parametrize(
    ("kind", "reason", "reasoned", "pending"),
    [
        (Kind.CHANGED, "", "", True),
        (Kind.CHANGED, "机构改革", "乙局", False),
        (Kind.CHANGED, "机构改革", "甲局", True),
        (Kind.ADDED, "上级新要求", "别的话", False),
        (Kind.ADDED, "", "乙局", True),
    ],
)
def test_another_value_asks_for_a_reason_anew(kind, reason, reasoned, pending):
    found = Adjustment(1, 7, kind, "3 管好网店", "牵头单位", "甲", "乙局", AT, reason, reasoned)
    assert found.is_pending is pending


@pytest.mark.parametrize(
    ("kind", "name"),
    [(VersionKind.CONSULTED, "征求意见稿第2版"), (VersionKind.ISSUED, "印发稿第2版")],
)
def test_a_version_has_a_name(kind, name):
    assert Version(1, kind, 2, AT, "").name == name
