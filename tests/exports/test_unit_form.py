"""The form of one unit: its tasks, what it said last, what is asked now."""

from dataclasses import replace
from datetime import date

import pytest

from shuangda_desktop.exports.workbooks.fillable import write_form
from shuangda_desktop.exports.workbooks.unit_form import CHOICES, FormHead, last_words, unit_form
from shuangda_desktop.plan.model import Role, Target
from shuangda_desktop.sources.sheets.filled import read_filled
from shuangda_desktop.tasks.periods import parse_key
from shuangda_desktop.tasks.returns.codes import is_ours, read_row_code
from shuangda_desktop.tasks.returns.model import Verdict, World
from shuangda_desktop.tasks.returns.reading import read_return
from shuangda_desktop.tasks.understanding import SAME_AS_LAST
from tasks.forms import DOORS, OFFICE, PERIOD, ask, asked

MARCH = parse_key(PERIOD)
HEAD = FormHead(OFFICE, "示例市", "示例市双打办", date(2026, 3, 28), "张三 0800-1")
MONEY = Target("案值", ">=", 100, "万元", "涉案金额100万元以上")
LAST = {"status": "推进中", "percent": "60", "note": "已查86家", "done1": "86"}


def form(*asks, head=HEAD):
    return unit_form(asked(*asks), MARCH, head)


def cells(made, row=0):
    return dict(zip((column.code for column in made.columns), made.rows[row].values, strict=True))


def test_the_head_says_who_until_when_and_whom_to_call():
    made = form(ask(1))
    assert made.title == "示例市打击侵权假冒工作2026年3月进展填报表"
    assert "请于2026年3月28日前报送    联系人\uff1a张三 0800-1" in made.under
    assert len(made.instructions) == 3
    assert "联系人" not in form(ask(1), head=replace(HEAD, contact="")).under


def test_last_period_stands_apart_and_plainly_old():
    made = form(ask(1, last=LAST))
    assert cells(made)["last"] == "推进中 60%\n已查86家"
    column = next(column for column in made.columns if column.code == "last")
    assert (column.old, column.opened) == (True, False)
    assert column.title == "上期情况\n\uff082026年2月\uff09"
    assert cells(made)["goal1"] == "检查门店50家以上\n\uff08上期86家\uff09"
    assert last_words(ask(1)) == ""


@pytest.mark.parametrize(
    ("role", "scope", "words"),
    [(Role.LEAD, "", "牵头"), (Role.COOPERATING, "药品", "配合\uff08药品\uff09"), (Role.RESPONSIBLE, "", "责任")],
)  # fmt: skip
def test_the_part_of_the_unit_is_marked(role, scope, words):
    assert cells(form(ask(1, role=role, scope=scope)))["role"] == words


def test_every_target_has_a_number_to_fill_and_other_rows_are_shut_there():
    made = form(ask(1, targets=(DOORS, MONEY)), ask(2, targets=()))
    titles = [column.title for column in made.columns]
    assert "指标一" in titles
    assert "指标二本期数" in titles
    assert made.rows[0].shut == frozenset()
    assert made.rows[1].shut == {"done1", "done2"}
    assert "done1" not in cells(form(ask(1, targets=())))


def test_rows_carry_codes_of_this_office_and_the_source_is_folded_away():
    made = form(ask(1, source="省公安厅负责。"))
    code = read_row_code(made.rows[0].code)
    assert is_ours(code, OFFICE)
    assert (code.period, code.task_id) == (PERIOD, 1)
    assert next(column for column in made.columns if column.code == "source").folded
    assert made.marks["period"] == PERIOD


def test_the_states_can_be_chosen_and_no_change_among_them():
    assert CHOICES == ("未启动", "推进中", "已完成", "暂缓", SAME_AS_LAST)


def test_a_form_that_nobody_filled_comes_back_without_a_value(tmp_path):
    one = asked(
        ask(1, last=LAST, due="2026-06-30\uff08每季度\uff09"), ask(2, targets=(MONEY, DOORS))
    )
    path = tmp_path / "表.xlsx"
    assert write_form(unit_form(one, MARCH, HEAD), path) == ()
    book = read_filled(path.read_bytes(), path.name)
    found = read_return(book, World(OFFICE, (one,), 2026), PERIOD)
    assert (found.unit, found.certain, found.changes) == (one.unit, True, ())
    assert [odd.code for odd in found.oddities] == ["empty"]


def test_forms_go_round_whatever_their_texts_hold(tmp_path):
    import openpyxl

    texts = [
        "=1+1",
        "@甲",
        "a&b<c>",
        "一\n二\t三",
        "长" * 3000,
        "  空  格  ",
        "\u2460\u3231",
        "1e5",
        "2026-03-01",
        "-",
    ]
    one = asked(*(ask(n, title=text, text=text) for n, text in enumerate(texts, 1)))
    path = tmp_path / "表.xlsx"
    write_form(unit_form(one, MARCH, HEAD), path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    note = next(c for row in sheet.iter_rows() for c in row if c.value == "SD:note").column
    for row in range(1, sheet.max_row + 1):
        if read_row_code(str(sheet.cell(row, 2).value or "")):
            sheet.cell(row, note).value = f"第{row}行"
    book.save(path)
    found = read_return(
        read_filled(path.read_bytes(), path.name), World(OFFICE, (one,), 2026), PERIOD
    )
    assert len(found.changes) == len(texts)
    assert {change.verdict for change in found.changes} == {Verdict.NEW}
    assert [odd for odd in found.oddities if odd.code != "row"] == []
