"""Figures that say how large a work is or what somebody gets, rates behind their figure, deeds that are surely done in time."""

from datetime import date

import pytest

from plan.telling import codes, told
from shuangda_desktop.plan.measures.deadlines import find_deadlines
from shuangda_desktop.plan.measures.due_days import Calendar
from shuangda_desktop.plan.measures.targets import find_targets
from shuangda_desktop.text.punctuation import narrow

HEAD = "安河区2032年工作要点\n2032年3月1日\n一、任务\n"


def doubts(plan_of, words):
    return codes(plan_of(f"{HEAD}(一)甲。{words}(区公安局负责)\n(二)乙。做乙。(区公安局负责)"))[0]


@pytest.mark.parametrize(
    "words",
    [
        "加快安河110千伏变电站建设。",
        "推进北山10万千瓦风电项目、南村5万千瓦光储基地建设。",
        "当年到位5000万元以上,给予荣誉。",
        "对标准分别给予不超过100万元/项、50万元/项的奖励。",
        "不得新建大型中心(包括通算中心、智算中心、超算中心)。",
    ],
)
def test_what_asks_for_no_figure_is_not_doubted(words, plan_of):
    assert doubts(plan_of, words) == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("抓好北山风场装机10万千瓦的风电项目。", "unread-number"),
        ("不得新建中心(市检测中心、区检测中心等)一处。", "unread-bracket"),
    ],
)
def test_what_may_ask_for_one_is(words, code, plan_of):
    assert code in doubts(plan_of, words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2033年重点集市达90%覆盖率。", "重点集市覆盖率>=90%"),
        ("门店达到95%以上的合格率,投诉量下降5%。", "门店合格率>=95% 投诉量下降=5%"),
        ("对标准给予不超过100万元的奖励。", ""),
        ("费用控制在100万元以内。", "费用<=100万元"),
        ("“十四五”期末覆盖率达到90%,“十五五”期间站点达到30个。", "覆盖率>=90% 站点>=30个"),
    ],
)
def test_rates_behind_their_figure_and_sums_that_are_given(text, expected, width):
    found = find_targets(narrow(width(text)))
    assert " ".join(f"{each.name}{each.operator}{each.value:g}{each.unit}" for each in found) == (
        expected
    )


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("冷链项目2032年上半年按期投产、安全运行。", ["2032-06-30"]),
        ("冷链项目9月如期投运。", ["2032-09-30"]),
        ("冷链项目三季度全面完成。", ["2032-09-30"]),
        ("冷链项目2032年基本建成。", ["2032-12-31"]),
        ("6月份前完成排查。", ["2032-06-30"]),
        ("扶持2032年上半年投产的企业。", []),
        ("扶持2032年全面建成的项目。", []),
        ("每年6月按时报送总结。", []),
    ],
)
def test_what_is_surely_done_in_time_is_due_by_its_end(text, days, width):
    found = find_deadlines(narrow(width(text)), Calendar(2032, date(2032, 3, 1)))
    assert [deadline.due_on.isoformat() for deadline in found] == days


def test_a_clause_behind_a_heading_rules_the_words_before_the_items_too(plan_of):
    plan = plan_of(
        "安河区2032年工作要点\n一、治理集市\n"
        "由区商务局承办,区公安局协办。治理工作目标:合格率均达85%以上。主要措施:\n"
        "(一)做好培训。\n(二)加强抽检。\n"
    )
    assert [told(measure.duties) for measure in plan.measures] == [
        "lead 区商务局; cooperating 区公安局"
    ] * 3
    assert codes(plan)[0] == []
