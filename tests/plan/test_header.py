"""Title, number, issuer, date, year, level and kind are found in heads of many forms."""

from datetime import date

import pytest

from plan.telling import BODY
from shuangda_desktop.plan.model import PlanKind
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.text.mapped import Edit, MappedText, Span

NUMBERS = [
    ("云政办发〔2023〕8号", "云政办发〔2023〕8号"),
    ("云政办发 〔2023〕 8号", "云政办发〔2023〕8号"),
    ("云政办发[2023]8号", "云政办发〔2023〕8号"),
    ("云政办发【2023】8号", "云政办发〔2023〕8号"),
    ("云政办发(2023)8号", "云政办发〔2023〕8号"),
    ("云政办发〔二〇二三〕8号", "云政办发〔2023〕8号"),
    ("云政办发〔2023〕第8号", "云政办发〔2023〕8号"),
    ("(云政办发〔2023〕8号)", "云政办发〔2023〕8号"),
    ("文号:云政办发〔2023〕8号", "云政办发〔2023〕8号"),
    ("发文机关:云溪市\t文号:云政办发〔2023〕8号", "云政办发〔2023〕8号"),
    ("云政办发〔202308号", "云政办发〔2023〕8号"),
    ("根据《办法》(云政发〔2022〕3号)制定。", None),
    ("发文日期  2023年4月7日  文    号 云政办〔2023〕8号", "云政办〔2023〕8号"),
    ("公开方式主动公开文号云政办〔2023〕8号", "云政办〔2023〕8号"),
]


@pytest.mark.parametrize(("line", "number"), NUMBERS)
def test_the_document_number(line, number, head):
    assert head(f"云溪市工作方案\n{line}").document_number == number


DATES = [
    ("2023年4月7日", date(2023, 4, 7)),
    ("2023 年 4 月 7 日", date(2023, 4, 7)),
    ("二〇二三年四月七日", date(2023, 4, 7)),
    ("二\u25cb二三年十二月二十一日", date(2023, 12, 21)),
    ("2023-04-07", date(2023, 4, 7)),
    ("2023/4/7", date(2023, 4, 7)),
    ("2023.4.7", date(2023, 4, 7)),
    ("20230407", date(2023, 4, 7)),
    ("2023626", date(2023, 6, 26)),
    ("(2023年4月7日)", date(2023, 4, 7)),
    ("2023111", None),
    ("2023年13月7日", None),
]


@pytest.mark.parametrize(("line", "on"), DATES)
def test_the_date_of_a_signature(line, on, plan_of):
    plan = plan_of(f"云溪市工作方案{BODY}云溪市双打办\n{line}")
    assert plan.issued_on == on
    assert plan.issuer == "云溪市双打办"


def test_a_signature_and_its_date_in_one_line(plan_of):
    plan = plan_of(f"方案{BODY}云溪市人民政府办公室 2023年4月7日")
    assert (plan.issuer, plan.issued_on) == ("云溪市人民政府办公室", date(2023, 4, 7))


def test_a_signature_over_two_lines(plan_of):
    plan = plan_of(
        f"方案{BODY}云溪市打击侵犯知识产权和制售\n假冒伪劣商品工作领导小组办公室\n2023年4月7日"
    )
    assert plan.issuer == "云溪市打击侵犯知识产权和制售假冒伪劣商品工作领导小组办公室"
    assert len(plan.measures) == 1


def test_two_issuers_side_by_side(plan_of):
    plan = plan_of(f"方案{BODY}云溪市公安局 云溪市商务局\n2023年4月7日")
    assert plan.issuer == "云溪市公安局、云溪市商务局"


def test_two_issuers_below_one_another(plan_of):
    plan = plan_of(f"方案{BODY}云溪市公安局\n云溪市商务局\n2023年4月7日")
    assert plan.issuer == "云溪市公安局、云溪市商务局"


def test_the_issuer_named_in_the_title(head):
    assert head("云溪市人民政府办公室关于做好工作的意见").issuer == "云溪市人民政府办公室"
    assert head("打击侵权假冒工作方案").issuer is None


def test_the_date_of_the_imprint_where_nothing_is_signed(plan_of):
    plan = plan_of(
        f"方案{BODY}抄送:市委各部门,\n市人大常委会办公室。\n云溪市双打办  2023年4月8日印发"
    )
    assert plan.issued_on == date(2023, 4, 8)
    assert len(plan.measures) == 1


def test_the_signature_counts_before_the_imprint(plan_of):
    plan = plan_of(f"方案{BODY}云溪市双打办\n2023年4月7日\n云溪市双打办 2023年4月8日印发")
    assert plan.issued_on == date(2023, 4, 7)


def test_the_date_of_an_index_table(head):
    assert head("索引号:1\t成文日期:2023年4月7日\n云溪市工作方案").issued_on == date(2023, 4, 7)
    assert head("云溪市工作方案").issued_on is None


YEARS = [
    pytest.param("2023年云溪市工作要点\n云政发〔2022〕9号", 2023, id="title before number"),
    pytest.param("二〇二三年云溪市工作要点", 2023, id="Chinese year in the title"),
    pytest.param("云溪市行动计划(2021—2023年)", 2021, id="first of several years"),
    pytest.param("云溪市工作要点\n云政发〔2022〕9号", 2022, id="number"),
    pytest.param("云溪市工作要点", None, id="none"),
    pytest.param(
        "云溪市2021年度考核反馈问题整改方案\n2022年3月10日", 2022, id="put right a year later"
    ),
    pytest.param("云溪市2021年度工作方案\n2022年3月10日", 2021, id="issued late"),
    pytest.param("云溪市2021—2022年度工作方案\n2022年8月1日", 2022, id="a year over two"),
    pytest.param("云溪市2021—2023年度工作方案\n2022年8月1日", 2021, id="issued amid several"),
]


@pytest.mark.parametrize(("text", "year"), YEARS)
def test_the_year_of_the_plan(text, year, head):
    assert head(text).plan_year == year


def test_the_year_of_the_signature(plan_of):
    assert plan_of(f"方案{BODY}云溪市双打办\n2022年3月1日").plan_year == 2022
    assert plan_of(f"方案{BODY}云溪市双打办\n2022111").plan_year == 2022


def test_the_year_most_deadlines_name(plan_of):
    text = "一、任务\n1.2022年3月1日前做甲。\n2.2023年5月底前做乙。\n3.2023年6月底前做丙。"
    assert plan_of(text).plan_year == 2023


KINDS = [
    ("云溪市2023年工作要点", PlanKind.KEY_POINTS),
    ("云溪市工作要点及任务分工方案", PlanKind.KEY_POINTS),
    ("云溪市重点任务分解表", PlanKind.TASK_DIVISION),
    ("云溪市实施意见", PlanKind.IMPLEMENTATION_OPINIONS),
    ("云溪市实施方案", PlanKind.IMPLEMENTATION_PLAN),
    ("云溪市行动计划", PlanKind.IMPLEMENTATION_PLAN),
    ("关于做好工作的通知", PlanKind.NOTICE),
    ("云溪市考核指标", PlanKind.OTHER),
    ("云溪市关于督查反馈意见整改方案", PlanKind.IMPLEMENTATION_PLAN),
    ("关于落实酒类整治意见的实施方案", PlanKind.IMPLEMENTATION_PLAN),
    ("云溪市酒类整治计划(征求意见稿)", PlanKind.IMPLEMENTATION_PLAN),
]


@pytest.mark.parametrize(("title", "kind"), KINDS)
def test_the_kind(title, kind, head):
    assert head(title).kind is kind


def test_an_empty_text_has_an_empty_header(plan_of):
    plan = plan_of("")
    assert (plan.title, plan.document_number, plan.issuer, plan.issued_on) == (None,) * 4
    assert (plan.plan_year, plan.level, plan.kind) == (None, None, PlanKind.OTHER)
    assert plan.measures == plan.sections == ()


@pytest.mark.parametrize(
    ("row", "on"),
    [
        ("成文日期:2022年03月15日", date(2022, 3, 15)),
        ("成 文 日 期:2022-03-15", date(2022, 3, 15)),
        ("【发文日期】2022年3月15日", date(2022, 3, 15)),
        ("发布日期:2022年03月15日", None),
    ],
)
def test_the_date_of_an_index_table_that_the_repair_took_off(row, on):
    raw = f"{row}\n云溪市2022年工作要点{BODY}"
    text = MappedText.of(raw).apply([Edit(Span(0, len(row) + 1), "", "web_junk")])
    assert parse(text).issued_on == on


def test_the_number_of_an_index_table_that_the_repair_took_off():
    row = "文号 云政发〔2022〕5号 时效 有效"
    text = MappedText.of(f"{row}\n云溪市2022年工作要点{BODY}")
    cut = text.apply([Edit(Span(0, len(row) + 1), "", "web_junk")])
    assert parse(cut).document_number == "云政发〔2022〕5号"
    assert parse(MappedText.of(f"依据云政发〔2022〕5号,制定。\n方案{BODY}")).document_number is None


def test_a_number_behind_the_field_of_a_database(plan_of):
    plan = plan_of("【发文字号】云政发〔2020〕3号\n云溪市2020年工作要点\n一、整治市场。")
    assert plan.document_number == "云政发〔2020〕3号"


@pytest.mark.parametrize(
    "lines",
    [
        "发布日期:2031-04-08\n成文日期:2031-04-02\n云溪市工作要点",
        "【发布日期】2031.04.02\n云溪市工作要点",
    ],
)
def test_the_day_of_writing_goes_before_that_of_the_page(plan_of, lines):
    assert plan_of(lines + BODY).issued_on == date(2031, 4, 2)


@pytest.mark.parametrize(
    "lines",
    [
        "云溪市工作要点\n发布日期:2031-04-02",
        "2031-04-02\n云溪市工作要点",
        "云溪市工作要点\n2031/4/2",
    ],
)
def test_the_day_of_a_page_is_no_day_of_issue(plan_of, lines):
    assert plan_of(lines + BODY).issued_on is None


@pytest.mark.parametrize("opening", ["2031年,全市要严查假酒。", "2031年上半年,严查假酒。"])
def test_the_first_words_may_name_the_year(plan_of, opening):
    assert plan_of(opening + BODY).plan_year == 2031
    assert plan_of(f"一、目标\n{opening}").plan_year == 2031


@pytest.mark.parametrize(
    "back",
    ["2030年,整治工作取得成效。今年要继续。", "2030年,查处案件466件。", "2030年,办结了大案。"],
)
def test_a_look_back_names_no_year_of_the_plan(plan_of, back):
    plan = plan_of(f"云溪市酒类整治要点\n{back}" + BODY)
    assert plan.plan_year is None
    assert "no-year" in [finding.code for finding in plan.findings]


def test_the_empty_date_below_a_model_text_is_no_task(plan_of):
    assert len(plan_of(f"云溪市方案{BODY}20xx年九月十一日").measures) == 1
    assert plan_of(f"云溪市方案{BODY}20XX年9月").measures[0].text == "查办案件。"


def test_the_preamble_may_name_the_year(plan_of):
    plan = plan_of("云溪市酒类整治方案\n为做好2031年酒类整治,制定本方案。" + BODY)
    assert plan.plan_year == 2031
    assert plan_of("云溪市酒类整治安排\n现将2031年整治工作安排如下。" + BODY).plan_year == 2031


def test_a_year_to_whose_end_something_is_done_is_that_of_the_plan(plan_of):
    assert plan_of("云溪市酒类整治方案\n一、目标\n1.2031年底前合格率达到90%。").plan_year == 2031


@pytest.mark.parametrize("there", ["截至2030年底,", "2030年底已", "2030年底统计,"])
def test_the_end_of_a_year_at_which_something_was_there_says_nothing_of_the_plan(there, plan_of):
    words = f"{there}有门店90家,2031年底前达到120家。"
    assert plan_of(f"云溪市酒类整治方案\n一、目标\n1.{words}").plan_year == 2031


def test_the_fields_of_a_database_are_no_items(plan_of):
    fields = "【法规名称】云溪市工作要点\n【发文字号】云农打〔2031〕6号\n【效力级别】规范性文件\n\n云溪市工作要点"
    plan = plan_of(fields + BODY)
    assert (plan.title, plan.document_number) == ("云溪市工作要点", "云农打〔2031〕6号")


def test_a_number_may_stand_before_its_title(head):
    plan = head("云政办〔2024〕2 号 云溪市政府办公室关于做好打假工作的通知")
    assert plan.document_number == "云政办〔2024〕2号"


@pytest.mark.parametrize(
    "field", ["发文日期 | 2024-03-05 |", "发文日期\t2024-03-05", "成文日期: | 2024-03-05"]
)
def test_a_date_in_the_cell_of_an_index_table_is_that_of_the_issue(field):
    text = f"云溪市打假工作方案{BODY}"
    raw = f"{field}\n{text}"
    cut = MappedText.of(raw).apply([Edit(Span(0, len(field) + 1), "", "web_junk")])
    assert parse(cut).issued_on == date(2024, 3, 5)


def test_the_year_may_stand_with_its_name_only(plan_of):
    assert plan_of("推荐2031年度平安市场\n一、总结\n总结工作。").plan_year == 2031
    cited = plan_of("打假工作方案\n一、任务\n1.6月底前完成查处,结果纳入2029年度考核。")
    assert cited.plan_year is None  # of another plan: dates would fall a year early


@pytest.mark.parametrize(
    ("opening", "year"),
    [
        ("根据省里制定《2030年全省打假要点》,现就2031年工作安排如下。", 2031),
        ("根据省里提出2025-2030年规划,现就2031年工作安排如下。", 2031),
        ("为推进2030年部署的整治,现将2031年工作安排如下。", 2031),
        ("经同意,现提出2031-2033年打假工作安排。", 2031),
        ("为打假,特制定《云溪市2031年打假要点》。", 2031),
        ("根据省里制定《2030年全省打假要点》,制定本方案。", None),
        ("针对群众提出2030年的问题,结合实际,制定本方案。", None),
    ],
)
def test_the_year_of_another_document_is_not_that_of_the_plan(plan_of, opening, year):
    assert plan_of(f"云溪市酒类整治方案\n{opening}{BODY}").plan_year == year


def test_the_end_of_a_year_gone_by_leaves_that_of_the_plan(plan_of):
    aim = "截至2030年底,全市有酒厂100家,2031年底前达到120家。"
    assert plan_of(f"云溪市酒类整治方案\n一、目标\n1.{aim}").plan_year == 2031
