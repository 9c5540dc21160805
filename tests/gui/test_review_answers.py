"""Answers to doubtful spots are read beside the window: nothing is lost, nothing jumps, the order stays."""

import threading

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from shuangda_desktop.errors import SourceError
from shuangda_desktop.gui import app as program
from shuangda_desktop.gui.main_window import MainWindow
from shuangda_desktop.gui.pages.review.page import ReviewPage
from shuangda_desktop.plan.model import DecisionKind
from shuangda_desktop.services.reading import importing, rereading, reviewing, teaching
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.taught import Lesson, TaughtRule

RAW = """云泽省2026年工作要点
云双打发20265号
一、整治市场
(一)管好网店。围绕著重点商品,做到源头严防 过程严管。(省市场局牵头,省公安厅配合)
(二)管好集市。每季度检查一次。(省农业农村厅、联合推进X负责)
(三)管好仓库。查封存货。(省商务厅；省邮管办)
云泽省双打办
"""


@pytest.fixture
def gate(monkeypatch):
    """Readings wait until it is opened, as they would for a long plan."""
    opened, read = threading.Event(), reviewing.read_after
    monkeypatch.setattr(reviewing, "read_after", lambda *a: opened.wait(30) and read(*a))
    yield opened
    opened.set()


@pytest.fixture
def window(store, now, jobs, tmp_path, qtbot):
    plan_id = importing.keep_plan(store, importing.read_pasted(RAW, "要点"), now)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    made = MainWindow(
        store, jobs, settings, program.PLACES, program.MORE, today=now.date, now=lambda: now
    )
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.open_page("review", plan_id=plan_id)
    return made


@pytest.fixture
def review(desk, qtbot):
    plan_id = importing.keep_plan(
        desk.context.store, importing.read_pasted(RAW, "要点"), desk.context.now()
    )
    page = desk.show(ReviewPage, qtbot)
    page.go(plan_id=plan_id)
    page.land()
    return page


def press(review, qtbot, key):
    qtbot.keyClick(QApplication.focusWidget() or review, key)


def arrived(review, qtbot):
    qtbot.waitUntil(lambda: not review.work.answers.count())


def answers(review):
    return [d.at for d in review.stored.decisions if d.kind is DecisionKind.ANSWER]


def test_the_next_spot_is_in_hand_while_the_last_is_being_read(review, gate, qtbot):
    spots = [p.span.start for p in review.stored.text.proposals]
    before = len(review.queue.doubts)
    press(review, qtbot, Qt.Key.Key_1)
    assert review.bar.count.text() == f"还有 {before - 1} 处待核对"
    assert review.bar.where.text() == "一、\uff08一\uff09\u3000正在重读…"
    assert review.queue.place.doubts[0].span.start == sorted(spots)[1]
    press(review, qtbot, Qt.Key.Key_1)
    assert review.work.answers.count() == 2
    assert answers(review) == []
    gate.set()
    arrived(review, qtbot)
    assert answers(review) == sorted(spots)[:2]
    assert "正在重读" not in review.bar.where.text()


def test_each_answer_is_a_step_of_its_own(review, gate, store, qtbot):
    for _ in range(2):
        press(review, qtbot, Qt.Key.Key_1)
    gate.set()
    arrived(review, qtbot)
    store.undo()
    assert len(answers(review)) == 1
    store.undo()
    assert answers(review) == []


def test_what_is_decided_meanwhile_is_kept_beside_it(review, gate, store, qtbot):
    press(review, qtbot, Qt.Key.Key_1)
    doubt = next(d for d in review.queue.doubts if d.code == "no-verb")
    review.work.settle([doubt])
    gate.set()
    arrived(review, qtbot)
    kinds = [decision.kind for decision in review.stored.decisions]
    assert kinds == [DecisionKind.SETTLE, DecisionKind.ANSWER]
    assert doubt not in review.queue.doubts
    review._load(review.stored.plan_id)
    assert [d.kind for d in review.stored.decisions] == kinds


def test_where_the_rules_changed_meanwhile_it_is_read_anew(review, gate, store, now, qtbot):
    press(review, qtbot, Qt.Key.Key_1)
    teaching.teach(store, TaughtRule(Lesson.UNIT, "联合推进X"), now)
    gate.set()
    arrived(review, qtbot)
    assert len(answers(review)) == 1
    assert not any("联合推进X" in doubt.message for doubt in review.queue.doubts)


def test_undo_takes_an_answer_back_that_is_on_its_way(window, gate, qtbot):
    review = window.page
    before, label = len(review.queue.doubts), window.store.undo_label
    press(review, qtbot, Qt.Key.Key_1)
    window.undo()
    assert (len(review.queue.doubts), review.work.answers.count()) == (before, 0)
    assert window.store.undo_label == label
    gate.set()
    qtbot.wait(50)
    assert answers(review) == []
    window.undo()
    assert window.store.undo_label is None


def test_of_two_on_their_way_undo_takes_the_second(window, gate, qtbot):
    review = window.page
    for _ in range(2):
        press(review, qtbot, Qt.Key.Key_1)
    first = review.work.answers._waiting[0].decisions[0].at
    window.undo()
    gate.set()
    arrived(review, qtbot)
    assert answers(review) == [first]


@pytest.mark.parametrize("leave", ["division", "window", "redo"])
def test_nobody_goes_on_before_the_answer_is_kept(window, gate, qtbot, store, leave):
    review = window.page
    press(review, qtbot, Qt.Key.Key_1)
    gate.set()  # reading is not made faster by it
    {
        "division": lambda: window.open_page("split"),
        "window": window.close,
        "redo": window.redo,
    }[leave]()
    assert store.rows("SELECT count(*) FROM decision WHERE kind = 'answer'") == [(1,)]
    qtbot.wait(50)  # what was read beside the window comes too late
    assert store.rows("SELECT count(*) FROM decision WHERE kind = 'answer'") == [(1,)]


def kept(store):
    return store.rows("SELECT count(*) FROM decision WHERE kind = 'answer'")[0][0]


def test_other_pages_are_open_at_once_and_the_reading_comes_by_itself(window, gate, qtbot, store):
    review = window.page
    press(review, qtbot, Qt.Key.Key_1)
    window.open_page("tasks")
    assert (window.page.name, kept(store)) == ("tasks", 0)
    gate.set()
    arrived(review, qtbot)
    assert (window.page.name, kept(store)) == ("tasks", 1)
    window.open_page("review")
    assert len(answers(review)) == 1


@pytest.mark.parametrize(("then", "left"), [("undo", 0), ("redo", 1), ("close", 1)])
def test_elsewhere_too_an_answer_on_its_way_comes_before_what_is_done_next(
    window, gate, qtbot, store, then, left
):
    press(window.page, qtbot, Qt.Key.Key_1)
    window.open_page("tasks")
    gate.set()
    getattr(window, then)()
    assert kept(store) == left


def test_an_answer_about_a_plan_that_is_gone_is_told_and_dropped(window, gate, qtbot, store, now):
    review = window.page
    press(review, qtbot, Qt.Key.Key_1)
    window.open_page("plans")
    importing.remove_plan(store, review.work.answers._waiting[0].plan_id, now)
    gate.set()
    arrived(review, qtbot)
    assert "已经不在" in window.notice.text.text()


def test_a_field_keeps_what_is_being_typed_when_a_reading_comes(review, gate, qtbot, ime):
    press(review, qtbot, Qt.Key.Key_1)
    press(review, qtbot, Qt.Key.Key_F2)
    line = review.bar.choices.line
    ime(line, "字")
    gate.set()
    arrived(review, qtbot)
    assert (line.isVisible(), "字" in line.text()) == (True, True)
    assert len(answers(review)) == 1  # it is kept all the same
    press(review, qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not review._later.isActive())
    assert review.bench.source.toPlainText() == review.stored.text.text


def test_an_answer_for_a_plan_out_of_sight_is_kept_too(review, gate, store, now, qtbot):
    other = importing.keep_plan(
        store, importing.read_pasted(RAW.replace("2026年", "2025年"), "旧"), now
    )
    press(review, qtbot, Qt.Key.Key_1)
    asked = review.stored.plan_id
    review._load(other)
    press(review, qtbot, Qt.Key.Key_1)
    gate.set()
    arrived(review, qtbot)
    kept = store.rows("SELECT plan_id FROM decision ORDER BY id")
    assert kept == [(asked,), (other,)]


def test_an_answer_to_what_is_asked_no_more_is_refused_in_words(review, gate, desk, qtbot):
    proposal = review.queue.proposal()
    review.work.answer((proposal,), proposal.candidates[0])
    review.work.answer((proposal,), None)
    gate.set()
    arrived(review, qtbot)
    assert len(answers(review)) == 1
    assert any("现在不存疑了" in words for words in desk.said)


def test_a_reading_that_fails_is_told_and_the_spot_is_asked_again(review, desk, monkeypatch, qtbot):
    def fail(*_):
        raise SourceError("读不了。")

    monkeypatch.setattr(reviewing, "read_after", fail)
    before = len(review.queue.doubts)
    press(review, qtbot, Qt.Key.Key_1)
    arrived(review, qtbot)
    assert len(review.queue.doubts) == before
    assert desk.said[-1] == "读不了。"


def test_an_answer_taken_back_while_it_is_read_is_shown_again(review, gate, qtbot):
    place = review.queue.place
    press(review, qtbot, Qt.Key.Key_1)
    press(review, qtbot, Qt.Key.Key_F8)
    assert review.queue.place.key != place.key
    assert review.take_back()
    assert review.queue.place.key == place.key


def test_nothing_waits_nothing_is_taken_back(review):
    assert not review.take_back()
    review.finish()
    assert review.work.answers.spots(review.stored.plan_id) == frozenset()
    assert review.bench.source.selected() in (None, Span(0, 0))


def field_in_hand(review):
    field = review.bench.measure.text
    field.setFocus()
    return field


def test_a_field_that_only_has_the_keys_is_shown_anew(review, gate, qtbot):
    press(review, qtbot, Qt.Key.Key_1)
    field = field_in_hand(review)
    field.moveCursor(field.textCursor().MoveOperation.EndOfLine)
    place = field.textCursor().position()
    gate.set()
    arrived(review, qtbot)
    assert review.bench.source.toPlainText() == review.stored.text.text
    assert (field.hasFocus(), field.textCursor().position()) == (True, place)


def test_words_half_typed_are_kept_and_handed_over_as_ever(review, gate, qtbot, ime):
    press(review, qtbot, Qt.Key.Key_1)
    field = field_in_hand(review)
    ime(field, "另")
    gate.set()
    arrived(review, qtbot)
    assert field.toPlainText().startswith("另")
    assert review.bench.source.toPlainText() != review.stored.text.text
    review.bench.land()  # the field is left, and its words are a decision
    qtbot.waitUntil(lambda: not review._later.isActive())
    assert review.stored.decisions[-1].kind is DecisionKind.SET_TEXT
    assert review.bench.source.toPlainText() == review.stored.text.text


def test_while_the_last_answer_is_read_nothing_is_said_to_be_done(review, gate, qtbot):
    review.queue.count(review.stored)
    while review.queue.places:
        proposal = review.queue.proposal()
        press(review, qtbot, Qt.Key.Key_1 if proposal else Qt.Key.Key_Return)
    assert review.bar.count.text() == "正在重读…"
    assert not review.bar.divide.isVisible()
    gate.set()
    arrived(review, qtbot)
    assert review.bar.count.text() in ("全部核对完了", f"还有 {len(review.queue.doubts)} 处待核对")


def test_what_is_asked_no_more_hinders_nobody_from_leaving(review, gate, desk):
    proposal = review.queue.proposal()
    for answer in (proposal.candidates[0], None):
        review.work.answer((proposal,), answer)
    gate.set()
    review.finish()
    assert len(answers(review)) == 1
    assert any("现在不存疑了" in words for words in desk.said)


def test_a_window_that_closes_gives_another_reading_up(review, monkeypatch, qtbot):
    asked = []

    def read(stored, rules, cancelled):
        asked.append(cancelled)
        raise SourceError("没有再读。")

    monkeypatch.setattr(rereading, "read_kept", read)
    review.read_again()
    qtbot.waitUntil(lambda: bool(asked))
    assert not asked[0]()
    review.stop()
    assert asked[0]()


RULE = TaughtRule(Lesson.UNIT, "联合推进X")


def test_what_is_taught_is_read_beside_the_window_after_what_came_before(
    window, gate, store, qtbot
):
    review = window.page
    press(review, qtbot, Qt.Key.Key_1)
    review.work.teach(RULE)
    review.work.teach(RULE)  # a second key of an impatient hand
    assert review.work.answers.count() == 2
    assert window.notice.text.text() == "正在教\uff1a“联合推进X”是单位…"
    assert teaching.load_rules(store) == ()
    gate.set()
    arrived(review, qtbot)
    assert [kept.rule for kept in teaching.load_rules(store)] == [RULE]
    assert not any("联合推进X" in doubt.message for doubt in review.queue.doubts)
    assert store.undo_label == "教会程序\uff1a“联合推进X”是单位"
    store.undo()
    assert teaching.load_rules(store) == ()
    assert len(answers(review)) == 1


def test_a_rule_that_waits_belongs_to_the_plan_that_it_was_taught_at(
    window, gate, store, now, qtbot
):
    review = window.page
    first = review.stored.plan_id
    again = importing.read_pasted(RAW.replace("2026年", "2025年"), "旧")
    second = importing.keep_plan(store, again, now)
    learnt = []
    review.work.answers.learnt.connect(lambda plan_id, *_: learnt.append(plan_id))
    review.work.teach(RULE)
    review.go(plan_id=second)
    review.land()
    review.work.teach(RULE)
    assert review.work.answers.count() == 2
    window.undo()  # at the second plan it is not taught
    gate.set()
    arrived(review, qtbot)
    assert learnt == [first]
    assert window.notice.text.text().endswith("另有 1 份来文里有这些字，可以重新读取。")


def test_what_is_being_taught_is_taken_back_or_kept_before_leaving(window, gate, store, qtbot):
    review = window.page
    review.work.teach(RULE)
    window.undo()
    assert review.work.answers.count() == 0
    review.work.teach(RULE)
    gate.set()
    window.open_page("split")
    assert [kept.rule for kept in teaching.load_rules(store)] == [RULE]
    qtbot.wait(50)  # what was read beside the window comes too late
    assert [kept.rule for kept in teaching.load_rules(store)] == [RULE]
