"""Duty clauses are found in brackets of every kind, also where one of the two is lost."""

import pytest

from plan.telling import codes, texts, told
from shuangda_desktop.plan.structure.brackets import Bracket, brackets_of


@pytest.mark.parametrize(
    "item",
    [
        "清理链接。(市公安局负责)",
        "清理链接。[市公安局负责]",
        "清理链接。〔市公安局负责〕",
        "清理链接。【市公安局负责】",
        "清理链接。〖市公安局负责〗",
        "清理链接。﹝市公安局负责﹞",
        "清理链接。(市公安局负责】",
        "清理链接。[市公安局负责)",
        "清理链接。（市公安局负责)",
        "清理链接。((市公安局负责)",
        "清理链接。((市公安局负责))",
        "清理链接。（（市公安局负责）",
        "清理链接。(市公安局负责",
        "清理链接。(市公安局负责。",
        "清理链接。(市公安局负责；",
        "清理链接。市公安局负责)",
        "清理链接。( 市公安局 负责 )",
        "清理链接。(市公安局负责)。",
        "清理链接(市公安局负责)。",
        "清理链接(市公安局负责);",
        "清理链接。\n(市公安局负责)",
        "清理链接。(市公安局\n负责)",
        "清理链接。(市公安局负责)(市公安局负责)",
        "清理链接。(5分)(考核单位:市公安局)",
        "清理链接。(市公安局)",
    ],
)
def test_the_clause_is_found_and_taken_off(item, plan_of):
    plan = plan_of(f"一、任务\n(一){item}\n(二)其他事项。")
    assert texts(plan)[0].rstrip("。") == "清理链接"
    assert told(plan.measures[0].duties) == "responsible 市公安局"


def test_a_doubled_bracket_leaves_the_marks_between_units(plan_of):
    plan = plan_of("一、任务\n1.查账。((市财政局、审计局负责)\n2.其他事项。")
    assert told(plan.measures[0].duties) == "responsible 市财政局, 市审计局"


@pytest.mark.parametrize(
    "words",
    [
        "规范网际协议地址(IP地址)、域名管理",
        "开展专项行动(二期)",
        "落实《办法》(政府令第263号)",
        "按照某发〔2019〕56号文件办理",
        "查处重大案(事)件",
        "以综治工作(平安建设)考核为抓手",
        "发布状况(白皮书)",
        "支持企业(含个体工商户)维权",
        "实现市、县(区)两级正版化",
        "由市委宣传部(市版权局)推进正版化",
        "坚持属地管理(谁主管、谁负责)原则",
    ],
)
def test_brackets_that_are_no_clause_stay_in_the_text(words, plan_of):
    plan = plan_of(f"一、任务\n(一){words}。(市公安局负责)")
    assert texts(plan) == [f"{words}。"]
    assert told(plan.measures[0].duties) == "responsible 市公安局"


def test_each_clause_governs_the_words_since_the_one_before(plan_of):
    plan = plan_of("(一)整治。做甲。(市公安局负责)做乙。做丙。(市商务局负责)做丁。(市司法局负责)")
    assert texts(plan) == ["做甲。", "做乙。做丙。", "做丁。"]
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 市公安局",
        "responsible 市商务局",
        "responsible 市司法局",
    ]


def test_a_clause_before_the_semicolon_ends_its_part(plan_of):
    plan = plan_of("1.做甲(市公安局负责);做乙(市商务局负责)。")
    assert texts(plan) == ["做甲", "做乙"]


def test_words_after_the_last_clause_are_a_measure_of_their_own(plan_of):
    plan = plan_of("(一)整治。做甲。(市公安局负责)\n各地请于年底前报送总结。")
    assert texts(plan) == ["做甲。", "各地请于年底前报送总结。"]
    assert plan.measures[1].duties == ()


def test_two_clauses_in_a_row_govern_the_same_words(plan_of):
    plan = plan_of("(一)做甲。(市公安局牵头)(市商务局配合)")
    assert told(plan.measures[0].duties) == "lead 市公安局; cooperating 市商务局"
    assert "two-clauses" in codes(plan)[0]


def test_a_clause_without_words_is_a_measure_too(plan_of):
    plan = plan_of("(一)(各成员单位按职责分工负责)\n(二)(市公安局负责)")
    assert texts(plan) == ["", ""]
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 各成员单位",
        "responsible 市公安局",
    ]


def test_points_alone_are_taken_off_the_text(plan_of):
    plan = plan_of(
        "1.办案量不低于上年。(15分)(考核单位:市公安局)\n2.公开率100%。(10分,每降1个百分点扣1分)"
    )
    assert texts(plan) == ["办案量不低于上年。", "公开率100%。"]


def test_where_an_office_is_is_no_clause(plan_of):
    plan = plan_of("(一)报送。按月报市整治办公室(设在市商务局)。")
    assert plan.measures[0].duties == ()


def test_a_contact_in_brackets_is_no_clause(plan_of):
    plan = plan_of("(一)报送。每月报送材料(市商务局,联系电话:1234567)。")
    assert plan.measures[0].duties == ()


def test_a_bare_name_that_explains_another_is_no_clause(plan_of):
    plan = plan_of("(一)材料报送市委宣传部(市版权局)。")
    assert plan.measures[0].duties == ()


def test_a_clause_keeps_nested_brackets(plan_of):
    plan = plan_of("(一)做甲。(各市、县〔市、区〕政府,市委宣传部(市版权局)分工负责)")
    assert (
        told(plan.measures[0].duties) == "responsible 各市、县〔市、区〕政府, 市委宣传部(市版权局)"
    )


def test_an_unclosed_bracket_in_the_text_hides_no_clause(plan_of):
    plan = plan_of("(一)推进县(市、区工作。做好甲。(市公安局负责)")
    assert told(plan.measures[0].duties) == "responsible 市公安局"


def test_a_clause_longer_than_a_page_is_no_clause(plan_of):
    plan = plan_of("(一)做甲。(" + "市公安局、" * 300 + "市商务局负责)")
    assert plan.measures[0].duties == ()


def test_a_lost_opening_bracket_without_a_sentence_before_is_left(plan_of):
    assert plan_of("(一)市公安局负责)").measures[0].clause is None


def test_a_lost_opening_bracket_before_other_words_is_left(plan_of):
    plan = plan_of("(一)做甲。推进某事由大家负责)。")
    assert plan.measures[0].clause is None


def test_an_unclosed_clause_may_end_at_a_semicolon(plan_of):
    plan = plan_of("(一)整治。做甲。(市公安局负责;全面推进某项工作并取得实效。(市商务局负责)")
    assert told(plan.measures[0].duties) == "responsible 市公安局"
    assert texts(plan)[1] == "全面推进某项工作并取得实效。"


def test_an_unclosed_bracket_without_units_is_text(plan_of):
    plan = plan_of("(一)整治。做甲(即全面推进;某项工作。做乙。(市商务局负责)")
    assert len(plan.measures) == 1


def test_a_lost_opening_bracket_before_a_key(plan_of):
    plan = plan_of(
        "1.整治。做好甲事以及乙事牵头单位:市公安局;配合单位:市商务局)。\n2.做丙。(市司法局负责)"
    )
    assert texts(plan)[0] == "做好甲事以及乙事"
    assert told(plan.measures[0].duties) == "lead 市公安局; cooperating 市商务局"


TIMES = [
    pytest.param("做甲。(市公安局负责)(6月底前完成)", ["做甲。"], id="behind the clause"),
    pytest.param("做甲。(6月底前)(市公安局负责)", ["做甲。"], id="before the clause"),
    pytest.param("(6月底前)(市公安局负责)", [""], id="without words"),
    pytest.param("做甲(6月底前完成)。", ["做甲(6月底前完成)。"], id="without a clause"),
    pytest.param(
        "做甲(6月底前完成)并做乙。(市公安局负责)",
        ["做甲(6月底前完成)并做乙。"],
        id="inside the words",
    ),
]


@pytest.mark.parametrize(("item", "expected"), TIMES)
def test_a_time_in_a_bracket_of_its_own(item, expected, plan_of):
    plan = plan_of(f"云溪市2023年要点\n(一){item}\n(二)宣传。做好宣传。(市文旅局负责)")
    assert texts(plan)[:-1] == expected
    assert [d.due_on.month for d in plan.measures[0].deadlines] == [6]


def test_the_clause_is_kept_as_it_stands(plan_of, width):
    plan = plan_of("(一)做甲。(市公安局牵头,市商务局配合)")
    assert plan.measures[0].clause == width("(市公安局牵头,市商务局配合)")


def test_brackets_find_their_partners():
    assert brackets_of("a(b[c]d)e") == [Bracket(1, 8), Bracket(3, 6)]
    assert brackets_of("(a]") == [Bracket(0, 3)]


def test_brackets_without_partners_are_told():
    assert brackets_of("a)b(c") == [Bracket(None, 2), Bracket(3, None)]
    assert [bracket.place for bracket in brackets_of("a)b(c")] == [1, 3]


@pytest.mark.parametrize("opened", ["(", "\u3014"])
def test_a_bracket_may_open_with_a_government(plan_of, opened):
    closed = {"(": ")", "\u3014": "\u3015"}[opened]
    plan = plan_of(
        f"1.办理诉求。{opened}市政府办公室、市商务局牵头,各县(市、区)政府负责{closed}\n"
        f"2.公开结果。{opened}区政府牵头,区公安局配合{closed}"
    )
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市政府办公室, 市商务局; responsible 各县(市、区)政府",
        "lead 区政府; cooperating 区公安局",
    ]
    assert not {"unclosed-bracket", "half-read"} & {*codes(plan)[0], *codes(plan)[1]}


def test_brackets_nested_too_deep_are_left_out():
    assert brackets_of("((((a))))") == [Bracket(0, 9), Bracket(1, 8), Bracket(2, 7)]
    assert brackets_of("((a))(b)")[2] == Bracket(5, 8)


def test_a_bracket_that_only_rules_who_leads_is_taken_off(plan_of):
    plan = plan_of(
        "(一)清查展会。(责任部门:市公安局、市商务局)(排在第一位的部门为牵头部门,下同)\n(二)抽检。(市司法局、市财政局负责)"
    )
    assert texts(plan) == ["清查展会。", "抽检。"]
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市公安局; responsible 市商务局",
        "lead 市司法局; responsible 市财政局",
    ]


def test_a_key_in_brackets_behind_a_sentence_has_its_units_behind_it(plan_of):
    plan = plan_of(
        "一、任务\n(一)抽检。抽检种子化肥。【责任单位】市农业农村局、市司法局\n(二)约谈。约谈平台。"
    )
    assert texts(plan) == ["抽检种子化肥。", "约谈平台。"]
    assert told(plan.measures[0].duties) == "responsible 市农业农村局, 市司法局"


def test_units_behind_a_key_keep_its_role_where_others_help(plan_of):
    plan = plan_of("(一)落实制度。\n责任单位:市公安局、市商务局,市司法局配合")
    assert told(plan.measures[0].duties) == "responsible 市公安局, 市商务局; cooperating 市司法局"


@pytest.mark.parametrize(
    "units",
    [
        "市双打办、市委督查室",
        "市司法局、市府研究室、市政府督查室",
        "市公安局、市律协",
        "网监处、广告处",
    ],
)
def test_units_of_a_rarer_kind_are_read_beside_sure_ones(units, plan_of):
    plan = plan_of(f"一、甲\n(一)建立台账。({units})")
    assert [duty.unit for duty in plan.measures[0].duties] == units.split("、")


def test_a_bracket_may_speak_of_the_items_above(plan_of):
    plan = plan_of("1.查酒厂。\n2.查酒店。\n(以上由市公安局、市商务局负责)\n3.办展。(市文旅局负责)")
    duties = [told(measure.duties) for measure in plan.measures]
    assert duties == ["responsible 市公安局, 市商务局"] * 2 + ["responsible 市文旅局"]


def test_units_behind_words_that_only_may_end_a_name_are_a_clause(plan_of):
    plan = plan_of("(一)衔接。建设信息平台(市司法局);建成检验所(市市场监管局)。")
    assert texts(plan) == ["建设信息平台", "建成检验所"]


def test_a_clause_that_is_not_closed_may_end_at_its_verb(plan_of):
    plan = plan_of("(一)巡查。查酒厂。(市公安局牵头,市商务局负责查酒店。(市文旅局、市公安局负责)")
    assert texts(plan) == ["查酒厂。", "查酒店。"]
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市公安局; responsible 市商务局",
        "responsible 市文旅局, 市公安局",
    ]


def test_words_behind_an_open_bracket_are_no_clause(plan_of):
    words = "查酒厂(含作坊,专人负责查验进货。"
    assert texts(plan_of(f"(一)巡查。{words}\n(二)办展。")) == [words, "办展。"]


@pytest.mark.parametrize("place", ["", "县"])
def test_the_office_of_a_government_is_no_place_in_brackets(plan_of, place):
    clause = "(市政府办公室牵头,市公安局配合)"
    plan = plan_of(
        f"(一)巡查。查酒厂,到村到{place or '户'}。{clause}\n(二)办展。送到各{place}{clause}"
    )
    assert [told(measure.duties) for measure in plan.measures] == [
        "lead 市政府办公室; cooperating 市公安局"
    ] * 2


def test_a_name_that_lost_its_inner_bracket_closes_no_clause(plan_of):
    plan = plan_of(
        "(一)巡查。查酒厂。(牵头单位:市公安局;责任单位:市商务局、各县(市、区人民政府)\n(二)办展。(市文旅局)"
    )
    assert told(plan.measures[0].duties) == (
        "lead 市公安局; responsible 市商务局, 各县(市、区)人民政府"
    )
