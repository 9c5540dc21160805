"""What years ago was done is left out of lists and tables of today, and found where it is asked for."""

from datetime import date, timedelta

import pytest

from services.city import found_city, name_of
from shuangda_desktop.errors import RuleError
from shuangda_desktop.services.outputs.documents import document_of
from shuangda_desktop.services.outputs.gathering import Wanted
from shuangda_desktop.services.outputs.paper_kinds import PaperWanted, kind_of
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.store import plan_years, queries, returns
from shuangda_desktop.tasks.model import ProgressEntry, Status
from shuangda_desktop.tasks.periods import PeriodKind, period_of


@pytest.fixture
def later(now):
    """Two years on, in summer."""
    return now.replace(year=now.year + 2, month=7)


@pytest.fixture
def old(store, now):
    """Of three tasks the first is closed, the second carried on, the third still runs."""
    first, second, third = found_city(store, now, 1, 3)
    for task_id, status in ((first, Status.DONE), (first, Status.CLOSED), (second, Status.CARRIED)):
        tracking.set_status(store, task_id, status, "核查通过", now)
    return first, second, third


@pytest.fixture
def new(store, old, later):
    """A task of the plan of two years on."""
    return found_city(store, later, 1, 1, later.year)


def ids(rows):
    return [row.task_id for row in rows]


def gathered(store, key, day, **more):
    return ids(document_of(key).gather(store, Wanted(day, **more)).rows)


def close(store, task_id, now):
    for status in (Status.DONE, Status.CLOSED):
        tracking.set_status(store, task_id, status, "核查通过", now)


def test_tables_list_what_runs_and_what_is_of_this_year(store, old, new, now, later):
    for key in ("ledger", "supervision", "statistics"):
        assert gathered(store, key, now.date()) == [*old]
        assert gathered(store, key, later.date()) == [*new, old[2]]


def test_a_plan_of_years_ago_is_written_whole_where_it_is_asked_for(store, old, new, later):
    for key in ("schedule", "ledger"):
        assert gathered(store, key, later.date(), plan_id=1) == [*old]
    with pytest.raises(RuleError, match="没有任务"):
        gathered(store, "ledger", later.date(), plan_id=1, unit="市司法局")


def test_what_was_closed_this_year_counts_whenever_its_plan_came(store, old, new, later):
    close(store, old[2], later)
    assert gathered(store, "ledger", later.date()) == [*new, old[2]]
    after = later.replace(year=later.year + 1)
    found_city(store, after, 1, 1, after.year)
    assert old[2] not in gathered(store, "ledger", after.date())
    assert ids(queries.task_rows(store, since=after.date())) == [*new, 5]


@pytest.mark.parametrize(("status", "in_it"), [(Status.CLOSED, True), (Status.CARRIED, False)])
def test_what_ended_after_a_year_was_work_of_that_year(store, old, new, later, status, in_it):
    after = later.replace(year=later.year + 1, month=1)
    found_city(store, after, 1, 1, after.year)
    if status is Status.CLOSED:
        close(store, old[2], after)
    else:
        tracking.set_status(store, old[2], status, "结转", after)
    assert old[2] in gathered(store, "ledger", later.date())
    assert (old[2] in gathered(store, "ledger", after.date())) is in_it


def test_a_report_is_of_the_year_of_its_period(store, old, new, now, later):
    def counted(day):
        month = period_of(PeriodKind.MONTH, day)
        paper = kind_of("report").build(store, PaperWanted("report", later.date(), month))
        return "".join(p.words for p in paper.paragraphs)

    assert "3项任务中" in counted(now.date())
    assert "2项任务中" in counted(later.date())


def test_a_report_tells_the_words_of_its_period_alone(store, old, later):
    (row,) = queries.task_rows(store, ids=old[2:])
    unit = row.units[0].unit
    for months, percent in ((2, 20), (1, 40), (0, 60)):
        day = later.date() - timedelta(days=30 * months)
        tracking.record_progress(
            store, ProgressEntry(row.task_id, unit, day, percent, f"第{percent}批。"), later
        )
    month = period_of(PeriodKind.MONTH, later.date())
    paper = kind_of("report").build(store, PaperWanted("report", later.date(), month))
    words = "".join(p.words for p in paper.paragraphs)
    assert "第60批" in words
    assert "第40批" not in words


def test_the_list_of_documents_is_of_this_year_and_of_what_still_runs(store, old, later):
    since = date(later.year, 1, 1)
    assert len(queries.plan_rows(store, since)) == 1
    tracking.set_status(store, old[2], Status.CARRIED, "明年再办", later)
    assert queries.plan_rows(store, since) == ()
    assert len(queries.plan_rows(store)) == len(queries.plan_rows(store, ids=[1])) == 1
    assert queries.plan_rows(store, ids=[]) == ()


def test_the_last_document_is_named_however_old_it_is(store, old, later):
    (named,) = plan_years.plan_names(store, later.date())
    assert plan_years.plan_names(store, later.date(), divided=True) == (named,)
    assert plan_years.last_divided(store) == named.plan_id


def test_without_tasks_no_document_is_divided(store, plan_id):
    assert plan_years.last_divided(store) == 0
    assert plan_years.plan_names(store, date.min, divided=True) == ()
    assert len(plan_years.plan_names(store, date.min)) == 1
    with pytest.raises(RuleError, match="还没有分解"):
        document_of("comparison").gather(store, Wanted(date(2026, 3, 1)))


def test_files_are_named_again_only_of_the_last_and_known_whenever(store, now):
    from shuangda_desktop.tasks.returns.model import Return, ReturnKind

    with store.step("收表", now):
        for number in range(3):
            file_id = returns.keep_file(store, f"{number}.xlsx", f"sha{number}", "xlsx", b"x")
            one = Return(f"{number}.xlsx", f"sha{number}", name_of(0), "2026-03", ReturnKind.ZERO)
            returns.add_return(store, file_id, one, now.date(), ())
    assert dict(returns.last_files(store, 2)) == {"sha1": "1.xlsx", "sha2": "2.xlsx"}
    assert returns.known_files(store, ["sha0", "other"]) == {"sha0"}
