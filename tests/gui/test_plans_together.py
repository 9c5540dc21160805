"""Several plans at once: one undo, no needless question; and files dropped on any place."""

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from gui.coming_in import dragged, wait
from shuangda_desktop.gui.pages.plans.page import PlansPage
from shuangda_desktop.services.reading import importing
from shuangda_desktop.store import queries


@pytest.fixture
def page(desk, qtbot):
    QApplication.clipboard().clear()  # of what another test copied
    return desk.show(PlansPage, qtbot)


def other_city(file, tmp_path, city):
    """The same plan of another city, as a file."""
    path = tmp_path / f"{city}.txt"
    path.write_text(file.read_text(encoding="utf-8").replace("云泽", city), encoding="utf-8")
    return path


def test_a_batch_is_undone_at_once(desk, file, tmp_path, window_over, qtbot):
    store, window = desk.context.store, window_over()
    window.open_page("plans")
    page = window.page
    page.take_files([file, other_city(file, tmp_path, "江川"), other_city(file, tmp_path, "临海")])
    wait(page, qtbot)
    assert len(queries.plan_rows(store)) == 3
    assert not window.notice.undo.isHidden()
    assert window.menus.undo.text() == "撤销“导入3份来文”"
    assert page.report.isVisible()
    window.undo()
    assert queries.plan_rows(store) == ()
    assert page.report.isHidden()
    window.redo()
    assert len(queries.plan_rows(store)) == 3


def test_a_batch_that_was_worked_beside_offers_no_undo_of_its_last_file(
    desk, file, tmp_path, window_over, monkeypatch, qtbot
):
    store, window = desk.context.store, window_over()
    keep_plan = importing.keep_plan

    def kept_beside_work(*args):
        plan_id = keep_plan(*args)
        if len(queries.plan_rows(store)) == 1:
            importing.remove_plan(store, plan_id, desk.context.now())
        return plan_id

    monkeypatch.setattr(importing, "keep_plan", kept_beside_work)
    window.open_page("plans")
    window.page.take_files([file, other_city(file, tmp_path, "江川")])
    wait(window.page, qtbot)
    assert window.notice.undo.isHidden()


def test_among_several_files_the_same_words_are_no_question(
    page, desk, file, told, tmp_path, qtbot
):
    copied = tmp_path / "另一份.txt"
    copied.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    page.take_files([file, copied])
    wait(page, qtbot)
    assert told == []
    assert any("字句相同" in row.words for row in page.report.model.rows)
    assert len(queries.plan_rows(desk.context.store)) == 1


def test_a_report_keeps_the_lines_that_still_tell_something(page, desk, file, tmp_path, qtbot):
    broken = tmp_path / "坏的.docx"
    broken.write_bytes(b"PK\x03\x04 broken")
    page.take_files([file, broken, other_city(file, tmp_path, "江川")])
    wait(page, qtbot)
    report = page.report
    importing.remove_plan(desk.context.store, report.model.rows[1].plan_id, desk.context.now())
    assert [row.name for row in report.model.rows] == ["坏的.docx", "江川.txt"]
    assert report.whole.text() == report.model.rows[0].words
    assert report.words.text() == "共 2 份\uff1a导入 1 份\uff0c没有导入 1 份。"
    report.table.choose(report.model.index(1, 0))
    importing.remove_plan(desk.context.store, report.model.rows[1].plan_id, desk.context.now())
    assert report.isVisible()
    assert report.whole.text() == report.model.rows[0].words


def test_a_report_goes_when_the_next_files_come(page, file, tmp_path, qtbot):
    page.take_files([file, other_city(file, tmp_path, "江川")])
    wait(page, qtbot)
    assert page.report.isVisible()
    page.take_files([other_city(file, tmp_path, "临海")])
    assert not page.report.isVisible()
    wait(page, qtbot)


def test_files_dropped_on_another_place_come_in_too(file, window_over, qtbot):
    window, mime = window_over(), QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    window.open_page("today")
    for kind in (QDragEnterEvent, QDropEvent):
        event = dragged(kind, mime, window)
        QApplication.sendEvent(window, event)
        assert event.isAccepted()
    assert window.page.name == "plans"
    wait(window.page, qtbot)
    assert window.page.name == "review"


def test_files_are_not_taken_over_the_pages_of_the_menus(file, window_over):
    window, mime = window_over(), QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    window.open_page("units")
    event = dragged(QDragEnterEvent, mime, window)
    event.ignore()
    QApplication.sendEvent(window, event)
    assert not event.isAccepted()
