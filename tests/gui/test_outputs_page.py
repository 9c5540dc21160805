"""Documents are looked at before they are written; a failure offers another place."""

import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from gui.divided import NET, POLICE, divide
from shuangda_desktop.errors import ExportError, RuleError
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.pages.outputs_page import AGAIN, SAVE_AS, OutputsPage
from shuangda_desktop.services import exporting, sheets, splitting


@pytest.fixture
def page(desk, qtbot):
    divide(desk)
    return desk.show(OutputsPage, qtbot)


@pytest.fixture
def target(monkeypatch, tmp_path):
    """The clerk chooses this file; what was suggested is kept in the list."""
    suggested = []
    path = tmp_path / "分工表.xlsx"

    def answer(_parent, _title, proposed, _kinds):
        suggested.append(Path(proposed).name)
        return path

    monkeypatch.setattr(ask, "save_file", answer)
    return path, suggested


@pytest.fixture
def written(monkeypatch):
    """Writing without the libraries: what was asked for; the first calls may fail."""
    calls, failures = [], []

    def write(job, path):
        calls.append((type(job).__name__, path, len(job.rows)))
        if failures:
            raise ExportError(failures.pop())
        return ("第2项的内容太长\uff0c只写出一部分。",)

    for kind in (sheets.SheetJob, exporting.LocalPlanJob):
        monkeypatch.setattr(kind, "write", write)
    return calls, failures


def write_out(page, qtbot):
    """Press the button and wait until the worker is done."""
    page.write.click()
    qtbot.waitUntil(page.progress.isHidden)


def test_without_tasks_the_page_sends_to_dividing(desk, qtbot):
    page = desk.show(OutputsPage, qtbot)
    assert page.stack.currentWidget() is page.empty
    page.empty.button.click()
    assert desk.opened == [("split", {})]


def test_every_document_says_what_it_would_hold(page):
    for entry in page.gallery.entries.values():
        assert entry.contents.text() == "3 项任务\uff0c3 个单位"
        assert entry.last.text() == "还没有写出过"
        assert entry.accessibleName() == f"{entry.document.file} 3 项任务\uff0c3 个单位"


@pytest.mark.parametrize(
    ("key", "first", "file"),
    [
        ("schedule", "序号", "任务分工表.xlsx"),
        ("ledger", "序号", "进度台账.xlsx"),
        ("plan", "部分", "实施方案.docx"),
    ],
)
def test_the_preview_shows_the_rows_of_the_chosen_document(page, key, first, file):
    page.go(document=key)
    assert page.model.rowCount() == 3
    assert page.model.columns[0].title == first
    assert page.head.text().startswith(file)
    assert page.write.text() == f"写出{file.split('.')[0]}…"


def test_a_unit_s_document_holds_its_tasks_only(page):
    page.go(unit=POLICE)
    assert page.model.rowCount() == 1
    assert page.head.text().startswith(f"任务分工表-{POLICE}.xlsx")


def test_the_city_s_plan_is_never_one_unit_s(page):
    page.go(unit=POLICE, document="plan")
    assert page.model.rowCount() == 3
    assert not page.unit.isEnabled()


def test_a_unit_without_tasks_cannot_be_written(page):
    page.go(unit="市档案局")
    assert not page.write.isEnabled()


def test_what_is_not_confirmed_is_said_and_leads_to_dividing(page, desk):
    assert page.doubts.text() == "1 项还没有确认\uff0c文件里会标“拟”。去确认"
    page.doubts.click()
    assert desk.opened == [("split", {})]
    splitting.accept(desk.context.store, [2], desk.context.now())
    assert page.doubts.isHidden()


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        ("schedule", ("SheetJob", 1)),
        ("ledger", ("SheetJob", 1)),
        ("plan", ("LocalPlanJob", 3)),
    ],
)
def test_the_chosen_document_is_written(page, target, written, key, asked, desk, qtbot):
    path, suggested = target
    page.go(document=key, unit=NET)
    write_out(page, qtbot)
    name, rows = asked
    assert written[0] == [(name, path, rows)]
    assert suggested[0].startswith(page.gallery.chosen.name)
    assert desk.said == ["已写出“分工表.xlsx”。"]
    assert not page.open_folder.isHidden()
    assert str(path) in page.result.text()


def test_a_document_is_really_written_and_remembered(page, target, qtbot):
    path, _ = target
    write_out(page, qtbot)
    assert path.stat().st_size > 1000
    assert page.gallery.entries["schedule"].last.text() == (
        "上次写出\uff1a2026-03-16 09:30 分工表.xlsx"
    )


def test_nothing_is_written_without_a_place(page, monkeypatch, written, qtbot):
    monkeypatch.setattr(ask, "save_file", lambda *a: None)
    write_out(page, qtbot)
    assert written[0] == []
    assert page.open_folder.isHidden()


def test_a_name_without_an_ending_gets_one(page, monkeypatch, written, tmp_path, qtbot):
    monkeypatch.setattr(ask, "save_file", lambda *a: tmp_path / "表")
    write_out(page, qtbot)
    assert written[0][0][1] == tmp_path / "表.xlsx"


def test_a_locked_file_is_told_and_tried_again(page, target, written, monkeypatch, qtbot):
    told = []
    monkeypatch.setattr(ask, "choose", lambda _p, text, answers: told.append(text) or AGAIN)
    written[1].append("文件正在WPS中打开。")
    write_out(page, qtbot)
    assert told == ["文件正在WPS中打开。"]
    assert len(written[0]) == 2
    assert page.written == target[0]


def test_a_locked_file_may_be_left_for_another(page, target, written, monkeypatch, qtbot):
    path, suggested = target
    monkeypatch.setattr(ask, "choose", lambda *a: SAVE_AS)
    written[1].append("磁盘已满。")
    write_out(page, qtbot)
    assert suggested == ["任务分工表.xlsx", path.name]
    assert page.written == path


def test_giving_up_leaves_everything_as_it_was(page, target, written, monkeypatch, desk, qtbot):
    monkeypatch.setattr(ask, "choose", lambda *a: "")
    written[1].append("磁盘已满。")
    write_out(page, qtbot)
    assert page.written is None
    assert desk.said == []


def test_the_file_and_its_folder_are_opened(page, target, written, monkeypatch, qtbot):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    page.open_file.click()
    page.open_folder.click()
    assert opened == []
    write_out(page, qtbot)
    page.open_file.click()
    page.open_folder.click()
    assert opened == [str(target[0]), str(target[0].parent)]


def test_the_next_document_is_offered_in_the_same_folder(page, target, written, monkeypatch, qtbot):
    path, _ = target
    write_out(page, qtbot)
    folders = []
    monkeypatch.setattr(ask, "save_file", lambda *a: folders.append(Path(a[2]).parent))
    page.go(document="ledger")
    write_out(page, qtbot)
    assert folders == [path.parent]


def test_what_the_exporter_says_stands_below_the_path(page, target, written, qtbot):
    write_out(page, qtbot)
    assert page.result.text().splitlines()[1:] == ["第2项的内容太长\uff0c只写出一部分。"]


@pytest.fixture
def slow(monkeypatch):
    """A writer that waits for a word; the word."""
    go = threading.Event()

    def write(_job, _path):
        go.wait(10)
        return ()

    monkeypatch.setattr(sheets.SheetJob, "write", write)
    yield go
    go.set()


def test_while_a_document_is_written_the_window_works_and_says_so(page, target, slow, qtbot):
    page.write.click()
    assert page.progress.isVisible()
    assert page.progress.text.text() == "正在写出 分工表.xlsx…"
    assert not page.write.isEnabled()
    page.go(document="ledger")
    assert not page.write.isEnabled()
    slow.set()
    qtbot.waitUntil(page.progress.isHidden)
    assert page.write.isEnabled()


def test_a_cancelled_writing_is_waited_for_no_longer_and_noted_nowhere(
    page, target, slow, desk, qtbot, jobs
):
    page.write.click()
    page.progress.cancelled.emit()
    assert page.progress.isHidden()
    assert page.write.isEnabled()
    assert desk.said[0].startswith("已取消写出")
    slow.set()
    jobs.close()
    QApplication.processEvents()
    assert page.written is None
    assert "还没有写出过" in page.gallery.entries["schedule"].last.text()
    page.cancel()
    assert len(desk.said) == 1


def test_the_city_must_be_known_for_its_plan(page, desk, target, monkeypatch):
    monkeypatch.setattr(exporting.settings, "get", lambda *_: "")
    page.go(document="plan")
    with pytest.raises(RuleError, match="还没有设置本市"):
        page.write_out()
    assert target[1] == []
