"""The writer of every official document: a Paper in, a Word file by GB/T 9704-2012 out."""

from collections.abc import Iterator, Sequence
from math import ceil
from pathlib import Path

from shuangda_desktop.exports.measure import half_widths
from shuangda_desktop.exports.word.head import write_head
from shuangda_desktop.exports.word.imprint import has_imprint, write_imprint
from shuangda_desktop.exports.word.official import Band, Face, OfficialDocument, Piece, issue_date
from shuangda_desktop.exports.word.styles import Style
from shuangda_desktop.exports.word.titles import LYING_ROOM, UPRIGHT_ROOM, break_title
from shuangda_desktop.exports.workbooks.paper import (
    EMPTY,
    Columns,
    by_chapter,
    filled,
    joined,
    on_paper,
    shown,
)
from shuangda_desktop.papers.fonts import STANDARD, Fonts
from shuangda_desktop.papers.marks import paper_in_house_marks
from shuangda_desktop.papers.model import (
    Annex,
    Block,
    Form,
    Grid,
    Kind,
    Paper,
    Paragraph,
    TaskTable,
)
from shuangda_desktop.tasks.columns.schedule import schedule_columns
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.text.punctuation import widen

OFFICE = "\u3014请填写发文机关\u3015"
DATE = "\u3014请填写成文日期\u3015"
ANNEX = "附件"
BRACKETS = "()\uff08\uff09"
PAGE_LINES, CHARACTERS = 22, 28
HEAD_LINES = {Form.PLAIN: 2, Form.RED: 12, Form.LETTER: 4}  # above the title, at most
STYLES = {
    Kind.BODY: Style.BODY,
    Kind.CHAPTER: Style.CHAPTER,
    Kind.SECTION: Style.SECTION,
    Kind.DUTY: Style.DUTY,
}


def write_paper(
    paper: Paper, path: Path, fonts: Fonts = STANDARD, columns: Columns | None = None
) -> tuple[str, ...]:
    """Write the document; returns sentences about what could not be written as it was.

    ``columns`` are those of 任务分工表, where the paper has one.
    """
    paper = paper_in_house_marks(paper)
    dress = paper.dress
    document = OfficialDocument(
        paper.title, paper.office, dress.issued_on, fonts, large=paper.large
    )
    write_head(document, dress)
    _write_title(document, paper.title)
    below = _too_many(paper)
    if dress.recipients and not below:
        document.paragraph(Style.RECIPIENTS, dress.recipients.rstrip(":\uff1a") + "\uff1a")
    _write_blocks(document, paper.blocks, columns, signed=paper.signed)
    _write_end(document, paper)
    marks = iter(_marks(paper.annexes))
    for annex in paper.annexes:
        _write_annex(document, annex, next(marks) if annex.label else "", columns)
    if has_imprint(dress) or below:
        if document.lies:
            document.stand_up()
        write_imprint(document, dress, dress.recipients if below else "")
    document.save(path)
    return document.notes.sentences


def _too_many(paper: Paper) -> bool:
    """Whether the recipients would push the text off the first page; then they stand in the imprint."""
    title = len(break_title(widen(paper.title), UPRIGHT_ROOM))
    names = ceil(half_widths(paper.dress.recipients) / (2 * CHARACTERS))
    return HEAD_LINES[paper.dress.form] + title + 1 + names >= PAGE_LINES


def _write_title(
    document: OfficialDocument, title: str, room: int = UPRIGHT_ROOM, *, new_page: bool = False
) -> None:
    lines = break_title(widen(title), room)
    document.paragraph(Style.TITLE, "\n".join(lines), new_page=new_page)
    document.blank()


def _write_blocks(
    document: OfficialDocument,
    blocks: Sequence[Block],
    columns: Columns | None,
    *,
    signed: bool = False,
) -> None:
    # The signature never stands alone on a page, but the text has to begin on the first one.
    last = len(blocks) - 1 if signed and len(blocks) > 1 else -1
    for at, block in enumerate(blocks):
        if at and isinstance(block, Paragraph) is not isinstance(blocks[at - 1], Paragraph):
            document.space()
        if isinstance(block, Paragraph):
            following = blocks[at + 1] if at < len(blocks) - 1 else None
            _write_paragraph(document, block, keeps_next=at == last or _belongs(following))
        elif isinstance(block, Grid):
            document.table(block.columns, _grid_rows(block))
        else:
            kept = filled(columns or schedule_columns(), block.rows)
            document.table(on_paper(kept), _task_rows(block, kept))


def _belongs(following: Block | None) -> bool:
    """Whether the next block must not be torn from the paragraph before it."""
    return isinstance(following, Paragraph) and following.kind is Kind.DUTY


def _write_paragraph(document: OfficialDocument, paragraph: Paragraph, *, keeps_next: bool) -> None:
    pieces = [Piece(paragraph.head, Face.KAI)] if paragraph.head else []
    pieces += [Piece(paragraph.text)] if paragraph.text else []
    # The eye finds the duty clause in another face.
    pieces += [Piece(paragraph.clause, Face.KAI)] if paragraph.clause else []
    document.paragraph(STYLES[paragraph.kind], *pieces, keeps_next=keeps_next)


def _grid_rows(grid: Grid) -> Iterator[Sequence[str | None] | Band]:
    if not grid.rows:
        yield Band(EMPTY)
    for row in grid.rows:
        yield Band(row[0]) if len(row) == 1 < len(grid.columns) else row


def _task_rows(table: TaskTable, columns: Columns) -> Iterator[Sequence[str | None] | Band]:
    if not table.rows:
        yield Band(EMPTY)
    for chapter, tasks in by_chapter(table.rows):
        if chapter:
            yield Band(chapter)
        yield from (_task_row(row, columns) for row in tasks)


def _task_row(row: TaskRow, columns: Columns) -> Sequence[str | None]:
    """The texts of the cells; None joins a cell to the one before it."""
    values, join = [shown(c, row) for c in columns], joined(columns, row)
    texts: list[str | None] = ["" if value is None else str(value) for value in values]
    if join is not None:
        texts[join - 1], texts[join] = texts[join], None
    return texts


def _write_end(document: OfficialDocument, paper: Paper) -> None:
    """Note of the annexes, signature, date and remark."""
    dress = paper.dress
    _write_annex_list(document, paper, keeps_next=paper.signed)
    if paper.signed:
        document.blank(keeps_next=True)
        office = paper.office or OFFICE
        day = issue_date(dress.issued_on) if dress.issued_on else DATE
        place = _sealed if dress.sealed else _unsealed
        office_right, day_right = place(half_widths(office) / 2, half_widths(day) / 2)
        document.paragraph(Style.SIGNATURE, office, right=office_right)
        document.paragraph(Style.ISSUE_DATE, day, right=day_right)
    if dress.remark:
        document.paragraph(Style.BODY, "\uff08" + dress.remark.strip(BRACKETS) + "\uff09")


def _marks(annexes: Sequence[Annex]) -> list[str]:
    """附件, or 附件1, 附件2 where there are several."""
    count = sum(annex.label for annex in annexes)
    return [ANNEX] if count == 1 else [f"{ANNEX}{n}" for n in range(1, count + 1)]


def _write_annex_list(document: OfficialDocument, paper: Paper, *, keeps_next: bool) -> None:
    annexes = [annex for annex in paper.annexes if annex.label]
    if not annexes:
        return
    document.blank(keeps_next=keeps_next)
    if len(annexes) == 1:
        text = f"{ANNEX}\uff1a{annexes[0].title}"
        document.paragraph(Style.ANNEX_LIST, text, keeps_next=keeps_next)
        return
    for number, annex in enumerate(annexes, 1):
        style = Style.ANNEX_FIRST if number == 1 else Style.ANNEX_NEXT
        before = f"{ANNEX}\uff1a" if number == 1 else ""
        document.paragraph(style, f"{before}{number}.{annex.title}", keeps_next=keeps_next)


def _unsealed(office: float, day: float) -> tuple[float, float]:
    """From the right, in characters: the date begins two characters after the office does."""
    return (2.0, office - day) if office - day >= 2 else (4.0 + day - office, 2.0)


def _sealed(office: float, day: float) -> tuple[float, float]:
    """From the right, in characters: the date four in, the office centred over it."""
    right = 4.0 + (day - office) / 2
    return (right, 4.0) if right >= 0 else (0.0, 4.0 - right)


def _write_annex(
    document: OfficialDocument, annex: Annex, mark: str, columns: Columns | None
) -> None:
    turned = annex.lying is not document.lies
    if turned:
        _turn(document, lying=annex.lying)
    if mark:
        document.paragraph(Style.ANNEX_MARK, mark, new_page=not turned)
        document.blank()
    room = LYING_ROOM if annex.lying else UPRIGHT_ROOM
    _write_title(document, annex.title, room, new_page=not turned and not mark)
    _write_blocks(document, annex.blocks, columns)


def _turn(document: OfficialDocument, *, lying: bool) -> None:
    if lying:
        document.lie_down()
    else:
        document.stand_up()
