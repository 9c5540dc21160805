"""Which headings of a plan its tasks are listed under: its chapters, or the parts of one long chapter. Pure."""

from collections import Counter, defaultdict

from shuangda_desktop.plan.model import Plan, above

_PART = 2  # the level below a chapter
_SEVERAL = 2  # parts, and measures of a part on the average: fewer part nothing


def parting(plan: Plan) -> frozenset[int]:
    """The sections below a chapter that its tasks are listed under, as indexes; usually none.

    The chapters of yearly points (工作要点) part the tasks. A plan of action (实施方案) has one chapter of tasks between its
    aims and its safeguards: a list of all under that one heading would be parted by nothing. A chapter with a part
    that has no heading stays whole: its tasks would stand under the chapter again, amid the parts.
    """
    parts: dict[int, Counter[int]] = defaultdict(Counter)
    for measure in plan.measures:
        for at in above(plan, measure.section):
            section = plan.sections[at]
            if section.level == _PART and section.parent is not None:
                parts[section.parent][at] += 1
    whole = [counts for counts in parts.values() if all(plan.sections[at].heading for at in counts)]
    return frozenset(
        at for counts in whole if _is_long(counts, len(plan.measures)) for at in counts
    )


def _is_long(counts: Counter[int], measures: int) -> bool:
    """Whether a chapter holds most measures of a plan, several in each of several parts."""
    held, parts = counts.total(), len(counts)
    return 2 * held > measures and parts >= _SEVERAL and held >= _SEVERAL * parts
