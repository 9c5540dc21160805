"""Several doubts or documents in one action, and back again by one undo."""

from datetime import timedelta

from shuangda_desktop.plan.model import Finding, Severity
from shuangda_desktop.services.reading import importing, reviewing, together
from shuangda_desktop.store import queries
from shuangda_desktop.store.plans import load_plan


def open_codes(store, plan_id):
    plan = load_plan(store, plan_id).plan
    return [f.code for f in (*plan.findings, *(f for m in plan.measures for f in m.findings))]


def test_doubts_are_settled_together_and_come_back_together(store, draft, now):
    plan_id = importing.keep_plan(store, draft, now)
    before = open_codes(store, plan_id)
    plan = load_plan(store, plan_id).plan
    findings = [*plan.findings, *(f for m in plan.measures for f in m.findings)]
    assert findings
    together.settle_findings(store, plan_id, findings, now)
    assert open_codes(store, plan_id) == []
    assert store.undo_label == f"核对{len(findings)}处疑点"
    store.undo()
    assert open_codes(store, plan_id) == before
    assert load_plan(store, plan_id).decisions == ()


def test_a_doubt_that_is_refused_leaves_all_of_them_open(store, draft, now, monkeypatch):
    plan_id = importing.keep_plan(store, draft, now)
    doubt = Finding("x", Severity.DOUBT, "x", load_plan(store, plan_id).plan.measures[0].span)
    settle, calls = reviewing.settle_finding, []

    def second_fails(*arguments):
        calls.append(arguments)
        if len(calls) == 2:
            raise ValueError
        settle(*arguments)

    monkeypatch.setattr(reviewing, "settle_finding", second_fails)
    try:
        together.settle_findings(store, plan_id, [doubt, doubt], now)
    except ValueError:
        calls.append(())
    assert len(calls) == 3
    assert load_plan(store, plan_id).decisions == ()


def test_plans_are_removed_together_and_come_back_together(store, draft, now):
    first = importing.keep_plan(store, draft, now)
    second = importing.keep_plan(store, importing.read_pasted("乙省2025年工作要点", "乙"), now)
    kept = queries.plan_rows(store)
    together.remove_plans(store, [first, second], now + timedelta(minutes=1))
    assert queries.plan_rows(store) == ()
    assert store.undo_label == "删除2份来文"
    store.undo()
    assert queries.plan_rows(store) == kept


def test_a_batch_of_imports_is_one_step(store, draft, now):
    importing.keep_plan(store, draft, now)
    importing.keep_plan(store, importing.read_pasted("乙省2025年工作要点", "乙"), now)
    assert together.join_imports(store, store.done_steps[-2:])
    assert store.undo_label == "导入2份来文"
    store.undo()
    assert queries.plan_rows(store) == ()
    store.redo()
    assert len(queries.plan_rows(store)) == 2


def test_imports_are_not_joined_over_other_work(store, draft, now):
    plan_id = importing.keep_plan(store, draft, now)
    steps = store.done_steps[-1:]
    assert together.join_imports(store, steps)
    assert store.done_steps[-1:] == steps
    importing.remove_plan(store, plan_id, now)
    assert not together.join_imports(store, steps)
    assert not together.join_imports(store, ())


def test_work_beside_imports_that_was_taken_back_can_still_be_done_again(store, draft, now):
    plan_id = importing.keep_plan(store, draft, now)
    importing.keep_plan(store, importing.read_pasted("乙省2025年工作要点", "乙"), now)
    steps, labels = store.done_steps, store.done_labels
    importing.remove_plan(store, plan_id, now)
    store.undo()
    store.undo()
    store.redo()
    assert store.done_labels == labels  # they look the same
    assert not together.join_imports(store, steps)
    assert store.done_labels == labels
    store.redo()
    assert plan_id not in {row.plan_id for row in queries.plan_rows(store)}
