"""A file that came back, read against what was asked: a difference cell by cell, and all that is odd.

Pure: sheets of cells and what is known go in, a Return comes out. It never raises and drops nothing: what
cannot be understood is a change that asks, what belongs nowhere is an oddity that quotes it.
"""

from collections.abc import Iterable, Iterator, Sequence

from shuangda_desktop.plan.model import Severity
from shuangda_desktop.tasks.periods import parse_key
from shuangda_desktop.tasks.returns.model import Asked, Oddity, Return, ReturnKind, World
from shuangda_desktop.tasks.returns.rows import Finder, concluded, our_periods, owner
from shuangda_desktop.tasks.returns.table import Table, TableRow, find_table
from shuangda_desktop.tasks.returns.taking import Reading
from shuangda_desktop.text.sheets import FilledBook, FilledSheet

NAMES_SHEETS = (
    "xlsx",
    "xls",
    "et",
    "ods",
)  # of other kinds of files the sheet has no name of its own
_NO_TABLE = "没有找到填报表\uff0c没有读出任何内容\u3002"
_WHOSE_WORDS = "如果是文字回复\uff0c看不出是哪个单位的\uff1a选中这份文件\u3001指定单位以后\uff0c就按段落对应到它的任务\u3002"
_NO_WORDS = "可以改为粘贴文字\uff0c或请单位重报\u3002"
_NOT_TO_FILL = (
    "表里没有完成率、进展这些要填的栏\uff0c不像是填报表\uff1a不算已报\u3002"
    "确有要用的内容\uff0c请逐条确认后采用\u3002"
)
_HEAD = 8  # rows above a table in which a unit may name itself


def read_return(book: FilledBook, world: World, period: str, unit: str = "") -> Return:
    """What the file says. ``period`` is where a form without marks is taken to belong.

    ``unit`` is whose it is where the clerk said so, "" where that has to be found out.
    """
    shown = [sheet for sheet in book.sheets if not sheet.is_hidden]
    tables = [(sheet, table) for sheet in shown if (table := find_table(sheet))]
    odd = [Oddity("file", warning) for warning in book.warnings]
    if not tables:
        whose = not unit and any(sheet.texts for sheet in shown)
        message = _NO_TABLE + (_WHOSE_WORDS if whose else _NO_WORDS)
        return Return(
            book.name,
            book.sha256,
            "",
            period,
            ReturnKind.DAMAGED,
            oddities=(*odd, Oddity("no-table", message, severity=Severity.ERROR)),
            certain=not whose,
        )
    rows = [row for _, table in tables for row in table.rows]
    told = [asked for asked in world.asked if (asked.unit, asked.period) == (unit, period)]
    own = told[0] if told else owner(world, rows)
    certain = own is not None
    if own is None:
        own = concluded(world, period, [*_heads(tables), book.name], rows)
    reading = Reading(world, own, Finder(world, own))
    for sheet, table in tables:
        reading.take(sheet.name if len(tables) > 1 else "", table)
        reading.tell_moved(sheet, table, named=book.format in NAMES_SHEETS)
    reading.finish()
    odd += _whose(period, own, certain, _marks(world, rows))
    return _result(book, own, period, certain, reading, odd)


def _heads(tables: Iterable[tuple[FilledSheet, Table]]) -> list[str]:
    """The lines above each table, and the name of its sheet."""
    return [
        text
        for sheet, _ in tables
        for text in (
            *(sheet.texts[spot] for spot in sorted(sheet.texts) if spot[0] < _HEAD), sheet.name
        )
    ]  # fmt: skip


def _marks(world: World, rows: Sequence[TableRow]) -> str:
    """Why the marks in a file do not tell whose it is."""
    ours = our_periods(world, rows)
    if not ours and any(row.code for row in rows):
        return "表里的标识属于另一套数据\uff08不是用本机这套数据下发的\uff09"
    if not ours:
        return "表里的标识已丢失"
    if ours.isdisjoint(asked.period for asked in world.asked):
        return f"表里的标识属于另一期\uff08{'、'.join(sorted(ours))}\uff09"
    return "表里的任务都已不由这个单位承担"


def _whose(period: str, own: Asked | None, certain: bool, why: str) -> Iterator[Oddity]:
    if own is None:
        message = (
            f"看不出是哪个单位的表\uff1a{why}\uff0c表头和任务也对不上\u3002请指定单位后再读\u3002"
        )
        yield Oddity("unit", message, severity=Severity.ERROR)
        return
    if not certain:
        told = f"{why}\uff0c按表头、文件名和任务文字认作{own.unit}"
        yield Oddity("unit", f"{told}\uff0c请确认\u3002")
    if own.period != period:
        told = f"这是{parse_key(own.period).label}的表\uff0c不是正在收的{parse_key(period).label}"
        message = f"{told}\uff1a按表上的报送期读\uff0c请确认单位没有用错表\u3002"
        yield Oddity("period", message, severity=Severity.ERROR)


def _result(
    book: FilledBook,
    own: Asked | None,
    period: str,
    certain: bool,
    reading: Reading,
    odd: Sequence[Oddity],
) -> Return:
    zero, same = reading.ticks
    changes = tuple(reading.changes)
    kind = ReturnKind.REPORT
    if not changes or not (reading.is_form or zero or same):
        kind = ReturnKind.ZERO if zero else ReturnKind.SAME if same else ReturnKind.EMPTY
    oddities = [*odd, *reading.oddities, *_about_ticks(zero, same, bool(changes))]
    if kind is ReturnKind.EMPTY and changes:
        oddities.append(Oddity("empty", _NOT_TO_FILL))
    elif kind is ReturnKind.EMPTY:
        oddities.append(
            Oddity(
                "empty", "表里什么都没有填\uff0c也没有打勾\uff1a不算已报\uff0c请与单位联系\u3002"
            )
        )
    return Return(
        book.name,
        book.sha256,
        own.unit if own else "",
        own.period if own else period,
        kind,
        changes,
        tuple(dict.fromkeys(oddities)),
        certain,
        reading.filled_by,
    )


def _about_ticks(zero: bool, same: bool, filled: bool) -> Iterator[Oddity]:
    if zero and same:
        yield Oddity("ticks", "“零报告”和“与上期相同”都打了勾\uff1a按零报告处理\uff0c请确认\u3002")
    if filled and (zero or same):
        tick = "零报告" if zero else "与上期相同"
        yield Oddity(
            "ticks", f"勾了“{tick}”\uff0c表里又填了内容\uff1a按填写的内容读\uff0c请确认\u3002"
        )
