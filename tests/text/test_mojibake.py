"""Byte-shifted names: literal damage as sites showed it, and the forward model as its own witness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.text.punctuation import narrow
from shuangda_desktop.text.rules import phrases
from shuangda_desktop.text.rules.gbk import damage, encode, pair, tokens
from shuangda_desktop.text.rules.glosses import remove_glosses
from shuangda_desktop.text.rules.lexicon import lexicon_of
from shuangda_desktop.text.rules.mojibake import restore_shifted
from text.rules import applied


def restored(text, names=()):
    return narrow(applied(lambda t: restore_shifted(t, names), text))


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        # a name cut at the full-width question mark's bytes
        ("(??诤jP負責)", "(海口海關負責)"),
        ("由??诤jP、省公安廳", "由海口海關、省公安廳"),
        ("??谑泄簿重撠?、", "海口市公安局負責、"),
        ("人行??谥行闹?、省局", "人行海口中心支行、省局"),
        ("人行??谥行闹袪款^負責", "人行海口中心支行牽頭負責"),
        # at the exclamation mark's
        ("上?!⒔K、浙江", "上海、江蘇、浙江"),
        # a full stop before a sentence
        ("區域協作聯動??偨Y推廣", "區域協作聯動。總結推廣"),
        ("責任??己私Y果", "責任。考核結果"),
        ("協作??绮块T聯動", "協作。跨部門聯動"),
        ("落實??h級以上政府", "落實。縣級以上政府"),
        ("??顚S?、專項管理", "專款專用、專項管理"),
        # a bracket after a province, a heading's number after an indent
        ("各?。▍^、市)人民政府", "各省(區、市)人民政府"),
        ("\n?。ǘ┩七M重點", "\n (二)推進重點"),
        ("\n?。ㄈ┘訌姺N子監管", "\n (三)加強種子監管"),
        ("\n?。ㄎ澹╅_展檢查", "\n (五)開展檢查"),
        ("\n?。ǘQ化市場", "\n (二)淨化市場"),
        # pinyin put in between two characters
        ("領域?qū)@麍?zhí)法維權", "領域專利執法維權"),
        ("領域?qū)@姓?zhí)法", "領域專利行政執法"),
    ],
)
@pytest.mark.parametrize("folded", [True, False])
def test_a_damaged_name_is_restored(damaged, clean, folded):
    text = damaged if folded else damaged.replace("!", "\uff01").replace("j", "\uff4a")
    assert restored(text) == clean


@pytest.mark.parametrize(
    "text",
    [
        "真的吗??!",
        "什么?。",
        "上?!?",  # the mark after it may have been any
        "青?!幭?",  # nothing tells 、 from 。
        "\n?。ǘ┛p補舊網",  # no word: two characters may have become the one behind the number
        "\n?。ò耍F溪護堤",  # a number that fits, but the word behind it is guessed
        "\n?。ㄊ┛p補",  # of 十二, 十三 and 十六 any
        "環?!⒐?、衛生",  # many words fit
        "由??谔梁jP負責",  # the place is in no dictionary
        "為什么??",
        "??",
        "?!",
        "??诤",
        "甲??\n乙",
        "??\U0001f600甲",
        "?qū)",
        "?qū)甲乙",
        "甲?xyz)乙",
        "A?qū)@麍?zhí)法維權",  # no character before that could have been cut
        "GDP?。▍^",
        "??????????",
    ],
)
def test_a_spot_without_a_single_reading_is_left(text):
    assert restored(text) == narrow(text)


def test_a_unit_name_of_the_directory_helps():
    damaged = damage("由福口塘海關負責")
    assert restored(damaged) == damaged
    assert restored(damaged, ["福口塘海关"]) == "由福口塘海關負責"


def test_a_repair_covers_exactly_the_damaged_stretch():
    text = "由??诤jP負責"
    (edit,) = restore_shifted(text)
    assert text[edit.span.start : edit.span.end] == "??诤jP"
    assert edit.new == "海口海關"


def test_a_text_with_more_spots_than_a_document_has_is_still_answered_soon():
    assert restored("??诤jP" * 300).startswith("海口海關" * 200)


@given(st.text(alphabet="海口關總結?!。、(qū)jP@诤偨二ǘ┩\n", max_size=40))
def test_searching_never_raises_and_proves_what_it_changes(text):
    edits = list(restore_shifted(text))
    assert all(text[e.span.start] == "?" and e.new for e in edits)


@given(
    st.lists(
        st.sampled_from(["海口海關", "省公安廳", "上海市", "總結經驗", "可以", "、", "。"]),
        max_size=8,
    )
)
def test_what_is_restored_is_damaged_to_the_same_text(parts):
    clean = "".join(parts)
    damaged = applied(remove_glosses, damage(clean))
    assert damage(applied(restore_shifted, damaged)) == damaged


class TestGbk:
    def test_a_pair_is_a_character_or_nothing_or_no_pair(self):
        assert pair(0xBA, 0xA3) == "海"
        assert pair(0xA7, 0xF5) == ""
        assert pair(0x41, 0x41) is None
        assert pair(0xBA, 0x7F) is None

    def test_characters_outside_gbk_have_no_bytes(self):
        assert encode("海") == b"\xba\xa3"
        assert encode("\U0001f600") is None

    def test_tokens_end_at_the_line_and_at_foreign_characters(self):
        assert len(tokens("甲乙\n丙", 0, 9)) == 2
        assert len(tokens("甲\U0001f600乙", 0, 9)) == 1
        assert len(tokens("甲乙丙", 0, 2)) == 2

    def test_a_narrow_letter_may_have_been_a_wide_one(self):
        (letter,) = tokens("j", 0, 9)
        assert letter.options == (b"j", b"\xa3\xea")
        (wide,) = tokens("\uff4a", 0, 9)
        assert wide.options == (b"\xa3\xea",)

    def test_a_lost_byte_takes_the_pinyin_behind_it(self):
        (lost, _) = tokens("?zhí)法", 0, 9)
        assert (lost.is_lost, lost.gloss, lost.end) == (True, "zhí", 5)

    def test_clean_text_without_risky_neighbours_is_not_damaged(self):
        assert damage("省公安廳、市局。好") == "省公安廳、市局。好"
        assert damage("a海b") == "a海b"


class TestLexicon:
    def test_words_are_simplified_and_enumerators_bracketed(self):
        words = phrases.words()
        assert "\uff08二十一\uff09" in words
        assert "海口" in words
        assert all(len(word) > 1 for word in words)

    def test_places_outside_words_are_found_by_the_best_cut(self):
        lexicon = lexicon_of()
        assert lexicon.loose("海口海关负责") == []
        assert lexicon.loose("甲海口") == [0]
        assert lexicon.loose("") == []

    def test_other_scripts_and_widths_are_brought_to_the_words(self):
        assert lexicon_of().simplify("海關(1)") == "海关\uff081\uff09"
