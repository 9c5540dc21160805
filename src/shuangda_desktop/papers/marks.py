"""Punctuation of official documents by GB/T 15834-2011, where typed texts usually miss it.

No 、 between titles or quotations that follow each other; quotation marks, dashes and dots of the
Chinese kind beside Chinese. Only marks beside Chinese are touched: numbers and addresses keep theirs.
"""

import re
from dataclasses import replace

from shuangda_desktop.papers.model import Annex, Block, Grid, Paper, Paragraph, TaskTable
from shuangda_desktop.text.chars import HAN
from shuangda_desktop.text.punctuation import widen

_LOOSE = re.compile('["、.\u2014\u2026-]')  # most texts need no second look
_BETWEEN = re.compile("(?<=[》\u201d])、(?=[《\u201c])")
_QUOTED = re.compile('"([^"\n]*)"')
_DASH = re.compile(f"(?<=[{HAN}\u201d》])(?:--+|\u2014)(?=[{HAN}\u201c《])")
_DOTS = re.compile(f"(?<=[{HAN}])(?:\\.{{3,6}}|。{{3,6}}|\u2026)(?!\u2026)")
_HAN = re.compile(f"[{HAN}]")


def in_house_marks(text: str) -> str:
    """The text in the marks of official documents, full width where they stand in Chinese."""
    text = widen(text)
    if not _LOOSE.search(text):
        return text
    text = _QUOTED.sub(_quoted, text)
    text = _DASH.sub("\u2014\u2014", text)
    text = _DOTS.sub("\u2026\u2026", text)
    return _BETWEEN.sub("", text)


def _quoted(found: re.Match[str]) -> str:
    """A quotation in Chinese quotation marks; of Latin words it stays as it is."""
    return f"\u201c{found[1]}\u201d" if _HAN.search(found[1]) else found[0]


def paper_in_house_marks(paper: Paper) -> Paper:
    """The paper with all its texts in these marks."""
    return replace(
        paper,
        title=in_house_marks(paper.title),
        blocks=tuple(map(_block, paper.blocks)),
        annexes=tuple(map(_annex, paper.annexes)),
    )


def _annex(annex: Annex) -> Annex:
    return replace(
        annex, title=in_house_marks(annex.title), blocks=tuple(map(_block, annex.blocks))
    )


def _block(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(
            in_house_marks(block.text),
            block.kind,
            in_house_marks(block.head),
            in_house_marks(block.clause),
        )
    if isinstance(block, Grid):
        return replace(block, rows=tuple(tuple(map(in_house_marks, row)) for row in block.rows))
    return TaskTable(
        tuple(
            replace(row, title=in_house_marks(row.title), text=in_house_marks(row.text))
            for row in block.rows
        )
    )
