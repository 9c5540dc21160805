"""What a decision does to the outline of a plan."""

from collections.abc import Sequence
from dataclasses import replace

from shuangda_desktop.plan.model import Decision, Plan, Section


def set_heading(plan: Plan, decision: Decision) -> Plan:
    """Other words or another level; what stands below follows the new level."""
    sections = [
        replace(
            section,
            level=_level(decision.value.get("level"), section.level),
            heading=str(decision.value.get("heading", section.heading)),
        )
        if section.span.start == decision.at
        else section
        for section in plan.sections
    ]
    moved = [new.level != old.level for new, old in zip(sections, plan.sections, strict=True)]
    return replace(plan, sections=tuple(_hung(sections) if any(moved) else sections))


def drop_heading(plan: Plan, decision: Decision) -> Plan:
    """No heading: what stood below it goes to the heading above."""
    starts = [section.span.start for section in plan.sections]
    if decision.at not in starts:
        return plan
    gone = starts.index(decision.at)
    above = plan.sections[gone].parent

    def moved(index: int | None) -> int | None:
        index = above if index == gone else index
        return index - 1 if index is not None and index > gone else index

    kept = [section for at, section in enumerate(plan.sections) if at != gone]
    return replace(
        plan,
        sections=tuple(replace(section, parent=moved(section.parent)) for section in kept),
        measures=tuple(replace(m, section=moved(m.section)) for m in plan.measures),
        struck=tuple(replace(m, section=moved(m.section)) for m in plan.struck),
    )


def _level(value: object, present: int) -> int:
    return value if isinstance(value, int) and 1 <= value <= 9 else present


def _hung(sections: Sequence[Section]) -> list[Section]:
    """Each heading below the nearest one before it of a higher level."""
    hung: list[Section] = []
    open_ones: list[int] = []
    for at, section in enumerate(sections):
        while open_ones and sections[open_ones[-1]].level >= section.level:
            open_ones.pop()
        hung.append(replace(section, parent=open_ones[-1] if open_ones else None))
        open_ones.append(at)
    return hung
