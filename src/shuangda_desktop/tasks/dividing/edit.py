"""Cutting, joining and ordering tasks. Pure: the given tasks stay as they are."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from shuangda_desktop.errors import RuleError
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.dividing.actions import unnumbered
from shuangda_desktop.tasks.dividing.numbering import Place, numbered
from shuangda_desktop.tasks.dividing.sharing import joined
from shuangda_desktop.tasks.dividing.titles import first_phrase
from shuangda_desktop.tasks.model import Task
from shuangda_desktop.text.chars import EXCLAMATION, QUESTION, SEMICOLON, STOP

Item = TypeVar("Item")
_ENDS = STOP + SEMICOLON + EXCLAMATION + QUESTION


def split_task(task: Task, offset: int) -> tuple[Task, Task]:
    """The task cut in two at a place of its text; both keep units and deadline, the second is new."""
    if not 0 < offset < len(task.text):
        raise RuleError(
            "拆分的位置不在任务文字中间\uff0c任务没有改动。请把光标放在要拆开的两句之间。"
        )
    changed = _cut([r.after for r in task.rewordings], task.text, offset)
    counted = _cut([t.text for t in task.targets], task.text, offset)
    rest = task.text[offset:]
    first = replace(
        task,
        text=task.text[:offset],
        rewordings=task.rewordings[:changed],
        targets=task.targets[:counted],
    )
    second = replace(
        task,
        id=None,
        number=task.number + 1,
        title=first_phrase(unnumbered(rest)),
        text=rest,
        assignments=tuple(replace(given, id=None) for given in task.assignments),
        rewordings=task.rewordings[changed:],
        targets=task.targets[counted:],
    )
    return first, second


def _cut(texts: Sequence[str], text: str, offset: int) -> int:
    """How many of the texts, looked for in order, lie before the offset."""
    at = 0
    for count, piece in enumerate(texts):
        at = max(at, text.find(piece, at))
        if at >= offset:
            return count
    return len(texts)


def merge_tasks(tasks: Sequence[Task]) -> Task:
    """The tasks as one, named after the first: texts in order, each unit once, the last deadline."""
    if not tasks:
        raise RuleError("没有选中要合并的任务\uff0c任务没有改动。请先选中两项以上。")
    first = tasks[0]
    last = max(tasks, key=lambda task: (task.due_on is not None, task.due_on or 0))
    applicable = any(task.applicable for task in tasks)
    return replace(
        first,
        text=_joined_text(tasks),
        assignments=joined(a for task in tasks for a in task.assignments),
        due_on=last.due_on,
        due_basis=last.due_basis,
        due_text=last.due_text,
        recurrence=next((task.recurrence for task in tasks if task.recurrence), ""),
        targets=_all(tasks, lambda task: task.targets),
        rewordings=_all(tasks, lambda task: task.rewordings),
        applicable=applicable,
        dropped_reason="" if any(not t.dropped_reason for t in tasks) else first.dropped_reason,
        reason="\uff1b".join(dict.fromkeys(task.reason for task in tasks if task.reason)),
        more_keys=tuple(dict.fromkeys(key for task in tasks for key in task.keys))[1:],
    )


def _joined_text(tasks: Sequence[Task]) -> str:
    """Parts of one measure fit together as they are; different measures are parted by a stop."""
    text = tasks[0].text
    for before, task in pairwise(tasks):
        open_end = before.measure_key != task.measure_key and text[-1:] not in _ENDS
        text += (STOP if open_end else "") + task.text
    return text


def _all(tasks: Sequence[Task], part: Callable[[Task], tuple[Item, ...]]) -> tuple[Item, ...]:
    return tuple(item for task in tasks for item in part(task))


def joined_units(kept: Task, gone: Task) -> Task:
    """The first task with the units of both; a lead of the other leads only where the first has none.

    A unit that led the other task, where the first is led already, answers for its part.
    """
    led = any(given.role is Role.LEAD for given in kept.assignments)
    more = tuple(
        replace(
            given,
            id=None,
            role=Role.RESPONSIBLE if led and given.role is Role.LEAD else given.role,
        )
        for given in gone.assignments
    )
    parts = joined((*kept.assignments, *more))
    return replace(kept, assignments=parts, reason=kept.reason or gone.reason)


def renumber(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks numbered in the order given, as a list that was never issued."""
    numbers = numbered([Place(at, 0, task.is_city_s) for at, task in enumerate(tasks)])
    return tuple(replace(task, number=numbers[at]) for at, task in enumerate(tasks))
