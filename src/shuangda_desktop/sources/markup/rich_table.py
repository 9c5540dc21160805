"""Tables of rich text: a row says where each cell ends, so cells find their columns by place."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from shuangda_desktop.sources.lines import Line, row_line
from shuangda_desktop.text.source import LINE_IN_CELL, BlockKind

_NEAR = 30  # twentieths of a point that one edge may miss another by
_MOST_COLUMNS = 63


@dataclass(frozen=True, slots=True)
class _Cell:
    edge: int  # where it ends
    covered: bool  # by the cell above or to the left


@dataclass(slots=True)
class RichTable:
    """The rows of the table that is being read."""

    cells: list[str] = field(default_factory=list)
    defined: list[_Cell] = field(default_factory=list)
    covered: bool = False
    rows: list[tuple[list[_Cell], list[str]]] = field(default_factory=list)

    def define(self, word: str, number: int) -> None:
        """Take in one of the words that lay out the next row; others mean nothing here."""
        if word == "trowd":
            self.defined, self.covered = [], False
        elif word in {"clvmrg", "clmrg"}:
            self.covered = True
        elif word == "cellx" and len(self.defined) < _MOST_COLUMNS:
            self.defined.append(_Cell(number, self.covered))
            self.covered = False

    def end_row(self) -> None:
        """Close the row; the definition stays, the next row may have none of its own."""
        self.rows.append((self.defined, self.cells))
        self.cells = []

    def lines(self) -> Iterator[Line]:
        """The rows as lines; a table of one column is a frame."""
        edges = self._edges()
        for defined, cells in self.rows:
            placed = self._placed(defined, cells, edges)
            if len(placed) > 1:
                yield row_line(placed)
            else:
                texts = "".join(placed).split(LINE_IN_CELL)
                yield from ((text, BlockKind.PARAGRAPH) for text in texts)

    def _edges(self) -> list[int]:
        edges: list[int] = []
        for edge in sorted({cell.edge for defined, _ in self.rows for cell in defined}):
            if not edges or edge - edges[-1] > _NEAR:
                edges.append(edge)
        return edges[:_MOST_COLUMNS]

    def _placed(self, defined: list[_Cell], cells: list[str], edges: list[int]) -> list[str]:
        """The cells of a row in the columns of the table: each stands in its first one."""
        if len(defined) < len(cells) or not edges:
            return cells
        placed, first = [""] * len(edges), 0
        for cell, text in zip(defined, cells, strict=False):
            if first < len(edges) and not cell.covered:
                placed[first] = text
            first = sum(edge <= cell.edge + _NEAR for edge in edges)
        return placed
