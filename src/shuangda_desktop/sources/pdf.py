"""PDF documents that hold text; where a page is a picture the clerk is told what to do.

PDFium reads them; it is kept to this module. Characters come with their places, and the places say
where paragraphs and tables are.
"""

import ctypes
import math
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources.glyphs import Glyph, Sheet, Stroke
from shuangda_desktop.sources.guard import broken
from shuangda_desktop.sources.lines import MOST_CHARACTERS, source_of, too_long
from shuangda_desktop.sources.reflow import paragraphs_of
from shuangda_desktop.sources.sniff import Kind
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.source import SourceText

_MOST_PAGES = 1_000
_MOST_OBJECTS = 20_000  # of one page, that are looked at for rules
_MOST_POINTS = 2_000  # of one path: a drawing
_FEW = 20  # characters: a page with fewer, and a picture, was scanned
_TILT = 0.1  # radians: what stands askew is a watermark
_LOST = {0xFFFD, 0xFFFE, 0xFFFF}
_SCANNED = (
    "这个PDF是扫描件或图片,里面没有文字可读。请先用WPS或扫描仪附带的文字识别转成文字,"
    "再粘贴导入,或另存为.docx后导入。"
)
_GARBLED = (
    "这个PDF的字体没有文字编码,读出来的是乱码,没有导入。请向发文单位索取Word文件,"
    "或用文字识别软件转成文字后粘贴导入。"
)
_SOME_SCANNED = "第{}页是图片,没有文字可读,没有导入这些页;请对照原件补录。"
_SOME_LOST = "有{}个字的编码缺失,已用占位符“\ufffd”标出,请对照原件核对。"


def read_pdf(content: bytes, name: str) -> SourceText:
    """The text of a .pdf file."""
    document = _open(content, name)
    try:
        if len(document) > _MOST_PAGES:
            raise too_long()
        pages = list(_sheets(document))
    finally:
        document.close()
    if not pages:
        raise broken(name)
    sheets = [sheet for sheet, _ in pages]
    scanned = [str(number) for number, (_, picture) in enumerate(pages, start=1) if picture]
    if not any(sheet.glyphs for sheet in sheets) or len(scanned) * 2 > len(pages):
        raise SourceError(widen(_SCANNED))
    lost, warnings = _lost(sheets), []
    if scanned:
        warnings.append(widen(_SOME_SCANNED.format("、".join(scanned))))
    if lost:
        warnings.append(widen(_SOME_LOST.format(lost)))
    return source_of(paragraphs_of(sheets), content, name, "pdf", warnings)


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


def _sheets(document: pdfium.PdfDocument) -> Iterator[tuple[Sheet, bool]]:
    """The pages, each with whether it was scanned."""
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
        yield sheet, len(sheet.glyphs) < _FEW and _has_picture(page)
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
        edges = sorted((one[0], two[0]))
        yield Glyph(_char(code), edges[0], edges[1], place(x.value, y.value)[1], max(size, 1.0))


def _char(code: int) -> str:
    private = 0xE000 <= code <= 0xF8FF or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF
    return "\ufffd" if private or code in _LOST else chr(code)


def _has_picture(page: pdfium.PdfPage) -> bool:
    handle = page.raw
    count = min(raw.FPDFPage_CountObjects(handle), _MOST_OBJECTS)
    kinds = (raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(handle, i)) for i in range(count))
    return any(kind in {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM} for kind in kinds)


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
