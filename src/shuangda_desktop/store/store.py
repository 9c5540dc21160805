"""What an open database can do."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlite_utils import Database

from shuangda_desktop.errors import StoreError
from shuangda_desktop.store import search
from shuangda_desktop.store.columns import Columns, SqlValue
from shuangda_desktop.store.safety import connection, look, seal
from shuangda_desktop.store.safety.sentences import sqlite_told
from shuangda_desktop.store.steps import audit
from shuangda_desktop.store.steps.changes import Touched
from shuangda_desktop.store.steps.undo import History, Listener, Step


class Store:
    """An open database with the history of this run."""

    def __init__(self, db: Database, path: Path | None) -> None:
        """Made by open_store."""
        self.db = db
        self.path = path
        self.look: look.Look | None = None  # through a large file, beside the clerk's work
        self.pages_on: date | None = None  # when its pages were looked through, as far as is known
        self._rest: tuple[str, str] | None = None
        self._history = History(db, search.keep_up)
        search.install(db)

    @property
    def listeners(self) -> list[Listener]:
        """Called after each step with the names of the tables it touched."""
        return self._history.listeners

    @property
    def touched(self) -> Touched:
        """By table, the rows of the step that listeners are told of; empty where it is not known."""
        return self._history.touched

    @property
    def undo_label(self) -> str | None:
        """The name of the step that undo would take back."""
        return self._history.done[-1].label if self._history.done else None

    @property
    def redo_label(self) -> str | None:
        """The name of the step that redo would do again."""
        return self._history.undone[-1].label if self._history.undone else None

    @contextmanager
    def step(self, label: str, now: datetime) -> Iterator[None]:
        """Do all of the block or nothing, as one step that can be undone."""
        self._spare_the_file()
        with self._history.step(label, now):
            yield

    @contextmanager
    def lasting(self, label: str, now: datetime) -> Iterator[None]:
        """Do all of the block or nothing, for good: a paper that went out cannot be taken back."""
        self._spare_the_file()
        with self._history.lasting(label, now):
            yield

    def join(self, steps: Sequence[Step], label: str) -> bool:
        """Make one step of these, under one name; False where they are not the last ones."""
        return self._history.join(steps, label)

    def undo(self, now: datetime | None = None) -> str | None:
        """Take the last step back; its name, or None when there is none."""
        self._spare_the_file()
        return self._history.undo(now)

    def redo(self, now: datetime | None = None) -> str | None:
        """Do the step again that was undone last; its name, or None when there is none."""
        self._spare_the_file()
        return self._history.redo(now)

    def record(self, action: str, now: datetime, about: str, details: str) -> None:
        """Put on the permanent record what no undo can take back, such as a paper that went out.

        ``about`` stands in the place of a table's name, ``details`` is JSON.
        """
        self._spare_the_file()
        with sqlite_told(), self.db.atomic():
            audit.append(self.db, action, now, [audit.Change(about, 0, None, details)])
            search.note_head(self.db)

    @property
    def now(self) -> datetime:
        """The time of the open step; there is none outside of a step."""
        return self._history.require_step()

    def rows(self, sql: str, parameters: Sequence[SqlValue] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        with sqlite_told():
            return self.db.execute(sql, parameters).fetchall()

    def execute(self, sql: str, parameters: Sequence[SqlValue] = ()) -> int:
        """Run one statement inside the open step; the number of rows it changed."""
        self._history.require_step()
        return self.db.execute(sql, parameters).rowcount

    def shift(self, table: str, column: str, ids: Sequence[int], by: int) -> None:
        """Add to a whole number of these rows; however many they are, one change of the open step."""
        self._history.require_step()
        self._history.changes.shift(table, column, ids, by)

    def insert(self, table: str, rows: Iterable[Columns]) -> list[int]:
        """Insert rows with the same columns at once, inside the open step; their new ids."""
        statement, values = self._statement(table, rows)
        self.db.conn.executemany(statement, values)
        return [row[0] for row in values]

    def insert_whole(self, table: str, rows: Iterable[Columns]) -> list[int]:
        """Insert the rows of one whole, of which nobody made any alone: one change of the open step."""
        statement, values = self._statement(table, rows)
        if values:
            with self._history.changes.as_a_whole(table, values):
                self.db.conn.executemany(statement, values)
        return [row[0] for row in values]

    def _statement(self, table: str, rows: Iterable[Columns]) -> tuple[str, list[list[Any]]]:
        """The SQL that inserts these rows, and their values with new ids before them."""
        self._history.require_step()
        wanted = list(rows)
        names = ["id", *(wanted[0] if wanted else ())]
        first, marks = self._next_id(table), ", ".join("?" * len(names))
        sql = f"INSERT INTO [{table}] ({', '.join(f'[{n}]' for n in names)}) VALUES ({marks})"
        return sql, [[id_, *row.values()] for id_, row in enumerate(wanted, first)]

    def _next_id(self, table: str) -> int:
        row = self.db.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", [table]).fetchone()
        return row[0] + 1 if row else 1

    @property
    def is_large(self) -> bool:
        """Whether it takes a while to read or to copy the whole file."""
        return self.path is not None and look.is_large(self.path)

    @property
    def done_steps(self) -> tuple[Step, ...]:
        """The steps of this run, the first one first."""
        return tuple(self._history.done)

    @property
    def done_labels(self) -> tuple[str, ...]:
        """The names of the steps of this run, the first one first."""
        return tuple(step.label for step in self._history.done)

    def settle(self) -> bool:
        """Whether the look through the file is over; what was written beside it meanwhile comes into it.

        Raises StoreError where the look found that the file is not whole.
        """
        if self.look is None:
            return True
        if self.look.trouble is not None:
            raise self.look.trouble
        if self.look.going or self.db.conn.in_transaction:
            return False
        with sqlite_told():
            connection.write_into_file(self.db)
        return True

    def finish_look(self) -> None:
        """At the end of the work: wait for the bytes to be compared; a look at the pages is given up.

        It comes again at the next opening. Raises StoreError where the file is not whole.
        """
        if self.look is not None:
            self.look.stop()
            self.settle()

    def close(self) -> None:
        """Close the database; nothing is left beside the file."""
        with suppress(StoreError):  # told before, or there is nobody to tell
            self.finish_look()
        connection.close(self.db)
        if self.look is not None:
            self.look.let_go()
            self.pages_on = self.look.pages_on if self.look.proven else None
        if self.path is not None and self.pages_on is not None:
            seal.put_on(self.path, self.pages_on, self._rest)

    def rest_digest(self) -> str | None:
        """The digest of all but the first bytes of a large file that is proven; None where there is none."""
        self._rest = self.look.rest_now() if self.look is not None and self.settle() else None
        return self._rest[1] if self._rest else None

    def _spare_the_file(self) -> None:
        """Before a write: while the file is not looked through, write beside it; into a damaged one not at all."""
        if self.path is not None and not self.db.conn.in_transaction:
            connection.refuse_moved(self.db, self.path)
        if self.look is None or self.db.conn.in_transaction:
            return
        if self.look.going and not connection.write_beside_file(self.db):
            self.look.wait()
        if self.look.trouble is not None:
            raise self.look.trouble

    def __enter__(self) -> "Store":
        """For use in a with statement."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the database."""
        self.close()
