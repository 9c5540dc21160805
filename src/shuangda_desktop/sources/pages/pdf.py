"""PDF documents that hold text; where a page is a picture the clerk is told what to do.

PDFium reads them; it is kept to this module. Characters come with their places, and the places say
where paragraphs and tables are.
"""

import ctypes
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources.border.guard import broken
from shuangda_desktop.sources.border.sniff import Kind
from shuangda_desktop.sources.lines import MOST_CHARACTERS, source_of, too_long
from shuangda_desktop.sources.pages.glyphs import Glyph, Sheet, Stroke
from shuangda_desktop.sources.pages.reflow import paragraphs_of
from shuangda_desktop.sources.pages.scanned import NeedsRecognitionError, can_recognise
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.source import SourceText

_MOST_PAGES = 1_000
_MOST_OBJECTS = 20_000  # of one page, that are looked at for rules
_MOST_POINTS = 2_000  # of one path: a drawing
_FEW = 20  # characters: a page with fewer, and a picture, was scanned
_TILT = 0.1  # radians: what stands askew is a watermark
_LONGEST_SIDE = 4_000  # dots of a picture of a page
_NO_WIDTH = 0.01  # points
_FIRST_HAN, _LAST_HAN = 0x4E00, 0x9FFF
_BEYOND = 0.05  # of the size: how far ink may reach out of its place
_LOST = {0xFFFD, 0xFFFE, 0xFFFF}
_GARBLED = (
    "这个PDF的字体没有文字编码,读出来的是乱码,没有导入。请向发文单位索取Word文件,"
    "或用文字识别软件转成文字后粘贴导入。"
)
_SOME_SCANNED = "第{}页是图片,没有文字可读,没有导入这些页;请对照原件补录。"
_SOME_LOST = "有{}个字的编码缺失,已用占位符“\ufffd”标出,请对照原件核对。"


def read_pdf(content: bytes, name: str) -> SourceText:
    """The text of a .pdf file."""
    pages = _fullest(content, name)
    if not pages:
        raise broken(name)
    sheets = [page.sheet for page in pages]
    scanned = [str(number) for number, page in enumerate(pages, start=1) if page.scanned]
    if scanned and can_recognise():
        raise NeedsRecognitionError(len(scanned))
    if not any(sheet.glyphs for sheet in sheets) or len(scanned) * 2 > len(pages):
        raise NeedsRecognitionError(len(scanned))
    lost, warnings = _lost(sheets), []
    if scanned:
        warnings.append(widen(_SOME_SCANNED.format("、".join(scanned))))
    if lost:
        warnings.append(widen(_SOME_LOST.format(lost)))
    return source_of(paragraphs_of(sheets), content, name, "pdf", warnings)


def pages_for_recognition(
    content: bytes, name: str, scale: float, most: int, pictures_only: bool
) -> Iterator[object]:
    """Each page: its Sheet where it holds text, else its picture (RGB), ``scale`` dots a point."""
    document = _open(content, name)
    try:
        if len(document) > most:
            raise too_long()
        for index, page in enumerate(_sheets(document)):
            if page.scanned or not page.sheet.glyphs or pictures_only:
                yield _picture(document[index], scale)
            else:
                yield page.sheet
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
    """``mute``: it holds text that has no width in the font found for it, which PDFium leaves out."""

    sheet: Sheet
    scanned: bool
    mute: bool


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


def _lost(sheets: Sequence[Sheet]) -> int:
    texts = [glyph.text for sheet in sheets for glyph in sheet.glyphs]
    lost = texts.count("\ufffd")
    if lost * 5 > len(texts):
        raise SourceError(widen(_GARBLED))
    return lost


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
        scanned = len(sheet.glyphs) < _FEW and _has_picture(page)
        yield _Page(sheet, scanned, _is_mute(page))
        page.close()


def _sheet(page: pdfium.PdfPage) -> Sheet:
    width, height = page.get_size()  # as it is seen, turned
    place = _Turn(page.get_rotation(), page.get_bbox())
    text = page.get_textpage()
    glyphs = list(_glyphs(text.raw, place))
    text.close()
    return Sheet(width, height, glyphs, list(_strokes(page, place)))


class _Turn:
    """From the page's own place to the place that is seen, counted from the top left corner."""

    def __init__(self, degrees: int, box: tuple[float, float, float, float]) -> None:
        self.degrees = degrees
        self.left, self.bottom, self.right, self.top = box

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        if self.degrees == 90:
            return y - self.bottom, x - self.left
        if self.degrees == 180:
            return self.right - x, y - self.bottom
        if self.degrees == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y


def _glyphs(text: raw.FPDF_TEXTPAGE, place: _Turn) -> Iterator[Glyph]:
    upright = -math.radians(place.degrees)  # the page is turned with the clock, angles against it
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, index)
        if code < 0x20 or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        tilt = (raw.FPDFText_GetCharAngle(text, index) - upright + math.pi) % math.tau - math.pi
        if abs(tilt) > _TILT:
            continue
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
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
    return "\ufffd" if private or code in _LOST else chr(code)


def _has_picture(page: pdfium.PdfPage) -> bool:
    handle = page.raw
    count = min(raw.FPDFPage_CountObjects(handle), _MOST_OBJECTS)
    kinds = (raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(handle, i)) for i in range(count))
    return any(kind in {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM} for kind in kinds)


def _is_mute(page: pdfium.PdfPage) -> bool:
    count = min(raw.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)
    things = (raw.FPDFPage_GetObject(page.raw, index) for index in range(count))
    texts = (one for one in things if raw.FPDFPageObj_GetType(one) == raw.FPDF_PAGEOBJ_TEXT)
    return any(_width(text) < _NO_WIDTH for text in texts)


def _width(thing: raw.FPDF_PAGEOBJECT) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    return right.value - left.value


def _strokes(page: pdfium.PdfPage, place: _Turn) -> Iterator[Stroke]:
    count = raw.FPDFPage_CountObjects(page.raw)
    for index in range(min(count, _MOST_OBJECTS)):
        thing = raw.FPDFPage_GetObject(page.raw, index)
        if raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_PATH:
            yield from _rules(thing, place)


def _rules(path: raw.FPDF_PAGEOBJECT, place: _Turn) -> Iterator[Stroke]:
    """The straight stretches of a path; a thin filled box is drawn by its long sides."""
    matrix, x, y = raw.FS_MATRIX(), ctypes.c_float(), ctypes.c_float()
    raw.FPDFPageObj_GetMatrix(path, matrix)
    before = start = (0.0, 0.0)
    for index in range(min(raw.FPDFPath_CountSegments(path), _MOST_POINTS)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = place(
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield _stroke(before, point)
        if raw.FPDFPathSegment_GetClose(segment):
            yield _stroke(point, start)
        before = point


def _stroke(one: tuple[float, float], two: tuple[float, float]) -> Stroke:
    return Stroke(
        min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1])
    )
