"""Numbers beside the lines, as word processors set them, and what only looks like them."""

import pytest

from shuangda_desktop.sources import read_bytes
from shuangda_desktop.sources.pages.glyphs import Sheet
from shuangda_desktop.sources.pages.line_numbers import without_line_numbers
from sources.placing import FULL, LEFT, PITCH, SIZE, placed, texts
from sources.printing import Printer

OTHER = FULL[13:] + FULL[:13]
BODY = [
    "一、整治农资市场",
    FULL,
    OTHER,
    f"{FULL[:9]}。",
    "二、整治网络市场",
    FULL,
    OTHER,
    f"{FULL[:5]}。",
]
WHOLE = [BODY[0], FULL + OTHER + BODY[3], BODY[4], FULL + OTHER + BODY[7]]


def numbered(lines, *, first=1, by=1, size=10.0, right=LEFT - 14, every=1.0, indent=0.0):
    """A page with a number beside each line, or beside each ``by``-th one, that ends at ``right``."""
    glyphs = []
    for at, text in enumerate(lines):
        y = 120.0 + at * PITCH * every
        glyphs += placed(text, LEFT + indent * SIZE, y)
        if (first + at) % by == 0:
            number = str(first + at)
            glyphs += placed(number, right - len(number) * size / 2, y, size)
    return Sheet(595, 842, glyphs)


def test_numbers_in_the_margin_are_no_text():
    assert texts(numbered(BODY)) == WHOLE


@pytest.mark.parametrize("size", [10.0, 16.0])
def test_numbers_that_go_on_over_pages_are_no_text(size):
    pages = [numbered(BODY, first=first, size=size) for first in (1, 9, 97)]
    assert texts(*pages) == WHOLE * 3


def test_every_fifth_line_may_have_a_number():
    assert texts(*[numbered(BODY * 2, by=5) for _ in range(2)]) == WHOLE * 4


def test_numbers_that_begin_at_one_edge_are_no_text():
    glyphs = []
    for at, text in enumerate(BODY * 2):
        y = 120.0 + at * PITCH
        glyphs += [*placed(text, LEFT, y), *placed(str(at + 95), 50, y, 10)]
    assert texts(Sheet(595, 842, glyphs)) == WHOLE * 2


def test_small_numbers_count_lines_that_are_items_too():
    items = [f"\uff08{n}\uff09县公安局负责。" for n in "一二三"]
    assert texts(numbered(items)) == items


def test_the_items_of_a_list_keep_their_numbers():
    page = numbered(
        ["查处无证经营。", "清查网店。", "抽检农资。", "普法宣传。", "通报进度。"], size=16.0
    )
    assert [text[0] for text in texts(page)] == ["1", "2", "3", "4", "5"]
    assert without_line_numbers([page]) == [page]


def test_numbers_that_do_not_count_lines_stay():
    years = Sheet(
        595,
        842,
        [
            glyph
            for at, number in enumerate(("2019", "2021", "2020", "2026"))
            for glyph in (
                *placed(number, 30, 120 + at * PITCH, 10),
                *placed(FULL, LEFT, 120 + at * PITCH),
            )
        ],
    )
    assert without_line_numbers([years]) == [years]


def test_the_number_of_a_page_is_no_number_of_a_line():
    page = Sheet(595, 842, [*placed(FULL, LEFT, 120), *placed("3", 30, 800, 10)])
    assert without_line_numbers([page]) == [page]


def test_a_number_too_long_for_a_line_is_text():
    page = Sheet(595, 842, [*placed(FULL, LEFT, 120), *placed("20260305", 20, 120, 10)])
    assert without_line_numbers([page]) == [page]


def test_a_page_without_text_has_none():
    page = Sheet(595, 842, [])
    assert without_line_numbers([page]) == [page]


def test_a_printed_page_reads_without_them():
    printer = Printer()
    content = "".join(
        printer.line(str(at + 1), 60, 700 - 28 * at, 10) + printer.line(text, 90, 700 - 28 * at)
        for at, text in enumerate(BODY)
    )
    assert read_bytes(printer.pdf(content, content), "x").raw.split("\n") == WHOLE * 2
