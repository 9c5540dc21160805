"""Schema 5: workbooks sent out and returned."""

STATEMENTS: tuple[str, ...] = ()
