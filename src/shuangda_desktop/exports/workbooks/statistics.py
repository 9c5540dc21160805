"""统计汇总: the figures of units and months, each with a chart that Excel draws from its cells."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import StrRef
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties
from openpyxl.worksheet.worksheet import Worksheet

from shuangda_desktop.exports.workbooks.model import Heading
from shuangda_desktop.exports.workbooks.plain_table import plain_table
from shuangda_desktop.exports.workbooks.workbook import HEADER_ROW, Paper, Table, save_all
from shuangda_desktop.papers.model import PaperColumn
from shuangda_desktop.papers.wording import day_words
from shuangda_desktop.tasks.unit_figures import (
    ALL,
    MonthFigures,
    UnitFigures,
    month_columns,
    unit_columns,
)

STATES = {
    "done": "5BA56B",
    "ongoing": "5B8FD6",
    "returned": "D9704F",
    "not_started": "B9C0CA",
    "standing": "8E7CC3",
    "suspended": "E0B341",
}
DUE, DONE, LINE, GRID = "B9C0CA", "5BA56B", "1F5FBF", "E3E6EA"
ROOM = 395.0  # points: what a page has left below its title and header
WIDTH_CM, HEIGHT_CM = 26.4, 13.6
LETTERS, SMALL = 900, 700  # hundredths of a point
CROWDED = 18  # units from which on LibreOffice leaves every second name out in larger letters
BY_UNIT, BY_MONTH = "按单位", "按月份"
OF_UNITS, OF_MONTHS = "各单位牵头和责任任务的进展", "各月进展"
EMPTY = "暂无任务"
MOST_BARS = 30  # units; the names of more could not be read


def write_statistics(
    units: Sequence[UnitFigures],
    months: Sequence[MonthFigures],
    path: Path,
    heading: Heading,
    today: date,
    paper: Paper = Paper.A4,
) -> tuple[str, ...]:
    """Write 统计汇总; returns sentences about what could not be written as it was.

    Two sheets of figures, and beside each one with its chart, which has a page for itself.
    """
    told = f"截至{day_words(today)}"
    named = [(told, units)] if units else []
    first = plain_table(named, heading, unit_columns(units), paper, EMPTY)
    first.sheet.title = BY_UNIT
    tables = [first]
    top = HEADER_ROW + 2  # below the band
    count = min(sum(bool(u.lead + u.responsible) for u in units if u.unit != ALL), MOST_BARS)
    if count:
        chart = _unit_chart(first.sheet, units, top, count)
        tables.append(_page(first, chart, heading, paper, OF_UNITS))
    second = plain_table([(told, months)], heading, month_columns(), paper, EMPTY, beside=first)
    second.sheet.title = BY_MONTH
    by_month = _month_chart(second.sheet, top, len(months))
    tables += [second, _page(first, by_month, heading, paper, OF_MONTHS)]
    save_all(tables, path)
    return first.notes.sentences


def _page(beside: Table, chart: BarChart, heading: Heading, paper: Paper, title: str) -> Table:
    """A sheet that is one chart."""
    page = Table(heading, [PaperColumn(title, 40)], paper, beside)
    page.sheet.title = title
    chart.width, chart.height = WIDTH_CM, HEIGHT_CM  # type: ignore[assignment]  # the stubs say int
    chart.legend.position = "b"
    page.sheet.add_chart(chart, f"A{page.add_room(ROOM)}")
    return page


def _unit_chart(sheet: Worksheet, units: Sequence[UnitFigures], top: int, count: int) -> BarChart:
    """Bars of states, one for each unit that answers for a task; the units stand in order already."""
    keys = [column.key for column in unit_columns(units)]
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 40
    for column, key in enumerate(keys, 1):
        if key in STATES:
            chart.series.append(_series(sheet, column, top, count, STATES[key]))
    chart.set_categories(Reference(sheet, min_col=1, min_row=top, max_row=top + count - 1))
    chart.x_axis.scaling.orientation = "maxMin"  # the first unit stands on top, as in the table
    chart.x_axis.tickLblSkip = 1
    chart.y_axis.crosses = "max"  # and the numbers below, for all that
    _draw_axes(chart, "0", SMALL if count > CROWDED else LETTERS)
    return chart


def _month_chart(sheet: Worksheet, top: int, count: int) -> BarChart:
    """Due and done side by side, and the mean percentage as a line on an axis of its own."""
    keys = [column.key for column in month_columns()]
    bars, line = BarChart(), LineChart()
    for key, colour in (("due", DUE), ("done", DONE)):
        bars.series.append(_series(sheet, keys.index(key) + 1, top, count, colour))
    mean = _series(sheet, keys.index("percent") + 1, top, count, LINE)
    mean.graphicalProperties = GraphicalProperties()
    mean.graphicalProperties.line.solidFill = LINE
    mean.marker, mean.smooth = Marker("circle"), False
    line.series.append(mean)
    months = Reference(sheet, min_col=1, min_row=top, max_row=top + count - 1)
    for chart in (bars, line):
        chart.set_categories(months)
        _draw_axes(chart, "0")
    line.y_axis.axId, line.y_axis.crosses = 200, "max"
    line.y_axis.scaling.min, line.y_axis.scaling.max = 0, 100
    line.y_axis.majorGridlines, line.y_axis.title = None, "平均完成率\uff08%\uff09"
    bars.y_axis.title, bars.gapWidth = "任务\uff08项\uff09", 60
    bars += line
    return bars


def _draw_axes(chart: BarChart | LineChart, mark: str, size: int = LETTERS) -> None:
    """Axes with small letters and a faint grid; openpyxl leaves them out unless told."""
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False
        letters = CharacterProperties(sz=size)
        paragraph = Paragraph(pPr=ParagraphProperties(defRPr=letters), endParaRPr=letters)
        axis.txPr = RichText(p=[paragraph])
    chart.y_axis.number_format = mark
    chart.y_axis.majorGridlines = ChartLines(GraphicalProperties(ln=LineProperties(solidFill=GRID)))


def _series(sheet: Worksheet, column: int, top: int, count: int, colour: str) -> Series:
    """A series named by the header of its column."""
    series: Series = SeriesFactory(
        Reference(sheet, min_col=column, min_row=top, max_row=top + count - 1)
    )
    header = Reference(sheet, min_col=column, min_row=HEADER_ROW)
    series.tx = SeriesLabel(strRef=StrRef(str(header)))
    series.graphicalProperties = GraphicalProperties(solidFill=colour)
    return series
