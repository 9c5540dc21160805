"""Findings: what is doubtful, why, and what the program took, in whole Chinese sentences."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cached_property

from shuangda_desktop.plan.checks.left_over import left_over
from shuangda_desktop.plan.measures.drafts import Draft
from shuangda_desktop.plan.model import Finding, Measure, Role, Severity
from shuangda_desktop.plan.structure.item_tree import Item
from shuangda_desktop.text.mapped import MappedText, Span
from shuangda_desktop.text.punctuation import narrow, widen

_ABOUT_NAMES = frozenset(
    {
        "unknown-unit",
        "odd-name",
        "two-names",
        "mixed-level",
        "inherited-name",
        "no-prefix",
        "collective-unit",
    }
)
_ABOUT_NOBODY = ("no-clause", "no-doer")
_ABOUT_DAYS = ("ambiguous-date", "past-deadline", "loose-month", "loose-year", "unknown-issue")
_NAMED = re.compile("“([^”]{0,60})”")  # the first name of a message is the one it is about


@dataclass(
    frozen=True
)  # without slots, for what all checks look at is worked out when first asked for
class Drafted:
    """A measure with the draft it came from and its item (None for a table row)."""

    measure: Measure
    draft: Draft
    item: Item | None

    @cached_property
    def words(self) -> str:
        """The words of the measure, narrow."""
        return narrow(self.measure.text)

    @cached_property
    def clause(self) -> str:
        """Its clause, narrow; "" for none."""
        return narrow(self.measure.clause or "")

    @cached_property
    def rest(self) -> str:
        """Its words with all that was read of them blotted out."""
        return left_over(self.words, self.measure)


def error(code: str, message: str, span: Span) -> Finding:
    """Surely wrong or missing: the clerk must act."""
    return Finding(code, Severity.ERROR, widen(message), span)


def doubt(code: str, message: str, span: Span) -> Finding:
    """Read one way, may be meant another."""
    return Finding(code, Severity.DOUBT, widen(message), span)


def hint(code: str, message: str, span: Span) -> Finding:
    """Worth knowing, nothing to decide."""
    return Finding(code, Severity.HINT, widen(message), span)


def is_about(finding: Finding, names: Container[str]) -> bool:
    """Whether it is the name of one of these units that is doubted."""
    named = _NAMED.search(finding.message) if finding.code in _ABOUT_NAMES else None
    return named is not None and named[1] in names


def is_settled_by_units(finding: Finding, roles: Container[Role]) -> bool:
    """Whether what is doubted is that nobody, or nobody who leads, was read, and these roles are filled now."""
    if finding.code in _ABOUT_NOBODY:
        return any(role in roles for role in Role)
    return finding.code == "no-lead" and (Role.LEAD in roles or Role.RESPONSIBLE in roles)


def is_settled_by_day(finding: Finding, *, is_first: bool) -> bool:
    """Whether it is the day of a deadline that is doubted, so that one by the clerk's hand settles it.

    ``is_first``: none was read, so that the one time which was not can be no other.
    """
    return finding.code in _ABOUT_DAYS or (is_first and finding.code == "unread-time")


def words_span(drafted: Drafted, start: int, end: int, text: MappedText) -> Span:
    """The raw place of a stretch of a measure's words."""
    parts = drafted.draft.parts
    return text.to_raw(Span(_place(parts, start), _place(parts, end - 1) + 1))


def _place(parts: Sequence[Span], at: int) -> int:
    """Where the character stands that is ``at`` in the words that these parts make."""
    for part in parts[:-1]:
        if at < part.end - part.start:
            return part.start + at
        at -= part.end - part.start
    return parts[-1].start + at


def clause_span(drafted: Drafted, text: MappedText) -> Span:
    """The raw place of a measure's first clause, or of the measure where it has none."""
    spans = drafted.draft.clause_spans
    return text.to_raw(spans[0]) if spans else drafted.measure.span
