"""Actions within one measure, rules about who leads, tasks by county."""

from dataclasses import replace

import pytest

from shuangda_desktop.tasks.dividing.actions import Action, separate, unnumbered
from shuangda_desktop.tasks.dividing.counties import by_county
from shuangda_desktop.tasks.dividing.edit import split_task
from shuangda_desktop.tasks.dividing.lead_rule import first_leads
from shuangda_desktop.tasks.dividing.split import split
from shuangda_desktop.tasks.model import Assignment, Basis
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.model import Unit, UnitKind
from tasks.task_samples import (
    COOPERATING,
    DECIDED,
    LEAD,
    RESPONSIBLE,
    STATED,
    describe,
    measure,
    plan,
    task,
)
from units.invented_city import directory

SEMICOLON, COLON = "\uff1b", "\uff1a"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            f"加强农资监管。一是检查种子经营门店{SEMICOLON}二是抽检化肥农药质量。",
            ("加强农资监管。检查种子经营门店。", "抽检化肥农药质量。"),
        ),
        (
            f"一要{COLON}检查种子经营门店。二要{COLON}抽检化肥农药质量。三要公布典型案例。",
            ("检查种子经营门店。", "抽检化肥农药质量。", "公布典型案例。"),
        ),
        ("①检查种子经营门店；②抽检化肥农药质量。", ("检查种子经营门店。", "抽检化肥农药质量。")),
        (
            "重点做好\uff1a\uff081\uff09检查种子经营门店。\uff082\uff09抽检化肥农药质量。",
            ("重点做好\uff1a检查种子经营门店。", "抽检化肥农药质量。"),
        ),
        (
            "1.检查种子经营门店。\n2.抽检化肥农药质量。",
            ("检查种子经营门店。", "抽检化肥农药质量。"),
        ),
    ],
)
def test_numbered_actions_are_taken_apart(text, parts):
    assert tuple(a.text for a in separate(text.replace("；", SEMICOLON))) == parts


@pytest.mark.parametrize(
    "text",
    [
        "检查种子经营门店。抽检化肥农药质量。",
        "一是检查种子经营门店。三是抽检化肥农药质量。",
        "二是检查种子经营门店。三是抽检化肥农药质量。",
        "一是检查种子经营门店和其他经营场所。",
        "一是种子。二是化肥。",
        "抽检合格率达到97.5以上。1.5倍处罚。",
        "检查商店①和门店②的经营情况。",
    ],
)
def test_what_is_not_surely_numbered_stays_whole(text):
    assert separate(text) == (Action(text, text),)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("各项任务排在第一位的部门为牵头部门。", "各项任务排在第一位的部门为牵头部门"),
        ("(注\uff1a列第一位者为牵头单位\uff0c下同)", "列第一位者为牵头单位\uff0c下同"),
        ("责任单位中名列首位的是牵头单位\u3002其余配合。", "责任单位中名列首位的是牵头单位"),
        ("案件办结率排在全省第一。", ""),
        ("各部门按职责分工负责。", ""),
    ],
)
def test_a_rule_about_the_first_unit_is_found(text, rule):
    assert first_leads(text).removeprefix("注\uff1a") == rule


def shared(notation, words=""):
    (made,) = split(plan(measure(notation=notation)), directory(), 7, words=words)
    return describe(made.assignments), made.assignments[0].reason


def test_by_the_plans_rule_the_first_unit_is_stated_as_lead():
    rule = "排在第一位的部门为牵头部门"
    units, reason = shared("responsible: 省公安厅, 省商务厅", f"任务分工中{rule}。")
    assert units == "lead: 市公安局; responsible: 市商务局"
    assert reason.endswith(f"来文规定\uff1a任务分工中{rule}")


def test_a_rule_says_nothing_of_a_single_unit_or_one_that_cannot_lead():
    rule = "排在第一位的部门为牵头部门。"
    assert shared("responsible: 省公安厅", rule)[0] == "lead: 市公安局?"
    assert shared("responsible: 有关部门, 省公安厅, 省商务厅", rule)[0].startswith(
        "lead: 市公安局?"
    )


def test_a_list_in_order_of_protocol_is_no_word_about_the_lead():
    in_order = "responsible: 省委宣传部, 省公安厅, 省农业农村厅, 省商务厅"
    assert shared(in_order)[1].endswith("各单位按机构排序列出\uff0c暂按首位拟定\uff0c请核对")
    other = "responsible: 省公安厅, 省委宣传部, 省农业农村厅, 省商务厅"
    assert shared(other)[1].endswith("来文未明确牵头单位\uff0c按排序首位拟定")
    few = "responsible: 省委宣传部, 省公安厅"
    assert shared(few)[1].endswith("来文未明确牵头单位\uff0c按排序首位拟定")


def test_each_numbered_action_becomes_a_task_with_all_units():
    words = f"一是检查种子经营门店{SEMICOLON}二是抽检化肥农药质量。"
    source = plan(measure(5, words, "lead: 省公安厅; cooperating: 省商务厅"), measure(9))
    first, second, third = split(source, directory(), 7)
    assert [t.number for t in (first, second, third)] == [1, 2, 3]
    assert [t.measure_key for t in (first, second, third)] == [5, 5, 9]
    assert (first.text, second.text) == ("检查种子经营门店。", "抽检化肥农药质量。")
    assert (first.title, second.title) == ("检查种子经营门店", "抽检化肥农药质量")
    assert describe(first.assignments) == "lead: 市公安局; cooperating: 市商务局"
    assert first.assignments == second.assignments
    assert first.reason == "来文分项列出几件事\uff0c拟分为多项任务"


def test_actions_without_any_unit_say_so_too():
    made = split(plan(measure(5, "1.检查种子经营门店。2.抽检化肥农药质量。")), directory(), 7)
    assert len(made) == 2
    assert made[1].reason.endswith("来文未列责任单位\uff0c请指定")


def test_parts_by_scope_are_not_cut_again():
    words = "一是检查种子经营门店。二是抽检化肥农药质量。"
    made = split(
        plan(measure(5, words, "lead@种子: 省公安厅; lead@化肥: 省商务厅")), directory(), 7
    )
    assert [t.text for t in made] == [words, words]


# -- by county

COUNTIES = tuple(
    Unit(f"own.{n}", f"{name}人民政府", Level.COUNTY, UnitKind.GOVERNMENT, f"{name}政府", order=n)
    for n, name in enumerate(("东岭县", "西川区"), 1)
)
KNOWN = replace(directory(), units=(*directory().units, *COUNTIES))
ALL = Assignment("各县\uff08市、区\uff09人民政府", RESPONSIBLE, STATED, id=4)
POLICE = Assignment("市公安局", LEAD, STATED, id=3)


def test_a_task_of_all_counties_becomes_one_for_each():
    whole = task(assignments=(POLICE, ALL), id=9)
    first, second = by_county(whole, KNOWN)
    assert [first.title, second.title] == [
        "检查农资市场\uff08东岭县政府\uff09",
        "检查农资市场\uff08西川区政府\uff09",
    ]
    assert describe(second.assignments) == "lead: 市公安局; responsible: 西川区政府"
    assert [(a.id, b.id) for a, b in zip(first.assignments, second.assignments, strict=True)] == [
        (3, None),
        (4, None),
    ]
    assert (first.id, second.id) == (9, None)
    given = first.assignments[1]
    assert (given.basis, given.reason) == (
        DECIDED,
        "各县\uff08市、区\uff09人民政府展开为东岭县政府",
    )


@pytest.mark.parametrize(
    ("parts", "known"),
    [
        ((POLICE, ALL), directory()),
        ((POLICE,), KNOWN),
        ((POLICE, replace(ALL, unit="东岭县政府")), KNOWN),
        ((POLICE, replace(ALL, unit="各成员单位")), KNOWN),
        ((POLICE, Assignment("各县双打办", COOPERATING)), KNOWN),
    ],
)
def test_without_counties_a_task_stays_one(parts, known):
    whole = task(assignments=parts, id=9)
    assert by_county(whole, known) == (whole,)


def test_an_action_is_named_by_its_own_heading_not_by_the_words_before_all():
    text = (
        f"各单位要做好以下工作{COLON}1.加强源头监管。对生产企业开展检查。"
        "2.强化渠道管控。对批发市场开展抽查。"
    )
    first, second = split(plan(measure(1, text)), directory(), 1)
    assert (first.title, second.title) == ("加强源头监管", "强化渠道管控")
    assert first.text == f"各单位要做好以下工作{COLON}加强源头监管。对生产企业开展检查。"


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("二是强化渠道管控。", "强化渠道管控。"),
        ("2.强化渠道管控。", "强化渠道管控。"),
        ("\uff082\uff09强化渠道管控。", "强化渠道管控。"),
        (" ②强化渠道管控。", "强化渠道管控。"),
        ("2.5万件商品。", "2.5万件商品。"),
        ("强化渠道管控。", "强化渠道管控。"),
    ],
)
def test_a_number_in_front_is_no_part_of_a_name(text, bare):
    assert unnumbered(text) == bare


def test_a_task_that_was_cut_by_hand_is_named_without_the_number():
    whole = replace(task(), text="1.加强源头监管。2.强化渠道管控。对批发市场开展抽查。")
    _, second = split_task(whole, whole.text.index("2."))
    assert second.title == "强化渠道管控"
    assert second.text.startswith("2.")


def shared_under(title, notation):
    (made,) = split(plan(measure(notation=notation, title=title)), directory(), 7)
    lead = made.assignments[0]
    return lead.unit, lead.basis, lead.reason.rpartition("\uff1b")[2]


IN_ORDER = "responsible: 省委宣传部, 省公安厅, 省农业农村厅, 省商务厅"


def test_of_a_list_by_protocol_the_unit_whose_work_the_title_names_is_proposed():
    unit, basis, why = shared_under("开展农资打假专项行动", IN_ORDER)
    assert (unit, basis) == ("市农业农村局", Basis.PROPOSED)
    assert why == "\u201c农资打假\u201d属其职责\uff0c拟由其牵头\uff0c请核对"
    assert shared_under("开展专项行动", IN_ORDER)[0] == "市委宣传部"
    assert shared_under("农资打假和电商、版权治理", IN_ORDER)[0] == "市委宣传部"  # of several
    one_step_back = "responsible: 省公安厅, 省农业农村厅, 省商务厅, 省市场监管局, 省委网信办"
    assert shared_under("开展农资打假专项行动", one_step_back)[0] == "市农业农村局"


def test_whom_the_source_puts_first_on_purpose_is_proposed_whatever_the_title_names():
    on_purpose = "responsible: 省商务厅, 省委宣传部, 省公安厅, 省农业农村厅, 省教育厅"
    assert shared_under("开展农资打假专项行动", on_purpose)[0] == "市商务局"
    office = "responsible: 省打击侵权假冒工作领导小组办公室, 省公安厅, 省农业农村厅, 省商务厅"
    unit, _, why = shared_under("开展农资打假专项行动", office)
    assert unit == "市打击侵权假冒工作领导小组办公室"
    assert "属其职责" not in why
