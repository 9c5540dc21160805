"""Schema 1: what came in, how it was read, what was decided, who does what, how far it is.

Every domain table has ``id INTEGER PRIMARY KEY AUTOINCREMENT``: the undo log and the audit record name rows by
it, workbooks that were sent out carry it, so it is never given twice.
"""

STATEMENTS = (
    """
    CREATE TABLE settings (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL UNIQUE,
        value TEXT NOT NULL
    ) STRICT
    """,
    # Stays the same in every copy: tells a copy of this database from a copy of another.
    "INSERT INTO settings (key, value) VALUES ('database_id', lower(hex(randomblob(16))))",
    # What came in, byte by byte; never changed. blocks: JSON [[start, end, kind], ...].
    """
    CREATE TABLE source (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        format TEXT NOT NULL,
        encoding TEXT,
        warnings TEXT NOT NULL,
        blocks TEXT NOT NULL,
        raw TEXT NOT NULL,
        content BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX source_sha256 ON source (sha256)",
    # The reading of one source as it was detected; decisions are a table of their own.
    # text, starts, lengths: the repaired text and where each of its characters came from in raw.
    """
    CREATE TABLE plan (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source_id INTEGER NOT NULL REFERENCES source (id),
        imported_on TEXT NOT NULL,
        title TEXT,
        document_number TEXT,
        issuer TEXT,
        issued_on TEXT,
        plan_year INTEGER,
        level TEXT,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        starts BLOB NOT NULL,
        lengths BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX plan_source ON plan (source_id)",
    """
    CREATE TABLE section (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        level INTEGER NOT NULL,
        label TEXT NOT NULL,
        heading TEXT NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        parent INTEGER,
        UNIQUE (plan_id, position)
    ) STRICT
    """,
    """
    CREATE TABLE measure (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        key INTEGER NOT NULL,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        section INTEGER,
        clause TEXT,
        open_ended INTEGER NOT NULL CHECK (open_ended IN (0, 1)),
        UNIQUE (plan_id, position)
    ) STRICT
    """,
    """
    CREATE TABLE duty (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        measure_id INTEGER NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        unit TEXT NOT NULL,
        role TEXT NOT NULL,
        scope TEXT
    ) STRICT
    """,
    "CREATE INDEX duty_measure ON duty (measure_id, position)",
    """
    CREATE TABLE deadline (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        measure_id INTEGER NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        due_on TEXT NOT NULL,
        soft INTEGER NOT NULL CHECK (soft IN (0, 1))
    ) STRICT
    """,
    "CREATE INDEX deadline_measure ON deadline (measure_id, position)",
    """
    CREATE TABLE recurrence (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        measure_id INTEGER NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        every TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX recurrence_measure ON recurrence (measure_id, position)",
    """
    CREATE TABLE target (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        measure_id INTEGER NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        operator TEXT NOT NULL,
        value REAL NOT NULL,
        unit TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX target_measure ON target (measure_id, position)",
    # A doubt about the plan as a whole has no measure.
    """
    CREATE TABLE finding (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        measure_id INTEGER REFERENCES measure (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        code TEXT NOT NULL,
        severity TEXT NOT NULL,
        message TEXT NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX finding_plan ON finding (plan_id, position)",
    "CREATE INDEX finding_measure ON finding (measure_id, position)",
    """
    CREATE TABLE repair (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        rule TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        certain INTEGER NOT NULL CHECK (certain IN (0, 1))
    ) STRICT
    """,
    "CREATE INDEX repair_plan ON repair (plan_id, position)",
    # What the clerk decided, in the order of deciding; replayed over what was detected.
    """
    CREATE TABLE decision (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        at INTEGER NOT NULL,
        value TEXT NOT NULL,
        decided_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX decision_plan ON decision (plan_id, id)",
    """
    CREATE TABLE unit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        code TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        level TEXT NOT NULL,
        kind TEXT NOT NULL,
        short_name TEXT NOT NULL,
        domain TEXT NOT NULL,
        protocol_order INTEGER NOT NULL,
        active_from TEXT,
        active_until TEXT,
        contact TEXT NOT NULL,
        phone TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT
    """,
    # member: the code of a unit; the directory may name one that the city does not have.
    """
    CREATE TABLE group_member (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        member TEXT NOT NULL,
        UNIQUE (unit_id, position)
    ) STRICT
    """,
    """
    CREATE TABLE alias (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        unit_code TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX alias_unit ON alias (unit_code)",
    """
    CREATE TABLE succession (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        predecessor TEXT NOT NULL,
        successor TEXT NOT NULL,
        effective_on TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE counterpart (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        higher TEXT NOT NULL,
        lower TEXT NOT NULL,
        condition TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE task (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        number INTEGER NOT NULL,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        due_on TEXT,
        due_basis TEXT NOT NULL,
        due_text TEXT NOT NULL,
        recurrence TEXT NOT NULL,
        status TEXT NOT NULL,
        applicable INTEGER NOT NULL CHECK (applicable IN (0, 1)),
        dropped_reason TEXT NOT NULL,
        reason TEXT NOT NULL
    ) STRICT
    """,
    # A task may carry out the same measure of several plans; position 0 is the one it is filed under.
    """
    CREATE TABLE task_source (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        measure_key INTEGER NOT NULL,
        UNIQUE (task_id, position)
    ) STRICT
    """,
    "CREATE INDEX task_source_plan ON task_source (plan_id, position)",
    """
    CREATE TABLE assignment (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        unit TEXT NOT NULL,
        role TEXT NOT NULL,
        basis TEXT NOT NULL,
        source_unit TEXT NOT NULL,
        reason TEXT NOT NULL,
        scope TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX assignment_task ON assignment (task_id, position)",
    "CREATE INDEX assignment_unit ON assignment (unit)",
    """
    CREATE TABLE task_target (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        operator TEXT NOT NULL,
        value REAL NOT NULL,
        unit TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX task_target_task ON task_target (task_id, position)",
    """
    CREATE TABLE rewording (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX rewording_task ON rewording (task_id, position)",
    # Append-only: a correction is a new entry.
    """
    CREATE TABLE progress_entry (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        unit TEXT NOT NULL,
        reported_on TEXT NOT NULL,
        percent INTEGER NOT NULL,
        note TEXT NOT NULL,
        recorded_at TEXT
    ) STRICT
    """,
    "CREATE INDEX progress_entry_latest ON progress_entry (task_id, unit, reported_on, id)",
    "CREATE INDEX progress_entry_task ON progress_entry (task_id, reported_on, id)",
    # The permanent record: rows are chained by hash = sha256(hash of the row before + this row).
    """
    CREATE TABLE audit (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        action TEXT NOT NULL,
        table_name TEXT NOT NULL,
        row_id INTEGER NOT NULL,
        old TEXT,
        new TEXT,
        hash TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END
    """,
    """
    CREATE TRIGGER audit_is_never_shortened BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END
    """,
)
