"""Layouts of the office: which columns a sheet has, in what order, under which titles."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from shuangda_desktop.tasks.columns.column import Column, Row

NARROWEST, WIDEST = 2, 60  # Chinese characters


@dataclass(frozen=True, slots=True)
class LayoutColumn:
    """A chosen column; an empty title and a width of 0 leave what is usual."""

    key: str
    title: str = ""
    width: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """How the office wants one kind of sheet.

    ``paper`` is A4 or A3, ``title`` may hold {市} and {年}; what is empty is as usual. ``label`` stands
    before the name of the office: 制表单位, 填报单位.
    """

    name: str
    columns: tuple[LayoutColumn, ...] = ()
    paper: str = ""
    title: str = ""
    label: str = ""


def laid_out(columns: Sequence[Column[Row]], layout: Layout) -> tuple[Column[Row], ...]:
    """The columns of a layout, out of those that there are.

    What a layout names and is no longer there is left out; a layout without any column that is there
    shows all of them.
    """
    known = {column.key: column for column in columns}
    chosen = [(known[one.key], one) for one in layout.columns if one.key in known]
    return tuple(_titled(column, one) for column, one in chosen) or tuple(columns)


def titled(layout: Layout, usual: str, city: str, year: int) -> str:
    """The title of a sheet: the layout's own with the city and the year put in, or the usual one."""
    own = layout.title.strip()
    return own.replace("{市}", city).replace("{年}", str(year)) if own else usual


def dumped(layout: Layout) -> str:
    """The columns as they are kept."""
    return json.dumps([asdict(column) for column in layout.columns], ensure_ascii=False)


def loaded(columns: str) -> tuple[LayoutColumn, ...]:
    """The columns as they were kept."""
    return tuple(LayoutColumn(**column) for column in json.loads(columns))


def _titled(column: Column[Row], one: LayoutColumn) -> Column[Row]:
    width = min(max(one.width, NARROWEST), WIDEST) if one.width else column.width
    return replace(column, title=one.title.strip() or column.title, width=width)
