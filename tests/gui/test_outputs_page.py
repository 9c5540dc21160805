"""Documents are looked at before they are written; a failure offers another place."""

import threading
import time
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from gui.divided import NET, POLICE
from gui.outputs import chooses, opened, see, words, write_out
from shuangda_desktop.errors import ExportError, RuleError
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.pages.outputs.page import NOW_AT_WORK, OLDER, OutputsPage
from shuangda_desktop.gui.pages.outputs.writing import Writing
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.services.outputs import exporting
from shuangda_desktop.services.outputs.documents import DOCUMENTS


@pytest.fixture
def page(desk, qtbot):
    return opened(desk, qtbot)


@pytest.fixture
def target(monkeypatch, tmp_path):
    return chooses(monkeypatch, tmp_path)


@pytest.fixture
def written(monkeypatch):
    """Writing without the libraries: what was asked for; the first calls may fail."""
    calls, failures = [], []

    def write(job, path):
        calls.append((type(job).__name__, path, len(job.rows)))
        if failures:
            raise ExportError(failures.pop())
        return ("第2项的内容太长\uff0c只写出一部分。",)

    monkeypatch.setattr(Writing, "write", lambda self: write(self.job, self.path))
    return calls, failures


def test_without_tasks_the_page_sends_to_dividing(desk, qtbot):
    page = desk.show(OutputsPage, qtbot)
    assert page.stack.currentWidget() is page.empty
    page.empty.button.click()
    assert desk.opened == [("split", {})]


def test_every_document_is_offered_with_what_it_is_for(page):
    assert [entry.name.text() for entry in page.gallery.entries.values()] == [
        document.name for document in DOCUMENTS
    ]
    for entry in page.gallery.entries.values():
        assert entry.last.text() == "还没有写出过"
        assert entry.accessibleName() == entry.document.name
        assert entry.toolTip() == entry.document.words


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.key)
def test_every_document_is_seen_as_it_will_print(page, qtbot, document):
    page.go(document=document.key, unit=POLICE)
    see(page, qtbot)
    assert len(page.preview.pages) > 0
    assert page.preview.place.text().startswith("1/")
    assert page.write.text() == f"写出{document.name}…"
    assert "WPS" in page.preview.honest.text()
    for part in (page.write, page.print, page.pdf):
        assert part.isEnabled()


def test_a_unit_s_document_holds_its_tasks_only(page, qtbot):
    page.go(unit=POLICE)
    see(page, qtbot)
    assert "查清全市网店" in words(page)
    assert "编印手册" not in words(page)


def test_the_city_s_plan_is_never_one_unit_s(page, qtbot):
    page.go(unit=POLICE, document="plan")
    see(page, qtbot)
    assert "编印手册" in words(page)
    assert page.unit.isHidden()


def test_a_document_that_needs_a_unit_says_so(page, qtbot):
    page.go(document="unit")
    see(page, qtbot)
    assert "请先选定单位" in page.preview.told.text()
    assert not page.write.isEnabled()
    page.unit.choose(POLICE)
    see(page, qtbot)
    assert page.write.isEnabled()


def test_a_unit_without_tasks_cannot_be_written(page, qtbot):
    page.go(unit="市档案局")
    see(page, qtbot)
    assert "没有任务" in page.preview.told.text()
    assert not page.write.isEnabled()
    with pytest.raises(ExportError, match="还在排版"):
        page.save_pdf()


def test_a_comparison_is_of_one_plan(page, qtbot):
    page.go(document="comparison")
    see(page, qtbot)
    assert not page.plan.isHidden()
    assert page.plan.count() == 1
    assert "逐条对照表" in words(page)


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
        ("plan", ("PaperJob", 3)),
    ],
)
def test_the_chosen_document_is_written(page, target, written, key, asked, desk, qtbot):
    path, suggested = target
    page.go(document=key, unit=NET)
    see(page, qtbot)
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
    assert page.gallery.entries["schedule"].last.text() == ("上次\uff1a2026-03-16 09:30")


def test_nothing_is_written_without_a_place(page, monkeypatch, written, qtbot):
    monkeypatch.setattr(ask, "save_file", lambda *a: None)
    write_out(page, qtbot)
    assert written[0] == []
    assert page.open_folder.isHidden()


def test_a_name_without_an_ending_gets_one(page, monkeypatch, written, tmp_path, qtbot):
    monkeypatch.setattr(ask, "save_file", lambda *a: tmp_path / "表.xlsx")
    write_out(page, qtbot)
    assert written[0][0][1] == tmp_path / "表.xlsx"


def test_a_locked_file_is_told_and_tried_again(page, target, written, monkeypatch, qtbot):
    told = []
    monkeypatch.setattr(ask, "choose", lambda _p, text, answers: told.append(text) or ask.AGAIN)
    written[1].append("文件正在WPS中打开。")
    write_out(page, qtbot)
    assert told == ["文件正在WPS中打开。"]
    assert len(written[0]) == 2
    assert page.writer.written == target[0]


def test_a_locked_file_may_be_left_for_another(page, target, written, monkeypatch, qtbot):
    path, suggested = target
    monkeypatch.setattr(ask, "choose", lambda *a: ask.SAVE_AS)
    written[1].append("磁盘已满。")
    write_out(page, qtbot)
    assert suggested == ["任务分工表.xlsx", path.name]
    assert page.writer.written == path


def test_giving_up_leaves_everything_as_it_was(page, target, written, monkeypatch, desk, qtbot):
    monkeypatch.setattr(ask, "choose", lambda *a: "")
    written[1].append("磁盘已满。")
    write_out(page, qtbot)
    assert page.writer.written is None
    assert desk.said == []


def test_what_fails_while_the_window_closes_is_told_and_not_asked_about(
    page, target, written, monkeypatch, jobs
):
    told = []
    monkeypatch.setattr(ask, "choose", lambda *a: pytest.fail("nothing can be done any more"))
    monkeypatch.setattr(ask, "tell", lambda _p, text: told.append(text))
    written[1].append("磁盘已满。")
    page.write.click()
    while not written[0]:  # it has begun: what only waits is dropped
        time.sleep(0.01)
    jobs.close()
    jobs.call_back()
    assert told == ["“分工表.xlsx”没有写出，下次打开程序后请再写一次。\n磁盘已满。"]
    assert not page.writer.is_busy


def test_the_file_and_its_folder_are_opened(page, target, written, monkeypatch, qtbot):
    opened = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: not opened.append(url.toLocalFile())
    )
    assert page.open_file.isHidden()
    write_out(page, qtbot)
    target[0].touch()
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

    def write(_writing):
        go.wait(60)
        return ()

    monkeypatch.setattr(Writing, "write", write)
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
    assert page.writer.written is None
    assert page.gallery.entries["schedule"].last.text() == "还没有写出过"
    page.writer.cancel()
    assert len(desk.said) == 1


def test_the_city_must_be_known_for_its_plan(page, desk, target, monkeypatch):
    monkeypatch.setattr(exporting.settings, "get", lambda *_: "")
    page.go(document="plan")
    with pytest.raises(RuleError, match="还没有设置本市"):
        page.write_out()
    assert target[1] == []


def test_the_tasks_of_one_document_alone_can_be_written_and_older_ones_are_named(page, monkeypatch):
    monkeypatch.setattr(page.plan, "showPopup", lambda: None)
    page.gallery.choose("ledger")
    words = [page.plan.itemText(at) for at in range(page.plan.count())]
    assert words[0] == NOW_AT_WORK
    assert page.gathered().rows
    page._more = True
    page._turn_to_document()
    assert page.plan.itemText(page.plan.count() - 1) == OLDER
    page.plan.setCurrentIndex(page.plan.count() - 1)
    assert page.plan.findText(OLDER) < 0  # all are named now
    page.plan.setCurrentIndex(1)
    assert page.gathered().rows
