"""The kinds of official documents: what each wants to know, and how it is built from the store."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from shuangda_desktop.papers import circular, consultation, notice, one_page, pressing, report
from shuangda_desktop.papers.edits import edited
from shuangda_desktop.papers.local_plan import KEY as PLAN
from shuangda_desktop.papers.local_plan import local_plan
from shuangda_desktop.papers.model import DutyStyle, Paper
from shuangda_desktop.services.outputs.exporting import local_plan_job
from shuangda_desktop.services.outputs.gathering import tasks_in_hand, tasks_to_issue
from shuangda_desktop.services.words import refusal
from shuangda_desktop.store import papers as kept
from shuangda_desktop.store import settings
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.results import load_ways
from shuangda_desktop.store.returns import returns_came
from shuangda_desktop.store.tasks import load_tasks
from shuangda_desktop.store.units import load_directory
from shuangda_desktop.tasks.periods import Period, PeriodKind, period_of
from shuangda_desktop.tasks.reported import keys_within, spoke_for_all
from shuangda_desktop.tasks.reporting import Amount, Report, amount_of, report_of
from shuangda_desktop.tasks.results import results
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import overdue

PERIOD, UNIT, REPLY, DUTIES = "period", "unit", "reply", "duties"
APPROVED, CONTACT, RANKING = "approved", "contact", "ranking"
RANKED = "rank_units"  # the setting that allows ranking in a 通报


@dataclass(frozen=True, slots=True)
class PaperWanted:
    """What the clerk asks for; what a kind of paper does not ask for is ignored."""

    kind: str
    today: date
    period: Period | None = None  # None is the month before today
    unit: str = ""
    reply_by: date | None = None
    duties: DutyStyle = DutyStyle.BRACKETS
    approved_by: str = ""
    contact: str = ""

    @property
    def of_period(self) -> Period:
        """The period that it reports."""
        return self.period or period_of(PeriodKind.MONTH, self.today).previous()

    @property
    def draft(self) -> str:
        """The name under which changes of this draft are kept."""
        asks = kind_of(self.kind).asks
        parts = [self.of_period.key] if PERIOD in asks else []
        parts += [self.unit] if UNIT in asks else []
        return ":".join((self.kind, *parts))


Build = Callable[[Store, PaperWanted], Paper]


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A kind of official document; ``asks`` says what it wants to know."""

    key: str
    name: str
    words: str
    build: Build
    asks: frozenset[str] = frozenset()


def _report(store: Store, wanted: PaperWanted) -> Report:
    period = wanted.of_period
    rows = tasks_in_hand(store, None, period.end.year)
    ids = [row.task_id for row in rows]
    log = kept.load_log(store, ids, period.start, period.end)
    came = returns_came(store, keys_within(period))
    amounts = _amounts(store, ids, period.end)
    spoke = spoke_for_all(came, period)
    taken_over = load_directory(store).taken_over
    return report_of(rows, log, period, wanted.today, amounts, spoke, taken_over)


def _amounts(store: Store, task_ids: Sequence[int], last: date) -> Iterator[Amount]:
    """What the targets of these tasks came to in the periods that ended by this day."""
    counted = kept.load_actuals_until(store, task_ids, last)
    for task in load_tasks(store, list(counted)):
        ways, units = load_ways(store, task.id or 0), {part.unit for part in task.assignments}
        for result in results(task.targets, counted[task.id or 0], ways, units):
            amount = amount_of(task.id or 0, result)
            if amount is not None:
                yield amount


def _place(store: Store) -> tuple[str, str]:
    return settings.get(store, "city"), settings.get(store, "office_name")


def _plan(store: Store, wanted: PaperWanted) -> Paper:
    return local_plan(replace(local_plan_job(store, wanted.today).draft, duties=wanted.duties))


def _edited_plan(store: Store, wanted: PaperWanted) -> Paper:
    """The plan as the clerk left it, to be forwarded or sent around."""
    return edited(_plan(store, wanted), kept.load_edits(store, PLAN)).paper


def _notice(store: Store, wanted: PaperWanted) -> Paper:
    return notice.forwarding_notice(_edited_plan(store, wanted), wanted.approved_by)


def _consultation(store: Store, wanted: PaperWanted) -> Paper:
    rows = tasks_to_issue(store)
    units = tuple(dict.fromkeys(part.unit for row in rows for part in row.units))
    plan = _edited_plan(store, wanted)
    return consultation.consultation_letter(plan, units, wanted.reply_by, wanted.contact)


def _periodic(store: Store, wanted: PaperWanted) -> Paper:
    return report.periodic_report(_report(store, wanted), *_place(store))


def _circular(store: Store, wanted: PaperWanted) -> Paper:
    ranked = settings.get(store, RANKED) == "1"
    return circular.state_circular(
        _report(store, wanted), *_place(store), "各成员单位", ranked=ranked
    )


def _one_page(store: Store, wanted: PaperWanted) -> Paper:
    return one_page.one_page(_report(store, wanted), *_place(store))


def _urge(store: Store, wanted: PaperWanted) -> Paper:
    unit = _unit(wanted)
    tasks = next((told for name, told in _report(store, wanted).silent if name == unit), ())
    if not tasks:
        label = wanted.of_period.label
        raise refusal(f"“{wanted.unit}”{label}没有未报送的任务,不用催办。")
    office = settings.get(store, "office_name")
    rows = [one.row for one in tasks]
    return pressing.urging_slip(
        wanted.unit, rows, wanted.of_period, office, wanted.reply_by, wanted.contact
    )


def _supervise(store: Store, wanted: PaperWanted) -> Paper:
    rows = _late_of(tasks_in_hand(store, _unit(wanted), wanted.today.year), wanted)
    if not rows:
        raise refusal(f"“{wanted.unit}”没有逾期的任务,不用督办。")
    office = settings.get(store, "office_name")
    return pressing.supervision_slip(
        wanted.unit, rows, wanted.today, office, wanted.reply_by, wanted.contact
    )


def _late_of(rows: Sequence[TaskRow], wanted: PaperWanted) -> list[TaskRow]:
    return [row for row in rows if overdue(row, wanted.today)]


def _unit(wanted: PaperWanted) -> str:
    if not wanted.unit:
        raise refusal(f"{kind_of(wanted.kind).name}要写给一个单位。请先选择单位。")
    return wanted.unit


KINDS: tuple[PaperKind, ...] = (
    PaperKind(PLAN, "实施方案", "本市的实施方案,任务分工表作附件。", _plan, frozenset({DUTIES})),
    PaperKind(
        notice.KEY,
        "印发通知",
        "把实施方案印发给各单位的通知。",
        _notice,
        frozenset({DUTIES, APPROVED}),
    ),
    PaperKind(
        consultation.LETTER,
        "征求意见函",
        "把方案送各单位征求意见,附反馈表。",
        _consultation,
        frozenset({DUTIES, REPLY, CONTACT}),
    ),
    PaperKind(
        report.KEY,
        "工作报告",
        "月报、季报、半年报、年报,按方案顺序写出各单位的进展。",
        _periodic,
        frozenset({PERIOD}),
    ),
    PaperKind(
        circular.KEY,
        "通报",
        "各单位任务的进展、逾期和报送情况。",
        _circular,
        frozenset({PERIOD, RANKING}),
    ),
    PaperKind(one_page.KEY, "会议一页纸", "给领导看的一页,大字。", _one_page, frozenset({PERIOD})),
    PaperKind(
        pressing.URGE,
        "催办单",
        "催一个单位报送进展。",
        _urge,
        frozenset({PERIOD, UNIT, REPLY, CONTACT}),
    ),
    PaperKind(
        pressing.SUPERVISE,
        "督办单",
        "督办一个单位的逾期任务,留有填写的地方。",
        _supervise,
        frozenset({UNIT, REPLY, CONTACT}),
    ),
)


def tasks_for(store: Store, wanted: PaperWanted) -> tuple[TaskRow, ...]:
    """The tasks that a template of the office's own may name."""
    asks = kind_of(wanted.kind).asks
    if PERIOD in asks or UNIT in asks:
        year = wanted.of_period.end.year if PERIOD in asks else wanted.today.year
        return tasks_in_hand(store, wanted.unit if UNIT in asks else None, year)
    return tasks_to_issue(store)


def kind_of(key: str) -> PaperKind:
    """The kind of paper with this key."""
    return next(kind for kind in KINDS if kind.key == key)


def file_name(wanted: PaperWanted) -> str:
    """What to call the file."""
    kind = kind_of(wanted.kind)
    parts = [kind.name]
    parts += [wanted.of_period.label] if PERIOD in kind.asks else []
    parts += [wanted.unit] if UNIT in kind.asks and wanted.unit else []
    return "-".join(parts) + ".docx"
