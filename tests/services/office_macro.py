"""What a clerk does to forms in LibreOffice; run by the system's Python, which alone has ``uno``.

``python3 office_macro.py JOBS`` reads a JSON list of ``{"open": path, "do": [[step, ...], ...],
"save": [[path, filter, options], ...]}`` and does them all in one office process. A step is the name of
a function below with its arguments; rows and columns count from 0.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.table import TableSortField

PIPE = f"forms{os.getpid()}"
PATIENCE = 60  # seconds until the office must have started


def typed(sheet, row, column, words):
    """Type into a cell: the office makes of "80%" or "2026-3-25" what it makes of them."""
    sheet.getCellByPosition(column, row).FormulaLocal = words


def sort(sheet, first, last, width, key, ascending):
    """Sort whole rows by a column."""
    field = TableSortField()
    field.Field, field.IsAscending = key, ascending
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    area = sheet.getCellRangeByPosition(0, first, width - 1, last)
    uno.invoke(
        area, "sort", ((_property("SortFields", fields), _property("ContainsHeader", False)),)
    )


def insert_column(sheet, at):
    """Push a column in."""
    sheet.Columns.insertByIndex(at, 1)


def delete_row(sheet, at):
    """Take a row out."""
    sheet.Rows.removeByIndex(at, 1)


def hide_row(sheet, at):
    """Hide a row, as a filter does."""
    sheet.Rows.getByIndex(at).IsVisible = False


def merge(sheet, first, last, column):
    """Make one cell of several below one another."""
    sheet.getCellRangeByPosition(column, first, column, last).merge(True)


def copy_row(sheet, source, target):
    """Paste a row over another."""
    area = sheet.Rows.getByIndex(source)
    sheet.copyRange(sheet.getCellByPosition(0, target).CellAddress, area.RangeAddress)


def rename(sheet, name):
    """Give the sheet another name."""
    sheet.Name = name


def unprotect(sheet):
    """Take the protection off, which has no password: without it no column can be pushed in."""
    sheet.unprotect("")


STEPS = {
    step.__name__: step
    for step in (
        typed,
        sort,
        insert_column,
        delete_row,
        hide_row,
        merge,
        copy_row,
        rename,
        unprotect,
    )
}


def main():
    """Start an office, do all jobs, end it."""
    jobs = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    with tempfile.TemporaryDirectory() as profile:
        office = subprocess.Popen(
            [
                "soffice",
                f"-env:UserInstallation=file://{profile}",
                "--headless",
                "--norestore",
                f"--accept=pipe,name={PIPE};urp;",
            ]
        )
        try:
            desktop = _desktop()
            for job in jobs:
                _do(desktop, job)
            desktop.terminate()
            office.wait(PATIENCE)
        finally:
            office.kill()
            office.wait()


def _desktop():
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", here
    )
    until = time.monotonic() + PATIENCE
    while True:
        try:
            there = resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
            return there.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", there
            )
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def _do(desktop, job):
    hidden = (_property("Hidden", True),)
    document = desktop.loadComponentFromURL(_url(job["open"]), "_blank", 0, hidden)
    try:
        sheet = document.Sheets.getByIndex(0)
        for name, *arguments in job["do"]:
            STEPS[name](sheet, *arguments)
        for path, name, options in job["save"]:
            how = (_property("FilterName", name), _property("FilterOptions", options))
            document.storeToURL(_url(path), how)
    finally:
        document.close(True)


def _property(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def _url(path):
    return uno.systemPathToFileUrl(path)


if __name__ == "__main__":
    main()
