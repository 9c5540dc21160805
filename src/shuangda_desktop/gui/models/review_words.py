"""How the parts of a plan are said on the screen, and read back from what was typed."""

import re
from collections.abc import Sequence
from datetime import date

from shuangda_desktop.plan.model import Duty, Measure, Plan, Role, Section, Severity, above
from shuangda_desktop.text.chars import COLON, COMMA, PAUSE, SEMICOLON
from shuangda_desktop.text.punctuation import widen

ROLES = {
    Role.LEAD: "牵头单位",
    Role.RESPONSIBLE: "责任单位",
    Role.COOPERATING: "配合单位",
}
_ORDER = {role: number for number, role in enumerate(ROLES)}
_LABEL_ENDS = {1: PAUSE, 3: "."}
ORDINAL, BLANK = "第", "\u3000"  # the number of an article stands apart from its heading
_EVERY = {
    "P1D": "每天",
    "P1W": "每周",
    "P2W": "每两周",
    "P1M": "每月",
    "P2M": "每两个月",
    "P3M": "每季度",
    "P6M": "每半年",
    "P1Y": "每年",
    "standing": "长期坚持",
}
_PARTS = re.compile(f"[{PAUSE}{COMMA}{SEMICOLON}\n]")
_SCOPE = re.compile(f"[{COLON}]")


def label_words(section: Section) -> str:
    """A heading with its number as a document prints it."""
    apart = BLANK if section.label.startswith(ORDINAL) and section.heading else ""
    return f"{_number(section)}{apart}{section.heading}"


def _number(section: Section) -> str:
    """The number with the mark behind it; one that was moved to another level keeps its own."""
    label = section.label
    if label.startswith("("):
        return widen(f"({label[1:-1]})")
    if not label or label.startswith(ORDINAL):
        return label
    return label + (_LABEL_ENDS.get(section.level) or ("." if label.isdecimal() else PAUSE))


def place_words(plan: Plan, part: Section | Measure) -> str:
    """Where a part stands, by the numbers of its headings: the second chapter, third item."""
    at = part.section if isinstance(part, Measure) else part.parent
    words = "" if isinstance(part, Measure) else _number(part)
    for upper in above(plan, at):
        words = _number(plan.sections[upper]) + words
    return words


def hint_words(measure: Measure) -> list[str]:
    """What was taken without asking: a name as it was taught, a collective one, an open list."""
    hints = (f.message for f in measure.findings if f.severity is Severity.HINT)
    return list(dict.fromkeys(hints))


def path_words(plan: Plan, measure: Measure) -> str:
    """The headings above a measure, the highest first."""
    words = [label_words(plan.sections[at]) for at in above(plan, measure.section)]
    return " › ".join(reversed(words))


def measure_words(measure: Measure, heading: str = "") -> str:
    """A measure in one line; by its text where the heading above says its title already."""
    repeated = measure.title == heading
    return (measure.text if repeated else measure.title or measure.text).replace("\n", " ")


def duties_in_short(duties: Sequence[Duty]) -> str:
    """Who does it: the first unit of the first role, and how many more."""
    if not duties:
        return ""
    first = min(duties, key=lambda duty: _ORDER[duty.role])
    return first.unit if len(duties) == 1 else f"{first.unit}等{len(duties)}个"


def read_units(text: str, role: Role) -> tuple[Duty, ...]:
    """The duties that a line of units says."""
    pieces = (piece.strip() for piece in _PARTS.split(text))
    return tuple(_duty(piece, role) for piece in dict.fromkeys(pieces) if piece)


def every_words(every: str) -> str:
    """A rhythm in words."""
    return _EVERY.get(every, every)


def date_words(day: date | None) -> str:
    """A date as tables show it."""
    return day.isoformat() if day else ""


def _duty(piece: str, role: Role) -> Duty:
    scope, *unit = _SCOPE.split(piece, maxsplit=1)
    return Duty(unit[0].strip(), role, scope.strip() or None) if unit else Duty(piece, role)
