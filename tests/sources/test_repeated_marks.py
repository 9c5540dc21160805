"""Words printed again and again over a page: a watermark of the size of the text."""

import pytest

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources import read_bytes
from shuangda_desktop.sources.pages.glyphs import Sheet
from shuangda_desktop.sources.pages.watermarks import without_repeated_marks, without_watermarks
from sources.placing import FULL, LEFT, PITCH, placed, texts
from sources.printing import DrawnPrinter

LINES = [
    "一、整治农资市场",
    FULL,
    f"{FULL[5:]}{FULL[:5]}",
    "严查无证经营。",
    "二、整治网络市场",
    "清查网店。",
]
WHOLE = [
    "一、整治农资市场",
    f"{FULL}{FULL[5:]}{FULL[:5]}严查无证经营。",
    "二、整治网络市场",
    "清查网店。",
]
MARK = "仅供内部 请勿外传"


def body():
    return [g for at, text in enumerate(LINES) for g in placed(text, LEFT, 120 + at * PITCH)]


def marks(size=16.0, words=MARK, step=41, x=LEFT + 21):
    """Words across the page, here and there over a line."""
    return [g for n in range(12) for g in placed(words, x, 101 + n * step, size)]


@pytest.mark.parametrize("size", [9.0, 16.0, 20.0])
@pytest.mark.parametrize("first", [True, False])
def test_words_that_are_printed_all_over_a_page_are_no_text(size, first):
    mark, text = marks(size), body()
    page = Sheet(595, 842, [*mark, *text] if first else [*text, *mark])
    (kept,), told = without_repeated_marks([page])
    assert texts(kept) == WHOLE
    assert told == [MARK]
    assert kept.aside.count(MARK) == 12


def test_one_in_the_same_place_of_each_page_counts_too():
    pages = [
        Sheet(595, 842, [*placed(MARK, LEFT, 140), *placed(f"{FULL[n:]}{FULL[:n]}", LEFT, 148)])
        for n in range(3)
    ]
    kept, told = without_repeated_marks(pages)
    assert told == [MARK]
    assert [len(page.glyphs) for page in kept] == [len(FULL)] * 3


def test_the_head_of_a_table_below_the_marks_stays():
    head = [g for x in (90, 250) for g in placed("牵头单位", x, 148)]
    pages = [Sheet(595, 842, [*head, *body(), *marks(x=LEFT)]) for _ in range(4)]
    kept, told = without_repeated_marks(pages)
    assert told == [MARK]
    assert all(sum(g.text == "牵" for g in page.glyphs) == 2 for page in kept)


@pytest.mark.parametrize(
    "more",
    [
        [
            *placed("县公安局", 100, 500),
            *placed("县公安局", 100, 520),
            *placed("县公安局", 100, 540),
        ],
        [*placed(MARK, LEFT, 131), *placed(MARK, LEFT, 600)],
        [g for y in (120, 148, 176) for g in placed("县公安局", 110, y)],
        [g for y in (0, 28, 56) for g in placed("  ", LEFT, 125 + y)],
    ],
    ids=["apart", "twice", "level", "blanks"],
)
def test_words_that_lie_over_nothing_again_and_again_stay(more):
    page = Sheet(595, 842, [*body(), *more])
    assert without_repeated_marks([page]) == ([page], [])


def test_pages_without_text_have_none():
    page = Sheet(595, 842, [])
    assert without_repeated_marks([page, page]) == ([page, page], [])


def printed(words):
    printer = DrawnPrinter()
    content = "".join(printer.line(words, 111, 740 - 41 * n, more="0.8 g") for n in range(8))
    content += "".join(
        printer.line(text, 90, 720 - 28 * n, more="0 g") for n, text in enumerate(LINES)
    )
    return printer.pdf(content)


def test_the_clerk_is_told_which_words_were_left_out():
    source = read_bytes(printed(MARK), "x")
    assert source.raw.split("\n") == WHOLE
    assert source.warnings == (f"页面上反复印着“{MARK}”\uff0c压在正文上\uff0c当作水印没有导入。",)


def test_marks_of_secrecy_among_them_refuse_the_document():
    with pytest.raises(SourceError, match="标有密级"):
        read_bytes(printed("机密"), "x")


def test_huge_words_below_the_text_are_no_text_and_a_large_name_at_the_head_is():
    body = [*placed("完成整治。", LEFT, 120), *placed("内部资料", LEFT, 460, 80)]
    assert without_watermarks(Sheet(595, 842, body)).aside.strip() == "内部资料"
    head = [*placed("示例市文件", LEFT, 150, 80), *placed("完成整治\uff0c落实责任。", LEFT, 420)]
    assert without_watermarks(Sheet(595, 842, head)).aside == ""
    cover = placed("示例市方案", LEFT, 460, 80)
    assert without_watermarks(Sheet(595, 842, cover)).aside == ""
