"""Rule: tables drawn with characters: lines between the rows, bars between the cells.

Tables between plain bars with a row in each line are read as they are; here a row may have several
lines. Where lines stand between all rows they part them, else numbers or wholly filled cells tell.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from shuangda_desktop.text.lines import TextLine, text_lines
from shuangda_desktop.text.mapped import Edit, Span
from shuangda_desktop.text.rules.cells import (
    NUMBERED,
    RULE,
    Piece,
    PieceLine,
    full_widths,
    goes_on,
    is_header,
    is_numbered,
    row_edits,
)

_MARKS = ("\u2502", "\u2503", "\u2551", "+-", "+=")
_RULE = re.compile(r"[|+][-=+|: ]{4,400}|[-\u2500-\u257f][-+ |\u2500-\u257f]{4,400}")
_BAR = re.compile("[|\uff5c\u2502\u2503\u2551]")
_DRAWN_BAR = re.compile("[\u2502\u2503\u2551]")
_FEWEST = 2  # bars of a row


@dataclass(slots=True)
class _Group:
    """The lines between two drawn ones, by number, and what each holds of its cells."""

    numbers: list[int]
    pieces: list[PieceLine]

    def part(self, start: int, end: int | None) -> "_Group":
        """Some of its lines."""
        return _Group(self.numbers[start:end], self.pieces[start:end])


def read_drawing(text: str) -> Iterable[Edit]:
    """Edits that part the cells of such tables by tabs, and put the lines of a row together."""
    if not any(mark in text for mark in _MARKS):
        return ()
    lines = text_lines(text)
    return [edit for table in _tables(lines) for edit in _of_table(lines, table)]


def _tables(lines: Sequence[TextLine]) -> Iterator[range]:
    """The runs of lines that are drawn or parted by bars, where anything is drawn."""
    start = 0
    for at in range(len(lines) + 1):
        if at == len(lines) or not (_is_drawn(lines[at]) or len(_bars(lines[at])) >= _FEWEST):
            if any(_is_drawn(line) or _DRAWN_BAR.search(line.text) for line in lines[start:at]):
                yield range(start, at)
            start = at + 1


def _is_drawn(line: TextLine) -> bool:
    return _RULE.fullmatch(line.text) is not None


def _bars(line: TextLine) -> list[int]:
    return [found.start() for found in _BAR.finditer(line.text)]


def _cells(line: TextLine, *, framed: bool) -> PieceLine:
    """What a line holds of its cells; ``framed`` where bars stand before the first and after the last."""
    edges = _bars(line) if framed else [-1, *_bars(line), len(line.text)]
    return [_piece(line, one + 1, two) for one, two in pairwise(edges)]


def _piece(line: TextLine, start: int, end: int) -> Piece:
    cell = line.text[start:end]
    left = start + len(cell) - len(cell.lstrip())
    text = cell.strip()
    return Piece(line.start + left, line.start + left + len(text), text)


def _of_table(lines: Sequence[TextLine], table: range) -> Iterator[Edit]:
    groups = [group for group in _groups(lines, table) if group.numbers]
    if len(groups) == 1:  # nothing is drawn below the header
        groups = [groups[0].part(0, 1), groups[0].part(1, None)]
    pieces = [line for group in groups for line in group.pieces]
    if not groups or not groups[-1].numbers or len(set(map(len, pieces))) > 1:
        return
    names = ["".join(piece.text for piece in cell) for cell in zip(*groups[0].pieces, strict=True)]
    if not is_header(names):
        return
    full = full_widths(pieces)
    parted = len(groups) > 2  # lines stand between the rows, not only below the header
    for group in groups:
        for row in _rows(group, full, parted=parted, numbered=is_numbered(names)):
            first, last = lines[row.numbers[0]], lines[row.numbers[-1]]
            yield from row_edits(row.pieces, full, Span(first.start, last.end))
    for n in filter(lambda n: _is_drawn(lines[n]), table):
        yield Edit(Span(lines[n].start, lines[n].end), "", RULE)


def _groups(lines: Sequence[TextLine], table: range) -> Iterator[_Group]:
    held = [lines[n].text for n in table if not _is_drawn(lines[n])]
    framed = all(_BAR.match(text) and _BAR.match(text[-1]) for text in held)
    group = _Group([], [])
    for n in table:
        if not _is_drawn(lines[n]):
            group.numbers.append(n)
            group.pieces.append(_cells(lines[n], framed=framed))
        else:
            yield group
            group = _Group([], [])
    yield group


def _rows(group: _Group, full: Sequence[int], *, parted: bool, numbered: bool) -> Iterator[_Group]:
    """The rows of a group: itself, unless several numbers or no lines tell them."""
    counted = [n for n, line in enumerate(group.pieces) if numbered and _has_number(line)]
    if parted and len(counted) <= 1:
        yield group
        return
    starts = counted if numbered else list(_unnumbered(group.pieces, full))
    for start, end in pairwise([*sorted({0, *starts}), len(group.pieces)]):
        yield group.part(start, end)


def _unnumbered(pieces: Sequence[PieceLine], full: Sequence[int]) -> Iterator[int]:
    """Where rows begin that neither lines nor numbers tell."""
    start = 0
    for n in range(1, len(pieces)):
        if not goes_on(pieces[start:n], pieces[n], full):
            yield n
            start = n


def _has_number(line: PieceLine) -> bool:
    return NUMBERED.fullmatch(line[0].text) is not None
