"""Tables that are set with blanks get tabs between their cells, and one line for each row."""

import pytest

from shuangda_desktop.plan.model import Role
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.rules.aligned import part_columns
from shuangda_desktop.text.source import SourceText, blocks_of
from text.rules import applied

HEAD = "序号  重点任务              牵头单位      完成时限\n"
ROW = "1     清查校园周边文具店    市市场监管局  6月底前\n"
TABS = "序号\t重点任务\t牵头单位\t完成时限\n"
TABS_ROW = "1\t清查校园周边文具店\t市市场监管局\t6月底前\n"


def shown(text):
    """The text after the rule, with a bar for a break inside a cell."""
    return applied(part_columns, text).replace("\u2028", "|")


@pytest.mark.parametrize(
    ("rows", "parted"),
    [
        (ROW, TABS_ROW),
        # a cell that fills its column goes on in the next line, one that does not holds two
        (
            "1     清查校园周边的小文具  市市场监管局  6月底前\n      店                    市教育局\n",
            "1\t清查校园周边的小文具店\t市市场监管局|市教育局\t6月底前\n",
        ),
        (
            "1     核查                  市公安局、    全年\n                            市城管局\n",
            "1\t核查\t市公安局、市城管局\t全年\n",
        ),
        # no cell but the number and the task
        (ROW + "2     抽检童车\n", TABS_ROW + "2\t抽检童车\t\t\n"),
        # a line below the header, a page that ends, the header again, empty lines
        (
            "----  --------------------  ------------  --------\n" + ROW + "\n\n" + HEAD + ROW,
            TABS_ROW + "\n\n" + TABS + TABS_ROW,
        ),
        # what follows crosses the columns, or has no number
        (ROW + "以上任务由各单位负责落实到位。\n", TABS_ROW + "以上任务由各单位负责落实到位。\n"),
        (ROW + "附件\n", TABS_ROW + "附件\n"),
        (ROW + "\n" + " " * 42 + "3月1日\n", TABS_ROW + "\n" + " " * 42 + "3月1日\n"),
    ],
)
def test_cells_below_a_header_are_parted(rows, parted):
    assert shown(HEAD + rows) == TABS + parted


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        # over several lines, spaced out, set in the middle
        (
            "序  重点任务              牵头        完成\n号                        单位        时限\n"
            "1   清查校园周边文具店    市教育局    全年\n",
            "序号\t重点任务\t牵头|单位\t完成时限\n1\t清查校园周边文具店\t市教育局\t全年\n",
        ),
        (
            "\u3000序\u3000号\u3000\u3000\u3000\u3000重点任务\u3000\u3000\u3000\u3000牵头单位\n"
            "\u3000\u30001\u3000\u3000清查校园周边文具店\u3000\u3000市教育局\n",
            "\u3000序\u3000号\t重点任务\t牵头单位\n\u3000\u30001\t清查校园周边文具店\t市教育局\n",
        ),
        # nothing stands below the words of the header, but each line has as many parts
        (
            "序号  任务  责任单位\n1  清查校园周边文具店  市教育局\n一、出版\n----------\n2  抽检童车  市妇联\n共两项",
            "序号\t任务\t责任单位\n1\t清查校园周边文具店\t市教育局\n一、出版\n2\t抽检童车\t市妇联\n共两项",
        ),
        # headings stand between the rows
        (
            HEAD + "一、校园\n" + ROW + "二、出版\n" + ROW.replace("1", "2") + "三、总结\n",
            TABS
            + "一、校园\n"
            + TABS_ROW
            + "二、出版\n"
            + TABS_ROW.replace("1", "2")
            + "三、总结\n",
        ),
        # no number tells where a row begins
        (
            "重点任务        责任单位    完成时限\n清查校园周边文  市教育局、  全年\n具店            市城管局\n"
            "抽检童车        市妇联      6月底前\n",
            "重点任务\t责任单位\t完成时限\n清查校园周边文具店\t市教育局、市城管局\t全年\n抽检童车\t市妇联\t6月底前\n",
        ),
        (
            "领域  任务        责任单位    时限\n校园  清查文具店  市教育局    全年\n      抽检童车    市妇联      6月\n"
            "出版                                  \n",
            "领域\t任务\t责任单位\t时限\n校园\t清查文具店\t市教育局\t全年\n      \t抽检童车\t市妇联\t6月\n出版                                  \n",
        ),
        # a page ends within a row
        (
            HEAD
            + "1     清查校园周边的小文具  市市场监管局  6月底前\n"
            + HEAD
            + "      店\n2     抽检童车              市妇联        全年\n",
            TABS + "1\t清查校园周边的小文具店\t市市场监管局\t6月底前\n2\t抽检童车\t市妇联\t全年\n",
        ),
        # a numbered line below the table, as wide as its first column, begins what comes next
        (
            "重点任务        责任单位    完成时限\n抽检童车        市妇联      6月底前\n"
            "清查校园文具店  市教育局    全年\n二、保障措施\n",
            "重点任务\t责任单位\t完成时限\n抽检童车\t市妇联\t6月底前\n"
            "清查校园文具店\t市教育局\t全年\n二、保障措施\n",
        ),
    ],
)
def test_headers_of_all_kinds(text, parted):
    assert shown(text) == parted


@pytest.mark.parametrize(
    "text",
    [
        "一、清查文具店,抽检童车。",
        "一、清查  文具店  抽检童车。",
        "一、主要任务  责任单位  分工\n  清查文具店。  抽检童车。\n",
        "重点任务  责任单位\n清查文具店  市教育局\n",  # two columns may be anything
        "序号\t重点任务  责任单位  时限\n1\t清查  市教育局  全年",
        "名称  数量  责任单位\n童车  2  市妇联",
        HEAD + "各单位要抓好落实。\n",
        HEAD,
    ],
)
def test_other_texts_are_left(text):
    assert shown(text) == text


def test_headers_without_a_table_are_looked_behind_only_so_often():
    vain = HEAD + "以上各列的任务由各责任单位负责落实到位。\n"
    assert shown(vain * 19 + HEAD + ROW) == vain * 19 + TABS + TABS_ROW
    assert shown(vain * 20 + HEAD + ROW) == vain * 20 + HEAD + ROW


def test_a_row_is_read_and_leads_back_to_where_it_stood():
    raw = f"云溪市2026年保护知识产权工作要点\n{HEAD}{ROW}2     抽检童车和安全座椅50  市妇联        持续推进\n      批\n"
    text = repair(SourceText(raw, blocks_of(raw), "试", "", "text"))
    first, second = parse(text).measures
    assert (first.text, second.text) == ("清查校园周边文具店", "抽检童车和安全座椅50批")
    assert [(d.unit, d.role) for d in first.duties] == [("市市场监管局", Role.LEAD)]
    assert first.deadlines[0].text == "6月底前"
    assert raw[first.span.start : first.span.end] == ROW[6:-1]
    row = raw[second.span.start : second.span.end]
    assert (row[:2], row[-2:]) == ("2 ", " 批")


def test_a_row_that_was_put_together_is_apart_again_when_that_is_undone():
    raw = f"云溪市2026年工作要点\n{HEAD}1     清查校园周边的小文具  市教育局      全年\n      店\n"
    source = SourceText(raw, blocks_of(raw), "试", "", "text")
    rows = [each for each in repair(source).repairs if "\n" in each.before]
    assert len(rows) == 1
    again = repair(source, rejected=frozenset({("columns", rows[0].span.start)}))
    assert rows[0].before in again.text
    assert again.to_raw(Span(0, len(again.text))) == Span(0, len(raw))


def test_a_heading_between_a_row_and_the_header_again_is_kept():
    text = (
        HEAD
        + "1     清查校园周边的小文具  市市场监管局  6月底前\n（一）童车\n"
        + HEAD
        + "      店\n2     抽检童车              市妇联        全年\n"
    )
    assert "童车\n" in shown(text)
