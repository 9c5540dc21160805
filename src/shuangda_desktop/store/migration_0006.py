"""Schema 6: what was exported, and the office's layouts."""

STATEMENTS: tuple[str, ...] = ()
