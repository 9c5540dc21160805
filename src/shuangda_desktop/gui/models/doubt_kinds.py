"""The kinds of doubts: how much each matters, and which field puts it right."""

from shuangda_desktop.plan.checks.repairs import PROPOSED
from shuangda_desktop.plan.model import Finding, Severity

# The most consequential first, by what goes wrong if nobody sees it: a table or a part that is not
# read at all, then units or tasks that are missing or cut wrongly, then days and figures that are, then
# names that are there but look odd, then what reads two ways.
_ORDER: tuple[tuple[str, ...], ...] = (
    (
        "no-measures",
        "no-plan",
        "unread-table",
        "no-numbers",
        "lost-columns",
        "torn-table",
        "unknown-column",
        "role-column",
        "swapped-words",
    ),
    (
        PROPOSED,
        "number-gap",
        "lost-line",
        "unread-line",
        "cut-off",
        "no-year",
        "no-level",
        "no-title",
        "odd-title",
    ),
    (
        "no-clause",
        "empty-measure",
        "unread-bracket",
        "unread-key",
        "unread-prose",
        "unread-cell",
        "units-elsewhere",
        "heading-units",
        "no-doer",
        "half-read",
        "unit-in-words",
        "unit-as-task",
        "unclosed-bracket",
        "inner-number",
        "long-measure",
        "crowded-measure",
        "begins-amid",
        "ends-amid",
        "joined-lines",
        "clause-in-words",
        "clause-as-task",
        "title-as-task",
        "bare-figure",
        "ditto-task",
        "points-elsewhere",
        "strange-words",
        "no-task",
        "same-words",
        "field-behind",
        "two-clauses",
        "cut-prose",
    ),
    (
        "ambiguous-date",
        "unknown-issue",
        "past-deadline",
        "time-above",
        "unread-time",
        "unread-rhythm",
        "unread-number",
        "odd-number",
    ),
    (
        "shared-clause",
        "merged-cells",
        "prose-duty",
        "unknown-unit",
        "two-names",
        "odd-name",
        "torn-name",
        "mixed-level",
        "two-roles",
        "ditto",
        "no-prefix",
        "lead-unread",
        "no-lead",
        "lead-cell",
        "lead-above",
        "rule-for-others",
        "no-verb",
    ),
    ("loose-month", "loose-year", "loose-rhythm", "unsaid-bound"),
    ("struck-words", "unsure-line", "damage", "uncertain-repair", "starred"),
    ("torn-heading", "odd-heading", "no-heading", "title-in-text"),
)
RANKS = {code: rank for rank, codes in enumerate(_ORDER) for code in codes}
_MIDDLE = 3  # a code of tomorrow

# What F2 leads to; a doubt about anything else is about the units.
_ABOUT_TEXT = frozenset(
    {
        "empty-measure",
        "long-measure",
        "crowded-measure",
        "inner-number",
        "unread-bracket",
        "unread-key",
        "unread-prose",
        "half-read",
        "unit-as-task",
        "unit-in-words",
        "bare-figure",
        "ditto-task",
        "title-as-task",
        "title-in-text",
        "points-elsewhere",
        "strange-words",
        "cut-prose",
        "unclosed-bracket",
        "uncertain-repair",
        "damage",
        "cut-off",
        "no-heading",
        "torn-heading",
        "odd-heading",
        "number-gap",
        "lost-line",
        "unread-line",
        "begins-amid",
        "ends-amid",
        "joined-lines",
        "clause-in-words",
        "clause-as-task",
        "no-task",
        "same-words",
        "field-behind",
        "unsure-line",
        "struck-words",
    }
)
_ABOUT_DAY = frozenset(
    {
        "ambiguous-date",
        "deadline-without-year",
        "past-deadline",
        "time-above",
        "unread-time",
        "unread-rhythm",
        "loose-month",
        "loose-year",
    }
)
_ABOUT_TARGETS = frozenset(
    {"unread-number", "odd-number", "loose-bound", "unsaid-bound", "loose-rhythm"}
)
_FIELDS = {
    "no-title": "title",
    "odd-title": "title",
    "no-plan": "title",
    "no-year": "plan_year",
    "no-level": "level",
    "county-city": "level",
}


def weight(doubt: Finding) -> tuple[object, ...]:
    """What doubts are put in order by: the most consequential first, then as they stand in the document."""
    rank = RANKS.get(doubt.code, _MIDDLE)
    return (doubt.severity is not Severity.ERROR, rank, doubt.span, doubt.code)


def field_of(doubt: Finding) -> str:
    """Where a doubt is put right: a field of the header, "text", "due", "targets" or "units"."""
    if doubt.code in _FIELDS:
        return _FIELDS[doubt.code]
    if doubt.code in _ABOUT_DAY:
        return "due"
    if doubt.code in _ABOUT_TARGETS:
        return "targets"
    return "text" if doubt.code in _ABOUT_TEXT else "units"
