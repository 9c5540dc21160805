"""A measure that lacks what nearly all others have, and limits of which no target was made, are told."""

import pytest

from plan.telling import codes

HEAD = "云溪市2024年工作要点\n2024年3月1日\n一、任务\n"
LED = "{n}.查处{n}类。查处第{n}类假货。(市公安局牵头,市商务局配合)\n"
NUMBERS = range(1, 9)
DIGITS = "一二三四五六七八九"


def plan_with(odd, at=4, row=LED):
    """A plan of eight items like the row, and this one before the item at a place."""
    lines = [row.format(n=n) for n in NUMBERS]
    return HEAD + "".join([*lines[:at], odd, *lines[at:]])


@pytest.mark.parametrize(
    ("clause", "told"), [("(市公安局负责)", True), ("(市公安局牵头)", False), ("", False)]
)
def test_the_one_item_that_nobody_leads(clause, told, plan_of):
    text = HEAD + "".join(LED.format(n=n) for n in NUMBERS) + f"9.公布案件。公布案件。{clause}"
    assert ("lead-cell" in codes(plan_of(text))[8]) is told


def test_two_items_that_nobody_leads_are_meant_so(plan_of):
    rest = "".join(f"{n}.公布案件。公布案件。(市公安局负责)\n" for n in (9, 10))
    plan = plan_of(HEAD + "".join(LED.format(n=n) for n in NUMBERS) + rest)
    assert codes(plan)[8:] == [[], []]


def test_a_paragraph_with_a_title_whose_number_is_lost(plan_of):
    plan = plan_of(plan_with("清理农村市场。逐户检查经营农资的门店。(市公安局牵头)\n"))
    assert "title-in-text" in codes(plan)[4]


def test_a_paragraph_without_a_title_goes_on_with_its_item(plan_of):
    plan = plan_of(plan_with("逐户检查经营农资的门店,建立检查档案。(市公安局牵头)\n"))
    assert "title-in-text" not in codes(plan)[4]


def test_a_long_item_whose_title_lost_its_full_stop(plan_of):
    rows = "".join(LED.format(n=n) for n in NUMBERS)
    plan = plan_of(
        f"{HEAD}{rows}9.清理农村市场逐户检查经营农资的门店并且逐一建立完整的检查档案备查。(市公安局牵头)"
    )
    assert {"title-in-text", "no-heading"} & set(codes(plan)[8])


KEYS = "{n}.查处{n}类。查处第{n}类假货。\n责任单位:市公安局\n"


def test_keys_that_were_read_for_few_are_told(plan_of):
    lines = "".join(f"{n}.查处{n}类。\n查处第{n}类假货。\n(市公安局负责)\n" for n in NUMBERS)
    plan = plan_of(f"{HEAD}{lines}说明:配合单位:见后,又配合单位:另定。")
    assert any("role-column" in each for each in codes(plan))


LIMITS = [
    ("奖励金额最高不超过5万元。", True),
    ("免租期不少于三年。", False),
    ("企业平均寿命达到5年。", False),
    ("对40家企业开展检查。", True),
    ("在30家市场设立专区。", False),
    ("基金规模扩大到2000万元。", False),
    ("围绕“办结率不低于98%”的目标给予奖励。", False),
    ("围绕“办结率不低于98%”的要求给予奖励。", True),
    ("围绕“办结率稳步提高”的要求给予奖励。", False),
    ("报名至少两个月开放。", True),
    ("查办案件不少于40件。", False),
    ("5月底前完成,达到5月的水平。", False),
]


@pytest.mark.parametrize(("words", "told"), LIMITS)
def test_limits_of_which_no_target_was_made(words, told, plan_of):
    plan = plan_of(f"{HEAD}(一)甲。{words}\n(二)乙。做乙。")
    assert ("unread-number" in codes(plan)[0]) is told


PLAIN = [
    "为年纳税500万元以上企业配备专员。",
    "前10家企业名单予以公布。",
    "每学期至少一次。",
    "每周检查40家次。",
    "建筑面积160平方米以下商铺免于申报。",
]


@pytest.mark.parametrize("words", PLAIN)
def test_how_large_and_how_often_are_no_targets(words, plan_of):
    plan = plan_of(f"{HEAD}(一)甲。{words}\n(二)乙。做乙。")
    assert "unread-number" not in codes(plan)[0]


def test_a_figure_to_reach_each_year_is_told_where_it_is_no_target(plan_of):
    plan = plan_of(f"{HEAD}(一)甲。每年至少公开更新一次。\n(二)乙。做乙。")
    targets = plan.measures[0].targets
    assert targets or "unread-number" in codes(plan)[0]


NAMES = [
    ("(会有市公安局负责)", "odd-name", True),
    ("(云溪市公安局负责)", "odd-name", False),
    ("(党委政法委负责)", "unknown-unit", True),
    ("(宣传科会办公室负责)", "unknown-unit", True),
    ("(考核单位:市公安局)", "unknown-unit", False),
    ("(市公安局、市商务局、)", "half-read", True),
]


@pytest.mark.parametrize(("clause", "code", "told"), NAMES)
def test_clauses_that_are_torn_or_doubled(clause, code, told, plan_of):
    plan = plan_of(f"{HEAD}(一)甲。做甲事情。{clause}\n(二)乙。做乙事情。(市公安局负责)")
    assert (code in codes(plan)[0]) is told


def test_a_key_that_stands_twice_below_an_item(plan_of):
    lines = "责任单位:市公安局\n责任单位:市商务局\n"
    plan = plan_of(f"{HEAD}(一)甲。做甲事情。\n{lines}(二)乙。做乙事情。\n责任单位:市公安局")
    assert [("two-clauses" in each) for each in codes(plan)] == [True, False]


BEGINS = [
    ("\u2014\u2014坚持依法治理。", True),
    ("率100%,逐户检查。", True),
    ("以上率下做好工作。", False),
]


@pytest.mark.parametrize(("words", "told"), BEGINS)
def test_measures_that_begin_amid_words_or_with_a_dash(words, told, plan_of):
    plan = plan_of(f"{HEAD}(一){words}(市公安局负责)\n(二)乙。做乙。(市公安局负责)")
    assert ("begins-amid" in codes(plan)[0]) is told


TIMES = [
    ("秋种期间(8-10月)各检查一次。", "unread-time", True),
    ("开学前(8月25日前)完成检查。", "loose-month", False),
    ("到202年底完成检查。", "unread-time", True),
    ("12月底前完成检查,检查率年内达到100%。", "unread-time", False),
    ("国庆前(9月28日前)完成检查。", "vague-time", False),
    ("20246月底前完成检查。", "unread-time", False),
]


@pytest.mark.parametrize(("words", "code", "told"), TIMES)
def test_times_in_brackets_and_torn_years(words, code, told, plan_of):
    plan = plan_of(f"{HEAD}(一)甲。{words}\n(二)乙。做乙。")
    assert (code in codes(plan)[0]) is told


DOERS = [
    ("办公场所免租三年由市住房城乡建设局牵头装修。(市公安局负责)", True),
    ("场所由市公安局牵头装修。(市公安局负责)", False),
    ("本办法由责任单位牵头解释。(市公安局负责)", False),
]


@pytest.mark.parametrize(("words", "told"), DOERS)
def test_units_that_lead_amid_a_sentence(words, told, plan_of):
    plan = plan_of(f"{HEAD}(一)甲。{words}\n(二)乙。做乙。(市公安局负责)")
    assert ("unread-prose" in codes(plan)[0]) is told


@pytest.mark.parametrize(
    "words",
    [
        "经市政府同意,现将有关事项交由你们办理。",
        "为切实做好相关工作,确保取得实效,结合实际制定以下措施。",
        "根据上级有关文件精神,现制定如下措施。",
    ],
)
def test_what_leads_in_is_told_as_no_task(words, plan_of):
    plan = plan_of(f"{HEAD}(一){words}\n(二)乙。做乙。(市公安局负责)")
    assert "no-task" in codes(plan)[0]
