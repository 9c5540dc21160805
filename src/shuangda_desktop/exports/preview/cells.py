"""A cell on paper: its ground, its outline and the lines of its text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from openpyxl.cell.cell import Cell
from openpyxl.styles.differential import DifferentialStyle

from shuangda_desktop.exports.measure import CELL_PX, INDENT_PX
from shuangda_desktop.exports.preview.lines import Face, Line, Run, wrapped
from shuangda_desktop.exports.preview.model import Area, Item, Text

POINT = 0.75  # of a pixel
LINE = 1.35  # line height in em
GRID = "808080"
_QUOTED = re.compile('"([^"]*)"')


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell lies on the page, and by how much the sheet is scaled."""

    x: float
    y: float
    width: float
    height: float
    scale: float


def items_of(cell: Cell, place: Place, rule: DifferentialStyle | None) -> Iterator[Item]:
    """All that a cell puts on paper; ``rule`` is the look that a condition gives it."""
    fill = _fill(cell, rule)
    stroke = GRID if cell.border.left.style or cell.border.top.style else ""
    if fill or stroke:
        yield Area(place.x, place.y, place.width, place.height, fill, stroke)
    text = shown(cell)
    if text:
        yield from _text(cell, text, place, rule)


def shown(cell: Cell) -> str:
    """The value as the sheet shows it."""
    value, form = cell.value, cell.number_format
    if value is None:
        return ""
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return day.isoformat() + "".join(_QUOTED.findall(form))
    if isinstance(value, int | float) and '"%"' in form:
        return f"{value}%"
    return str(value).replace("_x005F_", "_")


def _text(cell: Cell, text: str, place: Place, rule: DifferentialStyle | None) -> Iterator[Item]:
    face = _face(cell, place.scale, rule)
    side = CELL_PX / 2 * POINT * place.scale
    pad = side + INDENT_PX * int(cell.alignment.indent) * POINT * place.scale
    lines = wrapped([Run(text, face)], max(place.width - pad - side, face.size))
    pitch = face.size * LINE
    y = _top(cell, place, pitch * len(lines)) + pitch / 2
    clip = (place.x, place.y, place.width, place.height)
    for line in lines:
        x = _left(cell, place, pad, line)
        for run in line.runs:
            width = face.width(run.text)
            yield Text(x, y, width, run.text, face.font, face.size, face.bold, face.ink, clip=clip)
            x += width
        y += pitch


def _face(cell: Cell, scale: float, rule: DifferentialStyle | None) -> Face:
    ruled = rule.font if rule is not None else None
    bold = bool(cell.font.b or (ruled is not None and ruled.b))
    ink = (colour(ruled.color) if ruled is not None else "") or colour(cell.font.color)
    return Face(cell.font.name or "", float(cell.font.sz or 11) * scale, bold, ink or "000000")


def _fill(cell: Cell, rule: DifferentialStyle | None) -> str:
    if rule is not None and rule.fill is not None:
        return colour(getattr(rule.fill, "bgColor", None))
    return colour(cell.fill.fgColor) if cell.fill.fill_type == "solid" else ""


def _left(cell: Cell, place: Place, pad: float, line: Line) -> float:
    sides = cell.alignment.horizontal
    if sides == "center":
        return place.x + (place.width - line.width) / 2
    if sides == "right":
        return place.x + place.width - pad - line.width
    return place.x + pad


def _top(cell: Cell, place: Place, height: float) -> float:
    if cell.alignment.vertical == "top":
        return place.y + 2
    return place.y + max((place.height - height) / 2, 0)


def colour(found: object) -> str:
    """A colour as RRGGBB; "" for one of a theme or none."""
    rgb = getattr(found, "rgb", None)
    return rgb[-6:] if isinstance(rgb, str) and len(rgb) in (6, 8) else ""
