"""Rows of a task table as measures in the making."""

from shuangda_desktop.plan.duties.duties import read_clause
from shuangda_desktop.plan.duties.verbs import Reading
from shuangda_desktop.plan.measures.drafts import Draft, stretches
from shuangda_desktop.plan.structure.lines import Line
from shuangda_desktop.plan.structure.passage import Clause, join
from shuangda_desktop.plan.tables.rows import Row
from shuangda_desktop.plan.tables.tables import Table
from shuangda_desktop.text.mapped import Span


def table_drafts(table: Table) -> list[Draft]:
    """A draft for each row that names a task; a row of units alone adds them to the row above."""
    drafts: list[Draft] = []
    for row in table.rows:
        if row.words:
            drafts.append(_draft(row, row.words))
        elif drafts and row.cells:
            _add_cells(drafts[-1], row)
    return drafts


def _draft(row: Row, words: Line) -> Draft:
    passage = join([row.title, words] if row.title and row.aims else [words])
    parts = stretches(passage, [(0, len(passage.flat))])
    draft = Draft(parts[0].start, parts, title=row.title.flat if row.title else "", row=True)
    _add_cells(draft, row)
    draft.merged, draft.aim = row.merged, row.aim.flat if row.aim else ""
    return draft


def _add_cells(draft: Draft, row: Row) -> None:
    if not row.cells:
        return
    text = row.clause()
    span = Span(min(c.start for _, c in row.cells), max(c.end for _, c in row.cells))
    clause = Clause(0, 0, text, read_clause(text) or Reading(()), keyed=True)
    draft.add(clause, span)
