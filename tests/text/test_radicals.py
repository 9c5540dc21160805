"""Radicals that stand for characters, as copied out of PDFs."""

import unicodedata

import pytest

from shuangda_desktop.sources import read_text
from shuangda_desktop.text.mapped import Edit, Span
from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.rules.radicals import characters_for, restore_characters


@pytest.mark.parametrize(
    ("forms", "text"),
    [
        ("\u2f00、加强\u2f47常监管", "一、加强日常监管"),
        ("\u2f8f政\u2edd品\u2ecb\u2ee2\u2ef0\u2ea0\u2ed3\u2ec5", "行政食品车马龙民长见"),
        ("\ufa08政处罚 \uf967得", "行政处罚 不得"),
        ("\u5dff公安局", "市公安局"),
        ("\u2e80\u2e99\ufa0e", "\u2e80\u2e99\ufa0e"),  # stand for no character
    ],
)
def test_the_characters_that_are_meant(forms, text):
    assert characters_for(forms) == text
    assert repair(read_text(forms)).text == text


def test_each_form_is_an_edit_of_its_own():
    assert list(restore_characters("甲\u2f00\u2e99\u2f06")) == [
        Edit(Span(1, 2), "一", "radicals"),
        Edit(Span(3, 4), "二", "radicals"),
    ]


def test_all_radicals_of_the_dictionary_are_known():
    every = "".join(map(chr, range(0x2F00, 0x2FD6)))
    assert all("CJK UNIFIED" in unicodedata.name(char) for char in characters_for(every))
