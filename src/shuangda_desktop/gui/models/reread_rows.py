"""What another reading of a plan would change, as rows of a table."""

from collections.abc import Iterator
from dataclasses import dataclass

from shuangda_desktop.gui.theme import DOUBT, LATE, Look
from shuangda_desktop.plan.model import Decision
from shuangda_desktop.plan.revising.differences import Change
from shuangda_desktop.services.reading.rereading import LABELS, Reread
from shuangda_desktop.tasks.columns.column import Column

LOST = "放不回去"
CHANGES = {Change.ADDED: "新读出", Change.GONE: "不再读出", Change.CHANGED: "不同"}
_SAID = (
    "text",
    "heading",
    "value",
    "new",
    "before",
)  # what a decision said, the first that is there


@dataclass(frozen=True, slots=True)
class RereadRow:
    """One difference, or one correction that lost its place."""

    place: int
    kind: str
    what: str
    before: str
    after: str


def reread_rows(reread: Reread) -> tuple[RereadRow, ...]:
    """Corrections that lost their place first: they are the clerk's own work."""
    return tuple(RereadRow(at, *row) for at, row in enumerate(_rows(reread)))


def reread_columns() -> tuple[Column[RereadRow], ...]:
    """How, what, before and after."""
    return (
        Column("kind", "情况", lambda r: r.kind, lambda r: r.kind, 5),
        Column("what", "内容", lambda r: r.what, lambda r: r.what, 14),
        Column("before", "现在的", lambda r: r.before, lambda r: r.before, 20),
        Column("after", "新读出的", lambda r: r.after, lambda r: r.after, 20),
    )


def decorate(row: RereadRow, column: Column[RereadRow]) -> Look | None:
    """What is lost stands out."""
    if row.kind == LOST:
        return LATE if column.key == "kind" else DOUBT
    return None


def summary(reread: Reread) -> str:
    """What the new reading comes to, in a sentence."""
    if reread.is_same:
        return "重新读取的结果和现在的完全一样\uff0c没有要改的\u3002"
    lost = f"\uff0c{len(reread.lost)} 处更正放不回去\uff08列在最前\uff09" if reread.lost else ""
    return (
        f"有 {len(reread.differences)} 处不同\uff1b原来的更正有 {reread.kept} 处照样有效{lost}\u3002"
        "现在还没有改动\u3002"
    )


def _rows(reread: Reread) -> Iterator[tuple[str, str, str, str]]:
    for lost in reread.lost:
        yield LOST, LABELS[lost.decision.kind], _said(lost.decision), lost.reason
    for found in reread.differences:
        yield CHANGES[found.change], found.what, _flat(found.before), _flat(found.after)


def _said(decision: Decision) -> str:
    said = (decision.value.get(key) for key in _SAID)
    return next((_flat(str(value)) for value in said if value), "")


def _flat(text: str) -> str:
    return text.replace("\n", " ")
