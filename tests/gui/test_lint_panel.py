"""检查: the list of findings, and the keys that mend them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.divided import NET, keep_plan, set_up_city
from shuangda_desktop.gui.pages.split.lint_panel import QUIET_WORDS, LintPanel
from shuangda_desktop.gui.pages.split.page import SplitPage
from shuangda_desktop.plan.model import Role, Severity
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.services.dividing.ordering import tasks_of
from shuangda_desktop.tasks.checks.findings import Field, Fix, NewNumbers, TaskFinding
from shuangda_desktop.tasks.model import Assignment

MARKS = Fix("改为全角标点", (NewNumbers(),))
ORDER = Fix("按名录排序", (NewNumbers(),))


def finding(code, severity, task_id, fix=None):
    return TaskFinding(code, severity, f"{code}。", task_id, task_id or 0, Field.TEXT, fix=fix)


FINDINGS = (
    finding("no-lead", Severity.ERROR, 3),
    finding("narrow-mark", Severity.DOUBT, 1, MARKS),
    finding("narrow-mark", Severity.DOUBT, 2, MARKS),
    finding("protocol", Severity.HINT, None, ORDER),
)


@pytest.fixture
def panel(qtbot):
    made = LintPanel()
    qtbot.addWidget(made)
    made.resize(320, 480)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.show_findings(FINDINGS)
    return made


def choose(panel, place):
    panel.table.setFocus()
    panel.table.choose(panel.model.index(place, 0))


def test_the_list_is_a_sound_model_and_counts_by_weight(panel):
    QAbstractItemModelTester(panel.model)
    assert panel.model.rowCount() == 4
    assert [made.text() for made in panel.levels.values()] == ["■ 须改 1", "▲ 存疑 2", "○ 提示 1"]
    assert panel.words.isHidden()


def test_a_chosen_finding_leads_to_its_task(panel, qtbot):
    with qtbot.waitSignal(panel.task_asked) as asked:
        choose(panel, 0)
    assert asked.args == [3]


def test_a_finding_of_the_whole_list_leads_nowhere(panel, qtbot):
    panel.table.setFocus()
    with qtbot.assertNotEmitted(panel.task_asked):
        panel.table.choose(panel.model.index(3, 0))
    assert panel.one.text() == "按名录排序"


def test_only_what_has_a_fix_can_be_mended(panel):
    choose(panel, 0)
    assert (panel.one.isEnabled(), panel.kind.isEnabled()) == (False, False)
    choose(panel, 1)
    assert (panel.one.text(), panel.one.isEnabled()) == ("改为全角标点", True)
    assert panel.kind.text() == "同类2处都处理"
    choose(panel, 3)
    assert (panel.one.isEnabled(), panel.kind.isEnabled()) == (True, False)


def test_one_key_asks_for_one_fix_and_one_for_all_of_the_kind(panel, qtbot):
    choose(panel, 1)
    with qtbot.waitSignal(panel.fixes_asked) as asked:
        qtbot.keyClick(panel.table, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [[MARKS]]
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(panel.fixes_asked) as asked:
        qtbot.keyClick(panel.table, Qt.Key.Key_J, both)
    assert asked.args == [[MARKS, MARKS]]


def test_nothing_chosen_mends_nothing(panel, qtbot):
    panel.table.clearSelection()
    panel.show_findings(())
    with qtbot.assertNotEmitted(panel.fixes_asked):
        panel.one.trigger()
    assert panel.current() is None


def test_a_long_message_is_told_in_whole_below_the_list(panel):
    long = TaskFinding("higher-unit", Severity.ERROR, "省通信管理局" * 9, 4, 4, Field.LEAD)
    panel.show_findings([*FINDINGS, long])
    choose(panel, 4)
    assert panel.words.text() == long.message
    choose(panel, 1)
    assert panel.words.isHidden()


def test_a_level_can_be_put_away(panel):
    panel.levels[Severity.HINT].click()
    assert panel.model.rowCount() == 3
    panel.levels[Severity.HINT].click()
    assert panel.model.rowCount() == 4


def test_what_is_counted_from_afar_are_no_hints(panel, qtbot):
    with qtbot.waitSignal(panel.counted) as told:
        panel.show_findings(FINDINGS[1:])
    assert told.args == [2]
    panel.show_findings(())
    assert panel.words.text() == QUIET_WORDS
    assert not panel.words.isHidden()
    assert all(made.isHidden() for made in panel.levels.values())


@pytest.fixture
def page(desk, qtbot):
    set_up_city(desk)
    plan_id = keep_plan(desk)
    splitting.divide(desk.context.store, plan_id, desk.context.now())
    return desk.show(SplitPage, qtbot)


def test_on_the_page_a_finding_is_mended_by_its_key_and_comes_back_by_undo(page, desk, qtbot):
    store, now = desk.context.store, desk.context.now()
    task = tasks_of(store, page.plans.plan_id())[0]
    splitting.set_units(store, task.id, [Assignment(NET, Role.RESPONSIBLE)], now)
    panel = page.bench.lint
    page.bench.left.setCurrentIndex(1)
    known = lambda: [(f.code, f.task_id) for f in panel.model.rows]  # noqa: E731
    qtbot.waitUntil(lambda: ("no-lead", task.id) in known())
    choose(panel, known().index(("no-lead", task.id)))
    assert panel.one.text() == f"由{NET}牵头"
    panel.one.trigger()
    qtbot.waitUntil(lambda: ("no-lead", task.id) not in known())
    assert desk.said[-1] == "已处理1处问题。"
    store.undo()
    qtbot.waitUntil(lambda: ("no-lead", task.id) in known())
