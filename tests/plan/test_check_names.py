"""Names that one wrong character made, and names that hold more than a name, are told; rare ones are not."""

import pytest

from plan.telling import codes

HEAD = "云溪市2024年工作要点\n2024年3月1日\n一、任务\n"


def of_unit(plan_of, unit, again=""):
    """The doubts about a measure that this unit and another answer for."""
    lines = f"{HEAD}(一)甲。做甲。({unit}、市商务局负责)\n(二)乙。做乙。(市商务局负责)\n"
    return codes(plan_of(f"{lines}{again}"))[0]


@pytest.mark.parametrize(
    "unit",
    ["市发展改中委", "市自然中源和规划局", "市市中监督管理局", "国家税务中局", "市农业农村村局"],
)
def test_a_long_name_near_that_of_a_known_office_is_told(unit, plan_of):
    assert "odd-name" in of_unit(plan_of, unit)


@pytest.mark.parametrize(
    "unit", ["市文体广新局", "市住房城乡建设委", "市经发局", "市港航事业发展中心", "市商务发展局"]
)
def test_a_name_that_may_be_right_is_not_told(unit, plan_of):
    assert of_unit(plan_of, unit) == []


@pytest.mark.parametrize(
    "unit",
    ["市市政管理局", "市外侨办", "原工商局", "在京单位", "市农经局", "国家民委", "省供销合作总社"],
)
def test_the_name_of_an_office_that_few_know_is_not_misspelt(unit, plan_of):
    again = "(三)丙。做丙。(市农机局负责)\n(四)丁。做丁。(市农机局负责)"
    assert not {"odd-name", "unknown-unit"}.intersection(of_unit(plan_of, unit, again))


AGAIN = "(三)丙。做丙。(市投促局负责)\n(四)丁。做丁。(市投促局负责)\n(五)戊。做戊。(市第一仓储局、市第二仓储局负责)\n(六)己。做己。(市第二仓储局负责)"


def test_a_name_near_one_that_the_plan_has_often_is_told(plan_of):
    assert "odd-name" in of_unit(plan_of, "市投从局", AGAIN)


def test_a_name_that_differs_by_its_numeral_is_another(plan_of):
    assert codes(plan_of(f"{HEAD}{AGAIN}"))[2] == []


@pytest.mark.parametrize(
    "unit",
    [
        "一公安局",
        "市一财政局",
        "会市公安局",
        "的公安局",
        "考核单位市公安局",
        "市政府办公室全国海关学会",
        "各街道区属各部门",
        "列第一位者为公安局",
    ],
)
def test_a_name_with_more_in_it_than_a_name_is_told(unit, plan_of):
    assert {"unknown-unit", "two-names"}.intersection(of_unit(plan_of, unit))


@pytest.mark.parametrize(
    "unit", ["市消费者权益保护委员会", "各区直各部门", "市直机关事务管理局", "市委网信办"]
)
def test_a_name_that_only_looks_so_is_not_told(unit, plan_of):
    assert not {"unknown-unit", "two-names"}.intersection(of_unit(plan_of, unit))
