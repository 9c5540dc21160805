"""A document that the program drafted and a person edited, read back against the tasks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from shuangda_desktop.papers.wording import deadline
from shuangda_desktop.plan.model import Measure, Plan
from shuangda_desktop.services.drafts import read_document
from shuangda_desktop.services.gathering import tasks_of
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.dividing.alignment import SAME, align
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.text.punctuation import narrow

LEAST = 0.5  # below it an item is another matter, not an edited task


class Change(StrEnum):
    """What became of a task in the edited document."""

    TEXT = "措施"
    UNITS = "单位"
    DUE = "时限"
    GONE = "删去"
    NEW = "新增"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the document says otherwise than the task. ``number`` is the task's, 0 for a new item."""

    number: int
    title: str
    change: Change
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ReadBack:
    """How many tasks the document still has, and what is different."""

    title: str
    matched: int
    differences: tuple[Difference, ...]


def read_back(store: Store, path: Path) -> ReadBack:
    """Read a document and compare it with the tasks of now; nothing is written."""
    return compared(read_document(path).plan, tasks_of(store, None))


def compared(plan: Plan, rows: Sequence[TaskRow]) -> ReadBack:
    """What the document says of these tasks."""
    measures = [m for m in plan.measures if m.duties] or list(plan.measures)
    pairs = align(
        [_whole(m.title, m.text) for m in measures], [_whole(r.title, r.text) for r in rows], LEAST
    )
    found = {pair.right: (measures[pair.left], pair.score) for pair in pairs}
    named = {pair.left for pair in pairs}
    differences = [
        difference
        for place, row in enumerate(rows)
        for difference in _of_task(row, *found.get(place, (None, 0.0)))
    ]
    new = [
        Difference(0, m.title, Change.NEW, "", m.text + (m.clause or ""))
        for place, m in enumerate(measures)
        if place not in named and m.duties
    ]
    return ReadBack(plan.title or "", len(pairs), (*differences, *new))


def _whole(title: str, text: str) -> str:
    """Heading and words, for a person may have moved words from one to the other."""
    return text if text.startswith(title.strip("\u3002")) else f"{title}\u3002{text}"


def _of_task(row: TaskRow, measure: Measure | None, score: float) -> Iterator[Difference]:
    if measure is None:
        yield Difference(row.number, row.title, Change.GONE, row.text, "")
        return
    if score < SAME:
        yield Difference(row.number, row.title, Change.TEXT, row.text, measure.text)
    before = dict.fromkeys(part.unit for part in row.units)
    after = dict.fromkeys(duty.unit for duty in measure.duties)
    if after and set(map(narrow, before)) != set(map(narrow, after)):
        yield Difference(row.number, row.title, Change.UNITS, "、".join(before), "、".join(after))
    days = [d.due_on for d in measure.deadlines]
    if row.due_on is not None and days and row.due_on not in days:
        told = "、".join(day.isoformat() for day in days)
        yield Difference(row.number, row.title, Change.DUE, deadline(row), told)
