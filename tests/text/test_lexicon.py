import pytest

from shuangda_desktop.text.rules import phrases
from shuangda_desktop.text.rules.gbk import GLOSSED, encode, pair
from shuangda_desktop.text.rules.lexicon import lexicon_of

STOP, INDENT = "\u3002", "\u3000"


def test_every_word_can_be_damaged_and_fits_the_search():
    words = phrases.words()
    assert all(encode(char) for word in words for char in word)
    assert all(len(word) >= 2 for word in words)
    assert not [word for word in words if not word.isprintable() or " " in word]


def test_terms_are_words_without_a_place():
    assert phrases.terms() < phrases.words()
    assert "市场监管局" in phrases.terms()
    assert "海口" not in phrases.terms()


@pytest.mark.parametrize("number", ["一", "九", "十", "十九", "二十", "四十九"])
def test_numbers_of_headings_are_words_in_brackets(number):
    assert f"\uff08{number}\uff09" in phrases.words()


@pytest.mark.parametrize("word", ["海口市", "海口海关", "市公安局", "省商务厅", "区市场监管局"])
def test_places_and_units_are_put_together(word):
    assert word in phrases.words()


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("", []),
        ("海口", []),
        ("海口海关牵头负责", []),
        ("甲海口乙", [0, 3]),
        ("海口、海关\uff08一\uff09", []),
        ("口海", [0, 1]),
        ("2024", []),
        ("ab", [0, 1]),
        ("?", [0]),
    ],
)
def test_what_lies_in_no_word_is_found(text, loose):
    assert lexicon_of().loose(text) == loose


@pytest.mark.parametrize(
    ("left", "head", "rest", "complete"),
    [
        ("", "海", "口海关", True),
        ("由", "海", "口", True),
        ("上", "海", "、江苏", True),  # a word that ends before a mark
        ("上", "海", "", True),
        ("各", "省", "\uff08区、市\uff09", True),
        ("", "保", "口", False),
        ("北", "海", "口塘", True),
        ("甲", "海", "、", False),
        ("动", STOP, "总结推广", True),
        ("动", STOP, "口海", False),
        ("", INDENT, "\uff08二\uff09推进", True),
        ("", INDENT, "\uff08区\uff09推进", False),
        ("", "\uff01", "\uff08二\uff09", False),
    ],
)
def test_a_head_must_complete_a_word(left, head, rest, complete):
    assert lexicon_of().completes(left, head, rest) is complete


def test_followers_are_those_of_a_word_and_all_after_nothing():
    lexicon = lexicon_of()
    assert "口" in lexicon.followers_of("海")
    assert "口" in lexicon.followers_of("")
    assert lexicon.followers_of("龘") == frozenset()
    assert lexicon.followers_of("總") == lexicon.followers_of("总")


def test_vanished_pairs_are_found_by_their_outer_bytes():
    two = "\uff08二\uff09"[1:]
    first, second = two.encode("gbk")[:2], two.encode("gbk")[2:]
    assert pair(first[1], second[0]) == ""
    assert two in lexicon_of().vanished[first[0], second[1]]


def test_names_of_the_directory_are_words_too_unless_too_long():
    lexicon = lexicon_of(("福口塘海关", "甲", "很长很长很长的单位名称"))
    assert "福口塘海关" in lexicon.words
    assert "甲" not in lexicon.words
    assert "很长很长很长的单位名称" not in lexicon.words


def test_the_dictionary_is_made_once():
    assert lexicon_of(()) is lexicon_of(())


def test_glosses_are_single_characters_with_a_toned_syllable():
    assert all(len(char) == 1 and not reading.isascii() for char, reading in GLOSSED.items())
    assert GLOSSED["權"] == "quán"


@pytest.mark.parametrize(
    ("char", "left", "rest"),
    [
        ("海", "", "口海关"),
        ("海", "上", "、"),
        (STOP, "动", "总结"),
        (INDENT, "", "\uff08二\uff09"),
    ],
)
def test_a_character_fits_where_it_completes_a_word_by_itself(char, left, rest):
    lexicon, trail = lexicon_of(), char.encode("gbk")[-1]
    fitting = set(lexicon.fitting(trail, left, rest))
    assert char in fitting
    others = set(lexicon.by_trail[trail]) - fitting
    assert others
    assert not any(lexicon.completes(left, lexicon.simplify(other), rest) for other in others)
