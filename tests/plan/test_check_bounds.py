"""Bounds and units that were read in part, or that no words say; rhythms that were not read."""

import pytest

from plan.telling import codes
from shuangda_desktop.plan.model import Target

HEAD = "云溪市2024年工作要点\n2024年3月1日\n一、任务\n"
READ = "shuangda_desktop.plan.measures.measures."


def plan_about(plan_of, words, clause="市公安局负责"):
    return plan_of(f"{HEAD}(一)甲。{words}({clause})\n(二)乙。做乙。(市公安局负责)")


def of_words(plan_of, words):
    """The doubts about a measure of these words, of plans in one width."""
    return codes(plan_about(plan_of, words))[0]


ODD_BOUNDS = [
    "评查比例50%打底。",
    "抽查企业20家往上。",
    "查处案件60件及以上。",
    "立案数保底180件。",
    "立案冲刺40件。",
]


@pytest.mark.parametrize("words", ODD_BOUNDS)
def test_a_bound_in_words_that_were_not_read_is_told(words, plan_of):
    assert of_words(plan_of, words) == ["unread-number"]


@pytest.mark.parametrize(
    "words",
    [
        "溃堤起数控制在0。",
        "渗漏点数量保持在0。",
        "巡堤间隔不超出6个工作日。",
        "漏报件数不超出4件。",
    ],
)
def test_a_bound_that_was_read_is_no_doubt(words, plan_of):
    assert of_words(plan_of, words) == []


def test_more_behind_a_target_is_told(plan_of, monkeypatch):
    assert of_words(plan_of, "检查不少于200家次,走访5户。") == []
    target = Target("检查", ">=", 200, "家", "检查不少于200家")
    monkeypatch.setattr(READ + "find_targets", lambda words: (target,))
    assert of_words(plan_of, "检查不少于200家次。") == ["unread-number"]
    bare = (Target("检查", "=", 200, "家", "检查200家"),)
    monkeypatch.setattr(READ + "find_targets", lambda words: bare)
    assert of_words(plan_of, "检查200家以上。") == ["unread-number"]
    assert of_words(plan_of, "检查200家。") == []
    bound = (Target("检查", "=", 200, "家", "检查不少于200家"),)
    monkeypatch.setattr(READ + "find_targets", lambda words: bound)
    assert of_words(plan_of, "检查不少于200家。") == ["unread-number"]
    assert of_words(plan_of, "检查不少于200 家。") != []


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (Target("检查", "<", 200, "家", "检查不少于200家"), "检查不少于200家。"),
        (Target("检查", "=", 200, "台", "检查200台"), "检查200台套。"),
        (Target("检查", "=", 200, "台", "检查200台"), "检查200台件。"),
    ],
)
def test_a_bound_turned_round_and_a_second_unit_are_told(target, words, plan_of, monkeypatch):
    monkeypatch.setattr(READ + "find_targets", lambda words: (target,))
    assert of_words(plan_of, words) == ["unread-number"]


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (Target("检查", "=", 90, "%", "检查率达到90%"), "检查率达到90%。"),
        (Target("检查", "=", 90, "家", "检查90家以上"), "检查90家以上。"),
        (Target("检查", "=", 1500, "家", "检查不少于1,500家"), "检查不少于1,500家。"),
        (Target("检查", "=", 4, "批次", "抽检达到每千人4批次"), "抽检达到每千人4批次。"),
        (Target("办理", "=", 5, "天", "办理不超过5天"), "办理不超过5天。"),
        (Target("办理", ">=", 5, "天", "办理5天以内"), "办理5天以内。"),
        (Target("办理", "=", 5, "天", "办理时间压缩到5天"), "办理时间压缩到5天。"),
    ],
)
def test_a_bound_that_words_say_and_the_target_lacks_is_told(target, words, plan_of, monkeypatch):
    monkeypatch.setattr(READ + "find_targets", lambda words: (target,))
    monkeypatch.setattr(READ + "find_deadlines", lambda words, calendar: ())
    plan = plan_about(plan_of, words)
    said = [f.message for f in plan.measures[0].findings if f.code == "unread-number"]
    assert len(said) == 1
    assert "没有读全" in said[0]


@pytest.mark.parametrize(
    ("operator", "words", "meant"),
    [
        (">=", "案件数同比增长10%", "不少于"),
        ("<=", "投诉量同比下降10%", "不超过"),
        (">=", "案件数同比增长10%以上", ""),
        (">=", "案件数至少增长10%", ""),
        (">=", "录入率、公开率分别为98%、10%", ""),
        (">=", "案件数为每年10%", ""),
        ("=", "案件数同比增长10%", ""),
    ],
)
def test_a_bound_that_no_words_say_is_told(operator, words, meant, plan_of, monkeypatch):
    target = Target("案件数", operator, 10, "%", words)
    monkeypatch.setattr(READ + "find_targets", lambda text: (target,))
    plan = plan_about(plan_of, words + "。")
    said = [f.message for f in plan.measures[0].findings if "没有写明限度" in f.message]
    assert [meant in each for each in said] == [True] * bool(meant)


def test_ranges_and_figures_beside_others_need_no_bound_of_their_own(plan_of):
    for words in (
        "每次评选5-6家。",
        "发布案例不少于4批30件。",
        "抽检不少于4类、30批次。",
        "约谈至少五家。",
    ):
        plan = plan_about(plan_of, words)
        assert not any("没有写明限度" in f.message for f in plan.measures[0].findings)


def test_a_target_that_stands_in_none_of_the_words_is_left(plan_of, monkeypatch):
    target = Target("检查", ">=", 90, "家", "检查90家")
    monkeypatch.setattr(READ + "find_targets", lambda words: (target,))
    assert of_words(plan_of, "做甲。") == []


@pytest.fixture
def no_rhythms(monkeypatch):
    monkeypatch.setattr(READ + "find_recurrences", lambda words, clause: ())


@pytest.mark.usefixtures("no_rhythms")
@pytest.mark.parametrize(
    ("words", "clause", "said"),
    [
        ("每季度召开会议。", "市公安局负责", "每季度"),
        ("对失信企业一季度一通报。", "市公安局负责", "一季度一"),
        ("按时报送月报、年报。", "市公安局负责", "月报"),
        ("开展巡查。", "责任单位:市公安局;完成时限:全年", ":全年"),
        ("开展巡查。", "责任单位:市公安局;完成时限:持续推进", "持续推进"),
        ("开展巡查。", "责任单位:市公安局;完成时限:6月底,持续推进", ""),
        ("举报有奖,及时上报线索。", "市公安局负责", ""),
    ],
)
def test_a_rhythm_of_which_none_was_made_is_told(words, clause, said, plan_of):
    plan = plan_about(plan_of, words, clause)
    told = [f.message for f in plan.measures[0].findings if f.code == "unread-rhythm"]
    assert len(told) == bool(said)
    assert all(message.startswith(f"“{said.lstrip(':')}”像是") for message in told)


def test_a_rhythm_that_was_read_is_none_of_a_doubt(plan_of):
    assert of_words(plan_of, "每季度召开会议。") == []


def test_days_from_an_issue_that_is_known_are_told_where_none_was_counted(plan_of, monkeypatch):
    words = "印发之日起30日内办结。"
    assert of_words(plan_of, words) == []
    monkeypatch.setattr(READ + "find_deadlines", lambda words, calendar: ())
    assert of_words(plan_of, words) == ["unread-time"]
