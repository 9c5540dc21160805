"""Schema 7: the office's own paragraphs and templates, and what it changed in drafted papers."""

STATEMENTS: tuple[str, ...] = (
    # Paragraphs of earlier papers that are used again; tags are parted by blanks.
    """
    CREATE TABLE own_passage (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        title TEXT NOT NULL,
        tags TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT
    """,
    # A change in the text of a draft: the lines that stood there and those that stand there now, both
    # JSON lists; ``anchor`` is the line before them, ``at`` their place. A draft is a kind of paper, its period, its unit.
    """
    CREATE TABLE paper_edit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        draft TEXT NOT NULL,
        position INTEGER NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        anchor TEXT NOT NULL,
        at INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX paper_edit_draft ON paper_edit (draft, position)",
    # Head, number, recipients, imprint of a draft, as JSON.
    """
    CREATE TABLE paper_dress (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        draft TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        value TEXT NOT NULL
    ) STRICT
    """,
    # A file of the office's with placeholders, as it was chosen; kind is the paper or sheet it is for.
    """
    CREATE TABLE own_template (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        content BLOB NOT NULL
    ) STRICT
    """,
)
