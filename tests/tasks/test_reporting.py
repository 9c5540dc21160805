"""What a period brought: words, changes, who is late and who is silent."""

from dataclasses import replace
from datetime import date

import pytest

from exports.sample import task, unit
from shuangda_desktop.plan.model import Role, Target
from shuangda_desktop.tasks.life import Move, MoveKind
from shuangda_desktop.tasks.model import ProgressEntry, Status
from shuangda_desktop.tasks.periods import parse_key
from shuangda_desktop.tasks.reporting import Amount, amount_of, percent_on, report_of
from shuangda_desktop.tasks.results import Actual, Way, results
from shuangda_desktop.tasks.unit_figures import figures_by_unit

MARCH = parse_key("2026-03")
MADE_ON = date(2026, 4, 2)
A, B, C = "市公安局", "市商务局", "市司法局"


def said(task_id: int, who: str, on: date, percent: int, note: str = "已检查。") -> ProgressEntry:
    return ProgressEntry(task_id, who, on, percent, note)


def one(row, *entries, **more):
    return report_of([row], {row.task_id: entries}, MARCH, MADE_ON, **more).tasks[0]


def row(number=1, **changes):
    units = (unit(A), unit(B, Role.COOPERATING))
    return task(number, **{"units": units, "due_on": date(2026, 12, 31), **changes})


def test_the_last_words_of_each_unit_in_the_period_are_kept_the_lead_first():
    found = one(
        row(),
        said(1, A, date(2026, 2, 27), 10),
        said(1, B, date(2026, 3, 2), 5),
        said(1, A, date(2026, 3, 9), 30, "甲"),
        said(1, A, date(2026, 3, 20), 40, "乙"),
        said(1, "市统计局", date(2026, 3, 1), 1),
        said(1, A, date(2026, 4, 1), 90),
    )
    assert [(e.unit, e.percent) for e in found.words] == [(A, 40), (B, 5), ("市统计局", 1)]
    assert found.earlier == 1  # of the same unit, told by its later words
    assert (found.before, found.after) == (10, 40)
    assert found.moved
    assert not found.finished


def test_a_task_is_finished_in_the_period_in_which_it_reached_the_whole():
    done = row(status=Status.DONE)
    assert one(done, said(1, A, date(2026, 3, 9), 100)).finished
    earlier = one(done, said(1, A, date(2026, 2, 9), 100), said(1, A, date(2026, 3, 9), 100))
    assert not earlier.finished
    assert earlier.after == 100
    assert not one(done).finished  # nobody said so in this period


def moved(day: date, before: Status, after: Status) -> Move:
    return Move(1, MoveKind.STATUS, day, "双打办", "", before, after)


CLOSED_IN_MARCH = (
    moved(date(2026, 3, 10), Status.ONGOING, Status.DONE),
    moved(date(2026, 3, 12), Status.DONE, Status.CLOSED),
)


@pytest.mark.parametrize(
    ("key", "finished", "came_along"),
    [("2026-02", False, True), ("2026-03", True, False), ("2026-04", False, False)],
)
def test_what_the_office_closed_is_finished_in_that_period_alone(key, finished, came_along):
    closed = row(status=Status.CLOSED, moves=CLOSED_IN_MARCH)
    log = {1: [said(1, A, date(2026, 2, 9), 40), said(1, A, date(2026, 4, 3), 40)]}
    (task,) = report_of([closed], log, parse_key(key), date(2026, 5, 4)).tasks
    assert (task.finished, task.moved) == (finished, came_along)


def test_what_was_taken_up_again_is_not_told_as_finished():
    again = (*CLOSED_IN_MARCH, moved(date(2026, 4, 1), Status.CLOSED, Status.ONGOING))
    found = one(row(status=Status.ONGOING, moves=again), said(1, A, date(2026, 3, 9), 60))
    assert not found.finished
    assert not one(row(status=Status.DONE, moves=again[2:]), said(1, A, MADE_ON, 100)).finished


def test_tasks_told_in_words_alone_are_listed_apart_from_the_mean():
    worded = row(1, units=(replace(unit(A), reported_on=date(2026, 3, 9)),))
    report = report_of([worded, row(2, percent=40)], {}, MARCH, MADE_ON)
    assert [one.row.number for one in report.unstated] == [1]
    assert report.percent == 40


def test_units_that_answer_for_an_open_task_and_said_nothing_are_silent():
    both = row(units=(unit(A), unit(C, Role.RESPONSIBLE), unit(B, Role.COOPERATING)))
    assert one(both, said(1, A, date(2026, 3, 9), 20)).silent == (C,)
    assert one(row(status=Status.SUSPENDED)).silent == ()
    assert one(row(status=Status.CLOSED)).silent == ()


def test_lists_of_the_report_hold_the_tasks_that_its_numbers_count():
    rows = [
        row(1, status=Status.DONE),
        row(2, due_on=date(2026, 3, 20)),
        row(3, due_on=date(2026, 1, 31)),
        row(4, due_on=date(2026, 4, 30), status=Status.NOT_STARTED),
        row(5, status=Status.SUSPENDED, due_on=None),
        row(6, dropped_reason="由省级办理"),
    ]
    log = {1: [said(1, A, date(2026, 3, 9), 100)], 2: [said(2, B, date(2026, 3, 9), 50)]}
    report = report_of(rows, log, MARCH, MADE_ON)

    def numbers(tasks):
        return [o.row.number for o in tasks]

    assert numbers(report.tasks) == [1, 2, 3, 4, 5]
    assert not report.several
    assert report_of([*rows, row(1, plan_id=2)], {}, MARCH, MADE_ON).several
    assert numbers(report.done) == [1]
    assert [(word, numbers(tasks)) for word, tasks in report.states if tasks] == [
        ("已完成", [1]),
        ("推进中", [2, 3]),
        ("未启动", [4]),
        ("暂缓", [5]),
    ]
    assert numbers(report.late) == [2, 3]
    assert numbers(report.newly_late) == [2]
    assert numbers(report.finished) == [1]
    assert numbers(report.moved) == []
    assert numbers(report.due_next) == [4]
    assert report.reporting == (A, B)
    assert [(u, numbers(tasks)) for u, tasks in report.silent] == [(A, [2, 3, 4])]
    assert report.percent == (100 + 4 * 60) // 5  # as the tasks stand on the day of the report


def test_the_mean_is_that_of_the_statistics_of_the_same_day():
    rows = [row(1, status=Status.CLOSED, percent=90), row(2, percent=45)]
    log = {2: [said(2, A, date(2026, 3, 9), 10), said(2, A, MADE_ON, 45)]}
    report = report_of(rows, log, MARCH, MADE_ON)
    assert report.percent == figures_by_unit(rows, MADE_ON)[-1].percent == 72


def test_what_was_sent_back_is_named_so():
    report = report_of([row(1, status=Status.RETURNED)], {}, MARCH, MADE_ON)
    assert [word for word, tasks in report.states if tasks] == ["已退回"]


def test_a_report_over_nothing_has_no_mean():
    assert report_of([], {}, MARCH, MADE_ON).percent == 0


def test_amounts_stand_with_their_task():
    amount = Amount(1, "抽查3家", "3家", ((A, "3家"),), reached=True)
    other = Amount(2, "抽查3家", "3家", ((A, "3家"),), reached=True)
    report = report_of([row()], {}, MARCH, MADE_ON, [amount, other])
    assert report.tasks[0].amounts == (amount,)
    assert report.amounts == (amount,)


@pytest.mark.parametrize(
    ("day", "percent"), [(date(2026, 3, 1), 0), (date(2026, 3, 5), 20), (date(2026, 3, 9), 60)]
)
def test_how_far_a_task_was_on_a_day(day, percent):
    entries = [said(1, A, date(2026, 3, 2), 20), said(1, A, date(2026, 3, 8), 60)]
    assert percent_on(row(), entries, day) == percent


def actual(who: str, period: str, value: float) -> Actual:
    return Actual(1, "抽查10家", who, period, value)


@pytest.mark.parametrize(
    ("way", "total", "parts"),
    [
        (Way.SUM, "12家", ((A, "8家"), (B, "4家"))),
        (Way.LAST, "9家", ((A, "5家"), (B, "4家"))),
    ],
)
def test_a_total_is_traced_to_the_units_that_reported_it(way, total, parts):
    target = Target("抽查", ">=", 10, "家", "抽查10家")
    told = [actual(A, "2026-01", 3), actual(A, "2026-02", 5), actual(B, "2026-02", 4)]
    (result,) = results([target], told, {"抽查10家": way})
    assert amount_of(1, result) == Amount(1, "抽查10家", total, parts, way is Way.SUM, way)


def test_a_target_that_nobody_reported_on_has_no_amount():
    (result,) = results([Target("抽查", ">=", 10, "家", "抽查10家")], [], {})
    assert amount_of(1, result) is None


def test_a_unit_that_took_over_need_not_say_again_what_its_predecessor_said():
    words = said(1, C, date(2026, 3, 9), 30)
    assert one(row(), words).silent == (A,)
    assert one(row(), words, taken_over={A: {C}}).silent == ()
    assert one(row(), taken_over={A: {C}}).silent == (A,)
    assert one(row(), spoke={C}, taken_over={A: {C}}).silent == ()
