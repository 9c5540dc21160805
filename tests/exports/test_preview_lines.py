"""Breaking text into lines for the preview."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.exports.preview.lines import NEVER_FIRST, NEVER_LAST, Face, Run, wrapped

FACE = Face("宋体", 10)


def texts(text, room=50, first=None, face=FACE):
    return ["".join(r.text for r in line.runs) for line in wrapped([Run(text, face)], room, first)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("一二三四五", ["一二三四五"]),
        ("一二三四五六", ["一二三四五", "六"]),
        ("一二三四五\u3002六", ["一二三四五\u3002", "六"]),  # a mark hangs over the edge
        ("一二三四《五》", ["一二三四", "《五》"]),  # an opening mark goes with what it opens
        ("一二三四2026年", ["一二三四", "2026年"]),
        ("一\n\n二", ["一", "", "二"]),
        ("a" * 25, ["a" * 10, "a" * 10, "a" * 5]),
    ],
)
def test_lines_end_where_chinese_lines_end(text, lines):
    assert texts(text) == lines


def test_the_first_line_may_be_shorter():
    assert texts("一二三四五六", 50, 30) == ["一二三", "四五六"]


def test_letters_may_stand_apart():
    assert Face("宋体", 10, gap=1.0).width("一二a") == 28


def test_a_line_tells_its_width_its_type_and_whether_the_text_ends_it():
    big = Face("黑体", 20)
    first, second = wrapped([Run("一", FACE), Run("二\n三", big)], 100)
    assert (first.width, first.size, first.ends, len(first.runs)) == (30, 20, True, 2)
    assert (second.width, second.ends) == (20, True)
    assert wrapped([], 100)[0].size == 0


@given(
    st.text(alphabet="一二三四五《》\uff08\uff09\u3002\uff0c、a1 \n", max_size=40),
    st.integers(1, 80),
)
def test_no_letter_is_lost_and_no_line_begins_or_ends_wrongly(text, room):
    lines = wrapped([Run(text, FACE)], room)
    found = [("".join(r.text for r in line.runs), line.ends) for line in lines]
    assert "".join(t + "\n" * ends for t, ends in found)[:-1] == text
    for (before, ends), (after, _) in pairwise(found):
        if not ends and len(after) > 1 and len(before) > 1:
            assert after[0] not in NEVER_FIRST
            assert before[-1] not in NEVER_LAST
