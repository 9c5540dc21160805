"""Goals are whole sentences, or are left out."""

import pytest

from exports.sample import task
from shuangda_desktop.papers.goals import goals, goals_of, parts_of

LONG = "以集镇商店、流动摊点、校园周边和旅游景区为重点\uff0c" * 3


@pytest.mark.parametrize(
    ("text", "target", "goal"),
    [
        ("开展抽查,合格率达到97%以上。", "合格率达到97%以上", "开展抽查,合格率达到97%以上"),
        ("合格率达到97%以上,并公开结果。", "合格率达到97%以上", "合格率达到97%以上"),
        ("清查门店。对不少于3%的单位开展抽查。", "对不少于3%", "对不少于3%的单位开展抽查"),
        ("培育示范单位\uff0c每年评选5家。", "每年评选5家", "培育示范单位\uff0c每年评选5家"),
        (
            "建设平台;年底前接入8个部门;报送总结。",
            "年底前接入8个部门",
            "管好市场\uff0c年底前接入8个部门",
        ),
        (f"{LONG}全年抽查60家。", "全年抽查60家", "管好市场\uff0c全年抽查60家"),
        (f"{LONG}结案率不低于90%。", "结案率不低于90%", "结案率不低于90%"),
        ("结案率达到90%,办结率达到95%。", "办结率达到95%", "结案率达到90%,办结率达到95%"),
    ],
)
def test_a_goal_is_the_sentence_of_its_measure(text, target, goal):
    assert goals([task(title="管好市场", text=text, targets=(target,))]) == (goal,)


@pytest.mark.parametrize(
    ("title", "text", "target"),
    [
        ("每年评选5家", "每年评选5家。", "每年评选5家"),  # nobody is told whom
        ("", "年底前抽查60家。", "年底前抽查60家"),
        ("管好市场", f"{LONG}其中市级不少于8家。", "其中市级不少于8家"),
        ("管好市场", "对“甲、乙等3类商品开展抽查。", "乙等3类"),  # a quotation that never ends
        ("管好市场", "开展抽查。", "每年评选5家"),
        ("管好市场", "开展抽查。", "对不低于3%"),
    ],
)
def test_what_cannot_be_read_alone_is_left_out(title, text, target):
    assert goals([task(title=title, text=text, targets=(target,))]) == ()


def test_a_whole_target_that_the_clerk_took_out_of_the_text_is_still_a_goal():
    assert goals([task(text="开展抽查。", targets=("办结率达到95%;",))]) == ("办结率达到95%",)


def test_targets_of_one_sentence_make_one_goal_and_equal_goals_are_told_once():
    text = "检查率达到95%\uff0c办结率达到97%\uff0c工作有序。"
    row = task(text=text, targets=("检查率达到95%", "办结率达到97%"))
    assert goals([row, row]) == ("检查率达到95%\uff0c办结率达到97%",)


def test_half_and_full_width_marks_are_the_same_to_a_target():
    row = task(
        text="对县\uff08区\uff09抽查率达到\uff15\uff10\uff05。", targets=("对县(区)抽查率达到50%",)
    )
    assert goals([row]) == ("对县\uff08区\uff09抽查率达到\uff15\uff10\uff05",)


@pytest.mark.parametrize(
    ("text", "target", "part"),
    [
        (
            "清查\uff0c对不低于3%的单位开展抽查\uff0c公开结果。",
            "对不低于3%",
            "对不低于3%的单位开展抽查",
        ),
        ("抽查不少于20家。", "抽查不少于20家", "抽查不少于20家"),
        ("抽查不少于20家", "抽查不少于20家;", "抽查不少于20家"),
        ("别的话。", "抽查不少于20家", "抽查不少于20家"),
        ("评选5家\u201c示范\uff0c单位\u201d。", "评选5家", "评选5家"),
    ],
)
def test_a_cell_shows_the_target_to_the_end_of_its_clause(text, target, part):
    assert parts_of(task(text=text, targets=(target,))) == (part,)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("\u0301 ", " "),
        ("检查商店。", ""),
        (" 抽查60家 。", " 抽查60家 "),
        ("\uff0c抽查60家", "\uff0c抽查60家"),
        ("抽查60家\uff0c", "60家\uff0c"),
        ("\uff0c", "\uff0c"),
    ],
)
def test_a_target_at_the_edge_of_its_sentence_is_found_or_left_out(text, target):
    assert all("60家" in goal for goal in goals_of(task(text=text, targets=(target,))))
