"""Plans, duties and findings in short words, so that a test reads as a sentence."""

from shuangda_desktop.text.punctuation import narrow

BODY = "\n一、重点任务\n(一)查办案件。(市公安局负责)\n"  # below a head


def told(duties):
    """Duties as words: lead 市公安局; cooperating 市商务局, 市财政局; with [scope]."""
    groups: dict[tuple[str, str], list[str]] = {}
    for duty in duties:
        groups.setdefault((duty.role.value, narrow(duty.scope or "")), []).append(narrow(duty.unit))
    return "; ".join(
        f"{role}{f'[{scope}]' if scope else ''} {', '.join(units)}"
        for (role, scope), units in groups.items()
    )


def outline(plan):
    """The outline as lines: level, label, heading, parent."""
    return [
        f"{s.level} {s.label} {narrow(s.heading)}".strip()
        + ("" if s.parent is None else f" <{plan.sections[s.parent].label}")
        for s in plan.sections
    ]


def texts(plan):
    """What the measures say."""
    return [narrow(measure.text) for measure in plan.measures]


def codes(plan):
    """The codes of each measure's doubts and errors."""
    return [[f.code for f in m.findings if f.severity != "hint"] for m in plan.measures]


def dump(plan):
    """The whole plan in lines that can be read: head, outline, measures, doubts."""
    lines = [
        f"{plan.title} | {plan.document_number} | {plan.issuer} | {plan.issued_on} | "
        f"{plan.plan_year} | {plan.level and plan.level.value} | {plan.kind.value}",
        *(f"# {line}" for line in outline(plan)),
    ]
    for measure in plan.measures:
        lines += [f"- {measure.text}", *(f"    {fact}" for fact in _facts(measure))]
    lines += [f"! {finding.code}" for finding in plan.findings]
    return narrow("\n".join(lines))


def _facts(measure):
    """What is known of a measure, one fact a line."""
    if measure.duties:
        yield told(measure.duties) + (" and others" if measure.open_ended else "")
    dates = [f"{d.due_on}{' softly' if d.soft else ''}" for d in measure.deadlines]
    if dates:
        yield f"by {', '.join(dates)}"
    if measure.recurrences:
        yield f"every {', '.join(item.every for item in measure.recurrences)}"
    for target in measure.targets:
        yield f"reach {target.name}{target.operator}{target.value:g}{target.unit}"
    doubts = [f.code for f in measure.findings if f.severity != "hint"]
    if doubts:
        yield f"doubt {', '.join(doubts)}"
