"""Layouts of the office, kept by sheet and name."""

from dataclasses import replace

from shuangda_desktop.store.layouts import delete_layout, load_layouts, save_layout
from shuangda_desktop.tasks.columns.layouts import Layout, LayoutColumn

LAYOUT = Layout("市里", (LayoutColumn("lead", "谁", 9),), "A3", "{市}表", "填报单位")


def test_a_layout_is_kept_changed_and_taken_out(store, now):
    with store.step("保存版式", now):
        save_layout(store, "schedule", LAYOUT)
        save_layout(store, "ledger", replace(LAYOUT, paper="A4"))
    assert load_layouts(store, "schedule") == (LAYOUT,)
    with store.step("保存版式", now):
        save_layout(store, "schedule", replace(LAYOUT, columns=()))
    assert load_layouts(store, "schedule") == (replace(LAYOUT, columns=()),)
    with store.step("删除版式", now):
        delete_layout(store, "schedule", "市里")
    assert load_layouts(store, "schedule") == ()
    assert load_layouts(store, "ledger") == (replace(LAYOUT, paper="A4"),)
    store.undo()
    assert len(load_layouts(store, "schedule")) == 1
