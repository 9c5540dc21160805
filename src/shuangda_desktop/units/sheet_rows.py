"""A sheet that clerks filled, as rows under known headings: whatever stands above, left or merged."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.text.chars import BLANK, COLON
from shuangda_desktop.text.punctuation import narrow
from shuangda_desktop.text.sheets import FilledSheet
from shuangda_desktop.units.words import Head

_WITHIN = 30  # rows in which a header is looked for
_DAY = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?|(\d{4})(\d\d)(\d\d)")
_REMARK = re.compile(
    "[一二三四五六七八九十]+[、.]|[(\uff08]|注|说明|备注|合计|共|填表|制表|以[上下]"
)
_NOT_HEAD = re.compile(f"[{BLANK}{COLON}*\n]|\\(.*?\\)")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its number as the sheet counts, and its texts by the keys of the headings."""

    number: int
    texts: Mapping[str, str]

    def text(self, key: str) -> str:
        """The text under a heading, "" where there is none."""
        return self.texts.get(key, "")


@dataclass(frozen=True, slots=True)
class Rows:
    """A table within a sheet: which headings it has, and its rows."""

    sheet: str
    keys: frozenset[str]
    rows: tuple[SheetRow, ...]


def rows_of(sheet: FilledSheet, heads: Sequence[Head], needed: Sequence[str]) -> Rows | None:
    """The table whose header has the needed headings; None where no row within thirty does."""
    texts = _unmerged(sheet)
    last = max((row for row, _ in texts), default=-1)
    for row in range(min(last + 1, _WITHIN)):
        columns = _columns(texts, row, heads)
        if set(needed) <= set(columns.values()):
            there = [
                at
                for at in range(row + 1, last + 1)
                if any((at, c) in sheet.texts for c in columns)
            ]
            across = {(top, left) for top, left, _, right in sheet.merges if right > left}
            rows = tuple(_rows(texts, columns, there, across))
            return Rows(sheet.name, frozenset(columns.values()), rows)
    return None


def day_of(text: str) -> date | None:
    """The day of a cell: 2019-03-31, 2019年3月31日, 2019.3.31, 20190331; None for anything else."""
    found = _DAY.fullmatch(narrow(text).strip())
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups() if part)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _unmerged(sheet: FilledSheet) -> dict[tuple[int, int], str]:
    """The texts, those of cells merged downwards repeated in every row that they cover."""
    texts = dict(sheet.texts)
    for top, left, bottom, right in sheet.merges:
        if left == right and (value := texts.get((top, left), "")):
            texts |= {(row, left): value for row in range(top, bottom + 1)}
    return texts


def _columns(
    texts: Mapping[tuple[int, int], str], row: int, heads: Sequence[Head]
) -> dict[int, str]:
    """The columns that a row heads: each heading once, by its title before its other names."""
    words = {column: _bare(text) for (at, column), text in sorted(texts.items()) if at == row}
    columns: dict[int, str] = {}
    for names in (lambda head: (head.title,), lambda head: head.others):
        for head in heads:
            known = {_bare(name) for name in names(head)}
            free = (c for c, word in words.items() if word in known and c not in columns)
            if head.key not in columns.values() and (column := next(free, None)) is not None:
                columns[column] = head.key
    return columns


def _bare(text: str) -> str:
    return _NOT_HEAD.sub("", narrow(text))


def _rows(
    texts: Mapping[tuple[int, int], str],
    columns: Mapping[int, str],
    places: Sequence[int],
    across: Collection[tuple[int, int]],
) -> Iterator[SheetRow]:
    """The rows with anything under a heading; one cell that is a heading or a remark is no row."""
    for row in places:
        found = {c: texts[row, c].strip() for c in columns if (row, c) in texts}
        alone = next(iter(found.items())) if len(found) == 1 else None
        if not (alone and ((row, alone[0]) in across or _REMARK.match(alone[1]))):
            yield SheetRow(row + 1, {columns[c]: text for c, text in found.items()})
