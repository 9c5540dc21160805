"""Schema 9: the moves of a stretch of time are found without reading those of all years."""

STATEMENTS: tuple[str, ...] = ("CREATE INDEX task_move_day ON task_move (moved_on, task_id)",)
