"""Writing tables and documents, against libraries that write the same values with no care at all."""

import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import Workbook

from benchmarks.floors import cpu_seconds, cpu_seconds_in_turn
from exports.sample import HEADING, plan, task
from shuangda_desktop.exports.word.local_plan import write_local_plan
from shuangda_desktop.exports.workbooks.ledger import write_ledger
from shuangda_desktop.tasks.columns.ledger import ledger_columns
from shuangda_desktop.tasks.rows import TaskRow

pytestmark = pytest.mark.slow

TODAY = date(2026, 3, 16)
COLUMNS = ledger_columns(TODAY)[:12]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def rows(count: int) -> tuple[TaskRow, ...]:
    """Tasks of which no two say the same."""
    return tuple(_row(number) for number in range(1, count + 1))


def _row(number: int) -> TaskRow:
    return task(
        number,
        chapter=f"第{number // 100}章",
        title=f"整治第{number}类商品",
        text=f"组织对{number}类商品的生产、流通、销售环节开展执法检查,查处假冒商标、仿冒包装的行为,"
        f"追查来源和去向,年内检查门店不少于{number}家。",
        latest_note=f"已检查{number}家,立案{number % 7}件。",
        due_on=TODAY + timedelta(number % 300),
        latest_on=TODAY - timedelta(number % 90),
        percent=number % 100,
    )


def plain_workbook(count: int, path: Path) -> None:
    """openpyxl with the same values and nothing else: no font, no border, no height, no check."""
    book = Workbook()
    for row in rows(count):
        book.active.append([column.value(row) for column in COLUMNS])
    book.save(path)


def plain_document(source: Path, path: Path) -> None:
    """lxml with the same paragraphs and cells: their style, their runs and nothing else."""
    body = etree.Element(f"{W}body")
    for style, runs in _paragraphs(source):
        _paragraph(etree.SubElement(body, f"{W}p"), style, runs)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", etree.tostring(body, encoding="UTF-8"))


@cache
def _paragraphs(source: Path) -> list[tuple[str, list[tuple[str, str]]]]:
    root = etree.fromstring(zipfile.ZipFile(source).read("word/document.xml"))
    return [(p[0][0].get(f"{W}val"), list(_runs(p))) for p in root.iter(f"{W}p")]


def _runs(paragraph) -> Iterator[tuple[str, str]]:
    for run in paragraph.iter(f"{W}r"):
        yield run[0][0].get(f"{W}eastAsia"), "".join(t.text or "" for t in run.iter(f"{W}t"))


def _paragraph(element, style: str, runs: Sequence[tuple[str, str]]) -> None:
    look = etree.SubElement(element, f"{W}pPr")
    etree.SubElement(look, f"{W}pStyle").set(f"{W}val", style)
    for face, text in runs:
        run = etree.SubElement(element, f"{W}r")
        fonts = etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}rFonts")
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(f"{W}{script}", face)
        etree.SubElement(run, f"{W}t").text = text


def test_a_ledger_of_ten_thousand_rows_costs_little_more_than_plain_openpyxl(tmp_path, capsys):
    path, plain = tmp_path / "台账.xlsx", tmp_path / "plain.xlsx"
    floor = cpu_seconds(lambda: plain_workbook(10_000, plain), 3)
    cost = cpu_seconds(lambda: write_ledger(rows(10_000), path, HEADING, TODAY, COLUMNS), 3)
    with capsys.disabled():
        print(f"\nledger of 10,000 x 12: {cost / floor:.2f} times plain openpyxl of {floor:.2f} s")
    assert cost / floor < 1.25


def test_a_document_of_a_thousand_measures_costs_at_most_three_times_plain_lxml(tmp_path, capsys):
    path = tmp_path / "方案.docx"
    cost = cpu_seconds(lambda: write_local_plan(plan(rows=rows(1000)), path), 5)
    floor = cpu_seconds(lambda: plain_document(path, tmp_path / "plain.docx"), 5)
    with capsys.disabled():
        print(f"\nplan of 1,000 measures: {cost / floor:.2f} times plain lxml of {floor:.2f} s")
    assert cost / floor < 3


def test_two_thousand_measures_cost_at_most_a_little_more_than_twice_a_thousand(tmp_path, capsys):
    path = tmp_path / "方案.docx"
    one, two = cpu_seconds_in_turn(
        lambda: write_local_plan(plan(rows=rows(1000)), path),
        lambda: write_local_plan(plan(rows=rows(2000)), path),
    )
    with capsys.disabled():
        print(f"\nplan of 2,000 measures: {two / one:.2f} times 1,000")
    assert two / one < 2.5
