"""Task cards: each task is a row of a table that was written out as lines of "column: cell".

    编号:01
    整改内容:核对预付卡备案
    牵头单位:区商务局
    完成时间:6月底前

The same lines come again for the next task. One such group alone is no table: what stands below an
item says who does it, and is read with the item.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shuangda_desktop.plan.structure.lines import Line, squeeze
from shuangda_desktop.plan.structure.numbering import label_at
from shuangda_desktop.plan.tables.columns import Column, column_of, columns_of

_FIELD = re.compile("(?P<key>[\u4e00-\u9fff][\u4e00-\u9fff ]{1,11})(?P<number>\\d{0,3}) ?: ?")


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a card: the words of its column, and the cell."""

    head: Line
    cell: Line

    @property
    def name(self) -> str:
        """The column's words without blanks: the same in each card."""
        return squeeze(self.head.flat)


def cards_end(lines: Sequence[Line], at: int, fewest: int = 2) -> int:
    """The index after the cards that begin at a line; ``at`` where there are fewer than so many."""
    if field_of(lines[at]) is None:
        return at
    end = next((n for n in range(at, len(lines)) if not _goes_on(lines[n])), len(lines))
    while field_of(lines[end - 1]) is None:  # what stands below the last field is no part of it
        end -= 1
    cards = list(_cards(lines[at:end]))
    told = (columns_of([field.head for field in card]) for card in cards)
    return end if len(cards) >= fewest and all(told) else at


def card_rows(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The cards as rows of a table, below the row of its header."""
    cards = list(_cards(lines))
    heads = {field.name: field.head for card in cards for field in card}
    yield list(heads.values())
    for card in cards:
        cells = {field.name: field.cell for field in card}
        edge = card[0].head.start
        yield [cells.get(name, Line(edge, edge, "")) for name in heads]


def field_of(line: Line) -> Field | None:
    """The column and the cell of a line; None where it does not begin with words of a header."""
    label = label_at(line.flat)
    start = label.end if label else 0
    found = _FIELD.match(line.flat, start)
    if not found:
        return None
    head = line.part(start, found.end("key"))
    return Field(head, line.part(found.end())) if column_of(head) is not Column.UNKNOWN else None


def _goes_on(line: Line) -> bool:
    """Whether a line is of a card: one of its fields, or words that a field runs on with."""
    return field_of(line) is not None or label_at(line.flat) is None


def _cards(lines: Sequence[Line]) -> Iterator[list[Field]]:
    """The groups that begin with the first field again."""
    card: list[Field] = []
    for line in lines:
        field = field_of(line)
        if field is None:
            card[-1] = Field(card[-1].head, _glued(card[-1].cell, line))
        elif card and field.name == card[0].name:
            yield card
            card = [field]
        else:
            card.append(field)
    yield card


def _glued(cell: Line, line: Line) -> Line:
    return Line(cell.start, line.end, cell.flat + " " * (line.start - cell.end) + line.flat)
