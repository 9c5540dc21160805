"""Schema 2: what a city decided once for its units."""

STATEMENTS: tuple[str, ...] = (
    # The day on which the clerk said who does a higher unit's work here; NULL: only the tables say so.
    "ALTER TABLE counterpart ADD COLUMN decided_on TEXT",
)
