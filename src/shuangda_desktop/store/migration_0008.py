"""Schema 8: rules taught by the clerk."""

STATEMENTS: tuple[str, ...] = ()
