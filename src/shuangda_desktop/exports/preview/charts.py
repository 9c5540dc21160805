"""Charts of a workbook on paper: bars, stacked or side by side, lying or standing, and lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias

from openpyxl import Workbook
from openpyxl.utils import range_boundaries

from shuangda_desktop.exports.preview.cells import colour
from shuangda_desktop.exports.preview.lines import Face
from shuangda_desktop.exports.preview.model import Area, Item, Rule, Text

Chart: TypeAlias = Any  # the parts of a chart: openpyxl gives them no types that hold

FACE = Face("宋体", 9.0)
GRID, FRAME, GREY = "E3E6EA", "BFBFBF", "808080"
STEPS = 5
KNOWN = {"barChart", "lineChart"}
UNKNOWN = "\uff08这种图表预览里不画\uff0c打印时会有\uff09"
_REFERENCE = re.compile("'?([^'!]+)'?!(.+)")


@dataclass(frozen=True, slots=True)
class _Series:
    name: str
    values: tuple[float, ...]
    colour: str


@dataclass(frozen=True, slots=True)
class _Plot:
    """The area that bars and lines are drawn in."""

    x: float
    y: float
    width: float
    height: float


def chart_items(
    chart: Chart, book: Workbook, x: float, y: float, width: float, height: float
) -> Iterator[Item]:
    """What a chart puts on paper within this rectangle."""
    charts = list(getattr(chart, "_charts", None) or [chart])
    if not all(map(_is_known, charts)):
        yield Area(x, y, width, height, "FFFFFF", FRAME)
        yield _label(UNKNOWN, x + (width - FACE.width(UNKNOWN)) / 2, y + height / 2)
        return
    names = [str(v or "") for v in _values(book, _category(charts[0]))]
    yield Area(x, y, width, height, "FFFFFF", FRAME)
    lying = getattr(charts[0], "type", "") == "bar" and charts[0].tagname == "barChart"
    margin = max((FACE.width(name) for name in names), default=0.0) + 12 if lying else 40.0
    plot = _Plot(x + margin, y + 16, width - margin - 44, height - 64)
    legend: list[_Series] = []
    for one in charts:
        series = [_series(book, s) for s in one.series]
        if one.tagname == "barChart":
            yield from _bars(one, series, names, plot, lying)
        else:
            yield from _lines(one, series, plot)
        legend += series
    if not lying:
        yield from _below(names, plot)
    yield from _legend(legend, x + width / 2, y + height - 14)


def _is_known(chart: Chart) -> bool:
    """Whether it is of those that are drawn here: bars and lines over named cells."""
    return chart.tagname in KNOWN and all(
        s.val and s.val.numRef and s.cat and (s.cat.strRef or s.cat.numRef) and s.tx and s.tx.strRef
        for s in chart.series
    )


def _bars(
    chart: Chart, series: Sequence[_Series], names: Sequence[str], plot: _Plot, lying: bool
) -> Iterator[Item]:
    stacked = chart.grouping == "stacked"
    sums = [sum(s.values[i] for s in series) for i in range(len(names))]
    top = _round_up(max(sums if stacked else [v for s in series for v in s.values], default=0))
    yield from _grid(plot, top, lying)
    slot = (plot.height if lying else plot.width) / max(len(names), 1)
    thick = slot / (1 + (chart.gapWidth or 150) / 100)
    for index, name in enumerate(names):
        at = index * slot + (slot - thick) / 2
        reached = 0.0
        for place, one in enumerate(series):
            share = one.values[index] / top
            breadth = thick if stacked else thick / len(series)
            start = at if stacked else at + place * breadth
            if lying:
                yield Area(
                    plot.x + reached * plot.width,
                    plot.y + start,
                    share * plot.width,
                    breadth,
                    one.colour,
                )
            else:
                high = share * plot.height
                yield Area(plot.x + start, plot.y + plot.height - high, breadth, high, one.colour)
            reached += share if stacked else 0.0
        if lying:
            yield _label(name, plot.x - 6 - FACE.width(name), plot.y + index * slot + slot / 2)


def _lines(chart: Chart, series: Sequence[_Series], plot: _Plot) -> Iterator[Item]:
    top = float(
        chart.y_axis.scaling.max or _round_up(max((v for s in series for v in s.values), default=0))
    )
    for step in range(STEPS + 1):
        told = f"{top * step / STEPS:g}"
        yield _label(told, plot.x + plot.width + 6, plot.y + plot.height * (1 - step / STEPS))
    for one in series:
        slot = plot.width / max(len(one.values), 1)
        points = [
            (plot.x + slot * (i + 0.5), plot.y + plot.height * (1 - value / top))
            for i, value in enumerate(one.values)
        ]
        for (x, y), (to_x, to_y) in pairwise(points):
            yield Rule(x, y, to_x, to_y, 1.5, one.colour)
        for x, y in points:
            yield Area(x - 2.5, y - 2.5, 5, 5, one.colour)


def _grid(plot: _Plot, top: float, lying: bool) -> Iterator[Item]:
    for step in range(STEPS + 1):
        told = f"{top * step / STEPS:g}"
        if lying:
            x = plot.x + plot.width * step / STEPS
            yield Rule(x, plot.y, x, plot.y + plot.height, 0.5, GRID)
            yield _label(told, x - FACE.width(told) / 2, plot.y + plot.height + 9)
        else:
            y = plot.y + plot.height * (1 - step / STEPS)
            yield Rule(plot.x, y, plot.x + plot.width, y, 0.5, GRID)
            yield _label(told, plot.x - 6 - FACE.width(told), y)
    yield Rule(plot.x, plot.y, plot.x, plot.y + plot.height, 0.5, GREY)


def _below(names: Sequence[str], plot: _Plot) -> Iterator[Item]:
    slot = plot.width / max(len(names), 1)
    for index, name in enumerate(names):
        middle = plot.x + slot * (index + 0.5)
        yield _label(name, middle - FACE.width(name) / 2, plot.y + plot.height + 9)


def _legend(series: Sequence[_Series], middle: float, y: float) -> Iterator[Item]:
    widths = [FACE.width(one.name) + 26 for one in series]
    x = middle - sum(widths) / 2
    for one, width in zip(series, widths, strict=True):
        yield Area(x, y - 4, 8, 8, one.colour)
        yield _label(one.name, x + 12, y)
        x += width


def _label(text: str, x: float, y: float) -> Text:
    return Text(x, y, FACE.width(text), text, FACE.font, FACE.size)


def _series(book: Workbook, series: Chart) -> _Series:
    values = (v if isinstance(v, int | float) else 0 for v in _values(book, series.val.numRef.f))
    look = series.graphicalProperties
    fill = colour_of(look.solidFill) or colour_of(look.line.solidFill if look.line else None)
    (name,) = _values(book, series.tx.strRef.f)
    return _Series(str(name), tuple(map(float, values)), fill or GREY)


def colour_of(fill: Chart) -> str:
    """A colour of a drawing as RRGGBB."""
    found = getattr(fill, "srgbClr", None)
    return str(getattr(found, "val", found) or "") or colour(fill)


def _category(chart: Chart) -> str:
    cat = chart.series[0].cat
    return str((cat.strRef or cat.numRef).f)


def _values(book: Workbook, reference: str) -> list[object]:
    found = _REFERENCE.fullmatch(reference)
    assert found, reference
    first, top, last, end = range_boundaries(found[2].replace("$", ""))
    rows = book[found[1]].iter_rows(top, end, first, last, values_only=True)
    return [value for row in rows for value in row]


def _round_up(value: float) -> float:
    """A round number that the axis may end in."""
    step = 1.0
    while step * STEPS < value:
        step *= 2 if str(step)[0] in "15" else 2.5
    return step * STEPS
