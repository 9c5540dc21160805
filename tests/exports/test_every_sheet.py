"""What holds for every workbook: its schema and its life in LibreOffice."""

import json
import shutil
import subprocess

import openpyxl
import pytest

from exports.every_sheet import WRITERS, long_list, write_every
from exports.sample import task, tasks

VALIDATOR = shutil.which("ooxml-validator")
EVERYTHING = (
    *tasks(),
    task(4, title="捣毁制假窝点", text="捣毁制假窝点。"),
    task(5, text="=1+1 <b>\t\n"),
    *long_list()[5:],
)


@pytest.mark.parametrize("name", WRITERS)
def test_a_second_reader_opens_it_with_and_without_rows(tmp_path, name):
    for rows in (EVERYTHING, ()):
        WRITERS[name](rows, tmp_path / "表.xlsx")
        for sheet in openpyxl.load_workbook(tmp_path / "表.xlsx"):
            assert sheet["A1"].value
            assert sheet.print_area
            assert "&P" in sheet.oddFooter.center.text


@pytest.mark.slow
@pytest.mark.skipif(not VALIDATOR, reason="ooxml-validator is not installed")
@pytest.mark.parametrize("name", WRITERS)
def test_it_keeps_to_the_schema(tmp_path, name):
    for rows in (EVERYTHING, ()):
        WRITERS[name](rows, tmp_path / "表.xlsx")
        command = [VALIDATOR, tmp_path / "表.xlsx", "--officeVersion", "Office2019"]
        run = subprocess.run(command, capture_output=True, check=False)
        errors = json.loads(run.stdout)["errors"]
        assert [f"{e['path']} {e['description']}" for e in errors] == []


def contents(path):
    """Sheets with their values, merges and charts.

    Frozen panes are left out: they belong to a window, and LibreOffice has none here. It drops them from
    any workbook, a plain one of openpyxl too; what a cell says is not touched by it.
    """
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: (
            [[_plain(c.value) for c in row] for row in sheet.iter_rows(max_col=sheet.max_column)],
            sorted(map(str, sheet.merged_cells.ranges)),
            len(sheet._charts),
        )
        for sheet in book
    }


def _plain(value):
    return value.replace("_x005F_", "_") if isinstance(value, str) else value


def _without_empty(found):
    return {
        name: ([r for r in rows if any(v not in (None, "") for v in r)], *rest)
        for name, (rows, *rest) in found.items()
    }


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:.*extension is not supported")  # LibreOffice's own
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_it_and_saves_it_again_unchanged(tmp_path):
    written = write_every(tmp_path, EVERYTHING)
    profile = (tmp_path / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx"]
    command += ["--outdir", str(tmp_path / "again"), *map(str, written)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for path in written:
        again = tmp_path / "again" / path.name
        assert _without_empty(contents(again)) == _without_empty(contents(path)), path.name
