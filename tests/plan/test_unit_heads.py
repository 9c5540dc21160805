"""Units that stand before words for themselves, and what the words behind them say of them."""

import pytest

from plan.telling import texts, told
from shuangda_desktop.plan.duties.heads import as_words_say, units_before_colon, units_told

HEAD = "云溪市2026年打假工作方案\n"


@pytest.mark.parametrize(
    ("text", "duties"),
    [
        ("云溪机场集团物流公司:协助有关部门清理站点。", "cooperating 云溪机场集团物流公司"),
        ("云台山景区集团公司养护管理局:负责办证。", "responsible 云台山景区集团公司养护管理局"),
        ("各镇、街道、云山工业区:负责本辖区整治。", "responsible 各镇、街道, 云山工业区"),
        (
            "市文化执法总队:负责会同公安、城管部门清缴假碟。",
            "lead 市文化执法总队; responsible 公安部门, 城管部门",
        ),
        ("市法制办:依据职责协助各部门处理纠纷。", "cooperating 市法制办"),
        ("市商务局:为专项行动牵头部门。负责汇总。", "lead 市商务局"),
        ("市卫生局:以学校食堂为重点,配合环保部门查油。", "cooperating 市卫生局"),
        ("海关:负责进出口查缉。", "responsible 海关"),
        ("妇联:配合做好宣传。", "cooperating 妇联"),
        ("市旅游局:负责协助市商务局做好接待。", "responsible 市旅游局"),
        ("云溪机场集团物流公司:", ""),
        ("云溪机场集团物流公司:站点要清理。", ""),  # no word says that anybody does it
        ("站点清理:负责人要到场。", ""),
    ],
)
def test_words_behind_a_colon_say_more_of_the_units(text, duties):
    assert told(units_before_colon(text)) == duties


def test_words_say_nothing_where_nobody_stands_before_them():
    assert as_words_say((), "会同市公安局检查") == ()
    assert units_told("", "会同市公安局检查") == ()


def test_a_company_among_units_before_colons_is_one_of_them(plan_of):
    plan = plan_of(
        f"{HEAD}一、职责分工\n市商务局:负责汇总。\n市公安局:负责办案。\n云溪机场集团物流公司:协助有关部门清理站点。\n"
        "二、有关要求\n建立台账。"
    )
    assert texts(plan) == [
        "市商务局:负责汇总。",
        "市公安局:负责办案。",
        "云溪机场集团物流公司:协助有关部门清理站点。",
        "建立台账。",
    ]
    assert told(plan.measures[2].duties) == "cooperating 云溪机场集团物流公司"


@pytest.mark.parametrize(
    ("words", "duties"),
    [
        ("指导各区县社会办配合部门做好走访;推动便民站建设。", "responsible 市社会办"),
        ("负责会同公安、城管部门查处假碟。", "lead 市社会办; responsible 公安部门, 城管部门"),
    ],
)
def test_a_heading_of_units_tells_of_whom_the_words_below_speak(words, duties, plan_of):
    plan = plan_of(f"{HEAD}一、分工\n1.市社会办:{words}\n2.市公安局:负责办案。\n")
    assert told(plan.measures[0].duties) == duties


def test_words_before_the_first_name_of_a_paragraph_lead_to_it(plan_of):
    plan = plan_of(
        f"{HEAD}一、职责分工\n各部门要密切配合。 工商部门:负责照章查处。 公安部门:负责办案。\n二、要求\n登记。"
    )
    assert texts(plan)[:3] == [
        "各部门要密切配合。",
        "工商部门:负责照章查处。",
        "公安部门:负责办案。",
    ]
    assert [told(m.duties) for m in plan.measures][:3] == [
        "",
        "responsible 工商部门",
        "responsible 公安部门",
    ]


def test_the_nearest_heading_of_units_counts(plan_of):
    plan = plan_of(
        f"{HEAD}一、相关部门工作职责\n(一)国土资源部门\n1.会同气象部门做好预报。\n2.督促治理。\n(二)气象部门\n1.监测雨情。"
    )
    assert [told(m.duties) for m in plan.measures] == [
        "lead 国土资源部门; responsible 气象部门",
        "responsible 国土资源部门",
        "responsible 气象部门",
    ]


@pytest.mark.parametrize(
    "heading", ["整治重点地区", "检查集市", "宣传进社区", "健全工作机构", "建立工作专班"]
)
@pytest.mark.parametrize("words", ["会同市公安局开展检查。", "负责汇总台账。", "牵头开展活动。"])
def test_a_heading_of_a_deed_is_nobody(heading, words):
    assert units_told(heading, words) == ()


@pytest.mark.parametrize("words", ["配合市商务局做好放心消费创建。", "积极协助市公安局打假。"])
def test_a_unit_that_is_helped_is_none_of_those_who_answer(words, plan_of):
    plan = plan_of(
        f"{HEAD}一、市市场监管局\n1.牵头查处假酒。\n2.{words}\n二、市司法局\n3.办好宣传。"
    )
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市市场监管局",
        "cooperating 市市场监管局",
        "responsible 市司法局",
    ]


def test_a_heading_of_units_says_nothing_of_words_that_begin_with_a_unit_of_their_own(plan_of):
    plan = plan_of(f"{HEAD}一、市公安局:市商务局负责查办案件。\n二、市司法局:办好宣传。")
    assert told(plan.measures[0].duties) == "responsible 市商务局"
