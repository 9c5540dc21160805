"""What became of several documents, as rows of a table."""

from collections.abc import Sequence

from shuangda_desktop.gui.intake import Fate, Outcome, Result
from shuangda_desktop.gui.models.plan_columns import plan_title
from shuangda_desktop.gui.theme import LATE, QUIET, Look
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.rows import PlanRow
from shuangda_desktop.text.chars import PAUSE

FATES = {
    Fate.KEPT: "已导入",
    Fate.REPLACED: "已替换旧的一份",
    Fate.KNOWN: "已有\uff0c没有重复导入",
    Fate.LEFT: "按选择没有导入",
    Fate.REFUSED: "没有导入",
    Fate.STOPPED: "已停止\uff0c没有导入",
}
SHORT = {
    Fate.KEPT: "导入",
    Fate.REPLACED: "替换",
    Fate.KNOWN: "已有",
    Fate.LEFT: "跳过",
    Fate.REFUSED: "没有导入",
    Fate.STOPPED: "停止",
}


def result_columns() -> tuple[Column[Result], ...]:
    """The document, what became of it, why."""
    return (
        Column("name", "文件", lambda r: r.name, lambda r: r.name, 14),
        Column("fate", "结果", lambda r: FATES[r.fate], lambda r: FATES[r.fate], 10),
        Column("words", "说明", lambda r: r.words, lambda r: r.words, 30),
    )


def decorate(row: Result, column: Column[Result]) -> Look | None:
    """What did not come in stands out."""
    if row.fate is Fate.REFUSED:
        return LATE if column.key == "fate" else None
    return None if row.fate in (Fate.KEPT, Fate.REPLACED) else QUIET


def summary(outcome: Outcome) -> str:
    """How many documents had which fate."""
    counts = [(word, len(outcome.of(fate))) for fate, word in SHORT.items()]
    each = "\uff0c".join(f"{word} {number} 份" for word, number in counts if number)
    return f"共 {len(outcome.results)} 份\uff1a{each}\u3002"


def intake_words(new: Sequence[Result], fresh: Sequence[Result], rows: Sequence[PlanRow]) -> str:
    """What came in and what took the place of an older edition, with what ``rows`` leave to do."""
    if len(rows) == 1:
        name = f"《{plan_title(rows[0])}》"
        done = f"已用新的一份替换{name}" if fresh else f"已导入{name}"
    else:
        taken = [f"导入{len(new)}份"] * bool(new) + [f"替换{len(fresh)}份"] * bool(fresh)
        done = f"已{PAUSE.join(taken)}来文"
    doubts = sum(row.open_findings for row in rows)
    left = f"{doubts}处待核对" if doubts else "没有待核对的"
    over = f"\uff1b{fresh[0].words}" if len(rows) == 1 and fresh and fresh[0].words else ""
    return f"{done}\uff1a{sum(row.measures for row in rows)}项措施\uff0c{left}{over}\u3002"
