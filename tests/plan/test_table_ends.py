"""Where a table whose cells stand one in a line ends, and what of one that was not understood is told."""

import pytest

from plan.telling import outline, texts, told

HEAD = "云溪市2026年工作方案\n一、任务分工\n"
CELLS = ("序号", "重点任务", "责任单位", "完成时限")
ROWS = ("1", "查处假酒。", "市公安局", "6月底前", "2", "巡查集市。", "市商务局", "9月底前")
BELOW = (
    "二、工作要求",
    "(一)加强领导。市双打办要加强督促检查。",
    "(二)强化宣传。市委宣传部负责组织媒体报道。",
)
SIGNED = ("云溪市人民政府办公室", "2026年3月5日")


def laid(*lines):
    return HEAD + "\n".join(lines) + "\n"


@pytest.mark.parametrize("signed", [(), SIGNED, (*SIGNED, "抄送:市委办公室。")])
def test_chapters_below_a_table_are_chapters(signed, plan_of):
    plan = plan_of(laid(*CELLS, *ROWS, *BELOW, *signed))
    assert outline(plan) == [
        "1 一 任务分工",
        "1 二 工作要求",
        "2 (一) 加强领导 <二",
        "2 (二) 强化宣传 <二",
    ]
    assert len(plan.measures) == 4
    assert [told(m.duties) for m in plan.measures[:2]] == [
        "responsible 市公安局",
        "responsible 市商务局",
    ]


def test_chapters_below_a_table_without_numbers_are_chapters_too(plan_of):
    rows = [line for line in ROWS if not line.isdecimal()]
    plan = plan_of(laid(*CELLS[1:], *rows, *BELOW))
    assert texts(plan)[:2] == ["查处假酒。", "巡查集市。"]
    assert outline(plan)[1:] == ["1 二 工作要求", "2 (一) 加强领导 <二", "2 (二) 强化宣传 <二"]


def test_a_sentence_below_the_last_row_is_no_cell_of_it(plan_of):
    note = "上述任务由各责任单位抓好落实,每月25日前将进展情况报送市双打办。"
    plan = plan_of(laid(*CELLS, *ROWS, note))
    assert texts(plan) == ["查处假酒。", "巡查集市。"]
    assert [[d.due_on.month for d in m.deadlines] for m in plan.measures] == [[6], [9]]


def test_who_signed_below_a_table_answers_for_no_row(plan_of):
    rows = [line for line in ROWS if not line.isdecimal()]
    plan = plan_of(laid(*CELLS[1:], *rows, *SIGNED))
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 市公安局",
        "responsible 市商务局",
    ]
    assert str(plan.issued_on) == "2026-03-05"


def test_numbered_lines_within_a_cell_end_no_table(plan_of):
    row = ("1", "整治市场:", "(一)查处假酒。", "(二)巡查集市。", "市公安局", "6月底前")
    plan = plan_of(laid(*CELLS, *row, "2", "开办夜校。", "市教育局", "9月底前"))
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 市公安局",
        "responsible 市教育局",
    ]
    assert plan_of(laid(*CELLS, *row)).measures[0].duties[0].unit == "市公安局"


def test_numbered_cells_are_headings_and_ranks_are_none(plan_of):
    head = "序号\t重点任务\t具体措施\t责任单位\n"
    rows = "1\t一、整治市场\t(一)查处假酒。\t市公安局\n2\t\t一、二级企业逐户走访。\t市商务局\n"
    plan = plan_of(f"云溪市2026年任务表\n{head}{rows}")
    assert texts(plan) == ["查处假酒。", "一、二级企业逐户走访。"]
    assert outline(plan) == ["1 一 整治市场", "2 (一) <一"]
    assert plan.measures[0].section == 1


def test_numbers_of_the_words_alone_count_rows_and_are_no_part_of_them(plan_of):
    rows = "整治市场\t1.查处假酒。\t市公安局\n\t2.巡查集市。\t市商务局\n"
    plan = plan_of(f"云溪市2026年任务表\n重点任务\t具体措施\t责任单位\n{rows}")
    assert texts(plan) == ["查处假酒。", "巡查集市。"]
    assert outline(plan) == []


def test_a_table_of_tasks_and_times_needs_no_unit(plan_of):
    plan = plan_of(
        "云溪市2026年安排\n序号\n工作任务\n责任人\n完成时限\n1\n制定方案。\n白某\n3月底前\n"
    )
    assert texts(plan) == ["制定方案。"]
    assert [d.due_on.month for d in plan.measures[0].deadlines] == [3]


@pytest.mark.parametrize("before", ["", "一、任务分工\n"])
def test_a_header_that_was_not_understood_is_told(before, plan_of):
    rows = "村名\n干部\n进展情况\n责任单位\n柏林村\n白某\n已完成\n市交通运输局\n"
    plan = plan_of(f"云溪市2026年安排\n{before}{rows}")
    found = [f for f in plan.findings if f.code == "unread-table"]
    assert len(found) == 1
    assert "进展情况" in found[0].message


def test_one_word_of_a_header_alone_tells_of_no_table(plan_of):
    plan = plan_of("云溪市2026年安排\n一、任务\n责任单位\n(一)查处假酒。(市公安局负责)\n")
    assert "unread-table" not in [f.code for f in plan.findings]


def test_a_row_stands_under_the_nearest_heading_before_it(plan_of):
    chapters = "".join(
        f"{n}、第{n}类任务\n重点任务\t责任单位\n第{n}次巡查集市。\t市商务局\n" for n in "一二三"
    )
    plan = plan_of(f"云溪市2026年任务表\n{chapters}")
    assert [m.section for m in plan.measures] == [0, 1, 2]
    above = plan_of(
        "云溪市2026年任务表\n重点任务\t责任单位\n巡查集市。\t市商务局\n一、要求\n(一)办案。"
    )
    assert above.measures[0].section is None
