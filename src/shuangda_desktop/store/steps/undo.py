"""One action, one step: a transaction with a name, an inverse, a permanent record and a notice.

The history ends with the run of the program; the record stays.
"""

import operator
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from shuangda_desktop.errors import StoreError
from shuangda_desktop.store.safety.sentences import sqlite_told
from shuangda_desktop.store.steps import audit
from shuangda_desktop.store.steps.changes import Changes, Touched

Listener = Callable[[frozenset[str]], None]


@dataclass(frozen=True, slots=True)
class Step:
    """A finished action: its name, its time and its changes (first, last]."""

    label: str
    now: datetime
    first: int
    last: int


class History:
    """The steps of this run of the program, done and undone."""

    def __init__(self, db: Database, finish: Callable[[Database], None] | None = None) -> None:
        """Watch every domain table of the database; ``finish`` is the last act of each step."""
        self._finish = finish
        self.listeners: list[Listener] = []
        self.touched: Touched = {}  # by the step that listeners hear of; nothing where not known
        self.now: datetime | None = None  # the time of the open step
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.changes = Changes(db)
        self._db = db

    @contextmanager
    def step(self, label: str, now: datetime) -> Iterator[None]:
        """Do all of the block or nothing; a step within a step belongs to the outer one."""
        if self.now is not None:
            with self._db.atomic():
                yield
            return
        with self._recorded(label, label, now) as finished:
            yield
        if finished:
            self._forget_undone()
            self.done += finished
            self._notify(finished[0])

    @contextmanager
    def lasting(self, label: str, now: datetime) -> Iterator[None]:
        """Do all of the block or nothing, and let no undo take it back; steps before stay undoable."""
        assert self.now is None, "what lasts is no part of a step"
        with self._recorded(label, label, now) as finished:
            yield
        for step in finished:
            self._notify(step)
            self.changes.forget(step.first, step.last)

    def require_step(self) -> datetime:
        """The time of the open step; writing outside of a step is a mistake of ours."""
        assert self.now is not None, "writing needs an open step"
        if not self._db.conn.in_transaction:  # SQLite gave it up, and somebody went on regardless
            raise StoreError(
                "磁盘出错\uff0c刚才的操作没有保存\uff0c此前的数据完好。请检查磁盘后再做一次。"
            )
        return self.now

    def join(self, steps: Sequence[Step], label: str) -> bool:
        """Make one step of these, under one name: what the clerk did by one action is undone by one.

        False, and all stay apart, where they are not the last ones, or rows of a step that is undone lie
        among theirs.
        """
        if not self._are_last(steps):
            return False
        first, last = steps[0].first, steps[-1].last
        if any(first <= undone.first < last for undone in self.undone):
            return False
        self.done[-len(steps) :] = [Step(label, steps[-1].now, first, last)]
        self._tell(frozenset(), {})  # no row is another, but the name of what undo takes back is
        return True

    def _are_last(self, steps: Sequence[Step]) -> bool:
        """Whether these very steps are the last ones: one that was undone and done again is another."""
        last = self.done[-len(steps) :]
        same = len(last) == len(steps) and all(map(operator.is_, last, steps))
        return bool(steps) and same

    def undo(self, now: datetime | None = None) -> str | None:
        """Take the last step back; its name, or None when there is none."""
        return self._replay(self.done, self.undone, "撤销", now)

    def redo(self, now: datetime | None = None) -> str | None:
        """Do the step again that was undone last; its name, or None when there is none."""
        return self._replay(self.undone, self.done, "重做", now)

    def _replay(
        self, steps: list[Step], others: list[Step], verb: str, now: datetime | None
    ) -> str | None:
        assert self.now is None, "a step cannot undo others"
        if not steps:
            return None
        step = steps[-1]
        with self._recorded(step.label, f"{verb}\uff1a{step.label}", now or step.now) as finished:
            self.changes.take_back(step.first, step.last)
        steps.pop()
        others += finished
        for replayed in finished:
            self._notify(replayed)
        return step.label

    @contextmanager
    def _recorded(self, label: str, action: str, now: datetime) -> Iterator[list[Step]]:
        """A transaction that ends with its record; fills the list with the step if anything changed."""
        finished: list[Step] = []
        before = audit.head(self._db)
        self.now = now
        try:
            with sqlite_told():
                with self._db.atomic():
                    first = self.changes.last()
                    yield finished
                    self.require_step()
                    changed = self.changes.since(first)
                    audit.append(self._db, action, now, changed)
                    if changed and self._finish:
                        self._finish(self._db)
                if changed:
                    finished.append(Step(label, now, first, self.changes.last()))
        except StoreError:
            self._read_again(before)
            raise
        finally:
            self.now = None

    def _read_again(self, before: tuple[int, str]) -> None:
        """After an error of the machine believe only the file: an error at the very end may have come too late."""
        with suppress(StoreError, sqlite3.Error):
            if audit.head(self._db) != before:
                self.done.clear()
                self.undone.clear()
            self._tell(self.changes.tables, {})

    def _forget_undone(self) -> None:
        for step in self.undone:
            self.changes.forget(step.first, step.last)
        self.undone.clear()

    def _notify(self, step: Step) -> None:
        rows = self.changes.rows(step.first, step.last)
        self._tell(frozenset(rows), rows)

    def _tell(self, tables: frozenset[str], touched: Touched) -> None:
        self.touched = touched
        for listener in list(self.listeners):
            listener(tables)
