"""Texts that a person edits, and their changes carried over to a new draft."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.sample import OFFICE, plan, tasks
from shuangda_desktop.papers.edits import (
    TABLE,
    Edit,
    edited,
    edits_between,
    lines_of,
    paragraph_of,
    read_lines,
    with_lines,
)
from shuangda_desktop.papers.local_plan import local_plan
from shuangda_desktop.papers.model import Grid, Kind, Paper, PaperColumn, Paragraph

GRID = Grid((PaperColumn("序号", 3),), (("1",),))
BLOCKS = (Paragraph("一、总体要求", Kind.CHAPTER), Paragraph("甲。"), GRID, Paragraph("乙。"))
PAPER = Paper("x", "题", OFFICE, BLOCKS)
LINES = ("一、总体要求", "甲。", TABLE, "乙。")


def test_a_paper_is_a_line_for_each_paragraph_and_a_mark_for_each_table():
    assert lines_of(PAPER) == LINES


def test_lines_show_the_punctuation_of_the_file():
    assert lines_of(replace(PAPER, blocks=(Paragraph("甲,乙(丙)"),))) == (
        "甲\uff0c乙\uff08丙\uff09",
    )


def test_typed_text_is_lines_without_empty_ones():
    assert read_lines(" 甲。 \n\n\u3000乙。\n") == ("甲。", "乙。")


def test_unchanged_text_is_no_edit_and_gives_the_paper_itself():
    assert edits_between(LINES, LINES) == ()
    assert edited(PAPER, ()).paper == PAPER


@pytest.mark.parametrize(
    ("new", "edit"),
    [
        (("一、总体要求", "丙。", TABLE, "乙。"), Edit(("甲。",), ("丙。",), "一、总体要求", 1)),
        (("一、总体要求", TABLE, "乙。"), Edit(("甲。",), (), "一、总体要求", 1)),
        (("丙。", *LINES), Edit((), ("丙。",), "")),
        ((*LINES, "丙。", "丁。"), Edit((), ("丙。", "丁。"), "乙。", 4)),
    ],
)
def test_a_change_is_kept_with_what_stood_there(new, edit):
    assert edits_between(LINES, new) == (edit,)
    found = edited(PAPER, [edit])
    assert lines_of(found.paper) == new
    assert found.lost == ()


def test_a_change_finds_its_place_in_a_new_draft():
    longer = replace(PAPER, blocks=(Paragraph("新的开头。"), *BLOCKS))
    edit = Edit(("甲。",), ("丙。",), "一、总体要求")
    assert lines_of(edited(longer, [edit]).paper)[2] == "丙。"


def test_of_several_places_the_one_after_the_same_line_is_meant():
    twice = replace(PAPER, blocks=(Paragraph("甲。"), Paragraph("乙。"), Paragraph("甲。")))
    edit = Edit(("甲。",), ("丙。",), "乙。")
    assert lines_of(edited(twice, [edit]).paper) == ("甲。", "乙。", "丙。")


@pytest.mark.parametrize("lost", [Edit(("丁。",), ("戊。",)), Edit((), ("戊。",), "丁。")])
def test_a_change_whose_place_is_gone_is_told(lost):
    found = edited(PAPER, [lost])
    assert found.lost == (lost,)
    assert found.paper == PAPER


def test_a_table_is_neither_made_nor_torn_by_typing():
    assert with_lines(PAPER, (*LINES, TABLE)).blocks == BLOCKS
    assert GRID in with_lines(PAPER, (TABLE, "甲。")).blocks


@pytest.mark.parametrize(
    ("line", "paragraph"),
    [
        ("六、附则", Paragraph("六、附则", Kind.CHAPTER)),
        ("\uff08一\uff09加强领导", Paragraph("\uff08一\uff09加强领导", Kind.SECTION)),
        (
            "\uff08一\uff09加强领导。要重视。",
            Paragraph("要重视。", head="\uff08一\uff09加强领导。"),
        ),
        ("牵头单位\uff1a甲局、乙局", Paragraph("牵头单位\uff1a甲局、乙局", Kind.DUTY)),
        ("拟牵头单位\uff1a甲局", Paragraph("拟牵头单位\uff1a甲局", Kind.DUTY)),
        (
            "1.开展排查。\uff08牵头单位\uff1a甲局\uff1b完成时限\uff1a6月底前\uff09",
            Paragraph(
                "1.开展排查。", clause="\uff08牵头单位\uff1a甲局\uff1b完成时限\uff1a6月底前\uff09"
            ),
        ),
        ("排查加油站\uff08点\uff09。", Paragraph("排查加油站\uff08点\uff09。")),
        ("一、要重视。要落实。", Paragraph("一、要重视。要落实。")),
    ],
)
def test_a_typed_line_takes_the_form_of_its_words(line, paragraph):
    assert paragraph_of(line) == paragraph
    assert paragraph.words == line


def test_every_line_of_a_plan_read_again_keeps_its_words():
    for line in lines_of(local_plan(plan(rows=tasks()))):
        assert paragraph_of(line).words == line


WORDS = st.lists(st.sampled_from(["甲。", "乙。", "丙。", "一、章", TABLE]), max_size=8)


@given(WORDS)
def test_whatever_was_typed_is_there_again_in_the_same_draft(new):
    new = tuple(line for line in new if line != TABLE)
    edits = edits_between(LINES, new)
    found = edited(PAPER, edits)
    assert lines_of(found.paper) == new
    assert found.lost == ()
