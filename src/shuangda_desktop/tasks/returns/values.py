"""The cells of one row of a form, as changes against what is known of its task."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from shuangda_desktop.plan.model import Target
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.results import Way, usual_way
from shuangda_desktop.tasks.returns.model import (
    EXTRA,
    NOTE,
    PERCENT,
    PROBLEM,
    STATUS,
    Ask,
    Asked,
    Change,
    Verdict,
    done_field,
)
from shuangda_desktop.tasks.returns.pointing import NOTHING, points_above, points_elsewhere
from shuangda_desktop.tasks.returns.table import TableRow
from shuangda_desktop.tasks.status import STATUS_WORDS
from shuangda_desktop.tasks.understanding import (
    SAME_AS_LAST,
    Understood,
    is_blank,
    looks_lost,
    plain,
    read_number,
    read_percent,
    read_status,
)
from shuangda_desktop.text.sheets import spot_name

OPEN_FIELDS = (
    STATUS,
    PERCENT,
    NOTE,
    PROBLEM,
)  # of every form; the numbers of targets are beside them
COPIED = 0.92  # of a text that stands for last period, from where on it was hardly written anew
_DIGITS = re.compile("[0-9]+")
_MOST_COMPARED = 2_000  # characters
_MOST_TIMES = 100  # the goal: more was hardly reached in one period
_LEAST_COPIED = 8  # characters: 正常推进 may be said again
_DONE, _ONGOING = STATUS_WORDS[Status.DONE], STATUS_WORDS[Status.ONGOING]
_NOT_STARTED = STATUS_WORDS[Status.NOT_STARTED]


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell that was filled: its field, its words, where it stands."""

    field: str
    raw: str
    place: str


def row_place(sheet: str, row: int) -> str:
    """A row, counted from 0, as the clerk finds it."""
    return f"{sheet}!第{row + 1}行" if sheet else f"第{row + 1}行"


def open_fields(ask: Ask) -> tuple[str, ...]:
    """The fields that are asked for a task."""
    return (*OPEN_FIELDS, *(done_field(place) for place in range(len(ask.targets))))


def changes(
    asked: Asked, ask: Ask, row: TableRow, sheet: str, above: Mapping[str, str] = NOTHING
) -> Iterator[Change]:
    """What the cells of a row say, in the order of the fields; ``above`` is what 同上 in it means."""
    cells = list(_cells(ask, row, sheet))
    read = {cell.field: _understood(ask, cell, above.get(cell.field, "")) for cell in cells}
    status = read.get(STATUS)
    if status is not None and status.value == SAME_AS_LAST:
        yield from _same_as_last(asked, ask, cells)
        return
    for cell in cells:
        yield _change(asked, ask, cell, _checked(ask, cell, read[cell.field], read))
    yield from _derived(asked, ask, cells, read)
    extra = {title: text.strip() for title, text in row.extra.items() if not is_blank(text)}
    if extra:
        yield _change(asked, ask, *_extra(extra, row_place(sheet, row.row)))


def _extra(texts: Mapping[str, str], place: str) -> tuple[_Cell, Understood]:
    """What a unit wrote into columns of its own, as one text: it may go to the progress, if asked."""
    titles = "、".join(title or "无标题" for title in texts)
    named = "\uff1b".join(f"{title or '另'}\uff1a{text}" for title, text in texts.items())
    text = named if len(texts) > 1 else next(iter(texts.values()))
    why = f"表里多出一列“{titles}”\uff0c是否并入进展"
    return _Cell(EXTRA, text, place), Understood(text, False, why)


def _cells(ask: Ask, row: TableRow, sheet: str) -> Iterator[_Cell]:
    """The filled cells; a number where the task has no target is not lost: it stands as an extra."""
    asked = open_fields(ask)
    for name, text in row.texts.items():
        is_done = name.startswith("done") and name not in asked
        if (name not in asked and not is_done) or _says_nothing(name, text):
            continue
        spot = spot_name(row.places[name])
        yield _Cell(name, text, f"{sheet}!{spot}" if sheet else spot)


def _says_nothing(name: str, text: str) -> bool:
    """Whether a cell is as good as empty; 无 in the cell of a number might be nought, so it is asked."""
    if name.startswith("done"):
        return plain(text) in ("", "/", "-", "--", "\u2014", "\u2014\u2014")
    return is_blank(text) if name in (STATUS, PERCENT) else not plain(text).strip("/-\u2014")


def _understood(ask: Ask, cell: _Cell, above: str) -> Understood:
    if points_above(cell.raw):
        meant = _said(ask, replace(cell, raw=above)).value if above else ""
        return Understood(meant, False, f"“{cell.raw}”是不是照上一行写")
    if points_elsewhere(cell.raw):
        return Understood("", False, f"“{cell.raw}”\uff1a内容不在表里\uff0c请向单位要来再填")
    return _said(ask, cell)


def _said(ask: Ask, cell: _Cell) -> Understood:
    if looks_lost(cell.raw):
        return Understood("", False, "文字已变成问号\uff0c是保存时丢失了编码\uff0c请向单位要原文")
    if cell.raw.startswith(("#", "=")):
        return Understood("", False, f"“{cell.raw[:24]}”是没有算出结果的公式")
    if cell.field == STATUS:
        return read_status(cell.raw)
    if cell.field == PERCENT:
        return read_percent(cell.raw)
    if cell.field.startswith("done"):
        place = int(cell.field.removeprefix("done")) - 1
        if place >= len(ask.targets):
            return Understood(cell.raw.strip(), False, "这项任务没有这个指标")
        target = ask.targets[place]
        is_last = ask.ways.get(target.text, usual_way(target)) is Way.LAST
        return _against_goal(read_number(cell.raw, target.unit, takes_total=is_last), target)
    return Understood(cell.raw.strip())


def _against_goal(found: Understood, target: Target) -> Understood:
    """A number that is out of all proportion to its goal is asked: 2000万 for 50家 was meant of something else."""
    most = _MOST_TIMES * target.value
    if not found.sure or most <= 0 or float(found.value) <= most:
        return found
    goal = f"{target.value:.15g}{target.unit}"
    why = f"读作{found.value}{target.unit}\uff0c是目标{goal}的{_MOST_TIMES}倍以上\uff0c可能填错了数或单位"
    return Understood(found.value, False, why)


def _checked(ask: Ask, cell: _Cell, found: Understood, read: dict[str, Understood]) -> Understood:
    """The value with the doubts that only the other cells, or the last period, can raise."""
    if not found.sure:
        return found
    if cell.field in (NOTE, PROBLEM) and _is_copied(found.value, ask.last.get(cell.field, "")):
        return Understood(found.value, True, "与上期的文字相同或几乎相同\uff0c可能是照抄")
    if cell.field == PERCENT:
        return _against_status(ask, found, read.get(STATUS))
    return found


def _against_status(ask: Ask, found: Understood, status: Understood | None) -> Understood:
    word = status.value if status is not None and status.sure else ""
    if (word == _DONE) != (found.value == "100") and word in (_DONE, _ONGOING, _NOT_STARTED):
        return Understood(found.value, False, f"状态写的是“{word}”\uff0c完成率却是{found.value}%")
    if ask.percent is not None and int(found.value) < ask.percent:
        why = f"比上次报的{ask.percent}%低"
        return Understood(found.value, True, "\uff0c".join(filter(None, (found.why, why))))
    return found


def _is_copied(text: str, last: str) -> bool:
    """Whether the words are those of last period; the same words with new numbers are a new report."""
    one, other = plain(text), plain(last)
    if len(one) < _LEAST_COPIED or not other:
        return False
    if len(one) > _MOST_COMPARED or _DIGITS.findall(one) != _DIGITS.findall(other):
        return one == other
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= COPIED


def _change(asked: Asked, ask: Ask, cell: _Cell, found: Understood) -> Change:
    before = ask.known.get(cell.field, "")
    if not found.sure:
        verdict = Verdict.ASK
    elif not before:
        verdict = Verdict.NEW
    else:
        verdict = Verdict.SAME if before == found.value else Verdict.CHANGED
    if found.value and found.value == before:
        verdict = Verdict.SAME
    return Change(
        asked.unit, ask.task_id, ask.number, ask.title, cell.field, before, found.value,
        cell.raw, cell.place, verdict, found.why,
    )  # fmt: skip


def _derived(
    asked: Asked, ask: Ask, cells: list[_Cell], read: dict[str, Understood]
) -> Iterator[Change]:
    """A percentage that stands in another cell: in the state for certain, in the text to be asked."""
    if PERCENT in read:
        return
    for cell in cells:
        if cell.field not in (STATUS, NOTE):
            continue
        found = read_percent(cell.raw) if cell.field == STATUS or "完成" in cell.raw else None
        if found is not None and found.value and (found.sure or cell.field == STATUS):
            sure = cell.field == STATUS and found.sure
            why = f"完成率没有填\uff0c{'状态' if sure else '进展'}里写的是“{cell.raw.strip()[:24]}”\uff0c读作{found.value}%"
            yield _change(
                asked, ask, _Cell(PERCENT, cell.raw, cell.place), Understood(found.value, sure, why)
            )
            return


def _same_as_last(asked: Asked, ask: Ask, cells: list[_Cell]) -> Iterator[Change]:
    """A row that says that nothing changed: last period's values, and whatever else was filled, asked."""
    for cell in cells:
        if cell.field == STATUS:
            yield _change(asked, ask, cell, Understood(SAME_AS_LAST))
        else:
            why = "状态选了“与上期相同”\uff0c这一格又填了内容"
            found = _said(ask, cell)
            yield _change(asked, ask, cell, Understood(found.value, False, why))
