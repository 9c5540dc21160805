"""All doubts about a plan, each at the measure it concerns or at the plan."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from shuangda_desktop.plan.checks.aims import check_aim
from shuangda_desktop.plan.checks.amid import (
    check_amid,
    check_behind,
    check_odd_headings,
    check_twins,
)
from shuangda_desktop.plan.checks.bounds import check_bounds
from shuangda_desktop.plan.checks.breaks import check_breaks
from shuangda_desktop.plan.checks.crowded import gathered
from shuangda_desktop.plan.checks.doers import check_doers
from shuangda_desktop.plan.checks.duties import check_duties, usual_of
from shuangda_desktop.plan.checks.elsewhere import (
    check_leads_above,
    check_rules,
    lead_unread,
    leads_by_order,
    units_elsewhere,
)
from shuangda_desktop.plan.checks.figures import (
    check_bare_figures,
    check_figures,
    check_odd_figures,
    check_shared_figures,
)
from shuangda_desktop.plan.checks.findings import Drafted
from shuangda_desktop.plan.checks.limits import check_limits
from shuangda_desktop.plan.checks.names import check_names, names_of
from shuangda_desktop.plan.checks.peers import (
    check_columns,
    check_leads_of_rows,
    check_peers,
    check_told,
)
from shuangda_desktop.plan.checks.repairs import (
    Open,
    check_loose_repairs,
    check_repairs,
    open_repairs,
    told_once,
)
from shuangda_desktop.plan.checks.rhythms import check_rhythms
from shuangda_desktop.plan.checks.shapes import check_cells, check_shape
from shuangda_desktop.plan.checks.siblings import check_siblings
from shuangda_desktop.plan.checks.tables import check_rows, check_tables
from shuangda_desktop.plan.checks.times import check_times
from shuangda_desktop.plan.checks.two_ways import check_cuts, check_two_ways
from shuangda_desktop.plan.checks.unlike import check_unlike
from shuangda_desktop.plan.checks.unread_lines import check_lines, check_time_lines
from shuangda_desktop.plan.checks.unread_times import check_unread_times
from shuangda_desktop.plan.checks.whole import (
    check_damage,
    check_header,
    check_headings,
    check_numbers,
    check_source,
)
from shuangda_desktop.plan.checks.worded import check_worded
from shuangda_desktop.plan.checks.words import check_first_numbers, check_words
from shuangda_desktop.plan.model import Finding, Measure, Plan
from shuangda_desktop.plan.structure.frame import Frame
from shuangda_desktop.plan.structure.item_tree import Item
from shuangda_desktop.plan.tables.tables import Table
from shuangda_desktop.text.mapped import MappedText


def checked(
    plan: Plan,
    all_drafted: Sequence[Drafted],
    items: Sequence[Item],
    tables: Sequence[Table],
    frame: Frame,
    text: MappedText,
) -> Plan:
    """The plan with its findings."""
    about_text = open_repairs(text)
    gaps = list(check_numbers(items, text))
    found = _of_each(plan, all_drafted, items, text)
    headings = [*check_headings(items, text), *gaps]
    for at, finding in _beside(all_drafted, headings, about_text, text):
        found[at].append(finding)
    codes = [{finding.code for finding in own} for own in found]
    elsewhere = units_elsewhere(all_drafted, codes, items, frame)
    for at, finding in (*elsewhere.items(), *_among(all_drafted, codes, elsewhere, items, text)):
        found[at].append(finding)
    measures = [
        _with(drafted.measure, told_once(own, about_text))
        for drafted, own in zip(all_drafted, found, strict=True)
    ]
    whole = (
        *told_once(check_header(plan, frame, text), about_text),
        *(finding for _, finding in gaps),
        *told_once(check_damage(items, text), about_text),
        *check_tables(tables, text),
        *check_rows(frame, text),
        *check_lines(all_drafted, items, frame, text),
        *check_source(text),
        *check_rules(all_drafted, text),
        *check_loose_repairs(plan.measures, about_text),
    )
    return replace(plan, measures=tuple(measures), findings=whole)


def _beside(
    all_drafted: Sequence[Drafted],
    headings: Iterable[tuple[Item | None, Finding]],
    about_text: Open,
    text: MappedText,
) -> Iterator[tuple[int, Finding]]:
    """For each measure the doubts about its repairs, its siblings and the heading above it."""
    siblings = check_siblings(all_drafted, text)
    of_items = defaultdict[int, list[Finding]](list)  # by the identity of the item
    for item, finding in headings:
        of_items[id(item)].append(finding)
    for at, drafted in enumerate(all_drafted):
        for finding in (
            *check_repairs(drafted.measure, about_text),
            *siblings.get(at, ()),
            *(of_items.get(id(drafted.item), ()) if drafted.item else ()),
        ):
            yield at, finding


def _among(
    all_drafted: Sequence[Drafted],
    codes: Sequence[set[str]],
    elsewhere: Mapping[int, Finding],
    items: Sequence[Item],
    text: MappedText,
) -> Iterator[tuple[int, Finding]]:
    """The doubts about measures that only looking at the others shows."""
    yield from check_first_numbers(all_drafted, text)
    yield from check_cuts(all_drafted, text)
    yield from check_amid(all_drafted)
    yield from check_breaks(all_drafted, text)
    yield from check_behind(all_drafted, elsewhere)
    yield from check_odd_headings(all_drafted)
    yield from check_twins(all_drafted)
    yield from check_peers(all_drafted, text)
    yield from check_told(all_drafted, text)
    yield from check_unlike(all_drafted, codes)
    yield from check_leads_of_rows(all_drafted)
    yield from check_columns(all_drafted, text)
    yield from check_leads_above(all_drafted, items)
    yield from check_time_lines(all_drafted, items, text)
    for at in leads_by_order(all_drafted, text):
        yield at, lead_unread(all_drafted[at])


def _with(measure: Measure, findings: Iterable[Finding]) -> Measure:
    """A measure with its findings; most have none, and stay what they are."""
    own = tuple(gathered(measure, tuple(dict.fromkeys(findings))))
    return replace(measure, findings=own) if own else measure


def _of_each(
    plan: Plan, all_drafted: Sequence[Drafted], items: Sequence[Item], text: MappedText
) -> list[list[Finding]]:
    """The doubts about each measure that looking at it alone shows.

    One check after the other goes through all measures: with the patterns of all of them by turns a
    processor takes a fifth to a third longer.
    """
    usual, names = usual_of(all_drafted), names_of(all_drafted, text.text)
    year = plan.plan_year
    checks: tuple[Callable[[Drafted], Iterable[Finding]], ...] = (
        lambda one: check_duties(one, text, usual),
        lambda one: check_names(one, text, names),
        lambda one: check_words(one, text),
        lambda one: check_times(one, plan, text),
        lambda one: check_two_ways(one, text),
        lambda one: check_figures(one, year, text),
        lambda one: check_worded(one, year, text),
        lambda one: check_aim(one, year, text),
        lambda one: check_bounds(one, text),
        lambda one: check_odd_figures(one, text),
        lambda one: check_bare_figures(one, text),
        lambda one: check_limits(one, text),
        lambda one: check_shared_figures(one, text),
        lambda one: check_unread_times(one, year, items, text),
        lambda one: check_rhythms(one, text),
        lambda one: check_doers(one, items, text),
        lambda one: check_shape(one, text),
        lambda one: check_cells(one, year, text),
    )
    found: list[list[Finding]] = [[] for _ in all_drafted]
    for check in checks:
        for own, drafted in zip(found, all_drafted, strict=True):
            own += check(drafted)
    return found
