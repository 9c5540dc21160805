"""Doubts about the text itself: repairs that are not certain, and those that only the clerk can decide on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from shuangda_desktop.plan.checks.findings import doubt
from shuangda_desktop.plan.model import Finding, Measure, Severity
from shuangda_desktop.text.mapped import MappedText, Proposal, Repair, Span
from shuangda_desktop.text.punctuation import widen

PROPOSED = "proposed-repair"
_VAGUE = ("damage", "ambiguous-date")
_LONGEST = 20  # characters of the damaged spot that are told


@dataclass(frozen=True, slots=True)
class Open:
    """What was done to a text without being certain, and what was left to the clerk."""

    repairs: Sequence[Repair]
    proposals: Sequence[Proposal]


def open_repairs(text: MappedText) -> Open:
    """The repairs of a text that the clerk should look at."""
    doubtful = (change for change in text.changes if not change.certain)
    return Open([repair for change in doubtful for repair in change.parts()], text.proposals)


def check_repairs(measure: Measure, about: Open) -> Iterator[Finding]:
    """The doubts about the text of a measure."""
    for repair in about.repairs:
        if _begins_in(repair.span, measure.span):
            yield doubt(
                "uncertain-repair",
                f"“{repair.before}”已改为“{repair.after}”,没有十分把握,请核对。",
                repair.span,
            )
    for proposal in about.proposals:
        if _begins_in(proposal.span, measure.span):
            yield _proposed(proposal)


def check_loose_repairs(measures: Sequence[Measure], about: Open) -> Iterator[Finding]:
    """The proposals that stand in no measure: in the head of the document, or between measures."""
    for proposal in about.proposals:
        if not any(_begins_in(proposal.span, measure.span) for measure in measures):
            yield _proposed(proposal)


def told_once(findings: Iterable[Finding], about: Open) -> Iterator[Finding]:
    """The findings without the vaguer ones about a spot for which readings are proposed."""
    for finding in findings:
        spots = (proposal.span for proposal in about.proposals)
        if finding.code not in _VAGUE or not any(_begins_in(finding.span, at) for at in spots):
            yield finding


def _proposed(proposal: Proposal) -> Finding:
    words = proposal.before.strip()[:_LONGEST] or "空格"  # as they stand, whatever their width
    message = f"“{words}”{widen(f':{proposal.evidence}暂按原样保留。')}"
    return Finding(PROPOSED, Severity.DOUBT, message, proposal.span)


def _begins_in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start < outer.end
