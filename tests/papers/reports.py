"""A report of March over a few tasks of the invented city."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from exports.sample import task, unit
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.model import ProgressEntry, Status
from shuangda_desktop.tasks.periods import parse_key
from shuangda_desktop.tasks.reporting import Amount, Report, report_of
from shuangda_desktop.tasks.results import Way

A, B, C = "市公安局", "市商务局", "市司法局"
CITY, OFFICE = "示例市", "示例市双打办"
MADE_ON = date(2026, 4, 2)


def march(*rows, entries=(), amounts=(), made_on: date = MADE_ON) -> Report:
    """The report of March."""
    log = {row.task_id: [e for e in entries if e.task_id == row.task_id] for row in rows}
    return report_of(rows, log, parse_key("2026-03"), made_on, amounts)


def busy() -> Report:
    """One of each: finished, moved, late, silent, counted, suspended."""
    rows = (
        task(1, title="推进农资打假", units=(unit(A),), status=Status.DONE, due_on=None),
        task(2, title="管好寄递渠道", units=(unit(B), unit(A, Role.COOPERATING)), due_on=date(2026, 4, 30)),
        task(3, title="清查仓库", units=(unit(C, Role.RESPONSIBLE),), due_on=date(2026, 3, 20)),
        task(4, title="培训", units=(), status=Status.SUSPENDED, chapter="二、健全机制"),
        task(5, title="", text="公开案件。", units=(unit(C),), status=Status.NOT_STARTED, due_on=None),
    )  # fmt: skip
    entries = (
        ProgressEntry(1, A, date(2026, 3, 9), 100, "全部完成。"),
        ProgressEntry(2, B, date(2026, 3, 10), 40, ""),
        ProgressEntry(2, A, date(2026, 3, 11), 10, "配合检查"),
    )
    amounts = (
        Amount(2, "检查网点不少于50家", "42.5家", ((B, "40家"), (A, "2.5家")), reached=False),
        Amount(1, "办结率达到95%", "96.5%", ((A, "96.5%"),), reached=True, way=Way.LAST),
    )
    return march(*rows, entries=entries, amounts=amounts)


def quiet() -> Report:
    """Nothing late, nobody silent, nothing moved."""
    row = task(1, units=(unit(A),), due_on=date(2026, 12, 31))
    entries = (
        ProgressEntry(1, A, date(2026, 2, 9), 30, "甲"),
        ProgressEntry(1, A, date(2026, 3, 9), 30, "无变化"),
    )
    return march(row, entries=entries)  # fmt: skip


DAYS = st.dates(date(2026, 1, 1), date(2026, 4, 30))
SAID = st.sampled_from(  # nothing, words alone, a percentage
    [{}, {"reported_on": date(2026, 3, 5)}, {"reported_on": date(2026, 3, 5), "percent": 60}]
)
UNITS = st.sampled_from(["甲局", "乙局", "丙局"])


@st.composite
def reports(draw):
    """Any report of March, made some days after it."""
    rows, entries = [], []
    for number in range(1, draw(st.integers(0, 6)) + 1):
        parts = draw(st.lists(st.tuples(UNITS, st.sampled_from(Role)), max_size=3))
        status, due = draw(st.sampled_from(Status)), draw(st.none() | DAYS)
        units = tuple(replace(unit(name, role), **draw(SAID)) for name, role in parts)
        rows.append(task(number, units=units, status=status, due_on=due))
        for _ in range(draw(st.integers(0, 2))):
            on = min(draw(DAYS), MADE_ON)
            entries.append(ProgressEntry(number, draw(UNITS), on, draw(st.integers(0, 100)), "甲"))
    made_on = MADE_ON + timedelta(days=draw(st.integers(0, 40)))
    return march(*rows, entries=entries, made_on=made_on)
