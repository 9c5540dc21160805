"""One of each workbook that the office sends, over any rows."""

from datetime import date
from pathlib import Path

from exports.sample import HEADING, task
from shuangda_desktop.exports.workbooks.change_list import write_change_list
from shuangda_desktop.exports.workbooks.comparison import write_comparison
from shuangda_desktop.exports.workbooks.contacts import write_contacts
from shuangda_desktop.exports.workbooks.ledger import write_ledger
from shuangda_desktop.exports.workbooks.overdue_list import write_overdue_list
from shuangda_desktop.exports.workbooks.schedule import write_schedule
from shuangda_desktop.exports.workbooks.statistics import write_statistics
from shuangda_desktop.exports.workbooks.supervision import write_supervision
from shuangda_desktop.exports.workbooks.unit_list import write_unit_list
from shuangda_desktop.plan.model import Measure, Plan
from shuangda_desktop.tasks.columns.schedule import schedule_columns
from shuangda_desktop.tasks.columns.source import item_column, others_column, source_column
from shuangda_desktop.tasks.rounds.snapshots import Change, Kind
from shuangda_desktop.tasks.supervision import SupervisionRow, supervision_columns
from shuangda_desktop.tasks.unit_figures import figures_by_month, figures_by_unit
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.units.model import Unit

TODAY = date(2026, 12, 31)
UNIT = "市公安局"
BLOCKS = ("chapter", "item", "text", "lead", "others", "due", "source")


def chosen_columns():
    """Columns that an office may choose, with merged blocks and where each task comes from."""
    known = (*schedule_columns(), item_column(), others_column(), source_column())
    by_key = {column.key: column for column in known}
    return [by_key[key] for key in BLOCKS]


def _comparison(rows, path):
    measures = tuple(Measure(r.measure_key, r.text, Span(0, 0), None) for r in rows)
    return write_comparison(Plan(measures=measures), rows[1:], path, HEADING)


def _statistics(rows, path):
    months = figures_by_month(rows, {}, TODAY)
    return write_statistics(figures_by_unit(rows, TODAY), months, path, HEADING, TODAY)


def _supervision(rows, path):
    lines = [SupervisionRow(r, r.title, TODAY, (r.text,), TODAY, (r.latest_note,)) for r in rows]
    return write_supervision(lines, path, HEADING, supervision_columns(TODAY))


def _contacts(rows, path):
    units = [
        Unit(f"city.{r.number}", r.title, Level.CITY, contact=r.text, phone=r.latest_note)
        for r in rows
    ]
    return write_contacts(units, path, HEADING)


def _changes(rows, path):
    changes = [Change(Kind.CHANGED, r.title, "具体措施", r.text, r.latest_note) for r in rows]
    return write_change_list(changes, path, HEADING, "自2026年6月3日发出的版本以来")


WRITERS = {
    "schedule": lambda rows, path: write_schedule(rows, path, HEADING),
    "blocks": lambda rows, path: write_schedule(rows, path, HEADING, chosen_columns()),
    "ledger": lambda rows, path: write_ledger(rows, path, HEADING, TODAY),
    "unit": lambda rows, path: write_unit_list(rows, path, HEADING, UNIT),
    "overdue": lambda rows, path: write_overdue_list(rows, path, HEADING, TODAY),
    "comparison": _comparison,
    "statistics": _statistics,
    "supervision": _supervision,
    "contacts": _contacts,
    "changes": _changes,
}


def write_every(folder: Path, rows) -> list[Path]:
    """Write one of each; the paths."""
    for name, write in WRITERS.items():
        write(rows, folder / f"{name}.xlsx")
    return [folder / f"{name}.xlsx" for name in WRITERS]


def long_list(count: int = 40):
    """Tasks in chapters of nine, enough for several pages."""
    return tuple(
        task(n, chapter=f"{n // 9}、章", item=f"({n // 3})条") for n in range(1, count + 1)
    )
