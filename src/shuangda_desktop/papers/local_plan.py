"""实施方案: chapters in the source's order, duty clauses written back, the tasks as an annex.

Facts come from the rows and the draft; what the program does not know is a placeholder that begins
with 〔请填写. The connecting passages are neutral and meant to be edited (see passages.py).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from shuangda_desktop.papers import passages
from shuangda_desktop.papers.goals import goals
from shuangda_desktop.papers.model import (
    Annex,
    Block,
    Dress,
    DutyStyle,
    Form,
    Kind,
    LocalPlan,
    Paper,
    Paragraph,
    TaskTable,
)
from shuangda_desktop.papers.wording import (
    duty_clause,
    duty_lines,
    item,
    named_documents,
    numbered,
    usual_deadline,
    without_number,
)
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.text.numerals import to_chinese

KEY = "plan"
OFFICE = "\u3014请填写发文机关\u3015"
SEMICOLON, STOP = "\uff1b", "\u3002"


def local_plan(draft: LocalPlan) -> Paper:
    """The whole document."""
    draft = replace(draft, rows=_renumbered(draft.rows))
    blocks = (
        Paragraph(passages.introduction(draft, named_documents(draft.basis))),
        *_aims(draft),
        *_tasks(draft),
        *_run_in("四、实施步骤", passages.STEPS, draft),
        *_run_in("五、保障措施", passages.SAFEGUARDS, draft),
    )
    annex = Annex(annex_title(draft), (TaskTable(draft.rows),), lying=True)
    return Paper(KEY, draft.title, draft.office, blocks, (annex,), _dress(draft))


def annex_title(draft: LocalPlan) -> str:
    """What the annex is called."""
    return f"{draft.city}{draft.year}年打击侵权假冒工作任务分工表"


def _dress(draft: LocalPlan) -> Dress:
    return Dress(
        form=Form.RED if draft.red_head else Form.PLAIN,
        name=draft.red_head,
        document_number=draft.document_number,
        signer=draft.signer,
        recipients=draft.recipients,
        issued_on=draft.issued_on,
        copies_to=draft.copies_to,
        printed_by=draft.printed_by,
        printed_on=draft.printed_on,
    )


def _renumbered(rows: Sequence[TaskRow]) -> tuple[TaskRow, ...]:
    """The numbers that the tasks have everywhere; where several plans begin with 1 each, they run on."""
    if len({row.plan_id for row in rows}) < 2:
        return tuple(rows)
    return tuple(
        row if row.number == number else replace(row, number=number)
        for number, row in enumerate(rows, 1)
    )


def _aims(draft: LocalPlan) -> Iterator[Block]:
    yield Paragraph("一、总体要求", Kind.CHAPTER)
    yield Paragraph(passages.AIMS)
    yield Paragraph("二、工作目标", Kind.CHAPTER)
    found = goals(draft.rows)
    yield Paragraph(passages.goal(draft, usual_deadline(draft.rows), found))
    for number, text in enumerate(found, 1):
        yield Paragraph(numbered(number, text) + (STOP if number == len(found) else SEMICOLON))


def _tasks(draft: LocalPlan) -> Iterator[Block]:
    yield Paragraph("三、重点任务", Kind.CHAPTER)
    if not draft.rows:
        yield Paragraph(passages.NO_TASKS)
    usual = usual_deadline(draft.rows)
    chapters = groupby(draft.rows, key=lambda row: row.chapter)
    for number, (name, rows) in enumerate(chapters, 1):
        if name:
            yield Paragraph(f"\uff08{to_chinese(number)}\uff09{without_number(name)}", Kind.SECTION)
        for row in rows:
            yield from task_paragraphs(row, usual, draft.duties)


def task_paragraphs(row: TaskRow, usual: date | None, style: DutyStyle) -> Iterator[Paragraph]:
    """One task, with its units where the style wants them."""
    scoped = any(part.scope for part in row.units)  # whom a line concerns, brackets say better
    if style is DutyStyle.BRACKETS or (scoped and style is DutyStyle.LINES):
        yield Paragraph(item(row), clause=duty_clause(row, usual))
        return
    yield Paragraph(item(row))
    if style is DutyStyle.LINES:
        yield from (Paragraph(line, Kind.DUTY) for line in duty_lines(row, usual))


def _run_in(heading: str, passed: Sequence[tuple[str, str]], draft: LocalPlan) -> Iterator[Block]:
    yield Paragraph(heading, Kind.CHAPTER)
    for number, (head, text) in enumerate(passed, 1):
        label = f"\uff08{to_chinese(number)}\uff09{head}。"
        yield Paragraph(text.format(office=draft.office or OFFICE), head=label)
