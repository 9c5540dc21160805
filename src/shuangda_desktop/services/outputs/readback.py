"""A document that the program drafted and a person edited, read back against the tasks.

Nothing is changed by reading. Each difference says what taking it over would do, and those that the
clerk chose are taken over in one step.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from shuangda_desktop.papers.wording import LABELS, by, deadline, without_number
from shuangda_desktop.plan.model import Measure, Plan, Role
from shuangda_desktop.services.dividing import fixing, splitting
from shuangda_desktop.services.dividing.ordering import put_in
from shuangda_desktop.services.outputs.gathering import tasks_to_issue
from shuangda_desktop.services.reading.drafts import read_document
from shuangda_desktop.services.words import refusal
from shuangda_desktop.store import tasks
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.checks.findings import Fix, NewDeadline, NewUnits, NewWords
from shuangda_desktop.tasks.dividing.alignment import SAME, align
from shuangda_desktop.tasks.dividing.titles import first_phrase
from shuangda_desktop.tasks.model import NO_MEASURE, Assignment, Basis, Status, Task
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.text.chars import PAUSE, STOP
from shuangda_desktop.text.punctuation import narrow

LEAST = 0.5  # below it an item is another matter, not an edited task
PROSE = "prose-duty"  # the finding about a unit that only a sentence tells of
LEFT_OUT = "读回的文件里已删去这一项"
WRITTEN_IN = "读回的文件里新增\uff0c来文里没有这一项"


class Change(StrEnum):
    """What became of a task in the edited document."""

    TEXT = "措施"
    UNITS = "单位"
    DUE = "时限"
    GONE = "删去"
    NEW = "新增"


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """The task is left out, as the document leaves it out."""

    task_id: int


@dataclass(frozen=True, slots=True)
class WriteIn:
    """The document's item becomes a task behind this one."""

    task_id: int
    item: Measure


TakeOver = NewWords | NewUnits | NewDeadline | LeaveOut | WriteIn


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the document says otherwise than the task, and what taking it over would do.

    ``number`` is the task's, 0 for a new item.
    """

    number: int
    title: str
    change: Change
    before: str
    after: str
    does: TakeOver


@dataclass(frozen=True, slots=True)
class ReadBack:
    """How many tasks the document still has, and what is different."""

    title: str
    matched: int
    differences: tuple[Difference, ...]


def read_back(store: Store, path: Path) -> ReadBack:
    """Read a document and compare it with the tasks of now; nothing is written."""
    return compared(read_document(path).plan, tasks_to_issue(store))


def compared(plan: Plan, rows: Sequence[TaskRow]) -> ReadBack:
    """What the document says of these tasks."""
    items = _found(plan.measures, rows)
    matched = {place: measure for place, (measure, _) in items.items()}
    differences = [
        difference
        for place, row in enumerate(rows)
        for difference in _of_task(row, *items.get(place, (None, 0.0)))
    ]
    return ReadBack(
        plan.title or "", len(items), (*differences, *_new(plan.measures, matched, rows))
    )


def _found(
    measures: Sequence[Measure], rows: Sequence[TaskRow]
) -> dict[int, tuple[Measure, float]]:
    """The item of each task by the task's place, and how like it is.

    Items that name units come first: a goal may say what its task says. A task without any unit is
    looked for among the others.
    """
    named = [m for m in measures if _names_units(m)]
    others = [m for m in measures if not _names_units(m)]
    found: dict[int, tuple[Measure, float]] = {}
    for items in (named, others):
        open_ = [
            place
            for place, row in enumerate(rows)
            if place not in found and (items is named or not row.units or not named)
        ]
        pairs = align([_whole(m) for m in items], [_whole(rows[place]) for place in open_], LEAST)
        found |= {open_[pair.right]: (items[pair.left], pair.score) for pair in pairs}
    return found


def take_over(store: Store, chosen: Sequence[Difference], now: datetime) -> int:
    """Change the tasks as these differences say, all in one step; how many were taken over."""
    if not chosen:
        raise refusal("没有勾选任何一处,没有改动。请先勾选要采用的。")
    with store.step(f"采用读回的{len(chosen)}处修改", now):
        for one in reversed(chosen):  # of items behind the same task the first stands first
            _make(store, one, now)
    return len(chosen)


def _names_units(item: Measure) -> bool:
    """Whether an item says who does it as tasks do; that a sentence tells of a unit is not enough."""
    return bool(item.duties) and all(found.code != PROSE for found in item.findings)


def _whole(said: Measure | TaskRow) -> str:
    """Heading and words, for a person may have moved words from one to the other."""
    heading = said.title.strip(STOP)
    return said.text if said.text.startswith(heading) else f"{heading}{STOP}{said.text}"


# -- what is different


def _of_task(row: TaskRow, measure: Measure | None, score: float) -> Iterator[Difference]:
    def different(change: Change, before: str, after: str, does: TakeOver) -> Difference:
        return Difference(row.number, row.title, change, before, after, does)

    if measure is None:
        yield different(Change.GONE, row.text, "", LeaveOut(row.task_id))
        return
    if score < SAME:
        yield different(Change.TEXT, row.text, measure.text, _words(row, measure))
    before = [(part.unit, part.role) for part in row.units]
    after = [(duty.unit, duty.role) for duty in measure.duties]
    if after and _parts(before) != _parts(after):
        units = NewUnits(row.task_id, _assigned(row, measure))
        yield different(Change.UNITS, _told(before), _told(after), units)
    day = _day(measure, row)
    if day is not None and day != row.due_on:
        yield different(Change.DUE, deadline(row), by(day), NewDeadline(row.task_id, day))


def _new(
    measures: Sequence[Measure], matched: Mapping[int, Measure], rows: Sequence[TaskRow]
) -> Iterator[Difference]:
    """Items that are no task yet, each behind the task that it follows in the document.

    Those of the document's own sentences that say what an office does have no clause, and are none.
    """
    tasks_of_items = {measure.key: rows[place] for place, measure in matched.items()}
    before = rows[0] if rows else None
    for item in measures:
        before = tasks_of_items.get(item.key, before)
        if item.key not in tasks_of_items and _names_units(item) and before is not None:
            does = WriteIn(before.task_id, item)
            yield Difference(0, item.title, Change.NEW, "", item.text + (item.clause or ""), does)


def _words(row: TaskRow, measure: Measure) -> NewWords:
    """Heading and words of the item in the way in which the task keeps its own."""
    heading = without_number(measure.title).strip(STOP) or first_phrase(measure.text)
    runs_in = row.text.startswith(row.title.strip(STOP))
    return NewWords(row.task_id, heading, _whole(measure) if runs_in else measure.text)


def _parts(pairs: Sequence[tuple[str, Role]]) -> set[tuple[str, Role]]:
    return {(narrow(unit), role) for unit, role in pairs}


def _told(pairs: Sequence[tuple[str, Role]]) -> str:
    """The units by role: 牵头单位\uff1a甲\uff1b配合单位\uff1a乙、丙."""
    by_role = {role: [unit for unit, other in pairs if other is role] for role in LABELS}
    return "\uff1b".join(
        f"{LABELS[role]}\uff1a{PAUSE.join(dict.fromkeys(units))}"
        for role, units in by_role.items()
        if units
    )


def _assigned(row: TaskRow | None, measure: Measure) -> tuple[Assignment, ...]:
    """The units that the document names; of those in the task already their own scope."""
    known = {(narrow(part.unit), part.role): part.scope for part in row.units} if row else {}
    parts = {
        (duty.unit, known.get((narrow(duty.unit), duty.role), duty.scope or "")): duty.role
        for duty in measure.duties
    }
    return tuple(
        Assignment(unit, role, Basis.DECIDED, scope=scope) for (unit, scope), role in parts.items()
    )


def _day(measure: Measure, row: TaskRow) -> date | None:
    """The deadline that the item sets: its clause's, else one of its words that the task has not."""
    in_clause = [d.due_on for d in measure.deadlines if d.text in (measure.clause or "")]
    if in_clause:
        return in_clause[-1]
    days = [d.due_on for d in measure.deadlines]
    if row.due_on is None or not days or row.due_on in days:
        return None
    return days[-1]


# -- what is done about it


def _make(store: Store, one: Difference, now: datetime) -> None:
    match one.does:
        case LeaveOut(task_id):
            splitting.drop_tasks(store, [task_id], LEFT_OUT, now)
        case WriteIn(task_id, item):
            _write_in(store, tasks.load_task(store, task_id), item)
        case change:
            plan_id = tasks.load_task(store, change.task_id).plan_id
            fixing.fix(store, plan_id, [Fix(one.change, (change,))], now)


def _write_in(store: Store, before: Task, item: Measure) -> None:
    """Keep an item as a task behind another; needs an open step."""
    day = next((d for d in reversed(item.deadlines)), None)
    fresh = Task(
        before.plan_id,
        NO_MEASURE,
        before.number,
        without_number(item.title).strip(STOP) or first_phrase(item.text),
        item.text,
        _assigned(None, item),
        day.due_on if day else None,
        Basis.DECIDED,
        targets=item.targets,
        status=Status.DRAFT,
        reason=WRITTEN_IN,
    )
    (task_id,) = tasks.add_tasks(store, [fresh])
    put_in(store, before.plan_id, before.id or 0, [task_id])
