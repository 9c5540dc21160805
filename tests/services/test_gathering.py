"""Which tasks a document holds when the program has been used for more than one year."""

from dataclasses import replace
from datetime import date

import pytest

from shuangda_desktop.errors import RuleError
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.outputs.documents import document_of
from shuangda_desktop.services.outputs.gathering import Wanted, tasks_in_hand, tasks_to_issue
from shuangda_desktop.services.outputs.paper_kinds import PaperWanted, kind_of
from shuangda_desktop.store import tasks
from shuangda_desktop.store.plans import save_plan
from shuangda_desktop.tasks.model import Assignment, Status, Task
from shuangda_desktop.tasks.periods import parse_key

POLICE = "市公安局"


@pytest.fixture
def years(store, draft, now):
    """A task that runs, one that is closed and one that went on, of 2025; two tasks of 2026."""
    with store.step("两年", now):
        for year, states in (
            (2025, (Status.ONGOING, Status.CLOSED, Status.CARRIED)),
            (2026, (Status.NOT_STARTED, Status.CLOSED)),
        ):
            source = replace(draft.source, sha256=f"{year}" * 16)
            plan = replace(draft.plan, plan_year=year, title=f"{year}年工作要点")
            plan_id = save_plan(store, source, draft.text, plan, now.date())
            key = plan.measures[0].key
            units = (Assignment(POLICE, Role.LEAD),)
            tasks.add_tasks(
                store,
                [
                    Task(plan_id, key, n, f"{year}{s}", f"{year}{s}", units, status=s)
                    for n, s in enumerate(states, 1)
                ],
            )
    return store


def titles(rows) -> list[str]:
    return [row.title for row in rows]


NEW, OLD = ["2026not_started", "2026closed"], ["2025ongoing", "2025closed", "2025carried"]


def test_what_is_issued_is_the_newest_year_s(years):
    assert titles(tasks_to_issue(years)) == NEW
    assert titles(tasks_to_issue(years, POLICE)) == NEW


def test_in_hand_is_the_year_s_work_and_what_still_runs_of_earlier_ones(years):
    assert titles(tasks_in_hand(years, None, 2026)) == [*NEW, "2025ongoing"]


def test_until_a_plan_of_the_year_has_come_the_last_one_goes_on(years):
    assert titles(tasks_in_hand(years, None, 2027)) == [*NEW, "2025ongoing"]


def test_a_report_on_an_earlier_year_is_that_year_s(years):
    assert titles(tasks_in_hand(years, None, 2025)) == OLD
    assert titles(tasks_in_hand(years, None, 2024)) == OLD


def test_a_unit_without_tasks_and_an_empty_store_are_refused(years):
    with pytest.raises(RuleError, match="市司法局”没有任务"):
        tasks_in_hand(years, "市司法局", 2026)


def test_before_the_first_plan_there_is_nothing_to_write(store):
    with pytest.raises(RuleError, match="还没有任务"):
        tasks_to_issue(store)


@pytest.mark.parametrize(
    ("document", "count"), [("schedule", 2), ("ledger", 3), ("statistics", 3), ("supervision", 3)]
)
def test_every_table_keeps_to_it(years, document, count):
    job = document_of(document).gather(years, Wanted(date(2026, 3, 16)))
    assert len(job.rows) == count


@pytest.mark.parametrize(("period", "said"), [("2026-02", "3项任务中"), ("2025", "3项任务中")])
def test_every_report_keeps_to_it(years, period, said):
    wanted = PaperWanted("report", date(2026, 3, 16), parse_key(period))
    words = "".join(p.words for p in kind_of("report").build(years, wanted).paragraphs)
    assert said in words
    assert ("2026not_started" in words) is (period == "2026-02")
