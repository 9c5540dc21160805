"""Rules that belong to the page and not to the tables on it: frames, lines along the margin."""

import pytest

from shuangda_desktop.sources.pages.glyphs import Sheet, Stroke
from sources.placing import placed, texts


def test_a_line_along_the_margin_is_no_rule_of_a_table():
    """The dashes along which a document is bound reach over the tables and the text of the page."""
    rules = [Stroke(90, y, 400, y) for y in (100, 130, 160)]
    rules += [Stroke(x, 100, x, 160) for x in (90, 200, 400)]
    words = [("序号", 95, 120), ("单位", 210, 120), ("1", 95, 150), ("县商务局", 210, 150)]
    glyphs = [g for word, x, y in words for g in placed(word, x, y)]
    glyphs += placed("以上任务按月报送。", 90, 300)
    sheet = Sheet(595, 842, glyphs, [*rules, Stroke(40, 20, 40, 820)])
    assert texts(sheet) == ["序号\t单位", "1\t县商务局", "以上任务按月报送。"]


def box(left, top, right, bottom):
    return [
        Stroke(left, top, right, top),
        Stroke(left, bottom, right, bottom),
        Stroke(left, top, left, bottom),
        Stroke(right, top, right, bottom),
    ]


@pytest.mark.parametrize("at", [200, 420, 640])
def test_a_frame_around_a_page_is_no_part_of_the_table_in_it(at):
    rules = [*box(60, 60, 535, 800), *box(60, at, 300, at + 40), *box(300, at, 535, at + 40)]
    words = [("序号", 80, at + 25), ("县商务局", 310, at + 25)]
    glyphs = [g for word, x, y in words for g in placed(word, x, y)]
    glyphs += placed("一、整治市场", 80, at - 20) + placed("以上按月报送。", 80, at + 60)
    assert texts(Sheet(595, 842, glyphs, rules)) == [
        "一、整治市场",
        "序号\t县商务局",
        "以上按月报送。",
    ]
