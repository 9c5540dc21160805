"""Parts that several documents share: lists of tasks as tables, headings, units of a task."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from shuangda_desktop.papers.model import Block, Grid, Kind, PaperColumn, Paragraph
from shuangda_desktop.papers.wording import LABELS, MARKS, deadline, without_number
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.columns.cells import units_text
from shuangda_desktop.tasks.reporting import TaskReport
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.text.numerals import to_chinese

COMMA, SEMICOLON, COLON, STOP, PAUSE = "\uff0c", "\uff1b", "\uff1a", "\u3002", "\u3001"
OPEN, CLOSE = "\uff08", "\uff09"
MATTER = 24  # characters of a task's name in a sentence
NAMED, NUMBERED = (
    6,
    24,
)  # tasks named in a sentence; of more the numbers, of still more only the count
DUE = 9  # characters: 2026年12月底前 in one line
TASK_COLUMNS = (
    PaperColumn("序号", 3, exact=True),
    PaperColumn("任务", 16, least=8),
    PaperColumn("牵头或\n责任单位", 8, least=6),  # in one line its last character stood alone
    PaperColumn("完成时限", DUE, exact=True),
)


def chapter(number: int, heading: str) -> Paragraph:
    """一、…"""
    return Paragraph(f"{to_chinese(number)}、{heading}", Kind.CHAPTER)


def section(number: int, heading: str) -> Paragraph:
    """\uff08一\uff09…"""
    return Paragraph(f"{OPEN}{to_chinese(number)}{CLOSE}{heading}", Kind.SECTION)


def bracketed(text: str) -> str:
    """The text in brackets, "" where there is none."""
    return f"{OPEN}{text}{CLOSE}" if text else ""


def matter(row: TaskRow) -> str:
    """What the task is about, short enough for a sentence."""
    name = without_number(row.title).rstrip(MARKS) or row.text.strip().rstrip(MARKS)
    return name if len(name) <= MATTER else name[: MATTER - 1] + "\u2026"


def answering(row: TaskRow) -> str:
    """Who leads the task, or answers for it."""
    return units_text(row, Role.LEAD) or units_text(row, Role.RESPONSIBLE)


def answering_clause(row: TaskRow) -> str:
    """The same with the word for the role, in brackets; "" where nobody does."""
    for role in (Role.LEAD, Role.RESPONSIBLE):
        if names := units_text(row, role):
            return bracketed(f"{LABELS[role]}{COLON}{names}")
    return ""


def listed(tasks: Sequence[TaskReport], *, several: bool = False) -> str:
    """Behind a count of tasks, which they are: \uff1a第3项“…”、第5项“…”; of many the numbers, of too many nothing.

    ``several`` says that the paper is about tasks of several plans, as for ``numbers``.
    """
    if len(tasks) > NUMBERED:
        return ""
    if len(tasks) > NAMED:
        return COLON + numbers(tasks, several=several)
    return COLON + PAUSE.join(f"第{one.row.number}项“{matter(one.row)}”" for one in tasks)


def numbers(tasks: Sequence[TaskReport], *, several: bool = False) -> str:
    """第3项、第5项: each with its 项, for LibreOffice breaks no line within 3、5、8.

    Of ``several`` plans, which all begin with 1, each is named before its tasks.
    """
    if several:
        runs = groupby(tasks, key=lambda one: (one.row.plan_id, one.row.plan_title))
        return PAUSE.join(f"《{plan}》{numbers(list(run))}" for (_, plan), run in runs)
    return PAUSE.join(f"第{one.row.number}项" for one in tasks)


def task_grid(tasks: Sequence[TaskReport], more: PaperColumn, words: Sequence[str]) -> Grid:
    """A list of tasks with one more column."""
    rows = [
        (str(one.row.number), matter(one.row), answering(one.row), deadline(one.row), told)
        for one, told in zip(tasks, words, strict=True)
    ]
    return Grid((*TASK_COLUMNS, more), tuple(rows))


def by_place(tasks: Iterable[TaskReport]) -> Iterator[tuple[str, str, list[TaskReport]]]:
    """Runs of tasks of one plan and chapter: the plan's title, the chapter, the tasks."""
    for (plan, name), run in groupby(tasks, key=lambda o: (o.row.plan_title, o.row.chapter)):
        yield plan, without_number(name), list(run)


def days_late(row: TaskRow, today: date) -> str:
    """By how much the deadline has passed."""
    return f"逾期{(today - row.due_on).days}天" if row.due_on else ""


def joined(blocks: Iterable[Iterable[Block]]) -> tuple[Block, ...]:
    """Several runs of blocks as one."""
    return tuple(block for run in blocks for block in run)
