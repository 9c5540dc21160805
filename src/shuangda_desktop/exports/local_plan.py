"""The draft of the city's own plan: chapters in the source's order, duty clauses written back, annex.

Facts come from the rows and the draft; what the program does not know is a placeholder that begins
with 〔请填写. The connecting passages are neutral and meant to be edited (see passages.py).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from shuangda_desktop.exports.imprint import has_imprint, write_imprint, write_red_head
from shuangda_desktop.exports.measure import half_widths
from shuangda_desktop.exports.official import (
    Band,
    Face,
    OfficialDocument,
    Piece,
    Style,
    issue_date,
)
from shuangda_desktop.exports.paper import (
    EMPTY,
    Columns,
    by_chapter,
    filled,
    joined,
    on_paper,
    shown,
)
from shuangda_desktop.exports.titles import LYING_ROOM, UPRIGHT_ROOM, break_title
from shuangda_desktop.papers import passages
from shuangda_desktop.papers.goals import goals
from shuangda_desktop.papers.model import LocalPlan
from shuangda_desktop.papers.wording import (
    duty_clause,
    item,
    named_documents,
    numbered,
    usual_deadline,
    without_number,
)
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.schedule_columns import schedule_columns
from shuangda_desktop.text.numerals import to_chinese
from shuangda_desktop.text.punctuation import widen

OFFICE = "\u3014请填写发文机关\u3015"
DATE = "\u3014请填写成文日期\u3015"
ANNEX = "附件"


def write_local_plan(
    draft: LocalPlan, path: Path, columns: Columns | None = None
) -> tuple[str, ...]:
    """Write 实施方案; returns sentences about what could not be written as it was."""
    draft = replace(draft, rows=_renumbered(draft.rows))
    document = OfficialDocument(draft.title, draft.office, draft.issued_on)
    _write_head(document, draft)
    _write_aims(document, draft)
    _write_tasks(document, draft)
    _write_run_in(document, "四、实施步骤", passages.STEPS, draft)
    _write_run_in(document, "五、保障措施", passages.SAFEGUARDS, draft)
    _write_end(document, draft)
    document.lie_down()
    _write_annex(document, draft, columns or schedule_columns())
    if has_imprint(draft):
        document.stand_up()
        write_imprint(document, draft)
    document.save(path)
    return document.notes.sentences


def _renumbered(rows: Iterable[TaskRow]) -> tuple[TaskRow, ...]:
    """Numbers without gaps, the same in the text and in the annex."""
    return tuple(replace(row, number=number) for number, row in enumerate(rows, 1))


def _write_head(document: OfficialDocument, draft: LocalPlan) -> None:
    if draft.red_head:
        write_red_head(document, draft)
    elif draft.document_number:
        document.paragraph(Style.NUMBER, draft.document_number)
        document.blank()
    _write_title(document, draft.title)
    if draft.recipients:
        document.paragraph(Style.RECIPIENTS, draft.recipients.rstrip(":\uff1a") + "\uff1a")
    document.paragraph(Style.BODY, passages.introduction(draft, named_documents(draft.basis)))


def _write_title(document: OfficialDocument, title: str, room: int = UPRIGHT_ROOM) -> None:
    document.paragraph(Style.TITLE, "\n".join(break_title(widen(title), room)))
    document.blank()


def _write_aims(document: OfficialDocument, draft: LocalPlan) -> None:
    document.paragraph(Style.CHAPTER, "一、总体要求")
    document.paragraph(Style.BODY, passages.AIMS)
    document.paragraph(Style.CHAPTER, "二、工作目标")
    found = goals(draft.rows)
    document.paragraph(Style.BODY, passages.goal(draft, usual_deadline(draft.rows), found))
    for number, text in enumerate(found, 1):
        end = "。" if number == len(found) else "\uff1b"
        document.paragraph(Style.BODY, numbered(number, text) + end)


def _write_tasks(document: OfficialDocument, draft: LocalPlan) -> None:
    document.paragraph(Style.CHAPTER, "三、重点任务")
    if not draft.rows:
        document.paragraph(Style.BODY, passages.NO_TASKS)
    usual = usual_deadline(draft.rows)
    for number, (name, rows) in enumerate(by_chapter(draft.rows), 1):
        if name:
            label = f"\uff08{to_chinese(number)}\uff09"
            document.paragraph(Style.SECTION, label + without_number(name))
        for row in rows:
            clause = Piece(duty_clause(row, usual), Face.KAI)  # the eye finds it in another face
            document.paragraph(Style.BODY, item(row), clause)


def _write_run_in(
    document: OfficialDocument, heading: str, passed: Sequence[tuple[str, str]], draft: LocalPlan
) -> None:
    document.paragraph(Style.CHAPTER, heading)
    for number, (head, text) in enumerate(passed, 1):
        label = f"\uff08{to_chinese(number)}\uff09{head}。"
        words = text.format(office=draft.office or OFFICE)
        last = number == len(passed)  # the signature never stands alone on a page
        document.paragraph(Style.BODY, Piece(label, Face.KAI), words, keeps_next=last)


def _write_end(document: OfficialDocument, draft: LocalPlan) -> None:
    """Note of the annex, signature and date: by the rule for documents without a seal."""
    document.blank(keeps_next=True)
    document.paragraph(Style.ANNEX_LIST, f"{ANNEX}\uff1a{_annex_title(draft)}", keeps_next=True)
    document.blank(keeps_next=True)
    office = draft.office or OFFICE
    day = issue_date(draft.issued_on) if draft.issued_on else DATE
    office_right, day_right = _indents(half_widths(office) / 2, half_widths(day) / 2)
    document.paragraph(Style.SIGNATURE, office, right=office_right)
    document.paragraph(Style.ISSUE_DATE, day, right=day_right)


def _indents(office: float, day: float) -> tuple[float, float]:
    """From the right, in characters: the date begins two characters after the office does."""
    return (2.0, office - day) if office - day >= 2 else (4.0 + day - office, 2.0)


def _annex_title(draft: LocalPlan) -> str:
    return f"{draft.city}{draft.year}年打击侵权假冒工作任务分工表"


def _write_annex(document: OfficialDocument, draft: LocalPlan, columns: Columns) -> None:
    kept = filled(columns, draft.rows)
    document.paragraph(Style.ANNEX_MARK, ANNEX)
    document.blank()
    _write_title(document, _annex_title(draft), LYING_ROOM)
    document.table(on_paper(kept), _annex_rows(draft.rows, kept))


def _annex_rows(rows: Sequence[TaskRow], columns: Columns) -> Iterator[Sequence[str | None] | Band]:
    if not rows:
        yield Band(EMPTY)
    for chapter, tasks in by_chapter(rows):
        if chapter:
            yield Band(chapter)
        yield from (_annex_row(row, columns) for row in tasks)


def _annex_row(row: TaskRow, columns: Columns) -> Sequence[str | None]:
    """The texts of the cells; None joins a cell to the one before it."""
    values, join = [shown(c, row) for c in columns], joined(columns, row)
    texts: list[str | None] = ["" if value is None else str(value) for value in values]
    if join is not None:
        texts[join - 1], texts[join] = texts[join], None
    return texts
