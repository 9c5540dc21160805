"""A cell on paper: its ground, its outline and the lines of its text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

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


@dataclass(frozen=True, slots=True)
class Style:
    """What of a cell's look counts on paper; thousands of cells share one."""

    font: str
    size: float
    bold: bool
    ink: str
    fill: str
    stroke: str
    horizontal: str
    on_top: bool
    indent: int
    number_format: str


def style_of(cell: Cell) -> Style:
    """The look of a cell."""
    font, sides = cell.font, cell.alignment
    outlined = cell.border.left.style or cell.border.top.style
    return Style(
        font.name or "",
        float(font.sz or 11),
        bool(font.b),
        colour(font.color) or "000000",
        colour(cell.fill.fgColor) if cell.fill.fill_type == "solid" else "",
        GRID if outlined else "",
        sides.horizontal or "left",
        sides.vertical == "top",
        int(sides.indent),
        cell.number_format,
    )


def ruled(style: Style, rule: DifferentialStyle | None) -> Style:
    """The look that a condition gives."""
    if rule is None:
        return style
    font = rule.font
    return replace(
        style,
        bold=bool(style.bold or (font is not None and font.b)),
        ink=(colour(font.color) if font is not None else "") or style.ink,
        fill=colour(getattr(rule.fill, "bgColor", None)) or style.fill,
    )


def items_of(value: object, style: Style, place: Place) -> Iterator[Item]:
    """All that a cell puts on paper."""
    if style.fill or style.stroke:
        yield Area(place.x, place.y, place.width, place.height, style.fill, style.stroke)
    text = shown(value, style.number_format)
    if text:
        yield from _text(text, style, place)


def shown(value: object, form: str = "General") -> str:
    """The value as the sheet shows it."""
    if value is None:
        return ""
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return day.isoformat() + "".join(_QUOTED.findall(form))
    if isinstance(value, int | float) and '"%"' in form:
        return f"{value}%"
    return str(value).replace("_x005F_", "_")


def _text(text: str, style: Style, place: Place) -> Iterator[Item]:
    face = Face(style.font, style.size * place.scale, style.bold, style.ink)
    side = CELL_PX / 2 * POINT * place.scale
    pad = side + INDENT_PX * style.indent * POINT * place.scale
    lines = _lines(text, face, max(place.width - pad - side, face.size))
    pitch = face.size * LINE
    y = _top(style, place, pitch * len(lines)) + pitch / 2
    clip = (place.x, place.y, place.width, place.height)
    for line in lines:
        x = _left(style, place, pad, line)
        for run in line.runs:
            width = face.width(run.text)
            yield Text(x, y, width, run.text, face.font, face.size, face.bold, face.ink, clip=clip)
            x += width
        y += pitch


@lru_cache(maxsize=2048)
def _lines(text: str, face: Face, room: float) -> list[Line]:
    """The lines of a cell; most cells of a table repeat a text of another."""
    return wrapped([Run(text, face)], room)


def _left(style: Style, place: Place, pad: float, line: Line) -> float:
    if style.horizontal == "center":
        return place.x + (place.width - line.width) / 2
    if style.horizontal == "right":
        return place.x + place.width - pad - line.width
    return place.x + pad


def _top(style: Style, place: Place, height: float) -> float:
    return place.y + (2 if style.on_top else max((place.height - height) / 2, 0))


def colour(found: object) -> str:
    """A colour as RRGGBB; "" for one of a theme or none."""
    rgb = getattr(found, "rgb", None)
    return rgb[-6:] if isinstance(rgb, str) and len(rgb) in (6, 8) else ""
