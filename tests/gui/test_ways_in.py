"""What was copied keeps its tables; several files end in one report; taught rules are followed."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from gui import papers
from gui.test_plans_page import dragged, wait
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.pages.plans.page import PlansPage
from shuangda_desktop.services.reading import importing, teaching
from shuangda_desktop.store.plans import load_plan
from shuangda_desktop.text.taught import Lesson, TaughtRule


@pytest.fixture
def page(desk, qtbot):
    return desk.show(PlansPage, qtbot)


def test_editions_among_several_files_are_asked_about_at_the_end(
    page, file, edition, tmp_path, monkeypatch, qtbot
):
    other = tmp_path / "别的.txt"
    other.write_text(papers.RAW.replace("云泽省2026年", "云泽省2025年"), encoding="utf-8")
    asked = []

    def answer(_, words, ways, leave):
        asked.append(len(page.context.store.rows("SELECT id FROM plan")))
        return "两份都留下"

    monkeypatch.setattr(ask, "choose", answer)
    page.take_files([file, edition, other])
    wait(page, qtbot)
    assert asked == [2]
    assert len(page.list.model.rows) == 3


def test_two_editions_of_which_the_first_goes_leave_nothing_to_ask(
    page, desk, file, edition, monkeypatch, qtbot
):
    page.take_files([file])
    wait(page, qtbot)
    draft = importing.read_document(edition)
    assert page.ways._keep(draft, True) is None
    importing.remove_plan(desk.context.store, 1, desk.context.now())
    assert page.ways._ask(page.ways._weigh(draft)()).plan_id is not None


HTML = (
    "<html><body><p>云泽省2026年工作要点</p><p>一、整治市<ruby>场<rt>chang</rt></ruby></p>"
    "<table><tr><td>序号</td><td>任务</td><td>责任单位</td></tr>"
    "<tr><td>1</td><td>查清网店。</td><td>省网信办</td></tr></table></body></html>"
)
TEXT = "云泽省2026年工作要点\n一、整治市场\n序号 任务 责任单位 1 查清网店。 省网信办"


def copied(html=HTML, text=TEXT):
    mime = QMimeData()
    mime.setText(text)
    mime.setHtml(html)
    return mime


def test_what_was_copied_in_a_browser_keeps_its_tables(page, desk, qtbot):
    QApplication.clipboard().setMimeData(copied())
    page.paste()
    assert page.paste_panel.text.toPlainText() == TEXT
    assert "表格" in page.paste_panel.words.text()
    page.paste_panel.read.click()
    wait(page, qtbot)
    stored = load_plan(desk.context.store, 1)
    assert "场\n" in stored.source.raw  # the reading above a character is dropped
    assert "1\t查清网店。\t省网信办" in stored.source.raw
    assert [d.unit for m in stored.plan.measures for d in m.duties] == ["省网信办"]


def test_what_was_copied_as_markup_alone_is_pasted_with_its_words(page):
    mime = QMimeData()
    mime.setHtml(HTML)
    QApplication.clipboard().setMimeData(mime)
    page.paste()
    opened = page.paste_panel.text.toPlainText()
    assert "查清网店" in opened
    page.paste_panel.text.clear()
    page.paste_panel.text.paste()
    assert page.paste_panel.text.toPlainText() == opened
    assert page.paste_panel.html == QApplication.clipboard().mimeData().html()


def test_text_that_was_changed_is_read_as_it_stands(page, desk, qtbot):
    page.paste_panel.text.insertFromMimeData(copied())
    assert page.paste_panel.html == HTML
    page.paste_panel.text.appendPlainText("二、加强宣传")
    assert (page.paste_panel.html, "菜单" in page.paste_panel.words.text()) == ("", True)
    page.paste_panel.read.click()
    wait(page, qtbot)
    assert load_plan(desk.context.store, 1).source.raw.endswith("二、加强宣传")


def test_what_is_pasted_into_other_words_is_text(page):
    page.paste_panel.text.setPlainText("前面的话")
    page.paste_panel.text.insertFromMimeData(copied())
    assert page.paste_panel.html == ""


def test_markup_that_says_nothing_of_lines_gives_way_to_the_text(page, desk, qtbot):
    page.ways.take_pasted("一、甲。\n二、乙。", "<span>一、甲。二、乙。</span>", "微信")
    wait(page, qtbot)
    assert load_plan(desk.context.store, 1).source.raw == "一、甲。\n二、乙。"


def test_the_source_of_a_page_that_was_pasted_is_read_as_a_page(page, desk, qtbot):
    page.ways.take_pasted("<p>一、甲。</p><p>二、乙。</p>", "", "网页")
    wait(page, qtbot)
    assert load_plan(desk.context.store, 1).source.raw == "一、甲。\n二、乙。"


def test_a_dropped_selection_keeps_its_markup(page):
    mime = copied()  # the event does not keep it alive
    page.dropEvent(dragged(QDropEvent, mime, page))
    assert page.paste_panel.html == HTML


def test_taught_rules_are_followed_by_what_comes_in(page, desk, file, qtbot):
    rule = TaughtRule(Lesson.NAME, "省网信办", "省委网信办")
    teaching.teach(desk.context.store, rule, desk.context.now())
    page.take_files([file])
    wait(page, qtbot)
    plan = load_plan(desk.context.store, 1).plan
    assert plan.measures[0].duties[0].unit == "省委网信办"
