"""Numbers, keys and signatures that lost their line break get it back."""

import pytest

from plan.telling import texts, told
from shuangda_desktop.plan.structure.cutting import cut_lines
from shuangda_desktop.plan.structure.lines import lines_of


def cut(text):
    return [line.flat for line in cut_lines(lines_of(text))]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "一、整治市场(一)网络。清理。(市网信办负责)(二)农资。抽检。(市农业农村局负责)",
            [
                "一、整治市场",
                "(一)网络。清理。(市网信办负责)",
                "(二)农资。抽检。(市农业农村局负责)",
            ],
        ),
        (
            "云溪市打假工作方案 三、工作要求\n各单位要分工负责。",
            ["云溪市打假工作方案", "三、工作要求", "各单位要分工负责。"],
        ),
        ("云溪市打假工作方案三、工作要求", ["云溪市打假工作方案三、工作要求"]),
        (
            "一、目标1.查案。全年查办。2.宣传。集中宣传。二、保障",
            ["一、目标", "1.查案。全年查办。", "2.宣传。集中宣传。", "二、保障"],
        ),
        (
            "二、宣传\n(一)线上。发文章。(二)线下。办活动。",
            ["二、宣传", "(一)线上。发文章。", "(二)线下。办活动。"],
        ),
        (
            "(一)甲。(市公安局负责)二、乙",
            ["(一)甲。(市公安局负责)二、乙"],
        ),
        (
            "一、甲\n(一)乙。(市公安局负责);(二)丙。(市商务局负责)",
            ["一、甲", "(一)乙。(市公安局负责);", "(二)丙。(市商务局负责)"],
        ),
        (
            "一、甲\n(一)乙\n二、丙(二)丁",
            ["一、甲", "(一)乙", "二、丙", "(二)丁"],
        ),
        (
            "一、任务(一)突出整治。1.做甲。再做甲。2.做乙。(二)抓好宣传。1.做丙。2.做丁。",
            [
                "一、任务",
                "(一)突出整治。",
                "1.做甲。再做甲。",
                "2.做乙。",
                "(二)抓好宣传。",
                "1.做丙。",
                "2.做丁。",
            ],
        ),
        (
            "4.(1)做甲。(市公安局负责)(2)做乙。(市商务局负责)",
            ["4.", "(1)做甲。(市公安局负责)", "(2)做乙。(市商务局负责)"],
        ),
        ("4.(1)做甲;(2)做乙。(市商务局负责)", ["4.(1)做甲;(2)做乙。(市商务局负责)"]),
        (
            "某市2023年工作要点一、甲。乙。二、丙",
            ["某市2023年工作要点", "一、甲。乙。", "二、丙"],
        ),
    ],
)
def test_glued_numbers_begin_a_line(text, lines):
    assert cut(text) == lines


@pytest.mark.parametrize(
    "text",
    [
        "一、统一、规范执法。统二、三产业",
        "一、按照《办法》第(一)项办理",
        "(一)开展1.行动;2.检查;3.宣传。",
        "(一)做到(1)有方案。(2)有台账。",
        "一、甲\n(一)依照第三条(二)款办理。",
        "推动一、二、三产业融合",
        "一、概述。这里很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长(一)甲",
    ],
)
def test_numbers_inside_sentences_stay_where_they_are(text):
    assert cut(text) == text.split("\n")


def test_a_key_behind_a_sentence_begins_a_line():
    assert cut("(一)清理链接。责任单位:市网信办") == ["(一)清理链接。", "责任单位:市网信办"]
    assert cut("(一)清理链接。——责任单位:市网信办") == ["(一)清理链接。——", "责任单位:市网信办"]


def test_a_key_inside_brackets_is_not_cut():
    text = "(一)甲。(牵头单位:市公安局;配合单位:市商务局。责任单位:市司法局)"
    assert cut(text) == [text]


def test_a_key_after_closed_brackets_is_cut():
    assert cut("(一)甲(含乙)。牵头单位:市公安局") == ["(一)甲(含乙)。", "牵头单位:市公安局"]


def test_a_signature_glued_to_the_end_begins_a_line():
    assert cut("三、抓好落实。云溪市人民政府办公室2023年4月8日") == [
        "三、抓好落实。",
        "云溪市人民政府办公室2023年4月8日",
    ]


def test_a_date_behind_words_that_sign_nothing_is_not_cut():
    text = "三、抓好落实。活动持续到2023年4月8日"
    assert cut(text) == [text]


def test_rows_of_a_table_are_not_cut():
    assert cut("1\t甲。(二)乙\n|1|甲。2.乙|") == ["1\t甲。(二)乙", "|1|甲。2.乙|"]


def test_a_number_with_a_lost_bracket_counts_for_the_row():
    assert cut("一、甲\n(一乙\n(二)丙。丁。(三)戊。") == [
        "一、甲",
        "(一乙",
        "(二)丙。丁。",
        "(三)戊。",
    ]


def test_a_document_in_one_line_gets_all_its_lines_back():
    text = (
        "云溪县2024年整治工作方案 为做好工作,制定本方案。一、查办案件(一)查市场 牵头单位:县公安局 责任单位:县商务局"
        " 完成时限:长期坚持(二)查农资。每月查。(县农业农村局负责)二、加强宣传1.发资料2.办讲座。(1)进校园。(2)进社区。"
        "县双打办2024年3月5日 抄送:县委办"
    )
    assert cut(text) == [
        "云溪县2024年整治工作方案",
        "为做好工作,制定本方案。",
        "一、查办案件",
        "(一)查市场",
        "牵头单位:县公安局",
        "责任单位:县商务局",
        "完成时限:长期坚持",
        "(二)查农资。每月查。(县农业农村局负责)",
        "二、加强宣传",
        "1.发资料",
        "2.办讲座。",
        "(1)进校园。",
        "(2)进社区。",
        "县双打办2024年3月5日",
        "抄送:县委办",
    ]


@pytest.mark.parametrize("row", ["第{}条 ", "任务{}:", "({})"])
def test_a_document_in_one_line_may_begin_with_any_row(row):
    one, two = row.format("一"), row.format("二")
    text = f"云溪县2024年整治方案{one}查市场。{two}查农资。"
    assert cut(text) == ["云溪县2024年整治方案", f"{one}查市场。".strip(), f"{two}查农资。"]


def test_words_before_a_date_that_sign_nothing_stay_in_the_last_item():
    text = "云溪县2024年整治方案一、甲。二、乙。一直做到2024年3月5日"
    assert cut(text)[-1] == "二、乙。一直做到2024年3月5日"


def test_a_first_number_alone_opens_a_document_where_its_own_row_goes_on():
    text = "云溪县2024年整治工作一、查处假货(一)查市场。办案。(二)查农资。抽检。"
    assert cut(text) == [
        "云溪县2024年整治工作",
        "一、查处假货",
        "(一)查市场。办案。",
        "(二)查农资。抽检。",
    ]


def test_a_bracket_of_units_that_is_not_closed_ends_an_item():
    text = "一、执法\n1.查酒。严查假酒。(县公安局、县商务局2.查药。严查假药。(县药监局)"
    assert cut(text) == [
        "一、执法",
        "1.查酒。严查假酒。(县公安局、县商务局",
        "2.查药。严查假药。(县药监局)",
    ]


def test_other_words_behind_an_open_bracket_end_none():
    text = "一、执法\n1.查酒。严查假酒(含散装酒2.查药。严查假药。"
    assert cut(text)[1:] == ["1.查酒。严查假酒(含散装酒2.查药。严查假药。"]


def test_a_first_chapter_opens_where_a_row_begins_right_behind_its_heading():
    text = "现提出以下意见:一、深入实施整治1.坚持源头治理。查清货源。(市公安局牵头)"
    assert cut(text) == [
        "现提出以下意见:",
        "一、深入实施整治",
        "1.坚持源头治理。查清货源。(市公安局牵头)",
    ]
    assert len(cut("现提出以下意见:一、甲。乙1.丙。")) == 1
    assert len(cut(f"现提出以下意见:一、{'深入实施' * 8}1.丙。")) == 1


def test_a_row_behind_the_heading_of_a_chapter_may_end_in_semicolons():
    text = "提出以下意见。一、查处重点1.无照经营;2.假冒商标;3.虚假宣传。二、职责分工抓好落实。"
    assert cut(text) == [
        "提出以下意见。",
        "一、查处重点",
        "1.无照经营;",
        "2.假冒商标;",
        "3.虚假宣传。",
        "二、职责分工抓好落实。",
    ]


def test_bars_around_a_long_sentence_make_no_cell_of_it():
    sentence = "查处假酒" * 101
    assert cut(f"一、任务{sentence}。二、宣传 |")[-1] != "|"
    assert cut(f"| {sentence}。 |") == [f"{sentence}。"]
    assert cut("| 查处假酒 |") == ["| 查处假酒 |"]


def test_a_row_of_clauses_behind_a_short_sentence_is_cut():
    whole = "1.改革登记。(1)合并证照。(市公安局负责)(2)简化流程。(市商务局负责)"
    assert cut(f"一、重点\n{whole}")[1:] == [
        "1.改革登记。",
        "(1)合并证照。(市公安局负责)",
        "(2)简化流程。(市商务局负责)",
    ]
    assert cut("一、重点\n1.改革登记。①合并证照。(市公安局负责)②简化流程。(市商务局负责)")[1:] == [
        "1.改革登记。",
        "①合并证照。(市公安局负责)",
        "②简化流程。(市商务局负责)",
    ]
    for text in (
        "1.改革登记。①合并证照,②简化流程。(市公安局负责)",
        "1.改革登记。①合并证照(含副本)②简化流程(含网上)③公开。(市公安局负责)",
        "1.改革登记。(1)合并证照;(2)简化流程。(市公安局负责)",
        "1.改革登记(1)合并。(甲)(2)简化",
    ):
        assert cut(f"一、重点\n{text}")[1:] == [text]


def test_the_number_of_a_document_that_is_cited_is_no_line():
    cited = "根据《云泽省意见》(云政〔2031〕5号)精神,提出如下意见:"
    text = f"云溪市工作意见云溪政办〔2031〕8号 {cited}一、管好集市。二、查处假酒。"
    assert "云溪政办〔2031〕8号" in cut(text)
    assert not any(line.startswith("(云政") for line in cut(text))


ONE_LINE = (
    "(十一)整治废品站 牵头单位:市商务局 配合单位:云台区、云山区 主要任务:1、清理站点;2、取缔黑站。 "
    "(十二)整治集市 牵头单位:市公安局 配合单位:云台区 主要任务:清扫集市。二、有关要求(一)各镇要抓好落实。 二OO八年九月八日"
)


def test_keys_before_a_caption_end_where_it_begins():
    assert cut(ONE_LINE) == [
        "(十一)整治废品站",
        "牵头单位:市商务局",
        "配合单位:云台区、云山区",
        "主要任务:",
        "1、清理站点;",
        "2、取缔黑站。",
        "(十二)整治集市",
        "牵头单位:市公安局",
        "配合单位:云台区",
        "主要任务:清扫集市。",
        "二、有关要求",
        "(一)各镇要抓好落实。",
        "二OO八年九月八日",
    ]


def test_a_plan_in_one_line_from_its_middle_on_is_read(plan_of):
    plan = plan_of(ONE_LINE)
    assert texts(plan) == ["清理站点;", "取缔黑站。", "清扫集市。", "各镇要抓好落实。"]
    assert [told(m.duties) for m in plan.measures][:3] == [
        "lead 市商务局; cooperating 云台区, 云山区",
        "lead 市商务局; cooperating 云台区, 云山区",
        "lead 市公安局; cooperating 云台区",
    ]
    assert str(plan.issued_on) == "2008-09-08"


def test_a_first_row_behind_a_sentence_of_a_plan_in_one_line_is_cut():
    text = "云溪市商标意见一、指导思想围绕发展,做强品牌,为云溪作出贡献,服务全市经济社会发展大局。二、主要目标到2031年,机制健全。(一)数量增长。注册增加。"
    assert cut(text)[-1] == "(一)数量增长。注册增加。"
