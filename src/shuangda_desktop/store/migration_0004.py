"""Schema 4: the life of a task beyond its status."""

STATEMENTS: tuple[str, ...] = ()
