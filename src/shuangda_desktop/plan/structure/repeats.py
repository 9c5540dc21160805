"""A task table that says again what the body says: the annex of a plan is no second plan.

Rows whose words are those of an item are taken for that item: what the item itself leaves to the table
(its units, its deadline) is given to it. Other rows of the table stay measures of their own.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from shuangda_desktop.plan.duties.verbs import Reading
from shuangda_desktop.plan.measures.drafts import Draft
from shuangda_desktop.plan.structure.item_tree import Item
from shuangda_desktop.plan.structure.passage import Clause
from shuangda_desktop.text.punctuation import narrow

FEWEST = 2  # rows that say what items say, before a table is taken for the body's annex
_MARKS = re.compile(r"[\W_]+")
_DUE = re.compile("完成时限:(?P<time>[^;]+)")


def without_repeats(items: Iterable[Item], rows: Sequence[Draft], text: str) -> list[Draft]:
    """The rows of tables that say nothing that an item says; the items get what the others say."""
    if not rows:
        return []
    bodies: defaultdict[str, list[Draft]] = defaultdict(list)
    for item in items:
        for draft in item.drafts:
            for words in _said(draft, item, text):
                bodies[words].append(draft)
    repeated: defaultdict[str, list[Draft]] = defaultdict(list)
    for row in rows:
        words = _words(row, text)
        if words and bodies.get(words):
            repeated[words].append(row)
    pairs = [
        (row, body)
        for words, same in repeated.items()
        for row, body in _paired(same, bodies[words])
    ]
    if len(pairs) < FEWEST:
        return list(rows)
    gone = {id(row) for row, body in pairs if _give(row, body)}
    return [row for row in rows if id(row) not in gone]


def _paired(rows: Sequence[Draft], bodies: Sequence[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Each row with the item that says the same; rows of more tasks than there are items are none of them."""
    alike = len({(row.duties, *(clause.text for clause in row.clauses)) for row in rows}) == 1
    if len(rows) <= len(bodies) or alike:
        receivers = _receivers(bodies, len(rows))
        yield from zip(rows, [*receivers, *[receivers[-1]] * len(rows)], strict=False)


def without_annex_headings(
    items: Sequence[Item], rows: Sequence[Draft], kept: Sequence[Draft]
) -> list[Item]:
    """The items without the headings across a table that ends the document and says nothing new."""
    last = max((row.start for row in rows), default=-1)
    annex = bool(rows) and not kept
    end = len(items)
    while annex and end and _heads_rows(items[end - 1], last):
        end -= 1
    for item in items[:end]:
        item.children = [child for child in item.children if child < end]
    return list(items[:end])


def _heads_rows(item: Item, last: int) -> bool:
    """Whether it is nothing but a heading with rows of the table behind it."""
    return not item.drafts and not item.heading_clause and item.entry.start < last


def _said(draft: Draft, item: Item, text: str) -> Iterator[str]:
    """The words of an item, alone and behind its heading: a table has both in one cell.

    The heading of an item with one task is enough: tables name tasks by their headings.
    """
    words = _words(draft, text)
    yield words
    if item.heading and draft is item.drafts[0]:
        yield _folded(item.heading) + words
        if len(item.drafts) == 1:
            yield _folded(item.heading)


def _words(draft: Draft, text: str) -> str:
    return _folded("".join(text[p.start : p.end] for p in draft.parts))


def _folded(words: str) -> str:
    return _MARKS.sub("", narrow(words))


def _receivers(bodies: Sequence[Draft], count: int) -> Sequence[Draft]:
    """Of several items with the same words those with units, else the last: goals come before tasks."""
    ruled = [body for body in bodies if body.duties]
    return (ruled or list(bodies))[-count:]


def _give(row: Draft, body: Draft) -> bool:
    """Let the row say of the item what the item does not say itself; False where another row has done so."""
    if body.annex:
        return (body.annex.duties, times_of(body.annex)) == (row.duties, times_of(row))
    body.annex = row
    body.aim = body.aim or row.aim
    if not body.duties and not row.merged:  # an empty cell of an annex names nobody
        body.take_from(row)
    elif not any(_says_when(clause.text) for clause in body.clauses):
        for time in times_of(row)[:1]:
            body.clauses.append(Clause(0, 0, f"完成时限:{time}", Reading(()), keyed=True))
            body.clause_spans.append(row.clause_spans[0])
    return True


def _says_when(text: str) -> bool:
    return "时限" in text


def times_of(row: Draft) -> list[str]:
    """What the clauses of a row say until when."""
    return [found["time"] for clause in row.clauses if (found := _DUE.search(clause.text))]
