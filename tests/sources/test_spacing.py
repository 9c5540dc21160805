"""Characters that are set apart all over a document: no blank stands between them."""

from dataclasses import replace

import pytest

from shuangda_desktop.sources import read_bytes
from shuangda_desktop.sources.pages.glyphs import Glyph, Sheet
from shuangda_desktop.sources.pages.spacing import with_spacing
from sources.placing import FULL, LEFT, PITCH, WIDTH, placed, texts
from sources.printing import DrawnPrinter

LINES = ["一、整治市场", FULL, "持续推进。", "\uff08县商务局牵头\uff09", "2026年9月底前"]
WHOLE = ["一、整治市场", f"{FULL}持续推进。", "\uff08县商务局牵头\uff09", "2026年9月底前"]


def apart(text, x, y, by, size=16):
    return [
        Glyph(g.text, g.x0 + n * by, g.x1 + n * by, y, size)
        for n, g in enumerate(placed(text, x, y, size))
    ]


def page(by, size=16):
    glyphs = [
        g for n, text in enumerate(LINES) for g in apart(text, LEFT, 120 + n * PITCH, by, size)
    ]
    return Sheet(2 * LEFT + WIDTH * (size + by), 842, glyphs)


@pytest.mark.parametrize("by", [0.0, 0.5, 1.5, 3.0, 5.0, 9.0])
def test_spaced_lines_hold_no_blanks(by):
    assert texts(*with_spacing([page(by)])) == WHOLE


def test_a_size_that_is_rare_is_set_as_the_text_is():
    head = apart("附件", LEFT, 90, 3.0, 20)
    (kept,) = with_spacing([replace(page(3.0), glyphs=[*head, *page(3.0).glyphs])])
    assert texts(kept) == ["附件", *WHOLE]


def test_a_blank_between_spaced_characters_stays():
    line = [*apart("县商务局", LEFT, 300, 3.0), *apart("县公安局", LEFT + 110, 300, 3.0)]
    (kept,) = with_spacing([replace(page(3.0), glyphs=[*page(3.0).glyphs, *line])])
    assert texts(kept)[-1] == "县商务局 县公安局"


@pytest.mark.parametrize("sheet", [page(0.0), page(0.2), Sheet(800, 842, [])])
def test_what_touches_stays_as_it_is(sheet):
    assert with_spacing([sheet]) == [sheet]


def test_a_few_lines_that_were_spread_do_not_tell():
    spread = apart(FULL, LEFT, 400, 2.0)
    sheet = Sheet(800, 842, [*page(0.0).glyphs, *spread])
    assert with_spacing([sheet]) == [sheet]


def test_other_sizes_keep_their_spacing():
    small = [g for n in range(3) for g in placed(FULL, LEFT, 400 + n * PITCH, 10)]
    (kept,) = with_spacing([replace(page(3.0), glyphs=[*page(3.0).glyphs, *small])])
    assert {round(g.x1 - g.x0) for g in kept.glyphs if g.size == 10} == {10}


def test_a_printed_page_reads_without_blanks():
    printer = DrawnPrinter()
    content = "".join(
        printer.line(text, 76, 700 - 28 * n, 14, more="3 Tc") for n, text in enumerate(LINES)
    )
    assert read_bytes(printer.pdf(content), "x").raw.split("\n") == WHOLE
