"""Schema 3: versions of the task list and the rounds of opinions on it."""

STATEMENTS: tuple[str, ...] = ()
