"""Byte-shifted spots that only the clerk can decide, made by the damage itself."""

import time
from itertools import pairwise

import pytest

from shuangda_desktop.text.rules.gbk import damage
from shuangda_desktop.text.rules.mojibake import restore_shifted
from shuangda_desktop.text.rules.script import to_traditional
from shuangda_desktop.text.rules.shift_doubts import doubt_shifted

AROUND = "嚴厲打擊侵權行為\uff0c維護市場經濟秩序。\n"


def shifted(text):
    return AROUND + damage(to_traditional(text))


def candidates(text):
    return [doubt.candidates for doubt in doubt_shifted(text)]


@pytest.mark.parametrize(
    ("meant", "shown"),
    [
        ("由海口市龙华区负责", "海口市龙华"),
        ("推进环保可降解材料的使用", "可降解材料"),
        ("涉及福康养老院的案件", "康养"),
    ],
)
def test_what_may_have_stood_there_is_shown(meant, shown):
    text = shifted(meant)
    assert not list(restore_shifted(text))
    (doubt,) = doubt_shifted(text)
    assert any(shown in candidate for candidate in doubt.candidates)
    assert 1 <= len(doubt.candidates) <= 3
    assert text[doubt.span.start] == "?"


def test_readings_are_simplified_for_a_traditional_document_only():
    assert candidates(shifted("由海口市龙华区负责")) == [("海口市龙华",)]
    assert candidates(damage("由海口市龍華區負責") + "简" * 300) == [("海口市龍華",)]


def test_readings_of_one_spot_all_reach_as_far():
    text = shifted("加强上海口岸的查验工作\uff0c严格执行规定")
    (doubt,) = doubt_shifted(text)
    assert len(doubt.candidates) > 1
    assert doubt.span.end == len(text)


@pytest.mark.parametrize(
    "text",
    ["", "怎么办??!", AROUND + "這是怎麼回事??!他說。", "??", "?!", "甲?qū)乙", "??\U0001f600甲"],
)
def test_a_question_is_no_damage(text):
    assert candidates(text) == []


def test_unit_names_of_the_directory_take_part():
    text = damage("由福口塘海關負責")
    known = [d.candidates for d in doubt_shifted(text, ["福口塘海关"])]
    assert known[0][0].startswith("福口塘海")


def test_a_second_mark_within_a_stretch_is_the_same_doubt():
    text = shifted("由海口市龙华区负责") * 3
    spans = [doubt.span for doubt in doubt_shifted(text)]
    assert len(spans) == 3
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_a_text_full_of_spots_is_answered_soon():
    text = shifted("推进环保可降解材料的使用") * 60
    list(doubt_shifted(text))
    started = time.process_time()
    assert len(list(doubt_shifted(text))) <= 12
    assert time.process_time() - started < 4
