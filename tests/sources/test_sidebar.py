"""Bars of links beside the text, as on web pages that were printed, and what only looks like them."""

import pytest

from shuangda_desktop.sources.pages.glyphs import Sheet, Stroke
from shuangda_desktop.sources.pages.sidebar import without_bars
from sources.placing import FULL, placed, texts

LINKS = ("政府公报", "规划计划", "统计信息", "权责清单", "行政许可", "建议提案办理")
LINE = FULL[:22]
BODY = ("一、整治农资市场", *[LINE] * 6, f"{LINE[:6]}。", "二、整治网络市场", LINE, f"{LINE[:8]}。")
WHOLE = ["一、整治农资市场", f"{LINE * 6}{LINE[:6]}。", "二、整治网络市场", f"{LINE}{LINE[:8]}。"]


def web_page(*, bar=LINKS, links_at=30, text_at=170, step=21.5, pitch=28.0, top=150):
    """A page with a head, links below one another, and the text beside them and below."""
    glyphs = placed("云泽省人民政府", 30, 80)
    for n, link in enumerate(bar):
        glyphs += placed(link, links_at, top + n * step, 10)
    for n, text in enumerate(BODY):
        glyphs += placed(text, text_at, top + 5 + n * pitch)
    return Sheet(600, 842, glyphs, [Stroke(30, 90, 560, 90), Stroke(30, 820, 560, 820)])


@pytest.mark.parametrize(("links_at", "text_at"), [(30, 170), (480, 30)], ids=["left", "right"])
def test_the_text_beside_a_bar_is_read_by_itself(links_at, text_at):
    page = web_page(links_at=links_at, text_at=text_at)
    assert texts(page) == ["云泽省人民政府", *LINKS, *WHOLE]


def test_rules_stay_with_what_they_part():
    head, bar, rest = without_bars([web_page()])
    assert [len(part.strokes) for part in (head, bar, rest)] == [1, 0, 1]


def test_a_following_page_without_a_bar_keeps_its_margins():
    after = Sheet(600, 842, [g for n in range(4) for g in placed(LINE, 170, 120 + 28 * n)])
    assert texts(web_page(), after)[-1] == LINE * 4


@pytest.mark.parametrize(
    "page",
    [
        web_page(bar=LINKS[:4]),
        web_page(text_at=60),
        Sheet(600, 842, [g for n in range(6) for g in placed("县公安局", 30, 100 + 20 * n)]),
        Sheet(600, 842, []),
    ],
    ids=["few-links", "below-the-text", "alone", "empty"],
)
def test_other_pages_stay_whole(page):
    assert list(without_bars([page])) == [page]


def test_the_cells_of_a_table_are_no_bar():
    rows = [("责任单位", "县公安局"), ("完成时限", "9月底前"), ("工作目标", "办结率98%")] * 3
    glyphs = []
    for n, (key, value) in enumerate(rows):
        glyphs += [*placed(key, 60, 120 + 28 * n), *placed(value, 200, 120 + 28 * n)]
    page = Sheet(600, 842, glyphs)
    assert list(without_bars([page])) == [page]


def test_links_at_uneven_steps_are_no_bar():
    glyphs = [
        g
        for n, at in enumerate((0, 20, 55, 75, 130, 190))
        for g in placed(LINKS[n], 30, 150 + at, 10)
    ]
    glyphs += [g for n, text in enumerate(BODY) for g in placed(text, 170, 155 + n * 28)]
    page = Sheet(600, 842, glyphs)
    assert list(without_bars([page])) == [page]


def test_the_last_characters_of_paragraphs_are_no_bar():
    """Where each paragraph runs over by a word, such words stand below one another at even steps."""
    for word, step in (("业", 20), ("行业", 60)):
        glyphs = [g for n in range(7) for g in placed(word, 30, 150 + n * step, 10)]
        glyphs += [g for n in range(12) for g in placed(LINE, 90, 156 + n * step / 2, 10)]
        page = Sheet(600, 842, glyphs)
        assert list(without_bars([page])) == [page]
