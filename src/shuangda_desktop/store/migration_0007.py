"""Schema 7: the office's own paragraphs and templates."""

STATEMENTS: tuple[str, ...] = ()
