"""Schema 11: an opinion keeps what it was read as being about, beside where the clerk filed it."""

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE opinion ADD COLUMN read_about TEXT NOT NULL DEFAULT ''",
)
