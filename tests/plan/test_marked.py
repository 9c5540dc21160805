"""Marks beside names tell who leads, as a note before or after the tasks explains."""

import pytest

from plan.telling import codes, texts, told
from shuangda_desktop.plan.duties.marked import legend_of
from shuangda_desktop.plan.model import Role

HEAD = "云泽市2025年打假重点任务\n"
ITEMS = (
    "一、查处\n1.查处假烟,查办案件5件。(市公安局、市烟草局{0}、市商务局)\n"
    "2.清理网店。({0}市委网信办、市商务局)\n"
)


@pytest.mark.parametrize(
    ("note", "mark"),
    [
        ("注:标*的为牵头单位,未标*的为责任单位。", "*"),
        ("(注:带#号的单位为牵头单位)", "#"),
        ("说明:加\u201c★\u201d者为牵头单位。", "★"),
        ("注:▲表示牵头单位。", "▲"),
        ("注:名称旁有*号的单位牵头。", "*"),
        ("备注:牵头单位用\u25cf标出。", "●"),
    ],
)
def test_a_note_says_which_mark_leads(plan_of, note, mark):
    plan = plan_of(HEAD + ITEMS.format(mark) + note)
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 市公安局, 市商务局; lead 市烟草局",
        "lead 市委网信办; responsible 市商务局",
    ]
    assert texts(plan) == ["查处假烟,查办案件5件。", "清理网店。"]
    assert codes(plan) == [[], []]


@pytest.mark.parametrize(
    "note",
    ["★为牵头单位,其余为配合单位", "标★的为牵头单位,未标的为配合单位", "★:牵头,无★的为配合单位"],
)
def test_a_note_before_the_tasks_says_what_the_others_are(plan_of, note):
    plan = plan_of(f"{HEAD}({note})\n{ITEMS.format('★')}3.宣传。(市司法局负责)\n")
    assert [told(m.duties) for m in plan.measures] == [
        "cooperating 市公安局, 市商务局; lead 市烟草局",
        "lead 市委网信办; cooperating 市商务局",
        "responsible 市司法局",  # it has no marks
    ]


def test_a_note_between_items_is_no_part_of_them(plan_of):
    first, second = ITEMS.format("*").split("2.")
    plan = plan_of(f"{HEAD}{first}注:标*的为牵头单位。\n二、清理\n2.{second}")
    assert texts(plan) == ["查处假烟,查办案件5件。", "清理网店。"]


def test_marks_in_the_cells_of_a_table_and_on_key_lines(plan_of):
    note = "\n注:标注\u201c*\u201d者为牵头单位,未标注的为配合单位。\n"
    table = plan_of(
        f"{HEAD}序号\t任务\t责任单位\n1\t查店\t市公安局、市商务局*\n2\t查案\t市公安局*{note}"
    )
    keyed = plan_of(
        f"{HEAD}1.查店。\n责任单位:市公安局、市商务局*\n2.查案。\n责任单位:市公安局*{note}"
    )
    for plan in (table, keyed):
        assert [told(m.duties) for m in plan.measures] == [
            "cooperating 市公安局; lead 市商务局",
            "lead 市公安局",
        ]
        assert codes(plan) == [[], []]
        assert "*" not in "".join(m.clause or "" for m in plan.measures)


def test_marks_of_which_nothing_is_said_tell_no_role(plan_of):
    plan = plan_of(HEAD + "一、查处\n1.★查处假烟。(市公安局负责)\n注:标★的为新增任务。")
    assert [told(m.duties) for m in plan.measures][:1] == ["responsible 市公安局"]


def test_what_a_text_says_of_marks():
    both = legend_of("★为牵头单位,☆为配合单位;其余为责任单位")
    assert both.roles == {"★": Role.LEAD, "☆": Role.COOPERATING}
    assert both.rest is Role.RESPONSIBLE
    assert legend_of("查处5件*案件,牵头单位为市公安局").roles == {}
    assert legend_of("没有符号").rest is None
