"""What was written opens again, in a second reader and in LibreOffice."""

import shutil
import subprocess

import docx
import openpyxl
import pytest

from exports.sample import HEADING, plan, task, tasks
from shuangda_desktop.exports.word.local_plan import write_local_plan
from shuangda_desktop.exports.workbooks.ledger import write_ledger
from shuangda_desktop.exports.workbooks.schedule import write_schedule


def write_all(folder, rows, today):
    """One of each kind."""
    written = [folder / name for name in ("任务分工表.xlsx", "进度台账.xlsx", "实施方案.docx")]
    write_schedule(rows, written[0], HEADING)
    write_ledger(rows, written[1], HEADING, today)
    write_local_plan(plan(rows=rows), written[2])
    return written


@pytest.mark.parametrize("rows", [(), tasks()], ids=["no tasks", "three tasks"])
def test_a_second_reader_opens_what_was_written(tmp_path, today, rows):
    schedule, ledger, document = write_all(tmp_path, rows, today)
    assert len(docx.Document(str(document)).tables) == 1
    assert openpyxl.load_workbook(schedule).active["A1"].value == HEADING.title
    assert openpyxl.load_workbook(ledger).active["A1"].value == HEADING.title


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_and_prints_what_was_written(tmp_path, today):
    many = tuple(task(number, chapter=f"{number // 9}、章") for number in range(1, 40))
    (tmp_path / "out").mkdir()
    written = write_all(tmp_path / "out", many, today)
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path / "pdf"), *map(str, written)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    assert {p.stem for p in (tmp_path / "pdf").iterdir()} == {p.stem for p in written}
