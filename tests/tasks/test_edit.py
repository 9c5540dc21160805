"""Cutting, joining and ordering tasks."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.errors import RuleError
from shuangda_desktop.plan.model import Target
from shuangda_desktop.tasks.dividing.edit import merge_tasks, renumber, split_task
from shuangda_desktop.tasks.model import Assignment, Rewording
from tasks.task_samples import COOPERATING, DECIDED, LEAD, PROPOSED, STATED, describe, row, task

POLICE = Assignment("市公安局", LEAD, STATED, "省公安厅", "对口单位", id=4)
TRADE = Assignment("市商务局", COOPERATING, STATED, "省商务厅", "对口单位", id=5)
WHOLE = task(
    "检查全市市场。抽查种子\uff0c比例不低于3%。",
    (POLICE, TRADE),
    id=9,
    rewordings=(Rewording("全省", "全市"),),
    targets=(Target("抽查比例", ">=", 3, "%", "不低于3%"),),
)


def test_a_task_is_cut_at_a_place_of_its_text():
    first, second = split_task(WHOLE, 7)
    assert (first.text, second.text) == ("检查全市市场。", "抽查种子\uff0c比例不低于3%。")
    assert (first.title, second.title) == ("检查农资市场", "抽查种子")
    assert (first.number, second.number) == (1, 2)


def test_both_parts_keep_the_units_and_only_the_first_its_place_in_the_store():
    first, second = split_task(WHOLE, 7)
    assert describe(first.assignments) == describe(second.assignments)
    assert (first.id, [a.id for a in first.assignments]) == (9, [4, 5])
    assert (second.id, [a.id for a in second.assignments]) == (None, [None, None])


def test_changes_and_targets_go_to_the_part_that_holds_them():
    first, second = split_task(WHOLE, 7)
    assert (len(first.rewordings), len(second.rewordings)) == (1, 0)
    assert (len(first.targets), len(second.targets)) == (0, 1)


@pytest.mark.parametrize("offset", [-1, 0, len(WHOLE.text), 99])
def test_a_cut_at_the_edge_is_refused_in_words(offset):
    with pytest.raises(RuleError, match="任务没有改动"):
        split_task(WHOLE, offset)


TEXTS = st.text(st.sampled_from("全市县各市场农资。\uff0c3%"), min_size=2, max_size=40)
CHANGES = st.lists(
    st.builds(Rewording, st.just("全省"), st.sampled_from(["全市", "各县", "无"])), max_size=4
)


@given(TEXTS, CHANGES, st.data())
def test_joining_the_parts_gives_the_task_again(text, changes, data):
    original = task(text, (POLICE, TRADE), rewordings=tuple(changes), targets=WHOLE.targets, id=9)
    offset = data.draw(st.integers(1, len(text) - 1))
    assert merge_tasks(split_task(original, offset)) == original


def test_joined_tasks_hold_each_unit_once_in_its_strongest_role():
    other = task(
        "打击走私。", (replace(TRADE, role=LEAD), replace(POLICE, role=COOPERATING)), measure_key=2
    )
    merged = merge_tasks([WHOLE, other])
    assert describe(merged.assignments) == "lead: 市公安局, 市商务局"
    assert [given.id for given in merged.assignments] == [4, 5]


@pytest.mark.parametrize(
    ("first", "second", "key", "text"),
    [
        ("检查市场。", "抽查种子。", 2, "检查市场。抽查种子。"),
        ("检查市场", "抽查种子。", 2, "检查市场。抽查种子。"),
        ("检查市场", "抽查种子。", 1, "检查市场抽查种子。"),
    ],
)
def test_texts_of_different_measures_are_parted_by_a_stop(first, second, key, text):
    assert merge_tasks([task(first), task(second, measure_key=key)]).text == text


JUNE, MAY = date(2026, 6, 30), date(2026, 5, 31)


@pytest.mark.parametrize(
    ("dues", "kept"),
    [
        ([(JUNE, STATED), (MAY, DECIDED)], (JUNE, STATED)),
        ([(MAY, STATED), (JUNE, PROPOSED)], (JUNE, PROPOSED)),
        ([(None, STATED), (MAY, DECIDED)], (MAY, DECIDED)),
        ([(None, STATED), (None, DECIDED)], (None, STATED)),
    ],
)
def test_the_last_deadline_counts(dues, kept):
    merged = merge_tasks([task(due_on=due, due_basis=basis) for due, basis in dues])
    assert (merged.due_on, merged.due_basis) == kept


def test_reasons_and_rhythms_are_kept():
    merged = merge_tasks(
        [task(reason="甲"), task(reason="乙", recurrence="P3M"), task(reason="甲")]
    )
    assert (merged.reason, merged.recurrence) == ("甲\uff1b乙", "P3M")


def test_a_merged_task_carries_out_every_measure_once():
    merged = merge_tasks([task(measure_key=1), task(measure_key=7), task(measure_key=1)])
    assert (merged.measure_key, merged.more_keys, merged.keys) == (1, (7,), (1, 7))
    again = merge_tasks([task(measure_key=4), merged])
    assert again.keys == (4, 1, 7)
    assert all(part.keys == (4, 1, 7) for part in split_task(again, 3))
    assert row(measure_key=4, more_keys=(1, 7)).keys == again.keys


def test_a_merged_task_is_left_out_only_if_all_were():
    out, kept = task(applicable=False, dropped_reason="不涉及"), task()
    assert merge_tasks([out, kept]).applicable
    assert merge_tasks([out, kept]).dropped_reason == ""
    assert not merge_tasks([out, out]).applicable
    assert merge_tasks([out, out]).dropped_reason == "不涉及"


def test_nothing_to_merge_is_refused_in_words():
    with pytest.raises(RuleError, match="任务没有改动"):
        merge_tasks([])


def test_numbers_follow_the_order():
    given = [task(number=5), task(applicable=False), task(number=2), task(dropped_reason="不涉及")]
    assert [t.number for t in renumber(given)] == [1, -1, 2, -2]
