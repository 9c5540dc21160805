"""The database: SQLite through sqlite-utils."""
