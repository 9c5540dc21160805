"""How a task stands on a day: what a report moves, what is late, what the light beside it shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Protocol

from shuangda_desktop.errors import RuleError
from shuangda_desktop.tasks.life import OPEN
from shuangda_desktop.tasks.model import Light, ProgressEntry, Status

# The words of papers and ledgers, where only what is asked above counts: begun, done, not begun.
STATUS_WORDS: Mapping[Status, str] = MappingProxyType(
    {
        Status.NOT_STARTED: "未启动",
        Status.ONGOING: "推进中",
        Status.DONE: "已完成",
        Status.CLOSED: "办结销号",
        Status.SUSPENDED: "暂缓",
        Status.DRAFT: "未启动",
        Status.RETURNED: "推进中",
        Status.STANDING: "长期坚持",
        Status.CARRIED: "转下年",
    }
)
LIGHT_WORDS: Mapping[Light, str] = MappingProxyType(
    {Light.GREEN: "绿灯", Light.YELLOW: "黄灯", Light.RED: "红灯", Light.GREY: "不亮灯"}
)
# The colours that a light may have, by the names under which settings keep them.
COLOURS: Mapping[str, str] = MappingProxyType(
    {"green": "绿", "blue": "蓝", "yellow": "黄", "orange": "橙", "red": "红", "grey": "灰"}
)
_LIGHTS = tuple(Light)
_COMPLETE = 100
_WAITING = (Status.DRAFT, Status.NOT_STARTED)


class Dated(Protocol):
    """What has a deadline and a state: a task and a row of a table both do."""

    @property
    def due_on(self) -> date | None:
        """The deadline."""

    @property
    def status(self) -> Status:
        """The state of its life."""

    @property
    def dropped_reason(self) -> str:
        """Why it was left out, "" where it was not."""


class Reported(Dated, Protocol):
    """What also knows when it was last reported on."""

    @property
    def latest_on(self) -> date | None:
        """The day of the last report."""

    @property
    def zero_on(self) -> date | None:
        """The day of the last zero report of a unit that answers for it."""


@dataclass(frozen=True, slots=True)
class LightRule:
    """When a light turns yellow, and how the office's lights are called and coloured.

    ``silent_days`` of None asks for no reports. ``called`` and ``colours`` follow the order of Light;
    a colour is one of COLOURS.
    """

    due_soon_days: int = 14
    silent_days: int | None = None
    called: tuple[str, ...] = tuple(LIGHT_WORDS.values())
    colours: tuple[str, ...] = ("green", "yellow", "red", "grey")

    def word(self, shown: Light) -> str:
        """What the office calls a light."""
        return self.called[_LIGHTS.index(shown)]

    def colour(self, shown: Light) -> str:
        """The colour of a light, one of COLOURS."""
        return self.colours[_LIGHTS.index(shown)]

    def words(self) -> str:
        """The rule as a sentence beside the light."""
        green, yellow, red, grey = self.called
        days = self.silent_days
        silent = f"或超过{days}天没有报送\uff08零报告也算报送\uff09" if days is not None else ""
        return (
            f"{red}\uff1a超过完成时限仍未完成\uff1b"
            f"{yellow}\uff1a距完成时限不足{self.due_soon_days}天{silent}\uff1b"
            f"{green}\uff1a按进度推进\uff1b{grey}\uff1a已完成、已销号、暂缓、长期坚持、转下年或没有时限。"
        )


def advance(status: Status, entry: ProgressEntry, percent: int | None = None) -> Status:
    """The state after a report; ``percent`` is the whole task's, where several units share it.

    A suspended task stays so until it is taken up again; a closed one takes no report.
    """
    if status in (Status.CLOSED, Status.CARRIED):
        raise RuleError(
            f"这项任务已{STATUS_WORDS[status].removeprefix('已')}\uff0c进展没有登记。"
            "如需补报\uff0c请先把状态改回“推进中”。"
        )
    if status in (Status.SUSPENDED, Status.STANDING):
        return status
    own = entry.percent or 0  # without a percentage the words alone say that it began
    reached = own if percent is None else percent
    if status is Status.RETURNED:  # what was returned is applied for again by whoever works on it
        reached = min(reached, own)
    if reached >= _COMPLETE:
        return Status.DONE
    started = own > 0 or reached > 0 or bool(entry.note.strip())
    return status if status in _WAITING and not started else Status.ONGOING


def overdue(row: Dated, today: date) -> bool:
    """Whether the deadline has passed and the work is not done."""
    return _runs(row) and row.due_on is not None and row.due_on < today


def due_soon(row: Dated, today: date, days: int = 14) -> bool:
    """Whether the deadline is today or within so many days."""
    return _runs(row) and row.due_on is not None and 0 <= (row.due_on - today).days <= days


def light(row: Reported, today: date, rule: LightRule | None = None) -> Light:
    """What the light shows on a day under the office's rule."""
    rule = rule or LightRule()
    if not _runs(row) or row.due_on is None:
        return Light.GREY
    if overdue(row, today):
        return Light.RED
    warned = due_soon(row, today, rule.due_soon_days) or _silent(row, today, rule)
    return Light.YELLOW if warned else Light.GREEN


def _silent(row: Reported, today: date, rule: LightRule) -> bool:
    if rule.silent_days is None or row.latest_on is None:
        return False
    last = max(row.latest_on, row.zero_on or row.latest_on)
    return (today - last).days > rule.silent_days


def _runs(row: Dated) -> bool:
    return row.status in OPEN and not row.dropped_reason
