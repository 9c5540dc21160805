"""The characters of a page of a PDF, each where it is seen once the page is set upright."""

import ctypes
import math
from collections.abc import Iterator
from itertools import pairwise

import pypdfium2.raw as raw

from shuangda_desktop.sources.pages.glyphs import Glyph
from shuangda_desktop.sources.pages.turn import TILT, Turn
from shuangda_desktop.text.rules.radicals import characters_for

_APART = 2.5  # of the size: askew words that stand further from one another are two
_FIRST_HAN, _LAST_HAN = 0x4E00, 0x9FFF
_BEYOND = 0.05  # of the size: how far ink may reach out of its place
_AT = 0.01  # points
_MOST_AT_TOP = 3  # characters on a circle that stand as good as upright
_STARS = {0x2605, 0x2606}
_LOST = {0xFFFD, 0xFFFE, 0xFFFF}


def standing(text: raw.FPDF_TEXTPAGE, shown: Turn, in_forms: bool) -> tuple[list[Glyph], str, Turn]:
    """The characters that stand upright, the words that do not, and how the page was turned for that.

    ``in_forms``: some may be drawn by forms, as those of pages that were printed two on a sheet.
    """
    angles = _angles(text)
    place = shown.standing(list(_tilts(angles, shown).values()))
    tilts = _tilts(angles, place)
    tilts |= dict.fromkeys(_of_seals(text, tilts), math.pi)
    askew: list[str] = []
    glyphs = list(_glyphs(text, place, tilts, askew, in_forms))
    return glyphs, "".join(askew), place


def _of_seals(text: raw.FPDF_TEXTPAGE, tilts: dict[int, float]) -> list[int]:
    """The upright characters of words that are set on a circle, and the stars that stand alone there."""
    order = list(tilts.items())
    askew = [n for n, (_, tilt) in enumerate(order) if abs(tilt) > TILT]
    found = [
        index
        for before, after in pairwise(askew)
        if 1 < after - before <= _MOST_AT_TOP + 1 and _is_arc(order[before][1], order[after][1])
        for index, _ in order[before + 1 : after]
    ]
    stars = (
        at
        for at in (tilts if found else ())
        if raw.FPDFText_GetUnicode(text, at) in _STARS and not {at - 1, at + 1} & tilts.keys()
    )
    return [*found, *stars]


def _is_arc(before: float, after: float) -> bool:
    """Whether two characters lean to opposite sides, and not far."""
    return before * after < 0 and max(abs(before), abs(after)) < math.pi / 4


def _tilts(angles: dict[int, float], place: Turn) -> dict[int, float]:
    """How far each character leans with the clock, in radians, by its number in the text."""
    upright = place.skew - math.radians(place.degrees)
    return {at: (angle - upright + math.pi) % math.tau - math.pi for at, angle in angles.items()}


def _angles(text: raw.FPDF_TEXTPAGE) -> dict[int, float]:
    return {
        index: raw.FPDFText_GetCharAngle(text, index)
        for index in range(raw.FPDFText_CountChars(text))
        if raw.FPDFText_GetUnicode(text, index) >= 0x20
        and raw.FPDFText_IsGenerated(text, index) != 1
    }


def _glyphs(
    text: raw.FPDF_TEXTPAGE,
    place: Turn,
    tilts: dict[int, float],
    askew: list[str],
    in_forms: bool,
) -> Iterator[Glyph]:
    """The characters that stand upright; the others go aside, with a line break where they stand apart."""
    last = (0.0, 0.0)
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index, tilt in tilts.items():
        code = raw.FPDFText_GetUnicode(text, index)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        set_in = raw.FPDFText_GetFontSize(text, index)
        if abs(tilt) > TILT:
            askew.append(
                "\n" * (math.dist(last, (x.value, y.value)) > _APART * set_in) + _char(code)
            )
            last = x.value, y.value
            continue
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetMatrix(text, index, matrix)
        left, right = place.edges((box.left, box.bottom, box.right, box.top))
        origin = place(x.value, y.value)
        if in_forms and (grown := _misplaced(text, index, x.value, y.value)):
            origin = place(matrix.e, matrix.f)
            left, right = origin[0], origin[0] + (right - left) * grown
        if _FIRST_HAN <= code <= _LAST_HAN:
            wide = set_in * math.hypot(matrix.a, matrix.b)
            left, right = _whole_place(left, right, origin[0], wide)
        size = set_in * math.hypot(matrix.c, matrix.d)
        yield Glyph(_char(code), left, right, origin[1], max(size, 1.0))


def _misplaced(text: raw.FPDF_TEXTPAGE, index: int, x: float, y: float) -> float:
    """How much larger a form draws a character whose place is told as if no form drew it; 0 for others.

    So PDFium tells the place of text that is told apart from what is shown (ActualText), as browsers write it.
    """
    own, shown = raw.FS_MATRIX(), raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(raw.FPDFText_GetTextObject(text, index), own)
    raw.FPDFText_GetMatrix(text, index, shown)
    if (
        math.dist((own.e, own.f), (x, y)) > _AT
        or math.dist((own.e, own.f), (shown.e, shown.f)) <= _AT
    ):
        return 0.0
    return math.hypot(shown.a, shown.b) / (math.hypot(own.a, own.b) or 1.0)


def _whole_place(left: float, right: float, origin: float, wide: float) -> tuple[float, float]:
    """The edges of a Han character: of a font that is drawn (Type 3) PDFium tells those of its ink."""
    end = origin + wide
    inside = origin - _BEYOND * wide <= left and right <= end + _BEYOND * wide
    return (origin, end) if inside and right - left < wide else (left, right)


def _char(code: int) -> str:
    private = 0xE000 <= code <= 0xF8FF or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF
    return "\ufffd" if private or code in _LOST else characters_for(chr(code))
