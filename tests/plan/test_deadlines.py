"""Date phrases become deadlines; campaigns, rhythms and past events do not."""

from datetime import date

import pytest

from shuangda_desktop.plan.deadlines import Calendar, find_deadlines, keyed_deadlines
from shuangda_desktop.text.punctuation import narrow

CALENDAR = Calendar(2022, date(2022, 3, 1))


@pytest.fixture
def due(width):
    """The deadlines of a text in a plan for 2022 that was issued on 1 March."""

    def read(text, calendar=CALENDAR):
        found = find_deadlines(narrow(width(text)), calendar)
        return [deadline.due_on.isoformat() for deadline in found]

    return read


DUE = [
    ("6月、9月报送阶段小结。", "2022-06-30 2022-09-30"),
    ("考核结果于次年1月底前通报。", "2023-01-31"),
    ("6月20日、11月20日前分别报送。", "2022-06-20 2022-11-20"),
    ("3月1日、6月1日和9月1日前报送。", "2022-03-01 2022-06-01 2022-09-01"),
    ("2022年6月底前完成。", "2022-06-30"),
    ("6月底前完成。", "2022-06-30"),
    ("六月底前完成。", "2022-06-30"),
    ("二〇二二年六月底前完成。", "2022-06-30"),
    ("于9月15日前报送。", "2022-09-15"),
    ("2022年12月31日前报送。", "2022-12-31"),
    ("2022年12月31日之前报送。", "2022-12-31"),
    ("2022年12月31日以前报送。", "2022-12-31"),
    ("10月底完成抽检。", "2022-10-31"),
    ("11月完成总结。", "2022-11-30"),
    ("12月中旬前验收。", "2022-12-20"),
    ("12月上旬前验收。", "2022-12-10"),
    ("12月初前验收。", "2022-12-10"),
    ("12月下旬前验收。", "2022-12-31"),
    ("年底前完成。", "2022-12-31"),
    ("年内完成。", "2022-12-31"),
    ("年末建成。", "2022-12-31"),
    ("今年年底前完成。", "2022-12-31"),
    ("今年内完成。", "2022-12-31"),
    ("本年度内完成。", "2022-12-31"),
    ("2022年内完成。", "2022-12-31"),
    ("2022年年内完成。", "2022-12-31"),
    ("2022年底前完成。", "2022-12-31"),
    ("2022年完成改造。", "2022-12-31"),
    ("2023年前建成。", "2023-12-31"),
    ("到2025年,体系健全。", "2025-12-31"),
    ("到2025年底,体系健全。", "2025-12-31"),
    ("到2025年6月,体系健全。", "2025-06-30"),
    ("明年3月底前总结。", "2023-03-31"),
    ("今年12月底前上线。", "2022-12-31"),
    ("上半年完成摸底。", "2022-06-30"),
    ("上半年底前摸底。", "2022-06-30"),
    ("下半年内完成。", "2022-12-31"),
    ("一季度末摸底。", "2022-03-31"),
    ("二季度末前摸底。", "2022-06-30"),
    ("第三季度前摸底。", "2022-09-30"),
    ("四季度完成总结。", "2022-12-31"),
    ("2022年6月-12月开展行动。", "2022-12-31"),
    ("2022年6月至2023年2月开展行动。", "2023-02-28"),
    ("3月至11月开展行动。", "2022-11-30"),
    ("3月1日至5月31日自查。", "2022-05-31"),
    ("3月1日—5月20日自查。", "2022-05-20"),
    ("“十四五”期间提升水平。", "2025-12-31"),
    ("十四五末建成。", "2025-12-31"),
    ("十五五时期推进。", "2030-12-31"),
    ("印发之日起30日内报送。", "2022-03-31"),
    ("自发布之日起十个工作日内报送。", "2022-03-11"),
    ("印发之日起两个月内完成。", "2022-05-01"),
    ("截止日期为11月30日。", "2022-11-30"),
    ("受理截止期限为2022年12月31日。", "2022-12-31"),
    ("不晚于11月30日提交。", "2022-11-30"),
    ("二季度末完成摸底,第三季度末前总结。", "2022-06-30 2022-09-30"),
    ("半年小结6月25日前、全年总结12月10日前报送。", "2022-06-25 2022-12-10"),
    ("6月底前摸底,6月30日前报送。", "2022-06-30"),
    ("年底前完成;年内报送。", "2022-12-31"),
]


@pytest.mark.parametrize(("text", "days"), DUE)
def test_deadlines_are_found(text, days, due):
    assert due(text) == days.split()


NOT_DUE = [
    "6月、9月开展宣传。",
    "6月20日、11月20日开展宣传。",
    "开展剑网2018行动。",
    "开展2022网络监管行动。",
    "按照〔2017〕14号文件执行。",
    "在“3·15”集中宣传。",
    "从2023年起实施。",
    "每年2月底前上报。",
    "每月28日前报送。",
    "每季度末月30日前报送。",
    "2021年底前已完成。",
    "2016年3月1日前登记的企业。",
    "扩大2022年招生规模。",
    "离校2年内未就业。",
    "在两年之内实行。",
    "今明两年扩大规模。",
    "近年内容丰富。",
    "贯彻《2022年底前实施方案》。",
    "4月26日前后集中宣传。",
    "年底的工作内容",
    "6月以来办案。",
    "2022年13月底前完成。",
    "2022年2月30日前完成。",
    "五季度末完成。",
    "印发之日起0日内报送。",
    "青年内心强大。",
    "对年内被投诉3次以上的摊位逐户约谈。",
    "约谈今年内多次受到处罚的商户。",
    "通报年内发生的案件。",
    "开展为期9个月的行动。",
    "",
]


@pytest.mark.parametrize("text", NOT_DUE)
def test_other_phrases_are_no_deadlines(text, due):
    if text == "年底的工作内容":
        assert due(text) == ["2022-12-31"]  # a phrase that may mean it is taken
    else:
        assert due(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "6月底前完成。",
        "年内完成。",
        "二季度末完成。",
        "上半年完成。",
        "9月1日前报送。",
        "明年3月底前总结。",
        "3月至5月自查。",
    ],
)
def test_without_a_year_nothing_can_be_counted(text, due):
    assert due(text, Calendar(None)) == []


def test_a_named_year_needs_no_plan_year(due):
    assert due("2025年6月底前完成,到2030年建成。", Calendar(None)) == ["2025-06-30", "2030-12-31"]


def test_without_a_date_of_issue_no_days_can_be_counted(due):
    assert due("印发之日起30日内报送。", Calendar(2022)) == []


@pytest.mark.parametrize(
    ("issued_on", "expected"),
    [(date(2022, 11, 30), "2023-02-28"), (date(2022, 12, 31), "2023-03-31")],
)
def test_months_from_the_issue_end_on_a_day_that_exists(issued_on, expected, due):
    assert due("印发之日起3个月内完成。", Calendar(2022, issued_on)) == [expected]


@pytest.mark.parametrize(
    ("text", "soft"),
    [
        ("力争9月底前建成", True),
        ("争取年内完成", True),
        ("原则上6月底前完成", True),
        ("预计到2025年建成", True),
        ("9月底前建成", False),
        ("力争取得实效。各单位要在认真总结经验的基础上9月底前建成", False),
    ],
)
def test_soft_words_make_a_deadline_soft(text, soft):
    assert [deadline.soft for deadline in find_deadlines(text, CALENDAR)] == [soft]


def test_a_deadline_keeps_its_words():
    assert [d.text for d in find_deadlines("请于9月15日前报送。", CALENDAR)] == ["9月15日前"]


KEYED = [
    ("完成时限:12月", "2022-12-31"),
    ("完成时限:12月底", "2022-12-31"),
    ("完成时限:2022年9月30日", "2022-09-30"),
    ("完成时限:9月30日前", "2022-09-30"),
    ("完成时限:2023年", "2023-12-31"),
    ("完成时限:2022.5.31", "2022-05-31"),
    ("完成时限:2022-13-31", ""),
    ("完成时限:2022年底", "2022-12-31"),
    ("完成时限:6月底、12月底", "2022-06-30 2022-12-31"),
    ("完成时限:3月-9月", "2022-09-30"),
    ("时限要求:二季度末", "2022-06-30"),
    ("牵头单位:市公安局;完成时间:10月;备注:略", "2022-10-31"),
    ("完成时限:长期坚持", ""),
    ("完成时限:", ""),
    ("牵头单位:市公安局", ""),
]


@pytest.mark.parametrize(("clause", "days"), KEYED)
def test_after_its_key_a_bare_date_is_a_deadline(clause, days):
    found = keyed_deadlines(clause, CALENDAR)
    assert [deadline.due_on.isoformat() for deadline in found] == days.split()


def test_deadlines_of_words_and_clause_come_together(plan_of):
    plan = plan_of("2022年甲市方案\n(一)年内约谈10家。(市公安局负责,10月底完成)")
    assert sorted(d.due_on for d in plan.measures[0].deadlines) == [
        date(2022, 10, 31),
        date(2022, 12, 31),
    ]
