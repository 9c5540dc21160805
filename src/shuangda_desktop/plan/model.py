"""The parts of a plan as the source says them. Spans are places in the raw text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import Span


class Role(StrEnum):
    """What a unit does for a measure, in the source's own words."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    COOPERATING = "cooperating"


class PlanKind(StrEnum):
    """What kind of document carries the plan."""

    KEY_POINTS = "key_points"
    IMPLEMENTATION_PLAN = "implementation_plan"
    IMPLEMENTATION_OPINIONS = "implementation_opinions"
    TASK_DIVISION = "task_division"
    NOTICE = "notice"
    OTHER = "other"


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"  # surely wrong or missing; the clerk must act
    DOUBT = "doubt"  # read one way, may be meant another
    HINT = "hint"  # worth knowing, nothing to decide


@dataclass(frozen=True, slots=True)
class Finding:
    """A doubt about the document: what, where, why, and what the program took (message, Chinese)."""

    code: str
    severity: Severity
    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered heading. Levels: 1 for 一、, 2 for (一), 3 for 1., 4 for (1).

    ``label`` is the number without its delimiter except for brackets: "一", "(一)", "1", "(1)".
    ``heading`` is "" where the item has no short title of its own. ``parent`` is an index or None.
    """

    level: int
    label: str
    heading: str
    span: Span
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """One unit's role in a measure, with the part it concerns where the source names one."""

    unit: str
    role: Role
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A date phrase; ``soft`` for 力争, 左右 and the like."""

    text: str
    due_on: date
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rhythm: ``every`` is an ISO 8601 duration (P1W, P1M, P3M, P6M, P1Y) or "standing"."""

    text: str
    every: str


@dataclass(frozen=True, slots=True)
class Target:
    """A number to reach: operator is one of >= <= > < =; percent values have unit "%"."""

    name: str
    operator: str
    value: float
    unit: str
    text: str


@dataclass(frozen=True, slots=True)
class Measure:
    """The passage that one duty clause governs, or a numbered item without a clause.

    ``key`` is where the measure begins in raw: it names the measure in decisions and tasks.
    ``text`` is repaired, Simplified, without the clause; ``clause`` is the clause as repaired.
    ``open_ended`` is true where the list of units ends in 等.
    """

    key: int
    text: str
    span: Span
    section: int | None
    clause: str | None = None
    duties: tuple[Duty, ...] = ()
    open_ended: bool = False
    title: str = ""
    deadlines: tuple[Deadline, ...] = ()
    recurrences: tuple[Recurrence, ...] = ()
    targets: tuple[Target, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What one document says."""

    title: str | None = None
    document_number: str | None = None
    issuer: str | None = None
    issued_on: date | None = None
    plan_year: int | None = None
    level: Level | None = None
    kind: PlanKind = PlanKind.OTHER
    sections: tuple[Section, ...] = ()
    measures: tuple[Measure, ...] = ()
    findings: tuple[Finding, ...] = ()
    struck: tuple[Measure, ...] = ()  # by the clerk: no measures, but they can be put back


def above(plan: Plan, section: int | None) -> Iterator[int]:
    """A section and those that it stands under, the nearest first."""
    while section is not None:
        yield section
        section = plan.sections[section].parent


class DecisionKind(StrEnum):
    """What the clerk decided about a reading."""

    SET_FIELD = "set_field"  # value {"field": "title", "value": ...}: a header field of the plan
    SET_HEADING = "set_heading"  # at = section.span.start; value {"level": 2, "heading": "..."}
    SET_TEXT = "set_text"  # at = measure key; value {"text": "..."}
    SET_DUTIES = "set_duties"  # at = measure key; value {"duties": [{"unit", "role", "scope"}]}
    SET_DEADLINE = (
        "set_deadline"  # at = measure key; value {"due_on": "2026-06-30" or null, "more": [...]}
    )
    SET_TARGETS = "set_targets"  # at = measure key; value {"targets": [{"name", "operator", "value", "unit", "text"}]}
    SPLIT = "split"  # at = measure key; value {"offset": n, "before": the words cut off}
    MERGE = "merge"  # at = measure key; it takes the next measure in
    JUNK = "junk"  # at = measure key; no measure, page decoration
    PUT_BACK = "put_back"  # the same measure again, as it was when it was struck out
    ADD = "add"  # at = raw start; value {"stop": raw end, "text": "..."}: a measure that was missed
    DROP_HEADING = "drop_heading"  # at = section.span.start; no heading: its parts go one level up
    SETTLE = "settle"  # at = finding.span.start; value {"code": "..."}: looked at, nothing to do
    REJECT_REPAIR = (
        "reject_repair"  # at = repair.span.start; value {"rule", "before", "after", "stop"}
    )
    RESTORE_REPAIR = (
        "restore_repair"  # the same place again: takes the rejection or the answer back
    )
    ANSWER = "answer"  # at = proposal.span.start; value {"rule", "new": the reading, null to keep, "typed"}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of the clerk; replayed in order over the detected plan."""

    kind: DecisionKind
    at: int
    value: dict[str, object] = field(default_factory=dict)
