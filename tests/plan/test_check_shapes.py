"""Measures that may be cut wrongly, and units that stand apart from theirs."""

import pytest

from plan.telling import codes
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.text.mapped import MappedText

CLAUSE = "(市公安局负责)"


@pytest.fixture
def untitled(monkeypatch):
    """A reader that knows no titles in front of a text."""
    monkeypatch.setattr("shuangda_desktop.plan.structure.items.heading_of", lambda *_: None)


@pytest.mark.usefixtures("untitled")
def test_a_short_first_sentence_that_is_no_title_is_told(plan_of):
    plan = plan_of(
        f"一、动员部署。召开动员会议。{CLAUSE}\n二、总结验收报送材料阶段安排(3月底前)。报送总结。{CLAUSE}\n三、召开动员会议。{CLAUSE}"
    )
    assert codes(plan)[0] == ["title-in-text"]
    assert "title-in-text" in codes(plan)[1]
    assert codes(plan)[2] == []


def test_words_that_say_where_the_tasks_are_told(plan_of):
    plan = plan_of("一、任务\n(一)分工。具体任务见附件1。\n(二)做事。办理案件。")
    assert codes(plan) == [["points-elsewhere"], []]


@pytest.mark.usefixtures("untitled")
def test_a_heading_read_as_a_task_is_told(plan_of):
    plan = plan_of(f"一、规范采购管理{CLAUSE}\n1.做甲。\n2.做乙。")
    assert "title-as-task" in codes(plan)[0]
    assert "title-as-task" not in codes(plan)[1]


TABLE = (
    "序号\t任务\t{}\t完成时限\n1\t查案\t市公安局\t市商务局、市财政局\t6月\n2\t抽检\t市商务局\t\t\n"
)


def test_cells_with_units_that_were_not_read_are_told():
    said = parse(MappedText.of(TABLE.format("责任单位\t某某")))
    assert codes(said) == [["unread-cell"], []]
    assert said.measures[0].findings[-1].span.start == TABLE.format("责任单位\t某某").index(
        "市商务局、"
    )
    assert codes(parse(MappedText.of(TABLE.format("牵头单位\t配合单位")))) == [[], []]


def test_units_one_below_the_other_in_a_cell_were_read():
    rows = "任务\t责任单位\n查案\t市公安局\u2028市商务局"
    assert codes(parse(MappedText.of(rows))) == [[]]


def test_the_last_row_of_a_document_needs_no_end():
    rows = "序号\t任务\t责任单位\t某某\n1\t查案\t市公安局\t市商务局"
    assert codes(parse(MappedText.of(rows))) == [["unread-cell"]]


APART = "一、重点工作\n1.查处假酒。\n2.查处假烟。\n二、分工\n第1、2项由某某牵头。\n"


def test_a_sentence_that_says_who_does_which_items_is_told(plan_of):
    assert codes(plan_of(APART))[:2] == [["units-elsewhere"]] * 2


def test_a_unit_with_a_colon_at_the_end_of_words_leads_the_next_measures(plan_of):
    text = (
        "一、分工\n1.查处假酒。市公安局:\n2.侦办案件。\n(一)别的。做别的。\n2.再做。\n3.做别的事项:"
    )
    told = codes(plan_of(text))
    assert "units-elsewhere" in told[0]
    assert told[1] == ["units-elsewhere"]
    assert all("units-elsewhere" not in each for each in told[2:])


def test_a_key_left_in_the_last_item_of_a_row_is_told_of_the_row(plan_of):
    text = "一、甲\n1.做甲。\n2.做乙。\n3.做丙。上头牵头方面:市公安局\n二、乙\n1.做丁。"
    told = codes(plan_of(text))
    assert told[:2] == [["units-elsewhere"]] * 2
    assert "unread-key" in told[2]
    assert told[3] == []


def test_a_prefix_that_a_proper_name_took_is_told(plan_of):
    plan = plan_of("一、任务\n(一)甲。做甲。(市公安局、某某报告社负责)")
    assert [duty.unit for duty in plan.measures[0].duties] == ["市公安局", "市某某报告社"]
    assert codes(plan) == [["inherited-name"]]


def test_counties_in_the_plan_of_a_city_are_of_no_other_level(plan_of):
    plan = plan_of("一、任务\n(一)甲。做甲。(市公安局、市商务局牵头,县(市、区)政府落实)")
    assert codes(plan) == [[]]


def test_a_joint_office_without_the_prefix_of_its_list_is_told(plan_of):
    plan = plan_of("一、任务\n(一)甲。做甲。(市公安局、蚕桑和数据局负责)")
    assert codes(plan) == [["no-prefix"]]


def test_a_centre_without_the_prefix_of_its_list_is_told(plan_of):
    plan = plan_of("一、任务\n(一)甲。做甲。(市公安局、不动产登记中心、中国认证检测中心负责)")
    assert codes(plan) == [["no-prefix"]]


def test_an_office_without_the_prefix_of_its_list_is_told(plan_of):
    plan = plan_of("一、任务\n(一)甲。做甲。(市公安局、市商务局、气象局负责)")
    assert [duty.unit for duty in plan.measures[0].duties][-1] == "气象局"
    assert codes(plan) == [["no-prefix"]]


STRANGE = [
    "做甲。县食安办联系人:周某,电话:0000-12345",
    "做甲\t市公安局\t做乙",
    "做甲。附件:登记表",
    "堆放时间长。整改办法:租用库房",
    "整改目标:断面水质达标",
]


@pytest.mark.parametrize("words", STRANGE)
def test_contacts_and_cells_in_the_words_are_told(words):
    plan = parse(MappedText.of(f"一、任务\n(一)某事。做某事。\n(二)乙事。{words}\n"))
    assert "strange-words" in codes(plan)[1]


def test_contacts_in_brackets_are_none_of_a_doubt(plan_of):
    plan = plan_of("一、任务\n(一)报送。按月报送材料(联系人:周某,电话:12345)。\n(二)乙。做乙。")
    assert codes(plan) == [[], []]


@pytest.mark.parametrize("bracket", ["(某甲、某乙)", "(全年一次)", "(各县(市)某某类牵头)"])
def test_a_bracket_that_ends_a_sentence_is_told(bracket, plan_of):
    plan = plan_of(f"一、任务\n(一)报送。按月报送材料{bracket}。\n(二)乙。做乙(IP地址)。")
    assert codes(plan) == [["unread-bracket"], []]


@pytest.mark.parametrize("bracket", ["(即每天一次)", "(每天一次)", "(含两级机关)", "(以下称某甲)"])
def test_a_bracket_that_explains_is_none_of_a_doubt(bracket, plan_of):
    plan = plan_of(f"一、任务\n(一)报送。按月报送材料{bracket}。\n(二)乙。做乙。")
    assert codes(plan) == [[], []]


def test_what_is_done_about_a_problem_is_its_task(plan_of):
    plan = plan_of("一、任务\n(一)积压。\n整改措施:清理仓库。\n责任单位:市公安局\n(二)乙。做乙。")
    assert "strange-words" not in codes(plan)[0]


def test_a_sentence_that_is_nothing_but_a_unit_is_told(plan_of):
    plan = plan_of("一、任务\n(一)甲。做甲。\n(二)县公安局。绿化点由专人挖坑。")
    assert "unit-as-task" in codes(plan_of("一、任务\n县公安局。绿化点由专人挖坑。"))[0]
    assert codes(plan)[0] == []


def test_numbers_glued_to_the_words_are_told(plan_of):
    plan = plan_of("一、任务\n(一)甲。做甲。\n(二)2.1主要负责人培训分批组织。\n(三)3个月内办结。")
    assert "inner-number" in codes(plan)[1]
    assert codes(plan)[2] == []


def test_a_clause_at_the_end_of_a_row_or_in_a_heading_may_be_meant_for_all(plan_of, monkeypatch):
    monkeypatch.setattr("shuangda_desktop.plan.parse.spread", lambda items: None)
    row = "一、甲\n1.做甲。\n2.做乙。\n责任单位:市公安局\n二、乙\n1.做丁。"
    assert "units-elsewhere" in codes(plan_of(row))[0]
    assert codes(plan_of(row))[2] == []
    heading = f"一、甲{CLAUSE}\n(一)某某类\n1.做甲。\n2.做乙。\n二、乙\n1.做丁。"
    assert codes(plan_of(heading)) == [["units-elsewhere"], ["units-elsewhere"], []]


RULED = "云溪市2024年要点\n一、任务\n(一)甲。做甲。(市公安局、市商务局负责)\n(二)乙。做乙。(市公安局牵头)\n"


def test_a_rule_about_the_first_unit_that_was_not_read_is_told(plan_of, monkeypatch):
    monkeypatch.setattr("shuangda_desktop.plan.parse.apply_order_rules", lambda items, where: None)
    assert codes(plan_of(RULED)) == [[], []]
    assert codes(plan_of(RULED + "(三)丙。排在首位的单位为牵头单位。")) == [["lead-unread"], [], []]


@pytest.mark.parametrize("words", ["由线索首发地牵头处理", "第一季度由市公安局牵头排查"])
def test_words_about_something_else_rule_no_order(words, plan_of):
    found = codes(plan_of(f"{RULED}(三)丙。案件{words}。"))
    assert not any("lead-unread" in each for each in found)


def test_a_cell_with_a_time_that_was_not_read_is_told():
    rows = "序号\t任务\t责任单位\t某某\n1\t查案\t市公安局\t6月底前\n2\t抽检\t市商务局\t若干"
    plan = parse(MappedText.of("云溪市2024年工作要点\n" + rows))
    assert codes(plan) == [["unread-cell"], []]


def test_an_inherited_prefix_of_another_level_than_usual_is_told(plan_of):
    words = "一、任务\n(一)甲。做甲。(市公安局、蚕桑局负责)\n(二)乙。做乙。(市商务局、财政局负责)"
    plan = plan_of(f"{words}\n(三)丙。做丙。(区公安局、蚕桑局负责)")
    assert [duty.unit for duty in plan.measures[2].duties] == ["区公安局", "区蚕桑局"]
    told = codes(plan)
    assert told[:2] == [[], []]
    assert "inherited-name" in told[2]


def test_numbers_left_in_all_measures_are_how_a_plan_is_made(plan_of):
    rows = [f"1-{n}检查甲类市场。\n主办:市公安局\n" for n in range(1, 6)]
    few = f"一、任务\n(一)甲事项\n1-2检查甲类市场。{CLAUSE}\n(二)乙。做乙。{CLAUSE}"
    assert "inner-number" in codes(plan_of(few))[0]
    assert all("inner-number" not in each for each in codes(plan_of("一、任务\n" + "".join(rows))))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("\u2014\u2014\u2014\u2014\u2014\u2014查处甲类案件。", "strange-words"),
        ("(十-)查处甲类案件。", "inner-number"),
        ("现将有关事项通知如下。", "no-task"),
        ("做甲。由某某负责落实。", "clause-in-words"),
    ],
)
def test_what_is_no_task_in_front_of_or_instead_of_the_words_is_told(words, code, plan_of):
    assert code in codes(plan_of(f"一、任务\n1.甲事项\n{words}\n2.乙事项\n做乙。"))[0]


def test_an_office_that_only_provinces_have_needs_no_prefix(plan_of):
    plan = plan_of("一、任务\n(一)甲。做甲。(农业农村厅、省商务局、省税务局负责)")
    assert plan.measures[0].duties[0].unit == "农业农村厅"
    assert codes(plan) == [[]]
    city = plan_of("一、任务\n(一)甲。做甲。(市商务局、市税务局牵头,农业农村厅配合)")
    assert codes(city) == [["no-prefix"]]
