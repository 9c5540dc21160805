"""The annex of a plan says again what the body says: it is no second plan."""

import pytest

from plan.telling import codes, texts, told
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.text.mapped import MappedText

HEAD = "示例市实施方案\n一、重点任务\n"
TABLE = "附件\n示例市任务分工表\n序号\t工作任务\t具体措施\t牵头单位\t配合单位\t完成时限\t目标\n"


def read(body: str, *rows: str):
    plan = parse(MappedText.of(HEAD + body + "\n" + TABLE + "\n".join(rows)))
    said = [
        (m.text, [d.unit for d in m.duties], [str(d.due_on) for d in m.deadlines])
        for m in plan.measures
    ]
    return plan, said


BODY = "1.管好农资。检查农资门店。\n2.查处仿冒食品,公开案件。"
ROWS = (
    "1\t管好农资\t检查农资门店。\t市农业农村局\t市公安局\t2026年6月底前\t门店60家",
    "2\t查处仿冒食品\t查处仿冒食品,公开案件。\t市市场监管局\\n(拟)\t\t2026年9月底前\t",
)


def test_what_the_items_leave_to_the_table_is_theirs():
    plan, told = read(BODY, *(row.replace("\\n", "\u2028") for row in ROWS))
    assert told == [
        ("检查农资门店。", ["市农业农村局", "市公安局"], ["2026-06-30"]),
        ("查处仿冒食品,公开案件。", ["市市场监管局"], ["2026-09-30"]),
    ]
    assert plan.title == "示例市实施方案"


def test_items_with_units_of_their_own_take_only_the_deadline():
    body = (
        "1.检查农资门店。(市公安局负责)\n2.查处仿冒食品。(牵头单位:市商务局;完成时限:2026年3月底前)"
    )
    rows = (
        "1\t甲\t检查农资门店。\t市农业农村局\t\t2026年6月底前\t",
        "2\t乙\t查处仿冒食品。\t市市场监管局\t\t2026年9月底前\t",
    )
    assert read(body, *rows)[1] == [
        ("检查农资门店。", ["市公安局"], ["2026-06-30"]),
        ("查处仿冒食品。", ["市商务局"], ["2026-03-31"]),
    ]


def test_a_row_without_a_deadline_gives_none():
    body = "1.检查农资门店。(市公安局负责)\n2.查处仿冒食品。(市商务局负责)"
    rows = ("1\t甲\t检查农资门店。\t市公安局\t\t\t", "2\t乙\t查处仿冒食品。\t市商务局\t\t\t")
    assert [due for _, _, due in read(body, *rows)[1]] == [[], []]


def test_an_empty_cell_of_the_annex_names_nobody():
    rows = (ROWS[0], "2\t查处仿冒食品\t查处仿冒食品,公开案件。\t\t\t2026年9月底前\t")
    assert read(BODY, *rows)[1][1][1:] == ([], ["2026-09-30"])


def test_rows_that_no_item_says_stay_measures():
    _, told = read(BODY, *ROWS, "3\t培训\t培训执法人员。\t市司法局\t\t\t")
    assert [text for text, _, _ in told][-1] == "培训执法人员。"
    assert len(told) == 3


def test_one_row_alone_is_no_annex():
    _, told = read(BODY, ROWS[0], "2\t培训\t培训执法人员。\t市司法局\t\t\t")
    assert len(told) == 4


def test_of_items_with_the_same_words_each_has_its_own_row():
    body = "1.食品整治。检查农资门店。\n2.药品整治。检查农资门店。"
    rows = (
        "1\t食品整治\t检查农资门店。\t市农业农村局\t\t\t",
        "2\t药品整治\t检查农资门店。\t市药监局\t\t\t",
    )
    assert [units for _, units, _ in read(body, *rows)[1]] == [["市农业农村局"], ["市药监局"]]


def test_a_heading_and_its_words_may_stand_in_one_cell():
    body = "1.管好农资市场。检查农资门店,处理投诉。\n2.查处仿冒食品,公开案件。"
    rows = (
        "1\t管好农资市场\t管好农资市场。检查农资门店,处理投诉。\t市农业农村局\t\t\t",
        ROWS[1].replace("\\n", "\u2028"),
    )
    assert len(read(body, *rows)[1]) == 2


@pytest.mark.parametrize(
    ("line", "text", "units", "due"),
    [
        ("1.检查市场。(完成时限:2020年12月底前)", "检查市场。", [], "2020-12-31"),
        ("1.检查网店。\n拟牵头单位:市公安局\n拟完成时限:2020年6月底前", "检查网店。", ["市公安局"], "2020-06-30"),
        ("1.检查网店。(拟牵头单位:市公安局;拟完成时限:2020年6月底前)", "检查网店。", ["市公安局"], "2020-06-30"),
    ],
)  # fmt: skip
def test_times_alone_and_what_is_only_proposed_are_read(line, text, units, due):
    (measure,) = parse(MappedText.of(HEAD + line)).measures
    assert measure.text == text
    assert [duty.unit for duty in measure.duties] == units
    assert [str(d.due_on) for d in measure.deadlines] == [due]


def test_headings_across_the_annex_are_no_second_outline():
    banded = ("一、重点任务", *ROWS)
    plan, told = read(BODY, *(row.replace("\\n", "\u2028") for row in banded))
    assert [s.heading for s in plan.sections] == ["重点任务", "管好农资", ""]
    assert len(told) == 2


def test_headings_across_the_annex_leave_no_trace_in_the_item_above_them():
    """A part of a chapter, not a chapter: it stood under the last heading of the body."""
    body = f"{BODY}\n二、保障措施\n(一)加强领导。明确专人负责。\n(二)严格考核。每月通报。"
    first, second = (row.replace("\\n", "\u2028") for row in ROWS)
    bands = ("(一)管好市场" + "\t" * 6, "(二)查处案件" + "\t" * 6)
    plan, _ = read(body, bands[0], first, bands[1], second)
    headings = ["重点任务", "管好农资", "", "保障措施", "加强领导", "严格考核"]
    assert [s.heading for s in plan.sections] == headings


def test_headings_across_a_table_of_its_own_stay():
    banded = ("一、重点任务", *ROWS, "3\t培训\t培训执法人员。\t市司法局\t\t\t")
    plan, _ = read(BODY, *banded)
    assert [s.heading for s in plan.sections][-1] == "重点任务"


ANNEX = (
    "云溪市2026年工作方案\n一、任务\n(一)管好农资。检查农资门店。{}\n(二)查处仿冒食品。公开案件。{}\n附件\n任务分工表\n"
    "序号\t重点任务\t牵头单位\t配合单位\t完成时间\n1\t管好农资\t市农业农村局\t市公安局\t6月底\n"
    "2\t查处仿冒食品\t市商务局\t\t9月底"
)


def test_a_table_may_name_items_by_their_headings(plan_of):
    plan = plan_of(ANNEX.format("", ""))
    assert texts(plan) == ["检查农资门店。", "公开案件。"]
    assert [told(measure.duties) for measure in plan.measures] == [
        "lead 市农业农村局; cooperating 市公安局",
        "lead 市商务局",
    ]
    assert [str(m.deadlines[0].due_on) for m in plan.measures] == ["2026-06-30", "2026-09-30"]
    assert codes(plan) == [[], []]


def test_other_units_in_the_table_are_told(plan_of):
    plan = plan_of(ANNEX.format("(市商务局牵头)", "(市商务局牵头)"))
    assert [told(measure.duties) for measure in plan.measures] == ["lead 市商务局"] * 2
    assert codes(plan) == [["two-clauses"], []]


def test_a_table_gives_what_is_to_be_reached_too():
    rows = [row.replace("门店60家", "检查门店不少于60家") for row in ROWS]
    assert [target.value for target in read(BODY, *rows)[0].measures[0].targets] == [60]


HEADINGS = (
    "云溪市2026年工作方案\n一、任务\n(一)管好农资。检查农资门店。{}\n(二)查处仿冒食品。公开案件。{}\n附件\n任务分工表\n"
    "序号\t重点任务\t牵头单位\t配合单位\t完成时间\n"
)


def test_more_rows_than_items_stay_measures(plan_of):
    rows = "1\t管好农资\t市农业农村局\t\t3月底\n2\t管好农资\t市公安局\t\t6月底\n3\t查处仿冒食品\t市商务局\t\t9月底"
    plan = plan_of(HEADINGS.format("", "") + rows)
    assert [told(measure.duties) for measure in plan.measures[2:]] == [
        "lead 市农业农村局",
        "lead 市公安局",
        "lead 市商务局",
    ]


@pytest.mark.parametrize("own", ["完成时限:2026年6月底", "6月底前完成。(市农业农村局牵头)"])
def test_another_deadline_in_the_table_is_told(plan_of, own):
    rows = "1\t管好农资\t市农业农村局\t\t4月底\n2\t查处仿冒食品\t市商务局\t\t9月底"
    plan = plan_of(HEADINGS.format(own, "") + rows)
    assert len(plan.measures) == 2
    assert "unread-time" in codes(plan)[0]
    assert codes(plan)[1] == []


def test_a_second_table_that_says_otherwise_keeps_its_row(plan_of):
    first = "1\t管好农资\t市公安局\t\t4月底\n2\t查处仿冒食品\t市商务局\t\t9月底"
    second = (
        "\n附件2\n任务分工表\n序号\t重点任务\t牵头单位\t配合单位\t完成时间\n"
        "1\t检查农资门店。\t市农业农村局\t\t8月底\n2\t公开案件。\t市商务局\t\t9月底"
    )
    plan = plan_of(HEADINGS.format("", "") + first + second)
    assert [told(measure.duties) for measure in plan.measures] == [
        "lead 市公安局",
        "lead 市商务局",
        "lead 市农业农村局",
    ]


def test_the_heading_of_several_tasks_names_none_of_them(plan_of):
    own = "(市公安局负责)抽检农药。(市商务局负责)"
    plan = plan_of(HEADINGS.format(own, "") + "1\t管好农资\t市农业农村局\t\t4月底")
    assert [told(measure.duties) for measure in plan.measures] == [
        "responsible 市公安局",
        "responsible 市商务局",
        "",
        "lead 市农业农村局",
    ]
