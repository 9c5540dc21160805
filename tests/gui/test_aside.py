"""What is typed for one thing is never taken for another, and is asked about before it is lost."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from gui.divided import divide
from gui.samples import part, row
from shuangda_desktop.gui.pages.split.opinion_entry import OpinionEntry
from shuangda_desktop.gui.pages.split.page import SplitPage
from shuangda_desktop.gui.pages.tasks.page import TasksPage
from shuangda_desktop.gui.pages.tasks.results_tab import ResultsTab
from shuangda_desktop.gui.widgets.aside import Aside
from shuangda_desktop.gui.widgets.parts import offer
from shuangda_desktop.plan.model import Target
from shuangda_desktop.services.dividing import consulting
from shuangda_desktop.store.moves import load_moves
from shuangda_desktop.tasks.results import Result, Way


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
def box(qtbot):
    made = QComboBox()
    qtbot.addWidget(made)
    made.addItem("一", 1)
    made.addItems(["二", "三"])
    return made


def test_what_is_chosen_stays_with_the_words(lines, box):
    aside = Aside(*lines, boxes=[box])
    for key, at in ((1, 1), (2, 0), (3, 2)):
        aside.turn(key)
        lines[0].setText(f"{key}")
        box.setCurrentIndex(at)
    for key, at in ((1, 1), (2, 0), (3, 2)):
        aside.turn(key)
        assert (lines[0].text(), box.currentIndex()) == (f"{key}", at)


def test_where_it_is_offered_no_more_nothing_is_chosen_until_the_words_are_gone(lines, box):
    aside = Aside(*lines, boxes=[box])
    aside.turn(1)
    box.setCurrentIndex(1)
    lines[0].setText("甲")
    aside.refill(lambda: offer(box, ["三", "二"]))
    assert (lines[0].text(), box.currentText()) == ("甲", "二")
    aside.refill(lambda: offer(box, ["三"]))
    assert (lines[0].text(), box.currentIndex()) == ("甲", -1)
    aside.turn(2)
    assert box.currentText() == "三"
    aside.turn(1)
    assert box.currentIndex() == -1
    aside.forget(1)
    assert (lines[0].text(), box.currentText()) == ("", "三")


@pytest.fixture
def entry(qtbot):
    made = OpinionEntry()
    qtbot.addWidget(made)
    made.said = []
    made.entered.connect(made.said.append)
    return made


def test_an_opinion_is_of_the_task_the_round_and_the_unit_for_which_it_was_typed(entry, qtbot):
    entry.show_unit(1, "甲局", [(1, "1 巡查"), (2, "2 培训")])
    entry.task.setCurrentIndex(1)
    entry.proposal.setText("改到年底")
    entry.show_unit(1, "乙局", [(1, "1 巡查")])
    entry.show_unit(2, "甲局", [(1, "1 巡查"), (2, "2 培训")])
    assert entry.proposal.text() == ""
    assert entry.begun() == ["甲局"]
    entry.show_unit(1, "甲局", [(1, "1 巡查"), (2, "2 培训")])
    entry.add.click()
    assert [(said.unit, said.task_id) for said in entry.said] == [("甲局", 2)]
    assert entry.begun() == []


def test_an_opinion_on_a_task_that_is_gone_is_put_down_to_no_other(entry):
    entry.show_unit(1, "甲局", [(1, "1 巡查")])
    entry.proposal.setText("改到年底")
    entry.show_unit(1, "甲局", [(77, "1 普查")])
    entry.add.click()
    assert entry.said == []  # until another is chosen
    entry.task.setCurrentIndex(0)
    entry.add.click()
    assert [said.task_id for said in entry.said] == [77]


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


def test_a_reason_comes_back_beside_the_move_and_the_unit_it_was_typed_for(tasks, ime):
    status, extension = tasks.detail.status, tasks.detail.extension
    ime(status.note, "等上级批复")
    ime(extension.reason, "人手不够")
    status.status.setCurrentIndex(status.status.count() - 1)
    extension.who.setCurrentIndex(extension.who.count() - 1)
    chosen = status.status.currentText(), extension.who.currentText()
    tasks.table.choose(tasks.model.index(1, 0))
    for box in (status.status, extension.who):
        box.setCurrentIndex(0)
    tasks.table.choose(tasks.model.index(0, 0))
    assert (status.status.currentText(), extension.who.currentText()) == chosen
    assert status.status.currentIndex() > 0


def test_a_number_comes_back_beside_the_unit_and_the_month_it_was_typed_for(qtbot):
    tab, target = ResultsTab(), Target("检查", ">=", 50, "家", "检查50家")
    qtbot.addWidget(tab)
    rows = [row(1, units=(part("甲局"), part("乙局"))), row(2, units=(part("丙局"),))]
    results = [Result(target, Way.SUM, None, reached=False)]
    tab.show_task(rows[0], results, date(2026, 3, 18))
    for box in (tab.unit, tab.period):
        box.setCurrentIndex(0)
    tab.unit.setCurrentIndex(1)
    tab.value.setText("12")
    tab.show_task(rows[1], results, date(2026, 3, 18))
    assert (tab.value.text(), tab.unit.currentText()) == ("", "丙局")
    tab.period.setCurrentIndex(2)
    tab.show_task(rows[0], results, date(2026, 3, 18))
    assert (tab.value.text(), tab.unit.currentText(), tab.period.currentIndex()) == (
        "12",
        "乙局",
        0,
    )


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
