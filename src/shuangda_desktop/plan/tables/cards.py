"""Task cards: each task is a row of a table that was written out as lines of "column: cell".

    编号:01
    整改内容:核对预付卡备案
    牵头单位:区商务局
    完成时间:6月底前

Or as pairs of cells in rows:

    编号 | 01 | 牵头单位 | 区商务局

The same lines come again for the next task. One such group alone is no table: what stands below an
item says who does it, and is read with the item.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, pairwise, zip_longest

from shuangda_desktop.plan.structure.lines import Line, has_words, squeeze
from shuangda_desktop.plan.structure.numbering import label_at
from shuangda_desktop.plan.tables.columns import Column, column_of, columns_of
from shuangda_desktop.plan.tables.fitting import glue

_PARTS = re.compile("[\t|]|\\s{2,}")
_FIELD = re.compile("(?P<key>[\u4e00-\u9fff][\u4e00-\u9fff ]{1,11})(?P<number>\\d{0,3}) ?: ?")
_MOST_LINES = 60  # of one card


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a card, or two cells of a row of it: the words of its column, and the cell."""

    head: Line
    cell: Line

    @property
    def name(self) -> str:
        """The column's words without blanks: the same in each card."""
        return squeeze(self.head.flat)


def cards_end(lines: Sequence[Line], at: int, fewest: int = 2) -> int:
    """The index after the cards that begin at a line; ``at`` where there are fewer than so many."""
    end, count = at, 0
    first = _first_name(lines[at])
    while first and end < len(lines) and _first_name(lines[end]) == first:
        stop = _card_end(lines, end, first)
        heads = [field.head for line in lines[end:stop] for field in fields_of(line)]
        if not columns_of(heads):
            break
        end, count = stop, count + 1
    return end if count >= fewest else at


def _first_name(line: Line) -> str:
    """The name of the first field of a line; "" for a line of none."""
    fields = fields_of(line)
    return fields[0].name if fields else ""


def _card_end(lines: Sequence[Line], at: int, first: str) -> int:
    """The index after one card: up to the next that begins with ``first``, or behind its last field."""
    most = min(len(lines), at + _MOST_LINES)
    end = next((n for n in range(at + 1, most) if not _is_within(lines[n], first)), most)
    if end < most and _first_name(lines[end]) == first:
        return end
    while not fields_of(lines[end - 1]):  # what stands below the last field is no part of it
        end -= 1
    return end


def _is_within(line: Line, first: str) -> bool:
    """Whether a line is of a card that begins with ``first``: a field, or words that one runs on with."""
    name = _first_name(line)
    return name != first if name else not ("\t" in line.flat or label_at(line.flat))


def card_rows(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The cards as rows of a table, below the row of its header."""
    cards = list(_cards(lines))
    heads = {field.name: field.head for card in cards for field in card}
    yield list(heads.values())
    for card in cards:
        cells = {field.name: field.cell for field in card}
        edge = card[0].head.start
        yield [cells.get(name, Line(edge, edge, "")) for name in heads]


def are_cards(lines: Sequence[Line]) -> bool:
    """Whether the lines of a table are cards, and no rows below a header."""
    return bool(fields_of(lines[0])) and cards_end(lines, 0, fewest=1) == len(lines)


def fields_of(line: Line) -> list[Field]:
    """The columns and cells of a line; [] where it does not begin with words of a header."""
    pairs = _pairs(list(_parts(line))) if _is_parted(line.flat) else []
    field = _field_of(line) if not pairs and ":" in line.flat else None
    return [field] if field else pairs


def _is_parted(flat: str) -> bool:
    """Whether a line may hold cells: most have neither a bar nor a blank, which is told at once."""
    return ("|" in flat or flat.split() != [flat]) and bool(_PARTS.search(flat))


def _parts(line: Line) -> Iterator[Line]:
    """The cells of a row between bars, tabs or blanks, without the edges of a row of bars."""
    edges = [(0, 0), *(found.span() for found in _PARTS.finditer(line.flat))]
    cells = (line.part(a, b) for (_, a), (b, _) in pairwise([*edges, (len(line.flat), 0)]))
    yield from dropwhile(lambda cell: not cell.flat, cells)


def _pairs(cells: Sequence[Line]) -> list[Field]:
    """Each second cell below the words of its column; [] where a cell is not what its place says."""
    filled = max((n for n, cell in enumerate(cells, 1) if cell.flat), default=0)
    heads, values = cells[:filled:2], cells[1 : filled + 1 : 2]
    known = all(column_of(_head(head)) is not Column.UNKNOWN for head in heads)
    if not values or not known or any(column_of(value) is not Column.UNKNOWN for value in values):
        return []
    pairs = zip_longest(heads, values, fillvalue=Line(cells[-1].end, cells[-1].end, ""))
    return [Field(_head(head), value) for head, value in pairs]


def _head(cell: Line) -> Line:
    return cell.part(0, len(cell.flat.rstrip(":")))


def _field_of(line: Line) -> Field | None:
    """The column and the cell of a line with a colon; None for other lines."""
    label = label_at(line.flat)
    start = label.end if label else 0
    found = _FIELD.match(line.flat, start)
    if not found:
        return None
    head = line.part(start, found.end("key"))
    return Field(head, line.part(found.end())) if column_of(head) is not Column.UNKNOWN else None


def _cards(lines: Sequence[Line]) -> Iterator[list[Field]]:
    """The groups that begin with the first field again."""
    card: list[Field] = []
    for line in lines:
        fields = fields_of(line)
        if not fields and has_words(line.flat):
            card[-1] = Field(card[-1].head, glue(card[-1].cell, line))
        for field in fields:
            if card and field.name == card[0].name:
                yield card
                card = []
            card.append(field)
    yield card
