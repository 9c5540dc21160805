"""Plans, duties and findings in short words, so that a test reads as a sentence."""

from shuangda_desktop.text.punctuation import narrow


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
