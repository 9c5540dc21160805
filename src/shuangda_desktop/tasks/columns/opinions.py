"""The columns of 意见采纳情况表, on the screen and in the workbook."""

from collections.abc import Callable, Iterable

from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.rounds.opinions import (
    OUTCOME_WORDS,
    STANCE_WORDS,
    Opinion,
    Outcome,
    Stance,
)

Numbered = tuple[int, Opinion]
UNSETTLED, NONE = "待研究", "无意见"


def numbered(opinions: Iterable[Opinion]) -> list[Numbered]:
    """The opinions with their places in the list, from 1."""
    return list(enumerate(opinions, 1))


def opinion_columns() -> tuple[Column[Numbered], ...]:
    """Who says what about which task, and what became of it."""
    return (
        Column("number", "序号", lambda r: str(r[0]), lambda r: r[0], 3, numeric=True),
        _words("unit", "单位", lambda o: o.unit, 8),
        _words("about", "对应任务", lambda o: o.about, 12),
        _words("stance", "意见", stance_word, 4),
        _words("proposal", "修改内容", lambda o: o.proposal, 18),
        _words("reason", "理由", lambda o: o.reason, 10),
        _words("status", "采纳情况", outcome_word, 5),
        _words("why", "说明", lambda o: o.outcome_reason, 10),
    )


def stance_word(opinion: Opinion) -> str:
    """What a unit says; one that agrees stands in the table as a unit without an opinion."""
    return NONE if opinion.stance is Stance.AGREE else STANCE_WORDS[opinion.stance]


def outcome_word(opinion: Opinion) -> str:
    """What became of an opinion."""
    if opinion.stance is Stance.AGREE:
        return "\u2014"
    return UNSETTLED if opinion.outcome is Outcome.OPEN else OUTCOME_WORDS[opinion.outcome]


def _words(key: str, title: str, words: Callable[[Opinion], str], width: int) -> Column[Numbered]:
    return Column(key, title, lambda r: words(r[1]), lambda r: words(r[1]), width)
