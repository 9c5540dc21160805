"""Forms out: one workbook for each unit and a covering note, gathered, written, noted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from shuangda_desktop.errors import ExportError, RuleError
from shuangda_desktop.exports.word.official_paper import write_paper
from shuangda_desktop.exports.workbooks.fillable import FillableForm, write_form
from shuangda_desktop.exports.workbooks.unit_form import FormHead, unit_form
from shuangda_desktop.files import digest_of, name_part, told_open, told_renamed, unoccupied
from shuangda_desktop.papers.covering import covering_note
from shuangda_desktop.papers.model import Paper
from shuangda_desktop.services.rounds.asking import (
    Habit,
    asked_units,
    drafts,
    due_by_rule,
    due_days,
    load_habit,
    ownerless,
)
from shuangda_desktop.services.words import refusal
from shuangda_desktop.store import returns, settings
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.returns import Dispatch
from shuangda_desktop.store.units import load_directory
from shuangda_desktop.tasks.periods import Period
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.units.directory import Directory

Tell = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class FormJob:
    """One unit's form, gathered and not yet written."""

    unit: str
    form: FillableForm
    file: str


@dataclass(frozen=True, slots=True)
class Mailing:
    """All that goes out for a period; ``drafts`` tasks wait to be issued and are in no form.

    Nor are the ``ownerless``, which were issued and name no unit.
    ``ended`` says which of the units are no more, "" where all are there. ``sent`` are the digests of what went out for it before: only these files are written over.
    """

    period: Period
    due_on: date
    forms: tuple[FormJob, ...]
    note: Paper
    note_file: str
    drafts: int = 0
    ownerless: int = 0
    sent: frozenset[str] = frozenset()
    ended: str = ""

    @property
    def left_out(self) -> str:
        """What the clerk is told of tasks in no form, "" where there are none."""
        waiting = f"另有{self.drafts}项任务还是草稿,没有写进填报表,下达以后才会写进。"
        bare = f"有{self.ownerless}项任务没有承担单位,没有写进填报表,请在“分解”页指定。"
        return widen(waiting * bool(self.drafts) + bare * bool(self.ownerless))


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: for whom, where, its digest; what could not be written as it was."""

    unit: str
    path: Path
    sha256: str
    sentences: tuple[str, ...] = ()


def renamed(mailing: Mailing, written: Sequence[Written]) -> str:
    """What the clerk is told of files that got another name, "" where none did."""
    usual = {mailing.note_file, *(job.file for job in mailing.forms)}
    others = [one.path for one in written if one.path.name not in usual]
    named = {one.path.name for one in written}
    missed = [others[0].with_name(name) for name in sorted(usual - named)] if others else []
    return told_renamed([path.name for path in others]) + told_open(missed)


def gather_mailing(
    store: Store, period: Period, today: date, only: Sequence[str] = (), due_on: date | None = None
) -> Mailing:
    """The forms of all units with open tasks that were issued, or only of some, and the covering note.

    A form to ``only`` some names the day that the others were told; forms to all may name another.
    """
    habit, days = load_habit(store), due_days if only else due_by_rule
    due = due_on or days(store, [period])[period.key]
    asked = [one for one in asked_units(store, period) if not only or one.unit in only]
    waiting = drafts(store)
    if not asked:
        raise _nobody("、".join(only) or "各单位", waiting)
    head = _head(store, due, habit)
    forms = tuple(
        FormJob(one.unit, unit_form(one, period, head), _file_name(one.unit, period))
        for one in asked
    )
    counted = tuple((one.unit, len(one.asks)) for one in asked)
    note = covering_note(period, counted, head.office, due, habit.contact, today)
    file, sent = _note_file(period, only), _sent(store, period)
    ended = _ended(load_directory(store), [one.unit for one in asked], today)
    bare = 0 if only else ownerless(store)
    return Mailing(period, due, forms, note, file, waiting, bare, sent, ended)


def _ended(known: Directory, asked: Sequence[str], today: date) -> str:
    """What the clerk is told of units that a reform ended while tasks of theirs went on."""
    former = {u.label: u for u in known.units if u.active_until and u.active_until <= today}
    told = []
    for unit in (former[label] for label in asked if label in former):
        names = (known.by_id[r.successor].label for r in known.reforms.get(unit.id, ()))
        heirs = "、".join(dict.fromkeys(names))
        told.append(f"“{unit.label}”已{f'改革,现为{heirs}' if heirs else '撤销'}")
    more = "在办的任务还记在它名下,填报表仍写给它;要改的,请在“分解”里换成新的单位。"
    return widen(f"{';'.join(told)}:{more}") if told else ""


def _note_file(period: Period, only: Sequence[str]) -> str:
    """A note to some units lists these alone: it must not take the place of the one to all."""
    whose = f"_{name_part('、'.join(only))}" if only else ""
    return f"{period.label}进展报送通知{whose}.docx"


def _sent(store: Store, period: Period) -> frozenset[str]:
    """The digests of the forms and notes of a period, each as it was written."""
    ours = (returns.FORM, returns.COVERING)
    return frozenset(
        one.sha256 for one in returns.load_dispatches(store, period.key) if one.kind in ours
    )


def _nobody(who: str, waiting: int) -> RuleError:
    if waiting:
        return refusal(
            f"{who}没有已下达的任务,没有写出填报表。还有{waiting}项草稿:"
            "请先在“任务”页选中下达,或在“分解”页“版本”里印发。"
        )
    return refusal(f"{who}没有需要报送的任务,没有写出填报表。请先在“分解”页把任务分给单位。")


def write_mailing(
    mailing: Mailing,
    folder: Path,
    *,
    tell: Tell = lambda done, total, name: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Written, ...]:
    """Write the files into a folder, the note last; fewer where it was cancelled."""
    _make(folder)
    found: list[Written] = []
    total = len(mailing.forms) + 1
    for done, job in enumerate(mailing.forms):
        if cancelled():
            return tuple(found)
        tell(done, total, job.file)
        path = unoccupied(folder, job.file, mailing.sent)
        sentences = write_form(job.form, path)
        found.append(Written(job.unit, path, digest_of(path), sentences))
    tell(total - 1, total, mailing.note_file)
    path = unoccupied(folder, mailing.note_file, mailing.sent)
    sentences = write_paper(mailing.note, path)
    found.append(Written("", path, digest_of(path), sentences))
    return tuple(found)


def note_sent(
    store: Store, mailing: Mailing, written: Sequence[Written], by: str, now: datetime
) -> None:
    """Keep a record of what went out: to whom, for which period, in which file, by whom."""
    count = sum(bool(one.unit) for one in written)
    if not count:
        return
    with store.step(f"下发{mailing.period.label}填报表{count}份", now):
        returns.add_dispatches(
            store,
            [
                Dispatch(
                    mailing.period.key,
                    one.unit,
                    returns.FORM if one.unit else returns.COVERING,
                    one.path.name,
                    one.sha256,
                    mailing.due_on,
                    now,
                    by,
                )
                for one in written
            ],
        )


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(
            f"无法写入文件夹“{folder.name}”\uff0c没有写出任何文件。请另选一个文件夹。"
        ) from error


def _head(store: Store, due: date, habit: Habit) -> FormHead:
    return FormHead(
        settings.get(store, "database_id"),
        settings.get(store, "city"),
        settings.get(store, "office_name"),
        due,
        habit.contact,
    )


def _file_name(unit: str, period: Period) -> str:
    return f"{name_part(unit)}_{period.label}填报表.xlsx"
