"""Lines know their places; blanks and empty lines are taken off, the cells of a row stay."""

import pytest

from shuangda_desktop.plan.structure.lines import Line, lines_of, squeeze


def test_lines_are_trimmed_and_keep_their_places():
    text = "  甲 \n\n乙\r\n\t丙\u3000"
    found = lines_of(text)
    assert [line.flat for line in found] == ["甲", "乙", "丙"]
    assert [text[line.start : line.end] for line in found] == ["甲", "乙", "丙"]


def test_a_line_after_an_empty_one_has_a_gap():
    assert [line.gap for line in lines_of("甲\n乙\n \n丙")] == [False, False, True]


def test_an_empty_text_has_no_lines():
    assert lines_of("") == ()
    assert lines_of("\n \n\t\n") == ()


def test_a_row_keeps_the_tabs_between_its_cells():
    assert [line.flat for line in lines_of("序号\t任务\n1\t整治")] == ["序号\t任务", "1\t整治"]


def test_a_row_below_a_row_keeps_its_leading_empty_cells():
    assert lines_of("1\t甲\t乙\n\t\t丙")[1].flat == "\t\t丙"


def test_a_paragraph_indented_by_a_tab_is_no_row():
    assert lines_of("\t一、总体要求")[0].flat == "一、总体要求"


@pytest.mark.parametrize(
    ("start", "end", "flat", "place"),
    [(0, 2, "ab", (10, 12)), (2, None, "cd", (13, 15)), (2, 3, "", (13, 13))],
)
def test_a_part_of_a_line_is_a_line_of_its_own(start, end, flat, place):
    part = Line(10, 15, "ab cd", gap=True).part(start, end)
    assert part.flat == flat
    assert (part.start, part.end) == place


def test_only_the_first_part_keeps_the_gap():
    line = Line(0, 4, "甲乙丙丁", gap=True)
    assert line.part(0, 2).gap
    assert not line.part(2).gap


def test_squeeze_takes_every_blank_out():
    assert squeeze("责 任\u3000单\t位") == "责任单位"
