"""Rule: tables whose columns are set with blanks: one below the other, or only apart.

The words of the header tell that there is a table. Blanks between two of them that no line below
fills part their columns; where the lines cross them, rows are told by having as many parts.
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
    WHO,
    Piece,
    PieceLine,
    columns,
    full_widths,
    goes_on,
    is_header,
    is_numbered,
    row_edits,
)

_GAPS = ("  ", "\u3000")
_SPOT = re.compile(f"[ \u3000]{WHO}")
_PART = re.compile("[^ \u3000\u00a0]{1,400}(?: [^ \u3000\u00a0]{1,400}){0,40}")
_WORD = re.compile("[^ \u3000\u00a0]{1,400}")
_DASHES = re.compile("[-=_\u2014\u2500\u2501 \u3000]{8,400}")
_LONGEST = 400
_MOST_VAIN = 20  # headers without a table
_LONGEST_BAND = 30
_WORD_END = 4  # columns: two Han


@dataclass(frozen=True, slots=True)
class _Part:
    """Characters of a line with the columns [left, right) that they take on the screen."""

    start: int
    end: int
    left: int
    right: int


@dataclass(slots=True)
class _Row:
    """The lines of a row, by number, and what each holds of its cells."""

    numbers: list[int]
    pieces: list[PieceLine]
    is_head: bool = False


def part_columns(text: str) -> Iterable[Edit]:
    """Edits that part the cells of such tables by tabs, and put the lines of a row together."""
    if not any(gap in text for gap in _GAPS) or not _SPOT.search(text):
        return ()
    return list(_edits(text_lines(text)))


def _edits(lines: Sequence[TextLine]) -> Iterator[Edit]:
    done = vain = 0
    for at, line in enumerate(lines):
        parts = _parts(line) if at >= done and vain < _MOST_VAIN and _may_head(line.text) else []
        if is_header([line.text[p.start : p.end] for p in parts]):
            rows = max(_aligned(lines, at, parts), _apart(lines, at, parts), key=len)
            done = rows[-1].numbers[-1] + 1
            if all(row.is_head for row in rows):
                vain += 1
            else:
                yield from _of_rows(lines, rows)


def _may_head(text: str) -> bool:
    return len(text) <= _LONGEST and "\t" not in text and _SPOT.search(text) is not None


def _of_rows(lines: Sequence[TextLine], rows: Sequence[_Row]) -> Iterator[Edit]:
    full = full_widths([line for row in rows for line in row.pieces])
    within = {number for row in rows for number in range(row.numbers[0], row.numbers[-1] + 1)}
    for row in rows:
        first, last = lines[row.numbers[0]], lines[row.numbers[-1]]
        yield from row_edits(row.pieces, full, Span(first.start, last.end))
    for number in range(rows[0].numbers[0], rows[-1].numbers[-1]):
        if number not in within and _DASHES.fullmatch(lines[number].text):
            yield Edit(Span(lines[number - 1].end, lines[number].end), "", RULE)


def _aligned(lines: Sequence[TextLine], at: int, heads: Sequence[_Part]) -> list[_Row]:
    """The rows whose cells stand below the words of the header, that of the header first."""
    below, gaps = _below(lines, at, heads)
    cuts = [min(gap) for gap in gaps]
    pieces = {n: _pieces(lines[n], cuts) for n in [at, *below]}
    names = [piece.text for piece in pieces[at]]
    full = full_widths(list(pieces.values()))
    rows = [_Row([at], [pieces[at]], is_head=True)]
    for n in below:
        if [piece.text for piece in pieces[n]] == names:
            rows.append(_Row([n], [pieces[n]], is_head=True))
        elif not _is_added(rows, n, lines, pieces[n], full):
            break
    return rows


def _is_added(
    rows: list[_Row], n: int, lines: Sequence[TextLine], line: PieceLine, full: Sequence[int]
) -> bool:
    """Whether a line begins a row, or goes on with one that ends right above it or on the page before."""
    numbered = is_numbered(["".join(line[0].text for line in rows[0].pieces)])
    above = next((row for row in reversed(rows) if not row.is_head), rows[0])
    touching = lines[n].adjacent and n - 1 in (rows[-1].numbers[-1], above.numbers[-1])
    if above.is_head and touching and max(piece.columns for piece in line) <= _WORD_END:
        begins, more = False, True  # no task is so short: the words of the header go on
    elif numbered:
        begins = NUMBERED.fullmatch(line[0].text) is not None
        more = not line[0].text and touching
    else:
        more = (
            touching
            and not above.is_head
            and not lines[n].numbered
            and goes_on(above.pieces, line, full)
        )
        begins = not more and 2 * sum(bool(piece.text) for piece in line) >= len(line)
    # a heading between rows ends the row above it
    more = more and not any(_is_band(lines[m]) for m in range(above.numbers[-1] + 1, n))
    if begins:
        rows.append(_Row([n], [line]))
    elif more:
        while rows[-1] is not above:  # a header that the page break put into the row
            rows.pop()
        above.numbers.append(n)
        above.pieces.append(line)
    return begins or more


def _below(
    lines: Sequence[TextLine], at: int, heads: Sequence[_Part]
) -> tuple[list[int], list[set[int]]]:
    """The lines that leave blanks between the columns free, and the blanks that all of them leave."""
    gaps = [set(range(one.right, two.left)) for one, two in pairwise(heads)]
    found: list[int] = []
    for n in range(at + 1, len(lines)):
        if _is_between(lines[n]):
            continue
        filled = _filled(lines[n])
        left = [gap - filled for gap in gaps]
        if not all(left):
            if _is_band(lines[n]) and n - 1 in (at, *found[-1:]):
                continue
            break
        found.append(n)
        gaps = left
    return found, gaps


def _apart(lines: Sequence[TextLine], at: int, heads: Sequence[_Part]) -> list[_Row]:
    """The rows that have as many parts as the header, wherever they stand."""
    rows = [_Row([at], [_as_pieces(lines[at], heads)], is_head=True)]
    for n in range(at + 1, len(lines)):
        parts = [] if _is_between(lines[n]) else _parts(lines[n])
        if len(parts) == len(heads):
            rows.append(_Row([n], [_as_pieces(lines[n], parts)]))
        elif parts and not _is_band(lines[n]):
            break
    return rows


def _is_between(line: TextLine) -> bool:
    return _DASHES.fullmatch(line.text) is not None


def _is_band(line: TextLine) -> bool:
    """Whether a line may be a heading across the table."""
    return line.numbered and len(line.text) <= _LONGEST_BAND


def _parts(line: TextLine) -> list[_Part]:
    """What stands apart in a line; words that are spaced out, character by character, are one."""
    parts: list[_Part] = []
    for found in _PART.finditer(line.text[:_LONGEST]):
        part = _part(line, found)
        if parts and part.right - part.left == parts[-1].right - parts[-1].left == 2:
            part = _Part(parts.pop().start, part.end, part.left - 4, part.right)
        parts.append(part)
    return parts


def _part(line: TextLine, found: re.Match[str]) -> _Part:
    left = int(2 * line.indent) + columns(line.text[: found.start()])
    return _Part(found.start(), found.end(), left, left + columns(found[0]))


def _filled(line: TextLine) -> set[int]:
    """The columns of the screen that a line fills."""
    words = (_part(line, found) for found in _WORD.finditer(line.text[:_LONGEST]))
    return {column for word in words for column in range(word.left, word.right)}


def _as_pieces(line: TextLine, parts: Sequence[_Part]) -> PieceLine:
    at = line.start
    return [Piece(at + p.start, at + p.end, line.text[p.start : p.end]) for p in parts]


def _pieces(line: TextLine, cuts: Sequence[int]) -> PieceLine:
    """What a line holds between the columns where the table is cut."""
    words = [_part(line, found) for found in _WORD.finditer(line.text)]
    pieces = []
    for left, right in zip([-1, *cuts], [*cuts, 10 * _LONGEST], strict=True):
        inside = [word for word in words if left < word.left < right]
        start, end = (inside[0].start, inside[-1].end) if inside else (0, 0)
        pieces.append(Piece(line.start + start, line.start + end, line.text[start:end]))
    return pieces
