"""Whatever a unit does to its form: no value is lost, none is put elsewhere, nothing breaks."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from shuangda_desktop.tasks.returns.codes import row_code
from shuangda_desktop.tasks.returns.model import ReturnKind, Verdict
from shuangda_desktop.tasks.returns.reading import read_return
from shuangda_desktop.text.sheets import FilledBook, FilledSheet
from tasks.forms import HEADER, OFFICE, PERIOD, POLICE, Sheet, ask, asked, world


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.data())
def test_whatever_a_unit_does_no_value_is_lost_or_put_elsewhere(seed, data):
    """Sort, insert columns and rows, rename titles, drop the codes of rows: every value arrives."""
    chance = random.Random(seed)
    one = asked(*(ask(number) for number in range(1, 8)))
    sheet = Sheet(one)
    meant = {}
    for place, each in enumerate(one.asks):
        for field, value in {
            "status": chance.choice(["推进中", "暂缓"]),
            "percent": str(chance.randint(2, 99)),
            "note": f"本月检查{chance.randint(1, 999)}家。",
            "done1": str(chance.randint(0, 999)),
        }.items():
            sheet.put(place, **{field: value})
            meant[each.task_id, field] = value
    table = slice(HEADER + 2, HEADER + 2 + len(one.asks))
    for edit in data.draw(
        st.lists(st.sampled_from(["sort", "column", "row", "title", "code", "name"]), max_size=5)
    ):
        if edit == "sort":
            rows = sheet.rows[table]
            chance.shuffle(rows)
            sheet.rows[table] = rows
        elif edit == "column":
            at = chance.randint(2, 8)
            for row in sheet.rows[HEADER:]:
                row.insert(at, "")
        elif edit == "row":
            sheet.rows.insert(HEADER, ["说明行"])
            break
        elif edit == "title":
            sheet.rows[HEADER + 1] = ["改" for _ in sheet.rows[HEADER + 1]]
        elif edit == "code":
            row = chance.choice(sheet.rows[table])
            row[1] = ""
        else:
            sheet.name = "三月"
    found = read_return(sheet.book(), world(one), PERIOD)
    assert {(c.task_id, c.field): c.after for c in found.changes} == meant
    assert all(change.verdict is Verdict.NEW for change in found.changes)


PIECES = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        [
            "SD:fields",
            "SD:note",
            "SD:percent",
            "SD:status",
            "SD:task",
            "SD:done9",
            "SD:tick:zero",
            "√",
        ]
        + ["序号", "工作任务", "本期进展情况", "完成率%", "状态", "80%", "2000万", "与上期相同"]
        + [row_code(OFFICE, PERIOD, POLICE, n) for n in (1, 2, 99)]
        + ["SD:2026-03:ffffff:1:0000", "SD:foot:day", "第1类市场检查"]
    ),
)


@settings(max_examples=120)
@given(
    st.dictionaries(st.tuples(st.integers(0, 9), st.integers(0, 9)), PIECES, max_size=40),
    st.lists(st.tuples(*[st.integers(0, 12)] * 4), max_size=3),
)
def test_no_sheet_whatever_breaks_the_reading(texts, merges):
    sheet = FilledSheet("表", {spot: text for spot, text in texts.items() if text}, tuple(merges))
    found = read_return(FilledBook("乱.xlsx", "00", "xlsx", (sheet,)), world(), PERIOD)
    assert found.kind in ReturnKind
    assert all(change.after or change.verdict is not Verdict.NEW for change in found.changes)
