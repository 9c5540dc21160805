"""What is asked of the units in a period, and what a file that came back says about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from shuangda_desktop.plan.model import Role, Severity, Target
from shuangda_desktop.tasks.dividing.titles import told_once
from shuangda_desktop.tasks.results import Way

STATUS, PERCENT, NOTE, PROBLEM = "status", "percent", "note", "problem"
EXTRA = "extra"  # what a unit wrote into a column of its own
DONE = "done"  # followed by the place of the target, from 1
FIELD_WORDS: Mapping[str, str] = MappingProxyType(
    {
        STATUS: "状态",
        PERCENT: "完成率",
        NOTE: "本期进展",
        PROBLEM: "问题和下一步打算",
        EXTRA: "另加的内容",
    }
)


def done_field(place: int) -> str:
    """The field of the number reached for the target in this place, from 0."""
    return f"{DONE}{place + 1}"


def field_words(name: str) -> str:
    """What a field is called."""
    return FIELD_WORDS.get(name) or f"指标{name.removeprefix(DONE)}本期数"


@dataclass(frozen=True, slots=True)
class Ask:
    """One task that a unit is asked about. ``last`` and ``known`` are values by field, as text.

    ``last`` is what was said for the period before, ``known`` what is kept for this one; ``percent`` is
    the last percentage that the unit gave until the end of the period. A closed task takes no report any more; one that
    is not ``wanted`` was finished and is no longer asked about, or is a draft that was not issued yet. ``ways`` are those of targets for which the clerk chose one.
    """

    task_id: int
    number: int
    title: str
    text: str
    role: Role = Role.LEAD
    scope: str = ""
    source: str = ""
    due: str = ""
    targets: tuple[Target, ...] = ()
    percent: int | None = None
    is_closed: bool = False
    wanted: bool = True
    last: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)
    ways: Mapping[str, Way] = field(default_factory=dict)

    def told(self, last: Mapping[str, str], known: Mapping[str, str], percent: int | None) -> "Ask":
        """The same task with what was said for the period before, and what is kept for this one.

        A year of forms has a hundred thousand of them; ``dataclasses.replace`` takes four times as long.
        """
        return Ask(
            self.task_id,
            self.number,
            self.title,
            self.text,
            self.role,
            self.scope,
            self.source,
            self.due,
            self.targets,
            percent,
            self.is_closed,
            self.wanted,
            last,
            known,
            self.ways,
        )

    @property
    def words(self) -> str:
        """The task as its cell in a form says it."""
        return told_once(self.title, self.text)

    @property
    def wordings(self) -> tuple[str, ...]:
        """The task as any form says it or said it: forms of an earlier release told the title every time."""
        return tuple(dict.fromkeys([self.words, self.text, f"{self.title}\n{self.text}"]))

    @property
    def name(self) -> str:
        """The task in a sentence."""
        return f"任务{self.number}“{self.title or self.text[:16]}”"


@dataclass(frozen=True, slots=True)
class Asked:
    """All that one unit is asked in one period (Period.key)."""

    period: str
    unit: str
    asks: tuple[Ask, ...]
    names: tuple[str, ...] = ()  # by which else the unit is called


@dataclass(frozen=True, slots=True)
class World:
    """What is known when files come back: ``office`` names the database, ``year`` completes dates."""

    office: str
    asked: tuple[Asked, ...]
    year: int


class Verdict(StrEnum):
    """What a cell that came back means against what is known."""

    NEW = "new"
    CHANGED = "changed"  # something else is kept for this period
    SAME = "same"
    ASK = "ask"  # read one way, may be meant another: the clerk decides
    CLASH = "clash"  # two values for one cell, or another unit's task


VERDICT_WORDS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.NEW: "新填",
        Verdict.CHANGED: "改动",
        Verdict.SAME: "相同",
        Verdict.ASK: "待确认",
        Verdict.CLASH: "冲突",
    }
)


@dataclass(frozen=True, slots=True)
class Change:
    """One cell: what was kept for it, what came, and in which words and where it stood.

    ``unit`` is whose task it is. ``after`` is "" where the words could not be understood: then there is
    nothing to keep until the clerk says what is meant.
    """

    unit: str
    task_id: int
    number: int
    title: str
    field: str
    before: str
    after: str
    raw: str
    place: str
    verdict: Verdict
    why: str = ""

    @property
    def cell(self) -> tuple[str, int, str]:
        """What it is about: of two changes with the same one only one can be kept."""
        return self.unit, self.task_id, self.field

    @property
    def proposed(self) -> bool:
        """Whether it is kept unless the clerk says otherwise."""
        return self.verdict in (Verdict.NEW, Verdict.CHANGED)


class ReturnKind(StrEnum):
    """What a file is as a whole."""

    REPORT = "report"
    ZERO = "zero"  # nothing was done in this period, said so
    SAME = "same"  # nothing has changed since the last one, said so
    EMPTY = "empty"  # a form in which nothing was filled
    DAMAGED = "damaged"  # no form could be read in it


KIND_WORDS: Mapping[ReturnKind, str] = MappingProxyType(
    {
        ReturnKind.REPORT: "报送",
        ReturnKind.ZERO: "零报告",
        ReturnKind.SAME: "无变化",
        ReturnKind.EMPTY: "空表",
        ReturnKind.DAMAGED: "读不了",
    }
)


AGAIN = "again"  # the code of what is odd about a report that another one of the same period made already


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something about a file that the clerk should know: what, how much it matters, where."""

    code: str
    message: str
    place: str = ""
    severity: Severity = Severity.DOUBT


@dataclass(frozen=True, slots=True)
class Return:
    """What one file says. ``certain`` is whether the marks in it say whose it is; else it was concluded."""

    file: str
    sha256: str
    unit: str
    period: str
    kind: ReturnKind
    changes: tuple[Change, ...] = ()
    oddities: tuple[Oddity, ...] = ()
    certain: bool = True
    filled_by: str = ""

    @property
    def says_all_again(self) -> bool:
        """Whether it says of all tasks that nothing has changed, and nothing else was said for the period."""
        said = any(odd.code == AGAIN for odd in self.oddities)
        return self.kind is ReturnKind.SAME and not said
