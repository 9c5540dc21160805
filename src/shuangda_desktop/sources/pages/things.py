"""What stands on a page of a PDF beside its characters: rules, pictures, text that nobody sees."""

import ctypes
from collections.abc import Iterator
from itertools import islice

import pypdfium2.raw as raw

from shuangda_desktop.sources.pages.glyphs import Stroke
from shuangda_desktop.sources.pages.turn import Turn

_MOST = 20_000  # things of one page that are looked at
_DEEPEST = 5  # forms in forms
_MOST_POINTS = 2_000  # of one path: a drawing
_DRAWN = 200  # paths of a page without text: its characters are drawn
_NO_WIDTH = 0.01  # points

Matrix = tuple[float, float, float, float, float, float]
_STRAIGHT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Things:
    """The things of a page, those of its forms among them, each with the matrix of its form."""

    def __init__(self, page: raw.FPDF_PAGE) -> None:
        count = raw.FPDFPage_CountObjects(page)
        top = [raw.FPDFPage_GetObject(page, index) for index in range(min(count, _MOST))]
        self.have_forms = raw.FPDF_PAGEOBJ_FORM in map(raw.FPDFPageObj_GetType, top)
        self._all = list(islice(_flat(iter(top), _STRAIGHT, 0), _MOST))

    @property
    def have_picture(self) -> bool:
        """Whether there is a picture."""
        return raw.FPDF_PAGEOBJ_IMAGE in {kind for _, kind, _ in self._all}

    @property
    def are_drawn(self) -> bool:
        """Whether there are so many paths as only drawn characters have."""
        return [kind for _, kind, _ in self._all].count(raw.FPDF_PAGEOBJ_PATH) >= _DRAWN

    @property
    def are_mute(self) -> bool:
        """Whether a text has no width in a font of the machine: PDFium leaves it out.

        In a font that comes with the document such a text is a blank.
        """
        return any(_width(thing) < _NO_WIDTH and not _is_embedded(thing) for thing in self._texts())

    @property
    def are_recognised(self) -> bool:
        """Whether most text is written so that nobody sees it, over a picture: that of a recogniser."""
        modes = [raw.FPDFTextObj_GetTextRenderMode(thing) for thing in self._texts()]
        unseen = modes.count(raw.FPDF_TEXTRENDERMODE_INVISIBLE)
        return bool(unseen * 2 > len(modes)) and self.have_picture

    def strokes(self, place: Turn) -> Iterator[Stroke]:
        """The straight rules."""
        for thing, kind, matrix in self._all:
            if kind == raw.FPDF_PAGEOBJ_PATH:
                yield from _rules(thing, matrix, place)

    def _texts(self) -> Iterator[raw.FPDF_PAGEOBJECT]:
        return (thing for thing, kind, _ in self._all if kind == raw.FPDF_PAGEOBJ_TEXT)


def _flat(
    things: Iterator[raw.FPDF_PAGEOBJECT], matrix: Matrix, depth: int
) -> Iterator[tuple[raw.FPDF_PAGEOBJECT, int, Matrix]]:
    for thing in things:
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            count = min(raw.FPDFFormObj_CountObjects(thing), _MOST)
            inner = (raw.FPDFFormObj_GetObject(thing, index) for index in range(max(0, count)))
            yield from _flat(inner, _after(_matrix(thing), matrix), depth + 1)
        else:
            yield thing, kind, matrix


def _matrix(thing: raw.FPDF_PAGEOBJECT) -> Matrix:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _after(first: Matrix, then: Matrix) -> Matrix:
    """One matrix for two, one after the other."""
    x, y = then[4:]
    points = (_moved(then, *first[at : at + 2]) for at in (0, 2))
    (a, b), (c, d) = ((m - x, n - y) for m, n in points)
    return a, b, c, d, *_moved(then, *first[4:])


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _is_embedded(text: raw.FPDF_PAGEOBJECT) -> bool:
    return bool(raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(text)) == 1)


def _width(thing: raw.FPDF_PAGEOBJECT) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    return right.value - left.value


def _rules(path: raw.FPDF_PAGEOBJECT, form: Matrix, place: Turn) -> Iterator[Stroke]:
    """The straight stretches of a path; a thin filled box is drawn by its long sides."""
    matrix = _after(_matrix(path), form)
    x, y = ctypes.c_float(), ctypes.c_float()
    before = start = (0.0, 0.0)
    for index in range(min(raw.FPDFPath_CountSegments(path), _MOST_POINTS)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = place(*_moved(matrix, x.value, y.value))
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
