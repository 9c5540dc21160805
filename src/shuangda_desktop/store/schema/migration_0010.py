"""Schema 10: the index knows characters by their places, and a measure holds what hangs on it.

The index of pairs took twice the time to write. Duties, days, rhythms and targets were rows of four tables that
nobody asked for without their measure: fifteen rows for each.
"""

_SEARCHED = ("plan", "measure", "task", "entry", "move")
# every character is a word; only blanks part them
_WORDS = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"


_PARTS = {
    "duty": ("duties", "unit, role, scope"),
    "deadline": ("deadlines", "text, due_on, soft"),
    "recurrence": ("recurrences", "text, every"),
    "target": ("targets", "name, operator, value, unit, text"),
}


def _moved(table: str, column: str, fields: str) -> tuple[str, ...]:
    """The rows of a table become lists in a column of their measure."""
    rows = f"SELECT {fields} FROM {table} WHERE measure_id = measure.id ORDER BY position"
    return (
        f"ALTER TABLE measure ADD COLUMN {column} TEXT NOT NULL DEFAULT '[]'",
        f"UPDATE measure SET {column} = (SELECT json_group_array(json_array({fields})) FROM ({rows}))",
        f"DROP TABLE {table}",
    )


STATEMENTS: tuple[str, ...] = (
    *(f"DROP TABLE derived_search_{name}" for name in _SEARCHED),
    *(
        f"""
        CREATE VIRTUAL TABLE derived_search_{name} USING fts5 (
            letters, content = '', tokenize = "{_WORDS}"
        )
        """
        for name in _SEARCHED
    ),
    *(statement for table, part in _PARTS.items() for statement in _moved(table, *part)),
    "DELETE FROM derived_state",  # the index is made anew when the file is opened
)
