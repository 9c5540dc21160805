"""The figures of units and months."""

from dataclasses import replace
from datetime import date

import pytest

from exports.sample import task, unit
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.life import Move, MoveKind
from shuangda_desktop.tasks.model import ProgressEntry, Status
from shuangda_desktop.tasks.unit_figures import (
    ALL,
    MOST_MONTHS,
    figures_by_month,
    figures_by_unit,
    month_columns,
    state_columns,
    unit_columns,
)

TODAY = date(2026, 7, 10)
A, B, C = "市公安局", "市商务局", "市司法局"


def part(name, role=Role.LEAD, percent=None):
    return replace(unit(name, role), percent=percent)


ROWS = (
    task(1, units=(part(A, percent=40), part(B, Role.COOPERATING)), percent=40),
    task(2, units=(part(A), part(B, Role.RESPONSIBLE)), status=Status.DONE, percent=100),
    task(3, units=(part(C, Role.COOPERATING),), status=Status.SUSPENDED, percent=0),
    task(
        4,
        units=(part(B, Role.RESPONSIBLE),),
        status=Status.NOT_STARTED,
        due_on=date(2026, 12, 31),
        percent=0,
    ),
)


def by_name():
    return {figures.unit: figures for figures in figures_by_unit(ROWS, TODAY)}


def test_a_unit_answers_for_what_it_leads_and_is_responsible_for():
    figures = by_name()[A]
    assert (figures.lead, figures.responsible, figures.cooperating) == (2, 0, 0)
    assert (figures.done, figures.ongoing, figures.not_started, figures.suspended) == (1, 1, 0, 0)
    assert (figures.late, figures.percent) == (1, 70)


def test_a_task_reported_in_words_alone_is_left_out_of_the_mean():
    words = replace(part(A), reported_on=date(2026, 7, 1))
    rows = (task(1, units=(words,), percent=0), task(2, units=(part(A, percent=40),), percent=40))
    log = {1: [ProgressEntry(1, A, date(2026, 6, 3), None, "已检查。")],
           2: [ProgressEntry(2, A, date(2026, 6, 3), 30, "")]}  # fmt: skip
    assert [figures.percent for figures in figures_by_unit(rows, TODAY)] == [40, 40]
    assert [month.percent for month in figures_by_month(rows, log, TODAY)] == [30, 40]
    (alone, _) = figures_by_unit(rows[:1], TODAY)
    assert (alone.percent, unit_columns()[-1].text(alone)) == (None, "未报完成率")
    assert figures_by_month(rows[:1], log, TODAY)[-1].percent is None


def test_states_of_a_unit_sum_up_to_what_it_answers_for():
    for figures in figures_by_unit(ROWS, TODAY):
        states = sum(column.value(figures) for column in state_columns())
        assert states == figures.lead + figures.responsible


def test_what_stands_for_good_or_was_sent_back_has_a_place_of_its_own():
    rows = [
        task(n, units=(part(A),), status=status)
        for n, status in enumerate((Status.STANDING, Status.RETURNED, Status.ONGOING), 1)
    ]
    (figures, _) = figures_by_unit(rows, TODAY)
    assert (figures.standing, figures.returned, figures.ongoing) == (1, 1, 1)
    titles = [column.title for column in state_columns([figures])]
    assert titles == ["已完成", "推进中", "已退回", "未启动", "长期坚持"]


def test_no_column_is_all_noughts_but_the_usual_ones():
    plain = figures_by_unit(ROWS[:1], TODAY)
    assert [column.key for column in state_columns(plain)] == ["done", "ongoing", "not_started"]
    assert len(unit_columns(plain)) == len(unit_columns()) - 3


def test_cooperating_is_counted_apart():
    assert (by_name()[B].cooperating, by_name()[B].responsible) == (1, 2)
    assert (by_name()[C].cooperating, by_name()[C].percent) == (1, 0)
    mean = unit_columns()[-1]
    assert (mean.text(by_name()[C]), mean.value(by_name()[C])) == ("", None)  # it has no tasks
    assert mean.value(by_name()[A]) == 70


def test_the_busiest_come_first_and_the_sum_counts_each_task_once():
    figures = figures_by_unit(ROWS, TODAY)
    assert [one.unit for one in figures] == [A, B, C, ALL]
    assert (figures[-1].lead, figures[-1].responsible, figures[-1].percent) == (2, 2, 35)


def test_without_tasks_there_is_nothing_to_sum_up():
    assert figures_by_unit((), TODAY) == ()


LOG = {
    1: (
        ProgressEntry(1, A, date(2026, 5, 20), 20, ""),
        ProgressEntry(1, A, date(2026, 7, 1), 40, ""),
    ),
    2: (ProgressEntry(2, A, date(2026, 6, 10), 100, ""),),
}


def test_each_month_stands_as_it_was_at_its_end():
    may, june, july = figures_by_month(ROWS, LOG, TODAY)
    assert [one.period.key for one in (may, june, july)] == ["2026-05", "2026-06", "2026-07"]
    assert [(m.due, m.done, m.percent, m.reports) for m in (may, june, july)] == [
        (0, 0, 5, 1),
        (3, 1, 30, 1),
        (3, 1, 35, 1),
    ]


@pytest.mark.parametrize(
    ("status", "until", "done", "percents"),
    [
        (Status.CLOSED, Status.ONGOING, (0, 1, 1), (20, 100, 100)),  # by hand, at 20 %
        (Status.RETURNED, Status.DONE, (1, 0, 0), (100, 100, 100)),  # at 100 %, and sent back
    ],
)
def test_a_month_counts_as_done_what_was_so_at_its_end(status, until, done, percents):
    step = Move(1, MoveKind.STATUS, date(2026, 6, 10), "双打办", "", until, status)
    percent = percents[0] if status is Status.CLOSED else 100
    one = task(1, units=(part(A, percent=percent),), status=status, percent=100, moves=(step,))
    log = {1: (ProgressEntry(1, A, date(2026, 5, 20), percent, ""),)}
    months = figures_by_month((one,), log, TODAY)
    assert tuple(month.done for month in months) == done
    assert tuple(month.percent for month in months) == percents


def test_without_reports_there_is_the_present_month():
    (july,) = figures_by_month(ROWS, {}, TODAY)
    assert (july.period.label, july.percent) == ("2026年7月", 35)
    assert figures_by_month((), {}, TODAY)[0].percent == 0


def test_at_most_two_years_are_shown():
    old = {1: (ProgressEntry(1, A, date(2019, 1, 1), 5, ""),)}
    months = figures_by_month(ROWS, old, TODAY)
    assert len(months) == MOST_MONTHS
    assert months[-1].period.key == "2026-07"


@pytest.mark.parametrize(
    ("columns", "row", "texts"),
    [
        (unit_columns(), 0, [A, "2", "0", "0", "1", "1", "0", "0", "0", "0", "1", "70%"]),
        (month_columns(), 1, ["2026年6月", "3", "1", "30%", "1"]),
    ],
)
def test_columns_show_and_hold_the_same(columns, row, texts):
    rows = figures_by_unit(ROWS, TODAY) if len(columns) > 5 else figures_by_month(ROWS, LOG, TODAY)
    assert [c.text(rows[row]) for c in columns] == texts
    assert [str(c.value(rows[row])) for c in columns] == [text.rstrip("%") for text in texts]
