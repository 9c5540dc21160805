"""Read a plan: header, outline, measures with their duties, times, targets and findings."""

from collections.abc import Sequence
from dataclasses import replace

from shuangda_desktop.plan.deadlines import Calendar, find_deadlines, keyed_deadlines
from shuangda_desktop.plan.duties import lead_by_order, says_first_leads
from shuangda_desktop.plan.frame import frame_of
from shuangda_desktop.plan.header import (
    kind_of,
    level_of_name,
    level_of_units,
    plan_year,
    read_header,
)
from shuangda_desktop.plan.lines import lines_of
from shuangda_desktop.plan.measures import Draft, Item, items_of, sections_of
from shuangda_desktop.plan.model import Measure, Plan
from shuangda_desktop.plan.outline import entries_of
from shuangda_desktop.plan.recurrences import find_recurrences
from shuangda_desktop.plan.targets import find_targets
from shuangda_desktop.text.mapped import MappedText, Span
from shuangda_desktop.text.punctuation import narrow


def parse(text: MappedText) -> Plan:
    """What the document says. Never raises: what is doubtful becomes a finding."""
    flat = narrow(text.text)
    frame = frame_of(lines_of(flat))
    header = read_header(frame, text.text)
    items = items_of(entries_of(frame.body), text.text)
    _order_rules(items, says_first_leads("".join(line.flat for line in frame.heads)))
    year = plan_year(header, flat)
    measures = _measures(items, text, Calendar(year, header.issued_on))
    units = [duty.unit for measure in measures for duty in measure.duties]
    title_level = level_of_name(header.title or "") or level_of_name(header.issuer or "")
    return Plan(
        title=header.title,
        document_number=header.document_number,
        issuer=header.issuer,
        issued_on=header.issued_on,
        plan_year=year,
        level=title_level or level_of_units(units),
        kind=kind_of(header.title),
        sections=sections_of(items, text.to_raw),
        measures=measures,
    )


def _order_rules(items: Sequence[Item], ruled: bool) -> None:
    for item in items:
        ruled = ruled or says_first_leads(item.passage.flat)
        for draft in item.drafts:
            if ruled and not draft.prose:
                draft.duties = lead_by_order(draft.duties)


def _measures(items: Sequence[Item], text: MappedText, calendar: Calendar) -> tuple[Measure, ...]:
    bare = (_measure(draft, item, text) for item in items for draft in item.drafts)
    return tuple(_with_times(measure, calendar) for measure in bare)


def _with_times(measure: Measure, calendar: Calendar) -> Measure:
    words, clause = narrow(measure.text), narrow(measure.clause or "")
    deadlines = (
        *find_deadlines(words, calendar),
        *find_deadlines(clause, calendar),
        *keyed_deadlines(clause, calendar),
    )
    return replace(
        measure,
        deadlines=tuple({deadline.due_on: deadline for deadline in deadlines[::-1]}.values())[::-1],
        recurrences=find_recurrences(words, clause),
        targets=find_targets(words),
    )


def _measure(draft: Draft, item: Item, text: MappedText) -> Measure:
    words = "".join(text.text[part.start : part.end] for part in draft.parts)
    spans = [*draft.parts, *draft.clause_spans] or [Span(item.entry.start, item.entry.start)]
    span = text.to_raw(Span(min(s.start for s in spans), max(s.end for s in spans)))
    clause = "".join(text.text[s.start : s.end] for s in draft.clause_spans) or None
    return Measure(span.start, words, span, item.section, clause, draft.duties, draft.open_ended)
