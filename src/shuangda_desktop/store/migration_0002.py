"""Schema 2: what a city decided once for its units."""

STATEMENTS: tuple[str, ...] = ()
