"""What was detected in a document: written and read in bulk, a table for each kind of part."""

import json
from collections import defaultdict
from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from datetime import date
from itertools import starmap
from typing import TYPE_CHECKING, TypeVar

from shuangda_desktop.errors import StoreError
from shuangda_desktop.plan.model import (
    Deadline,
    Duty,
    Finding,
    Measure,
    Plan,
    PlanKind,
    Recurrence,
    Role,
    Section,
    Severity,
    Target,
)
from shuangda_desktop.store.columns import Columns, columns_of, to_date, words
from shuangda_desktop.store.database import Store
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import MappedText, Proposal, Repair, Span

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Part = TypeVar("Part")
_DECODE = json.JSONDecoder().decode

_ROLES = words(Role)
_SEVERITIES = words(Severity)
_PLANS = "IN (SELECT value FROM json_each(?))"
PART = 100  # measures or tasks that are read without a pause
_ALL = (0, 2**31)  # places of measures


def header_columns(plan: Plan) -> Columns:
    """The detected header of a plan, as columns of its row."""
    return columns_of(plan, "sections", "measures", "findings", "struck")


def save_parts(store: Store, plan_id: int, text: MappedText, plan: Plan) -> None:
    """Insert everything that was detected below the header."""
    of_plan: Columns = {"plan_id": plan_id}
    store.insert_whole("repair", part_rows(of_plan, text.changes))
    store.insert_whole("proposal", proposal_rows(of_plan, text.proposals))
    store.insert_whole("section", part_rows(of_plan, plan.sections))
    store.insert_whole("finding", part_rows({**of_plan, "measure_id": None}, plan.findings))
    save_measures(store, of_plan, plan.measures)


def save_measures(
    store: Store, of_plan: Columns, measures: Sequence[Measure], first: int = 0
) -> None:
    """Insert measures, the first of them at a position, with all that hangs on them."""
    rows = part_rows(of_plan, measures, "findings", first=first)
    ids = store.insert_whole("measure", rows)
    own = [
        row
        for id_, measure in zip(ids, measures, strict=True)
        for row in part_rows({**of_plan, "measure_id": id_}, measure.findings)
    ]
    store.insert_whole("finding", own)


def load_detected(store: Store, plan_ids: Sequence[int]) -> dict[int, Plan]:
    """Plans as they were detected, in a fixed number of queries however many there are."""
    wanted = json.dumps(list(plan_ids))
    sections = _grouped(store, _SECTIONS, wanted, _to_section)
    findings = _grouped(store, _FINDINGS, wanted, _to_finding)
    measures = _load_measures(store, wanted)
    return {
        plan_id: replace(
            head,
            sections=tuple(sections[plan_id]),
            measures=tuple(measures[plan_id]),
            findings=tuple(findings[plan_id]),
        )
        for plan_id, head in load_heads(store, plan_ids).items()
    }


def load_heads(store: Store, plan_ids: Sequence[int]) -> dict[int, Plan]:
    """Plans by their heads alone, as they were detected."""
    rows = store.rows(_HEADERS, [json.dumps(list(plan_ids))])
    return {plan_id: _to_header(*header) for plan_id, *header in rows}


def load_in_parts(store: Store, plan_id: int) -> Generator[None, None, Plan]:
    """One plan as it was detected, by ``PART`` measures a turn: who reads it can do other things between."""
    wanted = json.dumps([plan_id])
    found = store.rows(_HEADERS, [wanted])
    if not found:
        raise StoreError("这份来文已经不在数据库中\uff0c没有打开。请刷新列表后再选。")
    sections = _grouped(store, _SECTIONS, wanted, _to_section)
    findings = _grouped(store, _FINDINGS, wanted, _to_finding)
    last = store.rows("SELECT max(position) FROM measure WHERE plan_id = ?", [plan_id])[0][0]
    measures: list[Measure] = []
    for start in range(0, (last or 0) + 1, PART):
        measures += _load_measures(store, wanted, (start, start + PART))[plan_id]
        yield
    return replace(
        _to_header(*found[0][1:]),
        sections=tuple(sections[plan_id]),
        measures=tuple(measures),
        findings=tuple(findings[plan_id]),
    )


def load_counted(store: Store, plan_ids: Sequence[int]) -> dict[int, Plan]:
    """Plans with what a list counts: their heads, measures by their words, and doubts.

    A fifth of the time of ``load_detected``; decisions about units, days and headings change nothing here.
    """
    wanted = json.dumps(list(plan_ids))
    findings = _grouped(store, _FINDINGS, wanted, _to_finding)
    own = _grouped(store, _OWN_FINDINGS, wanted, _to_finding, _ALL)
    measures: defaultdict[int, list[Measure]] = defaultdict(list)
    for plan_id, id_, key, text, start, stop, clause in store.rows(_WORDS, [wanted]):
        span = Span(start, stop)
        measures[plan_id].append(Measure(key, text, span, None, clause, findings=tuple(own[id_])))
    return {
        plan_id: replace(
            head,
            measures=tuple(measures[plan_id]),
            findings=tuple(findings[plan_id]),
        )
        for plan_id, head in load_heads(store, plan_ids).items()
    }


def load_changes(store: Store, plan_id: int) -> tuple[Repair, ...]:
    """What was changed in the plan's text."""
    return tuple(
        Repair(rule, before, after, Span(start, stop), bool(certain))
        for rule, before, after, start, stop, certain in store.rows(_REPAIRS, [plan_id])
    )


def load_proposals(store: Store, plan_id: int) -> tuple[Proposal, ...]:
    """What was left to the clerk in the plan's text."""
    return tuple(
        Proposal(rule, Span(start, stop), before, tuple(json.loads(candidates)), evidence)
        for rule, start, stop, before, candidates, evidence in store.rows(_PROPOSALS, [plan_id])
    )


_PROPOSALS = """
    SELECT rule, start, stop, before, candidates, evidence FROM proposal
    WHERE plan_id = ? ORDER BY position
"""
_REPAIRS = """
    SELECT rule, before, after, start, stop, certain FROM repair WHERE plan_id = ? ORDER BY position, id
"""
_HEADERS = f"""
    SELECT id, title, document_number, issuer, issued_on, plan_year, level, kind
    FROM plan WHERE id {_PLANS} ORDER BY id
"""
_SECTIONS = f"""
    SELECT plan_id, level, label, heading, start, stop, parent
    FROM section WHERE plan_id {_PLANS} ORDER BY position
"""
_FINDINGS = f"""
    SELECT plan_id, code, severity, message, start, stop
    FROM finding WHERE plan_id {_PLANS} AND measure_id IS NULL ORDER BY position
"""
_MEASURES = f"""
    SELECT plan_id, id, key, text, start, stop, section, clause, open_ended, title,
        duties, deadlines, recurrences, targets
    FROM measure WHERE plan_id {_PLANS} AND position >= ? AND position < ? ORDER BY position
"""


_WORDS = f"""
    SELECT plan_id, id, key, text, start, stop, clause
    FROM measure WHERE plan_id {_PLANS} ORDER BY position
"""
_OWN_FINDINGS = f"""
    SELECT measure_id, code, severity, message, part.start, part.stop
    FROM measure JOIN finding AS part ON part.measure_id = measure.id
    WHERE measure.plan_id {_PLANS} AND measure.position >= ? AND measure.position < ?
    ORDER BY measure_id, part.position
"""


def part_rows(
    owner: Columns, parts: Sequence["DataclassInstance"], *without: str, first: int = 0
) -> list[Columns]:
    """The rows of parts that belong to an owner, one after the other from a position on."""
    rows = [columns_of(part, *without) for part in parts]
    for position, row in enumerate(rows, first):
        row.update(owner, position=position)
    return rows


def proposal_rows(owner: Columns, proposals: Sequence[Proposal], first: int = 0) -> list[Columns]:
    """The rows of proposals; their candidates are JSON."""
    rows = part_rows(owner, proposals, "candidates", first=first)
    for row, proposal in zip(rows, proposals, strict=True):
        row["candidates"] = json.dumps(proposal.candidates, ensure_ascii=False)
    return rows


def _grouped(
    store: Store, query: str, wanted: str, part: Callable[..., Part], places: Sequence[int] = ()
) -> defaultdict[int, list[Part]]:
    """The parts by the id in the first column."""
    groups: defaultdict[int, list[Part]] = defaultdict(list)
    for owner, *values in store.rows(query, [wanted, *places]):
        groups[owner].append(part(*values))
    return groups


def _load_measures(
    store: Store, wanted: str, places: Sequence[int] = _ALL
) -> defaultdict[int, list[Measure]]:
    """The measures of plans by the ids of those; ``places`` are the first and the one behind the last."""
    findings = _grouped(store, _OWN_FINDINGS, wanted, _to_finding, places)
    measures: defaultdict[int, list[Measure]] = defaultdict(list)
    for plan_id, id_, *columns in store.rows(_MEASURES, [wanted, *places]):
        measures[plan_id].append(_to_measure(findings[id_], *columns))
    return measures


def _to_measure(
    findings: list[Finding],
    key: int,
    text: str,
    start: int,
    stop: int,
    section: int | None,
    clause: str | None,
    open_ended: int,
    title: str,
    *parts: str,
) -> Measure:
    duties, deadlines, recurrences, targets = map(_DECODE, parts)
    return Measure(
        key=key,
        text=text,
        span=Span(start, stop),
        section=section,
        clause=clause,
        duties=tuple(starmap(_to_duty, duties)),
        open_ended=bool(open_ended),
        title=title,
        deadlines=tuple(starmap(_to_deadline, deadlines)),
        recurrences=tuple(starmap(Recurrence, recurrences)),
        targets=tuple(starmap(Target, targets)),
        findings=tuple(findings),
    )


def _to_header(
    title: str | None,
    document_number: str | None,
    issuer: str | None,
    issued_on: str | None,
    plan_year: int | None,
    level: str | None,
    kind: str,
) -> Plan:
    known = None if level is None else Level(level)
    return Plan(
        title, document_number, issuer, to_date(issued_on), plan_year, known, PlanKind(kind)
    )


def _to_section(
    level: int, label: str, heading: str, start: int, stop: int, parent: int | None
) -> Section:
    return Section(level, label, heading, Span(start, stop), parent)


def _to_duty(unit: str, role: str, scope: str | None) -> Duty:
    return Duty(unit, _ROLES[role], scope)


def _to_deadline(text: str, due_on: str, soft: int) -> Deadline:
    return Deadline(text, date.fromisoformat(due_on), bool(soft))


def _to_finding(code: str, severity: str, message: str, start: int, stop: int) -> Finding:
    return Finding(code, _SEVERITIES[severity], message, Span(start, stop))
