"""The columns of the table of taught rules."""

from dataclasses import replace

from shuangda_desktop.gui.theme import QUIET, Look
from shuangda_desktop.services.reading import rule_files
from shuangda_desktop.services.reading.teaching import KeptRule
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.text.taught import Lesson

WITH_MEANING = (Lesson.NAME, Lesson.ROLE)


def rule_columns() -> tuple[Column[KeptRule], ...]:
    """What it is about, the words, what they mean, whether it is followed, what came of it."""
    lesson, words, meaning = rule_files.rule_columns()
    return (
        lesson,
        words,
        replace(meaning, width=10),  # a window is narrower than a sheet
        Column("state", "状态", _state, _state, 3),
        Column("used", "用过", _used, lambda r: r.times, 9),
        Column("taught", "教会的日子", lambda r: str(r.taught_on), lambda r: r.taught_on, 6),
    )


def can_edit(row: KeptRule, key: str) -> bool:
    """The words always, the meaning where the lesson has one."""
    return key == "words" or (key == "meaning" and row.rule.lesson in WITH_MEANING)


def decorate(row: KeptRule, column: Column[KeptRule]) -> Look | None:
    """A rule that rests steps back."""
    return None if row.active else QUIET


def _state(row: KeptRule) -> str:
    return "启用" if row.active else "停用"


def _used(row: KeptRule) -> str:
    if not row.times:
        return "还没有用过"
    return f"{row.plans} 份来文 {row.times} 处"
