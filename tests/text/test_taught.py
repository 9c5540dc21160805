"""Rules that a clerk taught: they mend the text where they are meant to, and can be undone there."""

import pytest

from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.source import SourceText, blocks_of
from shuangda_desktop.text.taught import Lesson, TaughtRule, bare, mends_text, uses_in_text

CHROME = TaughtRule(Lesson.CHROME, "云泽市场监管网 首页")
ROLE = TaughtRule(Lesson.ROLE, "责任股室", "责任单位")
LONGER = TaughtRule(Lesson.ROLE, "主要责任股室", "牵头单位")


def source(raw):
    return SourceText(raw, blocks_of(raw), "试", "", "text")


def mended(raw, *rules, **options):
    return repair(source(raw), taught=rules, **options)


@pytest.mark.parametrize(
    ("raw", "after"),
    [
        ("甲\n云泽市场监管网 首页\n乙", "甲\n\n乙"),
        ("甲\n 云泽市场监管网首页\n乙", "甲\n\n乙"),
        ("云泽市场监管网 首页上有公告。", "云泽市场监管网 首页上有公告。"),
        ("责任股室:办公室\n", "责任单位:办公室\n"),
        ("责任股室" + widen(":") + "办公室\n", "责任单位" + widen(":") + "办公室\n"),
        ("序号\t责任股室\t时限\n", "序号\t责任单位\t时限\n"),
        ("序号\t责任股室\n", "序号\t责任单位\n"),
        ("由责任股室办理。", "由责任股室办理。"),
        ("主要责任股室:办公室", "牵头单位:办公室"),
        ("责任股室", "责任单位"),
    ],
)
def test_a_rule_mends_its_words_and_no_others(raw, after):
    assert mended(raw, CHROME, ROLE, LONGER).text == after


def test_without_rules_nothing_is_mended():
    assert mended("责任股室:办公室").repairs == ()


def test_what_a_rule_mends_is_a_repair_with_its_place():
    text = mended("一、甲\n责任股室:办公室", ROLE)
    (told,) = text.repairs
    assert (told.rule, told.before, told.after) == ("taught", "责任股室", "责任单位")
    assert told.span == Span(4, 8)


def test_one_place_can_be_left_as_it_came():
    raw = "责任股室:甲\n责任股室:乙"
    text = mended(raw, ROLE, rejected=frozenset({("taught", 0)}))
    assert text.text == "责任股室:甲\n责任单位:乙"


def test_uses_are_counted():
    text = mended("云泽市场监管网 首页\n责任股室:甲\n责任股室:乙", CHROME, ROLE, LONGER)
    assert [uses_in_text(rule, text) for rule in (CHROME, ROLE, LONGER)] == [1, 2, 0]


def test_a_rule_without_words_takes_no_empty_lines_away():
    assert mended("甲\n\n乙", TaughtRule(Lesson.CHROME, " ")).text == "甲\n\n乙"


def test_rules_about_units_leave_the_text_alone():
    assert [mends_text(TaughtRule(lesson, "甲")) for lesson in Lesson] == [False, False, True, True]


def test_lines_are_compared_without_blanks_and_width():
    assert bare(" 甲 " + widen("乙(丙)")) == "甲乙(丙)"


def test_the_traditional_page_is_mended_as_its_clerk_saw_it():
    assert mended("一、嚴厲打擊侵權\n雲澤市場監管網 首頁\n維護市場秩序", CHROME).text == (
        "一、严厉打击侵权\n\n维护市场秩序"
    )
