"""Tables that go on over the end of a page."""

from dataclasses import replace

from shuangda_desktop.sources.pages.glyphs import Sheet, Stroke
from shuangda_desktop.text.source import LINE_IN_CELL
from sources.placing import placed, texts

COLUMNS = [90, 140, 284, 378]  # rules that leave room for two, eight and five characters
HEAD = ["序号", "工作任务", "牵头单位"]
HIGH = 60


def table(*rows, columns=COLUMNS, top=100, extra=()):
    """A ruled page: each cell is a list of its lines, or one line."""
    ys = [top + HIGH * number for number in range(len(rows) + 1)]
    strokes = [Stroke(columns[0], y, columns[-1], y) for y in ys]
    strokes += [Stroke(x, ys[0], x, ys[-1]) for x in columns]
    glyphs = list(extra)
    for row, y in zip(rows, ys, strict=False):
        for cell, x in zip(row, columns, strict=False):
            for number, line in enumerate([cell] if isinstance(cell, str) else cell):
                glyphs += placed(line, x + 5, y + 20 + 18 * number, 16)
    return Sheet(595, 842, glyphs, strokes)


def cells(*sheets):
    return [row.split("\t") for row in texts(*sheets)]


def test_the_head_that_is_printed_again_is_said_once():
    one = table(HEAD, ["1", "开展宣传", "宣传部"])
    two = table(HEAD, ["2", "检查市场", "商务局"])
    assert cells(one, two) == [HEAD, ["1", "开展宣传", "宣传部"], ["2", "检查市场", "商务局"]]


def test_a_row_broken_over_the_page_is_one_row():
    one = table(HEAD, ["1", "开展宣传", "宣传部"], ["2", "查处假冒伪劣农资", "市农业农村"])
    two = table(HEAD, ["", "和种子", "局"], ["3", "检查市场", "商务局"])
    assert cells(one, two)[2:] == [
        ["2", "查处假冒伪劣农资和种子", "市农业农村局"],
        ["3", "检查市场", "商务局"],
    ]


def test_a_row_without_numbers_is_broken_only_where_its_lines_were_full():
    head, columns = HEAD[1:], COLUMNS[1:]
    one = table(head, ["查处假冒伪劣农资", "市农业农村"], columns=columns)
    two = table(head, ["和种子", "局"], columns=columns)
    assert cells(one, two)[1:] == [["查处假冒伪劣农资和种子", "市农业农村局"]]
    whole = table(head, ["开展宣传", "宣传部"], columns=columns)
    assert cells(whole, two)[1:] == [["开展宣传", "宣传部"], ["和种子", "局"]]


def test_a_sentence_that_ended_does_not_go_on():
    head, columns = HEAD[1:], COLUMNS[1:]
    one = table(head, ["查处假冒伪劣农资", "市农业局"], columns=columns)
    first = ["查处假冒伪劣种。", "市农业局。"]
    assert (
        len(cells(table(head, first, columns=columns), table(head, ["新", "乙"], columns=columns)))
        == 3
    )
    assert len(cells(one, table(head, ["新", ""], columns=columns))) == 2


def test_parts_of_a_cell_that_did_not_fill_their_line_stay_apart():
    one = table(HEAD, ["1", "宣传", "宣传部"], ["2", "检查市场", "商务局"])
    two = table(HEAD, ["", "抽检商品", "公安局"])
    assert cells(one, two)[-1] == [
        "2", f"检查市场{LINE_IN_CELL}抽检商品", f"商务局{LINE_IN_CELL}公安局"
    ]  # fmt: skip


def test_a_text_without_a_beginning_is_a_row_of_its_own():
    one = table(HEAD, ["1", "宣传", "宣传部"], ["2", "检查市场", ""])
    two = table(HEAD, ["", "抽检", "公安局"])
    assert cells(one, two)[-1] == ["", "抽检", "公安局"]


def test_a_table_of_other_columns_or_after_some_text_is_another_table():
    one = table(HEAD, ["1", "宣传", "宣传部"])
    other = table(HEAD, ["2", "检查", "商务局"], columns=[90, 150, 300, 420])
    assert cells(one, other).count(HEAD) == 2
    below = table(HEAD, ["2", "检查", "商务局"], top=300, extra=placed("附表二。", 90, 250))
    assert cells(one, below).count(HEAD) == 2
    assert len(cells(one, table(HEAD[:2], ["1", "甲"], columns=COLUMNS[:3]))) == 4


def test_short_lines_of_a_cell_are_parted_although_they_are_equally_long():
    sheet = table(HEAD, ["1", "开展宣传", ["商务局", "公安局"]])
    assert cells(sheet)[1][2] == f"商务局{LINE_IN_CELL}公安局"


def test_a_row_with_a_number_of_its_own_is_never_the_rest_of_another():
    columns = [90, 132, 276, 370]  # so narrow that every cell is full
    one = table(HEAD, ["1", "查处假冒伪劣农资", "市农业农村"], columns=columns)
    two = table(HEAD, ["2", "查处假冒伪劣化肥", "市市场监管"], columns=columns)
    assert [row[0] for row in cells(one, two)] == ["序号", "1", "2"]


def test_a_row_without_a_rule_below_it_at_the_foot_of_a_page_is_a_row():
    one = table(HEAD, ["1", "查处假冒伪劣农资", "市农业农村"])
    open_below = [s for s in one.strokes if s.y0 != s.y1 or s.y0 < 220]
    two = table(["", "和种子", "局"], ["2", "检查市场", "商务局"], top=60)
    open_above = [s for s in two.strokes if s.y0 != s.y1 or s.y0 > 60]
    pages = (replace(one, strokes=open_below), replace(two, strokes=open_above))
    assert cells(*pages)[1:] == [
        ["1", "查处假冒伪劣农资和种子", "市农业农村局"],
        ["2", "检查市场", "商务局"],
    ]


def test_a_word_needs_the_room_of_what_parts_han_and_digits_in_a_cell():
    columns = [90, 160, 250]
    page = table(["时限", "单位"], [["12月", "10日"], "市商务局"], columns=columns)
    assert texts(page)[1] == "12月\u202810日\t市商务局"
    narrow = [90, 140.5, 250]
    page = table(["时限", "单位"], [["12月", "10日"], "市商务局"], columns=narrow)
    assert texts(page)[1] == "12月10日\t市商务局"
