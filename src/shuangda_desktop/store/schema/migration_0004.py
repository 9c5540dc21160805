"""Schema 4: the life of a task beyond its status: moves, results, evidence, days off, views, an index.

Tables named derived_... can be made again from the others: neither the undo log nor the permanent record
follows them, and a copy without them loses nothing.
"""

STATEMENTS: tuple[str, ...] = (
    # What a report is about (Period.key), where somebody said it.
    "ALTER TABLE progress_entry ADD COLUMN period TEXT NOT NULL DEFAULT ''",
    # Append-only: every move of a task, and every word about its extension.
    """
    CREATE TABLE task_move (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        moved_on TEXT NOT NULL,
        who TEXT NOT NULL,
        reason TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        due_before TEXT,
        due_after TEXT,
        recorded_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX task_move_task ON task_move (task_id, id)",
    # target: the text of the target. Targets are written anew when a task changes; their words stay.
    """
    CREATE TABLE target_way (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        target TEXT NOT NULL,
        way TEXT NOT NULL,
        UNIQUE (task_id, target)
    ) STRICT
    """,
    # Append-only: of several values of one unit for one period the last one counts.
    """
    CREATE TABLE target_actual (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        target TEXT NOT NULL,
        unit TEXT NOT NULL,
        period TEXT NOT NULL,
        value REAL NOT NULL,
        note TEXT NOT NULL,
        recorded_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX target_actual_task ON target_actual (task_id, id)",
    # The files themselves lie in the data folder, named by their content.
    """
    CREATE TABLE evidence (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size INTEGER NOT NULL,
        caption TEXT NOT NULL,
        added_at TEXT NOT NULL,
        UNIQUE (task_id, sha256)
    ) STRICT
    """,
    # A year that stands here is the office's own; of others the shipped table counts.
    """
    CREATE TABLE special_day (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        day TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        source TEXT NOT NULL
    ) STRICT
    """,
    # value: JSON.
    """
    CREATE TABLE saved_view (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        page TEXT NOT NULL,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        UNIQUE (page, name)
    ) STRICT
    """,
    # What is still to be done is a small part of all that ever was.
    "CREATE INDEX task_running ON task (id) WHERE status NOT IN ('closed', 'carried')",
    "CREATE INDEX plan_imported ON plan (imported_on)",
    # Characters and pairs of characters of the texts that are searched; the texts stay where they are.
    """
    CREATE VIRTUAL TABLE derived_search_plan USING fts5 (
        grams, content = '', detail = none, tokenize = "unicode61 remove_diacritics 0"
    )
    """,
    """
    CREATE VIRTUAL TABLE derived_search_measure USING fts5 (
        grams, content = '', detail = none, tokenize = "unicode61 remove_diacritics 0"
    )
    """,
    """
    CREATE VIRTUAL TABLE derived_search_task USING fts5 (
        grams, content = '', detail = none, tokenize = "unicode61 remove_diacritics 0"
    )
    """,
    """
    CREATE VIRTUAL TABLE derived_search_entry USING fts5 (
        grams, content = '', detail = none, tokenize = "unicode61 remove_diacritics 0"
    )
    """,
    """
    CREATE VIRTUAL TABLE derived_search_move USING fts5 (
        grams, content = '', detail = none, tokenize = "unicode61 remove_diacritics 0"
    )
    """,
    # Up to which line of the permanent record the index was kept.
    "CREATE TABLE derived_state (id INTEGER PRIMARY KEY, head TEXT NOT NULL) STRICT",
)
