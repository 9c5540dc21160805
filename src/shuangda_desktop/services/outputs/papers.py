"""Official documents: what the clerk asks for, the draft that comes of it, what is kept of it.

A draft is made anew from the tasks each time. What the clerk changed in its text and what was added to
it (head, number, recipients) is kept by the name of the draft: its kind, its period, its unit.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from shuangda_desktop.exports.word.official_paper import write_paper
from shuangda_desktop.papers.edits import Edit, edited, edits_between, lines_of, read_lines
from shuangda_desktop.papers.fonts import STANDARD, Fonts
from shuangda_desktop.papers.model import Dress, Paper, Paragraph, TaskTable
from shuangda_desktop.services.outputs.paper_kinds import (
    RANKED,
    UNIT,
    PaperWanted,
    kind_of,
    tasks_for,
)
from shuangda_desktop.services.outputs.templates import WORD, Filling, template_of
from shuangda_desktop.store import papers as kept
from shuangda_desktop.store import settings
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.columns.schedule import schedule_columns
from shuangda_desktop.tasks.rounds.snapshots import Cell, Line, Snapshot, of_tasks
from shuangda_desktop.tasks.rows import TaskRow


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft with the clerk's changes; ``made`` are the program's own lines, ``lost`` lost their place."""

    wanted: PaperWanted
    paper: Paper
    made: tuple[str, ...]
    lost: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperJob:
    """A document, gathered and not yet written."""

    wanted: PaperWanted
    paper: Paper
    fonts: Fonts = STANDARD
    filling: Filling | None = None  # where the office has a template of its own

    @property
    def suffix(self) -> str:
        """What kind of file it makes."""
        return self.filling.suffix if self.filling else WORD

    @property
    def document(self) -> str:
        """Its key."""
        return self.wanted.kind

    @property
    def action(self) -> str:
        """What the permanent record calls writing it."""
        return f"导出{kind_of(self.wanted.kind).name}"

    @property
    def about(self) -> str:
        """The unit that it is about."""
        return self.wanted.unit if UNIT in kind_of(self.wanted.kind).asks else ""

    @property
    def rows(self) -> tuple[TaskRow, ...]:
        """The tasks of its tables."""
        tables = [b for annex in self.paper.annexes for b in annex.blocks]
        return tuple(row for b in tables if isinstance(b, TaskTable) for row in b.rows)

    @property
    def snapshot(self) -> Snapshot:
        """Its tasks where it lists them, else its paragraphs."""
        if self.rows:
            return of_tasks(self.rows, schedule_columns())
        return tuple(_line(p) for p in self.paper.blocks if isinstance(p, Paragraph))

    def write(self, path: Path) -> tuple[str, ...]:
        """Write the file; sentences about what could not be written as it was."""
        if self.filling:
            return self.filling.write(path)
        return write_paper(self.paper, path, self.fonts)


def _line(paragraph: Paragraph) -> Line:
    words = paragraph.words
    return Line(words, words[:20], (Cell("text", "正文", words),))


def draft_paper(store: Store, wanted: PaperWanted) -> Drafted:
    """The draft, with what the clerk changed and added."""
    made = kind_of(wanted.kind).build(store, wanted)
    with_edits = edited(made, kept.load_edits(store, wanted.draft))
    paper = replace(with_edits.paper, dress=_dressed(store, wanted, made.dress))
    return Drafted(wanted, paper, lines_of(made), with_edits.lost)


def keep_text(store: Store, drafted: Drafted, text: str, now: datetime) -> None:
    """Keep the draft's text as it was typed; unchanged text is no action."""
    edits = edits_between(drafted.made, read_lines(text))
    if edits == kept.load_edits(store, drafted.wanted.draft):
        return
    with store.step(f"修改文稿 {kind_of(drafted.wanted.kind).name}", now):
        kept.save_edits(store, drafted.wanted.draft, edits)


def restore_text(store: Store, wanted: PaperWanted, now: datetime) -> None:
    """Take back all that was changed in a draft."""
    if kept.load_edits(store, wanted.draft):
        with store.step(f"恢复文稿 {kind_of(wanted.kind).name}", now):
            kept.save_edits(store, wanted.draft, ())


def keep_dress(store: Store, wanted: PaperWanted, dress: Dress, now: datetime) -> None:
    """Keep head, number, recipients and imprint of a draft; unchanged ones are no action."""
    if dress == kept.load_dress(store, wanted.draft):
        return
    with store.step(f"修改版头版记 {kind_of(wanted.kind).name}", now):
        kept.save_dress(store, wanted.draft, wanted.kind, dress)


def paper_job(store: Store, wanted: PaperWanted, fonts: Fonts = STANDARD) -> PaperJob:
    """Gather a document, in the office's own template where it has one."""
    paper = draft_paper(store, wanted).paper
    template = template_of(store, wanted.kind)
    if template is None:
        return PaperJob(wanted, paper, fonts)
    return PaperJob(wanted, paper, fonts, Filling(template, paper, tasks_for(store, wanted)))


def _dressed(store: Store, wanted: PaperWanted, made: Dress) -> Dress:
    """What was added to this draft; else what usually is, without what belongs to one document only."""
    own = kept.load_dress(store, wanted.draft)
    if own is not None:
        return own
    last = kept.load_last_dress(store, wanted.kind)
    if last is None:
        return made
    recipients = made.recipients if UNIT in kind_of(wanted.kind).asks else last.recipients
    remark = made.remark or last.remark
    return replace(
        last, document_number="", issued_on=None, printed_on=None, recipients=recipients,
        remark=remark,
    )  # fmt: skip


def units_are_ranked(store: Store) -> bool:
    """Whether the office wants units ranked in a 通报; it is off unless it says so."""
    return settings.get(store, RANKED) == "1"


def rank_units(store: Store, on: bool, now: datetime) -> None:
    """Rank units in a 通报, or rank them no longer."""
    if on != units_are_ranked(store):
        with store.step("通报里给单位排名" if on else "通报里不给单位排名", now):
            settings.put(store, RANKED, "1" if on else "")
