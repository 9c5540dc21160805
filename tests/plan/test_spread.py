"""Clauses that govern more than the words before them, and rules that hold from a clause on."""

import pytest

from plan.telling import codes, outline, texts, told


def duties(plan):
    return [told(measure.duties) for measure in plan.measures]


def test_a_clause_in_a_heading_governs_the_items_below(plan_of):
    plan = plan_of(
        "一、整治网络(牵头单位:市网信办)\n1.清理链接。\n2.约谈平台。\n二、其他\n1.做甲。"
    )
    assert texts(plan) == ["清理链接。", "约谈平台。", "做甲。"]
    assert duties(plan) == ["lead 市网信办", "lead 市网信办", ""]
    assert codes(plan)[0] == []  # it stands over both


def test_a_clause_between_a_heading_and_its_only_measure_is_plain(plan_of):
    plan = plan_of("一、任务\n1.查案。(市公安局牵头)\n侦办案件。\n2.宣传。办展。(市司法局负责)")
    assert duties(plan) == ["lead 市公安局", "responsible 市司法局"]
    assert codes(plan)[0] == []


def test_a_clause_that_some_items_of_a_row_share_is_doubted(plan_of):
    plan = plan_of("一、整治网络(牵头单位:市网信办)\n1.清理链接。\n2.约谈平台。(市公安局负责)")
    assert codes(plan)[0] == ["shared-clause"]
    two = plan_of(
        "一、整治农资\n1.抽检农药。\n2.抽检化肥。\n(责任单位:市农业农村局)\n二、甲\n1.乙。"
    )
    assert codes(two)[0] == ["shared-clause"]
    three = plan_of("一、整治\n1.抽检农药。\n2.抽检化肥。\n3.查案。\n(责任单位:市农业农村局)")
    assert codes(three) == [[], [], []]


@pytest.mark.parametrize(
    ("line", "governed"),
    [
        ("以上两项由市公安局牵头,市商务局配合。", [2, 3]),
        ("以上3项工作由市公安局牵头,市商务局配合。", [1, 2, 3]),
        ("上述任务均由市公安局牵头,市商务局配合。", [1, 2, 3]),
    ],
)
def test_a_line_about_the_items_above_it_governs_so_many(line, governed, plan_of):
    plan = plan_of(
        f"一、整治\n(一)清查。查处案件。(市司法局负责)\n(二)核查。\n(三)抽检。\n(四)普法。\n{line}\n(五)总结。"
    )
    assert texts(plan) == ["查处案件。", "核查。", "抽检。", "普法。", "总结。"]
    both = "lead 市公安局; cooperating 市商务局"
    assert [at for at, told_ in enumerate(duties(plan)) if told_ == both] == governed
    assert all(not codes(plan)[at] for at in governed)


def test_a_line_about_what_stands_above_that_names_nobody_is_text(plan_of):
    plan = plan_of("一、整治\n(一)清查。\n以上任务要逐项落实。")
    assert duties(plan) == [""]


def test_a_title_with_a_clause_governs_those_below_that_have_none(plan_of):
    plan = plan_of(
        "一、巩固成果\n(一)完善机制(责任单位:市文旅局)\n1.建立台账。\n2.列入预算。(责任单位:市财政局)"
    )
    assert outline(plan)[1] == "2 (一) 完善机制 <一"
    assert texts(plan) == ["建立台账。", "列入预算。"]
    assert duties(plan) == ["responsible 市文旅局", "responsible 市财政局"]


def test_a_heading_of_units_alone_governs_what_is_below_it(plan_of):
    plan = plan_of(
        "二、分工\n(一)县公安局\n1.查办案件。\n2.会同县商务局、交通局检查集市。\n3.普法。(县司法局负责)\n(二)各乡镇人民政府\n1.建立队伍。\n"
        "(三)建设维权中心\n1.配备人员。"
    )
    assert duties(plan) == [
        "responsible 县公安局",
        "lead 县公安局; responsible 县商务局, 县交通局",
        "responsible 县司法局",
        "responsible 各乡镇人民政府",
        "",
    ]
    assert not any(codes(plan))


def test_a_chapter_with_a_clause_is_a_heading_also_over_clauses_of_their_own(plan_of):
    plan = plan_of(
        "一、整治网络(牵头单位:市网信办)\n1.清理链接。\n2.约谈平台。(市公安局负责)\n二、其他\n1.做甲。"
    )
    assert outline(plan)[0] == "1 一 整治网络"
    assert texts(plan) == ["清理链接。", "约谈平台。", "做甲。"]
    assert duties(plan) == ["lead 市网信办", "responsible 市公安局", ""]


def test_key_lines_under_a_heading_govern_the_items_below(plan_of):
    plan = plan_of("一、整治网络\n责任单位:市网信办\n(一)清理。清理链接。\n1.登记。\n2.销号。")
    assert set(duties(plan)) == {"responsible 市网信办"}


def test_items_below_keep_their_own_clause(plan_of):
    plan = plan_of(
        "一、整治网络\n(市网信办牵头)\n1.清理链接。\n2.约谈平台。\n二、甲\n(一)乙。做乙。"
    )
    assert duties(plan)[:2] == ["lead 市网信办", "lead 市网信办"]
    assert duties(plan)[2] == ""


def test_a_clause_on_its_own_line_governs_the_whole_row(plan_of):
    plan = plan_of(
        "一、整治农资\n1.抽检农药。\n2.抽检化肥。\n(责任单位:市农业农村局)\n二、宣传\n1.做甲。"
    )
    assert duties(plan) == ["responsible 市农业农村局"] * 2 + [""]


def test_a_clause_in_the_paragraph_governs_its_own_item_only(plan_of):
    plan = plan_of("一、整治农资\n1.抽检农药。\n2.抽检化肥。(责任单位:市农业农村局)")
    assert duties(plan) == ["", "responsible 市农业农村局"]


def test_a_row_with_clauses_of_its_own_shares_none(plan_of):
    plan = plan_of("一、甲\n1.做甲。\n责任单位:市公安局\n2.做乙。\n3.做丙。\n责任单位:市商务局")
    assert duties(plan) == ["responsible 市公安局", "", "responsible 市商务局"]


def test_rows_without_a_heading_share_nothing(plan_of):
    plan = plan_of("1.做甲。\n2.做乙。\n责任单位:市公安局")
    assert duties(plan) == ["", "responsible 市公安局"]


def test_key_lines_govern_all_that_stands_under_group_headings(plan_of):
    plan = plan_of(
        "【目标任务】\n查办案件60件。\n【推进措施】\n1.组织检查。\n2.建立清单。\n责任单位:市公安局\n"
        "【目标任务】\n合格率100%。\n【推进措施】\n1.做好抽检。\n责任单位:市商务局"
    )
    assert duties(plan) == ["responsible 市公安局"] * 3 + ["responsible 市商务局"] * 2


def test_the_span_of_a_shared_clause_covers_it(plan_of):
    text = "一、整治农资\n1.抽检农药。\n2.抽检化肥。\n(责任单位:市农业农村局)"
    first = plan_of(text).measures[0]
    assert text[first.span.start : first.span.end].startswith("抽检农药")
    assert text[first.span.start : first.span.end].endswith("局)") or "农村局" in text


def test_a_duty_told_in_a_sentence_stays_under_a_heading_with_a_clause(plan_of):
    plan = plan_of("一、治理(牵头单位:市网信办)\n1.市公安局负责办案。\n2.约谈平台。")
    assert duties(plan) == ["responsible 市公安局", "lead 市网信办"]


def test_numbered_keys_govern_their_row(plan_of):
    plan = plan_of(
        "2023年云溪市方案\n(一)整治网络\n1.清理链接。\n2.约谈平台。\n3.责任单位:市网信办\n4.完成时限:6月底\n"
        "(二)整治农资\n1.抽检农药。\n2.责任单位:市商务局\n(三)宣传。做好宣传。(市文旅局负责)"
    )
    assert texts(plan) == ["清理链接。", "约谈平台。", "抽检农药。", "做好宣传。"]
    assert duties(plan) == [
        "responsible 市网信办",
        "responsible 市网信办",
        "responsible 市商务局",
        "responsible 市文旅局",
    ]
    assert [len(m.deadlines) for m in plan.measures] == [1, 1, 0, 0]
    assert [s.heading for s in plan.sections][3:5] == ["责任单位", "完成时限"]


def test_keys_of_one_row_do_not_reach_the_row_before(plan_of):
    plan = plan_of("1.做甲。\n2.责任单位:市公安局\n3.做乙。\n4.责任单位:市商务局")
    assert duties(plan) == ["responsible 市公安局", "responsible 市商务局"]


ORDER = [
    pytest.param(
        "(一)做甲。(市公安局、市商务局负责。列第一位者为牵头单位,下同)\n(二)做乙。(市商务局、市公安局负责)",
        ["lead 市公安局; responsible 市商务局", "lead 市商务局; responsible 市公安局"],
        id="told in a clause, from there on",
    ),
    pytest.param(
        "(一)做甲。(市公安局、市商务局负责)\n(二)做乙。(市商务局、市公安局负责。排在第一位的为牵头单位,下同)",
        ["responsible 市公安局, 市商务局", "lead 市商务局; responsible 市公安局"],
        id="not before the clause that tells it",
    ),
    pytest.param(
        "一、未列牵头单位的,由责任单位牵头(下同)。请各单位抓好落实。\n二、任务\n(一)做甲\n责任单位:市公安局、市商务局",
        ["", "lead 市公安局; responsible 市商务局"],
        id="told in an item",
    ),
    pytest.param(
        "(一)做甲。(市公安局、市商务局负责)\n(二)做乙。(市商务局负责)\n注:列首位的单位为牵头单位。",
        ["lead 市公安局; responsible 市商务局", "lead 市商务局"],
        id="told in a note below",
    ),
    pytest.param(
        "说明:排在第一位的部门为牵头部门。\n一、甲\n(一)做甲。(市公安局、市商务局负责)",
        ["lead 市公安局; responsible 市商务局"],
        id="told in the head",
    ),
    pytest.param(
        "(一)做甲。(市公安局负责。列第一位者为牵头单位,下同)\n(二)做乙。(市商务局、市公安局牵头,市司法局配合)",
        ["lead 市公安局", "lead 市商务局, 市公安局; cooperating 市司法局"],
        id="a stated lead stays",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ORDER)
def test_rules_about_the_order_of_names(text, expected, plan_of):
    assert duties(plan_of(text))[: len(expected)] == expected


def test_a_clause_may_rule_for_itself_alone(plan_of):
    rule = "以第一个单位为牵头单位"
    plan = plan_of(
        f"(一)做甲。\n责任单位:市公安局、市商务局,{rule}\n(二)做乙。\n责任单位:市商务局、市公安局"
    )
    assert duties(plan) == [
        "lead 市公安局; responsible 市商务局",
        "responsible 市商务局, 市公安局",
    ]


def test_a_lead_by_order_is_hinted(plan_of):
    plan = plan_of("(一)做甲。(市公安局、市商务局负责。列第一位者为牵头单位,下同)")
    assert "lead-by-order" in [finding.code for finding in plan.measures[0].findings]


def test_an_item_below_its_unit_may_say_that_it_leads(plan_of):
    plan = plan_of("(三)县质监局\n1.负责检查厂家。\n2.负责牵头查处窝点。\n3.牵头负责抽检。")
    assert duties(plan) == ["responsible 县质监局", "lead 县质监局", "lead 县质监局"]


def test_lines_that_two_columns_tore_are_read_all_the_same(plan_of):
    plan = plan_of(
        "三、校服抽检不足 牵头单位:市教育局、市双打办\n反馈问题:少数学校没有台账。\n"
        "逐校核查,抽查比例不低于三成,不到 整改时限:2031年12月15日前\n"
        "位的予以通报。 填报日期:2031年\n责任单位:市财政局、市商务局"
    )
    assert "市教育局" in "".join(duties(plan))
