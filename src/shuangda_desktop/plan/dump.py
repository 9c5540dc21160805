"""A plan as JSON values: the form of ``shuangda parse``."""

from collections.abc import Sequence

from shuangda_desktop.plan.model import Finding, Measure, Plan, Section, Severity, Target
from shuangda_desktop.text.mapped import MappedText, Repair, Span
from shuangda_desktop.text.rules.script import is_traditional
from shuangda_desktop.text.source import SourceText

SCHEMA = "shuangda.plan/1"
UNNAMED = "目标"  # a number that the sentence gives no name


def plan_json(source: SourceText, text: MappedText, plan: Plan) -> dict[str, object]:
    """The plan with its source and repairs; spans are places in the raw text."""
    return {
        "schema": SCHEMA,
        "source": _source(source),
        "title": plan.title,
        "document_number": plan.document_number,
        "issuer": plan.issuer,
        "issued_on": plan.issued_on.isoformat() if plan.issued_on else None,
        "plan_year": plan.plan_year,
        "level": plan.level.value if plan.level else None,
        "outline": [_section(section) for section in plan.sections],
        "measures": [_measure(measure) for measure in plan.measures],
        "repairs": [_repair(repair) for repair in text.repairs],
        "findings": _findings(plan.findings),
    }


def _source(source: SourceText) -> dict[str, object]:
    return {
        "name": source.name,
        "sha256": source.sha256,
        "format": source.format,
        "encoding": source.encoding,
        "script": "traditional" if is_traditional(source.raw) else "simplified",
    }


def _section(section: Section) -> dict[str, object]:
    return {
        "level": section.level,
        "label": section.label,
        "heading": section.heading,
        "span": _span(section.span),
    }


def _measure(measure: Measure) -> dict[str, object]:
    return {
        "text": measure.text,
        "span": _span(measure.span),
        "section": measure.section,
        "clause": measure.clause,
        "assignments": [
            {"unit": duty.unit, "role": duty.role.value, "scope": duty.scope}
            for duty in measure.duties
        ],
        "open_ended": measure.open_ended,
        "deadlines": [
            {"text": deadline.text, "due_on": deadline.due_on.isoformat(), "soft": deadline.soft}
            for deadline in measure.deadlines
        ],
        "recurrences": [{"text": item.text, "every": item.every} for item in measure.recurrences],
        "targets": [_aim(target) for target in measure.targets],
        "target_parts": [_target(target) for target in measure.targets],
        "findings": _findings(measure.findings),
        "hints": [_finding(f) for f in measure.findings if f.severity is Severity.HINT],
    }


def _aim(target: Target) -> str:
    """A target in one line, as annotated plans write it: 案件办结率>=97%."""
    return f"{target.name or UNNAMED}{target.operator}{target.value:.12g}{target.unit}"


def _target(target: Target) -> dict[str, object]:
    return {
        "name": target.name,
        "operator": target.operator,
        "value": target.value,
        "unit": target.unit,
        "text": target.text,
    }


def _findings(findings: Sequence[Finding]) -> list[dict[str, object]]:
    """What is doubtful or wrong; hints leave nothing to decide and stand apart."""
    return [_finding(finding) for finding in findings if finding.severity is not Severity.HINT]


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "span": _span(finding.span),
    }


def _repair(repair: Repair) -> dict[str, object]:
    return {
        "rule": repair.rule,
        "before": repair.before,
        "after": repair.after,
        "span": _span(repair.span),
        "certain": repair.certain,
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
