"""The line of the progress log that the accepted cells of one task make."""

from collections.abc import Iterator, Sequence
from datetime import date

from shuangda_desktop.tasks.model import ProgressEntry, Status
from shuangda_desktop.tasks.results import Actual
from shuangda_desktop.tasks.returns.model import (
    DONE,
    EXTRA,
    NOTE,
    PERCENT,
    PROBLEM,
    STATUS,
    Ask,
    Asked,
    Change,
    Verdict,
)
from shuangda_desktop.tasks.status import STATUS_WORDS
from shuangda_desktop.tasks.understanding import SAME_AS_LAST

UNCHANGED = "与上期相同。"
_COMPLETE = {STATUS_WORDS[Status.DONE]: 100}


def entry_of(
    asked: Asked, ask: Ask, chosen: Sequence[Change], on: date, *, same: bool = False
) -> ProgressEntry | None:
    """What goes into the log; None where nothing was said, or the task takes no report any more.

    A percentage that nobody gave stays the last one; where there is none it stays unknown, never nought.
    """
    if ask.is_closed or not (chosen or same):
        return None
    said = {change.field: change.after for change in chosen}
    values = {**ask.known, **said}
    unchanged = same or values.get(STATUS) == SAME_AS_LAST
    if unchanged and ask.percent is None and not said.keys() - {STATUS}:
        return None  # nothing was ever said that could be said again
    note = _note(ask, values, unchanged)
    percent = _percent(ask, values)
    return ProgressEntry(ask.task_id, asked.unit, on, percent, note, period=asked.period)


def actuals_of(asked: Asked, ask: Ask, chosen: Sequence[Change]) -> Iterator[Actual]:
    """The numbers that the accepted cells give for the targets of a task."""
    for change in chosen:
        place = change.field.removeprefix(DONE)
        if place.isdecimal() and 0 < int(place) <= len(ask.targets) and not ask.is_closed:
            target = ask.targets[int(place) - 1]
            yield Actual(ask.task_id, target.text, asked.unit, asked.period, float(change.after))


def said_again(asked: Asked, ask: Ask) -> Iterator[Change]:
    """Last period's words as those of this one: the unit ticked that nothing changed.

    What was reached in that period was reached once: a number of a target is not said again.
    """
    for name, value in ask.last.items():
        if value and not name.startswith(DONE):
            yield Change(
                asked.unit, ask.task_id, ask.number, ask.title, name, "", value, UNCHANGED, "",
                Verdict.NEW,
            )  # fmt: skip


def _percent(ask: Ask, values: dict[str, str]) -> int | None:
    told = values.get(PERCENT, "")
    if told.isdecimal():
        return int(told)
    complete = _COMPLETE.get(values.get(STATUS, ""))
    last = ask.last.get(PERCENT, "")
    known = ask.percent if ask.percent is not None else int(last) if last.isdecimal() else None
    return complete if complete is not None else known


def _note(ask: Ask, values: dict[str, str], unchanged: bool) -> str:
    """The unit's words, then its numbers, its own additions and its problems."""
    parts = [values.get(NOTE, "") or (UNCHANGED if unchanged else "")]
    numbers = [
        f"{target.text}\uff1a本期{values[name]}{target.unit}"
        for place, target in enumerate(ask.targets, 1)
        if (name := f"{DONE}{place}") in values
    ]
    parts += ["\uff1b".join(numbers) + "。"] if numbers else []
    parts += [values.get(EXTRA, "")]
    problem = values.get(PROBLEM, "")
    parts += [f"问题和下一步打算\uff1a{problem}"] if problem else []
    return "\n".join(part for part in parts if part)
