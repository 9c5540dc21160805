"""Schema 3: versions of the task list and the rounds of opinions on it."""

STATEMENTS: tuple[str, ...] = (
    # The task list of a plan as it went out; digest: sha256 over its lines.
    """
    CREATE TABLE version (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        number INTEGER NOT NULL,
        made_at TEXT NOT NULL,
        digest TEXT NOT NULL,
        note TEXT NOT NULL,
        UNIQUE (plan_id, kind, number)
    ) STRICT
    """,
    # task_id refers to no row: a version keeps the words of a task that was merged away since.
    """
    CREATE TABLE version_task (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        version_id INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        task_id INTEGER NOT NULL,
        line TEXT NOT NULL,
        UNIQUE (version_id, position)
    ) STRICT
    """,
    "CREATE UNIQUE INDEX version_task_of ON version_task (version_id, task_id)",
    # What differs now from an issued version; reasoned: the value that the reason was given for.
    """
    CREATE TABLE adjustment (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        version_id INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
        task_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        label TEXT NOT NULL,
        title TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        reason TEXT NOT NULL,
        reasoned TEXT NOT NULL,
        UNIQUE (version_id, task_id, title)
    ) STRICT
    """,
    # A round of 征求意见 on a version.
    """
    CREATE TABLE consultation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        version_id INTEGER NOT NULL UNIQUE REFERENCES version (id) ON DELETE CASCADE,
        sent_on TEXT NOT NULL,
        due_on TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE consulted_unit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        consultation_id INTEGER NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        unit TEXT NOT NULL,
        replied_on TEXT,
        source TEXT NOT NULL,
        UNIQUE (consultation_id, unit)
    ) STRICT
    """,
    # task_id is empty where an opinion is on the whole, or its task was not found.
    """
    CREATE TABLE opinion (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        consultation_id INTEGER NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        unit TEXT NOT NULL,
        task_id INTEGER,
        about TEXT NOT NULL,
        stance TEXT NOT NULL,
        proposal TEXT NOT NULL,
        reason TEXT NOT NULL,
        doubt TEXT NOT NULL,
        outcome TEXT NOT NULL,
        outcome_reason TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX opinion_of ON opinion (consultation_id, position)",
)
