"""What is typed for one thing is never taken for another, and is asked about before it is lost."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from gui.divided import divide
from shuangda_desktop.gui.pages.split.page import SplitPage
from shuangda_desktop.gui.pages.tasks.page import TasksPage
from shuangda_desktop.gui.widgets.aside import Aside
from shuangda_desktop.services.dividing import consulting
from shuangda_desktop.store.moves import load_moves


@pytest.fixture
def lines(qtbot):
    made = QLineEdit(), QLineEdit()
    for line in made:
        qtbot.addWidget(line)
    return made


def test_words_wait_with_what_they_are_about(lines):
    aside = Aside(*lines)
    aside.turn(1)
    lines[0].setText("甲")
    aside.turn(2)
    assert [line.text() for line in lines] == ["", ""]
    lines[1].setText("乙")
    assert aside.typed() == {1: ["甲", ""], 2: ["", "乙"]}
    aside.forget(1)
    assert lines[1].text() == "乙"
    aside.forget(2)
    assert aside.typed() == {}
    aside.turn(1)
    assert lines[0].text() == ""


@pytest.fixture
def tasks(desk, qtbot):
    divide(desk)
    return desk.show(TasksPage, qtbot)


def test_a_reason_for_one_task_is_none_for_the_next(tasks, desk, ime):
    status, extension = tasks.detail.status, tasks.detail.extension
    ime(status.note, "等上级批复")
    ime(extension.reason, "人手不够")
    tasks.table.choose(tasks.model.index(1, 0))
    assert (status.note.text(), extension.reason.text()) == ("", "")
    task = tasks.table.current()
    status.button.click()
    assert [move.reason for move in load_moves(desk.context.store, [task.task_id])[task.task_id]][
        -1:
    ] == [""]
    assert "的办理、延期或指标写了，还没有办。" in tasks.unkept()
    tasks.table.choose(tasks.model.index(0, 0))
    assert (status.note.text(), extension.reason.text()) == ("等上级批复", "人手不够")


@pytest.fixture
def rounds(desk, qtbot):
    divide(desk)
    consulting.open_round(desk.context.store, 1, date(2026, 3, 20), desk.context.now())
    page = desk.show(SplitPage, qtbot)
    page.views.switch.choose("rounds")
    page.views.rounds.typing.click()
    return page


def test_what_one_unit_said_by_phone_is_not_put_down_to_the_next(rounds, ime, qtbot):
    view = rounds.views.rounds
    first, second = (view.answers.rows[at].unit for at in (0, 1))
    view.units.choose(view.answers.index(0, 0))
    ime(view.entry.proposal, "时限改到年底")
    view.units.choose(view.answers.index(1, 0))
    assert view.entry.proposal.text() == ""
    assert rounds.unkept() == f"征求意见：“{first}”的意见写了，还没有登记。"
    view.units.choose(view.answers.index(0, 0))
    qtbot.keyClick(view.entry.proposal, Qt.Key.Key_Return)
    assert [opinion.unit for _, opinion in view.opinions.rows] == [first] != [second]
    assert rounds.unkept() == ""


def test_a_day_that_cannot_be_kept_is_asked_about(rounds):
    view = rounds.views.rounds
    view.due.setFocus()
    view.due.setText("尽快")
    assert rounds.unkept() == "征求意见：反馈截止日“尽快”不能用，还没有改。"
    view.due.setText("3月27日")
    assert rounds.unkept() == ""  # it is handed over when the window closes
