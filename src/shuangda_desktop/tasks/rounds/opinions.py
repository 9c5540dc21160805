"""征求意见: what a unit says about its tasks, what became of it, and who has not answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType


class Stance(StrEnum):
    """What a unit says about a task."""

    AGREE = "agree"
    CHANGE = "change"
    AGAINST = "against"


STANCE_WORDS: Mapping[Stance, str] = MappingProxyType(
    {Stance.AGREE: "同意", Stance.CHANGE: "修改", Stance.AGAINST: "不同意"}
)


class Outcome(StrEnum):
    """What became of an opinion. One that a later reply of its unit left out is REPLACED: kept, not counted."""

    OPEN = ""
    ADOPTED = "adopted"
    PARTLY = "partly"
    REJECTED = "rejected"
    REPLACED = "replaced"


OUTCOME_WORDS: Mapping[Outcome, str] = MappingProxyType(
    {
        Outcome.OPEN: "",
        Outcome.ADOPTED: "采纳",
        Outcome.PARTLY: "部分采纳",
        Outcome.REJECTED: "未采纳",
        Outcome.REPLACED: "已被替换",
    }
)


@dataclass(frozen=True, slots=True)
class Opinion:
    """One opinion of a unit. ``about`` names its task, also where ``task_id`` is not known.

    ``doubt`` tells what was not clear when it was read back, "" where all was. ``read_about`` is what it was
    read as being about, "" unless the clerk filed it elsewhere.
    """

    unit: str
    task_id: int | None
    about: str
    stance: Stance
    proposal: str = ""
    reason: str = ""
    doubt: str = ""
    outcome: Outcome = Outcome.OPEN
    outcome_reason: str = ""
    read_about: str = ""
    id: int = 0

    @property
    def stands(self) -> bool:
        """Whether it is still what its unit says."""
        return self.outcome is not Outcome.REPLACED

    def says_as(self, other: "Opinion") -> bool:
        """Whether it says the same of the same task, wherever the clerk filed either."""
        return self._said == other._said

    def filed(self, task_id: int | None, about: str) -> "Opinion":
        """The opinion where the clerk says that it belongs."""
        read = self.read_about or self.about
        return replace(
            self, task_id=task_id, about=about, doubt="", read_about="" if about == read else read
        )

    def replaced_by(self, file: str) -> "Opinion":
        """The opinion after a later reply, in this file, that has it no more."""
        why = f"后来的回复“{file}”里没有这一条"
        return replace(self, outcome=Outcome.REPLACED, outcome_reason=why)

    @property
    def _said(self) -> tuple[str, Stance, str, str]:
        return (self.read_about or self.about, self.stance, self.proposal, self.reason)

    @property
    def text(self) -> str:
        """What the unit says, as a table tells it."""
        words = [
            "不同意" if self.stance is Stance.AGAINST else "",
            self.proposal,
            f"理由\uff1a{self.reason}" if self.reason else "",
        ]
        return "\n".join(part for part in words if part)


@dataclass(frozen=True, slots=True)
class ConsultedUnit:
    """A unit that was asked. ``source`` is the file that it answered with."""

    unit: str
    replied_on: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Consultation:
    """A round on a version of the task list."""

    id: int
    plan_id: int
    version_id: int
    number: int
    sent_on: date
    due_on: date
    units: tuple[ConsultedUnit, ...]
    opinions: tuple[Opinion, ...]

    @property
    def name(self) -> str:
        """What to call it."""
        return f"第{self.number}次征求意见"

    def standing(self, unit: str) -> tuple[Opinion, ...]:
        """What a unit says, without what a later reply of its own replaced."""
        return tuple(one for one in self.opinions if one.unit == unit and one.stands)


class Answer(StrEnum):
    """Where a unit stands in a round, in the office's words."""

    OPINIONS = "有意见"
    NONE = "无意见"
    WAITING = "未回复"
    LATE = "逾期未回复"


@dataclass(frozen=True, slots=True)
class UnitAnswer:
    """A unit of a round with its answer: how many opinions, how many of them are not settled."""

    unit: str
    answer: Answer
    opinions: int
    unsettled: int
    replied_on: date | None
    was_late: bool
    source: str


def answers(asked: Consultation, today: date) -> tuple[UnitAnswer, ...]:
    """Where each unit of a round stands on a day."""
    return tuple(_answer(asked, unit, today) for unit in asked.units)


def _answer(asked: Consultation, unit: ConsultedUnit, today: date) -> UnitAnswer:
    own = asked.standing(unit.unit)
    day = unit.replied_on
    if day is None:
        answer = Answer.LATE if today > asked.due_on else Answer.WAITING
    else:
        answer = Answer.OPINIONS if own else Answer.NONE
    unsettled = sum(1 for opinion in own if opinion.outcome is Outcome.OPEN)
    was_late = day is not None and day > asked.due_on
    return UnitAnswer(unit.unit, answer, len(own), unsettled, day, was_late, unit.source)


def summary(found: Sequence[UnitAnswer]) -> str:
    """How far a round is, in a sentence."""
    late = [one for one in found if one.answer is Answer.LATE]
    waiting = [one for one in found if one.answer is Answer.WAITING]
    replied = len(found) - len(late) - len(waiting)
    parts = [f"{len(found)}个单位", f"已回复{replied}个"]
    parts += [f"未回复{len(waiting)}个"] if waiting else []
    parts += [f"逾期未回复{len(late)}个"] if late else []
    unsettled = sum(one.unsettled for one in found)
    parts += [f"意见{_count(found)}条" + (f"\uff0c待研究{unsettled}条" if unsettled else "")]
    return "\uff0c".join(parts)


def _count(found: Iterable[UnitAnswer]) -> int:
    return sum(one.opinions for one in found)
