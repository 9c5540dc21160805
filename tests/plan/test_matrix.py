"""Tables with a column for each unit and a mark for its role."""

import pytest

from plan.telling import texts, told
from shuangda_desktop.plan.duties.marked import legend_of

HEAD = "序号\t重点任务\t市公安局\t市商务局\t各县(区)\t完成时限\n"


def duties(plan):
    return [told(measure.duties) for measure in plan.measures]


@pytest.mark.parametrize(
    ("legend", "lead", "other"),
    [
        ("(★为牵头单位,○为配合单位)", "★", "○"),
        ("注:△表示牵头,◎表示配合", "△", "◎"),
        ("牵头单位用“●”表示,配合单位用“▲”表示", "●", "▲"),
        ("▲牵头单位 √配合单位", "▲", "√"),
        ("", "★", "☆"),  # full marks lead, hollow ones help
        ("", "牵头", "配合"),
        ("", "主办", "协办"),
    ],
)
def test_marks_tell_the_roles(legend, lead, other, plan_of):
    plan = plan_of(
        f"云溪市2024年任务分解表\n{legend}\n{HEAD}"
        f"1\t查处案件20件。\t{lead}\t{other}\t{other}\t11月底前\n2\t开展宣传。\t\t{lead}\t\t年底前\n"
    )
    assert texts(plan) == ["查处案件20件。", "开展宣传。"]
    assert duties(plan) == ["lead 市公安局; cooperating 市商务局, 各县(区)", "lead 市商务局"]
    assert [[d.due_on.month for d in m.deadlines] for m in plan.measures] == [[11], [12]]


def test_one_kind_of_mark_without_a_word_says_who_answers(plan_of):
    plan = plan_of(f"云溪市任务分解表\n{HEAD}1\t查处案件。\t●\t●\t-\t\n2\t宣传。\t\t●\t/\t\n")
    assert duties(plan) == ["responsible 市公安局, 市商务局", "responsible 市商务局"]


def test_a_word_for_one_who_answers_and_a_header_that_comes_again(plan_of):
    plan = plan_of(
        f"云溪市任务分解表\n{HEAD}1\t查处案件。\t牵头\t责任\t\t6月底前\n{HEAD}2\t宣传。\t\t牵头\n"
    )
    assert texts(plan) == ["查处案件。", "宣传。"]
    assert duties(plan) == ["lead 市公安局; responsible 市商务局", "lead 市商务局"]


def test_a_matrix_of_bars(plan_of):
    plan = plan_of(
        "云溪市任务分解表\n| 任务 | 市公安局 | 市司法局 |\n| --- | --- | --- |\n| 查处案件。 | ★ | ○ |\n"
    )
    assert duties(plan) == ["lead 市公安局; cooperating 市司法局"]


def test_a_text_without_marks_says_nothing_of_them():
    assert legend_of("牵头单位要细化任务,配合单位要主动配合。").roles == {}
