"""Items into measures: each ends with the duty clause that governs it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from shuangda_desktop.plan.clauses import find_clauses
from shuangda_desktop.plan.headings import has_words, heading_of, heading_text
from shuangda_desktop.plan.items import passage_of
from shuangda_desktop.plan.model import Duty, Section
from shuangda_desktop.plan.numbering import Label
from shuangda_desktop.plan.outline import Entry
from shuangda_desktop.plan.passage import Clause, Passage
from shuangda_desktop.plan.prose import prose_cuts
from shuangda_desktop.text.mapped import Span

_LEADING = re.compile("^[\u3002;,、.!?:)\\]\u3015\u3011\\s]+")
_NOTE = re.compile("^(?:注|说明|备注)\\s?\\d?[:.、]")


@dataclass(slots=True)
class Draft:
    """A measure in the making; spans are in the repaired text."""

    item: int
    parts: list[Span]
    clauses: list[Clause] = field(default_factory=list)
    clause_spans: list[Span] = field(default_factory=list)
    duties: tuple[Duty, ...] = ()
    open_ended: bool = False
    prose: bool = False
    inherited: bool = False


@dataclass(slots=True)
class Item:
    """An entry as read: its place in the tree, its heading and its measures."""

    entry: Entry
    passage: Passage
    parent: int | None = None
    section: int | None = None
    heading: str = ""
    heading_span: Span | None = None
    children: list[int] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    heading_clause: Draft | None = None
    clauses: list[Clause] = field(default_factory=list)

    @property
    def level(self) -> int:
        """The level of its label; 9 for an item without one."""
        return self.entry.label.level if self.entry.label else 9


def items_of(entries: Sequence[Entry], text: str) -> list[Item]:
    """The entries with their headings and measures."""
    items = [Item(entry, passage_of(entry.lines)) for entry in entries]
    _plant(items)
    for index, item in enumerate(items):
        _read(item, index, text)
    _spread_headings(items)
    _spread_back(items)
    return items


def _plant(items: list[Item]) -> None:
    """Find each item's parent: the nearest one before it of a higher level."""
    path: list[int] = []
    sections = 0
    for index, item in enumerate(items):
        if not item.entry.label:
            item.parent = path[-1] if path else None
            continue
        while path and items[path[-1]].level >= item.level:
            path.pop()
        item.parent = path[-1] if path else None
        if item.parent is not None:
            items[item.parent].children.append(index)
        item.section = sections
        sections += 1
        path.append(index)


def _read(item: Item, index: int, text: str) -> None:
    passage = item.passage
    item.clauses = find_clauses(passage)
    body = 0
    clauses = item.clauses
    heading = (
        heading_of(passage, clauses, bool(item.children), item.level) if item.entry.label else None
    )
    if heading:
        body = heading.body
        item.heading = heading_text(_words(passage, text, 0, heading.end))
        if heading.clause:
            clauses = [clause for clause in clauses if clause is not heading.clause]
            item.heading_clause = _draft(index, [], passage, heading.clause)
            body = max(body, heading.clause.end) if heading.clause.start <= body + 1 else body
    item.drafts = list(_cut(index, passage, clauses, body))
    if heading and heading.clause and not item.children:
        for draft in item.drafts:
            _give(draft, item.heading_clause)
    if not any(clause.reading for clause in item.clauses):
        _read_prose(item, index, body)
    if item.children and item.drafts and not item.heading_clause:
        item.drafts = [d for d in item.drafts if d.clauses or not _introduces(passage, d)]


def _introduces(passage: Passage, draft: Draft) -> bool:
    """Words before the children that only lead over to them: 重点抓好以下工作:."""
    return passage.flat.rstrip().endswith(":")


def _words(passage: Passage, text: str, start: int, end: int) -> str:
    return "".join(text[at] for at in passage.at[start:end])


def _cut(index: int, passage: Passage, clauses: Sequence[Clause], body: int) -> Iterator[Draft]:
    """One draft for each clause, one more for words after the last."""
    start = body
    parts: list[tuple[int, int]] = []
    last: Draft | None = None
    for clause in clauses:
        if clause.end <= body:
            continue
        parts.append((start, clause.start))
        start = clause.end
        if not clause.reading:
            continue
        spans = _spans(passage, parts)
        if not spans and last:
            _add(last, passage, clause)
        else:
            if last:
                yield last
            last = _draft(index, spans, passage, clause)
        parts = []
    if last:
        yield last
    spans = _spans(passage, [*parts, (start, len(passage.flat))])
    if spans and any(has_words(passage.flat[a:b]) for a, b in [*parts, (start, len(passage.flat))]):
        yield Draft(index, spans)


def _spans(passage: Passage, parts: Sequence[tuple[int, int]]) -> list[Span]:
    """The parts that hold words, as stretches of the repaired text without their leading marks."""
    spans: list[Span] = []
    for start, end in parts:
        leading = _LEADING.match(passage.flat[start:end])
        start += leading.end() if leading else 0
        if start < end and (has_words(passage.flat[start:end]) or spans):
            spans += _stretches(passage, start, end)
    return spans


def _stretches(passage: Passage, start: int, end: int) -> list[Span]:
    """Runs of neighbouring places."""
    runs: list[Span] = []
    for at in passage.at[start:end]:
        if runs and runs[-1].end == at:
            runs[-1] = Span(runs[-1].start, at + 1)
        else:
            runs.append(Span(at, at + 1))
    return runs


def _draft(index: int, spans: list[Span], passage: Passage, clause: Clause) -> Draft:
    draft = Draft(index, spans)
    _add(draft, passage, clause)
    return draft


def _add(draft: Draft, passage: Passage, clause: Clause) -> None:
    """Let a clause govern a draft, after those that already do."""
    draft.clauses.append(clause)
    draft.clause_spans.append(Span(passage.at[clause.start], passage.at[clause.end - 1] + 1))
    if clause.reading:
        draft.duties = tuple(dict.fromkeys((*draft.duties, *clause.reading.duties)))
        draft.open_ended = draft.open_ended or clause.reading.open_ended


def _give(draft: Draft, other: Draft | None) -> None:
    """Let the clauses of another draft govern one that has none."""
    if other is None or draft.duties:
        return
    draft.clauses = [*draft.clauses, *other.clauses]
    draft.clause_spans = [*draft.clause_spans, *other.clause_spans]
    draft.duties, draft.open_ended, draft.inherited = other.duties, other.open_ended, True


def _read_prose(item: Item, index: int, body: int) -> None:
    """Responsibility told in sentences instead of a clause."""
    cuts = prose_cuts(item.passage.flat, body)
    if not cuts:
        return
    item.drafts = [
        Draft(
            index,
            _spans(item.passage, [(cut.start, cut.end)]),
            duties=cut.duties,
            prose=bool(cut.duties),
        )
        for cut in cuts
    ]


def _spread_headings(items: list[Item]) -> None:
    """A clause in a heading governs the items below it that have none."""
    for item in items:
        if item.heading_clause and item.children:
            for child in _below(items, item):
                for draft in items[child].drafts:
                    _give(draft, item.heading_clause)


def _below(items: list[Item], item: Item) -> Iterator[int]:
    for child in item.children:
        yield child
        yield from _below(items, items[child])


def _spread_back(items: list[Item]) -> None:
    """A clause on lines of its own at the end of a row of items governs the whole row."""
    drafts = [draft for item in items for draft in item.drafts]
    for at, draft in enumerate(drafts):
        if not draft.clauses or draft.inherited or not draft.clauses[-1].alone:
            continue
        row = _row_before(items, drafts, at)
        for earlier in row:
            _give(earlier, draft)


def _row_before(items: list[Item], drafts: list[Draft], at: int) -> list[Draft]:
    """The drafts without a clause that a clause at the end of their row governs too."""
    own = items[drafts[at].item]
    row: list[Draft] = []
    for draft in reversed(drafts[:at]):
        item = items[draft.item]
        if draft.duties or item.parent != own.parent or item.level < own.level:
            break
        row.append(draft)
    grouped = any(not items[draft.item].entry.label for draft in row)
    return row if grouped or _is_whole_row(items, drafts[at], row) else []


def _is_whole_row(items: list[Item], last: Draft, row: list[Draft]) -> bool:
    own = items[last.item]
    if own.parent is None or not row or row[-1].item == last.item:
        return False
    children = items[own.parent].children
    return children[-1] == last.item and {d.item for d in row} >= set(children[:-1])


def sections_of(items: Sequence[Item], to_raw: Callable[[Span], Span]) -> tuple[Section, ...]:
    """The outline: every item with a label."""
    found: list[Section] = []
    for item in items:
        label = item.entry.label
        if label is None:
            continue
        parent = items[item.parent].section if item.parent is not None else None
        found.append(
            Section(
                label.level, label.text, item.heading, to_raw(_section_span(item, label)), parent
            )
        )
    return tuple(found)


def _section_span(item: Item, label: Label) -> Span:
    end = item.entry.start + label.end - label.start
    return item.heading_span or Span(item.entry.start, end)
