"""Every action of every page is taken back by one undo, and done again by one redo."""

from datetime import date

import pytest

from gui import papers
from gui.divided import JUSTICE, POLICE, choose, divide, keep_plan
from shuangda_desktop.errors import RuleError
from shuangda_desktop.gui import app as program
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.models.review_tree import Key, Part
from shuangda_desktop.plan.model import Decision, DecisionKind, Role
from shuangda_desktop.services.city import office
from shuangda_desktop.services.reading import importing
from shuangda_desktop.services.words import quoted
from shuangda_desktop.store import queries
from shuangda_desktop.store.consultations import load_consultations
from shuangda_desktop.store.plans import load_plan
from shuangda_desktop.store.safety.copies import folder_for
from shuangda_desktop.store.settings import get
from shuangda_desktop.store.units import load_directory
from shuangda_desktop.store.versions import load_adjustments, load_versions
from shuangda_desktop.tasks.model import Status

SHOPS = Key(Part.MEASURE, papers.SHOPS.start)


@pytest.fixture
def window(desk, window_over, monkeypatch):
    divide(desk)
    monkeypatch.setattr(ask, "line", lambda *_: "写明的理由")
    return window_over()


def contents(store):
    """All that a clerk can see of the database, apart from the record of what was done."""
    rows = queries.plan_rows(store)
    return (
        rows,
        [load_plan(store, row.plan_id).decisions for row in rows],
        queries.task_rows(store, include_dropped=True),
        load_directory(store),
        load_versions(store, 1),
        load_adjustments(store, 1),
        load_consultations(store, 1),
        [get(store, key) for key in ("city", "province", "office_name", "due_soon_days")],
    )


def split(window, *numbers):
    window.open_page("split")
    choose(window.page, *numbers)
    return window.page


def review(window):
    window.open_page("review")
    window.page.bench.tree.choose(SHOPS)
    return window.page


def plans(window):
    window.open_page("plans")
    return window.page


def tasks(window):
    window.open_page("tasks")
    window.page.table.choose(window.page.model.index(0, 0))
    return window.page


def units(window):
    window.open_page("units")
    window.page.go(unit=POLICE)
    return window.page


def record(window):
    form = tasks(window).detail.form
    form.percent.setValue(40)
    form.note.setText("已摸底。")
    form.button.click()


def change_office(window):
    window.open_page("units")
    window.page.change_office(office.Office("新办", "新", "新双办", 7))


ACTIONS = {
    "accept a doubt": lambda w: review(w).queue.accept(),
    "another role": lambda w: review(w).bench.measure.units.give(["省商务厅"], Role.LEAD),
    "no measure": lambda w: review(w).bench.measure.junk.click(),
    "merge measures": lambda w: review(w).bench.measure.merge.click(),
    "a field of the header": lambda w: review(w).bench.header._decide("plan_year", 2027),
    "confirm": lambda w: split(w, 2).task_actions.accept.trigger(),
    "confirm all": lambda w: split(w, 1).remains.confirm_all.click(),
    "not the city's": lambda w: split(w, 1, 2).task_actions.drop.trigger(),
    "restore": lambda w: split(w, 4).task_actions.restore.trigger(),
    "merge": lambda w: split(w, 2, 3).task_actions.merge.trigger(),
    "move": lambda w: split(w, 2).task_actions.down.trigger(),
    "one unit for several": lambda w: split(w, 1, 2).task_actions.give_unit(JUSTICE, Role.LEAD),
    "one day for several": lambda w: split(w, 1, 2).task_actions.give_day(date(2026, 9, 30)),
    "a title": lambda w: _edit(w, "title", "改过的标题"),
    "a deadline": lambda w: _edit(w, "due", "9月30日"),
    "a lead": lambda w: _edit(w, "lead", JUSTICE),
    "cut in two": lambda w: _cut(w),
    "a rhythm": lambda w: _edit(w, "every", "每季度"),
    "one lead for several": lambda w: split(w, 1, 2).task_actions.give_lead(JUSTICE),
    "no unit for several": lambda w: split(w, 1, 2).task_actions.take_unit(JUSTICE),
    "begin a round": lambda w: ask_units(w),
    "progress": record,
    "a status": lambda w: tasks(w).desk.set_status(Status.SUSPENDED, "等上级通知"),
    "add a unit": lambda w: units(w).add_unit(),
    "remove a unit": lambda w: units(w).remove_unit(),
    "another name": lambda w: units(w).add_alias("市公安", units(w).table.current().unit.id),
    "another city": lambda w: units(w).set_up("云泽省", "临江市"),
    "the office": change_office,
    "remove a plan": lambda w: plans(w).remove_chosen(),
}


def issue(window):
    """Everything confirmed and issued, as one goes on from there."""
    page = split(window, 1)
    page.task_actions.accept_all()
    page.views.switch.choose("versions")
    page.views.versions.issue_now()
    return page


def ask_units(window):
    page = split(window, 1)
    page.views.switch.choose("rounds")
    page.views.rounds.due.setText("3月20日")
    page.views.rounds.open_round()
    return page.views.rounds


def _edit(window, key, typed):
    page = split(window, 1)
    page.task_actions.edit_cell(page.bench.table.current(), key, typed)


def _cut(window):
    page = split(window, 1)
    page.task_actions.split_at(page.bench.table.current().task_id, 11)


@pytest.mark.parametrize("name", ACTIONS)
def test_an_action_is_one_step_back_and_one_forth(window, store, name):
    before = contents(store)
    ACTIONS[name](window)
    after, label = contents(store), store.undo_label
    assert after != before
    assert quoted(label) in window.menus.undo.text()
    assert window.notice.undo.isVisible()
    window.notice.undo.click()
    assert contents(store) == before
    assert window.notice.text.text() == f"已撤销{quoted(label)}。"
    window.redo()
    assert contents(store) == after


LATER = {
    "an adjustment": (issue, lambda w: _edit(w, "title", "改过的标题")),
    "its reason": (
        lambda w: (issue(w), _edit(w, "title", "改过的标题")),
        lambda w: w.page.reasons.given.emit([1], "上级要求"),
    ),
    "no opinion": (ask_units, lambda w: w.page.views.rounds.actions_.none.trigger()),
}


@pytest.mark.parametrize("name", LATER)
def test_what_follows_from_another_action_is_one_step_too(window, store, name):
    first, action = LATER[name]
    first(window)
    before = contents(store)
    action(window)
    after = contents(store)
    assert after != before
    window.undo()
    assert contents(store) == before
    window.redo()
    assert contents(store) == after


@pytest.mark.parametrize("name", ["split", "tasks", "units", "plans"])
def test_undo_keeps_what_is_chosen_and_where_it_stands(window, store, now, name):
    window.open_page(name)
    page = window.page
    table = (getattr(page, "bench", None) or getattr(page, "list", page)).table
    table.choose(table.model().index(min(2, table.model().rowCount() - 1), 0))
    chosen, scroll = table.model().row_at(table.currentIndex()), table.verticalScrollBar().value()
    importing.keep_plan(store, importing.read_pasted("乙省2025年工作要点", "乙"), now)
    window.undo()
    row = table.model().row_at(table.currentIndex())
    assert (row, table.verticalScrollBar().value()) == (chosen, scroll)


@pytest.mark.parametrize(
    ("key", "typed", "words"),
    [("due", "年底左右吧", "读不懂"), ("due", "13月1日", "没有改动")],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(window, store, key, typed, words):
    before = contents(store)
    _edit(window, key, typed)
    assert words in window.notice.text.text()
    assert not window.notice.undo.isVisible()
    assert contents(store) == before


def test_a_rule_that_is_broken_is_said_and_changes_nothing(window, store):
    page = review(window)
    before = contents(store)
    page.bench.tree.choose(Key(Part.MEASURE, papers.PLAN.measures[-1].key))
    with pytest.raises(RuleError, match="最后一项"):
        page.decide(Decision(DecisionKind.MERGE, page.bench.tree.key().at))
    assert contents(store) == before


def test_writing_out_is_no_step_and_says_where(window, store, tmp_path, monkeypatch, qtbot):
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "表.xlsx")
    label = store.undo_label
    window.open_page("outputs")
    window.page.write_out()
    qtbot.waitUntil(window.page.progress.isHidden)
    assert store.undo_label == label
    assert not window.notice.undo.isVisible()
    assert str(tmp_path / "表.xlsx") in window.page.result.text()


def test_backups_stand_in_the_one_folder_beside_the_database(desk, qtbot, tmp_path, monkeypatch):
    page = desk.show(program.BackupsPage, qtbot)
    assert page._folder() is None  # a database in memory has none
    keep_plan(desk)
    desk.context.store.path = tmp_path / "elsewhere" / "work.db"
    desk.context.store.path.parent.mkdir()
    page.back_up_now()
    (row,) = page.model.rows
    assert row.path.parent == folder_for(desk.context.store.path)
    assert row.plans == 1
    page.back_up_now()
    assert len(page.model.rows) == 1
    assert desk.said[-1].startswith("上次备份以后没有改动")
