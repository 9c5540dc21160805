"""Rows for tables: everything at once, filtered by SQL, corrected by the clerk's decisions."""

import time
from dataclasses import replace
from datetime import timedelta

import pytest

from shuangda_desktop.plan.model import (
    Decision,
    DecisionKind,
    Finding,
    Plan,
    Role,
    Section,
    Severity,
)
from shuangda_desktop.store import plans, queries, revised, task_parts, tasks
from shuangda_desktop.store.task_origins import origins_of
from shuangda_desktop.tasks.model import Assignment, Basis, ProgressEntry, Status
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import MappedText, Span
from store.store_samples import (
    DAY,
    MEASURE,
    NOW,
    PLAN,
    RAW,
    SOURCE,
    TEXT,
    a_task,
    fill,
    keep_plan,
    keep_tasks,
)


def change(store, write):
    with store.step("改", NOW):
        return write(store)


def report(store, task_id, unit, percent, days=0, note=""):
    entry = ProgressEntry(task_id, unit, DAY + timedelta(days=days), percent, note)
    change(store, lambda s: tasks.add_entry(s, entry))


def decide(store, plan_id, kind, at, value):
    change(store, lambda s: plans.add_decision(s, plan_id, Decision(kind, at, value)))


def test_nothing_in_the_store_is_no_rows(store):
    assert (queries.plan_rows(store), queries.task_rows(store), queries.audit_rows(store, 9)) == (
        (),
        (),
        (),
    )


def test_a_plan_row_holds_the_header_and_the_counts(store):
    plan_id, ids = fill(store)
    (row,) = queries.plan_rows(store)
    assert (row.plan_id, row.title, row.document_number) == (
        plan_id,
        PLAN.title,
        PLAN.document_number,
    )
    assert (row.issuer, row.issued_on, row.plan_year) == (PLAN.issuer, PLAN.issued_on, 2026)
    assert (row.level, row.source_name, row.imported_on) == (Level.PROVINCE, SOURCE.name, DAY)
    assert (row.measures, row.open_findings, row.tasks) == (2, 1, len(ids))


def test_a_plan_without_a_header_has_empty_fields(store):
    with store.step("导入", NOW):
        plans.save_plan(store, SOURCE, MappedText.of(RAW), Plan(), DAY)
    (row,) = queries.plan_rows(store)
    assert (row.title, row.document_number, row.issuer, row.level) == ("", "", "", None)


def test_the_newest_plan_comes_first(store):
    first, second = keep_plan(store), keep_plan(store)
    assert [row.plan_id for row in queries.plan_rows(store)] == [second, first]


def test_hints_are_nothing_to_settle(store):
    doubts = tuple(Finding("x", severity, "m", Span(0, 1)) for severity in Severity)
    with store.step("导入", NOW):
        plans.save_plan(store, SOURCE, TEXT, Plan(findings=doubts), DAY)
    assert queries.plan_rows(store)[0].open_findings == 2


def test_a_settled_finding_is_not_open_any_more(store):
    plan_id = keep_plan(store)
    decide(store, plan_id, DecisionKind.SETTLE, 13, {"code": "vague-target"})
    assert queries.plan_rows(store)[0].open_findings == 0


def test_decided_fields_show_in_all_rows(store):
    plan_id = keep_plan(store)
    keep_tasks(store, plan_id, 1)
    decide(store, plan_id, DecisionKind.SET_FIELD, 0, {"field": "title", "value": "正式标题"})
    decide(store, plan_id, DecisionKind.SET_HEADING, 0, {"level": 1, "heading": "新的章名"})
    assert queries.plan_rows(store)[0].title == "正式标题"
    (row,) = queries.task_rows(store)
    assert (row.plan_title, row.chapter) == ("正式标题", "一、新的章名")


def test_a_task_row_holds_all_of_the_task(store):
    plan_id, ids = fill(store)
    row = queries.task_rows(store)[0]
    task = tasks.load_task(store, ids[0])
    assert (row.task_id, row.plan_id, row.plan_title) == (task.id, plan_id, PLAN.title)
    assert (row.measure_key, row.number, row.title, row.text) == (12, 1, task.title, task.text)
    assert (row.chapter, row.item) == ("一、守护市场", "(一)清理网店")
    assert (row.source_text, row.clause) == (MEASURE.text, MEASURE.clause)
    assert (row.due_on, row.due_basis, row.due_text) == (task.due_on, Basis.STATED, "九月底前")
    assert (row.recurrence, row.targets, row.status) == ("P3M", ("三成以上",), Status.ONGOING)
    assert (row.percent, row.latest_note, row.latest_on) == (40, "已'查'3家\n", DAY)
    assert (row.applicable, row.dropped_reason, row.reason) == (False, "", task.reason)


def test_a_task_row_holds_its_units_in_order(store):
    fill(store)
    lead, other = queries.task_rows(store)[0].units
    assert (lead.unit, lead.role, lead.basis, lead.scope) == (
        "市甲局",
        Role.LEAD,
        Basis.STATED,
        "网店",
    )
    assert (lead.source_unit, lead.reason) == ("甲厅", "甲厅→市甲局")
    assert (lead.percent, lead.reported_on) == (40, DAY)
    assert (other.unit, other.percent, other.reported_on) == ("市乙局", None, None)


def test_a_task_of_a_measure_that_is_gone_still_has_its_row(store):
    plan_id = keep_plan(store)
    keep_tasks(store, plan_id, 1)
    change(store, lambda s: plans.replace_reading(s, plan_id, TEXT, replace(PLAN, measures=())))
    (row,) = queries.task_rows(store)
    assert (row.plan_title, row.chapter, row.item, row.source_text) == (PLAN.title, "", "", "")


def test_the_parts_of_a_long_chapter_stand_for_it(store):
    one, other = (Section(2, label, "清理集市", Span(1, 2), 0) for label in ("(一)", "(二)"))
    below = Section(3, "1", "查证照", Span(2, 3), 2)
    plan = replace(
        PLAN,
        sections=(PLAN.sections[0], one, other, below),
        measures=tuple(
            replace(MEASURE, key=key, section=at) for key, at in enumerate((1, 1, 2, 3), 12)
        ),
    )
    with store.step("导入", NOW):
        plan_id = plans.save_plan(store, SOURCE, TEXT, plan, DAY)
    keep_tasks(store, plan_id, 1)
    origins = origins_of(store, {(plan_id, key) for key in range(12, 16)}, {plan_id: plan})
    assert [(o.chapter, o.item) for o in list(origins.values())[1:]] == [
        ("\uff08一\uff09清理集市", ""),
        ("\uff08一\uff09清理集市", ""),
        ("\uff08二\uff09清理集市", ""),
        ("\uff08二\uff09清理集市", "1.查证照"),
    ]


@pytest.mark.parametrize(
    ("section", "chapter", "item"),
    [
        (0, "一、守护市场", ""),
        (1, "一、守护市场", "(一)清理网店"),
        (2, "一、守护市场", "2."),
        (None, "", ""),
    ],
)
def test_the_place_of_a_measure_is_told(store, section, chapter, item):
    plan = replace(PLAN, measures=(replace(MEASURE, section=section),))
    with store.step("导入", NOW):
        plan_id = plans.save_plan(store, SOURCE, TEXT, plan, DAY)
    keep_tasks(store, plan_id, 1)
    (row,) = queries.task_rows(store)
    assert (row.chapter, row.item) == (chapter, item)


def test_the_latest_report_is_of_the_latest_day_and_then_the_last_recorded(store):
    (task_id,) = keep_tasks(store, keep_plan(store), 1)
    report(store, task_id, "市甲局", 30, days=2, note="早录的")
    report(store, task_id, "市甲局", 90, days=1, note="补录前一天")
    report(store, task_id, "市甲局", 20, days=2, note="更正")
    report(store, task_id, "市乙局", 99, days=3, note="乙局")
    (row,) = queries.task_rows(store)
    assert [unit.percent for unit in row.units] == [20, 99]
    assert (row.percent, row.latest_note) == (20, "乙局")


@pytest.mark.parametrize(
    ("roles", "reports", "percent"),
    [
        ([Role.LEAD, Role.LEAD, Role.COOPERATING], [60, 40, 10], 40),
        ([Role.LEAD, Role.COOPERATING], [None, 80], 0),
        ([Role.RESPONSIBLE, Role.RESPONSIBLE], [70, 50], 50),
        ([Role.LEAD, Role.RESPONSIBLE], [70, 0], 70),
        ([], [], 0),
    ],
)
def test_the_percentage_is_of_those_who_answer_for_the_task(store, roles, reports, percent):
    plan_id = keep_plan(store)
    units = tuple(Assignment(f"单位{n}", role) for n, role in enumerate(roles))
    with store.step("分解", NOW):
        (task_id,) = tasks.add_tasks(store, [replace(a_task(plan_id), assignments=units)])
    for n, reached in enumerate(reports):
        if reached is not None:
            report(store, task_id, f"单位{n}", reached)
    assert queries.task_rows(store)[0].percent == percent


@pytest.mark.parametrize("status", [Status.DONE, Status.CLOSED])
def test_what_is_finished_stands_at_a_hundred(store, status):
    plan_id = keep_plan(store)
    with store.step("分解", NOW):
        tasks.add_tasks(store, [replace(a_task(plan_id), status=status)])
    assert queries.task_rows(store)[0].percent == 100


def test_rows_are_chosen_by_plan_unit_and_status(store):
    first, second = keep_plan(store), keep_plan(store)
    keep_tasks(store, first, 2)
    (other,) = keep_tasks(store, second, 1)
    changed = replace(
        tasks.load_task(store, other),
        status=Status.DONE,
        assignments=(Assignment("市丙局", Role.COOPERATING),),
    )
    change(store, lambda s: tasks.save_task(s, changed))
    numbers = lambda **choice: [row.task_id for row in queries.task_rows(store, **choice)]  # noqa: E731
    assert len(numbers()) == 3
    assert (len(numbers(plan_id=first)), numbers(plan_id=second), numbers(plan_id=99)) == (
        2,
        [other],
        [],
    )
    assert (len(numbers(unit="市甲局")), numbers(unit="市丙局"), numbers(unit="x")) == (
        2,
        [other],
        [],
    )
    assert (numbers(status=Status.DONE), numbers(status=Status.CLOSED)) == ([other], [])
    assert numbers(plan_id=first, unit="市丙局") == []
    assert numbers(plan_id=second, unit="市丙局", status=Status.DONE) == [other]


def test_dropped_tasks_show_only_when_asked_for(store):
    _, ids = fill(store)
    dropped = replace(tasks.load_task(store, ids[0]), dropped_reason="不归本市")
    change(store, lambda s: tasks.save_task(s, dropped))
    assert [row.task_id for row in queries.task_rows(store)] == ids[1:]
    rows = queries.task_rows(store, include_dropped=True)
    assert [(row.task_id, row.dropped_reason) for row in rows] == [
        (ids[0], "不归本市"),
        (ids[1], ""),
    ]


def test_rows_stand_in_the_order_of_plans_and_numbers(store):
    first, second = keep_plan(store), keep_plan(store)
    for plan_id, number in ((second, 1), (first, 2), (first, 1)):
        with store.step("分解", NOW):
            tasks.add_tasks(store, [a_task(plan_id, number=number)])
    rows = queries.task_rows(store)
    assert [(row.plan_id, row.number) for row in rows] == [(first, 1), (first, 2), (second, 1)]


def test_the_record_is_read_newest_first_and_no_further_than_asked(store):
    fill(store)
    rows = queries.audit_rows(store, 5)
    assert [row.id for row in rows] == sorted((row.id for row in rows), reverse=True)
    assert len(rows) == 5


@pytest.mark.parametrize("count", [20, 200])
def test_the_number_of_queries_does_not_grow_with_the_rows(store, count):
    keep_tasks(store, keep_plan(store), count)
    asked = []
    store.db.conn.set_trace_callback(asked.append)
    queries.task_rows(store)
    store.db.conn.set_trace_callback(None)
    assert len(asked) == 12


@pytest.mark.parametrize(
    "query", [task_parts._UNITS, task_parts._TARGETS, task_parts._NOTES, revised._DECISIONS]
)
def test_no_query_of_the_parts_reads_a_whole_table(store, query):
    plan = store.rows(f"EXPLAIN QUERY PLAN {query}", ["[]"])
    scans = [line[3] for line in plan if line[3].startswith("SCAN")]
    assert all("VIRTUAL TABLE" in scan for scan in scans), plan


def test_two_thousand_tasks_are_listed_in_a_moment(store):
    measures = tuple(replace(MEASURE, key=n) for n in range(2000))
    with store.step("导入", NOW):
        plan_id = plans.save_plan(store, SOURCE, TEXT, replace(PLAN, measures=measures), DAY)
        ids = tasks.add_tasks(store, [a_task(plan_id, n, n) for n in range(2000)])
        for task_id in ids:
            tasks.add_entry(store, ProgressEntry(task_id, "市甲局", DAY, 50, "n"))
    times = []
    for _ in range(5):
        start = time.process_time()
        assert len(queries.task_rows(store)) == 2000
        times.append(time.process_time() - start)
    assert min(times) < 0.5  # 0.1 s where nothing else runs
