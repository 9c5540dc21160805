"""What went out to the units and what came back: forms, files, accepted cells."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from shuangda_desktop.store.columns import Columns, columns_of, to_percent
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.returns.board import READABLE, Came, Sent
from shuangda_desktop.tasks.returns.model import Change, Return, ReturnKind

FORM, URGE, SUPERVISE, TEXT = "form", "urge", "supervise", "text"
COVERING = "note"  # what goes with the forms of a period; to no unit of its own
Words = dict[tuple[str, int], tuple[int | None, str]]  # by unit and task, percentage and note
Values = dict[tuple[str, int], dict[str, str]]  # by unit and task, values by field


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One thing that went out to one unit; a covering note to all of them, its unit is ""."""

    period: str
    unit: str
    kind: str
    file: str
    sha256: str
    due_on: date
    sent_at: datetime
    sent_by: str
    id: int | None = None


@dataclass(frozen=True, slots=True)
class KeptReturn:
    """A return as it is kept, with the file that it came in."""

    id: int
    file: str
    sha256: str
    period: str
    unit: str
    kind: ReturnKind
    received_on: date
    filled_by: str
    oddities: tuple[str, ...]


def add_dispatches(store: Store, sent: Iterable[Dispatch]) -> list[int]:
    """Note what went out."""
    return store.insert("dispatch", [columns_of(one, "id") for one in sent])


def load_dispatches(store: Store, period: str | None = None) -> tuple[Dispatch, ...]:
    """What went out, the newest first; of one period or of all."""
    rows = store.rows(_DISPATCHES, [period, period])
    return tuple(
        Dispatch(p, unit, kind, file, sha, date.fromisoformat(due), datetime.fromisoformat(at), by, id_)
        for p, unit, kind, file, sha, due, at, by, id_ in rows
    )  # fmt: skip


def sent_periods(store: Store, most: int) -> tuple[str, ...]:
    """The periods for which forms went out last."""
    return tuple(period for (period,) in store.rows(_PERIODS, [most]))


def sent_forms(store: Store, periods: Sequence[str]) -> tuple[Sent, ...]:
    """The forms of these periods with the day on which each is due, the last sent one counting."""
    rows = store.rows(_SENT, [json.dumps(list(periods))])
    return tuple(Sent(unit, period, date.fromisoformat(due)) for unit, period, due in rows)


def returns_came(store: Store, periods: Sequence[str]) -> tuple[Came, ...]:
    """The returns of these periods, as the board counts them."""
    rows = store.rows(_CAME, [json.dumps(list(periods))])
    return tuple(
        Came(unit, period, ReturnKind(kind), date.fromisoformat(on))
        for unit, period, kind, on in rows
    )


def last_returned(store: Store, since: date) -> dict[str, date]:
    """The day on which each unit's last readable return came, of those that came from a day on.

    Returns are kept in the order in which they came: what is older is not looked at.
    """
    kinds = json.dumps([kind.value for kind in READABLE])
    rows = store.rows(_LAST_RETURNED, [since.isoformat(), kinds])
    return {unit: date.fromisoformat(on) for unit, on in rows}


def zero_reports(store: Store, units: Collection[str]) -> dict[str, list[tuple[str, date]]]:
    """The periods for which these units gave a zero report, with the day on which it came."""
    found: defaultdict[str, list[tuple[str, date]]] = defaultdict(list)
    for unit, period, on in store.rows(_ZERO, [json.dumps(list(units))]):
        found[unit].append((period, date.fromisoformat(on)))
    return dict(found)


def days_said(
    store: Store, task_ids: Sequence[int], first: date, last: date
) -> dict[str, list[date]]:
    """The days within these on which the log has a word of a unit about one of these tasks."""
    found: defaultdict[str, list[date]] = defaultdict(list)
    days = [first.isoformat(), last.isoformat()]
    for unit, on in store.rows(_DAYS_SAID, [*days, json.dumps(list(task_ids))]):
        found[unit].append(date.fromisoformat(on))
    return dict(found)


def load_returns(store: Store, period: str, unit: str) -> tuple[KeptReturn, ...]:
    """What one unit has returned for a period, the newest first."""
    return tuple(
        KeptReturn(
            id_, file, sha, p, u, ReturnKind(kind), date.fromisoformat(on), by, tuple(json.loads(odd))
        )
        for id_, file, sha, p, u, kind, on, by, odd in store.rows(_RETURNS, [period, unit])
    )  # fmt: skip


def load_file(store: Store, sha256: str) -> bytes:
    """The bytes of a file that came back."""
    found = store.rows("SELECT content FROM returned_file WHERE sha256 = ?", [sha256])
    return bytes(found[0][0]) if found else b""


def last_files(store: Store, most: int) -> Mapping[str, str]:
    """The files that were taken in last: their name by their digest."""
    return dict(store.rows(_LAST_FILES, [most]))


def known_files(store: Store, digests: Sequence[str]) -> frozenset[str]:
    """Those of these digests whose files were taken in before."""
    return frozenset(sha256 for (sha256,) in store.rows(_KNOWN, [json.dumps(list(digests))]))


def notes_sent(store: Store) -> frozenset[str]:
    """The digests of all covering notes that went out."""
    return frozenset(sha256 for (sha256,) in store.rows(_NOTES, [COVERING]))


def keep_file(store: Store, name: str, sha256: str, kind: str, content: bytes) -> int:
    """Keep the bytes of a file; the same bytes are kept once."""
    found = store.rows("SELECT id FROM returned_file WHERE sha256 = ?", [sha256])
    if found:
        return int(found[0][0])
    row: Columns = {"name": name, "sha256": sha256, "format": kind, "content": content}
    return store.insert("returned_file", [row])[0]


def add_return(
    store: Store, file_id: int, one: Return, received_on: date, values: Sequence[Change]
) -> int:
    """Keep a return with the cells that were accepted of it."""
    row: Columns = {
        "file_id": file_id,
        "period": one.period,
        "unit": one.unit,
        "kind": one.kind.value,
        "received_on": received_on.isoformat(),
        "filled_by": one.filled_by,
        "oddities": json.dumps([odd.message for odd in one.oddities], ensure_ascii=False),
    }
    return_id = store.insert("unit_return", [row])[0]
    store.insert("return_value", [_value(return_id, one.period, change) for change in values])
    return return_id


def _value(return_id: int, period: str, change: Change) -> Columns:
    return {
        "return_id": return_id,
        "task_id": change.task_id,
        "unit": change.unit,
        "period": period,
        "field": change.field,
        "value": change.after,
        "raw": change.raw,
        "place": change.place,
    }


def values_of(store: Store, period: str) -> Values:
    """What is kept for a period: the last accepted value of every cell."""
    found: Values = defaultdict(dict)
    for unit, task_id, name, value in store.rows(_VALUES, [period]):
        found[unit, task_id][name] = value
    return dict(found)


def latest_words(store: Store, task_ids: Sequence[int], before: date) -> Words:
    """The last percentage and words in the log of these tasks' units before a day."""
    rows = store.rows(_WORDS, [before.isoformat(), json.dumps(list(task_ids))])
    return {(unit, task_id): (to_percent(percent), note) for unit, task_id, percent, note in rows}


_LAST_FILES = """
    SELECT sha256, name FROM returned_file
    WHERE id IN (SELECT file_id FROM unit_return ORDER BY id DESC LIMIT ?)
"""
_KNOWN = """
    SELECT sha256 FROM returned_file WHERE sha256 IN (SELECT value FROM json_each(?))
        AND id IN (SELECT file_id FROM unit_return)
"""
_DISPATCHES = """
    SELECT period, unit, kind, file, sha256, due_on, sent_at, sent_by, id
    FROM dispatch WHERE ? IS NULL OR period = ? ORDER BY id DESC
"""
_PERIODS = """
    SELECT period FROM dispatch WHERE kind = 'form' GROUP BY period ORDER BY max(id) DESC LIMIT ?
"""
_NOTES = "SELECT sha256 FROM dispatch WHERE kind = ?"
_SENT = """
    SELECT unit, period, due_on FROM dispatch
    WHERE kind = 'form' AND period IN (SELECT value FROM json_each(?)) ORDER BY id
"""
_CAME = """
    SELECT unit, period, kind, received_on FROM unit_return
    WHERE unit <> '' AND period IN (SELECT value FROM json_each(?)) ORDER BY id
"""
_RETURNS = """
    SELECT unit_return.id, name, sha256, period, unit, kind, received_on, filled_by, oddities
    FROM unit_return JOIN returned_file ON returned_file.id = file_id
    WHERE period = ? AND unit = ? ORDER BY unit_return.id DESC
"""
_LAST_RETURNED = """
    SELECT unit, max(received_on) FROM unit_return
    WHERE unit <> '' AND kind IN (SELECT value FROM json_each(?2)) AND id > coalesce(
        (SELECT id FROM unit_return WHERE received_on < ?1 ORDER BY id DESC LIMIT 1), 0)
    GROUP BY unit
"""
_ZERO = """
    SELECT unit, period, received_on FROM unit_return
    WHERE kind = 'zero' AND unit IN (SELECT value FROM json_each(?)) ORDER BY received_on
"""
# Through the assignments, so that the index of the latest lines answers alone.
_DAYS_SAID = """
    SELECT DISTINCT part.unit, reported_on
    FROM assignment AS part JOIN progress_entry AS entry
        ON entry.task_id = part.task_id AND entry.unit = part.unit
        AND reported_on BETWEEN ? AND ?
    WHERE part.task_id IN (SELECT value FROM json_each(?))
"""
_VALUES = "SELECT unit, task_id, field, value FROM return_value WHERE period = ? ORDER BY id"
_WORDS = """
    SELECT part.unit, part.task_id, percent, note
    FROM assignment AS part JOIN progress_entry AS entry ON entry.id = (
        SELECT id FROM progress_entry
        WHERE task_id = part.task_id AND unit = part.unit AND reported_on < ?
        ORDER BY reported_on DESC, id DESC LIMIT 1)
    WHERE part.task_id IN (SELECT value FROM json_each(?))
"""
