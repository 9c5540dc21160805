"""Heads and feet that are printed again on each page, even where the text begins or ends."""

import pytest

from shuangda_desktop.sources.pages.glyphs import Sheet, Stroke, lines_of
from shuangda_desktop.sources.pages.running import without_running
from sources.placing import FULL, LEFT, PITCH, page, placed, texts

TOP = 120


def pages(*edges, ends="完。", count=3, strokes=()):
    """Pages of a text, which differ, and the lines (words, left, height, size) that stand on each.

    Words may hold a place for the number of the page. All but the last break off where there is no end.
    """
    for at in range(count):
        lines = [FULL[at + n :] + FULL[: at + n] for n in range(10)]
        end = ends or ("完。" if at == count - 1 else "")
        body = page((2, lines[0][:24]), *((0, line) for line in lines[1:]), top=TOP + PITCH)
        last = placed(end, LEFT, TOP + 11 * PITCH)
        shown = (placed(words.format(at + 1), *place) for words, *place in edges)
        glyphs = [*body.glyphs, *last, *(glyph for line in shown for glyph in line)]
        yield Sheet(595, 842, glyphs, strokes)


def left_in(sheets, words):
    """How often words are left among the lines of the pages."""
    lines = (line.text for sheet in without_running(sheets) for line in lines_of(sheet.glyphs))
    return "".join(lines).count(words)


def test_a_title_inside_the_margins_is_no_text_where_a_sentence_goes_on_over_it():
    title = ("示例市政务公报", 200, TOP, 16)
    assert left_in(list(pages(title, ends="")), "公报") == 0
    assert len(texts(*pages(title, ends=""))) == 1 + 2
    assert left_in(list(pages(title)), "公报") == 3  # it may be the title of three documents


def test_a_foot_in_smaller_type_is_no_text_even_if_each_page_ends_a_sentence():
    foot = ("示例市政府办公室编印", 200, TOP + 13 * PITCH, 14)
    assert left_in(list(pages(foot, count=2)), "编印") == 0


def test_the_first_head_may_stand_lower_and_the_last_foot_below_the_end_of_the_text():
    _, *others, _ = pages(("公报", 60, TOP, 10), ("编印", 480, 700, 10), count=4)
    first = next(pages(("公报", 60, TOP + 6, 10), ("编印", 480, 700, 10), count=4))
    last = [*pages(("公报", 60, TOP, 10), ("编印", 480, 470, 10), count=4)][-1]
    sheets = [first, *others, last]
    assert (left_in(sheets, "公报"), left_in(sheets, "编印")) == (0, 0)


@pytest.mark.parametrize(("words", "left"), [("公报·{}·", 0), ("{}·公报·3", 0)])
def test_a_number_that_rises_with_the_pages_counts_them(words, left):
    assert left_in(list(pages((words, 250, TOP, 12))), "公报") == left


def test_lines_with_numbers_that_do_not_rise_with_the_pages_stay():
    one, two, three = pages(("附表{}", 250, TOP, 12))
    assert left_in([one, three, two], "附表") == 3


def test_lines_that_stand_as_text_does_need_more_pages_and_no_end_of_a_sentence():
    clause = ("\uff08市公安局负责\uff09", LEFT, TOP + 12 * PITCH, 16)
    assert left_in(list(pages(clause, ends=FULL, count=4)), "市公安局") == 4
    name = ("示例市文件汇编", LEFT, TOP, 16)
    assert left_in(list(pages(name, ends="", count=2)), "汇编") == 2
    assert left_in(list(pages(name, ends="", count=3)), "汇编") == 0


def test_sheets_of_one_form_keep_what_they_share():
    labels = [(words, 200, 30 + 30 * n, 12) for n, words in enumerate(("督办单", "编号", "单位"))]
    assert left_in(list(pages(*labels)), "督办单") == 3
    assert left_in(list(pages(("督办单", 200, TOP, 22))), "督办单") == 3


def test_heads_of_tables_and_marks_of_secrecy_stay():
    head = [("任务", 60, TOP, 10), ("牵头单位", 300, TOP, 10)]
    assert left_in(list(pages(*head)), "牵头单位") == 3
    assert left_in(list(pages(("秘密", 60, TOP, 10))), "秘密") == 3
    upright = [Stroke(50, 100, 50, 130)]
    assert left_in(list(pages(("整治网络", 60, TOP, 10), strokes=upright)), "整治网络") == 3


def test_the_rule_along_a_head_goes_with_it_and_that_of_a_table_stays():
    along = Stroke(80, TOP + 8, 500, TOP + 8)
    table = [Stroke(80, 500, 500, 500), Stroke(80, 500, 80, 600)]
    sheets = list(pages(("示例市公报", 250, TOP, 10), strokes=[along, *table]))
    assert without_running(sheets)[0].strokes == table


def test_titles_of_some_pages_and_single_pages_stay():
    title = ("示例市公报", 250, TOP, 10)
    assert left_in(list(pages(title, count=1)), "公报") == 1
    assert left_in([*pages(title, count=2), *pages(count=4)], "公报") == 2
    assert without_running([]) == []
