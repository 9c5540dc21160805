"""The heading and the measures of each numbered item."""

from collections.abc import Container, Sequence
from dataclasses import replace

from shuangda_desktop.plan.duties.clauses import find_clauses
from shuangda_desktop.plan.duties.closing import closing_duties
from shuangda_desktop.plan.duties.counted import counted_cuts
from shuangda_desktop.plan.duties.heads import units_told
from shuangda_desktop.plan.duties.labels import labelled_by_parts
from shuangda_desktop.plan.duties.named import named_duties
from shuangda_desktop.plan.duties.prose import WINDOW, begins_duty
from shuangda_desktop.plan.duties.prose_cuts import Cut, prose_cuts
from shuangda_desktop.plan.measures.drafts import Draft, clause_draft, cut_at_clauses, stretches
from shuangda_desktop.plan.structure.headings import Heading, heading_of, heading_text
from shuangda_desktop.plan.structure.item_tree import Item, below, group, plant
from shuangda_desktop.plan.structure.odd_headings import with_odd_headings
from shuangda_desktop.plan.structure.outline import Entry
from shuangda_desktop.plan.structure.paragraphs import (
    LONGEST_TOPIC,
    fewest_paragraphs,
    paragraphs_of_doers,
    paragraphs_of_units,
    titled_paragraphs,
)
from shuangda_desktop.plan.structure.passage import Clause
from shuangda_desktop.plan.structure.passages import passage_of
from shuangda_desktop.text.chars import STOP


def items_of(
    entries: Sequence[Entry], text: str, bands: Container[int] = frozenset()
) -> list[Item]:
    """The entries with their headings and measures; ``bands`` are the starts of nothing but headings."""
    passages = [passage_of(entry.lines, labelled=entry.label is not None) for entry in entries]
    items = list(map(Item, entries, passages, map(find_clauses, passages)))
    plant(items)
    group(items)
    for item in items:
        _read(item, items, text, bands)
    _reread_labelled(items)
    _reread_odd(items)
    _reread_last(items)
    return items


def _reread_labelled(items: Sequence[Item]) -> None:
    """Parts of a house before a colon are no headings, and do what stands behind: 综合处:对接市商务局."""
    for item, duties in labelled_by_parts(items):
        if any(draft.duties for draft in item.drafts):
            continue
        if item.heading:
            item.heading, item.heading_end = "", None
            _cut(item, 0, item.clauses)
        for draft in item.drafts:
            draft.duties = duties


def _reread_odd(items: Sequence[Item]) -> None:
    """A first sentence that is short by chance is no heading."""
    leaves = [item for item in items if item.entry.label and item.drafts and not item.children]
    for item in with_odd_headings(leaves):
        item.heading, item.heading_end = "", None
        _cut(item, 0, item.clauses)


def _reread_last(items: Sequence[Item]) -> None:
    """Words below the last clause of a plan are its tail, where no other item is 标题(A负责)正文."""
    if not items or not _has_inner_clause(items[-1]):
        return
    last, others = items[-1], items[:-1]
    usual = any(draft.clauses for item in others for draft in item.drafts)
    if usual and not any(_has_inner_clause(item) for item in others):
        last.heading, last.heading_end, last.heading_clause = "", None, None
        last.drafts = cut_at_clauses(last.passage, last.clauses, 0)


def _has_inner_clause(item: Item) -> bool:
    """Whether a clause in brackets stands between the title and the body of an item."""
    return bool(
        item.heading_clause and not item.children and not item.heading_clause.clauses[0].keyed
    )


def _read(item: Item, items: Sequence[Item], text: str, bands: Container[int]) -> None:
    """Find the heading, then cut the rest into measures."""
    heading = _heading(item, items)
    if item.entry.start in bands:
        heading = _whole_heading(item)
    body, clauses = 0, item.clauses
    if heading:
        body = _take_heading(item, heading, text)
        clauses = [clause for clause in clauses if clause is not heading.clause]
    _cut(item, body, clauses)


def _cut(item: Item, body: int, clauses: Sequence[Clause]) -> None:
    """Cut the words from ``body`` on into measures."""
    item.drafts = cut_at_clauses(item.passage, clauses, body)
    if item.heading_clause and not item.children:
        for draft in item.drafts:
            draft.take_from(item.heading_clause)
    if not any(clause.governs or clause.numbered for clause in item.clauses):
        _read_prose(item, body)
        _read_heading(item, item.passage.flat[body : body + WINDOW])
    if item.children and item.passage.flat.endswith(":"):
        lead_in = item.passage.flat.rfind(STOP) + 1
        item.lead_in = item.passage.flat[max(body, lead_in) :]
        item.drafts = _drafts_before(item, body, lead_in)


def _drafts_before(item: Item, body: int, lead_in: int) -> list[Draft]:
    """The drafts without the words that only introduce the items below: …。具体措施:."""
    ruled = [draft for draft in item.drafts if draft.clauses]
    start = max((clause.end for clause in item.clauses if clause.governs), default=body)
    parts = stretches(item.passage, [(start, lead_in)])
    return [*ruled, Draft(parts[0].start, parts)] if parts else ruled


def _heading(item: Item, items: Sequence[Item]) -> Heading | None:
    if not item.entry.label:
        return None
    own = any(clause.governs for clause in item.clauses)
    lower = any(c.governs for child in below(items, item) for c in child.clauses)
    # A clause of its own beside clauses of all items below governs the item's words; but a chapter
    # (一、) has no words of its own.
    lacking = any(not any(c.governs for c in items[child].clauses) for child in item.children)
    heads = bool(item.children) and (item.level == 1 or lacking or not (own and lower))
    bare = _only_leads_on(item) or _is_cut_off(item, items)
    return heading_of(item.passage, item.clauses, heads or bare, item.level)


def _only_leads_on(item: Item) -> bool:
    """Whether an item ends where a list should begin that is no part of the plan: 由以下成员组成:."""
    flat = item.passage.flat
    return flat.endswith(":") and STOP not in flat and not item.clauses


def _is_cut_off(item: Item, items: Sequence[Item]) -> bool:
    """Whether an item is a chapter whose words were not copied: nothing but 七、标题 at the very end."""
    before = items[-2] if len(items) > 1 and item is items[-1] else item
    chapter = item.level == 1 < before.level
    return chapter and STOP not in item.passage.flat and not item.clauses


def _whole_heading(item: Item) -> Heading:
    """All words of a heading across a table, but for a clause at its end."""
    end, clause = len(item.passage.flat), next((c for c in item.clauses if c.governs), None)
    return Heading(clause.start if clause else end, end, clause)


def _take_heading(item: Item, heading: Heading, text: str) -> int:
    """Set the heading; where the body begins."""
    places = item.passage.at[: heading.end]
    item.heading = heading_text("".join(text[at] for at in places))
    item.heading_end = places[-1] + 1 if places else None
    if heading.clause:
        item.heading_clause = clause_draft(item.passage, heading.clause)
    return heading.body


def _read_heading(item: Item, words: str) -> None:
    """A heading that is nothing but units tells who does what stands below: 市公安局:负责….

    Units that the words name too are those it works with, unless the words begin with them.
    """
    duties = units_told(item.heading, words)
    for n, draft in enumerate(item.drafts if duties else ()):
        if n == 0 and not begins_duty(words):
            draft.duties, draft.prose = duties, False
        draft.duties = draft.duties or duties


def _told(item: Item, body: int) -> list[Cut]:
    """Where units are told; a paragraph without a label may begin with a short sentence of none."""
    flat = item.passage.flat
    cuts = prose_cuts(flat, body)
    stop = flat.find(STOP, body)
    told = bool(cuts and cuts[0].duties)
    if told or item.entry.label or not 0 < stop <= LONGEST_TOPIC:
        return cuts
    later = prose_cuts(flat, stop + 1)
    return [replace(cut, start=cut.start if n else body) for n, cut in enumerate(later)] or cuts


def _read_prose(item: Item, body: int) -> None:
    """Responsibility told in sentences instead of a clause."""
    paragraphs = [] if item.children else _paragraphs(item, body)
    cuts = paragraphs or counted_cuts(item.passage.flat, body) or _told(item, body)
    cuts = cuts or ([] if item.children else paragraphs_of_doers(item.passage, body))
    found = [(cut, stretches(item.passage, [(cut.start, cut.end)])) for cut in cuts]
    found = [(cut, parts) for cut, parts in found if parts]  # a clause alone leaves no words
    if not found:
        duties, uncertain = closing_duties(item.passage.flat, body)
        duties = duties or named_duties(item.passage.flat, body)
        for draft in item.drafts if duties else []:
            draft.duties, draft.prose = duties, uncertain
        return
    item.drafts = []
    for cut, parts in found:
        draft = Draft(parts[0].start, parts, duties=cut.duties, prose=bool(cut.duties))
        item.drafts.append(draft)


def _paragraphs(item: Item, body: int) -> list[Cut]:
    """The paragraphs of an item as measures, where each has a title or names its unit."""
    fewest = fewest_paragraphs(item.heading, item.entry.label is not None)
    return paragraphs_of_units(item.passage, body, fewest) or titled_paragraphs(item.passage, body)
