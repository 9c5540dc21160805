from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.source import CELL_BREAK, LINE_IN_CELL, Block, BlockKind, blocks_of


def test_every_line_is_a_block_without_its_break():
    assert blocks_of("甲\n\n乙") == (Block(Span(0, 1)), Block(Span(2, 2)), Block(Span(3, 4)))


@given(st.text(alphabet="甲\n\t\u2028", max_size=30))
def test_blocks_cover_raw_but_for_the_breaks(raw):
    blocks = blocks_of(raw)
    assert "\n".join(raw[b.span.start : b.span.end] for b in blocks) == raw
    assert all(b.kind is BlockKind.PARAGRAPH for b in blocks)


def test_cells_and_lines_in_them_are_parted_by_what_no_line_holds():
    assert (ord(CELL_BREAK), ord(LINE_IN_CELL)) == (0x09, 0x2028)
    assert len(blocks_of(f"甲{CELL_BREAK}乙{LINE_IN_CELL}丙")) == 1
