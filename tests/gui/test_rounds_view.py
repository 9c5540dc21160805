"""A round on the page: begun, sent, read back, typed in, settled with the task changed."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from gui.divided import JUSTICE, NET, POLICE, divide
from services.filling import Form
from shuangda_desktop.errors import RuleError, SourceError
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.models.round_rows import (
    answer_columns,
    answer_look,
    answer_tip,
    opinion_look,
    settled_words,
)
from shuangda_desktop.gui.pages.split.page import SplitPage
from shuangda_desktop.services.dividing import consulting, extracts, splitting, versioning
from shuangda_desktop.store.consultations import load_consultations
from shuangda_desktop.store.tasks import load_task
from shuangda_desktop.tasks.checks.findings import Field
from shuangda_desktop.tasks.rounds.opinions import Answer, Opinion, Outcome, Stance, UnitAnswer
from shuangda_desktop.tasks.rounds.reading import Reply


@pytest.fixture
def ids(desk):
    return divide(desk)


@pytest.fixture
def page(desk, ids, qtbot):
    shown = desk.show(SplitPage, qtbot)
    shown.resize(1200, 700)
    shown.views.switch.choose("rounds")
    return shown


@pytest.fixture
def view(page):
    return page.views.rounds


@pytest.fixture
def asked(view):
    view.due.setText("3月20日")
    view.start.click()
    return view


def current(store):
    return load_consultations(store, 1)[0]


def opine(store, asked, now, unit, task_id, proposal):
    opinion = Opinion(unit, task_id, "1 查清全市网店", Stance.CHANGE, proposal, "任务较重")
    return consulting.add_opinion(store, current(store).id, opinion, now)


def test_a_round_begins_with_its_day(view, store, desk, page):
    assert "还没有征求过意见" in view.hint.text()
    view.start.click()
    assert "请先填写反馈截止日" in desk.said[-1]
    view.due.setText("3月20日")
    view.start.click()
    assert current(store).due_on == date(2026, 3, 20)
    assert {row.unit for row in view.answers.rows} == {NET, POLICE, JUSTICE}
    assert "下一步写出各单位的征求意见表" in desk.said[-1]
    assert view.words.text() == "3个单位，已回复0个，未回复3个，意见0条"
    view.start.click()
    assert len(load_consultations(store, 1)) == 1  # the same day is no new round


def test_the_day_is_put_off_in_place(asked, store):
    asked.due.setText("3月27日")
    asked.due.returnPressed.emit()
    assert current(store).due_on == date(2026, 3, 27)


def test_forms_go_out_and_come_back(asked, store, desk, qtbot, tmp_path, monkeypatch, ids):
    monkeypatch.setattr(ask, "folder", lambda *_: tmp_path)
    asked.actions_.send.click()
    qtbot.waitUntil(lambda: "已写出3个单位" in desk.said[-1])
    form = Form(tmp_path / f"{POLICE}_征求意见表.xlsx")
    form.put(ids[0], "stance", "修改")
    form.put(ids[0], "proposal", "完成时限延长至9月底")
    back = form.save(tmp_path / "回复.xlsx")
    monkeypatch.setattr(ask, "open_files", lambda *_: [back])
    asked.actions_.read.click()
    qtbot.waitUntil(lambda: "已读回1份回复" in desk.said[-1])
    (row,) = asked.opinions.rows
    assert (row[1].unit, row[1].task_id) == (POLICE, ids[0])
    assert asked.form.field.currentData() == Field.DUE
    assert asked.form.value.toPlainText() == "9月底"
    asked.form.buttons[0].click()
    assert load_task(store, ids[0]).due_on == date(2026, 9, 30)
    assert current(store).opinions[0].outcome is Outcome.ADOPTED
    assert desk.said[-1] == "已采纳。任务已随之修改。"


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome.ADOPTED, "已采纳。任务没有改动；要改的，先在“采纳后”选改哪一项。"),
        (Outcome.PARTLY, "已部分采纳。任务没有改动；要改的，先在“采纳后”选改哪一项。"),
        (Outcome.REJECTED, "已列为不采纳。"),
        (Outcome.OPEN, "已改为待研究。"),
    ],
)
def test_a_wish_that_changed_no_task_is_told_so(outcome, words):
    assert settled_words(outcome, is_change=False) == words


def test_a_round_that_is_refused_after_enter_is_told(view, qtbot, monkeypatch):
    def refuse(*_):
        raise RuleError("还没有任务。")

    monkeypatch.setattr(consulting, "open_round", refuse)
    view.due.setText("3月20日")
    with qtbot.capture_exceptions() as told:
        qtbot.keyClick(view.due, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(told))
    assert [str(error) for _, error, _ in told] == ["还没有任务。"]


def test_a_reply_of_nobody_is_asked_about(asked, store, desk, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "x.csv"
    path.write_text("序号,工作任务,意见,修改内容,理由\n1,查清全市网店,修改,加一句,\n", "utf-8")
    answers = iter([3, [u.unit for u in current(store).units].index(NET)])
    monkeypatch.setattr(ask, "one_of", lambda *_: next(answers))
    asked.actions_.read_files([path])
    qtbot.waitUntil(lambda: "1份没有读入" in desk.said[-1])
    assert "请选定单位" in asked.result.text()
    asked.actions_.read_files([path])
    qtbot.waitUntil(lambda: "已读回1份" in desk.said[-1])
    assert asked.opinions.rows[0][1].unit == NET


def test_what_was_said_by_phone_is_typed_in(asked, store, qtbot, ids, desk):
    place = [row.unit for row in asked.answers.rows].index(NET)
    asked.units.choose(asked.answers.index(place, 0))
    asked.typing.click()
    assert asked.entry.proposal.hasFocus()
    assert [asked.entry.task.itemText(n) for n in range(2)] == ["1 查清全市网店", "全文"]
    qtbot.keyClick(asked.entry.proposal, Qt.Key.Key_Return)
    assert current(store).opinions == ()
    asked.entry.proposal.setText("建议由市公安局牵头")
    qtbot.keyClick(asked.entry.proposal, Qt.Key.Key_Return)
    (opinion,) = current(store).opinions
    assert (opinion.unit, opinion.task_id, opinion.stance) == (NET, ids[0], Stance.CHANGE)
    asked.only.click()
    assert asked.opinions.rowCount() == 1
    asked.units.choose(asked.answers.index((place + 1) % 3, 0))
    assert asked.opinions.rowCount() == 0


def test_units_say_that_they_have_none_and_take_it_back(asked, store, desk):
    asked.units.selectAll()
    asked.actions_.none.trigger()
    assert all(unit.replied_on for unit in current(store).units)
    assert desk.said[-1] == "已登记3个单位无意见。"
    assert not asked.actions_.none.isEnabled()
    asked.actions_.back.trigger()
    assert not any(unit.replied_on for unit in current(store).units)


def test_settling_goes_on_to_the_next_that_is_open(asked, store, now, ids):
    first = opine(store, asked, now, NET, ids[0], "加一句")
    second = opine(store, asked, now, POLICE, ids[0], "牵头单位改为市公安局")
    asked.table.choose(asked.opinions.index(0, 0))
    assert asked.form.field.currentData() is None
    asked.form.reason.setText("文字已有")
    asked.form.buttons[2].click()
    assert {o.id: o.outcome for o in current(store).opinions} == {
        first: Outcome.REJECTED,
        second: Outcome.OPEN,
    }
    assert asked.opinion().id == second
    assert asked.form.value.toPlainText() == POLICE
    asked.form.reason.setText("由其牵头")
    asked.form.buttons[1].click()
    assert [a.unit for a in load_task(store, ids[0]).assignments] == [POLICE]
    asked.form.buttons[3].click()
    assert asked.opinion().outcome is Outcome.OPEN


def test_what_was_typed_about_one_opinion_waits_while_another_is_looked_at(
    page, asked, store, now, ids
):
    opine(store, asked, now, NET, ids[0], "加一句")
    opine(store, asked, now, POLICE, ids[0], "完成时限延长至9月底")
    form, first, second = asked.form, asked.opinions.index(0, 0), asked.opinions.index(1, 0)
    asked.table.choose(first)
    form.reason.insert("文字已有")
    asked.table.choose(second)
    assert form.reason.text() == ""
    form.value.selectAll()
    form.value.insertPlainText("8月底")
    asked.table.choose(first)
    assert (form.reason.text(), form.field.currentData()) == ("文字已有", None)
    told = f"征求意见：“{NET}”的意见怎样处理写了，还没有办。"
    assert set(page.unkept().split("\n")) == {told, told.replace(NET, POLICE)}
    asked.table.choose(second)
    assert (form.field.currentData(), form.value.toPlainText()) == (Field.DUE, "8月底")
    assert form.reason.text() == ""
    form.buttons[0].click()
    assert load_task(store, ids[0]).due_on == date(2026, 8, 31)
    assert (asked.opinion().unit, form.reason.text()) == (NET, "文字已有")
    form.buttons[2].click()
    assert current(store).opinions[0].outcome_reason == "文字已有"
    assert page.unkept() == ""


def test_a_day_that_cannot_be_read_settles_nothing(asked, store, now, ids, desk):
    opine(store, asked, now, NET, ids[0], "加一句")
    asked.form.field.setCurrentIndex(asked.form.field.findData(Field.DUE))
    assert asked.form.before.text() == "原为：2026-06-30"
    asked.form.value.setPlainText("看情况")
    asked.form.buttons[0].click()
    assert "读不懂" in desk.said[-1]
    assert current(store).opinions[0].outcome is Outcome.OPEN


def test_an_opinion_can_be_taken_out(asked, store, now, ids):
    opine(store, asked, now, NET, ids[0], "加一句")
    asked.actions_.remove.trigger()
    assert current(store).opinions == ()
    assert not asked.form.isEnabled()


@pytest.mark.parametrize("name", ["情况.xlsx", "情况.docx", "情况"])
def test_what_became_of_the_opinions_is_written(
    asked, store, now, ids, desk, qtbot, tmp_path, monkeypatch, name
):
    assert not asked.actions_.outcome.isEnabled()
    opine(store, asked, now, NET, ids[0], "加一句")
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / name)
    asked.actions_.outcome.click()
    qtbot.waitUntil(lambda: "已写出" in desk.said[-1])
    assert (tmp_path / name).with_suffix((tmp_path / name).suffix or ".xlsx").exists()


def test_only_the_chosen_units_may_be_written(asked, desk, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(ask, "folder", lambda *_: tmp_path)
    asked.units.choose(asked.answers.index(0, 0))
    asked.actions_.one.trigger()
    qtbot.waitUntil(lambda: "已写出1个单位" in desk.said[-1])
    assert len(list(tmp_path.iterdir())) == 2


def test_a_failure_and_a_stop_are_told(asked, desk, qtbot, tmp_path, monkeypatch):
    def fail(*_, **__):
        raise SourceError("读不了。")

    monkeypatch.setattr(extracts, "read_files", fail)
    asked.actions_.read_files([tmp_path / "x.xlsx"])
    qtbot.waitUntil(lambda: desk.said[-1] == "读不了。")
    assert asked.progress.isHidden()
    asked.actions_.read_files([tmp_path / "x.xlsx"])
    asked.progress.cancelled.emit()
    assert desk.said[-1] == "已停止。"


def test_nobody_is_asked_about_a_reply_once_the_window_closes(page, asked, qtbot, tmp_path, desk):
    path = tmp_path / "x.csv"
    path.write_text("序号,工作任务,意见,修改内容\n1,查清全市网店,修改,加一句\n", "utf-8")
    asked.actions_.read_files([path])
    page.stop()
    ended = []
    desk.context.jobs.run(lambda: 1, ended.append, ended.append)
    qtbot.waitUntil(lambda: ended == [1])
    assert asked.progress.isHidden()
    assert "已读回" not in "".join(desk.said)


@pytest.mark.parametrize(
    ("answer", "ink"),
    [
        (Answer.LATE, "late"),
        (Answer.WAITING, "near"),
        (Answer.NONE, "on_time"),
        (Answer.OPINIONS, None),
    ],
)
def test_where_a_unit_stands_is_seen_by_sign_word_and_ink(answer, ink):
    found = UnitAnswer("市公安局", answer, 2, 1, date(2026, 3, 21), True, "回复.xlsx")
    columns = answer_columns()
    look = answer_look(found, columns[1])
    assert (look.ink if look else None) == ink
    assert answer.value in columns[1].text(found)
    assert columns[2].text(found) == "2026-03-21（晚）"
    assert answer_tip(found, columns[0]) == "回复文件：回复.xlsx"
    waiting = UnitAnswer("市公安局", answer, 0, 0, None, False, "")
    assert columns[2].text(waiting) == ""
    assert answer_tip(waiting, columns[0]) == "市公安局"


def test_on_a_small_screen_the_opinions_keep_four_rows(page, asked, store, now, ids, qtbot):
    """1366x768 at 150 percent leaves a page of 822 by 450, a reason that is wanted or not."""
    splitting.accept(store, ids, now)
    versioning.issue(store, 1, now)
    splitting.change_task(store, ids[0], now, title="查清全市的网店")
    for _ in range(6):
        opine(store, asked, now, NET, ids[0], "改为9月底前")
    page.resize(822, 450)
    qtbot.waitUntil(lambda: asked.table.isColumnHidden(3))
    height = asked.table.verticalHeader().defaultSectionSize()
    qtbot.waitUntil(lambda: asked.table.viewport().height() >= 3.9 * height)
    assert not page.reasons.isVisible()
    assert asked.words.toolTip() == asked.words.text()
    page.views.switch.choose("divide")
    assert page.reasons.isVisible()
    page.resize(1200, 700)
    page.views.switch.choose("rounds")
    assert page.reasons.isVisible()
    assert not asked.table.isColumnHidden(3)
    assert not asked.units.isColumnHidden(2)


def test_what_a_later_reply_replaced_is_struck_out_and_may_be_taken_up_again(
    asked, store, now, ids
):
    for file, words in (("一.xlsx", "加一句"), ("二.xlsx", "删一句")):
        said = Opinion(NET, ids[0], "1 查清全市网店", Stance.CHANGE, words)
        consulting.keep_replies(store, current(store).id, [Reply(file, NET, (said,))], now)
    old, new = (opinion_look(row, asked.opinions.columns[0]) for row in asked.opinions.rows)
    assert (old.struck, new.struck) == (True, False)
    assert "意见1条" in asked.words.text()
    asked.table.choose(asked.opinions.index(0, 0))
    asked.form.buttons[3].click()
    assert [one.outcome for one in current(store).opinions] == [Outcome.OPEN, Outcome.OPEN]
