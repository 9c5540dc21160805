"""Taking the tables of a file in: their rows one by one as changes, what is odd in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from shuangda_desktop.plan.model import Severity
from shuangda_desktop.tasks.periods import parse_key
from shuangda_desktop.tasks.returns import pointing
from shuangda_desktop.tasks.returns import values as return_values
from shuangda_desktop.tasks.returns.model import (
    DONE,
    Ask,
    Asked,
    Change,
    Oddity,
    Verdict,
    World,
    field_words,
)
from shuangda_desktop.tasks.returns.moved import moved_words
from shuangda_desktop.tasks.returns.rows import Finder, Match
from shuangda_desktop.tasks.returns.table import DUE, FOOT, GOAL, LAST, TICK, Table
from shuangda_desktop.tasks.returns.values import OPEN_FIELDS, open_fields, row_place
from shuangda_desktop.tasks.understanding import is_blank, plain, read_day
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.sheets import FilledSheet

ZERO, SAME = f"{TICK}zero", f"{TICK}same"
PERSON, PHONE, DAY = f"{FOOT}person", f"{FOOT}phone", f"{FOOT}day"
TWO_ROWS = "同一项任务有两行\uff0c内容不同"
_SHOWN = 60  # characters of a text that an oddity quotes
SIGNED = (
    "填报人",
    "联系电话",
    "填报日期",
)  # the foot of a form whose codes are lost, not filled in


@dataclass(slots=True)
class Reading:
    """What has been read of a file so far."""

    world: World
    own: Asked | None
    finder: Finder
    changes: list[Change] = field(default_factory=list)
    oddities: list[Oddity] = field(default_factory=list)
    seen: dict[tuple[str, int], list[str]] = field(default_factory=dict)  # places by task
    ticks: tuple[bool, bool] = (False, False)
    is_form: bool = False  # whether any table has a column to fill
    filled_by: str = ""
    above: Mapping[str, str] = field(default_factory=dict)  # what 同上 in the next row means

    def take(self, sheet: str, table: Table) -> None:
        """Read one table."""
        self._take_lines(table.lines)
        self._tell_columns(table)
        texts = {row.row: row.texts for row in table.rows}
        self.above = pointing.NOTHING
        for row in table.rows:
            shared = {name: texts[top].get(name, "") for name, top in row.shared.items()}
            match = self.finder.match(replace(row, texts={**row.texts, **shared}))
            if match.ask is None:
                self._stray(match, sheet)
            else:
                self._take_row(match, sheet, frozenset(shared))
        for place, text in table.beside:
            self._quote(text, row_place(sheet, place))

    def tell_moved(self, sheet: FilledSheet, table: Table, *, named: bool) -> None:
        """What was moved without harm."""
        asks = [ask.task_id for ask in self.own.asks] if self.own else []
        codes = [row.code.task_id for row in table.rows if row.code]
        places = [asks.index(task_id) for task_id in codes if task_id in asks]
        if words := moved_words(sheet, table, places, named):
            self._odd("moved", words, "", Severity.HINT)

    def finish(self) -> None:
        """What is only known when every row was read: rows that are gone, cells with two values."""
        asks = self.own.asks if self.own else ()
        unit = self.own.unit if self.own else ""
        gone = [ask for ask in asks if ask.wanted and (unit, ask.task_id) not in self.seen]
        if gone:
            names = "、".join(str(ask.number) for ask in gone)
            self._odd(
                "rows-gone",
                f"表里少了{len(gone)}项任务\uff08序号{names}\uff09\uff1a这几项按没有报送处理\u3002",
            )
        self.changes = list(_settled(self.changes))
        self._tell_doubles(asks, unit)

    def _tell_doubles(self, asks: Sequence[Ask], unit: str) -> None:
        """Tasks that have two rows: said, whether what stands in them differs or not."""
        clashing = {change.task_id for change in self.changes if change.why == TWO_ROWS}
        for ask in asks:
            places = self.seen.get((unit, ask.task_id), [])
            if len(places) > 1:
                ending = "请选一个" if ask.task_id in clashing else "内容不冲突\uff0c只算一次"
                told = f"{ask.name}有{len(places)}行\uff1a{ending}\u3002"
                self._odd("double", told, "、".join(places))

    def _take_lines(self, lines: Mapping[str, str]) -> None:
        zero, same = (not is_blank(lines.get(code, "")) for code in (ZERO, SAME))
        self.ticks = (self.ticks[0] or zero, self.ticks[1] or same)
        words = [lines.get(code, "") for code in (PERSON, PHONE)]
        day = lines.get(DAY, "")
        if day and not is_blank(day):
            found = read_day(day, self.world.year)
            words.append(found.isoformat() if found else day)
            if found is None:
                self._odd(
                    "day", f"填报日期“{day[:_SHOWN]}”读不懂\uff0c没有采用\u3002", "", Severity.HINT
                )
        self.filled_by = " ".join(word for word in (self.filled_by, *words) if word)

    def _tell_columns(self, table: Table) -> None:
        """Columns that moved need no word; those that are gone, doubled or new do."""
        if not table.by_codes:
            titles = "、".join(
                table.titles[c] for c in sorted(table.columns.values()) if c in table.titles
            )
            self._odd(
                "columns",
                f"表头的标识已丢失\uff0c按列名对应\uff08{titles[:_SHOWN]}\uff09\uff0c请确认\u3002",
            )
        for name in table.repeated:
            if name in OPEN_FIELDS:
                self._odd("columns", f"“{field_words(name)}”有两列\uff0c读的是左边一列\u3002")
        missing = [name for name in OPEN_FIELDS if name not in table.columns]
        has_numbers = any(name.startswith(DONE) for name in table.columns)
        self.is_form = self.is_form or has_numbers or len(missing) < len(OPEN_FIELDS)
        if missing:
            words = "、".join(map(field_words, missing))
            self._odd("columns", f"表里少了“{words}”列\uff1a没有读出这些内容\u3002")

    def _take_row(self, match: Match, sheet: str, shared: frozenset[str]) -> None:
        assert match.asked is not None
        assert match.ask is not None
        asked, ask, row = match.asked, match.ask, match.row
        place = row_place(sheet, row.row)
        self.seen.setdefault((asked.unit, ask.task_id), []).append(place)
        foreign = asked is not self.own
        if foreign:
            self._odd(
                "foreign",
                f"写到了{asked.unit}{_period_told(asked, self.own)}的{ask.name}里\uff1a请确认后再采用\u3002",
                place,
                Severity.ERROR,
            )
        if match.why:
            self._odd("row", f"{match.why}\u3002", place)
        self._tell_locked(match, place)
        above, self.above = self.above, pointing.with_row(self.above, row.texts)
        for change in return_values.changes(asked, ask, row, sheet, above):
            change = _doubted(change, match, shared, foreign)
            if change.why and change.verdict is not Verdict.SAME:
                self._odd(
                    "value", f"{field_words(change.field)}\uff1a{change.why}\u3002", change.place
                )
            self.changes.append(change)
        if ask.is_closed and any(
            not is_blank(row.texts.get(name, "")) for name in open_fields(ask)
        ):
            self._odd(
                "closed", f"{ask.name}已办结销号\uff0c采用时只留底\uff0c不登记进展\u3002", place
            )

    def _tell_locked(self, match: Match, place: str) -> None:
        """What was written over that the form did not ask for."""
        ask, now = match.ask, match.row.texts.get(DUE, "")
        assert ask is not None
        if now and ask.due and plain(now) != plain(ask.due):
            told = f"{ask.name}的完成时限由“{ask.due}”改成了“{now[:_SHOWN]}”"
            self._odd("locked", f"{told}\uff1a没有采用\uff0c如是申请延期请另行办理\u3002", place)

    def _stray(self, match: Match, sheet: str) -> None:
        """A row that is about no task: whatever it says is quoted."""
        row = match.row
        words = [
            text
            for name, text in row.texts.items()
            if name not in (LAST, GOAL) and not is_blank(text)
        ]
        said = "\uff1b".join([*words, *row.extra.values()])
        if plain(said) in SIGNED:
            return
        if said and not _is_header_again(row.texts):
            self._quote(said, row_place(sheet, row.row), match.why)

    def _quote(self, said: str, place: str, why: str = "") -> None:
        why = why or "这一行对不上任何任务"
        told = f"{why}\uff0c没有采用\uff1a“{said[: 3 * _SHOWN]}”\u3002"
        self._odd("stray", told, place, Severity.ERROR)

    def _odd(
        self, code: str, message: str, place: str = "", severity: Severity = Severity.DOUBT
    ) -> None:
        self.oddities.append(Oddity(code, widen(message), place, severity))


def _period_told(asked: Asked, own: Asked | None) -> str:
    return parse_key(asked.period).label if own is not None and asked.period != own.period else ""


def _is_header_again(texts: Mapping[str, str]) -> bool:
    """Whether a row is the header, copied to another place."""
    return plain(texts.get("task", "")) == "工作任务"


def _doubted(change: Change, match: Match, shared: frozenset[str], foreign: bool) -> Change:
    """The change, asked about where its row or its cell is not plainly what it says."""
    if change.verdict is Verdict.SAME:
        return change
    if foreign:
        return replace(change, verdict=Verdict.CLASH, why=change.why or f"这是{change.unit}的任务")
    if change.field in shared:
        told = "\uff1b".join(filter(None, (change.why, "这一格是几行合并的\uff0c是否每项任务都算")))
        return replace(change, verdict=Verdict.ASK, why=told)
    if not match.sure:
        return replace(change, verdict=Verdict.ASK)
    return change


def _settled(changes: Sequence[Change]) -> Iterator[Change]:
    """The changes with every cell that has two values marked; the same value twice counts once."""
    values: dict[tuple[str, int, str], list[Change]] = {}
    for change in changes:
        values.setdefault(change.cell, []).append(change)
    for found in values.values():
        different = list({change.after: change for change in reversed(found)}.values())[::-1]
        if len(different) == 1:
            yield found[0]
        else:
            yield from (replace(one, verdict=Verdict.CLASH, why=TWO_ROWS) for one in different)
