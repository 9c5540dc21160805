"""What targets come to: actual values by unit and period, summed or the last as the target says."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from shuangda_desktop.plan.model import Target
from shuangda_desktop.tasks.amounts import amount_text
from shuangda_desktop.tasks.periods import parse_key


class Way(StrEnum):
    """How values of several periods make one."""

    SUM = "sum"
    LAST = "last"


WAY_WORDS: Mapping[Way, str] = MappingProxyType({Way.SUM: "各期累加", Way.LAST: "取最近一期"})
_PERCENT = ("%", "\u2030", "个百分点")


@dataclass(frozen=True, slots=True)
class Actual:
    """A value that a unit reached in a period (Period.key). ``target`` is Target.text.

    Append-only: of several for one unit and period the one recorded last counts.
    """

    task_id: int
    target: str
    unit: str
    period: str
    value: float
    note: str = ""
    recorded_at: datetime | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A target with what was reached so far; ``value`` None where nobody reported.

    ``counted`` are those of the ``values`` that make the value.
    """

    target: Target
    way: Way
    value: float | None
    reached: bool
    values: tuple[Actual, ...] = ()
    counted: tuple[Actual, ...] = ()

    @property
    def text(self) -> str:
        """The result in a cell."""
        return "未报" if self.value is None else amount_text(self.value, self.target.unit)


def usual_way(target: Target) -> Way:
    """How a target is counted where nobody said: shares by their last value, counts by their sum."""
    return Way.LAST if target.unit in _PERCENT else Way.SUM


def results(
    targets: Iterable[Target],
    actuals: Sequence[Actual],
    ways: Mapping[str, Way],
    units: Collection[str] = (),
) -> tuple[Result, ...]:
    """The targets of a task against what its units reported; ``ways`` by Target.text.

    ``units`` are those that have the task now: what another did before still adds up, but its last value
    stands for nothing any more once one of these reported.
    """
    return tuple(
        _result(target, [a for a in actuals if a.target == target.text], ways, units)
        for target in targets
    )


def _result(
    target: Target, actuals: Sequence[Actual], ways: Mapping[str, Way], units: Collection[str]
) -> Result:
    way = ways.get(target.text, usual_way(target))
    values = _latest(actuals)
    present = tuple(actual for actual in values if actual.unit in units)
    counted = present if present and way is Way.LAST else values
    value = _together(target, way, counted)
    reached = value is not None and _meets(target, value)
    return Result(target, way, value, reached, values, counted)


def _meets(target: Target, value: float) -> bool:
    """Whether a value is what the target asks for; without a known sign it asks for as much."""
    if target.operator in ("<=", "<"):
        return value < target.value or (value == target.value and target.operator == "<=")
    if target.operator == "=":
        return value == target.value
    return value > target.value or (value == target.value and target.operator != ">")


def _latest(actuals: Iterable[Actual]) -> tuple[Actual, ...]:
    """What counts of a log in which corrections follow what they correct, by period."""
    newest = {(a.unit, a.period): a for a in sorted(actuals, key=lambda a: a.id or 0)}
    return tuple(sorted(newest.values(), key=lambda a: (parse_key(a.period).end, a.unit)))


def _together(target: Target, way: Way, counted: Sequence[Actual]) -> float | None:
    """The units' values as one: counts add up, of shares the weakest unit's stands for all."""
    if not counted:
        return None
    if way is Way.SUM:
        return sum(actual.value for actual in counted)
    last = {actual.unit: actual.value for actual in counted}  # in the order of periods
    share = target.unit in _PERCENT
    most = target.operator in ("<=", "<")
    if share:
        return max(last.values()) if most else min(last.values())
    return sum(last.values())
