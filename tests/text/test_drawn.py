"""Tables drawn with lines and bars get tabs between their cells, and one line for each row."""

import pytest

from shuangda_desktop.plan.parse import parse
from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.rules.drawn import read_drawing
from shuangda_desktop.text.source import SourceText, blocks_of
from text.rules import applied

LINE = "+------+----------+------------+\n"
HEAD = "| 序号 | 重点任务 | 牵头单位   |\n"
TABS = "序号\t重点任务\t牵头单位\n"


def shown(text):
    """The text after the rule, with a bar for a break inside a cell; drawn lines leave empty ones."""
    left = applied(read_drawing, text).replace("\u2028", "|")
    return "\n".join(line for line in left.split("\n") if line)


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        # lines between all rows: what stands between two is one row
        (
            LINE
            + HEAD
            + LINE
            + "| 1    | 清查文具 | 市教育局、 |\n|      | 店       | 市城管局   |\n"
            + LINE
            + "| 2    | 抽检     | 市妇联     |\n|      | 童车     | 市工商联   |\n"
            + LINE,
            TABS + "1\t清查文具店\t市教育局、市城管局\n2\t抽检|童车\t市妇联|市工商联",
        ),
        # the number stands beside the middle of its row
        (
            LINE
            + HEAD
            + LINE
            + "|      | 清查校园 | 市教育局   |\n| 1    | 周边文具 |            |\n|      | 店       |            |\n"
            + LINE
            + "| 2    | 抽检     | 市妇联     |\n"
            + LINE,
            TABS + "1\t清查校园周边文具店\t市教育局\n2\t抽检\t市妇联",
        ),
        # a line below the header alone: numbers tell
        (
            HEAD
            + LINE
            + "| 1    | 清查文具 | 市教育局   |\n|      | 店       |            |\n| 2    | 抽检     | 市妇联     |\n",
            TABS + "1\t清查文具店\t市教育局\n2\t抽检\t市妇联",
        ),
        # or whether all that a line holds goes on with what was filled
        (
            " 类别 | 重点任务 | 责任单位\n------+----------+----------\n 校园 | 清查文具 | 市教育局\n      | 店       |\n 出版 | 抽检     | 市妇联\n",
            " 类别\t重点任务\t责任单位\n 校园\t清查文具店\t市教育局\n 出版\t抽检\t市妇联",
        ),
        # drawn with the characters for it, in all their kinds
        (
            "┌──┬────┬────┐\n│序号│重点任务│责任单位│\n├──┼────┼────┤\n│1   │清查文具│市教育局│\n│    │店      │        │\n"
            "└──┴────┴────┘\n以上任务抓好落实。",
            "序号\t重点任务\t责任单位\n1\t清查文具店\t市教育局\n以上任务抓好落实。",
        ),
        ("║序号║任务║责任单位║\n║1║抽检║市妇联║", "序号\t任务\t责任单位\n1\t抽检\t市妇联"),
    ],
)
def test_rows_between_lines_are_put_together(text, parted):
    assert shown(text) == parted


@pytest.mark.parametrize(
    "text",
    [
        "一、清查文具店。\n二、抽检。",
        HEAD + "| 1    | 抽检     | 市妇联     |",  # read as it is
        "| 名称 | 数量 | 价格 |\n+------+------+------+\n| 童车 | 2    | 300  |",
        LINE + HEAD + LINE + "| 1    | 抽检     |\n" + LINE,
        "+------+\n+------+",
        "电话│传真",
        "│序号│重点任务│责任单位│",
    ],
)
def test_other_texts_are_left(text):
    assert applied(read_drawing, text) == text


def test_a_drawn_table_is_read():
    raw = f"云溪市2026年保护知识产权工作要点\n{LINE}{HEAD}{LINE}| 1    | 清查文具 | 市教育局、 |\n|      | 店       | 市城管局   |\n{LINE}"
    (measure,) = parse(repair(SourceText(raw, blocks_of(raw), "试", "", "text"))).measures
    assert measure.text == "清查文具店"
    assert [duty.unit for duty in measure.duties] == ["市教育局", "市城管局"]
