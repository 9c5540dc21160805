"""Lines of a document as they are gathered, and the SourceText that they become."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources.plain import normalise
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.source import CELL_BREAK, Block, BlockKind, SourceText

MOST_CHARACTERS = 3_000_000  # of one document; the longest plans have a hundredth of it
MOST_LINES = 100_000
_FEWEST_STOPS = 2
_FEWEST_WITH_EMPTY = (
    4  # stops of a line whose first and last columns are empty, as a second row of a head
)
_TOO_LONG = (
    "这份文件的文字太多,不像是方案文件,没有导入。请确认选对了文件,或把方案部分另存为新文件再导入。"
)
_HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")  # one sign, told in two numbers

Line = tuple[str, BlockKind]


def source_of(
    lines: Iterable[Line],
    content: bytes,
    name: str,
    format_name: str,
    warnings: Sequence[str] = (),
) -> SourceText:
    """The document that these lines are; more of them than a plan can have are refused."""
    kept = [(_one_line(text), kind) for text, kind in bounded(lines)]
    return SourceText(
        raw="\n".join(text for text, _ in kept),
        blocks=tuple(blocks_of_lines(kept)),
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        format=format_name,
        content=content,
        warnings=tuple(warnings),
    )


def blocks_of_lines(lines: Iterable[Line]) -> Iterator[Block]:
    """A block for each line."""
    at = 0
    for text, kind in lines:
        yield Block(Span(at, at + len(text)), kind)
        at += len(text) + 1


def row_line(cells: Sequence[str]) -> Line:
    """A table row as one line."""
    return CELL_BREAK.join(cell.replace(CELL_BREAK, " ") for cell in cells), BlockKind.ROW


def note_line(text: str) -> Line:
    """A footnote as a line; it begins with 注, so that nobody takes it for a task at the end of the text."""
    return (text if text.startswith("注") else f"注\uff1a{text}"), BlockKind.NOTE


def columns_kept(text: str) -> str:
    """A line whose parts stand at tab stops keeps the tabs: columns made by hand; a lone tab is a blank."""
    inside, stops = text.strip("\t ").count(CELL_BREAK), text.count(CELL_BREAK)
    columns = inside >= _FEWEST_STOPS or (inside > 0 and stops >= _FEWEST_WITH_EMPTY)
    return text if columns else text.replace(CELL_BREAK, " ")


def bounded(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, refused as soon as they are more than a plan can have: the rest is not even read."""
    size = 0
    for count, line in enumerate(lines):
        size += len(line[0]) + 1
        if size > MOST_CHARACTERS or count >= MOST_LINES:
            raise too_long()
        yield line


def too_long() -> SourceError:
    """The error for a file with more text than a plan has."""
    return SourceError(widen(_TOO_LONG))


def _one_line(text: str) -> str:
    """The text without characters that would end a line; U+2028 is ours, it parts lines in a cell."""
    if _HALVES.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    pieces = (normalise(piece) for piece in text.split("\u2028"))
    return "\u2028".join(pieces).replace("\n", " ")
