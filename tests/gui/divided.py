"""A plan that was divided: four tasks, one of each state in which a clerk finds them."""

from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from gui import papers
from shuangda_desktop.gui.widgets.unit_picker import UnitPicker
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.city import directory
from shuangda_desktop.services.reading import importing
from shuangda_desktop.services.reading.importing import Draft
from shuangda_desktop.store import tasks
from shuangda_desktop.tasks.model import Assignment, Basis, Rewording, Task

# The offscreen platform complains of every list that opens below a line; nothing is wrong.
opens_a_list = pytest.mark.qt_log_ignore("This plugin does not support")
NET, POLICE, TRADE, JUSTICE = "市委网信办", "市公安局", "市商务局", "市司法局"
FIRST_TEXT = "六月底前查清全市网店。合格率达到95%以上。"


def keep_plan(desk):
    """Take the small plan in; its id."""
    draft = Draft(papers.SOURCE, papers.TEXT, papers.PLAN)
    return importing.keep_plan(desk.context.store, draft, desk.context.now())


def set_up_city(desk):
    """Make the city's directory."""
    directory.set_up_city(desk.context.store, "云泽省", "云泽市", desk.context.now())


def part(unit, role, basis=Basis.DECIDED, **values):
    """A unit's part in a task."""
    return Assignment(unit, role, basis, **values)


def four_tasks(plan_id):
    """Decided; proposed; without anybody; proposed as not the city's."""
    keys = [measure.key for measure in papers.PLAN.measures]
    why = "省司法厅 \u2192 市司法局\uff08对口单位\uff09"
    proposed = part(JUSTICE, Role.LEAD, Basis.PROPOSED, source_unit="省司法厅", reason=why)
    return (
        Task(
            plan_id,
            keys[0],
            1,
            "查清全市网店",
            FIRST_TEXT,
            (part(NET, Role.LEAD), part(POLICE, Role.COOPERATING, Basis.STATED)),
            date(2026, 6, 30),
            Basis.STATED,
            "六月底前",
            rewordings=(Rewording("全省", "全市"), Rewording("全省", "全市")),
        ),
        Task(plan_id, keys[2], 2, "办好宣传周", "办好宣传周。", (proposed,), date(2026, 12, 31)),
        Task(plan_id, keys[2], 3, "编印手册", "编印手册。", due_basis=Basis.DECIDED),
        Task(
            plan_id,
            keys[1],
            4,
            "建设省级平台",
            "建设省级平台。",
            due_basis=Basis.DECIDED,
            applicable=False,
            reason="省级事权",
        ),
    )


def keep_tasks(desk, plan_id):
    """Keep the four tasks; their ids."""
    with desk.context.store.step("分解", desk.context.now()):
        return tasks.add_tasks(desk.context.store, four_tasks(plan_id))


def divide(desk):
    """Plan, city and tasks; the ids of the tasks.

    A store in which nothing was done yet takes plan and city over from one that was made before.
    """
    store = desk.context.store
    if desk.begun is None or store.done_steps or store.listeners:
        plan_id = keep_plan(desk)
        set_up_city(desk)
        return keep_tasks(desk, plan_id)
    desk.begun.db.conn.backup(store.db.conn)
    return keep_tasks(desk, store.rows("SELECT max(id) FROM plan")[0][0])


def titles(page):
    return [row.title for row in page.bench.model.rows]


def choose(page, *numbers):
    """Select tasks by their numbers; the last becomes the current one."""
    flag = QItemSelectionModel.SelectionFlag
    page.bench.table.clearSelection()
    for number in numbers:
        place = [row.number for row in page.bench.model.rows].index(number)
        page.bench.table.selectionModel().setCurrentIndex(
            page.bench.model.index(place, 2), flag.Select | flag.Rows
        )


def type_into(page, qtbot, key, text, ime):
    """Open a cell of the current row by its column and write into it, as a clerk does."""
    page.bench.table.edit_column(key)
    editor = next(e for e in page.bench.table.findChildren(QLineEdit) if e.isVisible())
    editor.clear()
    if text:
        ime(editor, text)
    if isinstance(editor, UnitPicker):
        editor.close_list()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # the view takes the text over when the key is done with
