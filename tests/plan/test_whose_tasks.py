"""Whose tasks stand below a heading, and who does what in paragraphs and sentences without a clause."""

import pytest

from plan.telling import texts, told
from shuangda_desktop.plan.duties.duties import read_clause
from shuangda_desktop.plan.duties.heads import whose_tasks
from shuangda_desktop.plan.duties.prose import duties_of_work, is_department
from shuangda_desktop.plan.structure.keys import Key, key_lines
from shuangda_desktop.text.punctuation import narrow


def duties_of(plan):
    return [told(measure.duties) for measure in plan.measures]


@pytest.mark.parametrize(
    ("heading", "duties"),
    [
        ("市公安局牵头任务", "lead 市公安局"),
        ("市公安局、市商务局共同牵头的重点工作(5项)", "lead 市公安局, 市商务局"),
        ("市公安局、商务局负责的事项", "responsible 市公安局, 市商务局"),
        ("市公安局、市商务局分别牵头任务", ""),
        ("明确牵头任务", ""),
        ("市公安局牵头开展检查", ""),
    ],
)
def test_a_heading_says_whose_tasks_stand_below(width, heading, duties):
    assert told(whose_tasks(width(heading))) == duties


def test_units_of_a_heading_lead_what_names_no_lead_of_its_own(plan_of):
    plan = plan_of(
        "云溪市2031年任务分工\n一、市商务局牵头任务\n1.抽检农药。(配合单位:市公安局)\n2.清查仓库。\n"
        "3.办案。(市公安局负责)\n二、其他\n4.普法。(配合单位:市司法局)"
    )
    assert duties_of(plan) == [
        "lead 市商务局; cooperating 市公安局",
        "lead 市商务局",
        "responsible 市公安局",
        "cooperating 市司法局",
    ]


def test_short_first_sentences_of_paragraphs_that_name_their_unit_tell_the_duty(plan_of):
    plan = plan_of(
        "一、任务\n(一)明确监管责任。\n农业部门负责生产环节的监管。具体包括:检查农药。\n工商部门负责流通环节的监管。具体包括:负责清查店铺;负责受理投诉。\n"
    )
    assert duties_of(plan) == ["responsible 农业部门", "responsible 工商部门"]


@pytest.mark.parametrize(
    ("clause", "duties"),
    [
        ("此项工作由市公安局牵头,市商务局配合", "lead 市公安局; cooperating 市商务局"),
        ("主抓:市公安局 协抓:市商务局", "lead 市公安局; cooperating 市商务局"),
        (
            "牵头:市公安局;协同:市商务局;落实:各县区政府",
            "lead 市公安局; cooperating 市商务局; responsible 各县区政府",
        ),
        (
            "牵头:市公安局;协办:市教育局、市推进正版软件领导小组成员单位",
            "lead 市公安局; cooperating 市教育局, 市推进正版软件领导小组成员单位",
        ),
        (
            "市质监局牵头,市工商局、供销合作联社配合",
            "lead 市质监局; cooperating 市工商局, 市供销合作联社",
        ),
    ],
)
def test_keys_and_names_of_clauses(width, clause, duties):
    assert told(read_clause(narrow(width(clause))).duties) == duties


def test_a_leader_who_sees_to_it_is_no_unit():
    assert [line.key for line in key_lines("督办领导:副市长")] == [Key.ASIDE]


def test_those_who_handle_a_task_are_no_imprint(plan_of):
    plan = plan_of("一、任务\n1.登记电脑\n逐台登记全部电脑。\n承办:各县区政府\n协办:市文化局\n")
    assert duties_of(plan) == ["lead 各县区政府; cooperating 市文化局"]


def test_sentences_on_whose_work_it_is_stay_whole(plan_of):
    plan = plan_of(
        "一、排查\n1.菜市场排查工作由商务部门牵头组织,公安、城管等部门配合;出租房排查工作由公安部门负责,街道办事处协助。\n"
    )
    assert duties_of(plan) == [
        "lead 商务部门; cooperating 公安部门, 城管部门",
        "responsible 公安部门; cooperating 街道办事处",
    ]
    assert texts(plan)[0].startswith("菜市场")
    assert told(duties_of_work("排查工作由市公安局开展")) == ""


@pytest.mark.parametrize(
    ("sentence", "duties"),
    [
        ("请各单位按月报送,市政府督查室将适时对各单位进行督办检查。", ""),
        ("市政府督查室要加强调度。", "responsible 市政府督查室"),
        ("商务主管部门要严格市场准入。对加油站加强检查。", "responsible 商务主管部门"),
        ("整治行动由市打假领导小组统一领导。", ""),
        ("清单中明确的责任单位为牵头部门,负责统筹协调。", ""),
        (
            "市邮政局要会同市公安局成立工作组,制定方案。",
            "lead 市邮政局; responsible 市公安局",
        ),
    ],
)
def test_who_is_told_in_a_sentence(plan_of, sentence, duties):
    assert duties_of(plan_of(f"一、要求\n{sentence}\n")) == [duties]


@pytest.mark.parametrize(
    "name", ["财政部门", "商务主管部门", "农业行政主管部门", "工商行政管理部门"]
)
def test_departments_are_known_by_their_field(name):
    assert is_department(name)


@pytest.mark.parametrize("name", ["行政主管部门", "有关部门", "财政局"])
def test_other_departments_are_not(name):
    assert not is_department(name)


def test_a_cooperative_union_may_stand_before_a_colon(plan_of):
    plan = plan_of("一、分工\n市公安局:侦办案件。\n市供销合作社联合社:规范进货渠道。\n")
    assert duties_of(plan) == ["responsible 市公安局", "responsible 市供销合作社联合社"]
