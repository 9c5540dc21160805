"""What was read one way and can be meant another is told with both ways."""

import pytest

from plan.telling import codes

HEAD = "云溪市2024年工作要点\n2024年3月1日\n一、任务\n"


def of_words(plan_of, words):
    """The doubts about a measure of these words, of plans in one width."""
    return codes(plan_of(f"{HEAD}(一)甲。{words}(市公安局负责)\n(二)乙。做乙。(市公安局负责)"))[0]


TWO_WAYS = [
    ("新增示范学校,9月开学季开展公开课。", "loose-month"),
    ("2026年,建成护溪中心。", "loose-month"),
    ("每季度召开1次会议。", "loose-rhythm"),
    ("11月1日至1月31日开展整治。", "loose-year"),
    ("开展整治(12月15日-2月10日)。", "loose-year"),
    ("十二月至二月巡堤。", "loose-year"),
    ("十二月五日至二月二十日巡堤。", "loose-year"),
    ("12月 至2月巡堤。", "unread-time"),
]


@pytest.mark.parametrize(("words", "code"), TWO_WAYS)
def test_what_reads_two_ways_is_told(words, code, plan_of):
    assert of_words(plan_of, words) == [code]


def test_a_bound_that_may_hold_for_the_next_figure_is_a_hint(plan_of):
    plan = plan_of(f"{HEAD}(一)甲。抽查不少于40类产品、抽检300批次。(市公安局负责)")
    assert [f.code for f in plan.measures[0].findings] == ["loose-bound"]
    assert codes(plan) == [[]]


ONE_WAY = [
    "新增示范学校,9月底前开展公开课。",
    "第四季度开展评议。",
    "每季度召开一次会议。",
    "每季度至少检查2次。",
    "抽查不少于40类产品,另培训300人次。",
    "确保9月份通过初评。",
    "办案量比上年增长10%。",
    "执行到位率达到95%。",
    "11月1日至次年1月31日开展整治。",
    "2024年11月1日至1月31日开展整治。",
    "3月1日至5月31日开展整治。",
    "三月至五月巡堤。",
]


@pytest.mark.parametrize("words", ONE_WAY)
def test_what_reads_one_way_is_not(words, plan_of):
    assert of_words(plan_of, words) == []


def test_the_doubt_says_both_ways_and_what_was_taken(plan_of):
    plan = plan_of(f"{HEAD}(一)甲。9月开学季开展公开课。(市公安局负责)\n(二)乙。(市公安局负责)")
    message = plan.measures[0].findings[0].message
    assert "可能是办理的时候" in message
    assert "可能是完成的期限" in message
    assert "暂按2024年9月30日为时限" in message


ITEM = HEAD + "(一)加强领导。{}\n(二)加强检查。市公安局要检查市场。"


@pytest.mark.parametrize(
    "words",
    [
        "各县人民政府对本地工作负总责,负责人要亲自过问。各成员单位要充实力量。",
        "市财政局统筹保障经费,市公安局三年轮训执法骨干6000人次。",
    ],
)
def test_a_paragraph_cut_at_units_of_which_it_is_not_plain_that_each_has_its_task(words, plan_of):
    plan = plan_of(ITEM.format(words))
    assert ["cut-prose" in found for found in codes(plan)] == [True, True, False]


def test_a_paragraph_in_which_each_unit_plainly_has_its_own(plan_of):
    plan = plan_of(ITEM.format("市财政局负责保障经费。市公安局要轮训骨干。"))
    assert ["cut-prose" in found for found in codes(plan)] == [False, False, False]
