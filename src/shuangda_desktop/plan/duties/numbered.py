"""Statements about items by their numbers reach the items: 第1—3项由A牵头."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from shuangda_desktop.plan.duties.by_number import Numbered
from shuangda_desktop.plan.duties.verbs import Reading
from shuangda_desktop.plan.measures.drafts import clause_draft
from shuangda_desktop.plan.structure.item_tree import Item, below
from shuangda_desktop.plan.structure.passage import Clause

_ARABIC = (
    "third",
    "task",
    "fourth",
    "second",
    "first",
)  # the rows that 第1项 may count, best first
_HAN = ("second", "task", "first", "third")


def spread_by_number(items: Sequence[Item]) -> None:
    """Let each statement about numbers govern the items that have them."""
    for at, item in enumerate(items):
        for clause in item.clauses:
            if clause.numbered:
                _spread(items, at, clause)


def _spread(items: Sequence[Item], at: int, clause: Clause) -> None:
    nearest = [*reversed(items[: at + 1]), *items[at + 1 :]]
    wanted = {number for told in clause.numbered for number in told.numbers}
    rows = _HAN if clause.numbered[0].han else _ARABIC
    counted = (_by_number(nearest, row) for row in rows)
    row = next((those for those in counted if wanted <= those.keys()), {})
    for told in clause.numbered if row else ():
        for number in told.numbers:
            _give(items, row[number], items[at], told, clause)


def _by_number(items: Iterable[Item], row: str) -> dict[int, Item]:
    """The first item with each number of a row."""
    found: dict[int, Item] = {}
    for item in items:
        if item.entry.label and item.entry.label.row == row:
            found.setdefault(item.entry.label.number, item)
    return found


def _give(items: Sequence[Item], item: Item, source: Item, told: Numbered, clause: Clause) -> None:
    """Let what is told of an item govern its words and those below it."""
    start, end = clause.start + told.start, clause.start + told.end
    words = source.passage.flat[start:end].strip(";,\u3002")
    own = replace(
        clause,
        start=start,
        end=start + len(words),
        text=words,
        reading=Reading(told.duties),
        points=False,
        numbered=(told,),
    )
    ruling = clause_draft(source.passage, own)
    for each in (item, *below(items, item)):
        for draft in each.drafts:
            draft.take_from(ruling)
