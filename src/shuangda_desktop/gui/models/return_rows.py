"""The tables of 收发: the board of units by periods, and the difference that came back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from shuangda_desktop.gui.models.rows import Row
from shuangda_desktop.gui.theme import DOUBT, QUIET, Look
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.periods import Period, PeriodKind
from shuangda_desktop.tasks.returns.board import CAME, BoardRow, Place, Standing
from shuangda_desktop.tasks.returns.model import (
    AGAIN,
    KIND_WORDS,
    VERDICT_WORDS,
    Change,
    Oddity,
    Return,
    Verdict,
    field_words,
)

TWICE = "twice"  # the code of what is odd about a file that came twice
TAKEN, LEFT = "\u2611", "\u2610"
INKS = {
    Standing.ON_TIME: "on_time",
    Standing.LATE: "near",
    Standing.ZERO: "on_time",
    Standing.SAME: "on_time",
    Standing.DAMAGED: "late",
    Standing.MISSING: "late",
    Standing.AWAITED: "accent",
    Standing.NOT_SENT: "quiet",
}
VERDICT_INKS = {
    Verdict.NEW: "on_time",
    Verdict.CHANGED: "near",
    Verdict.SAME: "quiet",
    Verdict.ASK: "accent",
    Verdict.CLASH: "late",
}


def words_column(key: str, title: str, text: Callable[[Row], str], width: int) -> Column[Row]:
    """A column that sorts by what it shows."""
    return Column(key, title, text, text, width)


def board_columns(periods: Sequence[Period]) -> tuple[Column[BoardRow], ...]:
    """The unit, its tasks, then a column for each period, the chosen one first."""
    return (
        words_column("unit", "单位", lambda row: row.unit, 12),
        Column("tasks", "任务", lambda r: str(r.tasks), lambda r: r.tasks, 3, numeric=True),
        *(
            words_column(period.key, short_label(period), partial(_words, place), 6)
            for place, period in reversed(list(enumerate(periods)))
        ),
    )


def _words(place: int, row: BoardRow) -> str:
    return row.places[place].words


def short_label(period: Period) -> str:
    """A period over a narrow column."""
    if period.kind is PeriodKind.MONTH:
        return f"{period.year % 100}年{period.number}月"
    return period.label.removeprefix("20")


def board_look(row: BoardRow, column: Column[BoardRow]) -> Look | None:
    """Shape, word and colour of a place; the chosen period stands out."""
    place = next((one for one in row.places if one.period.key == column.key), None)
    if place is None:
        return None
    bold = place is row.places[-1] and place.standing not in CAME
    return Look(ink=INKS[place.standing], bold=bold)


def place_at(row: BoardRow, key: str) -> Place:
    """The place under a column; beside the periods, that of the chosen one."""
    return next((one for one in row.places if one.period.key == key), row.places[-1])


@dataclass(frozen=True, slots=True)
class Line:
    """A change in the table of differences, and whether it will be kept."""

    number: int
    change: Change
    file: str
    taken: bool
    period: str = ""
    sha256: str = ""  # of the file: another may bear the same name

    @property
    def can_be_taken(self) -> bool:
        """What could not be understood can only be kept once the clerk wrote what it means."""
        return bool(self.change.after) and self.change.verdict is not Verdict.SAME


def lines_of(returns: Sequence[Return]) -> tuple[Line, ...]:
    """All changes, those without doubt taken; of what two files say alike the first."""
    pairs = [(change, one) for one in returns for change in one.changes]
    lines = [
        Line(number, change, one.file, False, one.period, one.sha256)
        for number, (change, one) in enumerate(pairs)
    ]
    ticks = undoubted(lines)
    return tuple(replace(line, taken=ticks[line.number]) for line in lines)


def undoubted(lines: Sequence[Line]) -> dict[int, bool]:
    """The ticks, by number, that take what is without doubt and nothing else."""
    sure = [line for line in lines if line.change.proposed]
    return {line.number: False for line in lines} | ticks_of(lines, sure)


def together(lines: Sequence[Line]) -> list[Line]:
    """Lines with those of one cell side by side, to be compared."""
    return sorted(lines, key=_beside)


def _beside(line: Line) -> tuple[str, str, int, int, str]:
    """By number, as the clerk looks for it; tasks of two plans may bear one."""
    change = line.change
    return line.period, change.unit, change.number, change.task_id, change.field


def ticks_of(lines: Sequence[Line], chosen: Sequence[Line]) -> dict[int, bool]:
    """The ticks, by number, that come of ticking some lines: of those of one cell the first alone."""
    first = {_cell(line): line.number for line in reversed(chosen)}
    return {one.number: one.number == first[_cell(one)] for one in lines if _cell(one) in first}


def left_out(lines: Sequence[Line]) -> int:
    """How many cells say something new of which nothing is taken."""
    taken = {_cell(line) for line in lines if line.taken}
    return len({_cell(line) for line in lines if line.change.verdict is not Verdict.SAME} - taken)


def _cell(line: Line) -> tuple[str, tuple[str, int, str]]:
    return line.period, line.change.cell


def corrected(line: Line, after: str) -> Line:
    """The line with what the clerk wrote; then it is decided, and taken."""
    return replace(line, change=replace(line.change, after=after), taken=bool(after))


def line_columns() -> tuple[Column[Line], ...]:
    """What is kept, how it stands, what was known, what came, in which words and where."""
    return (
        words_column("taken", "采用", _tick, 2),
        words_column("verdict", "结果", lambda line: VERDICT_WORDS[line.change.verdict], 3),
        words_column("unit", "单位", lambda line: line.change.unit, 7),
        Column(
            "number",
            "任务",
            lambda line: str(line.change.number),
            lambda line: line.change.number,
            2,
            numeric=True,
        ),
        words_column("field", "项目", lambda line: field_words(line.change.field), 5),
        words_column("before", "现有", lambda line: _one(line.change.before), 7),
        Column("after", "填报", _said, lambda line: line.change.after, 13),
        words_column("why", "说明", lambda line: line.change.why, 16),
        words_column("title", "任务名称", lambda line: line.change.title, 8),
        words_column("raw", "原文", lambda line: _one(line.change.raw), 8),
        words_column("place", "位置", lambda line: f"{line.change.place}  {line.file}", 8),
    )


NARROW: Mapping[str, int] = {"field": 4, "after": 9}  # beside the files on a small screen


def line_words(line: Line | None) -> str:
    """A line of the table in whole sentences: no cell is too narrow for them."""
    if line is None:
        return ""
    change = line.change
    head = f"{change.unit}  任务{change.number}  {change.title}  {field_words(change.field)}"
    told = [head, f"现有\uff1a{_one(change.before) or '没有'}", f"填报\uff1a{_said(line)}"]
    if change.why:
        told.append(f"说明\uff1a{change.why}")
    told.append(f"原文\uff1a{_one(change.raw) or '空'}\uff08{change.place}\uff0c{line.file}\uff09")
    return "\n".join(told)


def _said(line: Line) -> str:
    """What will be kept; of what could not be understood, its own words with a question mark."""
    return _one(line.change.after or f"{line.change.raw} \uff1f")


def _tick(line: Line) -> str:
    return TAKEN if line.taken else LEFT if line.can_be_taken else ""


def _one(text: str) -> str:
    return text.replace("\n", " ")


def line_look(line: Line, column: Column[Line]) -> Look | None:
    """What asks stands on the ground of doubt, what is the same is quiet."""
    if column.key == "verdict":
        return Look(ink=VERDICT_INKS[line.change.verdict], bold=True)
    if line.change.verdict is Verdict.SAME:
        return QUIET
    if column.key == "after" and line.change.verdict in (Verdict.ASK, Verdict.CLASH):
        return DOUBT
    return None


def told_of(one: Return) -> tuple[Oddity, ...]:
    """What is odd about a file; one that came twice says so alone, the rest stands with the first."""
    return tuple(odd for odd in one.oddities if odd.code == TWICE) or one.oddities


def name_in(one: Return, every: Sequence[Return]) -> str:
    """Whose file it is; its own name where nobody's is known, or several are of one unit."""
    alone = sum(other.unit == one.unit for other in every) == 1
    return one.unit if one.unit and alone else one.file


def kind_word(one: Return) -> str:
    """What a file is: the same file again is no empty form, nor is what was reported already."""
    again = any(odd.code in (TWICE, AGAIN) for odd in one.oddities)
    return "重复" if again else KIND_WORDS[one.kind]


def file_columns() -> tuple[Column[Return], ...]:
    """The files of a batch: whose each is, what it is, how much it says."""
    return (
        words_column("unit", "单位", lambda one: one.unit or "单位不明", 8),
        words_column("kind", "情况", kind_word, 3),
        words_column("file", "文件", lambda one: one.file, 6),
        Column("count", "处", lambda o: str(len(o.changes)), lambda o: len(o.changes), 2, numeric=True),
        Column("odd", "疑点", lambda o: str(len(told_of(o))), lambda o: len(told_of(o)), 2, numeric=True),
    )  # fmt: skip


Holds = Callable[[Line], bool]
LINE_DOORS: tuple[tuple[str, str, Holds], ...] = (
    ("all", "全部", lambda line: True),
    *(
        (verdict.value, word, partial(lambda wanted, line: line.change.verdict is wanted, verdict))
        for verdict, word in VERDICT_WORDS.items()
    ),
)
