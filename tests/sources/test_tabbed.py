"""Tables made by tabs and printed: gaps that end at tab stops part cells, and rows go on in the next line."""

import pytest

from shuangda_desktop.sources.pages.glyphs import Glyph, Sheet
from shuangda_desktop.sources.pages.reflow import paragraphs_of
from shuangda_desktop.sources.pages.tabbed import stops_of

SIZE, LEFT, RIGHT, PITCH = 10, 90, 510, 35.43
GRID = [LEFT + PITCH * number for number in range(1, 12)]
PROSE = "各单位要按照分工抓好落实并按月报送进展情况重大问题及时报告不得迟报漏报瞒报同时要加强协同"[
    :42
]


class Printer:
    """Sets lines as an office program does: a tab goes on to the next stop, what has no room to the next line."""

    def __init__(self, stops=GRID, spread=0.0, right=RIGHT):
        self.glyphs, self.y, self.x = [], 100.0, LEFT
        self.stops, self.spread, self.right = stops, spread, right

    def line(self, text):
        for char in text:
            self.put(char)
        self.feed()
        return self

    def feed(self):
        self.x, self.y = LEFT, self.y + 18

    def put(self, char):
        if char == "\t":
            self.tab()
            return
        width = SIZE if char > "\u2000" else SIZE / 2
        if self.x + width > self.right:
            self.feed()
        self.glyphs.append(Glyph(char, self.x, self.x + width, self.y, SIZE))
        self.x += width + self.spread

    def tab(self):
        ahead = [stop for stop in self.stops if stop > self.x + 0.1]
        if not ahead or ahead[0] + SIZE > self.right:
            self.feed()
            ahead = self.stops
        self.x = ahead[0]


def printed(*lines, **how):
    printer = Printer(**how)
    for line in lines:
        printer.line(line)
    return [text for text, _ in paragraphs_of([Sheet(600, 842, printer.glyphs)])]


HEADER = "序号\t类别\t具体任务\t牵头单位\t责任单位\t完成时限"
ROWS = [
    "1\t日常监管\t抽查代理机构\t市场局\t司法局、税务局\t8月底前",
    "2\t\t查处冒用地理标志的行为\t市场局\t农业局\t6月底",
    "3\t宣传培训\t组织培训两期并发放材料\t科技局、教育局、文旅局\t各县区\t持续推进",
]


def test_rows_come_back_with_their_empty_cells():
    assert printed("分工表", PROSE, HEADER, *ROWS) == ["分工表", PROSE, HEADER, *ROWS]


def test_a_row_longer_than_its_line_goes_on_at_the_margin():
    long = (
        "4\t专项行动\t"
        + "在全市范围内开展打击侵权假冒专项行动并按季度通报结果"
        + "\t公安局\t市场局\t年底"
    )
    assert printed(PROSE, HEADER, *ROWS, long, ROWS[0]) == [PROSE, HEADER, *ROWS, long, ROWS[0]]


def test_a_tab_without_room_begins_the_next_line():
    wide = "4\t" + "甲" * 31 + "\t公安局\t市场局\t各县区\t年底"
    assert printed(PROSE, HEADER, *ROWS, wide) == [PROSE, HEADER, *ROWS, wide]


BY_HAND = [120, 175, 288, 391, 465]
MORE = [
    "4\t执法办案\t侦办大要案\t公安局\t市场局\t年底",
    "5\t社会共治\t发布典型案例\t法院\t检察院\t4月",
]


def test_stops_that_were_set_by_hand_are_columns():
    assert printed(HEADER, *ROWS, *MORE, stops=BY_HAND) == [HEADER, *ROWS, *MORE]


def test_what_is_too_long_for_its_column_is_parted_by_its_gap():
    longer = "6\t执法\t查处仿冒行为\t公安局\t市场局、农业局、文旅局\t底"
    rows = printed(HEADER, *ROWS, *MORE, longer, stops=[*BY_HAND, 530, 548], right=570)
    assert rows == [HEADER, *ROWS, *MORE, longer]


def test_after_the_table_prose_goes_on_as_prose():
    after = "附则。以上任务由各牵头单位负责解释。"
    assert printed(HEADER, *ROWS, after, PROSE) == [HEADER, *ROWS, after, PROSE]


def test_the_space_between_han_and_digits_is_no_tab():
    printer = Printer()
    for line in (HEADER, *ROWS):
        printer.line(line)
    at = GRID[5] - 2  # digits that end where a stop is near
    printer.glyphs += [
        Glyph(char, x, x + width, printer.y, SIZE)
        for char, x, width in (
            ("4", LEFT, 5), ("执", GRID[0], 10), ("甲", GRID[2], 10), ("6", at - 5, 5),
            ("间", at + 2, 10), ("乙", GRID[7], 10), ("丙", GRID[8], 10), ("丁", GRID[9], 10),
        )
    ]  # fmt: skip
    last = [text for text, _ in paragraphs_of([Sheet(600, 842, printer.glyphs)])][-1]
    assert "6间" in last


@pytest.mark.parametrize(
    "lines",
    [
        [PROSE, PROSE],
        ["联系人\u3000张三\u3000电话\u300012345", PROSE],
        ["甲\t乙\t丙"],  # a header alone
        ["甲\t乙", "丙\t丁", "戊\t己"],  # two columns may be anything
    ],
    ids=["prose", "blanks", "header", "two"],
)
def test_what_is_no_table_stays_as_it_is(lines):
    assert not any("\t" in line for line in printed(*lines))


def test_without_wide_gaps_there_are_no_stops():
    assert stops_of([], LEFT, RIGHT).places == ()


def test_a_justified_line_keeps_its_words_together():
    text = printed("市商务局牵头负责落实", spread=1.2)
    assert text == ["市商务局牵头负责落实"]


def test_a_head_over_two_columns_and_the_row_below_it():
    head = "序号\t任务\t责任分工\t\t时限"
    below = "\t\t牵头单位\t配合单位\t"
    rows = [f"{n}\t抽查代理机构\t市场局\t税务局\t8月" for n in range(1, 4)]
    assert printed(PROSE, head, below, *rows) == [PROSE, head, below, *rows]


def test_a_heading_between_two_rows_parts_no_table():
    lines = [HEADER, ROWS[0], "二、宣传培训", ROWS[1], ROWS[2]]
    assert printed(PROSE, *lines) == [PROSE, *lines]


def test_the_last_cell_of_a_line_that_was_spread_to_the_margin_is_one():
    printer = Printer()
    for line in (HEADER, *ROWS):
        printer.line(line)
    cells = [("4", LEFT), ("执", GRID[0]), ("甲", GRID[1]), ("乙", GRID[2]), ("丙", GRID[3])]
    first, steps = GRID[4], 4
    step = (printer.right - SIZE - first) / steps
    cells += [(char, first + n * step) for n, char in enumerate("市司法局长")]
    printer.glyphs += [Glyph(char, at, at + SIZE, printer.y, SIZE) for char, at in cells]
    last = [text for text, _ in paragraphs_of([Sheet(600, 842, printer.glyphs)])][-1]
    assert last == "4\t执\t甲\t乙\t丙\t市司法局长"


def test_a_last_line_without_a_row_after_it_is_prose():
    assert printed(HEADER, *ROWS, "附注") == [HEADER, *ROWS, "附注"]


def test_what_spreads_a_line_is_no_tab_even_at_a_stop():
    printer = Printer()
    for line in (HEADER, *ROWS):
        printer.line(line)
    gap, x = 1.5, GRID[2] - 5 * (SIZE + 1.5)
    cells = [("4", LEFT), ("执", GRID[0])]
    cells += [(char, x + n * (SIZE + gap)) for n, char in enumerate("市场监管局牵头办")]
    cells += [("甲", GRID[7]), ("乙", GRID[8]), ("丙", GRID[9])]
    printer.glyphs += [Glyph(char, at, at + SIZE, printer.y, SIZE) for char, at in cells]
    last = [text for text, _ in paragraphs_of([Sheet(600, 842, printer.glyphs)])][-1]
    assert "市场监管局牵头办" in last
