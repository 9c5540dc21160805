"""Several pages on one side of a sheet: told by their numbers, read one after the other."""

import io
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from shuangda_desktop.sources import read_bytes
from shuangda_desktop.sources.pages.glyphs import Sheet, Stroke
from shuangda_desktop.sources.pages.imposed import pages_of
from sources.placing import FULL, PROSE, placed
from sources.printing import DrawnPrinter, Printer

HEADS = ("一、整治农资市场", "二、整治网络市场", "三、整治进出口", "四、规范用字", "五、普法宣传")


def sheet(across, down, heads, first=1, mark="— {} —", strokes=()):
    """A sheet of that many pages, each with a head, two lines and its number at the foot."""
    glyphs = []
    for at, head in enumerate(heads):
        x, y = at % across * 500, at // across * 700
        glyphs += placed(head, x + 90, y + 120)
        glyphs += placed("加强监管落实责任。", x + 90, y + 150)
        glyphs += placed("牵头单位\uff1a县商务局", x + 90, y + 180)
        glyphs += placed(mark.format(first + at), x + 230, y + 650)
    return Sheet(500 * across, 700 * down, glyphs, strokes)


@pytest.mark.parametrize(("across", "down"), [(2, 1), (1, 2), (2, 2), (3, 1)])
@pytest.mark.parametrize("mark", ["— {} —", "- {} -", "第{}页"])
def test_the_pages_of_a_sheet_come_in_their_order(across, down, mark):
    held = across * down
    sheets = [
        sheet(across, down, HEADS[:held], 1, mark),
        sheet(across, down, HEADS[4:], held + 1, mark),
    ]
    pages, count = pages_of(sheets)
    assert count == held
    assert (pages[0].width, pages[0].height) == (500, 700)
    firsts = [
        "".join(g.text for g in page.glyphs)[: len(HEADS[at])] for at, page in enumerate(pages[:-1])
    ]
    assert firsts == list(HEADS[:held])
    assert {min(g.x0 for g in page.glyphs) for page in pages} == {90}
    assert len(pages) == held + 1  # no page of the second sheet but its first


def test_rules_go_with_their_page():
    rules = (Stroke(590, 100, 900, 100), Stroke(90, 100, 400, 100), Stroke(90, 300, 900, 300))
    pages, _ = pages_of([sheet(2, 1, HEADS[:2], strokes=rules)])
    assert [page.strokes for page in pages] == [
        [Stroke(90, 100, 400, 100)],
        [Stroke(90, 100, 400, 100)],
    ]


@pytest.mark.parametrize(
    "sheets",
    [
        [],
        [sheet(1, 1, HEADS[:1]), sheet(1, 1, HEADS[1:2], 2)],
        [sheet(2, 1, HEADS[:2], mark="")],
        [sheet(2, 1, HEADS[:2], mark="共九条")],
        [sheet(2, 1, HEADS[:1]), sheet(2, 1, HEADS[1:2], 2)],
        [sheet(2, 1, HEADS[:2], mark="{}")],
        [
            sheet(2, 1, HEADS[:2], 7),
            replace(sheet(2, 1, HEADS[:2]), glyphs=placed("— 1 —", 730, 650)),
        ],
        [
            replace(
                each := sheet(2, 1, HEADS[:2]), glyphs=[*each.glyphs, *placed(HEADS[0], 440, 220)]
            )
        ],
    ],
    ids=["none", "single", "no-number", "words", "one", "bare", "second-half", "across"],
)
def test_other_sheets_stay_whole(sheets):
    assert pages_of(sheets) == (sheets, 1)


def test_bare_numbers_count_where_enough_sheets_have_them():
    sheets = [sheet(2, 1, HEADS[:2], n, "{}") for n in (1, 3, 5)]
    assert pages_of(sheets)[1] == 2


def test_numbers_in_the_cells_of_a_table_that_lies_across_the_sheet_count_no_pages():
    rules = [Stroke(90, y, 910, y) for y in (80, 110, 600)]
    sheets = [sheet(2, 1, HEADS[:2], n, "{}", rules) for n in (1, 3, 5)]
    assert pages_of(sheets) == (sheets, 1)


def test_a_number_in_full_width_digits_is_no_number_here():
    assert pages_of([sheet(2, 1, HEADS[:2], 1, "— \uff13 —")])[1] == 1


def test_the_clerk_is_told():
    printer = Printer()
    words = []
    for at, x in enumerate((60, 480)):
        words.append(printer.line(HEADS[at], x, 500, 14))
        words.append(printer.line("加强监管。\uff08县商务局负责\uff09", x, 470, 14))
        words.append(printer.line(f"— {at + 1} —", x + 120, 30, 10))
    content = "".join(words[n] for n in (0, 3, 1, 4, 2, 5))
    source = read_bytes(printer.pdf(content, more="/MediaBox[0 0 842 595]"), "x")
    assert [line for line in source.raw.split("\n") if line in HEADS] == list(HEADS[:2])
    assert source.raw.index(HEADS[1]) > source.raw.index("负责")
    assert source.warnings == (
        "这份PDF每面拼印了2页\uff0c已从左到右、从上到下逐页读\uff1b请对照原件核对先后。",
    )


def side_by_side(*, lefts=(90, 690), ends=(10, 10), count=12, size=(1200, 842), strokes=()):
    """Two pages of prose without numbers on a sheet, each with a short last line."""
    glyphs = []
    for x, end, first in zip(lefts, ends, (0, 7), strict=True):
        for n in range(count):
            text = PROSE[(n + first) % 20 :] + PROSE[: (n + first) % 20]
            glyphs += placed(text[:26] if n % 6 else text[:end], x, 120 + 28 * n)
    return Sheet(*size, glyphs, strokes)


def test_pages_without_numbers_are_told_by_their_margins():
    short = Sheet(1200, 842, placed(FULL, 90, 120))
    pages, count = pages_of([side_by_side(), short])
    assert count == 2
    assert [min(g.x0 for g in page.glyphs) for page in pages] == [90, 90, 90]
    assert [page.width for page in pages] == [600, 600, 600]


@pytest.mark.parametrize(
    "sheet",
    [
        side_by_side(lefts=(90, 720)),
        side_by_side(count=7),
        side_by_side(size=(1200, 1400)),
        side_by_side(strokes=[Stroke(90, 100, 1100, 100)]),
        side_by_side(lefts=(190, 690)),
        replace(side_by_side(), glyphs=[*side_by_side().glyphs, *placed(FULL, 400, 600)] * 4),
    ],
    ids=["other-margins", "few-lines", "upright", "ruled", "of-two-kinds", "across"],
)
def test_columns_and_tables_on_a_sheet_are_no_pages(sheet):
    assert pages_of([sheet]) == ([sheet], 1)


def test_characters_that_are_told_apart_from_what_is_shown_stand_in_their_place_on_a_sheet():
    """Browsers write so what their fonts show as a radical; two pages on a sheet are forms."""
    printer = DrawnPrinter()

    def told(n):
        words = f"第{n}页", "一、加强市场监管", "作\uff0c落实责任。"
        drawn = printer.line(words[1], 90, 700) + printer.line(words[2], 234, 700)
        mark = printer.line("\u2f2f", 218, 700)
        return f"{drawn}/Span <</ActualText <FEFF5DE5>>> BDC {mark} EMC {printer.line(words[0], 280, 60)}"

    document = pdfium.PdfDocument(printer.pdf(told(1), told(2)))
    sheet = pdfium.PdfDocument(raw.FPDF_ImportNPagesToOne(document, 842, 595, 2, 1))
    saved = io.BytesIO()
    sheet.save(saved)
    assert read_bytes(saved.getvalue(), "x").raw == "\n".join(
        ["一、加强市场监管工作\uff0c落实责任。"] * 2
    )
