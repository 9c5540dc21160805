"""A配合B: whom others help leads, in a sentence and in a clause; and who helps without a word for the rest."""

import pytest

from plan.telling import codes, told

HEAD = "安河区2032年工作要点\n一、重点任务\n"


@pytest.mark.parametrize(
    ("words", "duties"),
    [
        (
            "区公安局配合区商务局开展商超检查,清理货架。",
            "cooperating 区公安局; lead 区商务局",
        ),
        (
            "区公安局、区司法局和区财政局协助区商务局、区农业农村局对农资门店进行检查。",
            "cooperating 区公安局, 区司法局, 区财政局; lead 区商务局, 区农业农村局",
        ),
        ("区公安局要配合区商务局开展检查。", "cooperating 区公安局"),
        ("区公安局配合做好商超检查。", "cooperating 区公安局"),
        ("区公安局配合各镇街开展检查。", "cooperating 区公安局"),
        ("区公安局配合有关部门开展检查。", "cooperating 区公安局"),
        ("区公安局负责配合区商务局做好检查。", "responsible 区公安局"),
    ],
)
def test_whom_a_unit_helps_leads(words, duties, plan_of):
    assert told(plan_of(f"{HEAD}1.{words}").measures[0].duties) == duties


def test_helping_a_unit_by_name_is_no_longer_a_duty_without_a_lead(plan_of):
    plan = plan_of(f"{HEAD}1.整治网售。区商务局牵头开展巡查;区公安局配合区商务局做好查处。")
    assert [told(measure.duties) for measure in plan.measures] == [
        "lead 区商务局",
        "cooperating 区公安局; lead 区商务局",
    ]
    assert "no-lead" not in codes(plan)[1]


@pytest.mark.parametrize(
    ("clause", "duties"),
    [
        (
            "区公安局、区司法局配合区商务局做好检查",
            "cooperating 区公安局, 区司法局; lead 区商务局",
        ),
        (
            "区公安局配合区商务局对门店开展检查",
            "cooperating 区公安局; lead 区商务局",
        ),
        (
            "区财政局牵头,区公安局配合区商务局",
            "lead 区财政局; cooperating 区公安局, 区商务局",
        ),
        ("区财政局牵头,区公安局配合", "lead 区财政局; cooperating 区公安局"),
    ],
)
def test_whom_others_help_leads_in_a_clause_where_nobody_else_does(clause, duties, plan_of):
    assert told(plan_of(f"{HEAD}1.检查商超。({clause})").measures[0].duties) == duties


def test_a_list_before_those_who_help_answers_and_is_doubted(plan_of):
    plan = plan_of(
        f"{HEAD}1.检查商超。(区商务局、区公安局,区粮站,各单位参与)\n2.检查集市。(区商务局,区公安局,区粮站配合)"
    )
    assert [told(measure.duties) for measure in plan.measures] == [
        "responsible 区商务局, 区公安局, 区粮站; cooperating 各单位",
        "cooperating 区商务局, 区公安局, 区粮站",
    ]
    assert "no-verb" in codes(plan)[0]
    assert "no-lead" in codes(plan)[1]


def test_those_who_lead_each_project_are_one_name(plan_of):
    plan = plan_of(f"{HEAD}1.统筹项目。(区人才办牵头,各项目牵头单位配合)")
    assert told(plan.measures[0].duties) == "lead 区人才办; cooperating 各项目牵头单位"
    assert "unknown-unit" not in codes(plan)[0]
