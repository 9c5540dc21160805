"""Rhythms are read from the words and the clause of a measure."""

import pytest

from shuangda_desktop.plan.measures.recurrences import find_recurrences
from shuangda_desktop.text.punctuation import narrow

RHYTHMS = [
    ("每月28日前报送", "P1M"),
    ("每个月报送", "P1M"),
    ("每季度调度", "P3M"),
    ("每个季度调度", "P3M"),
    ("每两个季度调度", "P6M"),
    ("每半年通报一次", "P6M"),
    ("每年开展两次", "P1Y"),
    ("每年度评价", "P1Y"),
    ("每6个月开展一轮", "P6M"),
    ("每隔2个月检查", "P2M"),
    ("每周调度", "P1W"),
    ("每两周会商", "P2W"),
    ("每个星期碰头", "P1W"),
    ("每旬报告", "P10D"),
    ("每日巡查", "P1D"),
    ("每3天巡查", "P3D"),
    ("实行季报", "P3M"),
    ("实行月报,定期通报", "P1M"),
    ("坚持月报、半年报、年报制度", "P6M P1M P1Y"),
    ("按月统计", "P1M"),
    ("按季度通报", "P3M"),
    ("按年度公布", "P1Y"),
    ("上半年、下半年各一次", "P6M"),
    ("上半年和下半年各组织1次抽检", "P6M"),
    ("上、下半年各开展一次督查", "P6M"),
    ("半年开展一次回头看", "P6M"),
    ("每年6月、12月报送总结", "P1Y"),
    ("长期坚持", "standing"),
    ("长期推进", "standing"),
    ("常年坚持", "standing"),
]


@pytest.mark.parametrize(("text", "every"), RHYTHMS)
def test_a_rhythm_is_found(text, every, width):
    found = find_recurrences(narrow(width(text)))
    assert [item.every for item in found] == every.split()


@pytest.mark.parametrize(
    "text",
    [
        "持续推进信用体系建设",
        "定期开展检查",
        "及时报送",
        "每次检查",
        "年报道情况",
        "每年龄段",
        "月度总结",
        "",
    ],
)
def test_vague_words_are_no_rhythm(text):
    assert find_recurrences(text) == ()


@pytest.mark.parametrize("clause", ["持续推进,市公安局负责", "完成时限:长期", "市公安局负责;全年"])
def test_in_a_clause_standing_work_is_said_with_less(clause):
    assert [item.every for item in find_recurrences("做甲", clause)] == ["standing"]


def test_a_rhythm_keeps_its_words():
    assert [item.text for item in find_recurrences("各地每季度报送一次")] == ["每季度"]


def test_the_same_rhythm_is_told_once():
    assert [item.every for item in find_recurrences("每月报送,每月通报", "每月")] == ["P1M"]


def test_an_impossible_count_is_left_out():
    assert find_recurrences("每0年") == ()
