"""Room on paper: lines, heights, widths and page ends."""

import pytest

from shuangda_desktop.exports import measure
from shuangda_desktop.exports.measure import Strip, breaks_before, lines, portions, widths_px
from shuangda_desktop.exports.workbooks.model import PaperColumn

AIR = measure.WORDS_AIR
TEN = 10 * 10.5 * 96 / 72 + measure.CELL_PX  # pixels that hold ten Chinese characters of 10.5 pt


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 1),
        ("字" * 10, 1),
        ("字" * 11, 2),
        ("a" * 20, 1),
        ("a" * 21, 2),
        ("字\n字", 2),
        ("字" * 11 + "\n\n字", 4),
        ("字" * 20, 3),  # a mark that may not begin a line can push one over
    ],
)
def test_lines_of_a_cell_are_counted_with_a_little_in_reserve(text, count):
    assert lines(text, TEN, 10.5) == count


def test_a_column_narrower_than_a_character_still_gives_lines():
    assert lines("字字字", 1, 10.5) == 3


def test_a_row_is_never_higher_than_excel_allows():
    assert measure.height(1, 10.5) == pytest.approx(20.9)
    assert measure.height(1000, 10.5) == 409
    assert measure.height(measure.most_lines(10.5), 10.5) < 409


def test_a_long_text_is_cut_after_sentences_into_portions_that_fit():
    text = "这是一句话\u3002" * 100
    found = portions(text, TEN, 10.5)
    assert "".join(found) == text
    assert len(found) > 1
    assert all(part.endswith("\u3002") for part in found)
    assert all(lines(part, TEN, 10.5) <= measure.most_lines(10.5) for part in found)


def test_a_text_without_sentences_is_cut_too_and_nothing_is_lost():
    text = "字" * 1000
    found = portions(text, TEN, 10.5)
    assert "".join(found) == text
    assert all(lines(part, TEN, 10.5) <= measure.most_lines(10.5) for part in found)


def test_an_empty_text_is_one_portion():
    assert portions("", TEN, 10.5) == [""]


def test_exact_columns_keep_their_width_and_the_others_fill_the_page():
    columns = [PaperColumn("序号", 3, exact=True), PaperColumn("任务", 10), PaperColumn("措施", 20)]
    widths = widths_px(columns, 1000, 10.5, AIR)
    assert widths[0] == 3 * 14 + 9
    assert sum(widths) == pytest.approx(1000)
    assert widths[2] / widths[1] == pytest.approx((20 * 14 + AIR) / (10 * 14 + AIR))


def test_a_column_keeps_room_for_its_least_while_the_others_give_way():
    columns = [PaperColumn("单位", 7, least=7), PaperColumn("措施", 30), PaperColumn("任务", 10)]
    widths = widths_px(columns, 500, 10.5, AIR)
    assert widths[0] == 7 * 14 + AIR
    assert sum(widths) == pytest.approx(500)
    assert widths[1] / widths[2] == pytest.approx((30 * 14 + AIR) / (10 * 14 + AIR))


def test_a_column_wider_than_its_least_gives_way_like_the_others():
    columns = [PaperColumn("单位", 20, least=5), PaperColumn("措施", 20)]
    assert widths_px(columns, 400, 10.5, AIR) == pytest.approx([200, 200])


def test_on_a_page_too_narrow_for_the_least_all_columns_give_way():
    columns = [PaperColumn("单位", 10, least=10), PaperColumn("措施", 20)]
    widths = widths_px(columns, 240, 10.5, AIR)
    assert sum(widths) == pytest.approx(240)
    assert widths[0] < 10 * 14


def test_too_many_columns_are_left_to_the_scale_of_the_page():
    columns = [PaperColumn("措施", 20)] * 10
    assert sum(widths_px(columns, 1000, 10.5, AIR)) == pytest.approx(
        10 * (280 + AIR) * measure.LEAST_SHARE
    )


def test_exact_columns_alone_keep_their_widths():
    assert widths_px([PaperColumn("序号", 3, exact=True)], 1000, 10.5, AIR) == [51]


def test_measuring_takes_lines_with_and_without_breaks_alike():
    assert lines("字" * 25, TEN, 10.5) + 1 == lines("字" * 25 + "\n字", TEN, 10.5)


ROW, BAND = Strip(30), Strip(20, keeps_next=True)


PAGE = 95 + measure.SLACK


@pytest.mark.parametrize(
    ("strips", "before"),
    [
        ([], []),
        ([ROW] * 10, []),  # without bands the program that prints ends its pages itself
        ([ROW, ROW, BAND, ROW], [2]),  # 30 + 30 + 20 fill the page, the band's row falls behind it
        ([ROW, ROW, BAND, BAND, ROW], [2]),
        ([BAND, ROW, ROW, ROW, BAND, ROW], [3]),  # every page end is set once there are bands
        ([ROW, ROW, BAND, ROW, ROW, BAND, ROW], [2, 5]),
        ([ROW, BAND, Strip(500), ROW], [1, 3]),  # a row higher than a page takes one for itself
        ([BAND, Strip(500)], []),
        ([ROW, BAND], []),
    ],
)
def test_no_band_stands_alone_at_the_foot_of_a_page(strips, before):
    assert breaks_before(strips, PAGE, PAGE) == before


def test_the_first_page_has_less_room_for_its_title():
    assert breaks_before([ROW, BAND, ROW], PAGE - 35, PAGE) == [1]
    assert breaks_before([ROW, BAND, ROW], PAGE, PAGE) == []
