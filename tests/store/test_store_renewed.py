"""A new reading in the place of an old one: the store says the new one, and hardly a row was written."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from shuangda_desktop.plan.model import Section
from shuangda_desktop.store import plans, queries
from shuangda_desktop.store.database import open_store
from shuangda_desktop.text.mapped import MappedText, Proposal, Repair, Span
from store.store_samples import DAY, MEASURE, NOW, PLAN, SOURCE, TEXT, dump, keep_plan

NAMES = st.lists(st.sampled_from("甲乙丙丁"), max_size=5)


def a_plan(names, sections):
    """Measures and sections by their names; a name that comes again is another one."""
    return replace(
        PLAN,
        measures=tuple(replace(MEASURE, key=at, text=name) for at, name in enumerate(names)),
        sections=tuple(Section(1, "一", name, Span(0, 1), None) for name in sections),
    )


def a_text(repairs, proposals):
    changes = tuple(Repair("blanks", name, "", Span(0, 1), True) for name in repairs)
    asked = tuple(Proposal("blanks", Span(0, 1), name, ("x",), "疑") for name in proposals)
    return MappedText(TEXT.raw, TEXT.text, TEXT.origins, changes, asked)


READINGS = st.tuples(st.builds(a_text, NAMES, NAMES), st.builds(a_plan, NAMES, NAMES))


def what_is_read(store, plan_id):
    stored = plans.load_plan(store, plan_id)
    return stored.text.changes, stored.text.proposals, stored.detected


@settings(max_examples=40)
@given(st.lists(READINGS, min_size=2, max_size=4))
def test_whatever_was_read_before_the_store_says_the_last_reading(readings):
    with open_store(":memory:", NOW) as store:
        text, plan = readings[0]
        with store.step("导入", NOW):
            plan_id = plans.save_plan(store, SOURCE, text, plan, DAY)
        dumps = [dump(store)]
        for text, plan in readings[1:]:
            with store.step("重读", NOW):
                plans.replace_reading(store, plan_id, text, plan)
            dumps.append(dump(store))
            assert what_is_read(store, plan_id) == (text.changes, text.proposals, plan)
        while store.undo_label == "重读":
            store.undo()
            assert dump(store) in dumps  # a reading that was the same was no step
        assert dump(store) == dumps[0]


def test_only_what_differs_is_written(store):
    plan_id = keep_plan(store)
    known = plans.load_plan(store, plan_id)
    first, *others = known.detected.measures
    changed = replace(known.detected, measures=(replace(first, text="改了"), *others))
    before = queries.audit_rows(store, 1)[0].id
    with store.step("重读", NOW):
        plans.replace_reading(store, plan_id, known.text, changed, known)
    written = [row for row in queries.audit_rows(store, 99) if row.id > before]
    assert {row.row_id for row in written if row.table == "measure" and row.new is None} == {1}
    assert sum(row.table in ("section", "repair", "proposal") for row in written) == 0
    assert plans.load_plan(store, plan_id).detected == changed


def test_the_same_reading_is_no_step(store):
    plan_id = keep_plan(store)
    known = plans.load_plan(store, plan_id)
    with store.step("重读", NOW):
        plans.replace_reading(store, plan_id, known.text, known.detected)
    assert store.undo_label != "重读"


def test_the_text_of_a_plan_that_is_gone_is_none(store):
    plan_id = keep_plan(store)
    assert plans.text_of(store, plan_id) == TEXT.text
    assert plans.text_of(store, 99) is None
