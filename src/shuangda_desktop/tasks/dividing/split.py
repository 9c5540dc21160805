"""From the measures of a higher plan to the city's own tasks, each with its reasons. Pure."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from shuangda_desktop.plan.model import Duty, Measure, Plan, above
from shuangda_desktop.tasks.dividing.actions import Action, separate
from shuangda_desktop.tasks.dividing.descent import is_aim, stays_above
from shuangda_desktop.tasks.dividing.edit import renumber
from shuangda_desktop.tasks.dividing.lead_rule import first_leads
from shuangda_desktop.tasks.dividing.sharing import assign
from shuangda_desktop.tasks.dividing.titles import first_phrase
from shuangda_desktop.tasks.dividing.wording import Wording, wording
from shuangda_desktop.tasks.model import Assignment, Basis, Rewording, Task
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.units.directory import Directory

_STANDING = "standing"
_NO_UNIT = "来文未列责任单位\uff0c请指定"
_OPEN = "来文单位名单以“等”结尾\uff0c请核对是否还有其他单位"
_SEVERAL = "来文按范围分别确定责任单位\uff0c拟分为多项任务"
_MARKS = Rewording("半角标点", "全角标点")  # told once: a plan from a web page has hundreds
_ACTIONS = "来文分项列出几件事\uff0c拟分为多项任务"
_HIGHER = (Level.NATIONAL, Level.PROVINCE)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every measure of a plan needs to become tasks."""

    plan: Plan
    directory: Directory
    on: date | None
    wording: Wording
    year_end: date | None
    measures_of: Counter[int | None]
    naming: frozenset[int]  # the sections with a measure below that names units
    rule: str


def split(
    plan: Plan,
    directory: Directory,
    plan_id: int,
    issued_on: date | None = None,
    year_end: tuple[int, int] = (12, 31),
    words: str = "",
) -> tuple[Task, ...]:
    """Propose the city's tasks: at least one for every measure, nothing left out in silence.

    ``issued_on`` is the day whose units count (the plan's own date where it is not given);
    ``year_end`` the month and day proposed where the source names no deadline. ``words`` is the whole
    text of the plan, in which a rule about who leads may stand anywhere.
    """
    on = issued_on or plan.issued_on
    year = plan.plan_year or (on.year if on else None)
    desk = _Desk(
        plan,
        directory,
        on,
        wording(directory, plan.level, on),
        date(year, *year_end) if year else None,
        Counter(measure.section for measure in plan.measures),
        frozenset(at for m in plan.measures if m.duties for at in above(plan, m.section)),
        first_leads(words),
    )
    return renumber([task for measure in plan.measures for task in _tasks(measure, desk, plan_id)])


def _tasks(measure: Measure, desk: _Desk, plan_id: int) -> Iterator[Task]:
    parts = _by_scope(measure.duties)
    whole = _task(measure, desk, plan_id)
    actions = separate(whole.text) if len(parts) == 1 else ()
    if len(actions) > 1:
        yield from _by_action(whole, actions, _shared(parts[0][1], measure, desk))
        return
    for scope, duties in parts:
        title = f"{whole.title}\uff08{scope}\uff09" if scope and len(parts) > 1 else whole.title
        reasons = [whole.reason, _SEVERAL if len(parts) > 1 else "", "" if duties else _NO_UNIT]
        yield replace(
            whole,
            title=title,
            assignments=_shared(duties, measure, desk),
            reason="\uff1b".join(reason for reason in reasons if reason),
        )


def _shared(duties: Sequence[Duty], measure: Measure, desk: _Desk) -> tuple[Assignment, ...]:
    title = _given_title(measure, desk) or first_phrase(measure.text)
    return assign(duties, desk.directory, desk.on, desk.plan.level, measure.text, desk.rule, title)


def _by_action(
    whole: Task, actions: Sequence[Action], assignments: tuple[Assignment, ...]
) -> Iterator[Task]:
    """A task for each numbered action; every one keeps the units and what is counted in its words.

    The name of an action is how it begins, often a short heading (加强源头监管。), never the words
    that stand before all of them.
    """
    for action in actions:
        reasons = [whole.reason, _ACTIONS, "" if assignments else _NO_UNIT]
        yield replace(
            whole,
            title=first_phrase(action.own),
            text=action.text,
            assignments=assignments,
            targets=tuple(target for target in whole.targets if target.text in action.text),
            reason="\uff1b".join(reason for reason in reasons if reason),
        )


def _by_scope(duties: Sequence[Duty]) -> list[tuple[str, tuple[Duty, ...]]]:
    """The duties of each scope; those without one belong to every scope."""
    scopes = dict.fromkeys(duty.scope or "" for duty in duties)
    named = [scope for scope in scopes if scope] or [""]
    return [(s, tuple(d for d in duties if (d.scope or "") in ("", s))) for s in named]


def _task(measure: Measure, desk: _Desk, plan_id: int) -> Task:
    """The measure as one task, without its units."""
    text, changes = desk.wording.reword(measure.text)
    title, title_changes = desk.wording.reword(_given_title(measure, desk))
    wide = widen(text)
    marks = (_MARKS,) if wide != text else ()
    why_not = stays_above(measure.text, title) if desk.plan.level in _HIGHER else ""
    why_not = why_not or (
        "" if measure.duties else is_aim(_aims_above(measure, desk), measure.text)
    )
    due_on, basis, due_text = _deadline(measure, desk.year_end)
    return Task(
        plan_id,
        measure.key,
        0,
        widen(title) or first_phrase(wide),
        wide,
        due_on=due_on,
        due_basis=basis,
        due_text=due_text,
        recurrence=measure.recurrences[0].every if measure.recurrences else "",
        targets=measure.targets,
        rewordings=(*(c for c in title_changes if c not in changes), *changes, *marks),
        applicable=not why_not,
        reason="\uff1b".join(r for r in (why_not, _OPEN if measure.open_ended else "") if r),
    )


def _aims_above(measure: Measure, desk: _Desk) -> list[str]:
    """The headings that may say that a measure is an aim: its own, and those over nothing but aims."""
    own, sections = measure.section, desk.plan.sections
    counted = (at for at in above(desk.plan, own) if at == own or at not in desk.naming)
    return [sections[at].heading for at in counted]


def _given_title(measure: Measure, desk: _Desk) -> str:
    """The measure's own title, or its heading where that governs no other measure."""
    at = measure.section
    alone = at is not None and desk.measures_of[at] == 1
    return measure.title or (desk.plan.sections[at].heading if at is not None and alone else "")


def _deadline(measure: Measure, year_end: date | None) -> tuple[date | None, Basis, str]:
    """The last date that the measure names; else what recurs for good has none, the rest year's end."""
    if measure.deadlines:
        last = max(deadline.due_on for deadline in measure.deadlines)
        return last, Basis.STATED, "、".join(deadline.text for deadline in measure.deadlines)
    standing = [r.text for r in measure.recurrences if r.every == _STANDING]
    if standing:
        return None, Basis.STATED, standing[0]
    return year_end, Basis.PROPOSED, ""
