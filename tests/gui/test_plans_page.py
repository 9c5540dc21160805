"""Plans come in by every way, are shown, and go again."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from gui import papers
from gui.coming_in import dragged, wait
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.pages.plans.page import PlansPage
from shuangda_desktop.gui.pages.plans.sample import sample_file
from shuangda_desktop.services.reading import importing
from shuangda_desktop.services.reading.importing import Draft
from shuangda_desktop.store import queries


@pytest.fixture
def page(desk, qtbot):
    QApplication.clipboard().clear()  # of what another test copied
    return desk.show(PlansPage, qtbot)


def keep(desk):
    draft = Draft(papers.SOURCE, papers.TEXT, papers.PLAN)
    return importing.keep_plan(desk.context.store, draft, desk.context.now())


def shown(page):
    return [
        page.list.model.index(0, column).data() for column in range(page.list.model.columnCount())
    ]


def test_an_empty_list_shows_one_action_and_the_sample(page):
    assert page.stack.currentWidget() is page.welcome
    assert page.welcome.open.isVisible()
    assert page.welcome.sample.isVisible()


def test_a_plan_is_shown_with_what_is_left_to_do(page, desk):
    keep(desk)
    assert shown(page) == [papers.TITLE, "云双打办〔2026〕3号", "2026", "省", "待核对 3", "3", "0"]
    assert page.list.count.text() == "1 份\uff0c还有 3 处待核对"
    assert page.stack.currentWidget() is page.list
    QAbstractItemModelTester(page.list.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_a_file_is_read_beside_the_window_and_opens_for_review(page, desk, file, qtbot):
    page.take_files([file])
    assert page.progress.isVisible()
    assert file.name in page.progress.text.text()
    wait(page, qtbot)
    (row,) = page.list.model.rows
    assert row.source_name == file.name
    assert not page.progress.isVisible()
    assert desk.opened == [("review", {"plan_id": row.plan_id})]
    assert desk.said[0].startswith("已导入《")


def test_several_files_stay_in_the_list(page, desk, file, tmp_path, qtbot):
    other = tmp_path / "二.txt"
    other.write_text(papers.RAW.replace("2026", "2025"), encoding="utf-8")
    page.take_files([file, other])
    assert "\uff081/2\uff09" in page.progress.text.text()
    wait(page, qtbot)
    assert len(page.list.model.rows) == 2
    assert desk.opened == []
    assert desk.said[0].startswith("已导入2份来文\uff1a")
    assert page.list.table.hasFocus()  # it was the welcome that had the keys


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_kept(
    page, desk, file, tmp_path, told, qtbot
):
    broken = tmp_path / "坏的.docx"
    broken.write_bytes(b"PK\x03\x04 broken")
    page.take_files([file, broken, file])
    wait(page, qtbot)
    assert len(page.list.model.rows) == 1
    assert told == []
    assert page.report.words.text() == "共 3 份\uff1a导入 1 份\uff0c已有 1 份\uff0c没有导入 1 份。"
    results = [(row.name, row.fate.value) for row in page.report.model.rows]
    assert results == [("坏的.docx", "refused"), (file.name, "kept"), (file.name, "known")]
    assert page.report.model.rows[0].words.endswith("。")
    assert page.report.whole.text() == page.report.model.rows[0].words  # whole on any screen
    assert not page.report.open.isEnabled()
    page.report.open_chosen()
    assert desk.opened == []
    page.report.table.choose(page.report.model.index(1, 0))
    assert page.report.whole.isHidden()
    page.report.open.click()
    assert desk.opened == [("review", {"plan_id": 1})]
    qtbot.keyClick(page.list.table, Qt.Key.Key_Escape)
    assert page.report.isHidden()


def test_a_single_file_that_cannot_be_read_is_told(page, tmp_path, told, qtbot):
    broken = tmp_path / "坏的.docx"
    broken.write_bytes(b"PK\x03\x04 broken")
    page.take_files([broken])
    wait(page, qtbot)
    assert told[0].startswith("坏的.docx\uff1a")
    assert not page.report.isVisible()


def test_cancelling_reads_no_further(page, file, qtbot):
    page.take_files([file, file, file])
    page.progress.cancelled.emit()
    assert not page.intake.busy
    assert not page.progress.isVisible()
    assert page.list.model.rows == []
    assert page.report.words.text() == "共 3 份\uff1a停止 3 份。"


def test_escape_reads_no_further_too(page, file, qtbot):
    page.take_files([file, file])
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert page.take_key(event)
    assert page.report.words.text() == "共 2 份\uff1a停止 2 份。"
    assert not page.take_key(event)


def test_the_same_file_again_is_asked_about_and_opened(page, desk, file, told, qtbot):
    page.take_files([file])
    wait(page, qtbot)
    page.take_files([file])
    wait(page, qtbot)
    assert len(page.list.model.rows) == 1
    assert "以前导入过" in told[0]
    assert desk.opened[0] == desk.opened[1]


def test_the_same_file_may_be_skipped(page, desk, file, monkeypatch, qtbot):
    page.take_files([file])
    wait(page, qtbot)
    monkeypatch.setattr(ask, "choose", lambda *_: "")
    page.take_files([file])
    wait(page, qtbot)
    assert len(desk.opened) == 1


def test_files_are_chosen_in_the_dialog(page, file, monkeypatch, qtbot):
    monkeypatch.setattr(ask, "open_files", lambda parent, title, kinds: [file])
    page.go(do="open")
    wait(page, qtbot)
    assert len(page.list.model.rows) == 1


def test_closing_the_dialog_changes_nothing(page, monkeypatch, qtbot):
    monkeypatch.setattr(ask, "open_files", lambda parent, title, kinds: [])
    page.welcome.open.click()
    wait(page, qtbot)
    assert page.stack.currentWidget() is page.welcome


def test_a_file_named_at_the_start_is_read(page, file, qtbot):
    page.go(file=str(file))
    wait(page, qtbot)
    assert len(page.list.model.rows) == 1


def test_pasted_text_is_read_under_its_name(page, ime, qtbot):
    page.go(do="paste")
    assert page.stack.currentWidget() is page.paste_panel
    assert not page.paste_panel.read.isEnabled()
    page.paste_panel.text.setPlainText(papers.RAW)
    ime(page.paste_panel.name, "网页上的")
    page.paste_panel.read.click()
    wait(page, qtbot)
    assert [row.source_name for row in page.list.model.rows] == ["网页上的"]
    assert page.stack.currentWidget() is page.list


def test_what_is_not_read_yet_is_told_before_the_window_closes(page, file, qtbot):
    assert page.unkept() == ""
    page.take_files([file, file, file])
    assert page.unkept() == "来文\uff1a还有3份没有读完。"
    page.progress.cancelled.emit()
    assert page.unkept() == ""
    page.paste("剪贴板上的")
    assert page.unkept() == ""
    qtbot.keyClicks(page.paste_panel.text, "a")
    assert page.unkept() == "来文\uff1a粘贴的文字还没有读取。"


def test_pasting_can_be_left(page):
    page.welcome.paste.click()
    page.paste_panel.back.click()
    assert page.stack.currentWidget() is page.welcome


def test_files_are_dropped_anywhere_on_the_page(page, file, qtbot):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    page.dragEnterEvent(dragged(QDragEnterEvent, mime, page))
    assert page.property("over") is True
    page.dropEvent(dragged(QDropEvent, mime, page))
    assert page.property("over") is False
    wait(page, qtbot)
    assert len(page.list.model.rows) == 1


def test_dropped_text_is_shown_before_it_is_read(page):
    mime = QMimeData()
    mime.setText(papers.RAW)
    page.dropEvent(dragged(QDropEvent, mime, page))
    assert page.paste_panel.text.toPlainText() == papers.RAW


def test_other_things_are_not_taken(page):
    mime = QMimeData()
    mime.setData("application/x-other", b"1")
    event = dragged(QDragEnterEvent, mime, page)
    event.ignore()
    page.dragEnterEvent(event)
    assert not event.isAccepted()
    page.dragLeaveEvent(QDragLeaveEvent())
    assert page.property("over") is False


def test_the_sample_is_one_click_away_and_one_click_to_remove(page, desk, qtbot):
    assert sample_file() is not None
    page.welcome.sample.click()
    wait(page, qtbot)
    (row,) = page.list.model.rows
    assert row.measures > 20
    assert page.sample.text() == "移除样例"
    page.go(do="sample")
    assert desk.opened[-1] == ("review", {"plan_id": row.plan_id})
    page.sample.click()
    assert page.list.model.rows == []
    assert page.stack.currentWidget() is page.welcome


def test_a_plan_is_removed_and_brought_back(page, desk, qtbot):
    keep(desk)
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Delete)
    assert page.list.model.rows == []
    assert desk.said == [f"已删除《{papers.TITLE}》。"]
    desk.context.store.undo()
    assert len(page.list.model.rows) == 1


def test_enter_and_double_click_open_the_plan_for_review(page, desk, qtbot):
    plan_id = keep(desk)
    page.land()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    page.list.table.doubleClicked.emit(page.list.model.index(0, 0))
    page.list.split.click()
    where = {"plan_id": plan_id}
    assert desk.opened == [("review", where), ("review", where), ("split", where)]


def test_no_key_reaches_the_list_behind_the_field_for_pasting(page, desk, qtbot):
    keep(desk)
    page.paste()
    qtbot.keyClick(page.paste_panel.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.paste_panel.back, Qt.Key.Key_Delete)
    assert (desk.opened, len(page.list.model.rows)) == ([], 1)


def test_enter_on_a_button_presses_it_and_in_the_search_line_opens_nothing(page, desk, qtbot):
    keep(desk)
    page.list.split.setFocus()
    qtbot.keyClick(page.list.split, Qt.Key.Key_Return)
    assert [name for name, _ in desk.opened] == ["split"]
    page.search()
    qtbot.keyClick(page.list.search_field, Qt.Key.Key_Return)
    assert len(desk.opened) == 1


def test_plans_are_found_by_title_number_and_initials(page, desk, qtbot, ime):
    keep(desk)
    other = importing.read_pasted("乙省2025年工作要点", "乙的文件")
    importing.keep_plan(desk.context.store, other, desk.context.now())
    for typed, found in (("乙的", 1), ("gzyd", 2), ("没有", 0), ("", 2)):
        page.list.search_field.setText(typed)
        qtbot.waitUntil(lambda found=found: len(page.list.model.rows) == found)
        assert page.stack.currentWidget() is page.list


def test_several_plans_go_and_come_back_in_one_step(page, desk):
    keep(desk)
    other = importing.read_pasted("乙省2025年工作要点", "乙")
    importing.keep_plan(desk.context.store, other, desk.context.now())
    page.list.table.selectAll()
    page.remove_chosen()
    assert page.list.model.rows == []
    desk.context.store.undo()
    assert len(page.list.model.rows) == 2


def test_buttons_that_need_a_plan_wait_for_one(page, desk):
    keep(desk)
    assert page.list.review.isEnabled()
    page.list.table.clearSelection()
    assert not page.list.review.isEnabled()
    page.open_chosen()
    page.remove_chosen()
    assert desk.opened == []
    assert len(queries.plan_rows(desk.context.store)) == 1


def test_a_plan_can_be_gone_to(page, desk):
    plan_id = keep(desk)
    page.list.table.clearSelection()
    page.go(plan_id=plan_id)
    assert [row.plan_id for row in page.list.chosen()] == [plan_id]


def test_a_plan_without_a_title_is_shown_by_its_file(page, desk, qtbot):
    importing.keep_plan(
        desk.context.store, importing.read_pasted("只有一句话。", "便条"), desk.context.now()
    )
    assert "便条" in shown(page)[0]
