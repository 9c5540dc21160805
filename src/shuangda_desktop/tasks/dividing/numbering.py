"""The numbers of a plan's tasks, as they stand in every table and document. Pure.

Until the list is issued they run from 1 without a gap over the tasks that are the city's. A task that
does not apply holds no number: it keeps its place in the list as the number of the task before it
with a minus (0 at the top), and shows a dash. So 分工表, 台账, 实施方案 and the screen all say the same.

An issued number is quoted in letters and on the telephone, and means that task for good. After
issuing nothing moves a number but the clerk who moves a task: one that is left out keeps its number,
which stays unused (停办) and is its own again when it is taken in again; the number of one that was
merged into another is not given again; a new task, or the second half of one that was cut, gets the
next number behind the last. A task that is moved changes numbers with those that it passes.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import NamedTuple

UNNUMBERED = "\u2014"


class Place(NamedTuple):
    """A task in its plan's list; ``issued`` tells whether it stood in an issued version."""

    task_id: int
    number: int
    is_city_s: bool  # neither dropped nor proposed to be
    issued: bool = False


def numbered(places: Sequence[Place], last_issued: int = 0) -> dict[int, int]:
    """The number of each task, by its id, for the places in this order.

    ``last_issued`` is the highest number that was ever issued, 0 where none was.
    """
    free = count(last_issued + 1)
    return _with_the_others(
        places, {p.task_id: p.number if p.issued else next(free) for p in _city_s(places)}
    )


def moved(places: Sequence[Place], last_issued: int = 0) -> dict[int, int]:
    """The same after the clerk moved a task: of an issued list no number comes and none goes."""
    if not last_issued:
        return numbered(places)
    numbers = sorted(place.number for place in _city_s(places))
    return _with_the_others(
        places, {p.task_id: n for p, n in zip(_city_s(places), numbers, strict=True)}
    )


def number_word(number: int) -> str:
    """A number as it is shown."""
    return str(number) if number > 0 else UNNUMBERED


def _city_s(places: Iterable[Place]) -> list[Place]:
    return [place for place in places if place.is_city_s]


def _with_the_others(places: Iterable[Place], numbers: Mapping[int, int]) -> dict[int, int]:
    found, last = {}, 0
    for place in places:
        kept = place.number if place.issued and place.number > 0 else -last
        found[place.task_id] = numbers.get(place.task_id, kept)
        last = abs(found[place.task_id])
    return found
