"""Clauses that were read in part: what their words hold beside the duties is told."""

import pytest

from plan.telling import codes
from shuangda_desktop.plan.checks.clauses import are_two, unread_in
from shuangda_desktop.plan.model import Duty, Role

LEAD, HELP, ANSWER = Role.LEAD, Role.COOPERATING, Role.RESPONSIBLE


@pytest.mark.parametrize(
    ("clause", "duties", "unread"),
    [
        ("(市公安局牵头,市商务局配合)", [("市公安局", LEAD)], "市商务局"),
        ("(市公安局牵头,区法院配合、6月底前完成)", [("市公安局", LEAD), ("区法院", LEAD)], "配合"),
        (
            "(市公安局、市商务局按职责分工牵头)",
            [("市公安局", ANSWER), ("市商务局", ANSWER)],
            "牵头",
        ),
        ("(市公安局及市商务局负责)", [("市公安局", ANSWER)], "市商务局"),
        ("(市公安局牵头,市商务局配合)", [("市公安局", LEAD), ("市商务局", HELP)], ""),
        ("(牵头领导:周某;责任单位:市公安局)", [("市公安局", ANSWER)], ""),
        ("责任单位:市公安局;督办机构:市政府督查室", [("市公安局", ANSWER)], "市政府督查室"),
        (
            "(酒类由市公安局、工业和信息化部负责)",
            [("市公安局", ANSWER), ("工业和信息化部", ANSWER)],
            "",
        ),
        ("(市公安局等和各县政府负责)", [("市公安局", ANSWER), ("各县政府", ANSWER)], ""),
    ],
)
def test_what_no_duty_was_made_of(clause, duties, unread):
    assert unread_in(clause, [Duty(unit, role) for unit, role in duties]) == unread


def test_two_names_in_one():
    assert are_two("旗双打办会旗教育局")
    assert are_two("市农牧和科技局市监管局")
    assert are_two("农业农村厅及市场监管总局")
    assert are_two("某某局等")
    assert not are_two("各县党委和政府")
    assert not are_two("市市场监管局")
    assert not are_two("市政府市场办")


def test_a_clause_that_was_read_in_part_is_doubted(plan_of):
    plan = plan_of("一、任务\n(一)甲。做甲。(市公安局牵头,市教育局配合、6月底前完成)")
    assert codes(plan) == [["half-read"]]
    plan = plan_of("一、任务\n(一)甲。做甲。(旗双打办会旗教育局、旗公安局负责)")
    assert "unknown-unit" in codes(plan)[0]
