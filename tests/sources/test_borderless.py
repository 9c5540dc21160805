"""Tables without rules: their cells are told by the gaps between columns and rows."""

from dataclasses import replace

from shuangda_desktop.sources.pages.borderless import rules_between
from shuangda_desktop.sources.pages.glyphs import Sheet, lines_of
from sources.placing import FULL, page, placed, texts

COLUMNS = [90, 140, 300, 420]
SMALL = 12
HEAD = ["序号", "具体任务", "牵头单位", "完成时限"]
ROWS = [
    ["1", ["开展农资打假行动检查经营", "门店"], "市农业农村局", "6月底前"],
    ["2", "公布典型案例", ["市市场监管局、市", "商务局"], ""],
    ["3", ["整治网络销售假冒商品清理", "违法信息"], "", "年底前"],
]
TOLD = [
    "序号\t具体任务\t牵头单位\t完成时限",
    "1\t开展农资打假行动检查经营门店\t市农业农村局\t6月底前",
    "2\t公布典型案例\t市市场监管局、市商务局\t",
    "3\t整治网络销售假冒商品清理违法信息\t\t年底前",
]


def table(*rows, top=120, within=18, between=24, middle=False):
    """Rows of cells, each a line or a list of lines, one row below the other."""
    glyphs, y = [], top
    for row in rows:
        cells = [[cell] if isinstance(cell, str) else cell for cell in row]
        high = max(map(len, cells))
        for lines, x in zip(cells, COLUMNS, strict=True):
            down = (high - len(lines)) * within / 2 if middle else 0
            for number, line in enumerate(lines):
                glyphs += placed(line, x, y + down + within * number, SMALL)
        y += within * (high - 1) + between
    return glyphs


def sheet(glyphs):
    return Sheet(595, 842, glyphs)


def test_cells_and_rows_are_told_by_the_gaps():
    assert texts(sheet(table(HEAD, *ROWS))) == TOLD


def test_text_before_and_after_stays_text():
    before, after = (
        placed("附件", 90, 80),
        placed("注\uff1a本表由市双打办解释\u3002" + FULL[:14], 90, 320),
    )
    assert texts(sheet([*before, *table(HEAD, *ROWS), *after])) == [
        "附件",
        *TOLD,
        "注\uff1a本表由市双打办解释\u3002" + FULL[:14],
    ]


def test_a_small_line_below_is_no_cell():
    below = placed("合计3项", 90, 120 + 24 * 4 + 18 * 3, 9)
    assert texts(sheet([*table(HEAD, *ROWS), *below])) == [*TOLD, "合计3项"]


def test_a_head_over_two_lines_is_one_row():
    head = [["序", "号"], "具体任务", "牵头单位", ["完成", "时限"]]
    assert texts(sheet(table(head, *ROWS)))[0].replace("\u2028", "") == TOLD[0]


def test_a_table_goes_on_without_its_head_on_the_next_page():
    first, second = table(HEAD, *ROWS[:2]), table(*ROWS[2:], top=60)
    assert texts(sheet(first), sheet(second)) == TOLD


def test_the_page_after_a_table_may_be_text():
    pages = (sheet(table(HEAD, *ROWS)), page((0, FULL), (0, FULL), (0, "完。")))
    assert texts(*pages) == [*TOLD, FULL * 2 + "完。"]
    lone = (sheet(table(HEAD, *ROWS)), page((0, "短。")))
    assert texts(*lone)[-1] == "短。"


def test_prose_signers_and_names_in_columns_are_no_tables():
    names = [["张某", "李某", "王某", "赵某"], ["钱某", "孙某", ["周某", "郑某"], "吴某"]]
    signers = [["市商务局", "市公安局", "市司法局", "市水利局"], *names]
    for rows in (names, signers):
        assert rules_between(lines_of(table(*rows)), ()) == ([], ())
    prose = page((2, "各单位要完成任务  落实责任"), (0, FULL), (0, FULL), (0, "完。"))
    assert rules_between(lines_of(prose.glyphs), ()) == ([], ())


def test_a_table_whose_rows_are_lines_is_left_to_its_tabs():
    rows = [[str(n), "公布案例", "市商务局", "年底前"] for n in range(1, 5)]
    assert rules_between(lines_of(table(HEAD, *rows)), ()) == ([], ())
    assert rules_between([], ()) == ([], ())


def test_a_gap_in_the_middle_of_a_table_is_no_gutter_of_two_columns():
    rows = [
        [str(n), ["开展农资打假行动检查经营", "门店公布结果"], "市农业农村局", "月底"]
        for n in range(1, 12)
    ]
    wide = replace(sheet(table(HEAD, *rows)), width=560)
    assert len(texts(wide)) == 12
