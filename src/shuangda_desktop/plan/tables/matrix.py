"""Tables with a column for each unit and a mark for its role: ★ leads, ○ cooperates."""

import re
from collections.abc import Iterator, Mapping, Sequence

from shuangda_desktop.plan.duties.marked import role_said
from shuangda_desktop.plan.duties.unit_names import is_surely_unit, looks_like_unit
from shuangda_desktop.plan.model import Role
from shuangda_desktop.plan.structure.lines import Line, squeeze

_FEWEST = 2  # columns of units, before a table counts as such a one
_USUAL = {  # where nothing is said of the marks: full ones lead, hollow ones help
    **dict.fromkeys("★●◎▲■◆", Role.LEAD),
    **dict.fromkeys("☆○△□◇", Role.COOPERATING),
}
_HEADS = {
    Role.LEAD: "牵头单位",
    Role.COOPERATING: "配合单位",
    Role.RESPONSIBLE: "责任单位",
}
_NONE = re.compile("[-\u2014/\u00d7x]*")


def unit_columns(header: Mapping[int, Line]) -> tuple[int, ...]:
    """The columns that a unit stands over, of those whose head says nothing else; () if too few."""
    found = tuple(at for at, cell in header.items() if _is_name(squeeze(cell.flat)))
    return found if len(found) >= _FEWEST else ()


def _is_name(name: str) -> bool:
    return is_surely_unit(name) or (name.startswith("各") and looks_like_unit(name))


def by_role(
    rows: Sequence[Sequence[Line]], units: Sequence[int], told: Mapping[str, Role]
) -> list[list[Line]]:
    """The rows with a column for each role instead of one for each unit."""
    header = rows[0]
    marks = {squeeze(row[at].flat)[:1] for row in rows[1:] for at in units if at < len(row)}
    known = {**(_USUAL if len(marks & _USUAL.keys()) > 1 else {}), **told}
    width = len(header)
    return [list(_changed(_padded(row, width), header, units, known)) for row in rows]


def _padded(row: Sequence[Line], width: int) -> list[Line]:
    """The row with the empty cells at its end that a text file lost."""
    return [*row, *[Line(row[-1].end, row[-1].end, "")] * (width - len(row))]


def _changed(
    row: Sequence[Line], header: Sequence[Line], units: Sequence[int], known: Mapping[str, Role]
) -> Iterator[Line]:
    yield from (cell for at, cell in enumerate(row) if at not in units)
    repeats = squeeze(row[units[0]].flat) == squeeze(header[units[0]].flat)
    marked = [(header[at], row[at]) for at in units]
    for role, head in _HEADS.items():
        if repeats:
            yield Line(row[0].start, row[0].start, head)
        else:
            yield _names([(name, cell) for name, cell in marked if _told(cell, known) is role], row)


def _told(cell: Line, known: Mapping[str, Role]) -> Role | None:
    """The role that a cell tells; any mark of which nothing is known says that the unit answers."""
    text = squeeze(cell.flat)
    if _NONE.fullmatch(text):
        return None
    return role_said(text) or known.get(text[0], Role.RESPONSIBLE)


def _names(found: Sequence[tuple[Line, Line]], row: Sequence[Line]) -> Line:
    """A cell with the names of units, at the place of their marks."""
    if not found:
        return Line(row[0].start, row[0].start, "")
    names = "、".join(squeeze(name.flat) for name, _ in found)
    return Line(found[0][1].start, found[-1][1].end, names)
