"""What became of several documents, as rows of a table."""

from shuangda_desktop.gui.intake import Fate, Outcome, Result
from shuangda_desktop.gui.theme import LATE, QUIET, Look
from shuangda_desktop.tasks.columns.column import Column

FATES = {
    Fate.KEPT: "已导入",
    Fate.KNOWN: "已有\uff0c没有重复导入",
    Fate.LEFT: "按选择没有导入",
    Fate.REFUSED: "没有导入",
    Fate.STOPPED: "已停止\uff0c没有读取",
}
SHORT = {
    Fate.KEPT: "导入",
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
    return None if row.fate is Fate.KEPT else QUIET


def summary(outcome: Outcome) -> str:
    """How many documents had which fate."""
    counts = [(word, len(outcome.of(fate))) for fate, word in SHORT.items()]
    each = "\uff0c".join(f"{word} {number} 份" for word, number in counts if number)
    return f"共 {len(outcome.results)} 份\uff1a{each}\u3002"
