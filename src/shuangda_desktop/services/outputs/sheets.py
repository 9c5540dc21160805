"""Tables out: each is gathered from the store as a frozen value that a worker thread may write."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shuangda_desktop.exports.workbooks.comparison import write_comparison
from shuangda_desktop.exports.workbooks.contacts import contact_columns, numbered, write_contacts
from shuangda_desktop.exports.workbooks.ledger import write_ledger
from shuangda_desktop.exports.workbooks.model import Heading
from shuangda_desktop.exports.workbooks.overdue_list import write_overdue_list
from shuangda_desktop.exports.workbooks.page_setup import Paper
from shuangda_desktop.exports.workbooks.schedule import write_schedule
from shuangda_desktop.exports.workbooks.statistics import write_statistics
from shuangda_desktop.exports.workbooks.supervision import write_supervision
from shuangda_desktop.exports.workbooks.unit_list import write_unit_list
from shuangda_desktop.services.city.lights import load_light_rule
from shuangda_desktop.services.outputs.gathering import (
    Wanted,
    heading_of,
    tasks_in_hand,
    wanted_tasks,
)
from shuangda_desktop.services.outputs.layouts import FIXED, layout_in_use
from shuangda_desktop.services.outputs.sheet_columns import (
    TaskColumns,
    all_columns,
    chosen,
    task_columns_of,
)
from shuangda_desktop.services.tracking.supervising import supervision_rows
from shuangda_desktop.services.words import refusal
from shuangda_desktop.store import plan_years, queries
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.revised import revised
from shuangda_desktop.store.tasks import load_marks
from shuangda_desktop.store.units import load_units
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.columns.layouts import Layout
from shuangda_desktop.tasks.rounds import snapshots
from shuangda_desktop.tasks.rounds.snapshots import Snapshot
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import LightRule, overdue
from shuangda_desktop.tasks.supervision import supervision_columns
from shuangda_desktop.tasks.unit_figures import figures_by_month, figures_by_unit, unit_columns

Writer = Callable[[Path], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class LayoutChoice:
    """A column that a layout may have; ``usual`` ones are there without any layout."""

    key: str
    title: str
    width: int
    usual: bool


@dataclass(frozen=True, slots=True)
class SheetJob:
    """A workbook, gathered and not yet written; ``about`` is the unit or the plan it is about."""

    document: str
    name: str
    rows: tuple[TaskRow, ...]
    snapshot: Snapshot
    writer: Writer = field(repr=False)
    about: str = ""

    @property
    def action(self) -> str:
        """What the permanent record calls writing it."""
        return f"导出{self.name}"

    def write(self, path: Path) -> tuple[str, ...]:
        """Write the file; sentences about what could not be written as it was."""
        return self.writer(path)


@dataclass(frozen=True, slots=True)
class _TaskSheet:
    """What a sheet of tasks is written from; ``chosen`` are the columns of the office's layout, if any."""

    document: str
    rows: tuple[TaskRow, ...]
    head: Heading
    paper: Paper
    usual: TaskColumns
    chosen: TaskColumns | None
    unit: str

    @property
    def shown(self) -> TaskColumns:
        """The columns that stand in the sheet."""
        return self.chosen or self.usual

    def job(self, name: str, writer: Writer) -> SheetJob:
        """The sheet as a job under its name, remembered with the columns that it shows."""
        shown = snapshots.of_tasks(self.rows, self.shown)
        return SheetJob(self.document, name, self.rows, shown, writer, self.unit)


def _task_sheet(
    store: Store,
    wanted: Wanted,
    document: str,
    title: str,
    rows: tuple[TaskRow, ...],
    paper: Paper = Paper.A4,
) -> _TaskSheet:
    """A sheet of these tasks with its heading, paper and columns as the office's layout has them."""
    layout = _layout(store, document, wanted)
    usual, own = _columns(store, document, wanted, layout)
    head = heading_of(store, rows, title, wanted, layout, wanted.unit)
    return _TaskSheet(document, rows, head, _paper(layout, paper), usual, own, wanted.unit or "")


def schedule(store: Store, wanted: Wanted) -> SheetJob:
    """任务分工表, of all tasks or of one unit's."""
    rows = wanted_tasks(store, wanted, issued=True)
    sheet = _task_sheet(store, wanted, "schedule", "任务分工表", rows)
    return sheet.job(
        "任务分工表",
        lambda path: write_schedule(sheet.rows, path, sheet.head, sheet.chosen, sheet.paper),
    )


def ledger(store: Store, wanted: Wanted) -> SheetJob:
    """进度台账, of all tasks or of one unit's."""
    rows, rule, today = wanted_tasks(store, wanted), _rule(store), wanted.today
    sheet = _task_sheet(store, wanted, "ledger", "进度台账", rows, Paper.A3)
    return sheet.job(
        "进度台账",
        lambda path: write_ledger(
            sheet.rows, path, sheet.head, today, sheet.shown, sheet.paper, rule
        ),
    )


def unit_list(store: Store, wanted: Wanted) -> SheetJob:
    """单位任务清单 of one unit."""
    if not wanted.unit:
        raise refusal("单位任务清单是写给一个单位的,没有写出。请先选定单位。")
    sheet = _task_sheet(store, wanted, "unit", "任务清单", wanted_tasks(store, wanted))
    return sheet.job(
        "单位任务清单",
        lambda path: write_unit_list(
            sheet.rows, path, sheet.head, sheet.unit, sheet.chosen, sheet.paper
        ),
    )


def overdue_list(store: Store, wanted: Wanted) -> SheetJob:
    """逾期清单 on the day that was asked for."""
    today = wanted.today
    rows = tuple(row for row in wanted_tasks(store, wanted) if overdue(row, today))
    sheet = _task_sheet(store, wanted, "overdue", "逾期清单", rows)
    return sheet.job(
        "逾期清单",
        lambda path: write_overdue_list(
            sheet.rows, path, sheet.head, today, sheet.chosen, sheet.paper
        ),
    )


def supervision(store: Store, wanted: Wanted) -> SheetJob:
    """督办台账, of all tasks or of one unit's."""
    rows, rule = wanted_tasks(store, wanted), _rule(store)
    layout, usual = (
        _layout(store, "supervision", wanted),
        supervision_columns(wanted.today, rule),
    )
    shown = chosen(usual, layout) or usual
    lines = supervision_rows(store, rows)
    head = heading_of(store, rows, "督办台账", wanted, layout, wanted.unit)
    paper = _paper(layout, Paper.A3)
    return SheetJob(
        "supervision",
        "督办台账",
        rows,
        snapshots.snapshot(
            lines, shown, lambda r: f"task:{r.task.task_id}", lambda r: snapshots.task_label(r.task)
        ),
        lambda path: write_supervision(lines, path, head, shown, paper, rule),
        wanted.unit or "",
    )


def comparison(store: Store, wanted: Wanted) -> SheetJob:
    """逐条对照表 of one plan: of the one that was asked for, or of the latest that has tasks."""
    asked = wanted.plan_id or plan_years.last_divided(store)
    (plan,) = queries.plan_rows(store, ids=[asked]) or (None,)
    if plan is None or not plan.tasks:
        raise refusal("这份方案还没有分解,没有写出逐条对照表。请先在“分解”页拟定任务。")
    rows = queries.task_rows(store, plan_id=plan.plan_id, include_dropped=True)
    source = revised(store, [plan.plan_id])[plan.plan_id]
    layout = _layout(store, "comparison", wanted)
    head = heading_of(store, rows, "逐条对照表", wanted, layout)
    paper = _paper(layout, Paper.A3)
    columns, _ = _columns(store, "schedule", wanted, None)
    return SheetJob(
        "comparison",
        "逐条对照表",
        rows,
        snapshots.of_tasks(rows, columns),
        lambda path: write_comparison(source, rows, path, head, paper),
        plan.title,
    )


def statistics(store: Store, wanted: Wanted) -> SheetJob:
    """统计汇总 of all tasks."""
    rows = tasks_in_hand(store, None, wanted.today.year)
    units = figures_by_unit(rows, wanted.today)
    months = figures_by_month(rows, load_marks(store, [row.task_id for row in rows]), wanted.today)
    layout = _layout(store, "statistics", wanted)
    head, paper = heading_of(store, rows, "统计汇总", wanted, layout), _paper(layout)
    return SheetJob(
        "statistics",
        "统计汇总",
        rows,
        snapshots.snapshot(units, unit_columns(), lambda f: f.unit, lambda f: f.unit),
        lambda path: write_statistics(units, months, path, head, wanted.today, paper),
    )


def contacts(store: Store, wanted: Wanted) -> SheetJob:
    """联络员名册 of the city's directory."""
    units = load_units(store)
    if not units:
        raise refusal("还没有单位名录,没有写出名册。请先在“单位”页填写省、市名称。")
    layout, usual = _layout(store, "contacts", wanted), contact_columns()
    shown, lines = chosen(usual, layout) or usual, numbered(units)
    head, paper = heading_of(store, (), "联络员名册", wanted, layout), _paper(layout)
    return SheetJob(
        "contacts",
        "联络员名册",
        (),
        snapshots.snapshot(lines, shown, lambda r: r[1].id, lambda r: r[1].label),
        lambda path: write_contacts(units, path, head, shown, paper),
    )


def columns_to_choose(store: Store, sheet: str, wanted: Wanted) -> tuple[LayoutChoice, ...]:
    """The columns that a layout of this sheet may have; of the usual ones it is said so."""
    known: Sequence[Column[Any]]
    usual: Sequence[Column[Any]]
    if sheet in FIXED:
        return ()
    if sheet == "contacts":
        known = usual = contact_columns()
    elif sheet == "supervision":
        known = usual = supervision_columns(wanted.today, _rule(store))
    else:
        of_tasks = task_columns_of(sheet, wanted.today, _rule(store), wanted.unit or "")
        usual, known = of_tasks, all_columns(of_tasks)
    keys = {column.key for column in usual}
    return tuple(LayoutChoice(c.key, c.title, c.width, c.key in keys) for c in known)


def _columns(
    store: Store, sheet: str, wanted: Wanted, layout: Layout | None
) -> tuple[TaskColumns, TaskColumns | None]:
    """The usual columns of a sheet of tasks, and those of its layout."""
    usual = task_columns_of(sheet, wanted.today, _rule(store), wanted.unit or "")
    return usual, chosen(all_columns(usual), layout)


def _layout(store: Store, sheet: str, wanted: Wanted) -> Layout | None:
    return wanted.layout or layout_in_use(store, sheet)


def _paper(layout: Layout | None, usual: Paper = Paper.A4) -> Paper:
    return Paper(layout.paper) if layout and layout.paper in list(Paper) else usual


def _rule(store: Store) -> LightRule:
    return load_light_rule(store)
