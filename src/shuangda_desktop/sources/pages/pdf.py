"""PDF documents that hold text; where a page is a picture the clerk is told what to do.

PDFium reads them; it is kept to this module and things.py. Characters come with their places, and the places say
where paragraphs and tables are.
"""

import ctypes
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources.border.guard import broken
from shuangda_desktop.sources.border.sniff import Kind
from shuangda_desktop.sources.lines import MOST_CHARACTERS, source_of, too_long
from shuangda_desktop.sources.pages.glyphs import Glyph, Sheet, lines_of
from shuangda_desktop.sources.pages.legible import NO_TEXT, are_wrong, check_legible, is_wrong
from shuangda_desktop.sources.pages.on_pages import with_pages
from shuangda_desktop.sources.pages.png import png
from shuangda_desktop.sources.pages.reflow import paragraphs_of
from shuangda_desktop.sources.pages.scanned import NeedsRecognitionError, can_recognise
from shuangda_desktop.sources.pages.things import Things, Turn
from shuangda_desktop.sources.pages.watermarks import refuse_secret_marks, without_watermarks
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.rules.radicals import characters_for
from shuangda_desktop.text.source import SourceText

_MOST_PAGES = 1_000
_FEW = 20  # characters: a page with fewer, and a picture, was scanned
_TILT = 0.1  # radians: what stands askew is a watermark
_APART = 2.5  # of the size: askew words that stand further from one another are two
_FEWEST_TO_FIND = 5  # characters that find the page on which they stand
_LONGEST_SIDE = 4_000  # dots of a picture of a page
_FIRST_HAN, _LAST_HAN = 0x4E00, 0x9FFF
_BEYOND = 0.05  # of the size: how far ink may reach out of its place
_LOST = {0xFFFD, 0xFFFE, 0xFFFF}
_SOME_SCANNED = "第{}页是图片,没有文字可读,没有导入这些页;请对照原件补录。"
_SOME_WRONG = "第{}页的字体没有文字编码或编码是错的,读出来是乱码,没有导入这些页;请对照原件补录。"
_RECOGNISED = "这份PDF是扫描件,文字由扫描软件识别,可能有错字;请对照原件核对后再分解。"
_SOME_LOST = "有{}个字的编码缺失,已用占位符“\ufffd”标出,请对照原件核对。"


def read_pdf(content: bytes, name: str) -> SourceText:
    """The text of a .pdf file."""
    pages = _fullest(content, name)
    if not pages:
        raise broken(name)
    check_legible([page.text for page in pages])
    scanned, wrong = _numbers(pages, "scanned"), _numbers(pages, "wrong")
    _ask_to_recognise(pages, len(scanned) + len(wrong))
    sheets = [replace(page.sheet, glyphs=()) if page.wrong else page.sheet for page in pages]
    refuse_secret_marks(sheets)
    lost = sum(page.text.count("\ufffd") for page in pages if not page.wrong)
    told = (
        _SOME_SCANNED.format("、".join(scanned)) if scanned else "",
        _SOME_WRONG.format("、".join(wrong)) if wrong else "",
        _RECOGNISED if any(page.recognised for page in pages) else "",
        _SOME_LOST.format(lost) if lost else "",
    )
    warnings = [widen(each) for each in told if each]
    source = source_of(paragraphs_of(sheets), content, name, "pdf", warnings)
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
        sheet = _sheet(page)
        count += len(sheet.glyphs)
        if count > MOST_CHARACTERS:
            raise too_long()
        things = Things(page.raw)
        few = len(sheet.glyphs) < _FEW
        scanned = (few and things.have_picture) or (not sheet.glyphs and things.are_drawn)
        yield _Page(sheet, scanned, things.are_mute, things.are_recognised, things.have_picture)
        page.close()


def _sheet(page: pdfium.PdfPage) -> Sheet:
    width, height = page.get_size()  # as it is seen, turned
    place = Turn(page.get_rotation(), page.get_bbox())
    text = page.get_textpage()
    askew: list[str] = []
    glyphs = list(_glyphs(text.raw, place, askew))
    text.close()
    strokes = list(Things(page.raw).strokes(place))
    return without_watermarks(Sheet(width, height, glyphs, strokes, "".join(askew)))


def _glyphs(text: raw.FPDF_TEXTPAGE, place: Turn, askew: list[str]) -> Iterator[Glyph]:
    """The characters that stand upright; the others go aside, with a line break where they stand apart."""
    last = (0.0, 0.0)
    upright = -math.radians(place.degrees)  # the page is turned with the clock, angles against it
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, index)
        if code < 0x20 or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        tilt = (raw.FPDFText_GetCharAngle(text, index) - upright + math.pi) % math.tau - math.pi
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        if abs(tilt) > _TILT:
            far = math.dist(last, (x.value, y.value)) > _APART * raw.FPDFText_GetFontSize(
                text, index
            )
            askew.append("\n" * far + _char(code))
            last = x.value, y.value
            continue
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetMatrix(text, index, matrix)
        size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
        one, two = place(box.left, box.bottom), place(box.right, box.top)
        origin = place(x.value, y.value)
        left, right = sorted((one[0], two[0]))
        if _FIRST_HAN <= code <= _LAST_HAN:
            wide = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.a, matrix.b)
            left, right = _whole_place(left, right, origin[0], wide)
        yield Glyph(_char(code), left, right, origin[1], max(size, 1.0))


def _whole_place(left: float, right: float, origin: float, wide: float) -> tuple[float, float]:
    """The edges of a Han character: of a font that is drawn (Type 3) PDFium tells those of its ink."""
    end = origin + wide
    inside = origin - _BEYOND * wide <= left and right <= end + _BEYOND * wide
    return (origin, end) if inside and right - left < wide else (left, right)


def _char(code: int) -> str:
    private = 0xE000 <= code <= 0xF8FF or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF
    return "\ufffd" if private or code in _LOST else characters_for(chr(code))
