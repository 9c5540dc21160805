"""One of each official document over texts that are random, and what it must say wherever it stands."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from exports.sample import plan, unit
from exports.test_random_sheets import rows_of
from papers.reports import march
from shuangda_desktop.papers.circular import state_circular
from shuangda_desktop.papers.consultation import Opinion, adoption_table, consultation_letter
from shuangda_desktop.papers.local_plan import local_plan
from shuangda_desktop.papers.model import Block, Dress, DutyStyle, Form, Grid, Paper, Paragraph
from shuangda_desktop.papers.notice import forwarding_notice
from shuangda_desktop.papers.one_page import one_page
from shuangda_desktop.papers.opinion_extract import Extract, extract_paper
from shuangda_desktop.papers.pressing import supervision_slip, urging_slip
from shuangda_desktop.papers.report import periodic_report
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.model import ProgressEntry
from shuangda_desktop.tasks.reporting import Amount
from shuangda_desktop.tasks.results import Way
from shuangda_desktop.tasks.rounds.snapshots import Cell, Line

LATER = date(2027, 1, 15)
WHOLE = ("letter", "lines", "plan")  # hold every task with its whole text


def random_rows(texts):
    """Tasks with random words everywhere, names of units among them."""
    return tuple(
        replace(
            row,
            due_on=date(2026, 3, 20),
            targets=(row.latest_note,) if row.number % 3 == 0 else (),
            units=(unit(f"市{row.title}局"), unit("市商务局", Role.COOPERATING, scope=row.text)),
        )
        for row in rows_of(texts)
    )


def _month(rows):
    entries = [
        ProgressEntry(r.task_id, r.units[0].unit, date(2026, 3, 9), 50, r.latest_note)
        for r in rows[::2]
    ]
    amounts = [
        Amount(r.task_id, r.title, r.text, ((r.latest_note, r.title),), reached=False, way=Way.SUM)
        for r in rows[::4]
    ]
    return march(*rows, entries=entries, amounts=amounts)


def random_papers(texts) -> dict[str, Paper]:
    """One of each kind of document by its name; every text stands in several of them."""
    rows = random_rows(texts)
    one, two, three = texts[:3]
    short = local_plan(plan(rows=rows[:3], title=one, basis=((two, three),)))
    dress = Dress(Form.RED, one, two, three, copies_to=two, printed_by=three, remark=one)
    opinions = [Opinion(r.title, r.text, r.latest_note, "采纳", r.text) for r in rows]
    lines = [(Line(r.title, r.title, _cells(r)), "牵头") for r in rows]
    extract = Extract(one, tuple(lines), two, three, "x", "1", LATER, one)
    return {
        "plan": local_plan(plan(rows=rows, recipients=two, red_head=three)),
        "lines": local_plan(plan(rows=rows, duties=DutyStyle.LINES)),
        "notice": replace(forwarding_notice(short, two), dress=dress),
        "letter": consultation_letter(local_plan(plan(rows=rows)), texts[:4], LATER, three),
        "report": periodic_report(_month(rows), one, two, three),
        "circular": state_circular(_month(rows), one, two, three, ranked=True),
        "one_page": one_page(_month(rows), one, two),
        "urge": urging_slip(one, rows, _month(rows).period, two, LATER, three),
        "supervise": supervision_slip(one, rows, LATER, two, LATER, three),
        "adoption": adoption_table(opinions, one, two),
        "extract": extract_paper(extract),
    }


def _cells(row):
    texts = {"title": row.title, "text": row.text, "due": row.latest_note}
    texts |= dict.fromkeys(("lead", "responsible", "cooperating"), row.latest_note)
    return tuple(Cell(key, key, text) for key, text in texts.items())


def said(paper: Paper) -> Iterator[tuple[str, ...]]:
    """What each paragraph and each cell holds, in the pieces that it is written in."""
    yield from _of(paper.blocks)
    for annex in paper.annexes:
        yield from _of(annex.blocks)


def _of(blocks: tuple[Block, ...]) -> Iterator[tuple[str, ...]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.head, block.text, block.clause
        elif isinstance(block, Grid):
            yield from ((text,) for row in block.rows for text in row)
        else:
            yield from ((row.text,) for row in block.rows)


def all_texts(paper: Paper) -> Iterator[str]:
    """Every text that goes into the file."""
    dress = paper.dress
    yield from (paper.title, paper.office, dress.name, dress.document_number, dress.signer)
    yield from (dress.recipients, dress.copies_to, dress.printed_by, dress.remark)
    yield from (annex.title for annex in paper.annexes)
    for pieces in said(paper):
        yield from pieces
