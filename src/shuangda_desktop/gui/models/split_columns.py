"""The columns of the table in which tasks are divided, and how a proposal looks."""

from collections.abc import Iterable

from shuangda_desktop.gui.models.review_words import every_words
from shuangda_desktop.gui.models.task_filter import is_open, is_proposed
from shuangda_desktop.gui.theme import DOUBT, PROPOSED, QUIET, Look
from shuangda_desktop.plan.measures.recurrences import find_recurrences
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.dividing.numbering import number_word
from shuangda_desktop.tasks.model import Basis, Status
from shuangda_desktop.tasks.rows import AssignedUnit, TaskRow
from shuangda_desktop.text.punctuation import widen

PAUSE = "\u3001"
STOPPED = "停办"  # issued, and left out after that
NARROW, WIDE = 4, 7  # characters of a column of units
ROLE_WORDS = {Role.LEAD: "牵头", Role.RESPONSIBLE: "责任", Role.COOPERATING: "配合"}
BASIS_WORDS = {Basis.STATED: "来文载明", Basis.PROPOSED: "拟", Basis.DECIDED: "已确认"}
ROLES_OF_COLUMN = {
    "lead": Role.LEAD,
    "responsible": Role.RESPONSIBLE,
    "cooperating": Role.COOPERATING,
}


def split_columns() -> tuple[Column[TaskRow], ...]:
    """Number, state, title, units by role, deadline."""
    return (
        Column(
            "number",
            "序号",
            lambda r: number_word(r.number),
            lambda r: abs(r.number),
            2,
            numeric=True,
        ),
        Column("state", "状态", state_word, state_word, 4),
        Column("title", "任务", _title, lambda r: r.title, 16),
        _units_column("lead", "牵头单位", 10),
        _units_column("responsible", "责任单位", 10),
        _units_column("cooperating", "配合单位", 10),
        Column("due", "完成时限", due_word, lambda r: r.due_on, 8),
        Column("every", "频次", every_word, every_word, 4),
    )


def role_widths(rows: Iterable[TaskRow]) -> dict[str, int]:
    """How wide the columns of units need to be, so that the titles get what is left."""
    longest = dict.fromkeys(ROLES_OF_COLUMN, NARROW)
    for row in rows:
        for key, role in ROLES_OF_COLUMN.items():
            longest[key] = max(longest[key], len(PAUSE.join(row.names(role))))
    return {key: min(width, WIDE) for key, width in longest.items()}


def split_look(row: TaskRow, column: Column[TaskRow]) -> Look | None:
    """Proposals are outlined, what was left out is struck through, a missing lead is marked."""
    if not is_open(row):
        return Look(ink="quiet", struck=column.key == "title", dashed=_waits(row, column.key))
    if _waits(row, column.key):
        return PROPOSED
    if column.key == "lead" and not row.names(Role.LEAD):
        return DOUBT
    return QUIET if column.key in ("number", "state") else None


def split_tip(row: TaskRow, column: Column[TaskRow]) -> str:
    """The whole text of a cell, and where it comes from."""
    if column.key in ROLES_OF_COLUMN:
        parts = [p for p in row.units if p.role is ROLES_OF_COLUMN[column.key]]
        return widen("\n".join(why_unit(part) for part in parts))
    if column.key == "due":
        return widen(why_due(row))
    if column.key == "state":
        return row.dropped_reason or row.reason
    return row.text if column.key == "title" else column.text(row)


def state_word(row: TaskRow) -> str:
    """What is left to do about a task; one that was issued and then left out keeps its number."""
    if row.dropped_reason:
        return STOPPED if row.number > 0 and row.status is not Status.DRAFT else "不适用"
    if not row.applicable:
        return "拟不适用"
    return "拟" if is_proposed(row) else "已确认"


def due_word(row: TaskRow) -> str:
    """The day, or how the source says it; a proposed day says so."""
    if row.due_on is None:
        return row.due_text
    return f"{row.due_on}" + (" 拟" if row.due_basis is Basis.PROPOSED else "")


def every_word(row: TaskRow) -> str:
    """The rhythm in which a task comes again."""
    return every_words(row.recurrence) if row.recurrence else ""


def read_every(typed: str) -> str | None:
    """The rhythm that is meant, "" for none; None where unreadable."""
    if not typed.strip():
        return ""
    found = find_recurrences(typed.strip())
    return found[0].every if found else None


def why_unit(part: AssignedUnit) -> str:
    """Who does what, and where the unit comes from."""
    scope = f"({part.scope})" if part.scope else ""
    what = f"{part.unit}{scope} {ROLE_WORDS[part.role]},{BASIS_WORDS[part.basis]}。"
    return what + way_to(part)


def way_to(part: AssignedUnit) -> str:
    """Where a unit comes from, beside a table that says who it is."""
    return part.reason or (f"来文:{part.source_unit}" if part.source_unit else "")


def why_due(row: TaskRow) -> str:
    """Where a deadline comes from, in a sentence."""
    if row.due_basis is Basis.STATED:
        return f"来文载明:{row.due_text or row.due_on or ''}"
    if row.due_basis is Basis.DECIDED:
        return "已确认"
    return "来文没有写时限,先按默认拟定,请确认。" if row.due_on else "来文没有写时限。"


def _title(row: TaskRow) -> str:
    return row.title or row.text


def _waits(row: TaskRow, key: str) -> bool:
    if row.dropped_reason:
        return False
    if key in ROLES_OF_COLUMN:
        role = ROLES_OF_COLUMN[key]
        return any(p.role is role and p.basis is Basis.PROPOSED for p in row.units)
    if key == "due":
        return row.due_on is not None and row.due_basis is Basis.PROPOSED
    return key == "state" and is_proposed(row)


def _units_column(key: str, title: str, width: int) -> Column[TaskRow]:
    def text(row: TaskRow) -> str:
        return PAUSE.join(row.names(ROLES_OF_COLUMN[key]))

    return Column(key, title, text, text, width)
