"""The columns of what lies in the folder of a task: moves, results, periods, evidence."""

from shuangda_desktop.gui.theme import LATE, QUIET, Look
from shuangda_desktop.services.tracking.task_file import Piece
from shuangda_desktop.tasks.amounts import amount_text
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.evidence import CONDITION_WORDS, Condition, size_text
from shuangda_desktop.tasks.life import Move, move_word
from shuangda_desktop.tasks.occurrences import ANSWER_WORDS, Answer, Occurrence
from shuangda_desktop.tasks.results import Actual, Result

_OPERATORS = {">=": "≥", "<=": "≤"}


def move_columns() -> tuple[Column[Move], ...]:
    """When, what, who, why."""
    return (
        Column("on", "日期", lambda m: m.on.isoformat(), lambda m: m.on, 6),
        Column("what", "事项", move_word, move_word, 5),
        Column("who", "经办", lambda m: m.who, lambda m: m.who, 4),
        Column("reason", "说明", lambda m: m.reason, lambda m: m.reason, 9),
    )


def result_columns() -> tuple[Column[Result], ...]:
    """What was to be reached, what was, and how it is counted."""
    return (
        Column("target", "指标", lambda r: r.target.text, lambda r: r.target.text, 9),
        Column("wanted", "要求", wanted_text, lambda r: r.target.value, 5, numeric=True),
        Column("value", "完成", lambda r: r.text, lambda r: r.value, 4, numeric=True),
        Column("state", "结果", state_text, lambda r: r.reached, 4),
    )


def actual_columns() -> tuple[Column[Actual], ...]:
    """One period of one unit."""
    return (
        Column("period", "报送期", lambda a: a.period, lambda a: a.period, 5),
        Column("unit", "单位", lambda a: a.unit, lambda a: a.unit, 9),
        Column("value", "数值", lambda a: amount_text(a.value), lambda a: a.value, 5, numeric=True),
    )


def occurrence_columns() -> tuple[Column[Occurrence], ...]:
    """One period of a recurring duty."""
    return (
        Column("period", "报送期", lambda o: o.period.label, lambda o: o.period.start, 7),
        Column("due", "应报日", lambda o: o.due_on.isoformat(), lambda o: o.due_on, 6),
        Column("on", "报送日", lambda o: f"{o.answered_on or ''}", lambda o: o.answered_on, 6),
        Column("answer", "结果", answer_text, answer_text, 3),
    )


def piece_columns() -> tuple[Column[Piece], ...]:
    """One piece of evidence."""
    return (
        Column("caption", "说明", lambda p: p.evidence.caption, lambda p: p.evidence.caption, 7),
        Column("name", "文件", lambda p: p.evidence.name, lambda p: p.evidence.name, 9),
        Column("size", "大小", lambda p: size_text(p.evidence.size), lambda p: p.evidence.size, 4),
        Column("state", "状态", _condition, _condition, 5),
    )


def wanted_text(result: Result) -> str:
    """What the target asks for, with its sign."""
    target = result.target
    sign = _OPERATORS.get(target.operator, target.operator)
    return f"{sign}{amount_text(target.value, target.unit)}"


def state_text(result: Result) -> str:
    """Shape and word: reached, not yet, unknown."""
    if result.value is None:
        return "○ 未报"
    return "● 达到" if result.reached else "▲ 未到"


def answer_text(one: Occurrence) -> str:
    """Shape and word of how a period was answered."""
    shapes = {Answer.IN_TIME: "●", Answer.LATE: "▲", Answer.MISSING: "■", Answer.WAITING: "○"}
    return f"{shapes[one.answer]} {ANSWER_WORDS[one.answer]}"


def result_look(result: Result, column: Column[Result]) -> Look | None:
    """The colour of a result."""
    if column.key != "state":
        return None
    return QUIET if result.value is None else Look(ink="on_time" if result.reached else "near")


def answer_look(one: Occurrence, column: Column[Occurrence]) -> Look | None:
    """The colour of an answer; what was late stays coloured."""
    inks = {Answer.IN_TIME: "on_time", Answer.LATE: "near", Answer.WAITING: "quiet"}
    if column.key != "answer":
        return None
    return LATE if one.answer is Answer.MISSING else Look(ink=inks[one.answer])


def piece_look(piece: Piece, column: Column[Piece]) -> Look | None:
    """A file that is gone or changed is red."""
    bad = column.key == "state" and piece.condition is not Condition.WHOLE
    return LATE if bad else None


def _condition(piece: Piece) -> str:
    return CONDITION_WORDS[piece.condition]
