"""The title that a notice names stands below it, with a plan of its own or a table."""

import pytest

from shuangda_desktop.plan.structure.lines import lines_of
from shuangda_desktop.plan.structure.promised import promised_titles

LIST = "云溪市2023年打假重点任务清单"
NOTICE = f"云溪市双打办关于印发{LIST}的通知"
ITEMS = "一、整治市场\n1.检查集市。(市商务局负责)"


@pytest.mark.parametrize(
    "words",
    [
        f"关于印发《{LIST}》的通知",
        f"现将《{LIST}》印发给你们",
        f"《{LIST}》已经市政府同意,请贯彻执行。",
        f"《{LIST}》业经市双打办审定",
        f"市双打办编制形成了《{LIST}》,现予印发。",
        NOTICE,
        "关于印发云溪市2023年打假\n重点任务清单的通知",
    ],
)
def test_what_a_notice_names(words):
    assert promised_titles(lines_of(words)) == {LIST}


def test_a_document_that_is_only_mentioned_is_not_promised():
    assert promised_titles(lines_of("按照《云溪省打假条例》,做好工作。")) == frozenset()
    assert promised_titles(lines_of("现将《政府工作报告》提出的任务分解如下。")) == frozenset()


def test_the_title_is_that_of_the_list_not_of_its_notice(plan_of):
    plan = plan_of(
        f"{NOTICE}\n云双打〔2023〕3号\n各县区:\n请认真落实。\n云溪市双打办\n2023年3月1日\n{LIST}\n{ITEMS}"
    )
    assert plan.title == LIST


def test_a_title_below_the_items_of_the_notice_ends_them(plan_of):
    plan = plan_of(
        f"{NOTICE}\n一、提高认识。各单位要抓好落实。\n二、及时报送。每月报送进展。\n{LIST}\n"
        "序号\t任务\t责任单位\n1\t检查集市\t市商务局"
    )
    assert plan.title == LIST
    assert [m.text for m in plan.measures][-2:] == ["每月报送进展。", "检查集市"]


def test_lines_above_a_title_that_are_none_of_it(plan_of):
    assert plan_of(f"云溪市场监管\n\n{LIST}\n\n{ITEMS}").title == LIST
    telegram = (
        "发电单位 云溪市双打办 签批盖章 王某\n\n等级 特急\n\n关于做好打假工作的通知\n\n各县区:\n\n"
    )
    assert plan_of(telegram + ITEMS.replace("\n", "\n\n")).title == "关于做好打假工作的通知"


def test_the_seal_is_no_part_of_who_signed(plan_of):
    plan = plan_of(
        f"{LIST}\n{ITEMS}\n2.抽检商品。(市商务局负责)\n云溪市双打办(代章)\n2023年3月1日\n(章)"
    )
    assert plan.issuer == "云溪市双打办"
    assert len(plan.measures) == 2
