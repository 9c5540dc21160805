"""Clauses that were read in part: what their words hold beside the duties is told."""

import pytest

from plan.telling import codes
from shuangda_desktop.plan.checks.clauses import has_empty_key, unread_in, without_verb
from shuangda_desktop.plan.checks.odd_names import are_two
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
        ("(某市政协办公厅负责)", [("某市政协办公厅", ANSWER)], ""),
        *(
            (f"(市公安局{word}市财政局负责)", [("市公安局", LEAD), ("市财政局", ANSWER)], "")
            for word in ("商", "会商", "协同", "商请", "联同", "联合", "会同")
        ),
        ("(市公安局商财政局负责)", [("市公安局", LEAD), ("市财政局", ANSWER)], ""),
        ("(市公安局商市财政局负责)", [("市公安局", LEAD)], "市财政局"),
        ("(市委商务局负责)", [("市委商务局", ANSWER)], ""),
        ("(市公安局/市商务局)", [("市公安局", ANSWER), ("市商务局", ANSWER)], ""),
        ("(市公安局等和各县政府负责)", [("市公安局", ANSWER), ("各县政府", ANSWER)], ""),
    ],
)
def test_what_no_duty_was_made_of(clause, duties, unread):
    assert unread_in(clause, [Duty(unit, role) for unit, role in duties]) == unread


@pytest.mark.parametrize(
    ("clause", "tail"),
    [
        ("(市公安局牵头,市商务局)", "市商务局"),
        ("(市公安局牵头,市商务局、市司法局。)", "市商务局、市司法局"),
        ("(市公安局牵头,市商务局配合)", ""),
        ("(市公安局牵头,6月底前完成)", ""),
        ("(牵头单位:市公安局,市商务局)", ""),
        ("(市公安局、市商务局)", ""),
        ("牵头:市公安局;配合:市商务局", ""),
    ],
)
def test_units_behind_the_last_verb(clause, tail):
    assert without_verb(clause) == tail


def test_a_colon_without_its_key():
    assert has_empty_key("(牵头单位:市公安局;:市商务局)")
    assert not has_empty_key("牵头单位:市公安局;配合单位:市商务局")


GLUED = [
    "各县(市)、区政府、市商务局",
    "市数据管理局各镇人民政府",
    "区商务局生态环境局栖云分局",
    "市机关事务管理局市政府信息办",
    "登记中心各市场监管所",
    "市教育局、市公安局",
]
WHOLE = [
    "国家税务总局云溪市税务局",
    "市公安局交警支队",
    "市政府办公室",
    "市双打办各成员单位",
    "各县(市、区)人民政府",
    "国务院扶贫办",
    "有关盟行政公署、市某某",
]


def test_names_that_begin_anew_behind_a_whole_one():
    assert [are_two(name) for name in GLUED] == [True] * len(GLUED)
    assert [are_two(name) for name in WHOLE] == [False] * len(WHOLE)


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


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("市公安局、市某某中心", []),  # all can be nothing but units
        ("市公安局;各镇、街道", []),  # the second group names nobody
        ("市公安局;市商务局", ["no-verb"]),
    ],
)
def test_a_bracket_without_a_verb_is_doubted_where_it_reads_two_ways(clause, told, plan_of):
    items = "(一)甲。做甲。(市公安局牵头)\n(二)乙。做乙。(市商务局负责)\n"
    assert codes(plan_of(f"一、任务\n{items}(三)丙。做丙。({clause})"))[2] == told


def test_an_odd_name_that_returns_is_a_name(plan_of):
    rows = "".join(f"({n})甲。做甲。(市公安局、青山大垸负责)\n" for n in "一二三四")
    assert codes(plan_of(f"一、任务\n{rows}")) == [[]] * 4
    assert codes(plan_of(f"一、任务\n{rows[: rows.index('(三)')]}")) == [["unknown-unit"]] * 2


@pytest.mark.parametrize("unit", ["三〇二团", "各村(社区)"])
def test_units_that_are_counted_are_names(unit, plan_of):
    assert codes(plan_of(f"一、任务\n(一)甲。做甲。(师市公安局、{unit}负责)")) == [[]]


def test_a_name_that_is_misread_each_time_is_still_odd(plan_of):
    rows = "".join(f"({n})甲。做甲。(市\u5dff场监管局、市公安局负责)\n" for n in "一二")
    assert all("unknown-unit" in each for each in codes(plan_of(f"一、任务\n{rows}")))


def test_the_number_of_a_line_of_calls_is_part_of_a_name(plan_of):
    assert codes(plan_of("一、任务\n(一)甲。做甲。(县公安局、县12345热线中心负责)")) == [[]]


def test_an_office_of_the_house_that_does_it_is_no_lead_that_was_not_read(plan_of):
    plan = plan_of("一、任务\n(一)甲。做甲。(局主办科室负责)\n(二)乙。做乙。(局主办科室负责)")
    assert [finding for each in codes(plan) for finding in each if finding == "half-read"] == []


@pytest.mark.parametrize(
    ("clause", "doubts"),
    [
        ("市商务局牵头,各区没有机构的,市公安局配合", ["half-read"]),
        ("市商务局牵头,各区没有机构的,由市直部门负责", []),
        ("设在市商务局的市双打办牵头,市公安局配合", ["unknown-unit"]),
        ("市商务局牵头,责任人市公安局", ["no-verb", "odd-name"]),
        ("市公安局+市商务局负责", []),
        ("自治区公安厅、财政厅、商务厅负责", []),
    ],
)
def test_what_is_doubted_in_one_bracket(clause, doubts, plan_of):
    plan = plan_of(f"一、任务\n(一)开展抽检。({clause})")
    assert [found.code for found in plan.measures[0].findings] == doubts


@pytest.mark.parametrize(
    ("line", "units"),
    [
        ("由市公安局负责侦查。加强行政与刑事衔接。", ["市公安局"]),
        ("认真做好抽检,由第一责任单位市公安局负责。", ["市公安局"]),
    ],
)
def test_a_sentence_that_says_who_does_it_is_no_title(line, units, plan_of):
    plan = plan_of(f"一、任务\n(一){line}")
    assert [duty.unit for duty in plan.measures[0].duties] == units


def test_words_that_praise_are_no_title(plan_of):
    plan = plan_of("一、工作思路清晰,措施得力。")
    assert "清晰" in plan.measures[0].text
