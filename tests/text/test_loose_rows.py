"""Tables whose cells only single blanks part keep their blanks and their rows."""

import pytest

from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.rules.loose_rows import loose_tables
from shuangda_desktop.text.source import SourceText, blocks_of

HEAD = "序号 项目名称 责任单位 目标任务 完成率"
ROWS = "1 新增床位 市民政局 71张 55\n2 新建园所(所) 市教育局 2所 70%"


def repaired(text):
    return repair(SourceText(text, blocks_of(text), "plan.txt", "0", "txt")).text


@pytest.mark.parametrize("head", [HEAD, "项目名称 责任单位 目标任务 完成率"])
def test_blanks_between_figures_stay(head):
    text = f"云溪市2026年任务表\n{head}\n{ROWS}\n"
    assert repaired(text) == text


def test_outside_a_table_blanks_are_closed():
    text = (
        f"{HEAD}\n{ROWS}\n"
        + "\n".join(f"第{n}段。" for n in range(14))
        + "\n会议要求 3月底前完成。\n"
    )
    assert "会议要求3月底前" in repaired(text)
    assert "会议要求3月底前" in repaired(f"会议要求 3月底前完成。\n{HEAD}\n{ROWS}\n")


def test_rows_that_end_at_the_same_edge_are_not_joined():
    rows = "".join(
        f"{n} 改造第{n}农贸市场及其周边道路设施 市商务局、市交通运输局 新增摊位{n}20个 3{n}\n"
        for n in range(1, 7)
    )
    assert repaired(f"{HEAD}\n{rows}") == f"{HEAD}\n{rows}"


def test_where_tables_stand():
    text = f"标题\n{HEAD}\n{ROWS}\n{HEAD}\n{ROWS}\n" + "尾\n" * 20
    tables = list(loose_tables(text))
    assert [text[t.start : t.start + 2] for t in tables] == ["序号", "序号"]
    assert [len(t.rows) for t in tables] == [3, 3]
    assert tables[-1].end < len(text) - 10


@pytest.mark.parametrize(
    "text",
    ["无表格。\n", "重点 责任单位\n1 甲 乙\n", f"{HEAD}|\n".replace(" ", "\t"), "序号 任务 单位\n"],
)
def test_other_texts_have_none(text):
    assert list(loose_tables(text)) == []


BEHIND = "二、工作要求\n各单位要认真 落实,责任要 明确,成效不 低于去年。\n市公安 局负责。\n"


@pytest.mark.parametrize("between", ["", "全市统一 行动。\n", "\n\n"])
def test_words_behind_the_last_row_are_prose_again(between):
    text = f"{HEAD}\n{ROWS}\n{between}{BEHIND}3 月底前报送。\n"
    assert [text[t.start : t.end] for t in loose_tables(text)] == [f"{HEAD}\n{ROWS}"]
    assert repaired(text).endswith("。\n市公安局负责。\n3月底前报送。\n")


def test_a_row_goes_on_and_chapters_stand_between_rows():
    text = f"{HEAD}\n{ROWS}\n及其周边\n(二)民生\n3 办好一事。 市教育局 2所\n中小学 园所\n尾。\n"
    table = next(iter(loose_tables(text)))
    assert text[table.end :] == "\n尾。\n"
    assert len(table.rows) == 4
    table = next(iter(loose_tables(f"{HEAD}\n一、 办好 一事 市教育局\n尾\n")))
    assert len(table.rows) == 2
