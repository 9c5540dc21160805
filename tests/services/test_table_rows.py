"""A row of a table that was set with blanks is parted as a whole, or left as it came as a whole."""

import pytest

from shuangda_desktop.services.reading import importing, reviewing
from shuangda_desktop.services.reading.table_rows import row_of, stops
from shuangda_desktop.store.plans import load_plan
from shuangda_desktop.text.mapped import Repair, Span

TABLE = """云泽省2026年打击侵权假冒工作任务分工表
序号    工作任务              牵头单位          完成时限
1       检查网店              省市场监管局      6月底前
2       检查著名商店          省农业农村厅      7月底前
3       检查加油站            省商务厅          8月底前
"""


@pytest.fixture
def table(store, now):
    return load_plan(store, importing.keep_plan(store, importing.read_pasted(TABLE, "表"), now))


def measures(store, stored):
    plan = load_plan(store, stored.plan_id).plan
    return [(m.text, m.duties[0].unit) for m in plan.measures]


def second_row(stored):
    return [r for r in stored.text.repairs if TABLE.rfind("\n", 0, r.span.start) + 1 == at("2 ")]


def at(words):
    return TABLE.index(f"\n{words}") + 1


def test_the_gaps_of_one_row_go_together_and_come_back_together(store, table, now, dump):
    before, whole = dump(), measures(store, table)
    assert whole[1] == ("检查著名商店", "省农业农村厅")
    row = row_of(TABLE, second_row(table)[1], table.text.repairs)
    assert list(row) == second_row(table)
    assert len(row) == 3
    reviewing.decide_text(store, table.plan_id, [reviewing.rejection_of(r) for r in row], now)
    assert measures(store, table) == [whole[0], whole[2]]  # none of it stands in another column
    assert store.undo_label == "撤回修复，共3处"
    after = load_plan(store, table.plan_id)
    assert TABLE.splitlines()[3] in after.text.text
    back = row_of(TABLE, row[2], reviewing.rejected_repairs(after))
    reviewing.decide_text(store, table.plan_id, [reviewing.restoration_of(r) for r in back], now)
    assert measures(store, table) == whole
    for _ in range(2):
        store.undo()
    assert dump() == before


def test_other_repairs_stand_alone():
    gloss, other = (
        Repair("glosses", "(a)", "", Span(3, 6), True),
        Repair("columns", " ", "\t", Span(1, 2), True),
    )
    assert row_of("一 二(a)", gloss, (other, gloss)) == (gloss,)


def test_of_each_row_the_first_is_looked_at(table):
    walked = list(stops(TABLE, table.text.repairs))
    assert [TABLE.count("\n", 0, repair.span.start) for repair in walked] == [1, 2, 3, 4]
    assert walked == sorted(walked, key=lambda one: one.span)
    twice = Repair("glosses", "(a)", "", Span(3, 6), True)
    assert list(stops("一二三(a)", (twice,))) == [twice]
