"""The classes by code point: an editor or a channel that folds the width is noticed here."""

import re
import unicodedata

import pytest

from shuangda_desktop.text import chars

PAIRS = {
    "LPAREN": (0x28, 0xFF08),
    "RPAREN": (0x29, 0xFF09),
    "COMMA": (0x2C, 0xFF0C),
    "COLON": (0x3A, 0xFF1A),
    "SEMICOLON": (0x3B, 0xFF1B),
    "QUESTION": (0x3F, 0xFF1F),
    "EXCLAMATION": (0x21, 0xFF01),
    "DOT": (0x2E, 0xFF0E),
    "PERCENT": (0x25, 0xFF05),
}
NAMES = [name for name in vars(chars) if name.isupper()]


def matches(name, char):
    return re.fullmatch(f"[{getattr(chars, name)}]", char) is not None


@pytest.mark.parametrize(("name", "points"), PAIRS.items())
def test_a_class_holds_both_widths_and_nothing_else(name, points):
    assert [ord(c) for c in getattr(chars, name)] == list(points)


@pytest.mark.parametrize("name", NAMES)
def test_every_constant_is_a_valid_class(name):
    assert re.compile(f"[{getattr(chars, name)}]{{1,3}}")


@pytest.mark.parametrize(("name", "wide"), [("LOPEN", "LPAREN"), ("ROPEN", "RPAREN")])
def test_the_wide_bracket_classes_hold_the_narrow_ones(name, wide):
    assert all(matches(name, c) for c in getattr(chars, wide))


@pytest.mark.parametrize("opening", "(\uff08[\uff3b\u3014\u3010\u3016\ufe5d")
def test_every_opening_bracket_has_its_closing_one(opening):
    assert matches("LOPEN", opening)
    assert unicodedata.category(opening) == "Ps"


@pytest.mark.parametrize("closing", ")\uff09]\uff3d\u3015\u3011\u3017\ufe5e")
def test_every_closing_bracket_is_known(closing):
    assert matches("ROPEN", closing)
    assert unicodedata.category(closing) == "Pe"


@pytest.mark.parametrize("point", [0x2D, 0x2013, 0x2014, 0x2015, 0x2212, 0xFF0D])
def test_dashes_of_page_numbers(point):
    assert matches("DASH", chr(point))
    assert not matches("DASH", "\u4e00")


@pytest.mark.parametrize("point", [0x20, 0x3000, 0xA0, 0x2003, 0x202F])
def test_blanks(point):
    assert matches("BLANK", chr(point))
    assert matches("SPACE", chr(point))


def test_the_tab_is_a_blank_but_no_space():
    assert matches("BLANK", "\t")
    assert not matches("SPACE", "\t")


@pytest.mark.parametrize("point", [0x200B, 0x200D, 0x2060, 0xFEFF, 0xAD, 0x202E])
def test_the_unseen(point):
    assert matches("INVISIBLE", chr(point))


@pytest.mark.parametrize("char", "\n\t\u2028")
def test_line_breaks_and_tabs_are_no_controls(char):
    assert not matches("CONTROL", char)
    assert not matches("INVISIBLE", char)


@pytest.mark.parametrize("char", "一龥〇\u3400\uf900")
def test_han(char):
    assert matches("HAN", char)
    assert not matches("HAN", "a")
