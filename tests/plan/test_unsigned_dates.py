"""Dates that nobody signed at the end of a line: times there, the date of issue only at the end of all."""

import pytest

from plan.telling import texts
from shuangda_desktop.plan.structure.cutting import cut_lines
from shuangda_desktop.plan.structure.lines import lines_of


def cut(text):
    return [line.flat for line in cut_lines(lines_of(text))]


@pytest.mark.parametrize(
    "text",
    [
        "完成时限:(最迟)2031年12月31日",
        "完成时限:分批办结。2031年12月31日",
        "牵头单位:市公安局(治安支队)2031年12月31日",
        "一、各镇开展自查(含网店)2031年12月31日",
        "一、各镇开展自查。2031年12月31日\n二、各镇抓好落实。",
    ],
    ids=["bracket", "key", "unit", "no-stop", "not-the-last-line"],
)
def test_a_date_that_nobody_signs_stays_where_it_may_be_a_time(text):
    assert cut(text) == text.split("\n")


@pytest.mark.parametrize(
    "line", ["完成时限:(最迟)2031年12月31日", "牵头单位:市公安局(治安支队)2031年12月31日"]
)
def test_a_time_at_the_end_of_a_key_line_is_no_date_of_issue(line, plan_of):
    plan = plan_of(f"松河市整治方案\n一、查处假酒\n各镇排查酒坊。\n{line}")
    assert plan.issued_on is None
    assert texts(plan) == ["各镇排查酒坊。"]


def test_a_date_alone_behind_the_last_sentence_is_that_of_issue():
    assert cut("一、查处假酒。\n二、各镇抓好落实。2031年4月8日") == [
        "一、查处假酒。",
        "二、各镇抓好落实。",
        "2031年4月8日",
    ]
