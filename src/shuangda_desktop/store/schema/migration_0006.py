"""Schema 6: what was exported, and the office's layouts."""

STATEMENTS: tuple[str, ...] = (
    # columns: JSON [{key, title, width}, ...]; the settings say which layout a sheet is written in.
    """
    CREATE TABLE layout (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        sheet TEXT NOT NULL,
        name TEXT NOT NULL,
        columns TEXT NOT NULL,
        paper TEXT NOT NULL,
        title TEXT NOT NULL,
        label TEXT NOT NULL,
        UNIQUE (sheet, name)
    ) STRICT
    """,
    # snapshot: what the file said, "" where that was not kept (files of before this schema).
    """
    CREATE TABLE export (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document TEXT NOT NULL,
        action TEXT NOT NULL,
        file TEXT NOT NULL,
        folder TEXT NOT NULL,
        at TEXT NOT NULL,
        about TEXT NOT NULL,
        line_count INTEGER NOT NULL,
        snapshot TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX export_document ON export (document, id)",
    """
    INSERT INTO export (document, action, file, folder, at, about, line_count, snapshot)
    SELECT
        CASE action WHEN '导出任务分工表' THEN 'schedule' WHEN '导出进度台账' THEN 'ledger' ELSE 'plan' END,
        action, json_extract(new, '$.file'), '', at, '', json_extract(new, '$.tasks'), ''
    FROM audit WHERE table_name = 'export' AND new IS NOT NULL ORDER BY id
    """,
)
