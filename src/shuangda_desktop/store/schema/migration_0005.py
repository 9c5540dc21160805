"""Schema 5: workbooks sent out and returned."""

STATEMENTS: tuple[str, ...] = (
    # What went out, one row a unit: kind is form, urge, supervise or text. sha256 is "" for what is no file.
    """
    CREATE TABLE dispatch (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        period TEXT NOT NULL,
        unit TEXT NOT NULL,
        kind TEXT NOT NULL,
        file TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        due_on TEXT NOT NULL,
        sent_at TEXT NOT NULL,
        sent_by TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX dispatch_period ON dispatch (period, unit)",
    # The files that came back, byte by byte; never changed, each kept once.
    """
    CREATE TABLE returned_file (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL UNIQUE,
        format TEXT NOT NULL,
        content BLOB NOT NULL
    ) STRICT
    """,
    # What a file was as a whole. unit is "" while nobody knows whose it is; oddities: JSON [sentence, ...].
    """
    CREATE TABLE unit_return (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        file_id INTEGER NOT NULL REFERENCES returned_file (id) ON DELETE CASCADE,
        period TEXT NOT NULL,
        unit TEXT NOT NULL,
        kind TEXT NOT NULL,
        received_on TEXT NOT NULL,
        filled_by TEXT NOT NULL,
        oddities TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX unit_return_period ON unit_return (period, unit)",
    "CREATE INDEX unit_return_file ON unit_return (file_id)",
    # The cells that were accepted; of several for one cell the last one counts.
    """
    CREATE TABLE return_value (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        return_id INTEGER NOT NULL REFERENCES unit_return (id) ON DELETE CASCADE,
        task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        unit TEXT NOT NULL,
        period TEXT NOT NULL,
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        raw TEXT NOT NULL,
        place TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX return_value_cell ON return_value (unit, task_id, period)",
    "CREATE INDEX return_value_return ON return_value (return_id)",
    "CREATE INDEX return_value_task ON return_value (task_id)",
    "CREATE INDEX return_value_period ON return_value (period)",
)
