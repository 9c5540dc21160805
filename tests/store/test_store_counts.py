"""What the list of documents counts is what revising each of them says, whatever was decided and undone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shuangda_desktop.plan.model import Decision, DecisionKind, Plan
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.store import plans, queries
from shuangda_desktop.store.counts import counted
from shuangda_desktop.text.mapped import MappedText
from store.store_samples import DAY, NOW, SOURCE, keep_plan

TEXT = MappedText.of(
    "一、整治市场\n(一)管好网店。查清网店10家。(省网信办牵头,各有关部门配合)\n"
    "(二)管好集市。每季度检查一次,检查门店不少于8家。(省农业农村厅)\n(四)管好仓库。查封存货。\n"
)
READ = parse(TEXT)
PLACES = sorted(
    {m.key for m in READ.measures}
    | {f.span.start for m in READ.measures for f in m.findings}
    | {f.span.start for f in READ.findings}
    | {section.span.start for section in READ.sections}
)
CODES = sorted(
    {f.code for m in READ.measures for f in m.findings} | {f.code for f in READ.findings}
)
VALUES = st.fixed_dictionaries(
    {
        "code": st.sampled_from(CODES),
        "offset": st.integers(0, 9),
        "stop": st.integers(0, len(TEXT.raw)),
        "text": st.sampled_from(["查清。", ""]),
        "field": st.sampled_from(["title", "plan_year", "level"]),
        "value": st.sampled_from(["2025", "city", ""]),
        "duties": st.just([]),
    }
)
DECISIONS = st.builds(
    Decision, st.sampled_from(list(DecisionKind)), st.sampled_from([*PLACES, 1]), VALUES
)


def agree(store):
    for row in queries.plan_rows(store):
        plan = plans.load_plan(store, row.plan_id).plan
        said = counted(plan)
        assert (row.measures, row.open_findings) == (said.measures, said.doubts)
        head = (row.title, row.plan_year, row.level)
        assert head == (plan.title or "", plan.plan_year, plan.level)


@pytest.fixture
def plan_id(store):
    keep_plan(store)
    with store.step("导入", NOW):
        plans.save_plan(store, SOURCE, MappedText.of(""), Plan(), DAY)
        return plans.save_plan(store, SOURCE, TEXT, READ, DAY)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(DECISIONS, max_size=6), st.integers(0, 6))
def test_the_list_counts_what_revising_says_after_any_decisions_and_their_undo(
    store, plan_id, made, back
):
    assert CODES
    for decision in made:
        with store.step("更正", NOW):
            plans.add_decision(store, plan_id, decision)
    agree(store)
    for _ in made[:back]:
        store.undo()
    agree(store)
    for _ in made[back:]:
        store.undo()
    assert plans.load_decisions(store, plan_id) == ()


def test_only_plans_that_were_parted_are_gone_through(store, plan_id, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "shuangda_desktop.store.readings.load_counted",
        lambda store, ids: asked.append(ids) or {},
    )
    queries.plan_rows(store)
    with store.step("更正", NOW):
        plans.add_decision(store, plan_id, Decision(DecisionKind.JUNK, PLACES[0]))
    queries.plan_rows(store)
    assert asked == [[], [plan_id]]
