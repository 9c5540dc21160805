"""What stands in odd places: times behind units, limits in months, telephones below a plan, rules of order."""

import pytest

from plan.telling import codes, told
from shuangda_desktop.plan.model import Role

HEAD = "云溪市2021年工作要点\n一、任务\n"


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("第三季度末前", ["2021-09-30"]),
        ("三季度末", ["2021-09-30"]),
        ("上半年", ["2021-06-30"]),
        ("6月底前", ["2021-06-30"]),
    ],
)
def test_a_time_behind_the_units_is_none_of_them(plan_of, words, due):
    measure = plan_of(f"{HEAD}1.落实政策。(市税务局、市财政局按职责分工负责,{words})").measures[0]
    assert [duty.unit for duty in measure.duties] == ["市税务局", "市财政局"]
    assert [deadline.due_on.isoformat() for deadline in measure.deadlines] == due


@pytest.mark.parametrize(
    ("words", "operator", "value", "unit"),
    [
        ("审理周期缩短至5个月以内", "<=", 5, "个月"),
        ("审查周期压缩至12个月", "<=", 12, "个月"),
        ("发行产品15单以上", ">=", 15, "单"),
    ],
)
def test_limits_in_months_and_orders(plan_of, words, operator, value, unit):
    (target,) = plan_of(f"{HEAD}1.{words}。(市法院负责)").measures[0].targets
    assert (target.operator, target.value, target.unit) == (operator, value, unit)


def test_months_that_something_goes_on_are_no_target(plan_of):
    assert plan_of(f"{HEAD}1.整治控制在3个月。(市法院负责)").measures[0].targets == ()


@pytest.mark.parametrize(
    "foot", ["联系电话(传真):0000-0000", "举报电话:00000 举报邮箱:a@b.c", "监督电话:00000"]
)
def test_telephones_below_a_plan_are_no_words_of_it(plan_of, foot):
    assert plan_of(f"{HEAD}1.严肃问责。\n{foot}").measures[-1].text == "严肃问责。"


def test_units_that_a_sentence_tells_keep_their_roles_where_the_first_of_a_list_leads(plan_of):
    plan = plan_of(
        f"{HEAD}1.查处假酒。(责任单位:市商务局、市公安局。排在第一位的为牵头单位,下同)\n"
        "2.市公安局负责查处假烟。"
    )
    assert [duty.role for m in plan.measures for duty in m.duties] == [
        Role.LEAD,
        Role.RESPONSIBLE,
        Role.RESPONSIBLE,
    ]


@pytest.mark.parametrize(
    "words",
    [
        "按照省双打办于2031年1月5日印发的通知检查。",
        "在4月26前后开展集中宣传。",
        "检查Q3内部系统。",
        "核对EQ3内的数据。",
    ],
)
def test_a_day_that_is_cited_or_only_near_is_no_deadline(plan_of, words):
    assert plan_of(f"{HEAD}1.{words}").measures[0].deadlines == ()


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("到2035年:", ["2035-12-31"]),
        ("至2025年底,实现以下目标:", ["2025-12-31"]),
        ("全市抓好五件事。2022年6月底前,完成下列任务:", ["2022-06-30"]),
        ("9月底前:", ["2021-09-30"]),
        ("坚持稳中求进:", []),
        ("到2035年,", []),
    ],
)
def test_words_that_introduce_items_tell_until_when(plan_of, words, due):
    plan = plan_of(
        f"云溪市2021年工作要点\n一、目标\n{words}\n1.建成平台。(市商务局负责)\n2.办结积案。(市法院负责)"
    )
    told = [d.due_on.isoformat() for d in plan.measures[-1].deadlines]
    assert told == due


@pytest.mark.parametrize(
    ("bracket", "due"),
    [
        ("(9月)", ["2021-09-30"]),
        ("\uff083月—10月\uff09", ["2021-10-31"]),
        ("(三季度)", ["2021-09-30"]),
        ("(年底前)", ["2021-12-31"]),
    ],
)
def test_a_time_in_brackets_behind_a_sentence_is_its_deadline(plan_of, bracket, due):
    plan = plan_of(f"{HEAD}1.牵头组织宣传周。{bracket}\n2.查处假酒,开展回头看。(市公安局负责)")
    first = plan.measures[0]
    assert plan.sections[1].heading == ""
    assert first.text.startswith("牵头组织宣传周。")
    assert [deadline.due_on.isoformat() for deadline in first.deadlines] == due


def test_a_bracket_that_holds_more_than_a_time_is_no_deadline(plan_of):
    plan = plan_of(f"{HEAD}1.市商务局牵头修订办法。(2021年6月起施行)\n2.市公安局查处假酒。")
    assert plan.measures[0].deadlines == ()


def test_a_time_in_brackets_that_was_read_is_not_doubted(plan_of):
    plan = plan_of(f"{HEAD}1.市商务局牵头组织宣传周。(9月)\n2.市公安局查处假酒。")
    said = [(finding.code, finding.severity) for finding in plan.measures[0].findings]
    assert ("bracket-time", "hint") in said
    assert not [finding.code for finding in plan.measures[0].findings if finding.severity != "hint"]


def test_a_time_in_brackets_that_no_deadline_was_made_of_is_doubted(plan_of):
    plan = plan_of(f"{HEAD}1.市商务局牵头贯彻会议精神。(2020年10月)\n2.市公安局查处假酒。")
    assert "unread-bracket" in [finding.code for finding in plan.measures[0].findings]


def test_months_with_one_time_each_are_a_deadline_each(plan_of):
    measure = plan_of(f"{HEAD}1.组织督查,6月、11月各一次。(市双打办负责)").measures[0]
    assert [d.due_on.isoformat() for d in measure.deadlines] == ["2021-06-30", "2021-11-30"]


def test_a_time_behind_units_with_short_keys_is_none_of_them(plan_of):
    clause = "(牵头:市市场监管局 配合:市网信办、市公安局 时间:5—11月)"
    measure = plan_of(f"{HEAD}1.整治网络市场。{clause}").measures[0]
    assert told(measure.duties) == "lead 市市场监管局; cooperating 市网信办, 市公安局"
    assert [d.due_on.isoformat() for d in measure.deadlines] == ["2021-11-30"]


@pytest.mark.parametrize(
    ("stage", "due"),
    [
        ("2021.3\u20142021.4", "2021-04-30"),
        ("2021.11.1-12.20", "2021-12-20"),
        ("2021-11-20", "2021-11-20"),
        ("3.1-4.15", "2021-04-15"),
        ("2021.12", "2021-12-31"),
    ],
)
def test_a_stage_may_tell_its_months_in_figures(plan_of, stage, due):
    (measure,) = plan_of(f"{HEAD}(一)自查阶段({stage})。各单位查找问题,列出清单。").measures
    assert [(d.text, d.due_on.isoformat()) for d in measure.deadlines] == [(stage, due)]


@pytest.mark.parametrize(("said", "due"), [("2021.12", "2021-12-31"), ("9.30前", "2021-09-30")])
def test_a_key_may_tell_a_month_or_a_day_in_figures(plan_of, said, due):
    clause = f"责任单位:市教育局,完成时限:{said}"
    (measure,) = plan_of(f"{HEAD}1.落实政策。({clause})").measures
    assert [d.due_on.isoformat() for d in measure.deadlines] == [due]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("9月1日在会议中心举办启动仪式。", ["2021-09-01"]),
        ("4月23日上午召开座谈会。", ["2021-04-23"]),
        ("部署工作,于5月10日集中销毁假货。", ["2021-05-10"]),
        ("4月23日召开了座谈会。", []),
        ("4月23日组织举办了座谈会的单位要总结。", []),
        ("3月15日市委召开会议后,落实要求。", []),
        ("2月14日不得举办集中促销。", []),
        ("3月1日启动整治,10月底前完成。", ["2021-10-31"]),
        ("3月15日是消费者的节日。", []),
    ],
)
def test_a_day_on_which_something_is_held_is_a_deadline(plan_of, words, due):
    (measure,) = plan_of(f"{HEAD}1.{words}(市商务局负责)").measures
    assert [deadline.due_on.isoformat() for deadline in measure.deadlines] == due


def test_a_day_between_the_issue_and_the_year_of_the_plan_is_ahead(plan_of):
    plan = plan_of(
        "云溪市2022年春节市场整治方案\n2021年12月10日\n一、任务\n1.2021年12月25日前制定措施。(市商务局负责)\n"
        "2.清理2021年6月底前的存货。(市商务局负责)\n3.对2021年内查办的案件回访。(市公安局负责)\n"
        "4.2021年12月底前立案的案件全部办结。(市公安局负责)"
    )
    due = [[str(d.due_on) for d in measure.deadlines] for measure in plan.measures]
    assert due == [["2021-12-25"], [], [], []]


def test_at_least_may_stand_before_what_is_counted(plan_of):
    (target,) = plan_of(f"{HEAD}1.各县至少查办有影响的大案2件。(市公安局负责)").measures[0].targets
    assert (target.name, target.operator, target.value) == ("查办有影响的大案", ">=", 2)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("至少使不合格率低于3%。", [("<", 3)]),
        ("至少使投诉数量不超过50件。", [("<=", 50)]),
        ("对至少连续两年评分低于60分的企业重点检查。", []),
    ],
)
def test_at_least_says_nothing_of_a_figure_with_its_own_bound(plan_of, words, said):
    (measure,) = plan_of(f"{HEAD}1.{words}(市公安局负责)").measures
    assert [(target.operator, target.value) for target in measure.targets] == said


def test_all_departments_of_a_government_are_one_name(plan_of):
    clause = "(县财政局、县政府各部门、各项目责任单位负责)"
    plan = plan_of(f"云溪县2021年工作要点\n一、任务\n1.压减支出。{clause}\n2.办理提案。{clause}")
    assert [duty.unit for duty in plan.measures[0].duties][1:] == ["县政府各部门", "各项目责任单位"]
    assert codes(plan) == [[], []]


def test_a_lost_mark_before_all_departments_is_no_name_of_theirs(plan_of):
    (measure,) = plan_of(f"{HEAD}1.压减支出。(市财政局市政府各部门负责)").measures
    assert [duty.unit for duty in measure.duties] == ["市财政局", "市政府各部门"]


def test_a_month_that_there_is_not_is_told(plan_of):
    clause = "责任单位:市教育局,完成时限:2021.13"
    assert codes(plan_of(f"{HEAD}1.落实政策。({clause})")) == [["unread-time"]]
