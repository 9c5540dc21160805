"""The units of a round of opinions and their opinions, as tables show them."""

from shuangda_desktop.gui.theme import DOUBT, QUIET, Look
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.columns.opinions import Numbered, outcome_word, stance_word
from shuangda_desktop.tasks.rounds.opinions import Answer, Outcome, UnitAnswer
from shuangda_desktop.text.punctuation import widen

SIGNS = {
    Answer.OPINIONS: "\u25cf",
    Answer.NONE: "\u25cb",
    Answer.WAITING: "\u25b3",
    Answer.LATE: "\u25a0",
}
REPLACED = Look(ink="quiet", struck=True)
SETTLED = {
    Outcome.OPEN: "已改为待研究",
    Outcome.ADOPTED: "已采纳",
    Outcome.PARTLY: "已部分采纳",
    Outcome.REJECTED: "已列为不采纳",
}
INKS = {Answer.LATE: "late", Answer.WAITING: "near", Answer.NONE: "on_time"}


def answer_columns() -> tuple[Column[UnitAnswer], ...]:
    """Which unit, where it stands, since when."""
    return (
        Column("unit", "单位", lambda a: a.unit, lambda a: a.unit, 9),
        Column("answer", "回复", answer_word, answer_word, 10),
        Column("day", "回复日期", _day, lambda a: a.replied_on, 6),
    )


def answer_word(found: UnitAnswer) -> str:
    """Where a unit stands, with its number of opinions."""
    count = f"{found.opinions}" if found.answer is Answer.OPINIONS else ""
    left = f" 待研究{found.unsettled}" if found.unsettled else ""
    return f"{SIGNS[found.answer]} {found.answer.value}{count}{left}"


def answer_look(found: UnitAnswer, column: Column[UnitAnswer]) -> Look | None:
    """Late ones stand out."""
    if column.key == "answer" and found.answer in INKS:
        return Look(ink=INKS[found.answer])
    return QUIET if column.key == "day" else None


def answer_tip(found: UnitAnswer, column: Column[UnitAnswer]) -> str:
    """The file that it answered with."""
    return widen(f"回复文件:{found.source}") if found.source else column.text(found)


def round_opinion_columns() -> tuple[Column[Numbered], ...]:
    """Who says what about which task, and what became of it."""
    return (
        Column("number", "序号", lambda r: str(r[0]), lambda r: r[0], 2, numeric=True),
        Column("unit", "单位", lambda r: r[1].unit, lambda r: r[1].unit, 7),
        Column("about", "对应任务", lambda r: r[1].about, lambda r: r[1].about, 10),
        Column("stance", "意见", lambda r: stance_word(r[1]), lambda r: r[1].stance, 3),
        Column("proposal", "修改内容", lambda r: r[1].proposal, lambda r: r[1].proposal, 14),
        Column("status", "采纳情况", lambda r: outcome_word(r[1]), lambda r: r[1].outcome, 5),
    )


def opinion_look(row: Numbered, column: Column[Numbered]) -> Look | None:
    """What is doubtful is marked; what is settled or replaced steps back."""
    if not row[1].stands:
        return REPLACED
    if row[1].doubt and column.key == "about":
        return DOUBT
    if column.key == "status":
        return Look(ink="near") if row[1].outcome is Outcome.OPEN else QUIET
    return QUIET if column.key == "number" else None


def opinion_tip(row: Numbered, column: Column[Numbered]) -> str:
    """The whole of a cell; of the task, what was not clear about it."""
    if column.key == "about" and row[1].doubt:
        return row[1].doubt
    return row[1].outcome_reason if column.key == "status" else column.text(row)


def settled_words(outcome: Outcome, *, is_change: bool) -> str:
    """What was done; a wish that was granted and left the task as it was must not pass for a change."""
    if is_change:
        return f"{SETTLED[outcome]}。任务已随之修改。"
    granted = outcome in (Outcome.ADOPTED, Outcome.PARTLY)
    left = "任务没有改动\uff1b要改的\uff0c先在“采纳后”选改哪一项。" if granted else ""
    return f"{SETTLED[outcome]}。{left}"


def _day(found: UnitAnswer) -> str:
    if found.replied_on is None:
        return ""
    return f"{found.replied_on}" + ("\uff08晚\uff09" if found.was_late else "")
