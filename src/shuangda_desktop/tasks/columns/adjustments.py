"""The columns of 调整情况表, on the screen and in the workbook."""

from collections.abc import Callable, Iterable

from shuangda_desktop.tasks.columns.column import Column, Value
from shuangda_desktop.tasks.rounds.versions import Adjustment

Numbered = tuple[int, Adjustment]
WHOLE = "整项任务"
NO_REASON = "\u3014请填写理由\u3015"


def numbered(adjustments: Iterable[Adjustment]) -> list[Numbered]:
    """The adjustments with their places in the list, from 1."""
    return list(enumerate(adjustments, 1))


def adjustment_columns() -> tuple[Column[Numbered], ...]:
    """Which task, what about it, what it said and says, when and why."""
    return (
        Column("number", "序号", lambda r: str(r[0]), lambda r: r[0], 3, numeric=True),
        _words("label", "任务", lambda a: a.label, 10),
        _words("kind", "变化", lambda a: a.kind.value, 3),
        _words("title", "调整事项", lambda a: a.title or WHOLE, 5),
        _words("before", "调整前", lambda a: a.before, 16),
        _words("after", "调整后", lambda a: a.after, 16),
        Column("assigned", "调整日期", lambda r: str(_day(r)), _day, 6),
        Column("reason", "调整理由", _reason, _reason, 12),
    )


def _day(row: Numbered) -> Value:
    return row[1].changed_at.date()


def _reason(row: Numbered) -> str:
    return NO_REASON if row[1].is_pending else row[1].reason


def _words(
    key: str, title: str, words: Callable[[Adjustment], str], width: int
) -> Column[Numbered]:
    return Column(key, title, lambda r: words(r[1]), lambda r: words(r[1]), width)
