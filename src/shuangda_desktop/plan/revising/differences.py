"""What differs between two readings of one document, in words for the clerk."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from shuangda_desktop.plan.model import Finding, Measure, Plan, Role
from shuangda_desktop.text.punctuation import widen

_FIELDS = {
    "title": "标题",
    "document_number": "发文字号",
    "issuer": "发文机关",
    "issued_on": "成文日期",
    "plan_year": "年度",
}
_ROLES = {Role.LEAD: "牵头", Role.RESPONSIBLE: "负责", Role.COOPERATING: "配合"}


class Change(StrEnum):
    """In what way a part differs."""

    ADDED = "added"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: ``what`` it is, and both readings of it ("" where there is none)."""

    change: Change
    what: str
    before: str
    after: str


def differences(old: Plan, new: Plan) -> tuple[Difference, ...]:
    """All that differs, the head first, then headings and measures in the order of the document."""
    return (*_of_head(old, new), *_of_headings(old, new), *_of_measures(old, new))


def _of_head(old: Plan, new: Plan) -> Iterator[Difference]:
    for name, word in _FIELDS.items():
        before, after = (_plain(getattr(plan, name)) for plan in (old, new))
        if before != after:
            yield Difference(Change.CHANGED, word, before, after)


def _of_headings(old: Plan, new: Plan) -> Iterator[Difference]:
    heads = [
        {
            section.span.start: f"{section.label} {section.heading}".strip()
            for section in plan.sections
        }
        for plan in (old, new)
    ]
    yield from _of_texts("小标题", *heads)


def _of_measures(old: Plan, new: Plan) -> Iterator[Difference]:
    before, after = ({m.key: m for m in plan.measures} for plan in (old, new))
    yield from _of_texts(
        "措施", *({k: m.text for k, m in part.items()} for part in (before, after))
    )
    for key in sorted(before.keys() & after.keys()):
        for what, told in _PARTS.items():
            one, two = told(before[key]), told(after[key])
            if one != two:
                name = f"{what}\uff08{_short(after[key])}\uff09"
                yield Difference(Change.CHANGED, name, one, two)


def _of_texts(what: str, old: Mapping[int, str], new: Mapping[int, str]) -> Iterator[Difference]:
    for key in sorted(old.keys() | new.keys()):
        before, after = old.get(key), new.get(key)
        if before != after:
            kind = (
                Change.ADDED if before is None else Change.GONE if after is None else Change.CHANGED
            )
            yield Difference(kind, what, before or "", after or "")


def duties_told(measure: Measure) -> str:
    """Who does what: 市公安局牵头; 市商务局配合."""
    return widen(
        ";".join(
            f"{f'{duty.scope}:' if duty.scope else ''}{duty.unit}{_ROLES[duty.role]}"
            for duty in measure.duties
        )
    )


def _days(measure: Measure) -> str:
    return "、".join(deadline.due_on.isoformat() for deadline in measure.deadlines)


def _targets(measure: Measure) -> str:
    return "、".join(target.text for target in measure.targets)


def _doubts(measure: Measure) -> str:
    return _joined(measure.findings)


def _joined(findings: Sequence[Finding]) -> str:
    return "".join(finding.message for finding in findings if finding.severity != "hint")


_PARTS = {"责任分工": duties_told, "完成时限": _days, "指标": _targets, "疑点": _doubts}


def _short(measure: Measure) -> str:
    words = measure.title or measure.text
    return words if len(words) <= 16 else f"{words[:15]}…"


def _plain(value: object) -> str:
    return "" if value is None else str(value)
