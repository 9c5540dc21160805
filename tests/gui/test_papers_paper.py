"""A draft as pages: on the screen, on a printer, in a PDF."""

import pytest

from gui.divided import divide
from shuangda_desktop.gui import ask, printing
from shuangda_desktop.gui.pages.papers.page import PapersPage
from shuangda_desktop.services.outputs.paper_kinds import KINDS
from shuangda_desktop.store.exported import load_exports


@pytest.fixture
def page(desk, qtbot):
    divide(desk)
    return desk.show(PapersPage, qtbot)


def laid_out(page, qtbot):
    """Turn to the pages and wait until they are there."""
    page.sides.setCurrentIndex(1)
    page.settle()
    qtbot.waitUntil(lambda: bool(page.preview.pages))


def test_the_draft_is_looked_at_as_pages_and_kept_as_pdf(page, desk, qtbot, monkeypatch, tmp_path):
    laid_out(page, qtbot)
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "文.pdf")
    page.pdf.click()
    assert (tmp_path / "文.pdf").read_bytes().startswith(b"%PDF")
    assert load_exports(desk.context.store)[0].file == "文.pdf"
    monkeypatch.setattr(ask, "save_file", lambda *_: None)
    page.pdf.click()
    assert len(load_exports(desk.context.store)) == 1


def test_a_pdf_that_cannot_be_written_is_offered_another_name(
    page, desk, qtbot, monkeypatch, tmp_path
):
    laid_out(page, qtbot)
    places, told = [tmp_path / "拔掉的U盘" / "文.pdf", tmp_path / "文.pdf"], []
    monkeypatch.setattr(ask, "save_file", lambda *_: places.pop(0))
    monkeypatch.setattr(ask, "choose", lambda _, words, __: told.append(words) or ask.SAVE_AS)
    page.pdf.click()
    assert "已不存在" in told[0]
    assert load_exports(desk.context.store)[0].folder == str(tmp_path)
    assert (tmp_path / "文.pdf").exists()


def test_what_was_just_typed_is_printed_from_the_words_as_it_looks(page, qtbot, monkeypatch):
    printed = []
    monkeypatch.setattr(ask, "printer", lambda *_: "打印机")
    monkeypatch.setattr(printing, "send", lambda _, pages, __: printed.append(len(pages)))
    laid_out(page, qtbot)
    before = len(page.preview.pages)
    page.sides.setCurrentIndex(0)
    page.text.setPlainText("\n".join(["只有这些字。"] * 200))
    page.print.click()
    assert page.sides.currentIndex() == 1
    qtbot.waitUntil(lambda: bool(printed))
    assert printed == [len(page.preview.pages)] != [before]


@pytest.fixture
def printed(monkeypatch):
    """How many pages went to the printer, each time."""
    counts = []
    monkeypatch.setattr(ask, "printer", lambda *_: "打印机")
    monkeypatch.setattr(printing, "send", lambda _, pages, __: counts.append(len(pages)))
    return counts


def test_the_first_pages_are_waited_for(page, qtbot, printed):
    page.print.click()
    qtbot.waitUntil(lambda: bool(printed))
    assert printed == [len(page.preview.pages)]


def test_no_print_comes_up_over_another_page(page, qtbot, printed):
    page.print.click()
    page.pass_to("tasks")
    qtbot.waitUntil(lambda: bool(page.preview.pages))
    assert printed == []


def test_turning_back_to_the_words_prints_nothing(page, qtbot, monkeypatch):
    monkeypatch.setattr(ask, "printer", lambda *_: pytest.fail("asked"))
    page.print.click()
    page.sides.setCurrentIndex(0)
    laid_out(page, qtbot)


def test_what_cannot_be_drafted_cannot_be_printed(page):
    refused = [kind for kind in KINDS if page.go(paper=kind.key) or not page.write.isEnabled()]
    page.go(paper=refused[0].key)
    assert not page.print.isEnabled()
    assert not page.pdf.isEnabled()


def test_the_draft_is_sent_to_a_printer(page, desk, qtbot, monkeypatch):
    laid_out(page, qtbot)
    printed = []
    monkeypatch.setattr(ask, "printer", lambda *_: None)
    page.print.click()
    assert desk.said == []
    monkeypatch.setattr(ask, "printer", lambda *_: "打印机")
    monkeypatch.setattr(printing, "send", lambda _, pages, __: printed.append(len(pages)))
    page.print.click()
    assert printed == [len(page.preview.pages)]
    assert desk.said[-1] == "已送去打印“实施方案”。"
