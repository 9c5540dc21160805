"""A row of a table that stands in several lines is one row again, with its breaks inside the cells."""

import pytest

from shuangda_desktop.text.rules.rows import join_rows
from text.rules import applied

HEAD = "序号\t任务\t牵头单位\t时限\n"


@pytest.mark.parametrize(
    ("rows", "joined"),
    [
        (
            "1\t核查电梯、\n抽查260台\t市监局、\n应急局\t5月\n底前\n2\t查处\t公安局\t全年",
            "1\t核查电梯、|抽查260台\t市监局、|应急局\t5月|底前\n2\t查处\t公安局\t全年",
        ),
        # behind the last row stand other words
        (
            "1\t核查\n电梯\t市监局\t全年\n各单位抓好落实。",
            "1\t核查|电梯\t市监局\t全年\n各单位抓好落实。",
        ),
        # what cannot be one row is left as it is
        ("1\t核查\n2\t查处\t公安局\t全年", "1\t核查\n2\t查处\t公安局\t全年"),
        ("1\t核查\n甲\t乙\t丙\t丁", "1\t核查\n甲\t乙\t丙\t丁"),
        ("1\t核查\n\n电梯\t市监局\t全年", "1\t核查\n\n电梯\t市监局\t全年"),
        ("1\t核查\t市监局\t\n2\t查处\t公安局\t全年", "1\t核查\t市监局\t\n2\t查处\t公安局\t全年"),
    ],
)
def test_the_lines_of_a_row_are_joined(rows, joined):
    assert applied(join_rows, HEAD + rows) == HEAD + joined.replace("|", "\u2028")


@pytest.mark.parametrize(
    "text", ["甲\n乙", "序号\t任务\n1\t核查\n电梯", "名称\t任务\t单位\n1\t核\n查\t局"]
)
def test_what_is_no_numbered_table_is_left(text):
    assert applied(join_rows, text) == text
