"""What was moved in a form without harm is said in one sentence."""

import pytest

from shuangda_desktop.tasks.returns.moved import SHEET, moved_words
from shuangda_desktop.tasks.returns.table import find_table
from shuangda_desktop.text.sheets import FilledSheet

CODES = ("SD:number", "SD:fields", "SD:task", "SD:goal1", "SD:done1", "SD:status", "SD:note")
PLACES = tuple(range(7))
TITLES = ("序号", "", "工作任务", "指标", "指标本期数", "状态", "本期进展情况")


def sheet(columns=PLACES, name=SHEET, codes=True):
    """A sheet whose columns stand in these places."""
    texts = {}
    for place, code, title in zip(columns, CODES, TITLES, strict=True):
        if codes:
            texts[0, place] = code
        if title:
            texts[1, place] = title
    return FilledSheet(name, texts)


def told(given, places=(0, 1, 2), named=True):
    return moved_words(given, find_table(given), places, named)


def test_a_form_as_it_went_out_needs_no_word():
    assert told(sheet()) == ""


@pytest.mark.parametrize(
    ("given", "places", "named", "words"),
    [
        (sheet(name="三月份"), (0, 1), True, "工作表改名为“三月份”"),
        (sheet(columns=(0, 1, 2, 5, 6, 7, 9)), (0, 1), True, "多出3个空列"),
        (sheet(columns=(0, 1, 2, 4, 3, 5, 6)), (0, 1), True, "各列的次序变了"),
        (sheet(columns=(0, 1, 2, 3, 4, 6, 5)), (0, 1), True, "各列的次序变了"),
        (sheet(), (0, 2, 1), True, "各行的次序变了"),
        (sheet(name="x", columns=(0, 1, 2, 3, 4, 5, 7)), (1, 0), True,
         "工作表改名为“x”、多出1个空列、各行的次序变了"),
    ],
)  # fmt: skip
def test_what_was_moved_is_named(given, places, named, words):
    assert (
        told(given, places, named)
        == f"表被动过\uff1a{words}\uff1b都按标识认出\uff0c填的内容没有受影响。"
    )


def test_plain_text_has_no_name_of_a_sheet_and_a_form_without_codes_is_told_of_elsewhere():
    assert told(sheet(name="上报.csv"), named=False) == ""
    bare = sheet(name="x", codes=False)
    assert find_table(bare) is not None
    assert told(bare, (1, 0)) == ""
