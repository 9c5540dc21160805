"""Parts of one house before a colon, several in a row: 综合处:对接…; 办公室:主要做好….

Their words need not say 负责: that each item or paragraph of the row has its own name before it tells
who does it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from shuangda_desktop.plan.duties.heads import as_words_say, units_before_colon
from shuangda_desktop.plan.duties.prose import WINDOW
from shuangda_desktop.plan.duties.units_list import split_units
from shuangda_desktop.plan.duties.verbs import is_division
from shuangda_desktop.plan.model import Duty, Role
from shuangda_desktop.plan.structure.item_tree import Item
from shuangda_desktop.text.chars import HAN

_PART = re.compile(
    f"(?![成设建]立|组建|加强|抽调|充实)[{HAN}]{{0,16}}(?:办公室|综合室|执法(?:支|大|总)队|专班)"
)
_FEWEST = 2  # names before a colon that make a row
_LONGEST = 40  # characters of names before a colon


def labelled_by_parts(items: Sequence[Item]) -> Iterator[tuple[Item, tuple[Duty, ...]]]:
    """The items that begin with parts of a house, in rows where most begin with such names or units."""
    rows: dict[tuple[int | None, int], list[Item]] = defaultdict(list)
    for item in items:
        if item.entry.label and item.drafts and not item.children:
            rows[item.parent, item.level].append(item)
    for row in rows.values():
        told = [(item, duties) for item in row if (duties := parts_before_colon(item.passage.flat))]
        named = len(told) + sum(bool(units_before_colon(item.passage.flat)) for item in row)
        if named >= _FEWEST and named * 2 > len(row):
            yield from told


def parts_before_colon(text: str) -> tuple[Duty, ...]:
    """The duties of the parts of a house that a text begins with; () where it begins with others."""
    before, _, words = text.partition(":")
    names = split_units(before).names if words and len(before) <= _LONGEST else ()
    if not all(is_division(name) or _PART.fullmatch(name) for name in names):
        return ()
    duties = tuple(Duty(name, Role.RESPONSIBLE) for name in names)
    return () if units_before_colon(text) else as_words_say(duties, words[:WINDOW])
