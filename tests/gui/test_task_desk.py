"""What is done beside the list of tasks: moves, extensions, values, evidence, periods."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QDesktopServices

from gui.divided import NET, POLICE, divide
from shuangda_desktop.errors import RuleError
from shuangda_desktop.gui import ask, theme
from shuangda_desktop.gui.pages.tasks.page import TasksPage
from shuangda_desktop.plan.model import Target
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.services.tracking import evidence
from shuangda_desktop.services.tracking.results import load_results
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.evidence import load_evidence
from shuangda_desktop.store.tasks import load_entries, load_task, save_task
from shuangda_desktop.tasks.model import ProgressEntry, Status
from shuangda_desktop.tasks.results import Way

TARGET = Target("检查网店", ">=", 120, "家", "检查网店120家")


@pytest.fixture
def ids(desk):
    made = divide(desk)
    with desk.context.store.step("指标", desk.context.now()):
        task = load_task(desk.context.store, made[0])
        save_task(desk.context.store, replace(task, targets=(TARGET,)))
    return made


@pytest.fixture
def page(desk, ids, qtbot):
    return desk.show(TasksPage, qtbot)


def cells(model, row=0):
    return [model.index(row, column).data() for column in range(model.columnCount())]


def choose(box, data):
    box.setCurrentIndex(box.findData(data))


def test_a_move_stands_in_the_log_with_its_verb(page, ids):
    page.desk.set_status(Status.DONE, "")
    assert cells(page.detail.moves.model)[1:3] == ["申请办结", "双打办"]
    assert page.detail.tabs.tabText(1) == "流转 1"
    offered = [page.detail.status.status.itemText(n) for n in range(3)]
    assert offered == ["✓ 销号", "◁ 退回", "◐ 撤回办结申请"]


def test_a_move_may_have_been_made_on_an_earlier_day(page, ids):
    form = page.detail.status
    form.on.setText("3月2日")
    form.button.click()
    assert cells(page.detail.moves.model)[0] == "2026-03-02"
    assert form.on.text() == ""


def test_a_move_on_a_day_that_cannot_be_read_is_not_made_today(page, desk):
    page.detail.status.on.setText("前几天")
    page.detail.status.button.click()
    assert page.detail.moves.model.rowCount() == 0
    assert desk.said[-1].startswith("办理日期“前几天”读不懂")
    assert page.detail.status.on.text() == "前几天"


def test_a_move_back_says_that_it_wants_a_reason(page):
    form = page.detail.status
    choose(form.status, Status.SUSPENDED)
    assert form.note.placeholderText() == "原因\uff08要填\uff09"
    with pytest.raises(RuleError, match="要写明原因"):
        page.desk.set_status(Status.SUSPENDED, "")


def test_an_extension_is_asked_for_and_approved(page, desk, ids, ime):
    form = page.detail.extension
    form.who.setCurrentText(NET)
    form.until.setText("9月30日")
    ime(form.reason, "案件协查")
    form.ask.click()
    assert f"{NET}2026-03-16申请延至2026-09-30\uff1a案件协查" in form.words.text()
    assert (form.ask.isHidden(), form.yes.isHidden()) == (True, False)
    form.yes.click()
    assert load_task(desk.context.store, ids[0]).due_on == date(2026, 9, 30)
    assert next(row.due_on for row in page.model.rows) == date(2026, 9, 30)
    assert cells(page.detail.moves.model)[1] == "同意延期至2026-09-30"


def test_an_extension_that_is_not_approved_changes_nothing(page, desk, ids, ime):
    page.desk.ask_extension(date(2026, 9, 30), "案件协查", NET)
    assert page.detail.extension.reason.placeholderText() == "理由\uff08不同意要填\uff09"
    ime(page.detail.extension.reason, "不符合规定")
    page.detail.extension.no.click()
    assert load_task(desk.context.store, ids[0]).due_on == date(2026, 6, 30)
    assert desk.said[-1] == "没有同意任务1延期。"


def test_a_day_of_an_extension_that_cannot_be_read_is_told(page, desk):
    page.detail.extension.until.setText("以后")
    page.detail.extension.ask.click()
    assert "读不懂" in desk.said[-1]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"due_on": date(2026, 3, 1)}, "时限已过\uff0c不能再申请延期"),
        ({"due_on": None}, "没有时限\uff0c不用延期"),
    ],
)
def test_why_nothing_can_be_asked_is_said(page, desk, ids, change, words):
    splitting.change_task(desk.context.store, ids[0], desk.context.now(), **change)
    assert words in page.detail.extension.words.text()
    assert page.detail.extension.ask.isHidden()


def test_values_are_typed_as_people_write_them(page, desk, ids, ime):
    form = page.detail.results
    form.unit.setCurrentText(NET)
    choose(form.period, "2026-02")
    ime(form.value, "\uff11\uff13\uff10家")
    form.button.click()
    (result,) = load_results(desk.context.store, ids[0])
    assert (result.value, result.values[0].period) == (130, "2026-02")
    assert cells(form.model) == ["检查网店120家", "≥120家", "130家", "● 达到"]
    assert cells(form.values) == ["2026-02", NET, "130"]
    assert form.value.text() == ""


def test_a_value_that_cannot_be_read_is_asked_and_stays_in_the_line(page, ime):
    form = page.detail.results
    ime(form.value, "很多")
    with pytest.raises(RuleError, match="读不出是多少家"):
        page.desk.record_value(TARGET.text, NET, "2026-02", form.value.text())
    assert form.value.text() == "很多"


def test_the_way_of_counting_is_chosen_for_each_target(page, desk, ids):
    form = page.detail.results
    choose(form.way, Way.LAST)
    form.way.activated.emit(form.way.currentIndex())
    assert load_results(desk.context.store, ids[0])[0].way is Way.LAST


def test_a_task_without_targets_says_so(page, ids):
    page.go(task_id=ids[1])
    assert not page.detail.results.words.isHidden()
    assert page.detail.results.button.parentWidget().isHidden()


def test_the_periods_of_a_recurring_duty_are_asked_one_by_one(page, desk, ids):
    splitting.change_task(desk.context.store, ids[0], desk.context.now(), recurrence="P1M")
    form = page.detail.form
    assert page.detail.tabs.isTabVisible(3)
    assert [form.period.itemText(n) for n in range(form.period.count())] == ["按日期", "2026年3月"]
    form.button.click()
    assert load_entries(desk.context.store, ids[0])[0].period == "2026-03"
    assert cells(page.detail.periods)[3] == "● 按时"


def test_a_task_that_comes_once_asks_for_no_period(page):
    assert page.detail.form.period.isHidden()
    assert not page.detail.tabs.isTabVisible(3)


def test_without_a_task_nothing_is_done(page, desk):
    page.go(unit="市档案局")
    page.desk.ask_extension(date(2026, 9, 30), "协查", NET)
    page.desk.answer_extension(True, "")
    page.desk.record_value(TARGET.text, NET, "2026-02", "1")
    page.desk.set_way(TARGET.text, Way.SUM)
    page.desk.add_files([], "")
    assert desk.said == []


def test_late_months_stay_in_sight(page, desk, ids):
    splitting.change_task(desk.context.store, ids[0], desk.context.now(), due_on=date(2026, 2, 20))
    page.desk.record(ProgressEntry(ids[0], NET, date(2026, 3, 10), 100, "全部完成"))
    assert page.detail.late.text() == "曾逾期\uff1a2月、3月"
    keys = [column.key for column in page.model.columns]
    assert page.model.index(0, keys.index("late")).data() == "2月、3月"
    assert page.model.index(0, keys.index("silent")).data() == POLICE


# -- evidence needs a database on the disk


@pytest.fixture
def on_disk(tmp_path, jobs, now, qtbot):
    from gui.conftest import Desk

    with open_store(tmp_path / "办公.db", now) as store:
        desk = Desk(store, jobs, now)
        divide(desk)
        yield desk.show(TasksPage, qtbot), desk, tmp_path


def test_files_are_added_captioned_opened_and_removed(on_disk, monkeypatch):
    page, desk, folder = on_disk
    (folder / "照片.png").write_bytes(b"\x89PNG\r\n\x1a\n123")
    tab, store = page.detail.evidence, desk.context.store
    monkeypatch.setattr(ask, "open_files", lambda *_: [folder / "照片.png"])
    tab.caption.setText("检查现场")
    tab.add.click()
    assert cells(tab.model) == ["检查现场", "照片.png", "11 字节", "完好"]
    assert page.detail.tabs.tabText(4) == "佐证 1"
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(url))
    tab.table.choose(tab.model.index(0, 0))
    tab.open.click()
    assert opened[0].toLocalFile().endswith(".png")
    tab.caption.setText("执法现场")
    tab.rename.click()
    assert load_evidence(store)[0].caption == "执法现场"
    tab.table.choose(tab.model.index(0, 0))
    tab.remove.click()
    assert load_evidence(store) == ()


def test_a_file_that_was_changed_is_seen_and_not_opened(on_disk, monkeypatch):
    page, desk, folder = on_disk
    (folder / "照片.png").write_bytes(b"\x89PNG\r\n\x1a\n123")
    page.desk.add_files([folder / "照片.png"], "")
    (piece,) = load_evidence(desk.context.store)
    evidence.place_of(desk.context.store, piece).write_bytes(b"other")
    page.refresh()
    tab = page.detail.evidence
    assert cells(tab.model)[3] == "文件被改动过"
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: pytest.fail("opened"))
    tab.table.choose(tab.model.index(0, 0))
    tab.open.click()
    assert "没有打开" in desk.said[-1]


def test_an_empty_choice_of_files_adds_nothing(on_disk, monkeypatch):
    page, desk, _ = on_disk
    monkeypatch.setattr(ask, "open_files", lambda *_: [])
    page.detail.evidence.add.click()
    assert load_evidence(desk.context.store) == ()


def test_progress_is_recorded_without_scrolling_on_a_small_screen(page, qapp):
    theme.apply(qapp, theme.Appearance())
    page.resize(823, 440)
    page.toggle_detail()
    qapp.processEvents()
    button = page.detail.form.button
    assert button.isVisible()
    assert button.visibleRegion().boundingRect() == button.rect()
    assert page.rule.isHidden()
    page.toggle_detail()
    assert page.rule.isVisible()
