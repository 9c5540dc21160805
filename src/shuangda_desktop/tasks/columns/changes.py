"""The columns of 变更清单, on the screen and in the workbook."""

from collections.abc import Callable, Iterable

from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.rounds.snapshots import Change

Numbered = tuple[int, Change]


def numbered(changes: Iterable[Change]) -> list[Numbered]:
    """The changes with their places in the list, from 1."""
    return list(enumerate(changes, 1))


def change_columns() -> tuple[Column[Numbered], ...]:
    """Which task, what about it, what it said and what it says."""
    return (
        Column("number", "序号", lambda r: str(r[0]), lambda r: r[0], 3, numeric=True),
        _words("label", "任务", lambda c: c.label, 12),
        _words("kind", "变化", lambda c: c.kind.value, 4),
        _words("title", "项目", lambda c: c.title, 6),
        _words("before", "原内容", lambda c: c.before, 22),
        _words("after", "现内容", lambda c: c.after, 22),
    )


def _words(key: str, title: str, words: Callable[[Change], str], width: int) -> Column[Numbered]:
    return Column(key, title, lambda r: words(r[1]), lambda r: words(r[1]), width)
