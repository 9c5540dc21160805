"""Cells that are merged downwards: the units and times in them hold for each row that they cover."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence

_HEAD = re.compile("牵头|责任|配合|协助|承办|协办|单位|部门|时限|时间|期限")
_LONGEST_HEAD = 12  # characters


def filled_down(
    rows: Iterable[Sequence[str]], covered: Container[tuple[int, int]]
) -> Iterator[list[str]]:
    """The rows; cells of columns about units and times say what the cell that covers them says.

    ``covered`` are the places (row, column) below the first row of a merged cell. Heads are not
    repeated, nor are names of groups, which stand once.
    """
    heads: dict[int, str] = {}
    above: list[str] = []
    for number, row in enumerate(rows):
        cells = list(row)
        titled = sum(map(bool, cells)) == 1  # a title above the heads, or the name of a group
        for at, text in enumerate(cells):
            if text and not titled:
                heads.setdefault(at, text)
            elif not text and (number, at) in covered and _may_repeat(heads.get(at, "")):
                cells[at] = above[at] if at < len(above) and above[at] != heads[at] else ""
        yield cells
        above = cells


def _may_repeat(head: str) -> bool:
    return len(head) <= _LONGEST_HEAD and _HEAD.search(head) is not None
