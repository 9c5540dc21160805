"""What every reader returns: the raw text of a document, never changed afterwards."""

from dataclasses import dataclass
from enum import StrEnum

from shuangda_desktop.text.mapped import Span

CELL_BREAK = "\t"  # parts the cells of a table row in raw
LINE_IN_CELL = "\u2028"  # stands for a paragraph break inside a cell


class BlockKind(StrEnum):
    """What a block of the raw text was in its file."""

    PARAGRAPH = "paragraph"
    ROW = "row"  # one table row: cells parted by CELL_BREAK
    NOTE = "note"  # a footnote or the text of a box


@dataclass(frozen=True, slots=True)
class Block:
    """One line of raw, without its line break."""

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH
    page: int = 0  # of a scan, from 1: where the block begins; 0 where pages are not known


@dataclass(frozen=True, slots=True)
class Unsure:
    """A place of raw that the reader is not sure of, in a whole Chinese sentence."""

    code: str  # of the finding that it becomes
    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class SourceText:
    """The decoded text of one document and where it came from.

    ``raw`` has a line break (LF) between blocks; ``sha256`` is the hex digest of the file's bytes (of
    the UTF-8 text for a paste); ``warnings`` are whole Chinese sentences about what the reader could
    not keep, for the clerk; ``doubts`` are places where it may have read wrongly.
    """

    raw: str
    blocks: tuple[Block, ...]
    name: str
    sha256: str
    format: str
    encoding: str | None = None
    content: bytes = b""
    warnings: tuple[str, ...] = ()
    doubts: tuple[Unsure, ...] = ()


def blocks_of(raw: str) -> tuple[Block, ...]:
    """The lines of raw as paragraph blocks."""
    blocks, start = [], 0
    for line in raw.split("\n"):
        blocks.append(Block(Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(blocks)
