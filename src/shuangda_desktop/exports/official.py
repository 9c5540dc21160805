"""The form of an official document by GB/T 9704-2012; the one place with raw XML of Word.

A4 with margins of 37, 35, 28 and 26 mm, 22 lines of 28 characters, body 16 pt FangSong. Styles, settings
and page numbers lie as readable parts in resources/templates; here the text is put between them.

Arabic digits follow the FangSong of the body, as the standard asks by naming one face for it. One face
for both scripts also keeps Chinese quotation marks and dashes in the Chinese font, whatever program
opens the file.
"""

import re
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from shuangda_desktop.exports import measure, package, word
from shuangda_desktop.exports.clean import Notes, clean, widened
from shuangda_desktop.exports.model import PaperColumn

PLACEHOLDER = re.compile("(\u3014请填写[^\u3015]*\u3015)")  # what the clerk must fill in is marked
TABLE_WIDTH = 12_756  # twips: 225 mm, the long side of the text area
TWIPS_PX = 15  # twips in a pixel
DATE_WIDTH = 3300  # twips: a day and 印发, in 14 pt, and the placeholder for it
CELL_SIZE = 10.5
CELL_AIR = 16  # pixels: the margins of word.table and the line


class Face(StrEnum):
    """The faces that the standard names, under the names that offices have installed."""

    FANG = "仿宋_GB2312"
    KAI = "楷体_GB2312"
    HEI = "黑体"
    TITLE = "方正小标宋简体"


class Style(StrEnum):
    """Paragraph styles of resources/templates/styles.xml."""

    TITLE = "Title"
    RED_HEAD = "RedHead"
    NUMBER = "Number"
    NUMBER_RULED = "NumberRuled"
    NUMBER_SIGNED = "NumberSigned"
    RECIPIENTS = "Recipients"
    BODY = "Body"
    CHAPTER = "Heading1"
    SECTION = "Heading2"
    ANNEX_LIST = "AnnexList"
    SIGNATURE = "Signature"
    ISSUE_DATE = "IssueDate"
    ANNEX_MARK = "AnnexMark"
    BLANK = "Normal"
    IMPRINT = "Imprint"
    IMPRINT_LEFT = "ImprintLeft"
    IMPRINT_RIGHT = "ImprintRight"
    AFTER_TABLE = "AfterTable"
    CELL = "TableText"
    CELL_CENTRED = "TableCentre"
    CELL_HEAD = "TableHead"
    CELL_BAND = "TableBand"


FACES = {
    Style.TITLE: Face.TITLE,
    Style.RED_HEAD: Face.TITLE,
    Style.CHAPTER: Face.HEI,
    Style.SECTION: Face.KAI,
    Style.ANNEX_MARK: Face.HEI,
    Style.CELL_HEAD: Face.HEI,
    Style.CELL_BAND: Face.HEI,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one face and size; None is the face of the paragraph's style."""

    text: str
    face: Face | None = None
    size: float = 0  # points; 0 is the size of the paragraph's style
    stretch: int = 100  # percent of the natural width


@dataclass(frozen=True, slots=True)
class Band:
    """A row that is one cell over the whole width of the table."""

    text: str


class OfficialDocument:
    """A document that is written from the first line to the last."""

    def __init__(self, title: str, author: str, made_on: date | None = None) -> None:
        self.notes = Notes()
        self._title, self._author, self._made_on = title, author, made_on
        self._body = word.element("body")
        self._lies = False
        self._known: dict[str, str] = {}  # a text of the document comes again in its annex

    def paragraph(
        self, style: Style, *pieces: Piece | str, right: float = 0, keeps_next: bool = False
    ) -> None:
        """Add a paragraph; ``right`` indents it from the right, in characters."""
        made = word.paragraph(style, keeps_next=keeps_next)
        if right:
            word.add(made[0], "ind", rightChars=round(right * 100), right=round(right * 315))
        for piece in pieces:
            one = Piece(piece) if isinstance(piece, str) else piece
            self._write(made, one, one.face or FACES.get(style, Face.FANG))
        self._body.append(made)

    def blank(self, *, keeps_next: bool = False) -> None:
        """Add an empty line."""
        self._body.append(word.paragraph(Style.BLANK, keeps_next=keeps_next))

    def gap(self, twips: int) -> None:
        """Add an empty line of just this height."""
        self._body.append(word.gap(Style.BLANK, twips))

    def stand_up(self) -> None:
        """End the lying section after its last paragraph; what follows stands on upright pages."""
        self._body[-1][0].append(word.section(lying=True))
        self._lies = False

    def imprint(self, rows: Sequence[Sequence[str]]) -> None:
        """Add the block at the foot of a page: rows of one text, or of a left and a right one."""
        widths = [word.TEXT_WIDTH - DATE_WIDTH, DATE_WIDTH]
        table = word.imprint(widths)
        for row in rows:
            if len(row) > 1:
                made = word.row(widths, [Style.IMPRINT_LEFT, Style.IMPRINT_RIGHT], [1, 1])
            else:
                made = word.row([sum(widths)], [Style.IMPRINT], [2])
            table.append(self._filled(made, row))
        self._body.append(table)
        self._body.append(word.paragraph(Style.AFTER_TABLE))

    def lie_down(self) -> None:
        """End the upright section after the last paragraph; what follows stands on lying pages."""
        self._body[-1][0].append(word.section(lying=False))
        self._lies = True

    def table(
        self, columns: Sequence[PaperColumn], rows: Iterable[Sequence[str | None] | Band]
    ) -> None:
        """Add a table whose header is repeated and whose rows are never torn.

        A text that is None joins its cell to the one before it.
        """
        grid = _Grid(
            _widths(columns), [Style.CELL_CENTRED if c.exact else Style.CELL for c in columns]
        )
        table = word.table(grid.widths)
        table.append(self._filled(grid.header(), [column.title for column in columns]))
        for row in rows:
            if isinstance(row, Band):
                table.append(self._filled(grid.band(), [row.text]))
            else:
                made = grid.row(tuple(text is None for text in row))
                table.append(self._filled(made, [text for text in row if text is not None]))
        self._body.append(table)
        self._body.append(word.paragraph(Style.AFTER_TABLE))  # Word wants one, however small

    def save(self, path: Path) -> None:
        """Put the document at ``path``."""
        self._body.append(word.section(lying=self._lies))
        title, author = clean(self._title).text, clean(self._author).text
        package.save(package.pack(word.parts(self._body, title, author, self._made_on)), path)

    def _filled(self, row: word.Element, texts: Sequence[str]) -> word.Element:
        for paragraph, text in zip(row.iter(f"{{{word.W}}}p"), texts, strict=True):
            face = FACES.get(Style(word.style_of(paragraph)), Face.FANG)
            self._write(paragraph, Piece(text), face)
        return row

    def _write(self, paragraph: word.Element, piece: Piece, face: Face) -> None:
        """Add the text as runs: every run names its Chinese font, placeholders are marked."""
        text, form = piece.text, word.Form(face, piece.size, piece.stretch)
        if text not in self._known:
            place = f"“{clean(text[:12]).text[:10]}…”一段"
            self._known[text] = widened(self.notes.take(text, place))
        for number, part in enumerate(PLACEHOLDER.split(self._known[text])):
            if part:  # the parts between placeholders have even numbers
                word.run(paragraph, part, form, marked=number % 2 == 1)


class _Grid:
    """Rows of a table as copies of a prototype for each way of joining cells."""

    def __init__(self, widths: Sequence[int], styles: Sequence[Style]) -> None:
        self.widths = widths
        self._styles = styles
        self._made: dict[tuple[bool, ...], word.Element] = {}

    def header(self) -> word.Element:
        """The row of titles."""
        ones = [1] * len(self.widths)
        return word.row(self.widths, [Style.CELL_HEAD for _ in ones], ones, header=True)

    def band(self) -> word.Element:
        """A row of one cell."""
        return word.row([sum(self.widths)], [Style.CELL_BAND], [len(self.widths)])

    def row(self, joined: tuple[bool, ...]) -> word.Element:
        """A row in which the marked cells are part of the one before."""
        if joined not in self._made:
            self._made[joined] = self._prototype(joined)
        return deepcopy(self._made[joined])

    def _prototype(self, joined: tuple[bool, ...]) -> word.Element:
        starts = [i for i, part in enumerate(joined) if i == 0 or not part]
        ends = [*starts[1:], len(joined)]
        widths = [sum(self.widths[a:b]) for a, b in zip(starts, ends, strict=True)]
        spans = [b - a for a, b in zip(starts, ends, strict=True)]
        return word.row(widths, [self._styles[i] for i in starts], spans)


def issue_date(day: date) -> str:
    """A date as documents write it: Arabic, no leading noughts."""
    return f"{day.year}年{day.month}月{day.day}日"


def _widths(columns: Sequence[PaperColumn]) -> list[int]:
    """Column widths in twips that fill the table; dates and numbers are never broken."""
    natural = measure.widths_px(columns, TABLE_WIDTH / TWIPS_PX, CELL_SIZE, CELL_AIR)
    widths = [round(px * TABLE_WIDTH / sum(natural)) for px in natural]
    widths[widths.index(max(widths))] += TABLE_WIDTH - sum(widths)
    return widths
