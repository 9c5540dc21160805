"""Schema 9: moves of a stretch of time, and zero reports, are found without reading those of all years."""

STATEMENTS: tuple[str, ...] = (
    "CREATE INDEX task_move_day ON task_move (moved_on, task_id)",
    """
    CREATE INDEX unit_return_zero ON unit_return (unit, received_on, period) WHERE kind = 'zero'
    """,
)
