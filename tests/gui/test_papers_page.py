"""文稿: drafts are looked at, edited, given a head, and written."""

from datetime import date
from pathlib import Path

import docx
import pytest
from PySide6.QtGui import QDesktopServices

from gui.divided import POLICE, divide
from shuangda_desktop.errors import ExportError
from shuangda_desktop.gui import ask, theme
from shuangda_desktop.gui.pages.papers.page import PapersPage
from shuangda_desktop.papers.model import DutyStyle, Form
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.outputs import papers
from shuangda_desktop.services.outputs.paper_kinds import KINDS
from shuangda_desktop.store import queries
from shuangda_desktop.store.exported import load_exports
from shuangda_desktop.tasks.periods import parse_key


@pytest.fixture
def page(desk, qtbot):
    divide(desk)
    return desk.show(PapersPage, qtbot)


@pytest.fixture
def target(monkeypatch, tmp_path):
    """The clerk chooses this file, without a suffix."""
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "文.docx")
    return tmp_path / "文.docx"


def typed(page, text):
    """Replace the whole draft and leave it."""
    page.text.setPlainText(text)
    page.text.hand_over()


def write_out(page, qtbot):
    page.write.click()
    qtbot.waitUntil(page.write.isEnabled)


def test_the_draft_of_the_plan_is_shown_first(page):
    assert page.head.text() == "实施方案"
    assert page.text.toPlainText().startswith("为贯彻落实")
    assert "三、重点任务" in page.text.toPlainText()
    assert page.restore.isHidden()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_every_kind_is_drafted_or_says_why_not(page, kind):
    page.go(paper=kind.key, unit=POLICE)
    assert page.head.text().startswith(kind.name)
    drafted = page.write.isEnabled()
    assert drafted is bool(page.text.toPlainText())
    assert drafted or page.doubts.text().endswith("。")


def test_only_what_the_kind_wants_to_know_is_asked(page):
    page.go(paper="report")
    shown = [name for name, part in page.asks.parts.items() if not part.isHidden()]
    assert shown == ["period"]
    page.go(paper="one")  # no such kind
    assert page.head.text() == "工作报告-2026年2月"


def test_another_period_is_another_draft(page, qtbot):
    page.go(paper="report")
    page.asks.period._show(parse_key("2026-Q1"))
    assert page.head.text() == "工作报告-2026年第一季度"
    page.asks.period.kind.setCurrentIndex(3)
    assert page.wanted.of_period == parse_key("2025")
    assert "2025年" in page.text.toPlainText()


def test_units_can_be_named_on_lines_of_their_own(page):
    page.asks.duties.setCurrentIndex(1)
    assert page.wanted.duties is DutyStyle.LINES
    assert "\n牵头单位\uff1a市委网信办\n" in page.text.toPlainText()


def test_typed_text_is_kept_and_can_be_taken_back(page, desk):
    before = page.text.toPlainText()
    typed(page, before.replace("一、总体要求", "一、指导思想"))
    assert desk.context.store.undo_label == "修改文稿 实施方案"
    assert "一、指导思想" in page.text.toPlainText()
    assert not page.restore.isHidden()
    page.restore.click()
    assert page.text.toPlainText() == before
    desk.context.store.undo(desk.context.now())
    assert "一、指导思想" in page.text.toPlainText()


def test_a_refresh_does_not_take_away_what_is_being_typed(page):
    page.text.setPlainText("正在写")
    page.refresh()
    assert page.text.toPlainText() == "正在写"


def test_turning_to_another_kind_keeps_what_was_typed(page):
    page.text.setPlainText("甲。\n" + page.text.toPlainText())
    page.kinds.setCurrentRow(3)
    page.kinds.setCurrentRow(0)
    assert page.text.toPlainText().startswith("甲。")


def test_a_change_that_lost_its_place_is_told(page, desk):
    page.go(paper="report")
    typed(page, page.text.toPlainText().replace("3项任务", "三项任务"))
    with desk.context.store.step("改", desk.context.now()):
        desk.context.store.execute("UPDATE task SET status = 'done'")
    assert "有1处修改所依据的原文已经变了" in page.doubts.text()
    assert "三项任务" in page.doubts.text()


def test_head_and_number_are_kept(page, desk):
    page.dress.lines["document_number"].setText("示双打办〔2026〕3号")
    page.dress.days["issued_on"].setText("3月6日")
    page.dress.form.setCurrentIndex(1)
    kept = papers.draft_paper(desk.context.store, page.wanted).paper.dress
    assert (kept.form, kept.document_number) == (Form.RED, "示双打办〔2026〕3号")
    assert kept.issued_on == date(2026, 3, 6)
    page.dress.sealed.click()
    assert papers.draft_paper(desk.context.store, page.wanted).paper.dress.sealed


def test_a_day_that_cannot_be_read_is_not_kept(page, desk):
    label = desk.context.store.undo_label
    page.dress.days["issued_on"].setText("哪天")
    page.dress.commit()
    assert desk.context.store.undo_label == label


def test_a_document_is_written_beside_the_window_and_noted(page, desk, qtbot, target, monkeypatch):
    opened = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: not opened.append(url.toLocalFile())
    )
    typed(page, "只有一段。")
    write_out(page, qtbot)
    assert [p.text for p in docx.Document(str(target)).paragraphs if p.text][1] == "只有一段。"
    assert page.result.text().startswith("已写出\uff1a")
    assert load_exports(desk.context.store)[0].document == "plan"
    page.open_file.click()
    assert [Path(name) for name in opened] == [target]


def test_a_closed_dialog_writes_nothing(page, monkeypatch):
    monkeypatch.setattr(ask, "save_file", lambda *_: None)
    page.write.click()
    assert page.result.text() == ""
    page.do.open_written()


def test_a_failure_is_told_and_can_be_tried_again(page, qtbot, target, monkeypatch):
    told, given, tried = [], [ask.AGAIN, ask.SAVE_AS, ""], []

    def fail(_job, path):
        tried.append(path.name)
        raise ExportError("磁盘满了。")

    def answer(_parent, words, answers):
        told.append((words, answers))
        return given.pop(0)

    monkeypatch.setattr(papers.PaperJob, "write", fail)
    monkeypatch.setattr(ask, "choose", answer)
    write_out(page, qtbot)
    qtbot.waitUntil(lambda: not given and page.write.isEnabled())
    assert told == [("磁盘满了。", [ask.SAVE_AS, ask.AGAIN])] * 3
    assert tried == [target.name] * 3
    assert not target.exists()


def test_a_draft_that_fails_while_the_window_closes_is_only_told(page, desk, target, monkeypatch):
    def fail(_job, _path):
        raise ExportError("磁盘满了。")

    told = []
    monkeypatch.setattr(papers.PaperJob, "write", fail)
    monkeypatch.setattr(ask, "tell", lambda _parent, words: told.append(words))
    page.do.write_out()
    desk.context.jobs.close()
    desk.context.jobs.call_back()
    assert told == [f"“{target.name}”没有写出\uff0c下次打开程序后请再写一次。\n磁盘满了。"]


def test_a_paragraph_is_kept_found_and_put_into_the_draft(page, desk):
    library = page.library
    library.fresh.click()
    library.title.setText("加强领导")
    library.tags.setText("保障 通用")
    library.text.setPlainText("各单位要高度重视。")
    library.save.click()
    assert library.list.item(0).text() == "加强领导  [保障\uff0c通用]"
    assert not library.insert.isEnabled()
    library.list.setCurrentRow(0)
    assert library.text.toPlainText() == "各单位要高度重视。"
    page.text.moveCursor(page.text.textCursor().MoveOperation.Start)
    library.insert.click()
    assert page.text.toPlainText().split("\n")[1] == "各单位要高度重视。"
    assert desk.context.store.undo_label == "修改文稿 实施方案"


def test_a_paragraph_is_changed_and_taken_out(page, desk):
    library = page.library
    library.title.setText("甲")
    library.text.setPlainText("甲段。")
    library.save.click()
    library.list.setCurrentRow(0)
    library.text.setPlainText("改过。")
    library.save.click()
    assert library.list.count() == 1
    assert library.chosen.text == "改过。"
    library.search.setText("没有这样的")
    library._fill()
    assert library.list.count() == 0
    library.search.clear()
    library._fill()
    library.list.setCurrentRow(0)
    library.drop.click()
    assert library.list.count() == 0
    assert desk.said[-1] == "已删除段落“甲”。"
    library._insert()
    library._drop()


def test_a_template_of_the_office_is_chosen_and_dropped(
    page, desk, qtbot, target, monkeypatch, tmp_path
):
    own = tmp_path / "本办.docx"
    document = docx.Document()
    document.add_paragraph("{{标题}}")
    document.save(str(own))
    monkeypatch.setattr(ask, "open_files", lambda *_: [own])
    assert "{{标题}}" in page.template.names.toPlainText()
    page.template.choose.click()
    assert page.template.used.text() == "正在用“本办.docx”"
    write_out(page, qtbot)
    assert len(docx.Document(str(target)).paragraphs) == 1
    page.template.drop.click()
    assert page.template.used.text() == "用程序的公文格式"
    monkeypatch.setattr(ask, "open_files", lambda *_: [])
    page.template.choose.click()
    assert desk.said[-1] == "已改回程序的公文格式。"


@pytest.fixture
def edited(page, qtbot, target, monkeypatch):
    """The draft as a file, in which a person gave the first task to another unit and struck the last."""
    write_out(page, qtbot)
    document = docx.Document(str(target))
    items = [p for p in document.paragraphs if p.text[:1].isdigit() and "牵头单位" in p.text]
    items[0].runs[-1].text = "\uff08牵头单位\uff1a市司法局\uff09"
    items[-1]._p.getparent().remove(items[-1]._p)
    for table in document.tables:
        table._tbl.getparent().remove(table._tbl)
    document.save(str(target))
    monkeypatch.setattr(ask, "open_files", lambda *_: [target])
    return target


def test_a_document_without_a_change_is_read_back_in_a_sentence(page, qtbot, target, monkeypatch):
    told = []
    write_out(page, qtbot)
    monkeypatch.setattr(ask, "open_files", lambda *_: [target])
    monkeypatch.setattr(ask, "tell", lambda _parent, *words: told.append(words))
    page.read_back.click()
    assert told[-1][0].endswith("没有不同。")
    assert page.stack.currentWidget() is not page.back
    page.go(paper="report")
    assert page.read_back.isHidden()


def test_each_difference_of_an_edited_document_is_taken_over_or_left(page, desk, edited):
    page.read_back.click()
    panel = page.back
    assert page.stack.currentWidget() is panel
    assert [line[1].change for line in panel.model.rows] == ["单位", "删去"]
    assert "市司法局" in panel.after.whole
    assert panel.chosen == ()
    assert not panel.take.isEnabled()
    panel.table.clicked.emit(panel.model.index(0, 0))
    assert panel.take.text() == "采用勾选的1处"
    panel.take.click()
    assert page.stack.currentWidget() is not panel
    rows = queries.task_rows(desk.context.store)
    assert rows[0].names(Role.LEAD) == ("市司法局",)
    assert all(not row.dropped_reason for row in rows)
    assert desk.context.store.undo_label == "采用读回的1处修改"


def test_all_or_none_is_ticked_at_once_and_leaving_changes_nothing(page, desk, edited):
    before = queries.task_rows(desk.context.store)
    page.read_back.click()
    panel = page.back
    panel.all.click()
    assert len(panel.chosen) == 2
    panel.none.click()
    assert panel.chosen == ()
    panel.table.choose(panel.model.index(1, 0))
    panel._toggle_chosen()
    assert [one.change for one in panel.chosen] == ["删去"]
    panel._toggle_chosen()
    assert panel.chosen == ()
    panel.leave.click()
    assert page.stack.currentWidget() is not panel
    assert queries.task_rows(desk.context.store) == before


def test_ranking_is_off_until_the_office_wants_it(page, desk):
    page.go(paper="circular")
    assert not page.asks.ranked.isChecked()
    page.asks.ranked.click()
    assert desk.context.store.undo_label == "通报里给单位排名"
    assert papers.units_are_ranked(desk.context.store)
    page.asks.ranked.click()
    assert not papers.units_are_ranked(desk.context.store)


@pytest.mark.parametrize("kind", range(len(KINDS)))
def test_no_part_lies_over_another_on_a_small_screen(page, qapp, kind):
    theme.apply(qapp, theme.Appearance())
    page.resize(823, 440)
    page.kinds.setCurrentRow(kind)
    qapp.processEvents()
    asked = [part for part in page.asks.parts.values() if part.isVisible()]
    for part in (*asked, page.text, page.write):
        assert part.height() >= part.minimumSizeHint().height()
    foot = page.text.mapTo(page, page.text.rect().bottomLeft()).y()
    assert foot < page.write.mapTo(page, page.write.rect().topLeft()).y()
    words = page.text.parentWidget().layout().itemAt(1).widget()
    assert not page.text.geometry().intersects(words.geometry())
