"""Schema 8: repairs that are only proposed, and rules taught by the clerk."""

STATEMENTS: tuple[str, ...] = (
    # What only the clerk can decide on in a reading; candidates: JSON ["likeliest", ...].
    """
    CREATE TABLE proposal (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        rule TEXT NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        before TEXT NOT NULL,
        candidates TEXT NOT NULL,
        evidence TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX proposal_plan ON proposal (plan_id, position)",
    # active: a rule can rest without being forgotten.
    """
    CREATE TABLE taught_rule (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        lesson TEXT NOT NULL,
        words TEXT NOT NULL,
        meaning TEXT NOT NULL,
        active INTEGER NOT NULL CHECK (active IN (0, 1)),
        taught_on TEXT NOT NULL,
        UNIQUE (lesson, words)
    ) STRICT
    """,
    # How often a rule had a part in the present reading of a plan.
    """
    CREATE TABLE rule_use (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        rule_id INTEGER NOT NULL REFERENCES taught_rule (id) ON DELETE CASCADE,
        plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        times INTEGER NOT NULL,
        used_on TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX rule_use_rule ON rule_use (rule_id)",
    "CREATE INDEX rule_use_plan ON rule_use (plan_id)",
)
