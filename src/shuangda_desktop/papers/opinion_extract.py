"""What goes out to one unit of a draft for its opinion: its own tasks, and how to answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.papers.model import Annex, Dress, Grid, Paper, PaperColumn, Paragraph
from shuangda_desktop.papers.wording import day_words
from shuangda_desktop.tasks.dividing.titles import told_once
from shuangda_desktop.tasks.rounds.snapshots import Line

KEY = "extract"


@dataclass(frozen=True, slots=True)
class Extract:
    """One unit's part of a draft. ``office_id`` names the database, ``period`` the round.

    Each line goes with what the unit does in it, such as 牵头.
    """

    unit: str
    lines: tuple[tuple[Line, str], ...]
    title: str
    office: str
    office_id: str
    period: str
    due_on: date
    contact: str = ""


def extract_paper(extract: Extract) -> Paper:
    """The same as a Word file, for units that answer on paper."""
    columns = (
        PaperColumn("序号", 3, exact=True),
        PaperColumn("工作任务", 18, least=10),
        PaperColumn("承担单位", 11, least=8),
        PaperColumn("完成时限", 8, exact=True),
        PaperColumn("意见", 4, exact=True),
        PaperColumn("修改内容", 12, least=8),
        PaperColumn("理由", 8, least=5),
    )
    rows = tuple(
        (number_of(line), task_words(line), units_words(line), cells_of(line)["due"], "", "", "")
        for line, _ in extract.lines
    )
    blocks = (
        Paragraph(f"反馈单位\uff1a{extract.unit}"),
        *(Paragraph(words) for words in instructions(extract)),
    )
    annex = Annex(f"{extract.unit}承担的任务", (Grid(columns, rows),), lying=True, label=False)
    remark = f"联系人及电话\uff1a{extract.contact}" if extract.contact else ""
    title = f"{extract.title}征求意见表"
    return Paper(KEY, title, extract.office, blocks, (annex,), Dress(remark=remark), signed=False)


def number_of(line: Line) -> str:
    """The number of the task in the draft."""
    return line.label.split(" ")[0]


def instructions(extract: Extract) -> tuple[str, ...]:
    """How to answer, in three lines; of the workbook and of the Word file alike."""
    office = extract.office or "我办"
    return (
        "1. “意见”填同意、修改或不同意\uff1b同意的不用再写\uff0c空着的按同意处理。",
        "2. 选修改的\uff0c在“修改内容”写明改成什么\uff1b修改或不同意的\uff0c请写明理由。",
        f"3. 请于{day_words(extract.due_on)}前发回{office}\uff1b逾期没有回复的\uff0c按没有意见处理。",
    )


def cells_of(line: Line) -> dict[str, str]:
    """The texts of a line by their keys."""
    return {cell.key: cell.text for cell in line.cells}


def task_words(line: Line) -> str:
    """The task as its cell says it: a title that only repeats the text is left out."""
    words = cells_of(line)
    return told_once(words["title"], words["text"])


def units_words(line: Line) -> str:
    """Who does it, a role a line."""
    words = cells_of(line)
    roles = (("lead", "牵头"), ("responsible", "责任"), ("cooperating", "配合"))
    return "\n".join(f"{word}\uff1a{words[key]}" for key, word in roles if words[key])


def role_of(line: Line, unit: str) -> str:
    """What a unit does in a task, "" where it has no part in it."""
    words = cells_of(line)
    roles = (("lead", "牵头"), ("responsible", "责任"), ("cooperating", "配合"))
    return next((word for key, word in roles if unit in unit_names(words[key])), "")


def unit_names(text: str) -> Sequence[str]:
    """The units in a cell, without their scopes."""
    return [name.split("\uff08")[0] for name in text.split("\u3001") if name]
