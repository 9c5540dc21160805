"""First sentences that are short by chance, and are no headings."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from shuangda_desktop.plan.measures.periods import bracket_period
from shuangda_desktop.plan.structure.item_tree import Item
from shuangda_desktop.text.chars import STOP

_CHANCES = 3  # short first sentences in a row that may be no headings
_SELDOM = 8  # and items without one for each of more
_MANY = 5  # items without a heading beside one with one
_SHORTEST = 10  # characters of a sentence that is a heading where others of its row have one
_SHORT = 16  # characters of a first sentence that may well be a heading, odd or not


def with_odd_headings(items: Sequence[Item]) -> list[Item]:
    """The items whose heading is one by chance: no more of their row have one than have none."""
    few = rows_without_headings(items, _may_be_chance)
    one = rows_without_headings(items, lambda headed, bare: headed * _MANY <= bare)
    return [
        item
        for item in items
        if _row(item) in few and _is_sentence(item, _SHORTEST if _row(item) in one else _SHORT)
    ]


def _may_be_chance(headed: int, bare: int) -> bool:
    """Whether first sentences may be short by chance: a few in a row, or next to none in a long one."""
    return headed <= min(bare, _CHANCES) or headed * _SELDOM <= bare


def rows_without_headings(items: Iterable[Item], few: Callable[[int, int], bool]) -> set[str]:
    """The rows of numbers in which few items have a heading beside the bare ones; "" is that of items without a label."""
    counts = Counter((_row(item), bool(item.heading)) for item in items)
    return {
        row for (row, headed), many in counts.items() if not headed and few(counts[row, True], many)
    }


def _row(item: Item) -> str:
    return item.entry.label.row if item.entry.label else ""


def _is_sentence(item: Item, shortest: int) -> bool:
    """Whether a heading is as long as a sentence and ends like one, with no clause behind it."""
    end = len(item.heading)
    stage = "阶段" in item.heading or bracket_period(item.heading)
    return (
        end > shortest
        and not stage
        and not item.heading_clause
        and item.passage.flat.startswith(STOP, end)
    )
