"""Titles break into a trapezium or a diamond and never inside a word."""

from itertools import pairwise

import pytest

from shuangda_desktop.exports.measure import half_widths
from shuangda_desktop.exports.word.titles import LYING_ROOM, WORDS, break_title


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("示例市打击侵权假冒工作方案", ["示例市打击侵权假冒工作方案"]),
        (
            "示例市2026年打击侵犯知识产权和制售假冒伪劣商品工作实施方案",
            ["示例市2026年打击侵犯知识产权", "和制售假冒伪劣商品工作实施方案"],
        ),
        (
            "2026年示例市打击侵权假冒工作实施方案",  # 18 characters wide: digits are half as wide
            ["2026年示例市打击侵权假冒工作实施方案"],
        ),
        (
            "2026年某某某某市打击侵权假冒工作实施方案",
            ["2026年某某某某市", "打击侵权假冒工作实施方案"],
        ),
        (
            "示例市打击侵犯知识产权和制售假冒伪劣商品工作领导小组办公室关于印发2026年工作要点任务分工方案的通知",
            [
                "示例市打击侵犯知识产权",
                "和制售假冒伪劣商品工作",
                "领导小组办公室关于印发2026年",
                "工作要点任务分工方案的通知",
            ],
        ),
    ],
)
def test_titles_break_as_a_typist_would(title, lines):
    assert break_title(title) == lines


@pytest.mark.parametrize("room", [12, 15, 19, LYING_ROOM])
@pytest.mark.parametrize("city", ["示例市", "某某自治州", "呼某浩某市"])
def test_no_word_is_split_and_nothing_is_lost(city, room):
    title = f"{city}2026年打击侵犯知识产权和制售假冒伪劣商品专项行动重点任务分工方案"
    lines = break_title(title, room)
    assert "".join(lines) == title
    assert all(half_widths(line) <= 2 * room for line in lines)
    for before, after in pairwise(lines):
        assert not any(before.endswith(w[:-1]) and after.startswith(w[-1]) for w in WORDS)
        assert not before.endswith("和")
        assert not after.startswith("的")


def test_a_name_that_no_list_knows_is_kept_together():
    lines = break_title("某某某某某某某某某某市打击侵权假冒工作", 12)
    assert lines == ["某某某某某某某某某某市", "打击侵权假冒工作"]


def test_what_cannot_be_broken_well_is_broken_somewhere():
    assert break_title("某" * 50) == ["某" * 19, "某" * 19, "某" * 12]
