"""Repairs that go together: the cells of a table row that was set with blanks are parted or not, all of them.

With one of its columns taken back the rest of a row would stand in the wrong columns.
"""

from collections.abc import Iterable, Iterator

from shuangda_desktop.text.mapped import Repair
from shuangda_desktop.text.rules.cells import RULE


def row_of(raw: str, repair: Repair, every: Iterable[Repair]) -> tuple[Repair, ...]:
    """The repairs that are taken back, or made again, with this one; it is among ``every``."""
    if repair.rule != RULE:
        return (repair,)
    line = _line(raw, repair)
    return tuple(one for one in every if one.rule == RULE and _line(raw, one) == line)


def stops(raw: str, every: Iterable[Repair]) -> Iterator[Repair]:
    """The repairs that are looked at one by one: of a row the first."""
    seen = set[int]()
    for repair in sorted(every, key=lambda one: one.span):
        line = _line(raw, repair)
        if repair.rule != RULE or line not in seen:
            yield repair
        if repair.rule == RULE:
            seen.add(line)


def _line(raw: str, repair: Repair) -> int:
    """Where the line begins that a repair stands in."""
    return raw.rfind("\n", 0, repair.span.start) + 1
