"""Page numbers, running titles and what only looks like them."""

import pytest

from shuangda_desktop.sources.pages.glyphs import Sheet
from sources.placing import FULL, LEFT, page, placed, texts


def with_edge(text, x, y, size, *lines):
    sheet = page(*lines)
    return Sheet(595, 842, [*sheet.glyphs, *placed(text, x, y, size)])


@pytest.mark.parametrize(
    "number",
    ["— 3 —", "-3-", "3", "第3页", "第 3 页 共 9 页", "\u00b73\u00b7", "3/9", "第3页\uff0c共9页"],
)
def test_a_page_number_is_no_text(number):
    assert texts(with_edge(number, 280, 800, 14, (0, FULL), (0, "完。"))) == [FULL + "完。"]


def test_a_number_among_the_lines_of_the_text_is_text_even_at_the_foot():
    lines = [(0, f"第{n}项任务。") for n in "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑"]
    serials = page(*lines, (0, "7"), (0, "加强宣传"))
    assert texts(serials)[-2:] == ["7", "加强宣传"]


def test_a_number_between_dashes_that_ends_a_page_is_no_text_wherever_it_stands():
    lines = [(0, FULL)] * 24
    assert texts(page(*lines, (0, "— 2 —"))) == [FULL * 24]
    assert texts(page(*lines, (0, "— 2 —"), (0, "完。")))[-2:] == ["— 2 —", "完。"]


def test_a_date_without_marks_is_no_page_number():
    assert texts(with_edge("20181230", 400, 780, 16, (0, "完。")))[-1] == "20181230"


def test_a_title_on_both_of_two_pages_is_no_text():
    pages = [with_edge("内部资料", 250, 60, 14, (0, f"第{n}段。")) for n in "一二"]
    assert texts(*pages) == ["第一段。", "第二段。"]


def test_what_stands_on_two_pages_in_different_places_is_text():
    pages = [with_edge("附则", LEFT, y, 16, (0, f"第{n}段。")) for n, y in (("一", 40), ("二", 75))]
    assert texts(*pages) == ["附则", "第一段。", "附则", "第二段。"]


def test_small_print_in_the_margin_of_a_lone_page_is_no_text():
    body = [(0, FULL), (0, FULL), (0, FULL), (0, "完。")]
    assert texts(with_edge("双打工作简报", 250, 45, 9, *body)) == [FULL * 3 + "完。"]
    assert texts(with_edge("双打工作简报", 250, 45, 16, *body))[0] == "双打工作简报"


def test_a_mark_of_secrecy_is_never_left_out():
    pages = [with_edge("机密★1年", 250, 45, 9, (0, f"第{n}段。")) for n in "一二三"]
    assert texts(*pages).count("机密★1年") == 3


def test_small_print_far_from_the_few_lines_of_a_page_is_no_text():
    assert texts(with_edge("双打工作简报", 250, 45, 9, (0, "附件"), (0, "分工表"))) == [
        "附件",
        "分工表",
    ]


def test_a_line_of_a_browser_that_counts_the_pages_is_no_text():
    pages = [with_edge(f"{n}/2 方案 打印", 250, 780, 12, *[(0, FULL)] * 23) for n in (1, 2)]
    assert texts(*pages) == [FULL * 46]
    address = with_edge("https://gov.example.cn/a/b.html 1/1", 40, 760, 12, *[(0, FULL)] * 22)
    assert texts(address) == [FULL * 22]


def test_lines_of_the_text_that_differ_in_a_number_alone_are_text():
    lines = [(0, FULL)] * 22
    pages = [page(*lines, (0, f"附件{n}完。")) for n in (1, 2)]
    assert [each[-5:] for each in texts(*pages)] == ["附件1完。", "附件2完。"]


@pytest.mark.parametrize("stamp", ["2031/3/5 15:04", "3/5/31, 3:04 PM", "2031-03-05 上午9:04"])
def test_when_a_browser_printed_is_no_text_however_near_the_text_begins(stamp):
    printed = with_edge(f"{stamp} 方案", 30, 22, 8, *[(0, FULL)] * 3)
    near = [*printed.glyphs, *placed("云泽省人民政府", 30, 46, 16)]
    assert texts(Sheet(595, 842, near))[0] == "云泽省人民政府"
    assert texts(with_edge(stamp, LEFT, 92, 16, (0, "完。")))[0].replace(" ", "") == stamp.replace(
        " ", ""
    )
