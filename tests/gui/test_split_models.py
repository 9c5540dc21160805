"""What the tables of dividing say: coverage, findings, proposals, and what is written into cells."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui import papers
from gui.samples import CUSTOMS, MARKET, POLICE, part, row
from shuangda_desktop.gui.models.assignments import as_task, with_role, without
from shuangda_desktop.gui.models.check_rows import check_columns, check_rows
from shuangda_desktop.gui.models.coverage import coverage, coverage_columns, explain
from shuangda_desktop.gui.models.editing import EditableRows
from shuangda_desktop.gui.models.split_columns import (
    due_word,
    every_word,
    read_every,
    role_widths,
    split_columns,
    split_look,
    split_tip,
    state_word,
)
from shuangda_desktop.gui.theme import DOUBT, PROPOSED, QUIET
from shuangda_desktop.plan.model import Plan, Role, Severity
from shuangda_desktop.tasks.checks.linter import Ground
from shuangda_desktop.tasks.model import Basis, Status
from shuangda_desktop.tasks.status import LightRule
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Unit
from shuangda_desktop.units.place import Place

KEYS = [measure.key for measure in papers.PLAN.measures]
TODAY = date(2026, 3, 16)
RULE = LightRule(14)


def cells(columns, shown):
    """Every column's text for one row, by key."""
    return {column.key: column.text(shown) for column in columns}


def column(columns, key):
    return next(c for c in columns if c.key == key)


# -- coverage


def test_a_measure_is_covered_by_tasks_or_by_a_reason():
    rows = (
        row(1, measure_key=KEYS[0]),
        row(2, measure_key=KEYS[0]),
        row(3, measure_key=KEYS[1], dropped_reason="不属本市"),
    )
    covered = coverage(papers.PLAN, rows)
    assert [m.state for m in covered] == ["2项", "不适用", "未分解"]
    assert [m.covered for m in covered] == [True, True, False]


def test_a_proposal_to_leave_out_is_no_decision():
    covered = coverage(papers.PLAN, [row(1, measure_key=KEYS[0], applicable=False, reason="省级")])
    assert covered[0].state == "拟不适用"
    assert explain(covered[0]).endswith("拟不适用\n理由\uff1a省级")


def test_a_task_beside_a_dropped_one_covers_its_measure():
    rows = (row(1, measure_key=KEYS[0]), row(2, measure_key=KEYS[0], dropped_reason="重复"))
    assert coverage(papers.PLAN, rows)[0].state == "1项"


def test_a_heading_s_number_stands_before_its_first_measure_only():
    texts = [cells(coverage_columns(), m)["text"] for m in coverage(papers.PLAN, ())]
    assert texts[0].startswith("\uff08一\uff09 六月底前")
    assert texts[2] == "二 办好宣传周。"


def test_the_plan_s_order_is_the_order_of_the_list():
    measures = coverage(papers.PLAN, ())
    place = column(coverage_columns(), "place")
    assert [place.value(m) for m in measures] == [1, 2, 3]
    assert cells(coverage_columns(), measures[0])["state"] == "未分解"


# -- findings


def directory(*units):
    return Directory(
        units=units, aliases=(), successions=(), counterparts=(), place=Place("云泽省", "云泽市")
    )


def test_what_must_be_changed_stands_first_and_names_its_task():
    known = Unit("c.police", POLICE, Level.CITY)
    rows = (
        row(1, text="全省开展检查。"),
        row(2, units=()),
        row(3, units=(), dropped_reason="不属本市"),
        row(4, units=(), applicable=False),
    )
    found = check_rows(rows, Ground(directory(known), 2026, TODAY), Plan())
    assert [c.severity for c in found] == [Severity.ERROR, Severity.DOUBT]
    assert [c.task_id for c in found] == [2, 1]
    assert cells(check_columns(), found[0])["severity"] == "■ 须改"
    assert [cells(check_columns(), c)["number"] for c in found] == ["2", "1"]


def test_a_sound_task_has_no_finding():
    ground = Ground(directory(Unit("c.police", POLICE, Level.CITY)), 2026)
    assert check_rows([row(1)], ground, Plan()) == ()


def test_a_task_that_is_filed_elsewhere_answers_its_measures_and_no_more():
    rows = (row(1), row(2, units=(), asked_keys=(KEYS[0],)))
    ground = Ground(directory(Unit("c.police", POLICE, Level.CITY)), 2026)
    codes = [(f.code, f.message) for f in check_rows(rows, ground, papers.PLAN)]
    assert [code for code, _ in codes] == ["uncovered"]
    assert f"有{len(KEYS) - 1}项" in codes[0][1]


def test_a_row_is_looked_at_as_the_task_it_is():
    task = as_task(row(4, units=(part(scope="网络"),), dropped_reason="不属本市"))
    assert (task.id, task.number, task.dropped_reason) == (4, 4, "不属本市")
    assert [(a.unit, a.scope) for a in task.assignments] == [(POLICE, "网络")]


# -- units of a task


LEAD = part(POLICE, Role.LEAD, assignment_id=1)
NET = part(MARKET, Role.COOPERATING, Basis.STATED, assignment_id=2, scope="网络")
FIELD = part(MARKET, Role.COOPERATING, Basis.STATED, assignment_id=3, scope="集市")


def names(assignments):
    return [(a.unit, a.role, a.scope) for a in assignments]


def test_other_names_in_a_role_replace_those_that_were_there():
    given = with_role((LEAD, NET), Role.LEAD, [CUSTOMS])
    assert names(given) == [(CUSTOMS, Role.LEAD, ""), (MARKET, Role.COOPERATING, "网络")]
    assert [a.basis for a in given] == [Basis.DECIDED, Basis.STATED]


def test_a_unit_that_stays_keeps_its_parts_its_basis_and_its_way():
    given = with_role((LEAD, NET, FIELD), Role.COOPERATING, [MARKET, CUSTOMS])
    assert [a.id for a in given] == [1, 2, 3, None]
    assert given[1].source_unit == "省公安厅"


def test_a_unit_that_takes_another_role_leaves_the_old_one():
    given = with_role((LEAD, NET), Role.LEAD, [POLICE, MARKET])
    assert names(given) == [(POLICE, Role.LEAD, ""), (MARKET, Role.LEAD, "")]


def test_no_names_empty_the_role():
    assert with_role((LEAD,), Role.LEAD, []) == ()


def test_one_part_of_a_unit_is_taken_away_without_the_other():
    assert names(without((LEAD, NET, FIELD), NET)) == [
        (POLICE, Role.LEAD, ""),
        (MARKET, Role.COOPERATING, "集市"),
    ]


# -- the table of dividing


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({}, "已确认"),
        ({"due_basis": Basis.PROPOSED}, "拟"),
        ({"applicable": False}, "拟不适用"),
        ({"dropped_reason": "不属本市", "status": Status.DRAFT}, "不适用"),
        ({"dropped_reason": "不属本市", "number": -1}, "不适用"),
        ({"dropped_reason": "不属本市", "number": 3}, "停办"),  # issued, and left out then
    ],
)
def test_the_state_of_a_task_in_a_word(changes, word):
    assert state_word(row(**changes)) == word


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({}, "2026-06-30"),
        ({"due_basis": Basis.PROPOSED}, "2026-06-30 拟"),
        ({"due_on": None, "due_text": "尽快"}, "尽快"),
        ({"due_on": None, "recurrence": "P3M"}, ""),
    ],
)
def test_a_deadline_in_a_word(changes, word):
    assert due_word(row(**changes)) == word


@pytest.mark.parametrize(
    ("typed", "every", "word"),
    [
        ("每季度", "P3M", "每季度"),
        ("每半年一次", "P6M", "每半年"),
        ("长期坚持", "standing", "长期坚持"),
        (" ", "", ""),
        ("看情况", None, None),
    ],
)
def test_a_rhythm_is_read_as_it_is_shown(typed, every, word):
    assert read_every(typed) == every
    if every is not None:
        assert every_word(row(recurrence=every)) == word


def test_units_stand_in_the_column_of_their_role():
    shown = cells(split_columns(), row(units=(LEAD, NET, part(CUSTOMS, Role.RESPONSIBLE))))
    assert (shown["lead"], shown["responsible"], shown["cooperating"]) == (POLICE, CUSTOMS, MARKET)
    assert cells(split_columns(), row(title=""))["title"] == "开展专项检查。"


@pytest.mark.parametrize(
    ("changes", "key", "look"),
    [
        ({}, "title", None),
        ({}, "number", QUIET),
        ({"units": ()}, "lead", DOUBT),
        ({"units": (part(basis=Basis.PROPOSED),)}, "lead", PROPOSED),
        ({"units": (part(basis=Basis.PROPOSED),)}, "cooperating", None),
        ({"due_basis": Basis.PROPOSED}, "due", PROPOSED),
        ({"due_basis": Basis.PROPOSED, "due_on": None}, "due", None),
        ({"due_basis": Basis.PROPOSED}, "state", PROPOSED),
    ],
)
def test_what_is_proposed_looks_proposed(changes, key, look):
    assert split_look(row(**changes), column(split_columns(), key)) == look


def test_what_was_left_out_is_struck_through():
    look = split_look(row(dropped_reason="不属本市"), column(split_columns(), "title"))
    assert (look.struck, look.dashed) == (True, False)
    look = split_look(row(applicable=False), column(split_columns(), "state"))
    assert (look.struck, look.dashed) == (False, True)


@pytest.mark.parametrize(
    ("key", "changes", "words"),
    [
        ("lead", {"units": (part(reason="省公安厅→市公安局"),)}, "省公安厅→市公安局"),
        ("lead", {}, "来文\uff1a省公安厅"),
        ("lead", {"units": (part(scope="网络"),)}, f"{POLICE}\uff08网络\uff09 牵头"),
        ("due", {"due_basis": Basis.PROPOSED}, "先按默认拟定"),
        ("due", {"due_basis": Basis.STATED, "due_text": "六月底前"}, "来文载明\uff1a六月底前"),
        ("due", {}, "已确认"),
        ("due", {"due_basis": Basis.PROPOSED, "due_on": None}, "来文没有写时限"),
        ("state", {"dropped_reason": "不属本市"}, "不属本市"),
        ("state", {"reason": "省级事权", "applicable": False}, "省级事权"),
        ("title", {}, "开展专项检查。"),
        ("number", {}, "1"),
    ],
)
def test_every_cell_tells_where_it_comes_from(key, changes, words):
    assert words in split_tip(row(**changes), column(split_columns(), key))


def test_columns_of_units_are_as_wide_as_they_need():
    widths = role_widths([row(units=(part("市发展和改革委员会办公室"),))])
    assert widths == {"lead": 7, "responsible": 4, "cooperating": 4}


# -- writing into cells


@pytest.fixture
def written():
    return []


@pytest.fixture
def model(qapp, written):
    made = EditableRows(
        split_columns(),
        key=lambda r: r.task_id,
        edit=lambda r, key, typed: written.append((r.number, key, typed)),
        editable=lambda r, key: key in ("title", "due") and not r.dropped_reason,
    )
    made.tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    made.set_rows([row(1), row(2, dropped_reason="不属本市"), row(3, due_on=None)])
    return made


def cell(model, place, key):
    return model.index(place, [c.key for c in model.columns].index(key))


def test_only_the_cells_that_a_page_names_are_written_into(model):
    editable = Qt.ItemFlag.ItemIsEditable
    assert model.flags(cell(model, 0, "title")) & editable
    assert not model.flags(cell(model, 0, "state")) & editable
    assert not model.flags(cell(model, 1, "title")) & editable
    assert not model.flags(model.index(-1, -1)) & editable


def test_a_changed_cell_is_handed_to_the_page(model, written):
    assert model.setData(cell(model, 0, "title"), "新标题")
    assert model.setData(cell(model, 2, "due"), "6月底")
    assert written == [(1, "title", "新标题"), (3, "due", "6月底")]


def test_an_unchanged_cell_is_no_action(model, written):
    assert not model.setData(cell(model, 0, "due"), "2026-06-30")
    assert not model.setData(cell(model, 2, "due"), "")
    assert not model.setData(cell(model, 0, "title"), "别的", Qt.ItemDataRole.DisplayRole)
    assert not model.setData(model.index(-1, -1), "别的")
    assert written == []


def test_the_editor_begins_with_the_value(model):
    role = Qt.ItemDataRole.EditRole
    assert cell(model, 0, "due").data(role) == "2026-06-30"
    assert cell(model, 2, "due").data(role) == ""
    assert model.index(-1, -1).data(role) is None
    assert cell(model, 0, "due").data() == "2026-06-30"


def test_every_state_has_room_in_its_column():
    states = [row(), row(applicable=False), row(dropped_reason="不属本市")]
    wide = column(split_columns(), "state").width
    assert max(len(state_word(each)) for each in states) <= wide
