"""Replies that are no workbooks: a table copied into Word, a page saved as .xls, a letter."""

import random

import pytest
from docx import Document

from services.city import MARCH, found_city, name_of
from services.filling import Form
from shuangda_desktop.services.rounds import collecting, sending
from shuangda_desktop.tasks.returns.model import ReturnKind, Verdict


@pytest.fixture
def form(store, now, tmp_path) -> Form:
    """The form of the first of two units."""
    found_city(store, now, 2, 3)
    mailing = sending.gather_mailing(store, MARCH, now.date())
    written = sending.write_mailing(mailing, tmp_path)
    return Form(next(one.path for one in written if one.unit == name_of(0)))


def seen(form) -> list[list[str]]:
    """The table as a unit sees and copies it: no hidden row, no hidden column."""
    first = min(form.rows.values()) - 1
    hidden = {2, form.fields["source"]}
    columns = [c for c in range(1, form.sheet.max_column + 1) if c not in hidden]
    rows = [first, *sorted(form.rows.values())]
    return [[str(form.sheet.cell(r, c).value or "") for c in columns] for r in rows]


def read(store, path):
    return collecting.read_files(collecting.gather_known(store, MARCH), [path]).returns[0]


def values(one):
    return {(c.task_id, c.field): c.after for c in one.changes}


def test_a_table_that_was_copied_into_word_is_read_as_a_form(store, form, tmp_path):
    meant = form.fill(random.Random(1))
    lines = seen(form)
    document = Document()
    document.add_paragraph(f"{name_of(0)}关于3月工作进展的报告")
    table = document.add_table(len(lines), len(lines[0]))
    for line, row in zip(lines, table.rows, strict=True):
        for text, cell in zip(line, row.cells, strict=True):
            cell.text = text
    path = tmp_path / "报告.docx"
    document.save(path)
    one = read(store, path)
    assert values(one) == meant
    assert (one.unit, one.certain) == (name_of(0), False)
    assert "标识已丢失" in "".join(odd.message for odd in one.oddities)


def test_a_page_that_is_called_a_workbook_is_read_as_a_form(store, form, tmp_path):
    meant = form.fill(random.Random(2))
    rows = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in line)}</tr>" for line in seen(form))
    page = f"<html><head><meta charset='gbk'></head><body><p>{name_of(0)}</p><table>{rows}</table></body></html>"
    path = tmp_path / "导出.xls"
    path.write_bytes(page.replace("\n", "<br>").encode("gbk"))
    one = read(store, path)
    arrived = {key: " ".join(value.split()) for key, value in values(one).items()}
    assert arrived == {key: " ".join(value.split()) for key, value in meant.items()}


def test_a_letter_is_matched_paragraph_by_paragraph(store, form, tmp_path):
    document = Document()
    for line in (
        "临江市双打办\uff1a",
        "现将我局3月工作情况报告如下\uff1a",
        "一、集贸市场第1轮检查。检查市场12个\uff0c已完成60%。",
        "二、网络交易第2轮检查。下架商品35件。",
        name_of(0),
        "2026年3月25日",
    ):
        document.add_paragraph(line)
    path = tmp_path / "函.docx"
    document.save(path)
    one = read(store, path)
    assert (one.unit, one.kind) == (name_of(0), ReturnKind.REPORT)
    assert {(c.number, c.field) for c in one.changes} == {(1, "note"), (1, "percent"), (2, "note")}
    assert {c.verdict for c in one.changes} == {Verdict.ASK}


def test_a_letter_that_reports_nothing_is_a_zero_report(store, form, tmp_path):
    path = tmp_path / f"{name_of(0)}.txt"
    path.write_text("我局本月零报告。", "gb18030")
    assert read(store, path).kind is ReturnKind.ZERO
