"""The content of an official document, frozen: what stands where, not how it is set.

A Paper is built by one of the modules beside this one, may be edited, and is written by
exports/word/official_paper.py. Terms are those of GB/T 9704-2012.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shuangda_desktop.tasks.rows import TaskRow


class Form(StrEnum):
    """How the first page is headed."""

    PLAIN = "plain"  # no head: a draft, an annex, an inner paper
    RED = "red"  # red name and rule
    LETTER = "letter"  # 信函格式: name between red double rules


class DutyStyle(StrEnum):
    """Where 重点任务 names the units of a task."""

    BRACKETS = "brackets"  # after its sentence
    LINES = "lines"  # on lines of their own below it
    TABLE = "table"  # in the annex only


class Kind(StrEnum):
    """What a paragraph is."""

    BODY = "body"
    CHAPTER = "chapter"  # 一、
    SECTION = "section"  # \uff08一\uff09
    DUTY = "duty"  # 牵头单位\uff1a… on a line of its own


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: a heading that runs in, its words, and the duty clause at its end."""

    text: str
    kind: Kind = Kind.BODY
    head: str = ""
    clause: str = ""

    @property
    def words(self) -> str:
        """All of it, as it is read."""
        return f"{self.head}{self.text}{self.clause}"


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """A column on paper: ``width`` counts Chinese characters.

    ``exact`` columns hold numbers, dates and states: they keep their width and stand centred; the
    others share what is left of the page, and have room for ``least`` characters where it can be had.
    Rows of a ``block`` column that follow each other and say the same share one cell.
    """

    title: str
    width: int
    exact: bool = False
    least: int = 0
    block: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of texts; a row of one text runs over the whole width."""

    columns: tuple[PaperColumn, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class TaskTable:
    """任务分工表 of these tasks; the writer knows its columns."""

    rows: tuple[TaskRow, ...]


Block = Paragraph | Grid | TaskTable


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex on pages of its own; ``lying`` ones hold wide tables.

    One without a ``label`` is what a notice forwards: it follows the notice, but is no 附件.
    """

    title: str
    blocks: tuple[Block, ...]
    lying: bool = False
    label: bool = True


@dataclass(frozen=True, slots=True)
class Dress:
    """What the clerk adds to the content so that it can go out.

    ``name`` is the whole red line, such as 某某市人民政府办公室文件; of a letter the name of the office
    alone. ``signer`` belongs to documents that go up. ``copies_to`` or ``printed_by`` give the
    document an imprint on its last page. A ``sealed`` document has its date four characters in.
    """

    form: Form = Form.PLAIN
    name: str = ""
    document_number: str = ""
    signer: str = ""
    urgency: str = ""
    recipients: str = ""
    issued_on: date | None = None
    sealed: bool = False
    remark: str = ""
    copies_to: str = ""
    printed_by: str = ""
    printed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """An official document. ``signed`` ones end in the office's name and the date.

    ``large`` is for a page that is read at a distance: bigger type, fewer lines.
    """

    key: str
    title: str
    office: str
    blocks: tuple[Block, ...]
    annexes: tuple[Annex, ...] = ()
    dress: Dress = Dress()
    signed: bool = True
    large: bool = False

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of its body and of its annexes, in the order of reading."""
        blocks = [*self.blocks, *(block for annex in self.annexes for block in annex.blocks)]
        return tuple(block for block in blocks if isinstance(block, Paragraph))


@dataclass(frozen=True, slots=True)
class LocalPlan:
    """The draft of the city's own plan.

    ``basis`` are the higher documents that it carries out, as (title, document number). What is empty
    and has to be there is written as a placeholder for the clerk. With ``red_head`` come the number,
    ``signer`` and the red rule; the other fields are those of Dress.
    """

    title: str
    city: str
    office: str
    year: int
    basis: tuple[tuple[str, str], ...]
    rows: tuple[TaskRow, ...]
    issued_on: date | None = None
    document_number: str = ""
    recipients: str = ""
    red_head: str = ""
    signer: str = ""
    copies_to: str = ""
    printed_by: str = ""
    printed_on: date | None = None
    duties: DutyStyle = DutyStyle.BRACKETS
