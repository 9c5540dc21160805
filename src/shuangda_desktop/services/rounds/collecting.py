"""Forms back: read a pile of files, show what they would change, keep what the clerk accepts."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePath

from shuangda_desktop.services.rounds.asking import world_of
from shuangda_desktop.services.rounds.file_names import told_apart
from shuangda_desktop.services.tracking import results, tracking
from shuangda_desktop.services.words import refusal
from shuangda_desktop.sources.sheets.pile import Unread, read_pile
from shuangda_desktop.store import returns
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.periods import Period, parse_key
from shuangda_desktop.tasks.returns.batch import (
    SPEAKING,
    Chosen,
    Spoken,
    chosen_in,
    compared,
    doubly_chosen,
)
from shuangda_desktop.tasks.returns.entry import actuals_of, entry_of, said_again
from shuangda_desktop.tasks.returns.model import (
    STATUS,
    Asked,
    Change,
    Oddity,
    Return,
    ReturnKind,
    World,
)
from shuangda_desktop.tasks.returns.reading import read_return
from shuangda_desktop.tasks.returns.rows import concluded
from shuangda_desktop.tasks.returns.words import read_words
from shuangda_desktop.tasks.understanding import SAME_AS_LAST
from shuangda_desktop.text.sheets import FilledBook, FilledSheet

KNOWN_PERIODS = 12  # the forms of so many periods that were sent last are recognised
KNOWN_FILES = 2000  # so many that came last are named when they come again; none is kept twice
LEFT_BEHIND = ("~$", ".~", ".")
PASTED = "粘贴的文字"
OWN_NOTE = "这是本办发出的报送通知\uff0c不是单位的回复\uff0c没有读出任何内容\u3002"

Book = FilledBook | Unread


@dataclass(frozen=True, slots=True)
class Batch:
    """Files that came back together, as read and as compared; values only."""

    period: Period
    world: World
    books: tuple[Book, ...]
    returns: tuple[Return, ...]

    def content(self, sha256: str) -> tuple[str, bytes]:
        """The kind and the bytes of a file."""
        for book in self.books:
            if hashlib.sha256(book.content).hexdigest() == sha256:
                return (book.format if isinstance(book, FilledBook) else ""), book.content
        return "", b""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before files are read: gathered from the store, then given to a thread."""

    period: Period
    world: World
    seen: Mapping[str, str]
    notes: frozenset[str]  # our own covering notes, which lie in the folder that is read
    spoken: frozenset[Spoken]  # the units that reported before, with the period


def gather_known(store: Store, period: Period) -> Known:
    """What the units were asked in this period and in those of the forms that went out last."""
    more = returns.sent_periods(store, KNOWN_PERIODS)
    seen, notes = returns.last_files(store, KNOWN_FILES), returns.notes_sent(store)
    came = returns.returns_came(store, [period.key, *more])
    spoken = frozenset((one.unit, one.period) for one in came if one.kind in SPEAKING)
    return Known(period, world_of(store, period, more), seen, notes, spoken)


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files, those of a folder one by one; what WPS leaves beside an open file is none."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(p for p in path.iterdir() if p.is_file()) if path.is_dir() else [path]
        found += [p for p in inside if not p.name.startswith(LEFT_BEHIND)]
    return found


def read_files(
    known: Known,
    paths: Sequence[Path],
    *,
    cancelled: Callable[[], bool] = lambda: False,
    tell: Callable[[int, int, str], None] = lambda done, total, name: None,
) -> Batch:
    """Read the files in a process of their own and compare what they say with what is known."""
    return understood(known, read_pile(paths, cancelled=cancelled, tell=tell))


def read_pasted(known: Known, text: str, unit: str) -> Batch:
    """What a unit wrote in words, by phone, chat or mail."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise refusal("没有可读的文字,没有读取。请先粘贴单位的回复。")
    content = text.encode("utf-8", "replace")
    sheet = FilledSheet(PASTED, {(row, 0): line.strip() for row, line in enumerate(lines)})
    digest = hashlib.sha256(content).hexdigest()
    book = FilledBook(f"{unit}{PASTED}.txt", digest, "paste", (sheet,), content=content)
    return understood(known, [book], {digest: unit})


def understood(
    known: Known, books: Sequence[Book], units: Mapping[str, str] | None = None
) -> Batch:
    """The books compared; ``units`` says whose a file is (by its digest), where the clerk knows better.

    Our own covering notes, which lie among the forms in a folder, are passed over unless they came alone.
    """
    told = units or {}
    taken = [book for book in books if digest_of(book) not in known.notes] or books
    names = told_apart([PurePath(book.folder, book.name) for book in taken])
    found = [
        replace(_read(known, book, told.get(digest_of(book), "")), file=name)
        for book, name in zip(taken, names, strict=True)
    ]
    return Batch(known.period, known.world, tuple(taken), compared(found, known.spoken))


def digest_of(book: Book) -> str:
    """What names a file whatever it is called."""
    if isinstance(book, FilledBook):
        return book.sha256
    return hashlib.sha256(book.content or book.name.encode("utf-8", "replace")).hexdigest()


def _read(known: Known, book: Book, unit: str) -> Return:
    if isinstance(book, Unread):
        return _damaged(known, book, unit)
    if book.sha256 in known.notes:
        odd = (Oddity("own-note", OWN_NOTE),)
        return Return(
            book.name, book.sha256, "", known.period.key, ReturnKind.DAMAGED, (), odd, False
        )
    found = read_return(book, known.world, known.period.key, unit)
    if found.kind is ReturnKind.DAMAGED:
        found = read_words(book, known.world, known.period.key, unit) or found
    if book.sha256 in known.seen:
        told = Oddity(
            "seen", f"这份文件以前读过\uff08{known.seen[book.sha256]}\uff09\uff0c内容已经留底。"
        )
        return replace(found, oddities=(told, *found.oddities))
    return found


def _damaged(known: Known, book: Unread, unit: str) -> Return:
    """A file that could not be read; whose it is, its name may say."""
    named = concluded(known.world, known.period.key, [book.name], ())
    whose = unit or (named.unit if named else "")
    odd = (Oddity("unread", book.reason),)
    return Return(
        book.name, digest_of(book), whose, known.period.key, ReturnKind.DAMAGED, (), odd, False
    )


def corrected(batch: Batch, found: Sequence[Return]) -> Batch:
    """The batch with what the clerk wrote instead of what was read."""
    return replace(batch, returns=tuple(found))


def accept(
    store: Store,
    batch: Batch,
    chosen: Iterable[Chosen],
    now: datetime,
    only: Iterable[str] | None = None,
) -> int:
    """Keep the files with the chosen cells, and the progress that they tell; one step for all.

    ``chosen`` are changes, each with the digest of its file. ``only`` names the files (by digest)
    that are kept, all where it is None. The number of cells kept.
    A file that was taken in before and of which nothing is chosen changes nothing.
    """
    wanted = set(chosen)
    taken = [one for one in batch.returns if only is None or one.sha256 in set(only)]
    _refuse_doubles(taken, wanted)
    kept = chosen_in(taken, wanted)
    seen = returns.known_files(store, [one.sha256 for one in taken])
    once = {one.sha256: one for one in reversed(taken)}.values()  # of copies the first
    fresh = [one for one in once if one.sha256 not in seen or one.sha256 in kept][::-1]
    if not fresh:
        return 0
    units = "、".join(dict.fromkeys(one.unit or one.file for one in fresh))
    label = units if len(fresh) == 1 else f"{len(fresh)}份"
    with store.step(f"读回{batch.period.label}填报表\uff08{label[:16]}\uff09", now):
        return sum(_keep(store, batch, one, kept.get(one.sha256, []), now) for one in fresh)


def _refuse_doubles(taken: Iterable[Return], wanted: set[Chosen]) -> None:
    """Refuse two contents for one cell; a late form and the one of this month speak of two."""
    by_period: dict[str, list[Change]] = {}
    for one in taken:
        own = [change for change in one.changes if (one.sha256, change) in wanted]
        by_period.setdefault(one.period, []).extend(own)
    doubles = [double for chosen in by_period.values() for double in doubly_chosen(chosen)]
    if doubles:
        cell = doubles[0]
        raise refusal(
            f"{cell.unit}的任务{cell.number}有一格选了两个不同的内容,没有保存。请在“冲突”里只留一个。"
        )


def _keep(store: Store, batch: Batch, one: Return, chosen: Sequence[Change], now: datetime) -> int:
    kind, content = batch.content(one.sha256)
    file_id = returns.keep_file(store, one.file, one.sha256, kind, content)
    listed = [change for change in chosen if change.after]
    copied = _copied(batch, one, listed)
    returns.add_return(store, file_id, one, now.date(), [*listed, *copied])
    _record(store, batch, one, listed, now)
    return len(listed)


def _copied(batch: Batch, one: Return, chosen: Sequence[Change]) -> list[Change]:
    """What a unit says again, for all its tasks by a tick or for one by its state: last period's values."""
    same = {c.task_id for c in chosen if (c.field, c.after) == (STATUS, SAME_AS_LAST)}
    said = {change.cell for change in chosen}
    return [
        change
        for asked in _asked(batch, one)
        for ask in asked.asks
        if ask.task_id in same or (one.says_all_again and ask.wanted)
        for change in said_again(asked, ask)
        if change.cell not in said
    ]


def _record(
    store: Store, batch: Batch, one: Return, chosen: Sequence[Change], now: datetime
) -> None:
    """The progress and the numbers that the accepted cells tell, one line for each task."""
    on = min(parse_key(one.period).end, now.date())
    for asked in batch.world.asked:
        if asked.period != one.period:
            continue
        for ask in asked.asks:
            own = [c for c in chosen if (c.unit, c.task_id) == (asked.unit, ask.task_id)]
            same = one.says_all_again and asked.unit == one.unit and ask.wanted
            entry = entry_of(asked, ask, own, on, same=same)
            if entry is not None:
                tracking.record_progress(store, entry, now)
            for actual in actuals_of(asked, ask, own):
                results.record_actual(store, actual, now)


def _asked(batch: Batch, one: Return) -> list[Asked]:
    return [a for a in batch.world.asked if (a.unit, a.period) == (one.unit, one.period)]
