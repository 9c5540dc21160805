"""Rows of two plans side by side: what became of each measure, and what the city does about it."""

from collections.abc import Sequence

from shuangda_desktop.plan.model import Measure, Role
from shuangda_desktop.services.dividing.comparing import Beside, Line
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.dividing.yearly import Likeness
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import STATUS_WORDS

# Words first: shape only repeats them.
KIND_WORDS = {
    Likeness.SAME: "= 相同",
    Likeness.CHANGED: "\u2248 有改动",
    Likeness.PART: "\u2248 部分相同",
    Likeness.NEW: "\uff0b 新增",
    Likeness.DROPPED: "\u2212 未再提出",
}
SAME_YEAR_WORDS = {
    Likeness.SAME: "= 相同",
    Likeness.CHANGED: "\u2248 同一件事",
    Likeness.PART: "\u2248 部分相同",
    Likeness.NEW: "只在本文",
    Likeness.DROPPED: "只在对方",
}


def kind_word(line: Line, beside: Beside) -> str:
    """What became of a measure; that both plans have one task for it comes first."""
    if line.joined:
        return "已合为一项"
    words = SAME_YEAR_WORDS if beside is Beside.SAME_YEAR else KIND_WORDS
    return words[line.compared.kind]


def compare_columns(beside: Beside) -> tuple[Column[Line], ...]:
    """What became of it, both measures, both sides' tasks."""
    other = "对方来文" if beside is Beside.SAME_YEAR else "去年来文"
    return (
        Column("kind", "关系", lambda r: kind_word(r, beside), lambda r: r.compared.kind, 5),
        Column("this", "本文措施", lambda r: _text(r.compared.this), lambda r: _place(r), 18),
        Column(
            "other", other, lambda r: _text(r.compared.other), lambda r: _text(r.compared.other), 18
        ),
        Column("ours", "本文的任务", lambda r: tasks_text(r.ours), lambda r: tasks_text(r.ours), 8),
        Column(
            "theirs",
            "对方的任务",
            lambda r: tasks_text(r.theirs),
            lambda r: tasks_text(r.theirs),
            8,
        ),
    )


def tasks_text(rows: Sequence[TaskRow]) -> str:
    """Tasks by number, lead and how far they are."""
    return "\n".join(_task(row) for row in rows)


def _task(row: TaskRow) -> str:
    if row.dropped_reason or not row.applicable:
        return "不适用"
    leads = "、".join(row.names(Role.LEAD)) or "无牵头"
    return f"{row.number} {leads} {STATUS_WORDS[row.status]}"


def counted(lines: Sequence[Line], beside: Beside) -> str:
    """How many measures became what, in a sentence."""
    words = SAME_YEAR_WORDS if beside is Beside.SAME_YEAR else KIND_WORDS
    counts = {kind: sum(line.compared.kind is kind for line in lines) for kind in words}
    told = [f"{words[kind]} {count}" for kind, count in counts.items() if count]
    left = sum(len(line.unfinished) for line in lines) if beside is Beside.LAST_YEAR else 0
    return " \u00b7 ".join([*told, *([f"去年没有办结的任务 {left}"] if left else [])])


def _text(measure: Measure | None) -> str:
    return measure.text.replace("\n", "") if measure else ""


def _place(line: Line) -> int | None:
    return line.compared.this.key if line.compared.this else None
