"""Measures that lack what nearly all others of their plan have: a lead, a number, a heading.

Independent of how any of these is read: in a plan where nearly every task has one, a task without is
seldom meant so.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from shuangda_desktop.plan.checks.findings import Drafted, doubt
from shuangda_desktop.plan.checks.peers import is_led
from shuangda_desktop.plan.checks.shapes import opens_with_title
from shuangda_desktop.plan.model import Finding
from shuangda_desktop.plan.structure.item_tree import Item

_FEWEST = 5  # measures that show what is usual
_NEARLY_ALL = 0.8  # such a share of them
_FEWEST_LED = 8  # all but one of so many are led
_FEWEST_TITLED, _TITLED = 4, 0.75
_SELDOM = 8  # of so many measures one may be odd
_TOLD = {"no-heading", "title-in-text"}
_LONGER = 30  # characters of more than a heading that stands alone


def check_unlike(
    all_drafted: Sequence[Drafted], codes: Sequence[set[str]]
) -> Iterator[tuple[int, Finding]]:
    """By place in the list: the measures that lack what nearly all others have.

    ``codes`` are the doubts of each measure that are known already.
    """
    for at in _unled(all_drafted):
        message = "其他各项几乎都有牵头单位,本项没有,可能漏读,暂按没有牵头单位处理。"
        yield at, doubt("lead-cell", message, all_drafted[at].measure.span)
    for at in _unnumbered(all_drafted):
        message = "其他各项几乎都有编号,本项没有,可能不是一项任务或丢了编号,暂作一项。"
        yield at, doubt("title-in-text", message, all_drafted[at].measure.span)
    bare = (at for at in _untitled(all_drafted) if not codes[at].intersection(_TOLD))
    for at in (*_below_titled(all_drafted), *bare):
        message = "其他各项几乎都有小标题,本项没有,可能丢了编号或标点,暂作正文。"
        yield at, doubt("title-in-text", message, all_drafted[at].measure.span)


def _unled(all_drafted: Sequence[Drafted]) -> Iterator[int]:
    """Those with units, none of which leads."""
    charged = [at for at, drafted in enumerate(all_drafted) if drafted.measure.duties]
    lacking = [at for at in charged if not is_led(all_drafted[at])]
    yield from lacking if len(lacking) == 1 and len(charged) >= _FEWEST_LED else ()


def _unnumbered(all_drafted: Sequence[Drafted]) -> Iterator[int]:
    """Those outside of tables that belong to no numbered item."""
    told = [at for at, drafted in enumerate(all_drafted) if not drafted.draft.row]
    lacking = [at for at in told if not _is_numbered(all_drafted[at])]
    usual = len(told) - len(lacking) >= _NEARLY_ALL * len(told)
    yield from lacking if usual and len(told) >= _FEWEST else ()


def _is_numbered(drafted: Drafted) -> bool:
    return drafted.item is not None and drafted.item.entry.label is not None


def _below_titled(all_drafted: Sequence[Drafted]) -> list[int]:
    """Paragraphs that begin with a title of their own below an item that has one: their number is lost."""
    if not _are_titled([drafted.item for drafted in all_drafted]):
        return []
    odd = [
        at
        for at, drafted in enumerate(all_drafted)
        if _begins_below(drafted) and opens_with_title(drafted.words)
    ]
    return odd if len(odd) * _SELDOM <= max(_SELDOM, len(all_drafted)) else []


def _are_titled(items: Sequence[Item | None]) -> bool:
    titled = sum(bool(item and item.heading) for item in items)
    return len(items) >= _FEWEST_TITLED and titled >= _TITLED * len(items)


def _is_one_bare(items: Sequence[Item]) -> bool:
    """Whether all of several items but one have a heading."""
    titled = sum(bool(item.heading) for item in items)
    return titled >= _FEWEST and len(items) - titled == 1


def _begins_below(drafted: Drafted) -> bool:
    """Whether a measure begins a line that is not the first of its item."""
    item = drafted.item
    if item is None or len(item.drafts) < 2:
        return False
    return drafted.draft.start in {item.passage.at[begun] for begun in item.passage.breaks[1:]}


def _untitled(all_drafted: Sequence[Drafted]) -> Iterator[int]:
    """Long items without a heading at a level where nearly all items have one."""
    levels: dict[int, dict[int, Item]] = defaultdict(dict)
    for one in (each.item for each in all_drafted if each.item and _is_numbered(each)):
        levels[one.level][id(one)] = one
    usual = {level for level, row in levels.items() if _is_one_bare([*row.values()])}
    for at, drafted in enumerate(all_drafted):
        item = drafted.item
        bare = item and item.entry.label and not item.heading and len(drafted.words) > _LONGER
        if bare and item and item.level in usual:
            yield at
