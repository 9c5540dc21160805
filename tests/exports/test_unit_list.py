"""单位任务清单: one unit's tasks by the part that it has in them."""

import openpyxl
import pytest

from exports.dumps import assert_golden, workbook_dump
from exports.sample import HEADING, task, tasks, unit
from shuangda_desktop.exports.workbooks.unit_list import write_unit_list
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.model import Basis

POLICE = "市公安局"


@pytest.fixture
def written(tmp_path):
    """Write a list and open the sheet again."""

    def write(rows, name=POLICE):
        path = tmp_path / "清单.xlsx"
        write.notes = write_unit_list(rows, path, HEADING, name)
        write.path = path
        return openpyxl.load_workbook(path).active

    return write


def rows_of(sheet) -> list[list[object]]:
    """The values below the header, without empty ends."""
    return [[c.value for c in row] for row in sheet.iter_rows(min_row=4)]


def titles(sheet) -> list[object]:
    """The header."""
    return [cell.value for cell in sheet[3]]


def test_the_whole_sheet_looks_as_it_was_looked_at(written):
    led = task(7, title="捣毁制假窝点", text="捣毁制假窝点。", units=(unit(POLICE),))
    written([*tasks(), led])
    assert_golden(workbook_dump(written.path), "unit_list.xlsx.txt")


def test_tasks_stand_under_the_weightiest_part_that_the_unit_has(written):
    both = (unit(POLICE, Role.COOPERATING, scope="甲"), unit(POLICE, scope="乙"))
    rows = [
        task(1, units=(unit(POLICE, Role.COOPERATING),)),
        task(2, units=(unit(POLICE, Role.RESPONSIBLE),)),
        task(3, units=both),
        task(4, units=(unit("示例海关"),)),
    ]
    found = [(row[0], row[1]) for row in rows_of(written(rows))]
    assert [first for first, _ in found] == [
        "牵头任务\uff081项\uff09",
        3,
        "责任任务\uff081项\uff09",
        2,
        "配合任务\uff081项\uff09",
        1,
    ]


def test_the_part_of_a_unit_in_a_task_is_named(written):
    both = (unit(POLICE, scope="食品"), unit(POLICE, Role.RESPONSIBLE, scope="药品"))
    sheet = written([task(1, units=both)])
    assert rows_of(sheet)[1][titles(sheet).index("承担部分")] == "食品、药品"
    assert "承担部分" not in titles(written(tasks()))


def test_the_others_stand_with_their_roles_and_the_unit_not_among_them(written):
    sheet = written([task(1)])
    others = rows_of(sheet)[1][titles(sheet).index("其他承担单位")]
    assert others == "牵头单位\uff1a市农业农村局\n责任单位\uff1a市市场监管局"


def test_a_proposed_lead_stays_proposed(written):
    units = (unit("市商务局", basis=Basis.PROPOSED), unit(POLICE, Role.COOPERATING))
    sheet = written([task(1, units=units)])
    assert "拟牵头单位\uff1a市商务局" in rows_of(sheet)[1]


def test_a_unit_without_tasks_gets_a_sheet_that_says_so(written):
    assert rows_of(written(tasks(), "市林业局"))[0][0] == "市林业局没有承担的任务"


def test_what_could_not_be_written_is_told(written):
    written([task(1, title="推进\x00农资打假")])
    assert written.notes == ("B5单元格\uff1a删去了1个无法写入文件的控制字符。",)
