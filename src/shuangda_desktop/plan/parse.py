"""Read a plan: header, outline, measures with their duties, times, targets and findings."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from shuangda_desktop.plan.checks.checked import checked
from shuangda_desktop.plan.checks.findings import Drafted
from shuangda_desktop.plan.duties.defaults import default_in, give_default, without_default
from shuangda_desktop.plan.duties.marked import legend_of, with_signs
from shuangda_desktop.plan.duties.order import Order, order_in, without_notes
from shuangda_desktop.plan.duties.spread import apply_order_rules, give_rest, let_first_lead, spread
from shuangda_desktop.plan.duties.taught import Disguise, apply_taught
from shuangda_desktop.plan.measures.drafts import Draft
from shuangda_desktop.plan.measures.due_days import Calendar
from shuangda_desktop.plan.measures.measures import measure_of, with_times
from shuangda_desktop.plan.measures.periods import (
    Period,
    bracket_period,
    calendar_period,
    lead_in_period,
)
from shuangda_desktop.plan.model import Measure, Plan, Section
from shuangda_desktop.plan.structure.bare_headings import with_bare_headings
from shuangda_desktop.plan.structure.cutting import cut_lines
from shuangda_desktop.plan.structure.frame import Frame, frame_of
from shuangda_desktop.plan.structure.header import Header, kind_of, plan_year, read_header
from shuangda_desktop.plan.structure.item_tree import Item
from shuangda_desktop.plan.structure.items import items_of
from shuangda_desktop.plan.structure.levels import level_of_plan
from shuangda_desktop.plan.structure.lines import Line, lines_of
from shuangda_desktop.plan.structure.name_lines import (
    with_name_lines,
    with_names_apart,
    with_told_lines,
)
from shuangda_desktop.plan.structure.outline import entries_of
from shuangda_desktop.plan.structure.problems import with_problems
from shuangda_desktop.plan.structure.repeats import without_annex_headings, without_repeats
from shuangda_desktop.plan.structure.unnumbered import above_numbers, without_numbers
from shuangda_desktop.plan.tables.blank_rows import with_cells_apart
from shuangda_desktop.plan.tables.items import table_drafts
from shuangda_desktop.plan.tables.tables import Table, header_of, read_table
from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.punctuation import narrow
from shuangda_desktop.text.taught import TaughtRule


def parse(text: MappedText, taught: Sequence[TaughtRule] = ()) -> Plan:
    """What the document says. Never raises: what is doubtful becomes a finding.

    ``taught`` are the clerk's own rules about units; those about the text are the affair of repair.
    """
    disguise = Disguise(taught)
    flat = disguise.worn(narrow(text.text))
    marks = legend_of(flat)
    flat = with_signs(flat, marks)
    framed = frame_of(_lines(flat))
    tables = _tables(framed)
    framed = _with_cells(framed, tables)
    body, notes = without_notes(framed.body)
    body, closing = without_default(body)
    default = default_in((*framed.heads, *closing))
    frame, entries = without_numbers(replace(framed, body=body))
    header = read_header(frame, text.text, text.raw)
    entries = entries or [*above_numbers(frame), *entries_of(frame.body)]
    items = items_of(entries, text.text, frame.bands)
    rows = [row for table in tables for row in table_drafts(table)]
    _share(items, rows, _order_everywhere(frame, notes))
    drafts = [*(draft for item in items for draft in item.drafts), *rows]
    give_rest(drafts, marks)
    give_default(drafts, default)
    own_rows = without_repeats(items, rows, text.text)
    items = without_annex_headings(items, rows, own_rows)
    year = plan_year(header, frame, flat)
    all_drafted = _drafted(items, own_rows, text, Calendar(year, header.issued_on), disguise)
    measures = tuple(drafted.measure for drafted in all_drafted)
    plan = replace(_plan(header, measures, flat), plan_year=year, sections=_sections(items, text))
    whole = checked(plan, all_drafted, items, tables, frame, text)
    return apply_taught(disguise.seen(whole), taught)


def _lines(flat: str) -> list[Line]:
    """The lines of a text as the reader wants them: each with one thing, numbers in front."""
    lines = with_cells_apart(lines_of(flat))
    lines = with_told_lines(with_name_lines(cut_lines(with_names_apart(lines))))
    return with_problems(with_bare_headings(lines))


def _tables(frame: Frame) -> list[Table]:
    """The tables, read with what the head says of their signs."""
    legend = "\n".join(line.flat for line in frame.heads) if frame.tables else ""
    return [read_table(lines, legend) for lines in frame.tables]


def _share(items: Sequence[Item], rows: Sequence[Draft], everywhere: Order | None) -> None:
    """Spread the clauses of items to those that have none; ``everywhere`` rules on all lists."""
    spread(items)
    apply_order_rules(items, everywhere)
    if everywhere:
        let_first_lead(rows, everywhere)


def _with_cells(frame: Frame, tables: Sequence[Table]) -> Frame:
    """The frame with the cells of tables that are headings with numbers."""
    cells = [cell for table in tables for row in table.rows for cell in row.numbered]
    if not cells:
        return frame
    body = sorted((*frame.body, *cells), key=lambda line: line.start)
    return replace(frame, body=tuple(body), bands=frame.bands.union(cell.start for cell in cells))


def _order_everywhere(frame: Frame, notes: Sequence[Line]) -> Order | None:
    """What the head, a note or the header of a table says of the order of units."""
    headers = [line for table in frame.tables for line in header_of(table)]
    return order_in(line.flat for line in (*frame.heads, *notes, *headers))


def _drafted(
    items: Sequence[Item],
    rows: Sequence[Draft],
    text: MappedText,
    calendar: Calendar,
    disguise: Disguise,
) -> list[Drafted]:
    """The measures of items and of rows of tables in reading order, their words disguised as their units are."""
    drafts: list[tuple[Draft, Item | None]] = [(d, item) for item in items for d in item.drafts]
    starts = [item.span.start for item in items]
    drafts += [(row, _heading_above(items, bisect_left(starts, row.start))) for row in rows]
    drafts.sort(key=lambda pair: pair[0].start)
    measures = [disguise.worn_by(measure_of(draft, item, text)) for draft, item in drafts]
    periods = [_period_above(draft, item, items) for draft, item in drafts]
    aims = [draft.aim for draft, _ in drafts]
    timed = with_times(measures, calendar, periods, aims)
    return [
        Drafted(measure, draft, item) for measure, (draft, item) in zip(timed, drafts, strict=True)
    ]


def _period_above(draft: Draft, item: Item | None, items: Sequence[Item]) -> Period:
    """The time that the headings above a draft tell; rows of a table have their own."""
    if not item or draft.row:
        return Period()
    own = bracket_period(item.heading)
    return Period(own) if own else Period(_month_above(item, items), loose=True)


def _month_above(item: Item, items: Sequence[Item]) -> str:
    """The month, quarter or half year that the nearest heading consists of, or the words below it begin with."""
    above: Item | None = item
    while above:
        month = calendar_period(above.heading) or calendar_period(above.group)
        if month := month or lead_in_period(above.lead_in):
            return month
        above = items[above.parent] if above.parent is not None else None
    return ""


def _heading_above(items: Sequence[Item], end: int) -> Item | None:
    """The heading that a row of a table stands under: the last item before it, where it has no words."""
    above = items[end - 1] if end else None
    return above if above and above.entry.label and not above.drafts else None


def _plan(header: Header, measures: tuple[Measure, ...], flat: str) -> Plan:
    """The plan as its head and its measures tell it."""
    units = [duty.unit for measure in measures for duty in measure.duties]
    return Plan(
        title=header.title,
        document_number=header.document_number,
        issuer=header.issuer,
        issued_on=header.issued_on,
        level=level_of_plan(header.title, header.issuer, units, flat),
        kind=kind_of(header.title),
        measures=measures,
    )


def _sections(items: Sequence[Item], text: MappedText) -> tuple[Section, ...]:
    """The outline: every item with a label."""
    return tuple(
        Section(
            item.entry.label.level,
            item.entry.label.text,
            item.heading,
            text.to_raw(item.span),
            items[item.parent].section if item.parent is not None else None,
        )
        for item in items
        if item.entry.label
    )
