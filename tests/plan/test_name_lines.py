"""Lines that only name units or a month, with numbered items below them."""

from datetime import date

import pytest

from plan.telling import codes, outline, texts, told

HEAD = "云溪市2024年打假任务分解\n"


def duties(plan):
    return [told(measure.duties) for measure in plan.measures]


@pytest.mark.parametrize("mark", [":", ""])
def test_a_line_of_units_tells_who_does_the_items_below_it(mark, plan_of):
    plan = plan_of(
        f"{HEAD}市公安局{mark}\n1.查案。\n2.会同市商务局、市交通局检查集市。\n市检察院、市法院{mark}\n1.公诉。\n"
        f"市文广新局(市版权局){mark}\n1.核查。\n2.普法。(市司法局负责)\n各县(市、区)人民政府{mark}\n1.建队伍。\n"
    )
    assert duties(plan) == [
        "responsible 市公安局",
        "lead 市公安局; responsible 市商务局, 市交通局",
        "responsible 市检察院, 市法院",
        "responsible 市文广新局(市版权局)",
        "responsible 市司法局",
        "responsible 各县(市、区)人民政府",
    ]
    assert len(outline(plan)) == 6
    assert texts(plan)[0] == "查案。"


def test_units_and_their_items_stand_in_one_line(plan_of):
    plan = plan_of(
        f"{HEAD}市公安局:1.查案。2.抽检假货。\n市司法局:1.普法。\n2.抓好宣传:1.发放资料。"
    )
    assert texts(plan)[:3] == ["查案。", "抽检假货。", "普法。"]
    assert duties(plan)[:3] == ["responsible 市公安局"] * 2 + ["responsible 市司法局"]


def test_a_higher_item_ends_what_a_line_of_units_tells(plan_of):
    plan = plan_of(
        "一、任务\n市公安局:\n(一)查案。\n1.立案。\n市农业局:\n(一)抽检。\n二、要求\n(一)上报。"
    )
    assert duties(plan) == ["responsible 市公安局", "responsible 市农业局", ""]


def test_a_bracket_heading_of_units_tells_it_too(plan_of):
    plan = plan_of("【市公安局】\n1.查案。\n【市场整治】\n1.抽检。\n【市司法局】\n1.普法。")
    assert duties(plan) == ["responsible 市公安局", "", "responsible 市司法局"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("各县(区)双打办:\n1.查案。\n2.抽检。", ["", ""]),  # one line is an addressee
        ("责任单位:\n市公安局、市商务局\n1.查案。\n责任单位:\n市司法局\n1.普法。", None),
        ("一、查案\n责任单位:市公安局\n1.立案。\n二、普法\n责任单位:市司法局\n1.宣讲。", None),
        ("做好工作。\n1.查案。\n做好总结。\n1.上报。", ["", ""]),
        ("市公安局\n2.查案。\n市司法局\n1号文件。", None),
    ],
)
def test_other_lines_above_items_are_none(text, wanted, plan_of):
    plan = plan_of(text)
    got = duties(plan)
    assert wanted is None or got == wanted
    assert "责任单位" not in "".join(got)


@pytest.mark.parametrize(
    ("heads", "days"),
    [
        (("一、4月份", "二、5月份"), ("2024-04-30", "2024-05-31")),
        (("一、2024年3月重点工作", "二、六月"), ("2024-03-31", "2024-06-30")),
        (("一、第一季度", "二、四季度工作任务"), ("2024-03-31", "2024-12-31")),
        (("一、上半年", "二、7月至9月"), ("2024-06-30", "2024-09-30")),
        (("【4月】", "【5月上旬】"), ("2024-04-30", "2024-05-10")),
        (("4月份:", "5月份:"), ("2024-04-30", "2024-05-31")),
    ],
)
def test_a_month_as_heading_is_the_time_of_the_items_below_it(heads, days, plan_of):
    plan = plan_of(f"{HEAD}{heads[0]}\n1.查案。\n2.抽检。\n{heads[1]}\n1.普法。")
    found = [[d.due_on for d in m.deadlines] for m in plan.measures]
    first, second = map(date.fromisoformat, days)
    assert found == [[first], [first], [second]]
    assert not any(codes(plan))


def test_a_day_that_the_words_name_is_nearer_than_the_month(plan_of):
    plan = plan_of(
        f"{HEAD}一、4月份\n1.4月26日前举办咨询。\n二、5月任务分工\n1.总结。\n三、月度要求\n1.上报。"
    )
    assert [[d.due_on.isoformat() for d in m.deadlines] for m in plan.measures] == [
        ["2024-04-26"],
        [],
        [],
    ]


def test_a_long_heading_is_no_month(plan_of):
    plan = plan_of(f"{HEAD}一、{'4月' * 20}以前的各项重点工作\n1.查案。\n2.抽检。")
    assert not any(m.deadlines for m in plan.measures)
