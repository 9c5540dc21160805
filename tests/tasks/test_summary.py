"""The figures of a set of tasks."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.status import due_soon, overdue
from shuangda_desktop.tasks.summary import Summary, silent_units, summarize
from tasks.task_samples import COOPERATING, LEAD, RESPONSIBLE, TODAY, row, unit


def test_no_tasks_give_zeros():
    assert summarize([], TODAY) == Summary(0, 0, 0, 0, 0, 0, 0, 0, ())


def test_tasks_are_counted_by_state_and_deadline():
    rows = [
        row(status=Status.DONE, percent=100),
        row(status=Status.CLOSED, percent=100),
        row(status=Status.SUSPENDED, percent=10),
        row(status=Status.NOT_STARTED, due_on=TODAY - timedelta(1), percent=0),
        row(status=Status.ONGOING, due_on=TODAY + timedelta(3), percent=41),
        row(status=Status.ONGOING, dropped_reason="不涉及"),
    ]
    figures = summarize(rows, TODAY)
    assert (figures.total, figures.done, figures.suspended) == (5, 2, 1)
    assert (figures.not_started, figures.ongoing) == (1, 1)
    assert (figures.overdue, figures.due_soon, figures.percent) == (1, 1, 50)


def test_silent_units_lead_or_answer_for_an_open_task():
    rows = [
        row(unit("甲", LEAD), unit("乙", RESPONSIBLE), unit("丙", COOPERATING)),
        row(unit("甲", LEAD), unit("丁", LEAD, percent=0)),
        row(unit("戊", LEAD), status=Status.DONE),
    ]
    assert silent_units(rows) == ("甲", "乙")


ROWS = st.lists(
    st.builds(
        lambda status, days, dropped: row(
            status=status,
            due_on=None if days is None else TODAY + timedelta(days),
            dropped_reason=dropped,
        ),
        st.sampled_from(list(Status)),
        st.one_of(st.none(), st.integers(-40, 40)),
        st.sampled_from(["", "不涉及"]),
    )
)


@settings(deadline=None)
@given(ROWS, st.integers(0, 30))
def test_every_number_equals_the_list_behind_it(rows, days):
    figures = summarize(rows, TODAY, days)
    kept = [r for r in rows if not r.dropped_reason]
    assert figures.overdue == len([r for r in rows if overdue(r, TODAY)])
    assert figures.due_soon == len([r for r in rows if due_soon(r, TODAY, days)])
    states = (figures.done, figures.ongoing, figures.not_started, figures.suspended)
    assert figures.total == len(kept) == sum(states)
