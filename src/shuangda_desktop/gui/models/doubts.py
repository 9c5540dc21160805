"""The queue of doubts: what is open, and in which order the clerk meets it."""

from shuangda_desktop.plan.model import Finding, Plan, Severity


def open_doubts(plan: Plan) -> tuple[Finding, ...]:
    """Each doubt once: errors first, then in the order of the document; hints ask for nothing."""
    found = dict.fromkeys((*plan.findings, *(f for m in plan.measures for f in m.findings)))
    asking = [finding for finding in found if finding.severity is not Severity.HINT]
    return tuple(sorted(asking, key=lambda f: (f.severity is not Severity.ERROR, f.span, f.code)))


def after(doubts: tuple[Finding, ...], current: Finding | None, step: int) -> Finding | None:
    """The next doubt of the queue (or the one before), round and round."""
    if not doubts:
        return None
    if current not in doubts:
        return doubts[0] if step > 0 else doubts[-1]
    return doubts[(doubts.index(current) + step) % len(doubts)]


def left(doubts: tuple[Finding, ...]) -> str:
    """How much is left, in words."""
    return f"还有 {len(doubts)} 处待核对" if doubts else "全部核对完了"
