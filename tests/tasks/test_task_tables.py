"""What the tables of tasks show."""

from datetime import date

import pytest

from shuangda_desktop.tasks.columns.ledger import ledger_columns
from shuangda_desktop.tasks.columns.schedule import schedule_columns
from shuangda_desktop.tasks.columns.tasks import task_columns
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.status import LightRule
from tasks.task_samples import COOPERATING, PROPOSED, RESPONSIBLE, STATED, TODAY, row, unit

TABLES = {
    "schedule": schedule_columns(),
    "ledger": ledger_columns(TODAY),
    "tasks": task_columns(TODAY),
}


def shown(table, key, **facts):
    units = facts.pop("units", ())
    return {column.key: column for column in TABLES[table]}[key].text(row(*units, **facts))


def test_the_schedule_has_the_columns_of_the_office():
    titles = "序号 重点任务 工作任务 具体措施 牵头单位 责任单位 配合单位 完成时限 目标 备注"
    assert [column.title for column in TABLES["schedule"]] == titles.split()


def test_the_ledger_adds_how_far_each_task_is():
    titles = "序号 重点任务 工作任务 具体措施 牵头单位 责任单位 配合单位 完成时限 进展情况 完成率 状态 最近报送 灯 备注"
    assert [column.title for column in TABLES["ledger"]] == titles.split()


@pytest.mark.parametrize("table", TABLES)
def test_keys_are_unique_and_titles_fit_their_width(table):
    keys = [column.key for column in TABLES[table]]
    assert len(set(keys)) == len(keys)
    assert all(
        column.width >= min(len(column.title), 4) or column.key == "number"
        for column in TABLES[table]
    )


@pytest.mark.parametrize("table", TABLES)
def test_every_cell_of_a_bare_row_can_be_shown(table):
    assert all(isinstance(column.text(row()), str) for column in TABLES[table])


@pytest.mark.parametrize(
    ("units", "key", "text"),
    [
        ([unit("市公安局")], "lead", "市公安局"),
        ([unit("市公安局", basis=PROPOSED)], "lead", "市公安局\uff08拟\uff09"),
        ([unit("市公安局"), unit("市商务局")], "lead", "市公安局、市商务局"),
        ([unit("市公安局", scope="食品整治")], "lead", "市公安局\uff08食品整治\uff09"),
        (
            [unit("市公安局", scope="食品", basis=PROPOSED)],
            "lead",
            "市公安局\uff08食品\uff0c拟\uff09",
        ),
        ([unit("市商务局", RESPONSIBLE, basis=PROPOSED)], "responsible", "市商务局"),
        ([unit("市商务局", COOPERATING)], "cooperating", "市商务局"),
        ([unit("市商务局", COOPERATING)], "lead", ""),
    ],
)
@pytest.mark.parametrize("table", ["schedule", "ledger", "tasks"])
def test_units_stand_under_their_role_and_a_proposed_lead_looks_proposed(table, units, key, text):
    assert shown(table, key, units=units) == text


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({"due_basis": STATED}, "2026-06-30"),
        ({"due_basis": PROPOSED}, "2026-06-30\uff08拟\uff09"),
        ({"recurrence": "P3M"}, "2026-06-30\uff08每季度\uff09"),
        ({"recurrence": "P3M", "due_basis": PROPOSED}, "2026-06-30\uff08每季度\uff0c拟\uff09"),
        ({"due_on": None, "due_text": "长期坚持", "recurrence": "standing"}, "长期坚持"),
        ({"due_on": None, "recurrence": "P1M"}, "每月"),
        ({"due_on": None}, ""),
    ],
)
def test_a_proposed_deadline_looks_proposed(facts, text):
    assert shown("schedule", "due", **facts) == text


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({}, ""),
        ({"applicable": False}, "拟不下沉"),
        ({"dropped_reason": "本市无此业务"}, "不分解\uff1a本市无此业务"),
    ],
)
def test_the_note_says_what_is_left_out(facts, text):
    assert shown("schedule", "note", **facts) == text


@pytest.mark.parametrize(
    ("key", "facts", "text"),
    [
        ("percent", {"percent": 40}, "40%"),
        ("status", {"status": Status.DONE}, "已完成"),
        ("reported", {"latest_on": date(2026, 3, 5)}, "2026-03-05"),
        ("reported", {}, ""),
        ("light", {"due_on": date(2026, 3, 1)}, "红灯"),
        ("light", {"due_on": date(2026, 3, 20)}, "黄灯"),
        ("light", {"status": Status.SUSPENDED}, "不亮灯"),
        ("progress", {"latest_note": "已检查12家"}, "已检查12家"),
        ("number", {}, "3"),
        ("chapter", {}, "一、重点治理"),
        ("title", {}, "检查农资市场"),
        ("text", {}, "检查农资市场。"),
    ],
)
def test_the_ledger_shows_the_state(key, facts, text):
    assert shown("ledger", key, **facts) == text


def test_a_scope_that_stands_in_the_title_is_not_repeated():
    units = [unit("市公安局", scope="食品整治")]
    title = "整治市场\uff08食品整治\uff09"
    assert shown("schedule", "lead", units=units, title=title) == "市公安局"


def test_a_row_names_its_units_by_role():
    full = row(unit("市公安局"), unit("市商务局", COOPERATING), unit("市司法局", RESPONSIBLE))
    assert full.names(RESPONSIBLE, COOPERATING) == ("市商务局", "市司法局")


def test_targets_stand_one_after_another():
    assert (
        shown("schedule", "targets", targets=("不低于3%", "不少于2次")) == "不低于3%\uff1b不少于2次"
    )


def test_numbers_and_dates_sort_by_value():
    columns = {column.key: column for column in TABLES["tasks"]}
    full = row(due_on=date(2026, 6, 30), percent=40, latest_on=date(2026, 3, 5))
    assert [
        columns[key].value(full) for key in ("number", "due", "percent", "reported", "title")
    ] == [
        3,
        date(2026, 6, 30),
        40,
        date(2026, 3, 5),
        "检查农资市场",
    ]
    assert [column.key for column in TABLES["tasks"] if column.numeric] == ["number", "percent"]


def test_the_light_follows_the_offices_rule():
    (column,) = [c for c in task_columns(TODAY, LightRule(200)) if c.key == "light"]
    assert column.text(row()) == "黄灯"


def test_no_half_width_mark_stands_in_a_chinese_cell():
    full = row(
        unit(basis=PROPOSED, scope="食品"),
        recurrence="P3M",
        due_basis=PROPOSED,
        targets=("甲", "乙"),
        dropped_reason="无此业务",
    )
    texts = [
        column.text(full)
        for columns in TABLES.values()
        for column in columns
        if column.key not in ("chapter",)
    ]
    assert [text for text in texts if set(text) & set(",;:()")] == []


def test_a_task_that_holds_no_number_shows_none_and_stands_where_it_belongs():
    (column,) = [c for c in task_columns(TODAY) if c.key == "number"]
    given = row(number=-4, applicable=False)
    assert (column.text(given), column.value(given)) == ("\u2014", 4)
