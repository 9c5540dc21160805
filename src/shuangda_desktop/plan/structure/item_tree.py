"""Numbered items as a tree: what stands under what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from shuangda_desktop.plan.measures.drafts import Draft
from shuangda_desktop.plan.structure.outline import Entry
from shuangda_desktop.plan.structure.passage import Clause, Passage
from shuangda_desktop.text.mapped import Span

UNLABELLED = 9


@dataclass(slots=True)
class Item:
    """An entry as read: its place in the tree, its heading and its measures.

    ``parent`` and ``children`` are indices of items, ``section`` the index in the outline.
    ``heading_clause`` stands in the heading and governs what is below. ``group`` is the heading
    without a label that it stands under: 【市公安局】. ``lead_in`` only introduces the items below.
    """

    entry: Entry
    passage: Passage
    clauses: Sequence[Clause]
    parent: int | None = None
    section: int | None = None
    heading: str = ""
    heading_end: int | None = None
    children: list[int] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    heading_clause: Draft | None = None
    group: str = ""
    lead_in: str = ""

    @property
    def key_clause(self) -> Draft | None:
        """The clause of an item that holds nothing but a key: 3.责任单位:市公安局."""
        only = self.drafts[0] if self.entry.label and len(self.drafts) == 1 else None
        return only if only and not only.parts and only.clauses[0].keyed else None

    @property
    def level(self) -> int:
        """The level of its label."""
        return self.entry.label.level if self.entry.label else UNLABELLED

    @property
    def span(self) -> Span:
        """The label and the heading."""
        label = self.entry.label
        end = self.entry.start + (label.end - label.start if label else 0)
        return Span(self.entry.start, self.heading_end or end)


def below(items: Sequence[Item], item: Item) -> Iterator[Item]:
    """All items under an item."""
    for child in item.children:
        yield items[child]
        yield from below(items, items[child])


def plant(items: list[Item]) -> None:
    """Find each item's parent: the nearest one before it of a higher level."""
    path: list[int] = []
    sections = 0
    for index, item in enumerate(items):
        # A 【…】 heading has no level of its own; it closes rows of Arabic numbers.
        level = item.level if item.entry.label else 3
        while path and items[path[-1]].level >= level:
            path.pop()
        item.parent = path[-1] if path else None
        if not item.entry.label:
            continue
        if item.parent is not None:
            items[item.parent].children.append(index)
        item.section, sections = sections, sections + 1
        path.append(index)


def group(items: Sequence[Item]) -> None:
    """Tell each item its heading without a label: until the next, or a higher item, comes."""
    group, level = "", UNLABELLED
    for item in items:
        if not item.entry.label:
            group, level = item.entry.name, UNLABELLED
            continue
        group = "" if item.level < level < UNLABELLED else group
        level = item.level if level == UNLABELLED else level
        item.group = group
