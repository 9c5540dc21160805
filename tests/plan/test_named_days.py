"""A day with the name that it has is a deadline before 前; other words between them are no name."""

from datetime import date

import pytest

from shuangda_desktop.plan.measures.deadlines import find_deadlines
from shuangda_desktop.plan.measures.due_days import Calendar
from shuangda_desktop.text.punctuation import narrow


@pytest.fixture
def due(width):
    """The deadlines of a text in a plan for 2022 that was issued on 1 March."""
    calendar = Calendar(2022, date(2022, 3, 1))
    return lambda text: [
        deadline.due_on.isoformat() for deadline in find_deadlines(narrow(width(text)), calendar)
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5月9日护溪日前挂牌。", "2022-05-09"),
        ("5月9日“溪畔关爱日”之前提交名单。", "2022-05-09"),
        ("2022年12月4日国家宪法日前通报。", "2022-12-04"),
    ],
)
def test_a_named_day_is_one(text, day, due):
    assert due(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "5月9日培训后每日前往堤上。",
        "5月9日例会要求当日前报送。",
        "5月9日发文要求节日前巡堤。",
        "5月9日通知各站假日前巡堤。",
        "5月9日首个工作日前公布。",
        "5月9日护溪日前往堤上。",
        "5月9日护溪日前提前部署。",
        "5月9日护溪日前一周公布。",
        "5月9日护溪节前3天公布。",
        "5月9日至端阳节前巡堤。",
        "5月9日巡查到端阳节前。",
        "较去年5月9日护溪日前下降一成。",
        "较2021年12月9日护溪日前下降一成。",
        "较十二月九日护溪日前下降一成。",
    ],
)
def test_other_words_before_a_day_are_no_name(text, due):
    assert due(text) == []


@pytest.mark.parametrize(
    "text",
    ["较去年11月至1月下降5%。", "上年12月5日至1月20日查办3件。", "去年11月至次年1月巡堤。"],
)
def test_a_range_of_the_year_before_is_none(text, due):
    assert due(text) == []
