"""征求意见 on paper: an extract for each unit out, the replies read, 意见采纳情况表 and 调整情况表 written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from shuangda_desktop.exports.word.official_paper import write_paper
from shuangda_desktop.exports.workbooks.fillable import write_form
from shuangda_desktop.exports.workbooks.model import Heading
from shuangda_desktop.exports.workbooks.opinion_form import opinion_form
from shuangda_desktop.exports.workbooks.page_setup import Paper as Size
from shuangda_desktop.exports.workbooks.plain_table import write_plain
from shuangda_desktop.files import name_part, told_renamed, unoccupied
from shuangda_desktop.papers import consultation
from shuangda_desktop.papers.opinion_extract import Extract, extract_paper, role_of, task_words
from shuangda_desktop.services.dividing.versioning import compare
from shuangda_desktop.services.rounds.asking import load_habit
from shuangda_desktop.services.words import refusal
from shuangda_desktop.sources.sheets.pile import Unread, read_pile
from shuangda_desktop.store import consultations, settings, units, versions
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.revised import revised
from shuangda_desktop.tasks.columns import adjustments as adjustment_columns
from shuangda_desktop.tasks.columns import changes as change_columns
from shuangda_desktop.tasks.columns import opinions as opinion_columns
from shuangda_desktop.tasks.rounds.opinions import OUTCOME_WORDS, Consultation, Opinion, Stance
from shuangda_desktop.tasks.rounds.reading import AskedRound, AskedTask, Reply, read_reply
from shuangda_desktop.tasks.rounds.snapshots import Line, Snapshot
from shuangda_desktop.tasks.rounds.versions import VERSION_WORDS, VersionKind, task_id_of
from shuangda_desktop.text.sheets import FilledBook

Tell = Callable[[int, int, str], None]
Book = FilledBook | Unread
_PERIOD = "YJ-{:03d}"


@dataclass(frozen=True, slots=True)
class TableJob:
    """A table or paper, gathered and not yet written."""

    name: str
    writer: Callable[[Path], tuple[str, ...]]

    def write(self, path: Path) -> tuple[str, ...]:
        """Write the file; sentences about what could not be written as it was."""
        return self.writer(path)


def gather_extracts(store: Store, round_id: int, only: Sequence[str] = ()) -> tuple[Extract, ...]:
    """What goes out: for each unit of a round (or for some) its part of the draft."""
    asked = consultations.load_consultation(store, round_id)
    lines = versions.load_lines(store, asked.version_id)
    title, office = _title(store, asked), settings.get(store, "office_name")
    database, contact = settings.get(store, "database_id"), load_habit(store).contact
    return tuple(
        Extract(
            unit.unit,
            _own(lines, unit.unit),
            title,
            office,
            database,
            _PERIOD.format(asked.id),
            asked.due_on,
            contact,
        )
        for unit in asked.units
        if not only or unit.unit in only
    )


def write_extracts(
    extracts: Sequence[Extract],
    folder: Path,
    tell: Tell = lambda done, total, name: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[str, ...]:
    """Write a workbook and a Word file for each unit; what could not be written as it was.

    What lies in the folder under such a name may be a reply, also one to an earlier round: it stays.
    """
    folder.mkdir(parents=True, exist_ok=True)
    sentences: list[str] = []
    renamed: list[str] = []
    for done, extract in enumerate(extracts):
        if cancelled():
            break
        tell(done, len(extracts), extract.unit)
        names = [f"{name_part(extract.unit)}_征求意见表{suffix}" for suffix in (".xlsx", ".docx")]
        form, paper = (unoccupied(folder, name) for name in names)
        sentences += write_form(opinion_form(extract), form)
        sentences += write_paper(extract_paper(extract), paper)
        renamed += [path.name for path in (form, paper) if path.name not in names]
    return tuple(dict.fromkeys(filter(None, [*sentences, told_renamed(renamed)])))


def read_files(
    paths: Sequence[Path],
    cancelled: Callable[[], bool] = lambda: False,
    tell: Tell = lambda done, total, name: None,
) -> tuple[Book, ...]:
    """The files that came back, those that were written last behind; parsed in a process of their own."""
    return read_pile(sorted(paths, key=_written_at), cancelled=cancelled, tell=tell)


def _written_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # gone meanwhile: reading it says so
        return 0.0


def understand(
    store: Store, round_id: int, books: Sequence[Book], unit: str = ""
) -> tuple[Reply, ...]:
    """What the files say in a round; ``unit`` is whose they are where the clerk said so."""
    asked = _asked(store, consultations.load_consultation(store, round_id))
    return tuple(
        Reply(book.name, "", (), False, (book.reason,))
        if isinstance(book, Unread)
        else read_reply(book, asked, unit)
        for book in books
    )


def adoption_workbook(store: Store, round_id: int, today: date) -> TableJob:
    """意见采纳情况表 as a workbook: all opinions, and who has none."""
    asked = consultations.load_consultation(store, round_id)
    columns = opinion_columns.opinion_columns()
    groups = [("", opinion_columns.numbered(_told(asked)))]
    heading = _heading(store, f"{_title(store, asked)}意见采纳情况表", today)
    return TableJob(
        "意见采纳情况表.xlsx",
        lambda path: write_plain(groups, path, heading, columns, Size.A4, "各单位均无意见"),
    )


def adoption_paper(store: Store, round_id: int) -> TableJob:
    """意见采纳情况表 as a Word file."""
    asked = consultations.load_consultation(store, round_id)
    paper = consultation.adoption_table(
        [_paper_opinion(opinion) for opinion in _told(asked)],
        _title(store, asked),
        settings.get(store, "office_name"),
    )
    return TableJob("意见采纳情况表.docx", lambda path: write_paper(paper, path))


def adjustment_workbook(store: Store, plan_id: int, version_id: int, today: date) -> TableJob:
    """调整情况表: what was adjusted since an issued version, when and why."""
    known = versions.load_adjustments(store, plan_id)
    found = [one for one in known if one.version_id == version_id]
    name = versions.load_version(store, version_id).name
    columns = adjustment_columns.adjustment_columns()
    groups = [(f"自{name}以来的调整", adjustment_columns.numbered(found))] if found else []
    heading = _heading(store, f"{_plan_title(store, plan_id)}任务调整情况表", today)
    return TableJob(
        "调整情况表.xlsx",
        lambda path: write_plain(groups, path, heading, columns, Size.A4, f"自{name}以来没有调整"),
    )


def comparison_workbook(
    store: Store, plan_id: int, older: int, newer: int | None, today: date
) -> TableJob:
    """Version against version, field by field."""
    changes = compare(store, older, newer, plan_id)
    old = versions.load_version(store, older).name
    new = versions.load_version(store, newer).name if newer is not None else "当前任务清单"
    columns, words = change_columns.change_columns(), f"{new}与{old}相比"
    groups = [(words, change_columns.numbered(changes))] if changes else []
    heading = _heading(store, f"{_plan_title(store, plan_id)}任务版本对照表", today)
    return TableJob(
        "版本对照表.xlsx",
        lambda path: write_plain(groups, path, heading, columns, Size.A4, f"{words}没有变化"),
    )


def _told(asked: Consultation) -> list[Opinion]:
    """The opinions, and a line for each unit that said that it has none, in the order of the units."""
    found: list[Opinion] = []
    for unit in asked.units:
        own = asked.standing(unit.unit)
        none = Opinion(unit.unit, None, "", Stance.AGREE)
        found += own or ((none,) if unit.replied_on else ())
    return found


def _paper_opinion(opinion: Opinion) -> consultation.Opinion:
    return consultation.Opinion(
        opinion.unit,
        opinion.about,
        opinion.text,
        OUTCOME_WORDS[opinion.outcome],
        opinion.outcome_reason,
    )


def _asked(store: Store, asked: Consultation) -> AskedRound:
    lines = versions.load_lines(store, asked.version_id)
    tasks = {
        unit.unit: tuple(_asked_task(line) for line, _ in _own(lines, unit.unit))
        for unit in asked.units
    }
    database = settings.get(store, "database_id")
    return AskedRound(database, _PERIOD.format(asked.id), tasks, _names(store))


def _asked_task(line: Line) -> AskedTask:
    number = line.label.split(" ")[0]
    return AskedTask(task_id_of(line), int(number), task_words(line), line.label)


def _own(lines: Snapshot, unit: str) -> tuple[tuple[Line, str], ...]:
    return tuple((line, role) for line in lines if (role := role_of(line, unit)))


def _names(store: Store) -> dict[str, tuple[str, ...]]:
    """By what else a unit is called, by the name that tasks have."""
    directory = units.load_directory(store)
    others: dict[str, list[str]] = {}
    for alias in directory.aliases:
        others.setdefault(alias.unit_id, []).append(alias.name)
    return {u.label: tuple(dict.fromkeys([u.name, *others.get(u.id, ())])) for u in directory.units}


def _title(store: Store, asked: Consultation) -> str:
    version = versions.load_version(store, asked.version_id)
    word = VERSION_WORDS[VersionKind.CONSULTED]
    number = f"第{version.number}稿" if version.number > 1 else ""
    return f"{_plan_title(store, asked.plan_id)}任务分工\uff08{word}{number}\uff09"


def _plan_title(store: Store, plan_id: int) -> str:
    """The city's own plan of the year, not the title of the higher one."""
    plan = revised(store, [plan_id]).get(plan_id)
    if plan is None:
        raise refusal("这份来文已经不在了。")
    year = f"{plan.plan_year}年" if plan.plan_year else ""
    return f"{settings.get(store, 'city')}{year}打击侵权假冒工作"


def _heading(store: Store, title: str, today: date) -> Heading:
    return Heading(title, settings.get(store, "office_name"), today)
