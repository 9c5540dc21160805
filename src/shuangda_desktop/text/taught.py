"""Rules that the clerk taught the reading, and those of them that mend the text.

A rule is a value that comes in as an argument: nothing here remembers one. What it changes in a text
is a repair like any other, with its place, and can be undone there.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from shuangda_desktop.text.chars import COLON
from shuangda_desktop.text.mapped import Edit, MappedText, Span
from shuangda_desktop.text.punctuation import narrow
from shuangda_desktop.text.source import CELL_BREAK

RULE = "taught"  # the name under which its repairs are told
_BLANK = re.compile(r"\s+")


class Lesson(StrEnum):
    """What a rule is about."""

    NAME = "name"  # a unit is called ``words`` in the sources; ``meaning`` is the unit
    UNIT = "unit"  # ``words`` are the name of a unit, though they do not look like one
    CHROME = "chrome"  # a line of these ``words`` is decoration of a page
    ROLE = "role"  # the label ``words`` says what the label ``meaning`` says


@dataclass(frozen=True, slots=True)
class TaughtRule:
    """One thing that the clerk taught; ``meaning`` is "" where the words say it all."""

    lesson: Lesson
    words: str
    meaning: str = ""


def mends_text(rule: TaughtRule) -> bool:
    """Whether a rule changes the text that is read, not only what is made of it."""
    return rule.lesson in (Lesson.CHROME, Lesson.ROLE)


def mend_taught(rules: Sequence[TaughtRule]) -> Callable[[str], Iterable[Edit]]:
    """The rule of repair that these taught rules are."""
    lines = {bare(rule.words) for rule in rules if rule.lesson is Lesson.CHROME}
    labels = {rule.words: rule.meaning for rule in rules if rule.lesson is Lesson.ROLE}
    return lambda text: list(_edits(text, lines - {""}, labels))


def bare(line: str) -> str:
    """What two lines have in common that are the same to the eye."""
    return _BLANK.sub("", narrow(line))


def uses_in_text(rule: TaughtRule, text: MappedText) -> int:
    """How often a rule mended this text."""
    made = [repair for repair in text.repairs if repair.rule == RULE]
    if rule.lesson is Lesson.CHROME:
        return sum(bare(repair.before) == bare(rule.words) for repair in made)
    return sum((r.before, r.after) == (rule.words, rule.meaning) for r in made)


def _edits(text: str, lines: set[str], labels: dict[str, str]) -> Iterator[Edit]:
    pattern = _labels(labels)
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if lines and bare(line) in lines:
            yield Edit(Span(start, end), "", RULE)
        elif pattern:
            for found in pattern.finditer(text, start, end):
                yield Edit(Span(*found.span()), labels[found[0]], RULE)
        start = end + 1


def _labels(labels: dict[str, str]) -> re.Pattern[str] | None:
    """A label stands alone in its line or cell, or before a colon: elsewhere the word is a word."""
    if not labels:
        return None
    longest_first = sorted(labels, key=len, reverse=True)
    words = "|".join(re.escape(word) for word in longest_first)
    return re.compile(f"(?:{words})(?=[ \u3000]{{0,4}}(?:[{COLON}{CELL_BREAK}\n]|$))")
