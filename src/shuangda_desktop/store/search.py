"""The index of what is searched: every character with its place, so that words are neighbours of each other.

The index only proposes rows (it knows of no blanks); each is then held against the words themselves, so that
what is found is exactly what Python's ``in`` finds in the folded text. TEMP triggers note what changes, undo and redo
included, and the step that made the changes ends with the index (SQLite lets no trigger write to it where the
schema is not trusted); it is no part of the undo log. Where it does not belong to the last line of the permanent
record (another program wrote, or there was none yet), it is made anew.
"""

from dataclasses import dataclass

from sqlite_utils import Database

from shuangda_desktop.store.steps import audit
from shuangda_desktop.text.punctuation import narrow

PREFIX = "derived_"
_PENDING = """
    CREATE TEMP TABLE searched (
        id INTEGER PRIMARY KEY, source TEXT, taken INTEGER, row_id INTEGER, words TEXT
    )
"""


@dataclass(frozen=True, slots=True)
class Source:
    """A table whose texts are searched; ``text`` is SQL over its columns, with {row} before each."""

    name: str
    table: str
    text: str

    @property
    def index(self) -> str:
        """The table of the index."""
        return f"{PREFIX}search_{self.name}"

    def text_of(self, row: str) -> str:
        """The text of a row as SQL."""
        return self.text.format(row=row)


PLAN = Source(
    "plan",
    "plan",
    "coalesce({row}.title, '')||char(10)||coalesce({row}.document_number, '')||char(10)"
    "||coalesce({row}.issuer, '')||char(10)||coalesce((SELECT name FROM source WHERE id = {row}.source_id), '')",
)
MEASURE = Source(
    "measure", "measure", "{row}.title||char(10)||{row}.text||char(10)||coalesce({row}.clause, '')"
)
TASK = Source("task", "task", "{row}.title||char(10)||{row}.text")
ENTRY = Source("entry", "progress_entry", "{row}.unit||char(10)||{row}.note")
MOVE = Source("move", "task_move", "{row}.who||char(10)||{row}.reason")
SOURCES = (PLAN, MEASURE, TASK, ENTRY, MOVE)


def folded(text: str) -> str:
    """The text as it is compared: one width, small letters, and blanks for what no query can spell."""
    return narrow(text).lower().replace("\0", " ").replace("\u180e", " ")


def letters(text: str) -> str:
    """The characters of a text parted by blanks: each is a word to the index."""
    return folded(text).replace("", " ")


def wanted(words: list[str]) -> str:
    """The query for rows in which the characters of each of these words (folded) are neighbours."""
    phrases = (" ".join(word).replace('"', '""') for word in words)
    return " AND ".join(f'"{phrase}"' for phrase in phrases)


def holds(text: str, words: str) -> bool:
    """Whether a text holds all of the words (folded, one a line)."""
    plain = folded(text)
    return all(word in plain for word in words.split("\n"))


def install(db: Database) -> None:
    """Keep the index of this database from now on; make it anew where it lags behind."""
    db.conn.create_function("letters", 1, letters, deterministic=True)
    db.conn.create_function("holds", 2, holds, deterministic=True)
    db.execute(_PENDING)
    for source in SOURCES:
        _follow(db, source)
    if _noted(db) != _head(db):
        with db.atomic():
            rebuild(db)


def keep_up(db: Database) -> None:
    """Bring into the index what changed since the last time; the last act of a step."""
    changed = db.execute("SELECT source, taken, row_id, words FROM searched ORDER BY id").fetchall()
    for name, taken, row_id, words in changed:
        index = f"{PREFIX}search_{name}"
        if taken:
            sql = f"INSERT INTO {index} ({index}, rowid, letters) VALUES ('delete', ?, ?)"
        else:
            sql = f"INSERT INTO {index} (rowid, letters) VALUES (?, ?)"
        db.conn.execute(sql, (row_id, letters(words)))
    if changed:
        db.execute("DELETE FROM searched")
    note_head(db)


def rebuild(db: Database) -> None:
    """Make the index anew from the tables."""
    for source in SOURCES:
        index, text = source.index, source.text_of(source.table)
        db.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")
        db.execute(
            f"INSERT INTO {index} (rowid, letters) SELECT id, letters({text}) FROM {source.table}"
        )
    note_head(db)


def note_head(db: Database) -> None:
    """Note that the index belongs to what the permanent record says now."""
    db.execute("INSERT OR REPLACE INTO derived_state (id, head) VALUES (1, ?)", [_head(db)])


def _noted(db: Database) -> str:
    row = db.execute("SELECT head FROM derived_state WHERE id = 1").fetchone()
    return str(row[0]) if row else ""


def _head(db: Database) -> str:
    return audit.head(db)[1]


def _follow(db: Database, source: Source) -> None:
    old, new = source.text_of("OLD"), source.text_of("NEW")
    taken, put = _pending(source, 1, "OLD.id", old), _pending(source, 0, "NEW.id", new)
    events = {
        "INSERT": ("", put),
        "DELETE": ("", taken),
        "UPDATE": (f"WHEN {old} IS NOT {new}", taken + put),
    }
    for event, (condition, work) in events.items():
        db.execute(
            f"CREATE TEMP TRIGGER {source.index}_{event.lower()} AFTER {event}"
            f" ON main.{source.table} {condition} BEGIN {work} END"
        )


def _pending(source: Source, taken: int, row_id: str, text: str) -> str:
    values = f"'{source.name}', {taken}, {row_id}, {text}"
    return f"INSERT INTO searched (source, taken, row_id, words) VALUES ({values});"
