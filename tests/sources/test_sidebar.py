"""Bars of links beside the text, as on web pages that were printed, and what only looks like them."""

import pytest

from shuangda_desktop.sources import read_bytes
from shuangda_desktop.sources.pages.glyphs import Sheet, Stroke
from shuangda_desktop.sources.pages.sidebar import told_of, without_bars
from sources.making_binary import ofd
from sources.placing import FULL, placed, texts
from sources.printing import Printer

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
    pages, links = without_bars([web_page(links_at=links_at, text_at=text_at)])
    assert texts(*pages) == ["云泽省人民政府", *WHOLE]
    assert links == list(LINKS)


def test_a_following_page_without_a_bar_keeps_its_margins():
    after = Sheet(600, 842, [g for n in range(4) for g in placed(LINE, 170, 120 + 28 * n)])
    assert texts(*without_bars([web_page(), after])[0])[-1] == LINE * 4


def test_titles_of_other_pages_that_take_two_lines_are_a_bar_too():
    titles = {
        0: "关于做好防汛",
        14: "工作的通知",
        35: "全市禁渔公告",
        56: "关于公布权责",
        70: "清单的公告",
    }
    beside = [g for at, text in titles.items() for g in placed(text, 480, 150 + at, 10)]
    page = web_page(bar=(), text_at=30)
    pages, links = without_bars([Sheet(600, 842, [*page.glyphs, *beside])])
    assert texts(*pages) == ["云泽省人民政府", *WHOLE]
    assert links == list(titles.values())


def test_a_page_may_have_a_bar_on_either_side():
    beside = [g for n, text in enumerate(LINKS) for g in placed(text, 540, 152 + 20.5 * n, 10)]
    page = web_page()
    pages, links = without_bars([Sheet(620, 842, [*page.glyphs, *beside])])
    assert texts(*pages) == ["云泽省人民政府", *WHOLE]
    assert links == [*LINKS, *LINKS]


def test_the_clerk_is_told_of_the_links():
    assert told_of([]) == ""
    assert told_of(LINKS[:2]).startswith("网页旁边的一栏链接(“政府公报、规划计划”)没有导入")
    assert "行政许可”等" in told_of(LINKS)


def test_bars_are_found_in_pdf_and_ofd():
    printer = Printer()
    at = [(30, 150 + 21.5 * n, 10, link) for n, link in enumerate(LINKS)]
    body = [LINE[n:] + LINE[:n] for n in range(6)]  # no words are printed again and again
    at += [(170, 155 + 28 * n, 16, text) for n, text in enumerate(body)]
    drawn = "".join(printer.line(text, x, 842 - y, size) for x, y, size, text in at)
    millimetres = [(x * 0.3528, y * 0.3528, size * 0.3528, text) for x, y, size, text in at]
    for content in (printer.pdf(drawn), ofd(millimetres)):
        source = read_bytes(content, "甲")
        assert source.raw == "".join(body)
        assert [told for told in source.warnings if "政府公报" in told]


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
    assert without_bars([page]) == ([page], [])


def test_the_cells_of_a_table_are_no_bar():
    rows = [("责任单位", "县公安局"), ("完成时限", "9月底前"), ("工作目标", "办结率98%")] * 3
    glyphs = []
    for n, (key, value) in enumerate(rows):
        glyphs += [*placed(key, 60, 120 + 28 * n), *placed(value, 200, 120 + 28 * n)]
    page = Sheet(600, 842, glyphs)
    assert without_bars([page]) == ([page], [])


def test_links_at_uneven_steps_are_no_bar():
    glyphs = [
        g
        for n, at in enumerate((0, 20, 55, 75, 130, 190))
        for g in placed(LINKS[n], 30, 150 + at, 10)
    ]
    glyphs += [g for n, text in enumerate(BODY) for g in placed(text, 170, 155 + n * 28)]
    page = Sheet(600, 842, glyphs)
    assert without_bars([page]) == ([page], [])


def test_the_last_characters_of_paragraphs_are_no_bar():
    """Where each paragraph runs over by a word, such words stand below one another at even steps."""
    for word, step in (("业", 20), ("行业", 60)):
        glyphs = [g for n in range(7) for g in placed(word, 30, 150 + n * step, 10)]
        glyphs += [g for n in range(12) for g in placed(LINE, 90, 156 + n * step / 2, 10)]
        page = Sheet(600, 842, glyphs)
        assert without_bars([page]) == ([page], [])


ROWS = [f"{LINE[:n]}办好{n}件实事" for n in range(4, 10)]


def rows_of_two_lines(*, unit="县公安局", step=56.0, at=30.0):
    """Rows of two lines each, and a name in the middle of each row."""
    glyphs = [g for n in range(6) for g in placed(unit, at, 160 + step * n - 14, 16)]
    for n, text in enumerate(ROWS):
        glyphs += placed(LINE, 170, 132 + step * n) + placed(text, 170, 160 + step * n)
    return glyphs


def test_names_in_the_middle_of_rows_are_no_bar():
    page = Sheet(600, 842, rows_of_two_lines())
    assert without_bars([page]) == ([page], [])


def uneven(text="政务要闻", strokes=()):
    """Words at steps of their own beside lines at other ones."""
    glyphs = [
        g for n, y in enumerate((0, 45, 93, 132, 185)) for g in placed(text[n:] + text, 30, 150 + y)
    ]
    glyphs += [g for n in range(8) for g in placed(LINE, 200, 158 + 28 * n)]
    return Sheet(600, 842, glyphs, strokes)


def test_words_between_the_rules_of_a_table_are_no_bar():
    assert len(without_bars([uneven()])[1]) == 5
    page = uneven(strokes=[Stroke(20, 180, 560, 180)])
    assert without_bars([page]) == ([page], [])


def test_sentences_are_no_bar():
    page = uneven("办好。")
    assert without_bars([page]) == ([page], [])


def centred(names):
    """Rows of two and three lines of 14 points, and a word in the middle of each."""
    glyphs, top = [], 100
    for name, count in zip(names, (2, 3, 2, 2, 3, 2), strict=True):
        for n in range(count):
            glyphs += placed(LINE[: 22 if n < count - 1 else 12], 180, top + 18 * n, 14)
        glyphs += placed(name, 60, top + 9 * (count - 1), 14)
        top += 18 * count
    return Sheet(595, 842, glyphs)


@pytest.mark.parametrize("name", ["县公安局", "农资市场"], ids=["units", "other-words"])
def test_words_in_the_middle_of_rows_of_two_and_three_lines_are_no_bar(name):
    page = centred([name] * 6)
    assert without_bars([page]) == ([page], [])


def test_names_of_units_are_no_bar_wherever_they_stand():
    page = uneven("县公安局")
    assert without_bars([page]) == ([page], [])
