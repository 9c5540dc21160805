"""Word files made of random texts come back as they went in."""

import random
import time
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.sources import read_bytes
from shuangda_desktop.text.source import CELL_BREAK, LINE_IN_CELL, BlockKind
from sources.making import cell, docx, paragraph, row, run, table

# what XML can hold, without the line breaks and tabs that a reader gives a meaning to
words = st.text(
    alphabet=st.characters(
        min_codepoint=0x20, max_codepoint=0xFFFD, exclude_categories=("Cs", "Cc", "Zl", "Zp")
    ),
    max_size=12,
)
lines = st.lists(words, min_size=1, max_size=6)


@st.composite
def tables(draw):
    width = draw(st.integers(2, 4))
    return draw(st.lists(st.lists(words, min_size=width, max_size=width), min_size=1, max_size=4))


def written(texts):
    return [paragraph(run(escape(text))) for text in texts]


@given(lines)
def test_paragraphs_come_back(texts):
    source = read_bytes(docx(paragraph("始"), *written(texts)), "x")
    assert source.raw.split("\n") == ["始", *texts]


@given(lines, st.integers(1, 4))
def test_text_cut_into_runs_comes_back_whole(texts, size):
    body = [
        paragraph(*[run(escape(text[at : at + size])) for at in range(0, len(text), size)])
        for text in texts
    ]
    assert read_bytes(docx(paragraph("始"), *body), "x").raw.split("\n") == ["始", *texts]


@given(tables(), lines)
def test_tables_come_back_row_by_row(grid, texts):
    rows = [row(*[cell(*written([text])) for text in each]) for each in grid]
    source = read_bytes(docx(paragraph("始"), table(*rows), *written(texts)), "x")
    found = [
        source.raw[b.span.start : b.span.end] for b in source.blocks if b.kind is BlockKind.ROW
    ]
    assert found == [CELL_BREAK.join(each) for each in grid]
    assert source.raw.split("\n")[1 + len(grid) :] == texts


@given(st.lists(lines, min_size=2, max_size=3))
def test_lines_of_cells_come_back_but_for_empty_ones_at_the_edges(cells):
    source = read_bytes(
        docx(paragraph("始"), table(row(*[cell(*written(texts)) for texts in cells]))), "x"
    )
    expected = [LINE_IN_CELL.join(texts).strip(LINE_IN_CELL) for texts in cells]
    assert source.raw == "始\n" + CELL_BREAK.join(expected)


@given(lines, tables())
def test_blocks_cover_raw_without_gap_or_overlap(texts, grid):
    rows = [row(*map(escape, each)) for each in grid]
    source = read_bytes(docx(paragraph("始"), *written(texts), table(*rows)), "x")
    at = 0
    for block in source.blocks:
        assert block.span.start == at
        at = block.span.end + 1
    assert at == len(source.raw) + 1


@pytest.mark.parametrize(
    "body",
    [
        lambda n: paragraph(*[run("甲")] * n),
        lambda n: paragraph("甲") * n,
        lambda n: table(row("甲", "乙") * n),
        lambda n: table(row(*["甲"] * 60) * (n // 60)),
        lambda n: paragraph("甲" * n),
    ],
    ids=["runs", "paragraphs", "rows", "cells", "characters"],
)
def test_reading_time_grows_with_the_size_only(body):
    def seconds(content):
        start = time.process_time()
        read_bytes(content, "x")
        return time.process_time() - start

    half, whole = docx(body(4000)), docx(body(8000))
    times = []
    for _ in range(6):  # by turns: a machine that slows down meanwhile slows both
        times.append((seconds(half), seconds(whole)))
        short, long = (min(each) for each in zip(*times, strict=True))
        if long < max(3 * short, 1.0):
            return
    # the collector of garbage takes a share that grows a little; squared growth would be four times
    pytest.fail(f"{long:.2f} s for twice what takes {short:.2f} s")


def test_a_document_put_together_at_random_is_always_read():
    chance = random.Random(16)
    pieces = [
        paragraph("甲"),
        paragraph("乙", properties="<w:rPr><w:del/></w:rPr>"),
        table(row("1", "2"), row("3")),
        table(row(cell(table(row("a", "b"))))),
        "<w:sdt><w:sdtContent>" + paragraph("丙") + "</w:sdtContent></w:sdt>",
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>',
        '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        "<w:altChunk/>",
        "<w:unknown/>",
    ]
    for _ in range(100):
        body = [paragraph("始"), *chance.choices(pieces, k=8)]
        assert read_bytes(docx(*body), "x").raw.startswith("始")
