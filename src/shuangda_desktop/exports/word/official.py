"""The form of an official document by GB/T 9704-2012; the one place with raw XML of Word.

A4 with margins of 37, 35, 28 and 26 mm, 22 lines of 28 characters, body 16 pt FangSong. Styles, settings
and page numbers lie as readable parts in resources/templates; here the text is put between them.

Arabic digits follow the FangSong of the body, as the standard asks by naming one face for it. One face
for both scripts also keeps Chinese quotation marks and dashes in the Chinese font, whatever program
opens the file.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from shuangda_desktop.exports import measure, package
from shuangda_desktop.exports.clean import Notes, clean, widened
from shuangda_desktop.exports.word import word, word_parts
from shuangda_desktop.exports.word.grid import Grid
from shuangda_desktop.exports.word.styles import FACES, LARGE, Style
from shuangda_desktop.exports.workbooks.model import PaperColumn
from shuangda_desktop.papers.fonts import STANDARD, Fonts, rare_sentences
from shuangda_desktop.papers.fonts import Face as Face

PLACEHOLDER = re.compile("(\u3014请填写[^\u3015]*\u3015)")  # what the clerk must fill in is marked
TABLE_WIDTH = 12_756  # twips: 225 mm, the long side of the text area
TWIPS_PX = 15  # twips in a pixel
CELL_SIZE, LARGE_CELL_SIZE = 10.5, 16.0
CELL_AIR = 16  # pixels: the margins of word.table and the line


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
    """A document that is written from the first line to the last.

    ``large`` sets body and tables bigger; ``letter`` is the name of the office where the first page is
    a letter's, with red double rules above and below.
    """

    def __init__(
        self,
        title: str,
        author: str,
        made_on: date | None = None,
        fonts: Fonts = STANDARD,
        *,
        large: bool = False,
    ) -> None:
        self.notes = Notes()
        self.letter: Piece | None = None
        self._title, self._author, self._made_on = title, author, made_on
        self._fonts, self._large = fonts, large
        self._names = {face: fonts.name(face) for face in Face}
        self._body = word.Body()
        self._lies = False
        self._sections = 0
        self._known: dict[str, str] = {}  # a text of the document comes again in its annex

    def paragraph(
        self,
        style: Style,
        *pieces: Piece | str,
        right: float = 0,
        keeps_next: bool = False,
        new_page: bool = False,
    ) -> None:
        """Add a paragraph; ``right`` indents it from the right, in characters."""
        style = self._sized(style)
        made = word.paragraph(style, keeps_next=keeps_next, new_page=new_page)
        if right:
            word.add(made[0], "ind", rightChars=round(right * 100), right=round(right * 315))
        self._write_all(made, style, pieces)
        self._body.add(made)

    def at_foot(self, texts: Sequence[str], *, ruled: bool) -> None:
        """Put lines at the foot of the page that the text ends on, rules around and between them."""
        for number, text in enumerate(texts):
            if ruled and number:
                form = word.Form(self._names[Face.FANG])
                self._body.add(word.rule_at_foot(Style.IMPRINT_RULE, form))
            made = word.at_foot(Style.IMPRINT, ruled=ruled)
            self._write_all(made, Style.IMPRINT, [text])
            self._body.add(made)
        self._body.add(word.paragraph(Style.AFTER_TABLE))  # what the frame of the lines hangs on

    def blank(self, *, keeps_next: bool = False) -> None:
        """Add an empty line."""
        self._body.add(word.paragraph(Style.BLANK, keeps_next=keeps_next))

    def space(self) -> None:
        """Part a table from the text before or after it."""
        self._body.add(word.paragraph(Style.BESIDE_TABLE))

    def stand_up(self) -> None:
        """End the lying section after its last paragraph; what follows stands on upright pages."""
        self._turn(lying=False)

    def lie_down(self) -> None:
        """End the upright section after the last paragraph; what follows stands on lying pages."""
        self._turn(lying=True)

    def _turn(self, *, lying: bool) -> None:
        self._body.last[0].append(self._section())
        self._lies = lying

    def _section(self) -> word.Element:
        first = self._sections == 0
        self._sections += 1
        return word.section(lying=self._lies, letter=first and self.letter is not None)

    @property
    def lies(self) -> bool:
        """Whether the page that is written on lies."""
        return self._lies

    def table(
        self, columns: Sequence[PaperColumn], rows: Iterable[Sequence[str | None] | Band]
    ) -> None:
        """Add a table whose header is repeated and whose rows are never torn.

        A text that is None joins its cell to the one before it.
        """
        styles = [self._sized(Style.CELL_CENTRED if c.exact else Style.CELL) for c in columns]
        head, band = self._sized(Style.CELL_HEAD), self._sized(Style.CELL_BAND)
        grid = Grid(self._widths(columns), styles, head, band)
        self._body.add_table(word.table(grid.widths), self._rows(grid, columns, rows))
        self._body.add(word.paragraph(Style.AFTER_TABLE))  # Word wants one, however small

    def _rows(
        self,
        grid: "Grid",
        columns: Sequence[PaperColumn],
        rows: Iterable[Sequence[str | None] | Band],
    ) -> Iterator[word.Element]:
        yield self._filled(grid.header(), [column.title for column in columns])
        for row in rows:
            if isinstance(row, Band):
                yield self._filled(grid.band(), [row.text])
            else:
                made = grid.row(tuple(text is None for text in row))
                yield self._filled(made, [text for text in row if text is not None])

    def save(self, path: Path) -> None:
        """Put the document at ``path``."""
        self._body.add(self._section())
        self.notes.add_all(rare_sentences("".join(self._known.values()), self._fonts))
        title, author = clean(self._title).text, clean(self._author).text
        parts = word_parts.parts(self._body.content(), title, author, self._made_on)
        if self.letter is not None:
            parts = {**parts, **word_parts.letter_parts(self._letter_head(self.letter))}
        renamed = {str(face): self._fonts.name(face) for face in Face}
        package.save(package.pack(word_parts.in_faces(parts, renamed)), path)

    def _letter_head(self, piece: Piece) -> word.Element:
        made = word.paragraph(Style.LETTER_HEAD)
        self._write(made, piece, Face.TITLE)
        return made

    def _sized(self, style: Style) -> Style:
        return LARGE.get(style, style) if self._large else style

    def _widths(self, columns: Sequence[PaperColumn]) -> list[int]:
        """Column widths in twips that fill the table; dates and numbers are never broken."""
        room = TABLE_WIDTH if self._lies else word.TEXT_WIDTH
        size = LARGE_CELL_SIZE if self._large else CELL_SIZE
        natural = measure.widths_px(columns, room / TWIPS_PX, size, CELL_AIR, CELL_AIR)
        widths = [round(px * room / sum(natural)) for px in natural]
        widths[widths.index(max(widths))] += room - sum(widths)
        return widths

    def _write_all(
        self, paragraph: word.Element, style: Style, pieces: Sequence[Piece | str]
    ) -> None:
        for piece in pieces:
            one = Piece(piece) if isinstance(piece, str) else piece
            self._write(paragraph, one, one.face or FACES.get(style, Face.FANG))

    def _filled(self, row: word.Element, texts: Sequence[str]) -> word.Element:
        for paragraph, text in zip(row.iter(f"{{{word.W}}}p"), texts, strict=True):
            face = FACES.get(Style(word.style_of(paragraph)), Face.FANG)
            self._write(paragraph, Piece(text), face)
        return row

    def _write(self, paragraph: word.Element, piece: Piece, face: Face) -> None:
        """Add the text as runs: every run names its Chinese font, placeholders are marked."""
        text, form = piece.text, word.Form(self._names[face], piece.size, piece.stretch)
        if text not in self._known:
            self._known[text] = widened(self._taken(text))
        for number, part in enumerate(PLACEHOLDER.split(self._known[text])):
            if part:  # the parts between placeholders have even numbers
                word.run(paragraph, part, form, marked=number % 2 == 1)

    def _taken(self, text: str) -> str:
        """The text fit for the file; what it lost is noted with its first words."""
        fit = clean(text)
        if fit.removed or fit.replaced:
            self.notes.take(text, f"“{clean(text[:12]).text[:10]}…”一段")
        return fit.text


def issue_date(day: date) -> str:
    """A date as documents write it: Arabic, no leading noughts."""
    return f"{day.year}年{day.month}月{day.day}日"
