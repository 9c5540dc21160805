"""What a clerk taught about units: names that mean others, words that are units.

Names are exchanged where they stand as a whole, never within a longer one, and each exchange is told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from shuangda_desktop.plan.checks.findings import hint, is_about
from shuangda_desktop.plan.duties.prefixes import has_place
from shuangda_desktop.plan.model import Duty, Finding, Measure, Plan
from shuangda_desktop.text.mapped import MappedText, Span
from shuangda_desktop.text.punctuation import narrow
from shuangda_desktop.text.taught import Lesson, TaughtRule, mends_text, uses_in_text

CODE = "taught-name"
_RARE, _MANY = 0x9FA6, 90  # characters that stand in no document
_NOWHERE = Span(0, 0)


class Disguise:
    """Words that were taught to be units, made to look like units while a text is read.

    Each gives way to as many characters that no document uses, with 署; ``seen`` puts the words back.
    """

    def __init__(self, rules: Sequence[TaughtRule]) -> None:
        words = {rule.words for rule in rules if rule.lesson is Lesson.UNIT and len(rule.words) > 1}
        shortest_first = sorted(words, key=lambda word: (len(word), word))
        looks = {word: _look(number, len(word)) for number, word in enumerate(shortest_first)}
        self._looks = dict(reversed(looks.items()))  # longer words are disguised first

    def worn(self, flat: str) -> str:
        """The text with the words disguised; places stay."""
        for word, look in self._looks.items():
            flat = flat.replace(word, look)
        return flat

    def worn_by(self, measure: Measure) -> Measure:
        """The measure with its words disguised: they are compared with the units that were read."""
        clause = measure.clause and self.worn(measure.clause)
        return replace(measure, text=self.worn(measure.text), clause=clause)

    def seen(self, plan: Plan) -> Plan:
        """What was read from a disguised text, with the words again."""
        made: Plan = self._seen(plan) if self._looks else plan
        return made

    def _seen(self, part: Any) -> Any:  # noqa: ANN401 # whatever a plan is made of
        if isinstance(part, str) and not isinstance(part, Enum):
            for word, look in self._looks.items():
                part = part.replace(look, word)
        elif isinstance(part, tuple):
            return tuple(map(self._seen, part))
        elif is_dataclass(part) and not isinstance(part, type | Span):
            values = {each.name: self._seen(getattr(part, each.name)) for each in fields(part)}
            return replace(part, **values)
        return part


def _look(number: int, size: int) -> str:
    """A name of a unit of that size: a number in rare characters, and 署, which inherits no prefix."""
    rare = (chr(_RARE + number // _MANY**place % _MANY) for place in range(size - 1))
    return "".join(rare) + "署"


def apply_taught(plan: Plan, rules: Sequence[TaughtRule]) -> Plan:
    """The plan with the names that were taught in the place of those that the source uses."""
    names = {rule.words: rule for rule in rules if rule.lesson is Lesson.NAME}
    if not names:
        return plan
    return replace(plan, measures=tuple(_read(m, names) for m in plan.measures))


def uses_of(rule: TaughtRule, text: MappedText, plan: Plan) -> int:
    """How often a rule had a part in a reading."""
    if mends_text(rule):
        return uses_in_text(rule, text)
    if rule.lesson is Lesson.UNIT:
        return sum(duty.unit == rule.words for m in plan.measures for duty in m.duties)
    told = _told(rule)
    return sum(f.message == told.message for m in plan.measures for f in m.findings)


def _read(measure: Measure, names: Mapping[str, TaughtRule]) -> Measure:
    units = dict.fromkeys(duty.unit for duty in measure.duties)
    used = {unit: rule for unit in units if (rule := _rule_for(unit, measure, names))}
    duties = tuple(dict.fromkeys(_meant(duty, used) for duty in measure.duties))
    told = [replace(_told(rule), span=measure.span) for rule in dict.fromkeys(used.values())]
    kept = [finding for finding in measure.findings if not is_about(finding, used)]
    return replace(measure, duties=duties, findings=(*kept, *told))


def _rule_for(unit: str, measure: Measure, names: Mapping[str, TaughtRule]) -> TaughtRule | None:
    """The rule about a name as the source has it: without the prefix that it took from its list."""
    inherited = has_place(unit) and unit not in narrow(measure.clause or unit)
    return names.get(unit) or (names.get(unit[1:]) if inherited else None)


def _meant(duty: Duty, used: Mapping[str, TaughtRule]) -> Duty:
    rule = used.get(duty.unit)
    return replace(duty, unit=rule.meaning) if rule else duty


def _told(rule: TaughtRule) -> Finding:
    message = f"“{rule.words}”按教过的规则读作“{rule.meaning}”。"
    return hint(CODE, message, _NOWHERE)
