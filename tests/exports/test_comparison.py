"""逐条对照表: nothing of the higher plan goes lost unnoticed."""

import openpyxl
import pytest

from exports.dumps import assert_golden, workbook_dump
from exports.sample import HEADING, task
from shuangda_desktop.exports.workbooks.comparison import NO_REASON, write_comparison
from shuangda_desktop.plan.model import Measure, Plan, Section
from shuangda_desktop.text.mapped import Span

NOWHERE = Span(0, 0)
SECTIONS = (
    Section(1, "一", "加强重点领域治理", NOWHERE),
    Section(2, "(一)", "推进农资打假", NOWHERE, 0),
    Section(3, "1", "检查门店", NOWHERE, 1),
    Section(1, "二", "健全工作机制", NOWHERE),
)


def measure(key: int, section: int | None = 1) -> Measure:
    """A measure of the higher plan."""
    return Measure(key, f"开展第{key}次排查。", NOWHERE, section, "(省公安厅负责)")


@pytest.fixture
def written(tmp_path):
    """Write a table and open the sheet again."""

    def write(measures, rows):
        path = tmp_path / "对照.xlsx"
        plan = Plan(sections=SECTIONS, measures=tuple(measures))
        write.notes = write_comparison(plan, rows, path, HEADING)
        write.path = path
        return openpyxl.load_workbook(path).active

    return write


def lines(sheet) -> list[tuple[object, ...]]:
    """The rows of clauses: those with a number."""
    rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=4)]
    return [row for row in rows if isinstance(row[0], int)]


def total(sheet) -> str:
    """The last line."""
    return sheet.cell(sheet.max_row, 1).value


def test_the_whole_sheet_looks_as_it_was_looked_at(written):
    rows = [
        task(1),
        task(2, measure_key=100, title="管好寄递渠道"),
        task(3, measure_key=200, dropped_reason="本市没有口岸"),
    ]
    written([measure(100), measure(200, 3), measure(300, 3)], rows)
    assert_golden(workbook_dump(written.path), "comparison.xlsx.txt")


def test_a_clause_stands_beside_its_task_its_units_and_its_day(written):
    row = lines(written([measure(100)], [task(1)]))[0]
    assert row[:4] == (
        1,
        "\uff08一\uff09推进农资打假",
        "开展第100次排查。\uff08省公安厅负责\uff09",
        f"1.推进农资打假。{task(1).text.replace(',', chr(0xFF0C))}",
    )
    assert (
        row[4] == "牵头单位\uff1a市农业农村局\n责任单位\uff1a市市场监管局\n配合单位\uff1a市公安局"
    )
    assert row[5:] == ("2026年6月底前", None)


def test_a_clause_that_became_two_tasks_has_two_rows(written):
    found = lines(written([measure(100)], [task(1), task(2, measure_key=100)]))
    assert [row[0] for row in found] == [1, 1]
    assert found[1][1:3] == (None, "同上")


def test_clauses_that_became_one_task_both_name_it(written):
    found = lines(written([measure(100), measure(200)], [task(1, more_keys=(200,))]))
    assert found[0][3] == found[1][3]
    assert [row[6] for row in found] == ["多条合并为一项任务"] * 2


@pytest.mark.parametrize(
    ("changes", "explained"),
    [
        ({"dropped_reason": "本市没有口岸"}, "不分解\uff1a本市没有口岸"),
        ({"applicable": False, "reason": "立法由上级承担"}, "拟不分解\uff1a立法由上级承担"),
        ({"applicable": False}, NO_REASON),
    ],
)
def test_a_clause_that_does_not_descend_says_why(written, changes, explained):
    row = lines(written([measure(100)], [task(1, **changes)]))[0]
    assert row[3:] == (None, None, None, explained)
    assert bool(written.notes) is (explained == NO_REASON)


def test_a_clause_without_a_task_is_marked_and_told(written):
    sheet = written([measure(100)], [])
    assert lines(sheet)[0][6] == NO_REASON
    assert sheet["G5"].fill.fgColor.rgb == "00FFF0CC"
    assert written.notes == ("第1条“开展第100次排查。…”没有任务\uff0c也没有说明理由。",)


def test_the_total_counts_every_clause_once(written):
    rows = [
        task(1),
        task(2, measure_key=100),
        task(3, measure_key=200, dropped_reason="本市没有口岸"),
        task(4, measure_key=300, applicable=False),
    ]
    keys = (100, 200, 300, 400)
    assert total(written([measure(key) for key in keys], rows)) == (
        "上级方案措施4条\uff1a已分解1条\uff0c说明理由不分解1条\uff0c没有任务且没有说明理由2条。"
    )


@pytest.mark.parametrize(
    ("section", "chapter", "item"),
    [
        (None, None, None),
        (0, "一、加强重点领域治理", None),
        (1, "一、加强重点领域治理", "\uff08一\uff09推进农资打假"),
        (2, "一、加强重点领域治理", "1.检查门店"),
    ],
)
def test_chapter_and_item_are_named_as_the_source_names_them(written, section, chapter, item):
    sheet = written([measure(100, section)], [task(1)])
    assert lines(sheet)[0][1] == item
    assert sheet["A4"].value == (chapter or 1)


def test_a_plan_without_measures_says_so(written):
    assert total(written([], [])) == "上级方案中没有措施"


def test_what_could_not_be_written_is_told(written):
    written([measure(100)], [task(1, title="推进\x00农资打假")])
    assert written.notes == ("D5单元格\uff1a删去了1个无法写入文件的控制字符。",)


def test_the_parts_of_a_long_chapter_are_its_bands(tmp_path):
    sections = (*SECTIONS[:3], Section(2, "(二)", "管好集市", NOWHERE, 0))
    measures = tuple(measure(key, at) for key, at in ((100, 1), (200, 2), (300, 3), (400, 3)))
    path = tmp_path / "对照.xlsx"
    write_comparison(Plan(sections=sections, measures=measures), [], path, HEADING)
    sheet = openpyxl.load_workbook(path).active
    bands = [row[0].value for row in sheet.iter_rows(min_row=4) if row[0].value]
    assert bands[:1] + bands[3:4] == ["\uff08一\uff09推进农资打假", "\uff08二\uff09管好集市"]
    assert [line[1] for line in lines(sheet)] == [None, "1.检查门店", None, None]
