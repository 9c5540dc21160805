"""What is doubtful is told; good plans are left in peace."""

import pytest

from plan.telling import codes
from shuangda_desktop.plan.model import Severity
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.text.mapped import Edit, MappedText, Span

GOOD = """云溪市2023年打击侵权假冒工作要点
一、重点任务
(一)整治网络。清理违法链接,约谈平台。(市市场监管局牵头,市公安局配合)
(二)整治农资。抽检农药,查处劣质种子。(市农业农村局、市公安局按职责分工负责)
(三)集中宣传。办好咨询活动。(责任单位:市委宣传部)
二、工作保障
(一)加强领导。定期研究部署。
(二)严格考核。纳入年度考核。
"""


def plan_codes(plan):
    return [finding.code for finding in plan.findings]


def test_a_good_plan_has_no_doubts(plan_of):
    plan = plan_of(GOOD)
    assert codes(plan) == [[]] * 5
    assert plan.findings == ()


def one(plan_of, item, before="", after=""):
    """The doubts about one item in a good plan."""
    text = GOOD.replace("(二)整治农资。", f"{before}(二){item}\n(三)整治农资。", 1)
    text = text.replace("(三)集中", "(四)集中", 1) + after
    plan = plan_of(text)
    return codes(plan)[1]


DUTIES = [
    pytest.param("做甲事。(市公安局、某某某牵头)", "unknown-unit", id="a name without an ending"),
    pytest.param("做甲事。(市公安局、诤jP海关负责)", "unknown-unit", id="damage in a name"),
    pytest.param("做甲事。(市公安局、省商务厅负责)", "mixed-level", id="a unit of another level"),
    pytest.param("做甲事。(市公安局、市某某站)", "no-verb", id="no verb"),
    pytest.param("做甲事。(市公安局;市商务局、各镇)", "no-verb", id="groups without verb"),
    pytest.param(
        "做甲事。(市公安局、商务局、国土绿化局牵头)",
        "no-prefix",
        id="one name beside another that inherits",
    ),
    pytest.param("做甲事。(市某某中心负责", "unclosed-bracket", id="a clause without its end"),
    pytest.param(
        "做甲事。市某某中心负责)", "unclosed-bracket", id="a clause without its beginning"
    ),
    pytest.param("做甲事。(市公安局负责)(市商务局负责)", "two-clauses", id="two clauses"),
    pytest.param("做甲事。(市公安局牵头,市公安局配合)", "two-roles", id="one unit in two roles"),
    pytest.param("做甲事,不知谁办。", "no-clause", id="no clause among clauses"),
    pytest.param("做甲事。(责任单位:以上项目由市公安局)", "unknown-unit", id="words before a name"),
    pytest.param("做甲事。(某路段补充责任单位负责)", "unknown-unit", id="a key in a name"),
    pytest.param("做甲事。(市公安局牵头,县级市配合)", "unknown-unit", id="a rank without a place"),
    pytest.param("市公安局负责某某处一起牵头办案。", "prose-duty", id="told in a sentence"),
    pytest.param("(市公安局负责)", "empty-measure", id="no words"),
    pytest.param("做甲事。(市公安局牵头,市商务局)", "no-verb", id="no verb behind the last"),
    pytest.param("做甲事。(牵头单位:市公安局;:市商务局)", "half-read", id="a key is lost"),
    pytest.param("做甲事。奉头单位:市某处", "unread-key", id="a key with a misread word"),
    pytest.param("做甲事。(各巿场监管局负责)", "unknown-unit", id="a character of no name"),
    pytest.param("做甲事。(分工同前项)做乙事。(市公安局负责)", "unread-bracket", id="as before"),
    pytest.param("做甲事。(市公安局、市融媒体 某某中心负责)", "torn-name", id="a blank in a name"),
    pytest.param("做甲事。(牵头单位:市商务局;配合单位:同上项)", "ditto", id="as above"),
    pytest.param("做甲事。(市公安局~市某局负责)", "unknown-unit", id="a strange mark in a name"),
    pytest.param("市公安局负责。", "clause-as-task", id="nothing but a clause"),
    pytest.param("本要点由市双打办负责解释。", "no-task", id="about the plan itself"),
    pytest.param("责任单位排名不分先后。", "no-task", id="about the units"),
]


@pytest.mark.parametrize(("item", "code"), DUTIES)
def test_doubts_about_duties(item, code, plan_of):
    assert code in one(plan_of, item)


PLAIN = ["做甲事。(市公安局负责", "市公安局负责办案。", "做甲事。(市公安局)"]


@pytest.mark.parametrize("item", PLAIN)
def test_what_is_plain_though_unusual_is_only_a_hint(item, plan_of):
    assert one(plan_of, item) == []


def test_the_local_office_of_a_national_one_is_one_name_of_its_place(plan_of):
    for unit in ("国家税务总局云溪市税务局", "国家税务总局云溪自治州税务局"):
        assert one(plan_of, f"做甲事。({unit}负责)") == []


def test_names_that_are_none_of_a_doubt(plan_of):
    for units in ("推进正版化工作联席会议各成员单位", "法规股、各监管所", "安全部"):
        assert "unknown-unit" not in one(plan_of, f"做甲事。(责任单位:{units})")


def test_aims_and_rows_of_a_table_are_no_siblings_of_tasks(plan_of):
    rows = "序号\t任务\t责任单位\n1\t查案\t市公安局\n2\t抽检\t市商务局"
    plan = plan_of(
        f"一、工作目标\n守住底线。\n二、甲\n(一)乙。做乙。(市公安局负责)\n三、丙\n{rows}"
    )
    assert codes(plan) == [[], [], [], []]


WORDS = [
    pytest.param("做甲事??诤。(市公安局负责)", "damage", id="question marks"),
    pytest.param("做甲?事情。(市公安局负责)", "damage", id="a mark inside a word"),
    pytest.param("做甲\ufffd事。(市公安局负责)", "damage", id="a replacement character"),
    pytest.param("做甲\ue123事。(市公安局负责)", "damage", id="a private character"),
    pytest.param("做ǘ事。(市公安局负责)", "damage", id="a letter with a tone"),
    pytest.param("做㈠ㄈ事。(市公安局负责)", "damage", id="a phonetic sign"),
    pytest.param("做县(市、区事。做乙。(市公安局负责)", "unclosed-bracket", id="an open bracket"),
    pytest.param("做甲" * 420 + "。(市公安局负责)", "long-measure", id="very long"),
    pytest.param("做甲事。12.做乙事。(市公安局负责)", "inner-number", id="a number inside"),
    pytest.param(
        "做甲事。(九)做乙事。(市公安局负责)", "inner-number", id="a bracketed number inside"
    ),
    pytest.param("做甲事牵头单位:某某。做乙。(市公安局负责)", "unread-key", id="an unread key"),
    pytest.param(
        "做(市公安局、市商务局、某某)甲事。(市公安局负责)", "unread-bracket", id="a list of units"
    ),
    pytest.param(
        "做(由市公安局依法负责查处)的事情,全程留痕。(市公安局负责)",
        "unread-bracket",
        id="an unread bracket",
    ),
]


@pytest.mark.parametrize(("item", "code"), WORDS)
def test_doubts_about_words(item, code, plan_of):
    assert code in one(plan_of, item)


FINE = [
    pytest.param("做甲事。(市公安局、各成员单位负责)", id="a collective name"),
    pytest.param("做甲事。(市公安局等负责)", id="an open list"),
    pytest.param("做甲事。(市公安局、云溪海关、人行云溪中心支行负责)", id="names of their own"),
    pytest.param("规范网际协议地址(IP地址)管理。(市公安局负责)", id="a bracket in the text"),
    pytest.param("报送材料(市商务局、市公安局,电话:1),做甲。(市公安局负责)", id="a contact"),
    pytest.param(
        "做甲事。(甲项牵头单位:市公安局。乙项牵头单位:市商务局;配合单位:市公安局)", id="two parts"
    ),
]


@pytest.mark.parametrize("item", FINE)
def test_no_doubt_about_what_is_usual(item, plan_of):
    assert one(plan_of, item) == []


def test_a_full_width_question_mark_is_a_question():
    item = "(一)谁来办、怎么办{}要有答案。(市公安局负责)"
    narrow, wide = (
        parse(MappedText.of("云溪市2023年要点\n" + item.format(mark))) for mark in "?\uff1f"
    )
    assert codes(narrow) == [["damage"]]
    assert codes(wide) == [[]]


def test_hints_are_no_doubts(plan_of):
    plan = plan_of("云溪市2023年要点\n(一)做甲。(市公安局等负责)\n(二)做乙。(各成员单位负责)")
    assert [[f.code for f in m.findings] for m in plan.measures] == [
        ["open-list"],
        ["collective-unit"],
    ]
    assert {f.severity for m in plan.measures for f in m.findings} == {Severity.HINT}


def test_clauses_without_verbs_are_usual_where_most_have_none(plan_of):
    items = "".join(f"({n})做甲事。(市公安局、市商务局)\n" for n in "一二三四")
    assert codes(plan_of(f"云溪市2023年要点\n{items}")) == [[]] * 4


def test_a_missing_heading_among_headings_is_told(plan_of):
    items = [f"({n})整治市场。做好甲事。(市公安局负责)" for n in "一二三四"]
    items.append("(五)对网上售卖的仿冒商品开展集中整治,查处一批案件。(市公安局负责)")
    plan = plan_of("云溪市2023年要点\n一、任务\n" + "\n".join(items))
    assert codes(plan) == [[]] * 4 + [["no-heading"]]


def test_a_plan_that_breaks_off_is_told(plan_of):
    assert codes(plan_of(GOOD + "(三)组织开展宣传,普及知识"))[-1] == ["cut-off"]


def test_an_uncertain_repair_is_told():
    raw = "云溪市2023年要点\n(一)做诤事。(市公安局负责)"
    at = raw.index("诤")
    edit = Edit(Span(at, at + 1), "海", "mojibake", certain=False)
    plan = parse(MappedText.of(raw).apply([edit]))
    finding = plan.measures[0].findings[0]
    assert (finding.code, finding.span) == ("uncertain-repair", Span(at, at + 1))


def test_an_uncertain_repair_is_told_at_its_own_measure_only():
    raw = "云溪市2023年要点\n(一)做诤事。(市公安局负责)\n(二)做乙事。(市公安局负责)"
    at = raw.index("诤")
    edit = Edit(Span(at, at + 1), "海", "mojibake", certain=False)
    assert codes(parse(MappedText.of(raw).apply([edit]))) == [["uncertain-repair"], []]


def test_a_certain_repair_is_no_doubt():
    raw = "云溪市2023年要点\n(一)做諍事。(市公安局负责)"
    at = raw.index("諍")
    plan = parse(MappedText.of(raw).apply([Edit(Span(at, at + 1), "诤", "script")]))
    assert plan.measures[0].findings == ()


HEADER = [
    pytest.param("", ["no-measures", "no-title", "no-year", "no-level"], id="nothing"),
    pytest.param("(一)做甲。(市公安局负责)", ["no-title", "no-year"], id="no head"),
    pytest.param("云溪市要点\n(一)做甲。(市公安局负责)", ["no-year"], id="no year"),
    pytest.param("2023年要点\n(一)做甲。(双打办负责)", ["no-level"], id="no level"),
    pytest.param(
        "云溪市2018年要点\n(一)做甲。(市公安局负责)\n云溪市双打办\n2018111",
        ["ambiguous-date"],
        id="two readings",
    ),
    pytest.param(
        "云溪市2018年要点\n(一)做甲。(市公安局负责)\n云溪市双打办\n2018年13月1日",
        ["ambiguous-date"],
        id="no such day",
    ),
]


@pytest.mark.parametrize(("text", "expected"), HEADER)
def test_doubts_about_the_head(text, expected, plan_of):
    assert plan_codes(plan_of(text)) == expected


def test_a_plan_without_measures_is_an_error(plan_of):
    assert plan_of("没有任何任务。").findings[0].severity is Severity.ERROR


def test_both_readings_of_a_date_are_told(plan_of):
    plan = plan_of("云溪市2018年要点\n(一)做甲。(市公安局负责)\n云溪市双打办\n2018111")
    assert "2018年1月11日或2018年11月1日" in plan.findings[0].message


NUMBERS = [
    pytest.param("一、甲\n(一)做甲。\n(三)做乙。", ["number-gap"], id="one is missing"),
    pytest.param("一、甲\n(一)做甲。\n(一)做乙。\n(二)做丙。", [], id="a row begins again"),
    pytest.param("一、甲\n(一)做甲。\n二、乙\n(二)做乙。", [], id="a row runs on"),
    pytest.param(
        "一、甲\n1.做甲。\n二、乙\n任务一:做乙。\n任务二:做丙。\n三、丁\n2.做戊。",
        [],
        id="rows apart",
    ),
    pytest.param("二、甲\n做甲。", ["number-gap"], id="the first is missing"),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_gaps_in_the_numbers(text, expected, plan_of):
    plan = plan_of(f"云溪市2023年要点\n{text}")
    assert [code for code in plan_codes(plan) if code == "number-gap"] == expected


def test_messages_are_whole_sentences_with_full_width_marks(plan_of):
    plan = plan_of("一、甲\n(三)做县(市、区事??甲。(某某某、省公安厅牵头,市公安局负责")
    findings = [*plan.findings, *(f for m in plan.measures for f in m.findings)]
    assert len(findings) > 3
    for finding in findings:
        assert finding.message.endswith("\u3002")
        assert not set(finding.message) & set(",;:!")


def test_spans_of_findings_lie_in_the_text(plan_of):
    text = "一、甲\n(三)做县(市、区事??甲。(某某某、省公安厅牵头,市公安局负责"
    plan = plan_of(text)
    for finding in (*plan.findings, *(f for m in plan.measures for f in m.findings)):
        assert 0 <= finding.span.start <= finding.span.end <= len(text)


def test_the_span_of_damage_is_its_own_place(plan_of):
    text = "一、甲\n(一)做甲\ufffd事。(市公安局负责)"
    finding = plan_of(text).measures[0].findings[0]
    assert text[finding.span.start : finding.span.end] == "\ufffd"


def test_table_rows_are_no_siblings_of_items(plan_of):
    plan = plan_of("云溪市2023年要点\n(一)做甲。\n任务\t责任单位\n查案\t市公安局")
    assert codes(plan) == [[], []]


def test_a_row_without_units_among_rows_with_units_is_told(plan_of):
    plan = plan_of("云溪市2023年要点\n任务\t责任单位\n宣传\t\n查案\t市公安局")
    assert codes(plan) == [["no-clause"], []]


def test_empty_cells_below_filled_ones_are_told(plan_of):
    plan = plan_of("云溪市2023年要点\n任务\t责任单位\n查案\t市公安局\n宣传\t")
    assert codes(plan) == [[], ["merged-cells"]]


def test_damage_in_a_heading_is_told(plan_of):
    plan = plan_of("云溪市2023年要点\n(一)整治ǘ市场。做甲。(市公安局负责)")
    assert plan_codes(plan) == ["damage"]


def many(plan_of, clause):
    """The doubts about one clause among many that name the same units."""
    items = [f"({n})整治。做甲事。(市公安局、市商务局、各成员单位负责)" for n in "一二三"]
    items.append(f"(四)整治。做乙事。({clause}负责)")
    return codes(plan_of("云溪市2023年要点\n" + "\n".join(items)))[-1]


NAMES = [
    pytest.param("市公局、市商务局", "odd-name", id="a character is missing"),
    pytest.param("市公安分局、市商务局", "odd-name", id="a character too many"),
    pytest.param("市公安局各成员单位", "two-names", id="two names in one"),
]


@pytest.mark.parametrize(("clause", "code"), NAMES)
def test_names_that_differ_little_from_others(clause, code, plan_of):
    assert many(plan_of, clause) == [code]


@pytest.mark.parametrize("clause", ["市公安局", "市司法局", "市公安局、市商务局"])
def test_names_that_are_spelt_as_elsewhere(clause, plan_of):
    assert many(plan_of, clause) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("做甲。", False),
        ("做甲二、做乙。", True),
        ("做甲2.做乙。", True),
        ("做第二、三批。", False),
    ],
)
def test_a_gap_is_told_at_the_item_before_where_it_holds_the_number(words, told, plan_of):
    plan = plan_of(f"云溪市2023年要点\n(一){words}(市公安局负责)\n(三)做丙。(市公安局负责)")
    assert [("number-gap" in each) for each in codes(plan)] == [told, False]
    gap = next(finding for finding in plan.findings if finding.code == "number-gap")
    assert gap.span.end <= plan.measures[-1].span.start


@pytest.mark.parametrize(
    ("line", "torn"),
    [
        ("对屡查屡犯的经营者从严处罚,推动检验结果互", True),
        ("对屡查屡犯的经营者从严处罚推动检验结果互", False),
        ("整治农村集市,管好寄递渠道", False),
        ("对屡查屡犯的经营者从严处罚,推动检验结果互认。", False),
    ],
)
def test_a_heading_that_looks_like_half_a_sentence(line, torn, plan_of):
    plan = plan_of(f"一、任务\n(一){line}\n认工作落地见效,减少重复抽样。(市公安局负责)")
    assert ("torn-heading" in codes(plan)[0]) is torn


def test_typing_errors_of_the_source_are_told_and_kept(plan_of):
    plan = plan_of("一、任务\n(一)严格责任迫究。(市公安局负责)\n(二)查处套*牌车。(市公安局负责)")
    found = [{finding.code for finding in measure.findings} for measure in plan.measures]
    assert found == [{"odd-word"}, {"starred"}]
    assert codes(plan) == [[], []]
    assert codes(plan_of("一、任务\n(一)查处套**车。(市公安局负责)")) == [["starred"]]
    assert plan.measures[0].text == "严格责任迫究。"


def test_a_page_whose_words_were_swapped_is_told(plan_of):
    plan = plan_of("云溪市2023年工作要点\n一、强化常识产权保护。(市公安局负责)")
    assert "swapped-words" in [finding.code for finding in plan.findings]


def test_a_clause_amid_the_words_where_others_have_brackets(plan_of):
    rest = "".join(f"({n})做{n}。(市公安局负责)\n" for n in "四五六七八九")
    words = "做甲事。市公安局、市商务局按职责分工负责公布案件。(市司法局牵头)"
    assert "clause-in-words" in one(plan_of, words, after=f"\n{rest}")
    assert "clause-in-words" not in one(plan_of, words)


@pytest.mark.parametrize(
    ("unit", "doubted"),
    [("市质冂局", True), ("市市场监菅局", True), ("市邮管局", False), ("市质检院", False)],
)
def test_a_name_with_a_character_that_stands_nowhere_else(unit, doubted, plan_of):
    assert ("odd-name" in one(plan_of, f"做甲事。({unit}负责)")) is doubted


def test_a_name_like_a_frequent_one_of_the_plan(plan_of):
    rest = "(四)查处。(市联审处负责)\n(五)查处。(市联审处负责)"
    assert "odd-name" in one(plan_of, "做甲事。(市联宙处负责)", after=rest)


@pytest.mark.parametrize(("first", "second"), [("安监", "公安"), ("公安", "安监")])
def test_of_two_names_that_a_name_is_like_the_more_frequent_is_told(first, second, plan_of):
    rest = [f"({n})查处。(市{first}局负责)" for n in "四五六"]
    rest += [f"({n})查处。(市{second}局负责)" for n in "七八"]
    plan = plan_of("云溪市2023年要点\n(一)做甲事。(市安局负责)\n" + "\n".join(rest))
    told = [found.message for found in plan.measures[0].findings if found.code == "odd-name"]
    assert len(told) == 1
    assert f"市{first}局" in told[0]
