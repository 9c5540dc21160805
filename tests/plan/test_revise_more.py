"""Corrections that put in or move: missed measures, headings, days, numbers, cuts at a known place."""

from datetime import date

import pytest

from plan.telling import outline, told
from shuangda_desktop.plan.model import Decision, DecisionKind
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.plan.revising.revise import revise
from shuangda_desktop.text.mapped import MappedText

TEXT = """云溪市2023年工作要点
一、重点任务
(一)整治网络。6月底前约谈平台。(市公安局负责)
1.清理链接。(市网信办负责)
(二)整治农资。(市农业农村局牵头)
二、保障
"""
Kind = DecisionKind


@pytest.fixture
def plan():
    return parse(MappedText.of(TEXT))


def decided(plan, kind, at, **value):
    return revise(plan, [Decision(kind, at, value)])


def test_a_missed_measure_takes_its_place(plan):
    at = TEXT.index("保障")
    duties = [{"unit": "市商务局", "role": "lead", "scope": None}]
    revised = decided(
        plan,
        Kind.ADD,
        at,
        stop=at + 2,
        text="9月底前另行通知。",
        clause="(市商务局牵头)",
        duties=duties,
    )
    added = revised.measures[-1]
    assert [m.key for m in revised.measures] == [*(m.key for m in plan.measures), at]
    assert (added.clause, told(added.duties)) == ("(市商务局牵头)", "lead 市商务局")
    assert added.deadlines[0].due_on == date(2023, 9, 30)
    assert plan.sections[added.section].label == "二"


@pytest.mark.parametrize(
    "value", [{}, {"stop": 1, "text": "x"}, {"stop": 999}, {"stop": 999, "text": ""}]
)
def test_a_missed_measure_without_words_or_place_is_none(plan, value):
    assert decided(plan, Kind.ADD, 5, **value) == plan


def test_where_a_measure_begins_none_is_added(plan):
    assert decided(plan, Kind.ADD, plan.measures[0].key, stop=999, text="x") == plan


def test_above_all_headings_a_measure_has_none(plan):
    assert decided(plan, Kind.ADD, 0, stop=3, text="x").measures[0].section is None


def test_another_level_moves_what_stands_below(plan):
    at = plan.sections[1].span.start
    assert outline(decided(plan, Kind.SET_HEADING, at, level=1)) == [
        "1 一 重点任务",
        "1 (一) 整治网络",
        "3 1 <(一)",
        "2 (二) <(一)",
        "1 二 保障",
    ]


def test_what_is_no_heading_hands_on_what_stood_below(plan):
    revised = decided(plan, Kind.DROP_HEADING, plan.sections[1].span.start)
    assert outline(revised) == [
        "1 一 重点任务",
        "3 1 <一",
        "2 (二) <一",
        "1 二 保障",
    ]
    assert [revised.sections[m.section].label for m in revised.measures] == ["一", "1", "(二)"]
    assert decided(plan, Kind.DROP_HEADING, 9999) == plan


def test_several_days_are_kept_with_the_words_of_the_source(plan):
    key = plan.measures[0].key
    revised = decided(plan, Kind.SET_DEADLINE, key, due_on="2023-06-30", more=["2023-12-31"])
    assert [(d.text, d.due_on) for d in revised.measures[0].deadlines] == [
        ("6月底前", date(2023, 6, 30)),
        ("", date(2023, 12, 31)),
    ]
    assert decided(plan, Kind.SET_DEADLINE, key, due_on="2023-06-30", more=["bald"]) == plan


def test_targets_are_set(plan):
    key = plan.measures[0].key
    good = {"name": "合格率", "operator": ">=", "value": 95, "unit": "%", "text": "合格率≥95%"}
    revised = decided(
        plan,
        Kind.SET_TARGETS,
        key,
        targets=[
            good,
            {**good, "operator": "~"},
            {**good, "value": "95"},
            {**good, "value": True},
            5,
        ],
    )
    (target,) = revised.measures[0].targets
    assert (target.name, target.operator, target.value, target.unit) == ("合格率", ">=", 95.0, "%")
    assert decided(plan, Kind.SET_TARGETS, key, targets="95%") == plan


def test_a_number_without_end_is_no_target(plan):
    item = {"name": "x", "operator": "=", "value": float("inf"), "unit": "", "text": ""}
    assert (
        decided(plan, Kind.SET_TARGETS, plan.measures[0].key, targets=[item]).measures[0].targets
        == ()
    )


def test_a_cut_at_a_known_place_parts_the_spans_there(plan):
    first = plan.measures[0]
    cut = first.span.start + 3
    one, two = decided(plan, Kind.SPLIT, first.key, offset=6, cut=cut).measures[:2]
    assert (one.span.end, two.span.start, one.clause) == (cut, cut, None)
    beyond = decided(plan, Kind.SPLIT, first.key, offset=6, cut=first.span.end + 5).measures[1]
    assert beyond.span.start == first.span.start + 6


HEAD = "云溪市2026年工作要点\n一、任务\n"


def test_what_the_clause_says_stays_with_both_parts_of_a_split():
    plan = parse(MappedText.of(f"{HEAD}(一)整治。清理链接。约谈平台。(市公安局负责,9月底前完成)"))
    offset = plan.measures[0].text.index("约谈")
    parts = decided(plan, Kind.SPLIT, plan.measures[0].key, offset=offset).measures
    assert [[str(d.due_on) for d in part.deadlines] for part in parts] == [["2026-09-30"]] * 2


def test_a_unit_that_leads_one_of_two_merged_tasks_leads_them():
    plan = parse(
        MappedText.of(
            f"{HEAD}(一)甲。做甲。(市商务局配合,市公安局牵头)\n(二)乙。做乙。(市商务局牵头,市公安局配合)"
        )
    )
    (merged,) = decided(plan, Kind.MERGE, plan.measures[0].key).measures
    assert sorted((duty.unit, duty.role.value) for duty in merged.duties) == [
        ("市公安局", "lead"),
        ("市商务局", "lead"),
    ]
