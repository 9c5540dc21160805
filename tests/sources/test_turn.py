"""Pages that lie on their side, and pages that lay askew: their text is set upright before it is read."""

import math
import re

import pytest

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources import read_bytes
from shuangda_desktop.sources.pages.turn import Turn
from sources.printing import DrawnPrinter

LINES = [
    "\uff08一\uff09加强农资市场监管严查无证经营维护农民合法权益保障",
    "春耕生产。\uff08牵头单位\uff1a县农业农村局\uff092026年9月底前完成。",
]
TEXT = "".join(LINES)
TABLE = (
    ("序号", "任务", "单位"),
    ("1", "查处假种子", "县农业农村局"),
    ("2", "清查网店", "县商务局"),
)
ROWS = "\n".join("\t".join(row) for row in TABLE)


def prose(printer):
    return "".join(printer.line(text, 90, 700 - 28 * n) for n, text in enumerate(LINES))


def table(printer):
    words = [
        (word, x, y)
        for y, row in zip((705, 675, 645), TABLE, strict=True)
        for word, x in zip(row, (95, 155, 305), strict=True)
    ]
    rules = "".join(f"90 {y} m 480 {y} l S " for y in (725, 695, 665, 635))
    rules += "".join(f"{x} 635 m {x} 725 l S " for x in (90, 150, 300, 480))
    return rules + "".join(printer.line(word, x, y, 14) for word, x, y in words)


def lain(content, degrees):
    """The content turned against the clock about the middle of its page."""
    a, b = round(math.cos(math.radians(degrees)), 6), round(math.sin(math.radians(degrees)), 6)
    x, y = 297 - 297 * a + 421 * b, 421 - 297 * b - 421 * a
    return f"q {a} {b} {-b} {a} {x:.4f} {y:.4f} cm {content} Q"


def read(printer, *pages, **how):
    return read_bytes(printer.pdf(*pages, **how), "方案.pdf").raw


@pytest.mark.parametrize("shown", [0, 90, 180, 270])
@pytest.mark.parametrize("set_in", [0, 90, 180, 270])
@pytest.mark.parametrize(
    ("printed", "text"), [(prose, TEXT), (table, ROWS)], ids=["prose", "table"]
)
def test_a_page_reads_the_same_however_it_lies(shown, set_in, printed, text):
    printer = DrawnPrinter()
    content = lain(printed(printer), set_in)
    assert read(printer, content, more=f"/Rotate {shown}") == text


@pytest.mark.parametrize("degrees", [-3, -0.6, 0.6, 3])
@pytest.mark.parametrize(
    ("printed", "text"), [(prose, TEXT), (table, ROWS)], ids=["prose", "table"]
)
def test_a_page_that_lay_askew_in_the_scanner_is_set_straight(degrees, printed, text):
    printer = DrawnPrinter()
    assert read(printer, lain(printed(printer), degrees)) == text


@pytest.mark.parametrize("degrees", [20, 45, 70])
def test_a_page_of_words_that_lean_holds_no_text(degrees):
    printer = DrawnPrinter()
    with pytest.raises(SourceError, match="没有文字可取"):
        read(printer, lain(prose(printer), degrees))


def test_a_page_on_its_side_keeps_the_others_as_they_are():
    printer = DrawnPrinter()
    pages = [prose(printer), lain(table(printer), 90), prose(printer)]
    assert read(printer, *pages) == f"{TEXT}\n{ROWS}\n{TEXT}"


def test_words_beside_the_binding_do_not_turn_the_page():
    printer = DrawnPrinter()
    side = printer.line("装订线", 30, 300, 9, matrix="0 1 -1 0")
    assert read(printer, side + prose(printer)) == TEXT


def test_as_many_words_on_the_side_as_upright_leave_the_page_as_it_is():
    turn = Turn(0, (0.0, 0.0, 595.0, 842.0))
    half = math.pi / 2
    assert turn.standing([0.0, half]).degrees == 0
    assert turn.standing([0.0, half, half]).degrees == 270
    assert turn.standing([1.0, -1.0]) is turn
    assert turn.standing([]) is turn


def test_the_size_of_a_page_is_the_one_that_is_seen():
    assert [Turn(d, (10.0, 20.0, 110.0, 220.0)).size for d in (0, 90, 180, 270)] == [
        (100.0, 200.0),
        (200.0, 100.0),
        (100.0, 200.0),
        (200.0, 100.0),
    ]


def test_a_character_is_no_wider_for_lying_askew():
    """The box that PDFium tells stands upright about a character that leans."""
    skew = 0.05
    for degrees in (0, 90):
        box = (100.0, 100.0, 116.8, 116.8)
        left, right = Turn(degrees, (0.0, 0.0, 595.0, 842.0), skew).edges(box)
        assert right - left == pytest.approx(16.0, abs=0.1)


def test_nothing_is_lost_by_the_turn():
    printer = DrawnPrinter()
    seen = read(printer, lain(prose(printer), 90))
    assert re.sub(r"\s", "", seen) == TEXT
