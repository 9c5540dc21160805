"""Measures, tasks and rows for the tests of this area, with defaults for what a test leaves open."""

from datetime import date

from shuangda_desktop.plan.model import Duty, Measure, Plan, Role, Section
from shuangda_desktop.tasks.model import Assignment, Basis, Status, Task
from shuangda_desktop.tasks.rows import AssignedUnit, TaskRow
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import Span

LEAD, RESPONSIBLE, COOPERATING = Role.LEAD, Role.RESPONSIBLE, Role.COOPERATING
STATED, PROPOSED, DECIDED = Basis.STATED, Basis.PROPOSED, Basis.DECIDED
TODAY = date(2026, 3, 16)


def duties(notation: str) -> tuple[Duty, ...]:
    """Duties from one line: "lead: 省公安厅; responsible@食品: 省商务厅, 省司法厅"."""
    found = []
    for part in filter(None, notation.split("; ")):
        role, units = part.split(": ")
        role, _, scope = role.partition("@")
        found += [Duty(unit, Role(role), scope or None) for unit in units.split(", ")]
    return tuple(found)


def describe(assignments: tuple[Assignment, ...]) -> str:
    """Assignments in one line, proposed ones with a question mark."""
    parts = []
    for role in Role:
        units = [a.unit + "?" * (a.basis is PROPOSED) for a in assignments if a.role is role]
        parts += [f"{role.value}: {', '.join(units)}"] if units else []
    return "; ".join(parts)


def measure(key=1, text="加强全省农资市场监管。", notation="", section=None, **more) -> Measure:
    return Measure(key, text, Span(key, key + 1), section, None, duties(notation), **more)


def plan(*measures: Measure, level=Level.PROVINCE, headings=(), **more) -> Plan:
    sections = tuple(Section(2, "(一)", heading, Span(0, 1)) for heading in headings)
    facts = {"plan_year": 2026, "issued_on": date(2026, 3, 2), **more}
    return Plan(level=level, measures=measures, sections=sections, **facts)


def task(text="检查农资市场。抽查种子。", assignments=(), **more) -> Task:
    facts = {"plan_id": 7, "measure_key": 1, "number": 1, "title": "检查农资市场", **more}
    return Task(text=text, assignments=tuple(assignments), **facts)


def unit(name="市公安局", role=LEAD, percent=None, basis=STATED, scope="") -> AssignedUnit:
    on = None if percent is None else TODAY
    return AssignedUnit(1, name, role, basis, "", "", scope, percent, on)


def row(*units: AssignedUnit, **more) -> TaskRow:
    facts = {
        "task_id": 1,
        "plan_id": 7,
        "plan_title": "云泽省2026年打击侵权假冒工作要点",
        "measure_key": 1,
        "number": 3,
        "chapter": "一、重点治理",
        "item": "(二)加强农资监管",
        "title": "检查农资市场",
        "text": "检查农资市场。",
        "source_text": "检查农资市场。",
        "clause": "",
        "due_on": date(2026, 6, 30),
        "due_basis": STATED,
        "due_text": "",
        "recurrence": "",
        "targets": (),
        "status": Status.ONGOING,
        "percent": 40,
        "latest_note": "",
        "latest_on": None,
        "applicable": True,
        "dropped_reason": "",
        "reason": "",
        **more,
    }
    return TaskRow(units=units, **facts)
