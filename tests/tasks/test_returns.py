"""A form that came back: what arrives, what is asked, what is said to be odd."""

from dataclasses import replace

from shuangda_desktop.tasks.returns.codes import row_code
from shuangda_desktop.tasks.returns.model import ReturnKind, Verdict, field_words
from shuangda_desktop.tasks.returns.reading import read_return
from shuangda_desktop.text.sheets import FilledBook, FilledSheet
from tasks.forms import FIELDS, HEADER, OFFICE, PERIOD, POLICE, TRADE, Sheet, ask, asked, world


def read(sheet: Sheet, known=None, period=PERIOD, unit="", name="上报.xlsx"):
    return read_return(sheet.book(name), known or world(), period, unit)


def values(found) -> dict[tuple[int, str], str]:
    return {(change.task_id, change.field): change.after for change in found.changes}


def codes(found) -> set[str]:
    return {odd.code for odd in found.oddities}


def said(found, code: str) -> str:
    return "".join(odd.message for odd in found.oddities if odd.code == code)


def filled() -> Sheet:
    return (
        Sheet()
        .put(0, status="推进中", percent="60", note="检查86家", done1="86")
        .put(1, status="已完成", percent="100", note="全部查完", problem="无")
        .put(2, status="未启动", percent="0", note="等待方案")
    )


ALL = {
    (1, "status"): "推进中", (1, "percent"): "60", (1, "note"): "检查86家", (1, "done1"): "86",
    (2, "status"): "已完成", (2, "percent"): "100", (2, "note"): "全部查完", (2, "problem"): "无",
    (3, "status"): "未启动", (3, "percent"): "0", (3, "note"): "等待方案",
}  # fmt: skip


def test_a_form_that_was_filled_as_asked_arrives_whole_and_without_a_word():
    found = read(filled())
    assert values(found) == ALL
    assert {change.verdict for change in found.changes} == {Verdict.NEW}
    assert (found.unit, found.period, found.kind, found.certain) == (POLICE, PERIOD, ReturnKind.REPORT, True)  # fmt: skip
    assert found.oddities == ()
    assert found.changes[0].place == "I6" or found.changes[0].place.endswith("6")


def test_what_is_known_already_is_the_same_and_what_differs_is_changed():
    known = world(asked(ask(1, known={"percent": "60", "note": "旧"}), ask(2), ask(3)))
    found = {(c.task_id, c.field): c for c in read(filled(), known).changes}
    assert found[1, "percent"].verdict is Verdict.SAME
    assert (found[1, "note"].verdict, found[1, "note"].before) == (Verdict.CHANGED, "旧")


def test_rows_in_another_order_arrive_where_they_belong():
    sheet = filled()
    rows = sheet.rows[HEADER + 2 : HEADER + 5]
    sheet.rows[HEADER + 2 : HEADER + 5] = rows[::-1]
    assert values(read(sheet)) == ALL


def test_codes_that_were_left_behind_when_sorting_are_noticed():
    sheet = filled()
    sheet.rows[HEADER + 2][1], sheet.rows[HEADER + 3][1] = sheet.rows[HEADER + 3][1], sheet.rows[HEADER + 2][1]  # fmt: skip
    found = read(sheet)
    assert values(found) == ALL
    assert "只排了一部分列的序" in said(found, "row")
    assert {c.verdict for c in found.changes if c.task_id in (1, 2)} == {Verdict.ASK}


def test_a_column_pushed_in_between_changes_nothing_and_its_words_are_asked():
    sheet = filled()
    for number, row in enumerate(sheet.rows[HEADER:], HEADER):
        row.insert(4, {HEADER + 1: "备注", HEADER + 2: "加急"}.get(number, ""))
    found = read(sheet)
    extra = [change for change in found.changes if change.field == "extra"]
    assert {k: v for k, v in values(found).items() if k[1] != "extra"} == ALL
    assert [(c.task_id, c.after, c.verdict) for c in extra] == [(1, "加急", Verdict.ASK)]
    assert "多出一列“备注”" in extra[0].why


def test_what_stands_in_two_columns_of_their_own_is_one_thing_that_is_asked():
    sheet = filled()
    for number, row in enumerate(sheet.rows[HEADER:], HEADER):
        row += {HEADER + 1: ["备注", ""], HEADER + 2: ["加急", "附件2份"]}.get(number, ["", ""])
    extra = [change for change in read(sheet).changes if change.field == "extra"]
    assert [(c.after, c.verdict) for c in extra] == [
        ("备注\uff1a加急\uff1b另\uff1a附件2份", Verdict.ASK)
    ]


def test_columns_that_were_moved_and_renamed_are_known_by_their_codes():
    sheet = filled()
    sheet.rows = [[*row[:2], *row[2:][::-1]] if number >= HEADER else row for number, row in enumerate(sheet.rows)]  # fmt: skip
    for row in sheet.rows[HEADER:]:
        row.extend([""] * (len(FIELDS) + 1 - len(row)))
    sheet.rows[HEADER + 1][2] = "别的名字"
    last = sheet.rows[HEADER + 5 :]
    sheet.rows[HEADER + 5 :] = []
    assert values(read(sheet)) == ALL
    assert last


def test_without_the_hidden_row_columns_are_known_by_their_titles_with_a_doubt():
    sheet = filled()
    sheet.rows[HEADER] = []
    found = read(sheet)
    assert values(found) == ALL
    assert "表头的标识已丢失" in said(found, "columns")


def test_a_copy_without_any_marks_is_concluded_and_doubted():
    found = read(filled().without_codes())
    assert values(found) == ALL
    assert (found.unit, found.certain) == (POLICE, False)
    assert "认作市公安局" in said(found, "unit")
    assert "没有标识" in said(found, "row")


def test_a_file_without_marks_and_name_is_known_by_its_tasks_alone():
    sheet = filled().without_codes()
    sheet.rows[1] = []
    assert read(sheet).unit == POLICE
    assert read(sheet, name="市商务局报表.xlsx").unit == TRADE


def test_a_unit_is_known_by_its_other_names_and_the_longer_name_counts():
    sheet = filled().without_codes()
    sheet.rows[1] = ["填报单位\uff1a市公安局交警支队"]
    several = (asked(), asked(unit="交警支队", names=("市公安局交警支队",)))
    assert read(sheet, world(*several)).unit == "交警支队"


def test_nobody_is_guessed_where_nothing_says_whose_it_is():
    sheet = filled().without_codes()
    sheet.rows[1] = []
    several = (asked(), asked(unit="另一个局"))
    found = read(sheet, world(*several))
    assert found.unit == ""
    assert "请指定单位" in said(found, "unit")
    assert "对不上任何任务" in said(found, "stray")
    assert read(sheet, world(*several), unit="另一个局").unit == "另一个局"


def test_a_unit_that_the_clerk_named_is_believed_before_the_name_of_the_file():
    found = read(filled().without_codes(), unit=POLICE, name="市商务局.xlsx")
    assert (found.unit, found.certain) == (POLICE, True)


def test_deleted_rows_are_counted_as_silent_and_finished_tasks_are_not_missed():
    sheet = filled()
    del sheet.rows[HEADER + 3]
    found = read(sheet)
    assert {key for key in values(found) if key[0] == 2} == set()
    assert "少了1项任务\uff08序号20\uff09" in said(found, "rows-gone")
    finished = world(asked(ask(1), ask(2, wanted=False), ask(3)))
    assert "rows-gone" not in codes(read(sheet, finished))


def test_a_row_that_stands_twice_is_a_clash_where_it_differs():
    sheet = filled()
    sheet.rows.insert(HEADER + 3, [*sheet.rows[HEADER + 2]])
    assert values(read(sheet)) == ALL
    assert "有2行\uff1a内容不冲突" in said(read(sheet), "double")
    sheet.rows[HEADER + 3][sheet.column("percent")] = "70"
    assert "有2行\uff1a请选一个" in said(read(sheet), "double")
    found = [c for c in read(sheet).changes if (c.task_id, c.field) == (1, "percent")]
    assert [(c.after, c.verdict) for c in found] == [("60", Verdict.CLASH), ("70", Verdict.CLASH)]
    assert "有两行" in found[0].why


def test_a_row_of_another_unit_is_never_taken_unasked():
    sheet = filled()
    other = Sheet(asked(ask(7), ask(8), unit=TRADE)).put(0, note="商务局的进展")
    sheet.rows.insert(HEADER + 3, other.rows[HEADER + 2])
    found = read(sheet)
    foreign = [change for change in found.changes if change.unit == TRADE]
    assert [(c.task_id, c.verdict) for c in foreign] == [(7, Verdict.CLASH)]
    assert "写到了市商务局的任务" in said(found, "foreign")


def test_a_form_of_another_period_is_read_for_that_period_and_said():
    february = asked(period="2026-02")
    found = read(Sheet(february).put(0, note="二月的"), world(asked(), february))
    assert found.period == "2026-02"
    assert "这是2026年2月的表" in said(found, "period")


def test_a_row_of_another_period_is_told_with_its_period():
    february = asked(period="2026-02")
    sheet = filled()
    sheet.rows.insert(HEADER + 3, Sheet(february).put(2, note="旧行").rows[HEADER + 4])
    assert "写到了市公安局2026年2月的任务" in said(read(sheet, world(asked(), february)), "foreign")


def test_a_code_that_somebody_changed_is_no_code():
    sheet = filled()
    sheet.rows[HEADER + 2][1] = row_code("别的库", PERIOD, POLICE, 1)
    found = read(sheet)
    assert values(found) == ALL
    assert "标识属于另一套数据" in said(found, "row")


def test_a_merged_cell_is_asked_for_every_row_that_it_covers():
    sheet = Sheet().put(0, note="几项一并推进")
    column = sheet.column("note")
    sheet.merges = [(HEADER + 2, column, HEADER + 4, column), (0, 0, 0, 9)]
    found = read(sheet)
    assert [(c.task_id, c.after, c.verdict) for c in found.changes] == [
        (n, "几项一并推进", Verdict.ASK) for n in (1, 2, 3)
    ]
    assert "几行合并" in found.changes[0].why


def test_words_in_a_row_of_no_task_are_quoted():
    sheet = filled()
    sheet.rows.insert(
        HEADER + 5, ["", "", "新增\uff1a开展夜市整治", "", "", "", "", "", "", "", "", "已开展"]
    )
    found = read(sheet)
    assert values(found) == ALL
    assert "开展夜市整治" in said(found, "stray")
    assert "已开展" in said(found, "stray")


def test_a_header_that_was_copied_is_no_row():
    sheet = filled()
    sheet.rows.insert(HEADER + 4, [*sheet.rows[HEADER + 1]])
    assert "stray" not in codes(read(sheet))


def test_a_row_typed_anew_is_matched_by_words_that_are_nearly_the_same():
    sheet = filled()
    row = sheet.rows[HEADER + 2]
    row[1], row[0], row[2] = "", "99", row[2].replace("仿冒商品", "假冒商品")
    found = read(sheet)
    assert values(found) == ALL
    assert "相近\uff08序号写的是99\uff09" in said(found, "row")
    assert {c.verdict for c in found.changes if c.task_id == 1} == {Verdict.ASK}
    row[2] = "第1类市场检查"
    assert values(read(sheet)) == ALL


def test_a_task_reworded_by_the_unit_is_said_and_one_rewritten_is_asked():
    sheet = filled()
    sheet.rows[HEADER + 2][2] += "\uff08已与乡镇对接\uff09"
    found = read(sheet)
    assert "任务文字不采用" in said(found, "row")
    assert {c.verdict for c in found.changes} == {Verdict.NEW}
    sheet.rows[HEADER + 2][2] = "另外一件事"
    found = read(sheet)
    assert "请确认写的是不是这项任务" in said(found, "row")
    assert {c.verdict for c in found.changes if c.task_id == 1} == {Verdict.ASK}


def test_a_deadline_that_was_written_over_is_said_and_not_taken():
    found = read(filled().put(0, due="2026-12-31"))
    assert "申请延期" in said(found, "locked")
    assert values(found) == ALL


def test_columns_that_are_doubled_or_gone_are_named():
    sheet = filled()
    sheet.rows[HEADER] += ["SD:note", "SD:due"]
    sheet.rows[HEADER][sheet.column("problem")] = ""
    found = read(sheet)
    assert "有两列" in said(found, "columns")
    assert "少了“问题和下一步打算”列" in said(found, "columns")


def test_ticks_make_a_zero_report_or_one_without_change():
    sheet = Sheet()
    sheet.rows[2][0] = "√"
    assert read(sheet).kind is ReturnKind.ZERO
    sheet.rows[2] = ["√", "SD:tick:same", "与上期相同"]
    assert read(sheet).kind is ReturnKind.SAME
    sheet.rows.insert(2, ["是", "SD:tick:zero", "零报告"])
    assert "都打了勾" in "".join(o.message for o in read(sheet).oddities)


def test_a_tick_beside_filled_rows_is_asked_about():
    sheet = filled()
    sheet.rows[2][0] = "√"
    found = read(sheet)
    assert found.kind is ReturnKind.REPORT
    assert "又填了内容" in said(found, "ticks")


def test_an_empty_form_is_no_report():
    found = read(Sheet())
    assert found.kind is ReturnKind.EMPTY
    assert "不算已报" in said(found, "empty")


def test_who_filled_it_is_kept_and_a_strange_day_said():
    sheet = filled()
    sheet.rows[-2][3], sheet.rows[-1][3] = "李四", "3月底"
    found = read(sheet)
    assert found.filled_by == "李四 3月底"
    assert "读不懂" in said(found, "day")
    sheet.rows[-1][3] = "2026.3.25"
    assert read(sheet).filled_by == "李四 2026-03-25"


def test_a_file_without_a_table_is_damaged():
    book = FilledBook(
        "信.docx", "00", "docx", (FilledSheet("文字", {(0, 0): "你好"}),), ("少了一段。",)
    )
    found = read_return(book, world(), PERIOD)
    assert found.kind is ReturnKind.DAMAGED
    assert codes(found) == {"file", "no-table"}
    assert "指定单位" in said(found, "no-table"), "words may be a reply: whose?"
    of_police = read_return(book, world(), PERIOD, POLICE)
    assert "请单位重报" in said(of_police, "no-table")
    empty = read_return(replace(book, sheets=()), world(), PERIOD)
    assert "请单位重报" in said(empty, "no-table")


def test_two_sheets_are_read_both_and_places_name_them():
    one, two = filled(), Sheet().put(1, problem="补充的问题")
    two.rows[HEADER + 2 : HEADER + 3] = []
    two.name = "补充"
    books = one.book(), two.book()
    book = FilledBook("两张.xlsx", "11", "xlsx", (*books[0].sheets, *books[1].sheets))
    found = read_return(book, world(), PERIOD)
    assert any(change.place.startswith("补充!") for change in found.changes)
    hidden = FilledBook(
        "一张.xlsx", "22", "xlsx", (FilledSheet("SD", books[0].sheets[0].texts, (), True),)
    )
    assert read_return(hidden, world(), PERIOD).kind is ReturnKind.DAMAGED


def test_reports_about_a_closed_task_are_kept_and_said():
    found = read(filled(), world(asked(ask(1, is_closed=True), ask(2), ask(3))))
    assert "已办结销号" in said(found, "closed")


def test_fields_have_names_for_the_clerk():
    assert (field_words("note"), field_words("done2")) == ("本期进展", "指标2本期数")


def test_the_office_is_part_of_every_code():
    assert row_code(OFFICE, PERIOD, POLICE, 1) != row_code("00", PERIOD, POLICE, 1)


def test_work_that_was_written_into_the_foot_is_quoted_and_not_taken_for_a_name():
    sheet = filled()
    sheet.rows[-2] = ["", "SD:foot:person", "填报人", "李晨", "另外开展夜市整治", "60"]
    found = read(sheet)
    assert "另外开展夜市整治\uff1b60" in said(found, "stray")
    assert found.filled_by == "李晨"


def test_the_foot_of_a_form_without_codes_is_no_row_of_a_task():
    assert "stray" not in codes(read(filled().without_codes()))


def test_a_unit_that_writes_the_same_as_above_is_asked_with_what_stands_there():
    sheet = filled().put(1, note="同上").put(2, note="见附件")
    found = {(change.task_id, change.field): change for change in read(sheet).changes}
    assert (found[2, "note"].after, found[2, "note"].verdict) == ("检查86家", Verdict.ASK)
    assert (found[3, "note"].after, found[3, "note"].verdict) == ("", Verdict.ASK)


def test_what_was_said_before_is_told_of_the_same_task():
    one = ask(1)
    told = one.told({"note": "上月"}, {"note": "本月"}, 40)
    assert (told.last, told.known) == ({"note": "上月"}, {"note": "本月"})
    assert told.told(one.last, one.known, one.percent) == one


def test_a_form_of_an_earlier_release_that_said_the_title_twice_is_known():
    mine = ask(1, title="检查市场", text="检查市场\uff0c查处仿冒。")
    one = asked(mine)
    assert mine.words == "检查市场\uff0c查处仿冒。"
    sheet = Sheet(one).put(0, note="检查86家")
    sheet.rows[sheet.row(0)][sheet.column("task")] = f"检查市场\n{mine.text}"
    found = read_return(sheet.book(), world(one), PERIOD)
    assert ([change.after for change in found.changes], found.oddities) == (["检查86家"], ())
