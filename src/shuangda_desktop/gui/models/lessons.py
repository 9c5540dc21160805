"""What the program could learn from a correction, offered and never learnt by itself."""

from shuangda_desktop.plan.model import Decision, DecisionKind, Finding, Measure, Plan
from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.taught import Lesson, TaughtRule

_LONGEST_LINE = 60  # characters of a line that may come again on other pages


def lesson_of(plan: Plan, text: MappedText, decision: Decision) -> TaughtRule | None:
    """What a correction of ``plan`` could teach."""
    measure = next((m for m in plan.measures if m.key == decision.at), None)
    if measure is None:
        return None
    if decision.kind is DecisionKind.SET_DUTIES:
        return _name(measure, decision)
    return _chrome(measure, text) if decision.kind is DecisionKind.JUNK else None


def lesson_of_doubt(plan: Plan, doubt: Finding) -> TaughtRule | None:
    """A name that was doubted and is right after all."""
    if doubt.code != "unknown-unit":
        return None
    named = (duty.unit for measure in plan.measures for duty in measure.duties)
    words = next((unit for unit in named if doubt.message.startswith(f"\u201c{unit}\u201d")), None)
    return TaughtRule(Lesson.UNIT, words) if words else None


def _name(measure: Measure, decision: Decision) -> TaughtRule | None:
    """One unit gave way to one other."""
    given = decision.value.get("duties")
    units = [str(item.get("unit")) for item in given] if isinstance(given, list) else []
    before = [duty.unit for duty in measure.duties]
    gone = [unit for unit in before if unit not in units]
    come = [unit for unit in units if unit not in before]
    if len(units) != len(before) or not len(gone) == len(come) == 1:
        return None
    return TaughtRule(Lesson.NAME, gone[0], come[0])


def _chrome(measure: Measure, text: MappedText) -> TaughtRule | None:
    """A line that says who does something is the document's own, whatever it is."""
    if measure.clause or measure.duties:
        return None
    place = text.to_text(measure.span)
    start = text.text.rfind("\n", 0, place.start) + 1
    end = text.text.find("\n", place.end)
    line = text.text[start : end if end >= 0 else None].strip()
    sound = line and "\n" not in line and len(line) <= _LONGEST_LINE
    return TaughtRule(Lesson.CHROME, line) if sound else None
