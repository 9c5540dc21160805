"""The same document again: found out what it is, and a new edition put in the place of the old."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from shuangda_desktop.plan.model import Measure, Plan
from shuangda_desktop.services.dividing.ordering import tasks_of
from shuangda_desktop.services.reading.drafts import Draft
from shuangda_desktop.store import plans, readings, tasks, versions
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.task_sources import move_sources
from shuangda_desktop.tasks.dividing.alignment import align
from shuangda_desktop.tasks.model import ALTERED, BETWEEN_REASONS, GONE, NO_MEASURE, Task

LIKE = 0.6  # of two measures of which one may be the other in other words: a day, a unit, a figure differs
NOT_WORDS = re.compile(r"[\W_]+")


class Alike(StrEnum):
    """In what way a document is one that was kept before."""

    SAME_FILE = "same_file"  # byte for byte
    SAME_TEXT = "same_text"  # another file of the same words: .docx and .txt, scanned and pasted
    NEW_EDITION = "new_edition"  # the same title and number, other words


@dataclass(frozen=True, slots=True)
class Likeness:
    """The kept plan that a draft is like, and in what way."""

    plan_id: int
    kind: Alike


def likeness(store: Store, draft: Draft) -> Likeness | None:
    """The plan that a draft is most like; None where it is a document of its own."""
    same_file = plans.find_source(store, draft.source.sha256)
    if same_file is not None:
        return Likeness(same_file, Alike.SAME_FILE)
    namesakes = [
        id_
        for id_, *heads in plans.heads(store)
        if any(_named_alike(head, draft.plan) for head in heads)
    ]
    detected = readings.load_detected(store, namesakes)  # of those alone: an office has hundreds
    same_text = [i for i in namesakes if _words(detected[i]) == _words(draft.plan) != ""]
    if same_text:
        return Likeness(same_text[0], Alike.SAME_TEXT)
    return Likeness(namesakes[0], Alike.NEW_EDITION) if namesakes else None


def hand_over(store: Store, old_id: int, new_id: int) -> None:
    """Give the tasks of a plan to its new edition; needs an open step.

    A task follows its measure by the measure's words, and where a few of them are others too. One whose
    measure is gone, or says something else now, keeps its place and its progress, and says so in its reason.
    """
    old, new = plans.load_plan(store, old_id), plans.load_plan(store, new_id)
    was, now = [*old.plan.measures, *old.detected.measures], new.plan.measures
    keys = _followed(was, now)
    altered = _altered(old.detected.measures, new.detected.measures, keys)
    for task in tasks_of(store, old_id):
        tasks.save_task(store, _refiled(task, new_id, keys, altered))
    move_sources(store, old_id, new_id, keys)  # of tasks that are filed under another plan
    versions.hand_over(store, old_id, new_id)


def loose_tasks(store: Store, plan_id: int) -> tuple[int, ...]:
    """The tasks of a plan whose measure its present edition no longer has."""
    known = tasks_of(store, plan_id)
    return tuple(t.id for t in known if t.id is not None and t.measure_key == NO_MEASURE)


def altered_tasks(store: Store, plan_id: int) -> tuple[int, ...]:
    """The tasks of a plan of whose measure its present edition says something else; looked at, they are none."""
    known = tasks_of(store, plan_id)
    return tuple(t.id for t in known if t.id is not None and ALTERED in t.reason)


def _named_alike(one: Plan, other: Plan) -> bool:
    """The same title, and no two different numbers."""
    if not one.title or _bare(one.title) != _bare(other.title or ""):
        return False
    numbers = {_bare(plan.document_number) for plan in (one, other) if plan.document_number}
    return len(numbers) < 2


def _words(plan: Plan) -> str:
    """What the measures say, whatever the file's punctuation and line breaks are."""
    return "".join(map(_said, plan.measures))


def _bare(text: str) -> str:
    return NOT_WORDS.sub("", text)


def _followed(old: Sequence[Measure], new: Sequence[Measure]) -> dict[int, int]:
    """The key in the new edition of each measure: the same words, in order, else the likest that are left."""
    keys = _same(old, new)
    taken = set(keys.values())
    left = list({m.key: m for m in old if m.key not in keys}.values())
    free = [measure for measure in new if measure.key not in taken]
    pairs = align([m.text for m in left], [m.text for m in free], LIKE)
    return keys | {left[pair.left].key: free[pair.right].key for pair in pairs}


def _same(old: Iterable[Measure], new: Sequence[Measure]) -> dict[int, int]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for measure in new:
        places[_bare(measure.text)].append(measure.key)
    keys: dict[int, int] = {}
    for measure in old:
        free = places[_bare(measure.text)]
        if free and measure.key not in keys:
            keys[measure.key] = free.pop(0)
    return keys


def _altered(
    old: Iterable[Measure], new: Iterable[Measure], keys: Mapping[int, int]
) -> frozenset[int]:
    """The old keys of measures of which the document says something else now: other words, other units."""
    said = {measure.key: _said(measure) for measure in new}
    pairs = [(m, said[keys[m.key]]) for m in old if keys.get(m.key) in said]
    return frozenset(measure.key for measure, words in pairs if words != _said(measure))


def _said(measure: Measure) -> str:
    return _bare(f"{measure.text}{measure.clause or ''}")


def _refiled(task: Task, plan_id: int, keys: Mapping[int, int], altered: frozenset[int]) -> Task:
    first, *more = [keys[key] for key in task.keys if key in keys] or [NO_MEASURE]
    past = ("", GONE, ALTERED) if first == NO_MEASURE else ("", GONE)
    reasons = [part for part in task.reason.split(BETWEEN_REASONS) if part not in past]
    if first == NO_MEASURE:
        reasons.insert(0, GONE)
    elif ALTERED not in reasons and not altered.isdisjoint(task.keys):
        reasons.insert(0, ALTERED)
    reason = BETWEEN_REASONS.join(reasons)
    return replace(task, plan_id=plan_id, measure_key=first, more_keys=tuple(more), reason=reason)
