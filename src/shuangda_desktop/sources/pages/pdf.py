"""PDF documents that hold text; where a page is a picture the clerk is told what to do.

PDFium reads them; it is kept to this module, characters.py and things.py. Characters come with their places, and the places say
where paragraphs and tables are.
"""

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources.border.guard import broken
from shuangda_desktop.sources.border.sniff import Kind
from shuangda_desktop.sources.lines import MOST_CHARACTERS, source_of, too_long
from shuangda_desktop.sources.pages.characters import standing
from shuangda_desktop.sources.pages.glyphs import Sheet, lines_of
from shuangda_desktop.sources.pages.imposed import pages_of
from shuangda_desktop.sources.pages.legible import NO_TEXT, are_wrong, check_legible, is_wrong
from shuangda_desktop.sources.pages.on_pages import with_pages
from shuangda_desktop.sources.pages.png import png
from shuangda_desktop.sources.pages.reflow import paragraphs_of
from shuangda_desktop.sources.pages.scanned import NeedsRecognitionError, can_recognise
from shuangda_desktop.sources.pages.sidebar import told_of, without_bars
from shuangda_desktop.sources.pages.spacing import with_spacing
from shuangda_desktop.sources.pages.things import Things
from shuangda_desktop.sources.pages.turn import Turn
from shuangda_desktop.sources.pages.watermarks import (
    refuse_secret_marks,
    without_repeated_marks,
    without_watermarks,
)
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.source import SourceText

_MOST_PAGES = 1_000
_FEW = 20  # characters: a page with fewer, and a picture, was scanned
_FEWEST_TO_FIND = 5  # characters that find the page on which they stand
_LONGEST_SIDE = 4_000  # dots of a picture of a page
_SOME_SCANNED = "第{}页是图片,没有文字可读,没有导入这些页;请对照原件补录。"
_SOME_WRONG = "第{}页的字体没有文字编码或编码是错的,读出来是乱码,没有导入这些页;请对照原件补录。"
_RECOGNISED = "这份PDF是扫描件,文字由扫描软件识别,可能有错字;请对照原件核对后再分解。"
_SOME_LOST = "有{}个字的编码缺失,已用占位符“\ufffd”标出,请对照原件核对。"
_IMPOSED = "这份PDF每面拼印了{}页,已从左到右、从上到下逐页读;请对照原件核对先后。"
_SOME_MARKS = "页面上反复印着“{}”,压在正文上,当作水印没有导入。"


def read_pdf(content: bytes, name: str) -> SourceText:
    """The text of a .pdf file."""
    pages = _fullest(content, name)
    if not pages:
        raise broken(name)
    check_legible([page.text for page in pages])
    scanned, wrong = _numbers(pages, "scanned"), _numbers(pages, "wrong")
    _ask_to_recognise(pages, len(scanned) + len(wrong))
    sheets, marks = without_repeated_marks(
        [replace(page.sheet, glyphs=()) if page.wrong else page.sheet for page in pages]
    )
    refuse_secret_marks(sheets)
    sheets, links = without_bars(with_spacing(sheets))
    single, count = pages_of(sheets)
    lost = sum(page.text.count("\ufffd") for page in pages if not page.wrong)
    told = (
        _SOME_SCANNED.format("、".join(scanned)) if scanned else "",
        _SOME_WRONG.format("、".join(wrong)) if wrong else "",
        _RECOGNISED if any(page.recognised for page in pages) else "",
        _SOME_LOST.format(lost) if lost else "",
        _IMPOSED.format(count) if count > 1 else "",
        _SOME_MARKS.format("、".join(marks)) if marks else "",
        told_of(links),
    )
    warnings = [widen(each) for each in told if each]
    source = source_of(paragraphs_of(single), content, name, "pdf", warnings)
    return with_pages(source, map(_places, sheets))


def _places(sheet: Sheet) -> list[str]:
    """The longest stretch of each line, which stands in the text as it stands on the page."""
    lines = (
        max((run.text.strip() for run in line.runs), key=len) for line in lines_of(sheet.glyphs)
    )
    return [text for text in lines if len(text) >= _FEWEST_TO_FIND]


def _numbers(pages: Sequence["_Page"], what: str) -> list[str]:
    """The numbers of the pages that are so."""
    return [str(number) for number, page in enumerate(pages, start=1) if getattr(page, what)]


def _ask_to_recognise(pages: Sequence["_Page"], unread: int) -> None:
    """Raise where pages can be recognised, and where hardly any can be read otherwise."""
    drawn = widen(NO_TEXT) if not any(page.picture for page in pages) else ""
    if unread and (can_recognise() or unread * 2 > len(pages)):
        raise NeedsRecognitionError(unread, drawn)
    if not any(page.sheet.glyphs for page in pages):
        raise NeedsRecognitionError(len(pages), widen(NO_TEXT))


def pages_for_recognition(content: bytes, name: str, scale: float, most: int) -> Iterator[object]:
    """Each page: its Sheet where it holds text, else its picture (RGB), ``scale`` dots a point."""
    document = _open(content, name)
    try:
        if len(document) > most:
            raise too_long()
        pages = list(_sheets(document))
        none = are_wrong([page.text for page in pages])
        for index, page in enumerate(pages):
            if none or page.scanned or page.wrong or not page.sheet.glyphs:
                yield _picture(document[index], scale)
            else:
                yield page.sheet
    finally:
        document.close()


def picture_of_page(content: bytes, name: str, number: int, longest: int) -> bytes:
    """Page ``number`` (from 1) as a PNG whose longer side has that many dots."""
    document = _open(content, name)
    try:
        page = document[number - 1]
        bitmap = page.render(scale=longest / max(*page.get_size(), 1.0), grayscale=True)
        return png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
    except (pdfium.PdfiumError, IndexError) as error:
        raise broken(name) from error
    finally:
        document.close()


def _picture(page: pdfium.PdfPage, scale: float) -> object:
    width, height = page.get_size()
    fits = min(scale, _LONGEST_SIDE / max(width, height, 1.0))
    try:
        return page.render(scale=fits).to_pil().convert("RGB")
    finally:
        page.close()


@dataclass(frozen=True, slots=True)
class _Page:
    """``mute``: it holds text that has no width in the font found for it, which PDFium leaves out.

    ``scanned``: it is a picture, or drawn. ``recognised``: a picture below text that nobody sees.
    """

    sheet: Sheet
    scanned: bool = False
    mute: bool = False
    recognised: bool = False
    picture: bool = False

    @property
    def text(self) -> str:
        """The characters as they come."""
        return "".join(glyph.text for glyph in self.sheet.glyphs)

    @property
    def wrong(self) -> bool:
        """Whether the text cannot be what the page shows."""
        return is_wrong(self.text)


def _fullest(content: bytes, name: str) -> list[_Page]:
    """The pages, read again without the machine's fonts where one of these lacks characters.

    For a font that is not embedded PDFium takes one of the machine's; a text of characters that this
    one lacks (a lone digit in a table's cell) has no width and would be left out without a word.
    Without any font turned text has no width; the reading that says more counts.
    """
    pages = _pages(content, name)
    if not any(page.mute for page in pages):
        return pages
    with _no_system_fonts():
        return max(pages, _pages(content, name), key=_characters)


def _pages(content: bytes, name: str) -> list[_Page]:
    document = _open(content, name)
    try:
        if len(document) > _MOST_PAGES:
            raise too_long()
        return list(_sheets(document))
    finally:
        document.close()


def _characters(pages: Sequence[_Page]) -> int:
    return sum(len(page.sheet.glyphs) for page in pages)


@contextmanager
def _no_system_fonts() -> Iterator[None]:
    """PDFium started anew, looking for fonts nowhere; no document may be open."""
    nowhere = (ctypes.POINTER(ctypes.c_char) * 1)()
    _restart(ctypes.cast(nowhere, ctypes.POINTER(ctypes.POINTER(ctypes.c_char))))
    try:
        yield
    finally:
        _restart(None)


def _restart(folders: object) -> None:
    raw.FPDF_DestroyLibrary()
    raw.FPDF_InitLibraryWithConfig(raw.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=folders))


def _open(content: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise SourceError(Kind.ENCRYPTED.refusal) from error
        raise broken(name) from error


def _sheets(document: pdfium.PdfDocument) -> Iterator[_Page]:
    count = 0
    for index in range(len(document)):
        try:
            page = document[index]
        except pdfium.PdfiumError:
            continue  # a page that is not there
        things = Things(page.raw)
        sheet = _sheet(page, things)
        count += len(sheet.glyphs)
        if count > MOST_CHARACTERS:
            raise too_long()
        few = len(sheet.glyphs) < _FEW
        scanned = (few and things.have_picture) or (not sheet.glyphs and things.are_drawn)
        yield _Page(sheet, scanned, things.are_mute, things.are_recognised, things.have_picture)
        page.close()


def _sheet(page: pdfium.PdfPage, things: Things) -> Sheet:
    place = Turn(page.get_rotation(), page.get_bbox())
    text = page.get_textpage()
    glyphs, askew, place = standing(text.raw, place, things.have_forms)
    text.close()
    strokes = list(things.strokes(place))
    return without_watermarks(Sheet(*place.size, glyphs, strokes, askew))
