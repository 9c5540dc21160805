"""Files that are no forms of ours: of another database, or tables in which nothing is to be filled."""

from shuangda_desktop.tasks.returns.codes import row_code
from shuangda_desktop.tasks.returns.model import ReturnKind, Verdict
from shuangda_desktop.tasks.returns.reading import read_return
from shuangda_desktop.text.sheets import FilledBook, FilledSheet
from tasks.forms import HEADER, OFFICE, PERIOD, POLICE, Sheet, ask, asked, world


def test_a_form_of_another_database_is_told_as_such_and_asked_about_row_by_row():
    sheet = Sheet().put(0, note="检查86家", percent="50").put(1, note="检查7家")
    codes = {task: row_code("00" * 16, PERIOD, POLICE, task) for task in (1, 2, 3)}
    for task, code in codes.items():
        sheet.rows[sheet.row(task - 1)] = [
            code if cell == row_code(OFFICE, PERIOD, POLICE, task) else cell
            for cell in sheet.rows[sheet.row(task - 1)]
        ]
    found = read_return(sheet.book("市公安局.xlsx"), world(), PERIOD)
    told = " ".join(odd.message for odd in found.oddities)
    assert "表里的标识属于另一套数据" in told
    assert "这一行的标识属于另一套数据\uff0c按文字对应到任务" in told
    assert {change.verdict for change in found.changes} == {Verdict.ASK}


def test_a_table_without_a_column_to_fill_is_no_report():
    one = ask(1)
    sheet = Sheet(asked(one))
    keep = [sheet.column(name) for name in ("number", "task", "due")]
    table = FilledSheet(
        "分工表",
        {
            (at, place): row[column]
            for at, row in enumerate([sheet.rows[HEADER + 1], sheet.rows[sheet.row(0)]])
            for place, column in enumerate(keep)
        }
        | {(0, 3): "具体措施", (1, 3): "查处仿冒商品"},
    )
    book = FilledBook("市公安局分工表.xlsx", "x", "xlsx", (table,))
    found = read_return(book, world(asked(one)), PERIOD)
    assert found.kind is ReturnKind.EMPTY
    assert [change.verdict for change in found.changes] == [Verdict.ASK]
    assert "不像是填报表" in " ".join(odd.message for odd in found.oddities)
