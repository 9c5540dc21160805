"""The output page: PDF and printer, layouts, and what went out before."""

from pathlib import Path
from unicodedata import normalize

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter

from gui.divided import JUSTICE, NET, POLICE
from gui.outputs import chooses, opened, see, words, write_out
from shuangda_desktop.errors import ExportError
from shuangda_desktop.gui import ask, paper, printing
from shuangda_desktop.gui.pages.outputs import writing as outputs_writing
from shuangda_desktop.gui.pages.outputs.writing import REPLACE
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.services.outputs import exporting, layouts
from shuangda_desktop.services.outputs.sent import sent_documents

# -- on paper


@pytest.fixture
def page(desk, qtbot):
    return opened(desk, qtbot)


@pytest.fixture
def target(monkeypatch, tmp_path):
    return chooses(monkeypatch, tmp_path)


@pytest.fixture
def pdf(monkeypatch, tmp_path):
    monkeypatch.setattr(ask, "save_file", lambda *a: tmp_path / "分工表.pdf")
    return tmp_path / "分工表.pdf"


def test_the_pages_in_sight_become_a_pdf_with_text(page, pdf, desk):
    count = len(page.preview.pages)
    page.pdf.click()
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert len(pdfium.PdfDocument(pdf)) == count
    told = pdfium.PdfDocument(pdf)[0].get_textpage().get_text_range()
    assert "查清全市网店" in normalize("NFKC", told)  # some faces share signs with their radicals
    (kept,) = sent_documents(desk.context.store)
    assert (kept.file, kept.document, kept.line_count) == ("分工表.pdf", "schedule", 3)
    assert page.writer.written == pdf


@pytest.fixture
def told(monkeypatch):
    """What the clerk was told of a file that could not be written, and offered; nothing is chosen."""
    heard = []
    monkeypatch.setattr(ask, "choose", lambda parent, words, offers: heard.append((words, offers)))
    return heard


def test_a_pdf_that_cannot_be_written_leaves_the_old_one(page, pdf, monkeypatch, desk, told):
    pdf.write_bytes(b"old")
    monkeypatch.setattr(Path, "write_bytes", open_and_cut)
    page.save_pdf()
    assert pdf.read_bytes() == b"old"
    assert sent_documents(desk.context.store) == ()
    ((words, offers),) = told
    assert "原来的文件没有改动" in words
    assert offers == [ask.SAVE_AS, ask.AGAIN]


def open_and_cut(path, content):
    with path.open("wb") as file:
        return file.write(content[:99])


def test_pages_that_went_while_the_dialog_was_open_are_not_printed(tmp_path):
    with pytest.raises(ExportError, match="正在重新排"):
        printing.write_pdf(tmp_path / "空.pdf", (), "题")
    with pytest.raises(ExportError, match="正在重新排"):
        printing.send(QPrinter(), (), "题")
    assert list(tmp_path.iterdir()) == []


def test_pages_of_another_document_are_never_kept_under_its_name(page, pdf, desk, qtbot):
    assert page.pdf.isEnabled()
    page.gallery.choose("ledger")  # its pages are on their way, those of the first still in sight
    assert not page.pdf.isEnabled()
    with pytest.raises(ExportError, match="还在排版"):
        page.save_pdf()
    assert not pdf.exists()
    page.settle()
    qtbot.waitUntil(page.pdf.isEnabled)
    page.pdf.click()
    told = pdfium.PdfDocument(pdf)[0].get_textpage().get_text_range()
    assert "进度台账" in normalize("NFKC", told)


def test_what_is_chosen_while_the_pages_are_out_of_sight_is_laid_out_before_it_is_kept(
    page, pdf, qtbot
):
    page.tabs.setCurrentWidget(page.sent)
    page.gallery.choose("ledger")
    assert page.preview.pages == ()
    assert not page.pdf.isEnabled()
    with pytest.raises(ExportError, match="还在排版"):
        page.save_pdf()
    page.tabs.setCurrentIndex(0)
    page.settle()
    qtbot.waitUntil(page.pdf.isEnabled)


def test_no_place_no_pdf(page, monkeypatch, desk):
    monkeypatch.setattr(ask, "save_file", lambda *a: None)
    page.pdf.click()
    assert desk.said == []


def test_the_pages_in_sight_go_to_a_printer_and_that_is_remembered(
    page, monkeypatch, tmp_path, desk
):
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "纸.pdf"))
    asked, count = [], len(page.preview.pages)
    monkeypatch.setattr(
        ask, "printer", lambda _p, name, pages: asked.append((name, pages)) or printer
    )
    page.print.click()
    assert asked == [("任务分工表", count)]
    assert len(pdfium.PdfDocument(tmp_path / "纸.pdf")) == count
    assert desk.said == ["已送去打印“任务分工表”。"]
    (kept,) = sent_documents(desk.context.store)
    assert (kept.action, kept.file, kept.folder) == ("打印任务分工表", exporting.PRINTED, "")


def test_what_a_printer_does_not_take_is_not_said_to_be_printed(page, monkeypatch, desk):
    monkeypatch.setattr(QPrinter, "outputFormat", lambda _: QPrinter.OutputFormat.NativeFormat)
    monkeypatch.setattr(ask, "printer", lambda *a: QPrinter())
    monkeypatch.setattr(paper, "print_pages", lambda *a: False)  # it is switched off
    with pytest.raises(ExportError, match="打印机没有接收"):
        page.print_out()
    assert desk.said == []
    assert sent_documents(desk.context.store) == ()


def test_where_no_printer_is_set_up_that_is_told(page, monkeypatch, desk):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName("")
    monkeypatch.setattr(QPrinter, "outputFormat", lambda _: QPrinter.OutputFormat.PdfFormat)
    monkeypatch.setattr(ask, "printer", lambda *a: printer)
    with pytest.raises(ExportError, match="打印机没有接收"):
        page.print_out()
    assert desk.said == []


@pytest.mark.qt_log_level_fail("CRITICAL")  # Qt says so too
def test_a_printer_that_cannot_begin_takes_no_pages(page, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "没有的文件夹" / "纸.pdf"))
    assert paper.print_pages(printer, page.preview.pages) is False


@pytest.fixture
def to_file(monkeypatch, tmp_path):
    """Choose a file in the dialog of printers; the folder is to be made yet."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    path = tmp_path / "拔掉的U盘" / "纸.pdf"
    printer.setOutputFileName(str(path))
    monkeypatch.setattr(ask, "printer", lambda *a: printer)
    return path


def test_a_file_that_stands_for_a_printer_is_written_whole_or_not_at_all(
    page, monkeypatch, to_file, desk
):
    told = []
    monkeypatch.setattr(ask, "choose", lambda _, words, __: told.append(words) or "")
    with pytest.raises(ExportError, match="没有打印"):
        page.print_out()
    assert "已不存在" in told[0]
    assert desk.said == []


def test_a_file_that_stands_for_a_printer_goes_elsewhere_where_it_cannot_be_written(
    page, monkeypatch, to_file, tmp_path, desk
):
    monkeypatch.setattr(ask, "choose", lambda *a: ask.SAVE_AS)
    monkeypatch.setattr(ask, "save_file", lambda *a: tmp_path / "纸.pdf")
    page.print_out()
    assert (tmp_path / "纸.pdf").read_bytes().startswith(b"%PDF-")
    assert desk.said == ["已送去打印“任务分工表”。"]


@pytest.mark.parametrize("other", [True, False])
def test_a_file_that_stands_for_a_printer_and_is_open_elsewhere_is_asked_about(
    page, monkeypatch, to_file, tmp_path, desk, other
):
    to_file.parent.mkdir()
    to_file.write_bytes(b"old")
    (to_file.parent / ".~lock.纸.pdf#").touch()
    monkeypatch.setattr(ask, "may_lose", lambda *a: False)
    monkeypatch.setattr(ask, "save_file", lambda *a: tmp_path / "另.pdf" if other else None)
    if other:
        page.print_out()
    else:
        with pytest.raises(ExportError, match="没有打印"):
            page.print_out()
    assert to_file.read_bytes() == b"old"
    assert (tmp_path / "另.pdf").exists() is other


def test_a_closed_printer_dialog_prints_nothing(page, monkeypatch, desk):
    monkeypatch.setattr(ask, "printer", lambda *a: None)
    page.print.click()
    assert sent_documents(desk.context.store) == ()


# -- layouts


def test_a_shipped_layout_is_used_by_choosing_it(page, desk, qtbot):
    page.layouts.box.setCurrentIndex(page.layouts.box.findText("带出处"))
    page.layouts.box.activated.emit(page.layouts.box.currentIndex())
    see(page, qtbot)
    assert "出处" in words(page)
    assert layouts.layout_in_use(desk.context.store, "schedule").name == "带出处"
    assert desk.context.store.undo() == "改用版式“带出处”"
    assert page.layouts.box.currentText() == layouts.USUAL


def test_a_layout_is_seen_while_it_is_made_and_kept_by_name(page, desk, qtbot):
    page.layouts.edit.click()
    assert page.layouts.area.isVisible()
    item = page.layouts.panel.columns.findItems("出处", Qt.MatchFlag.MatchExactly)[0]
    item.setCheckState(Qt.CheckState.Checked)
    see(page, qtbot)
    assert "出处" in words(page)
    assert layouts.layout_in_use(desk.context.store, "schedule") is None
    page.layouts.panel.name.setText("本办的")
    page.layouts.panel.save.click()
    assert layouts.layout_in_use(desk.context.store, "schedule").name == "本办的"
    assert page.layouts.box.currentText() == "本办的"
    assert desk.said[-1].startswith("已保存版式“本办的”")
    page.layouts.panel.remove.click()
    assert layouts.layout_in_use(desk.context.store, "schedule") is None
    assert desk.said[-1] == "已删除版式“本办的”。"


def test_what_is_being_edited_survives_a_change_of_the_data(page, desk, qtbot):
    page.layouts.edit.click()
    page.layouts.panel.head.setText("我的标题")
    splitting.change_task(desk.context.store, 1, desk.context.now(), title="改过的事")
    assert page.layouts.panel.head.text() == "我的标题"
    page.go(document="ledger")
    assert page.layouts.panel.head.text() == ""


def test_a_document_of_words_has_no_layout(page, qtbot):
    page.layouts.edit.click()
    page.go(document="plan")
    assert page.layouts.area.isHidden()
    assert page.layouts.box.isHidden()


# -- what went out


def test_what_changed_since_a_version_is_shown_and_written(page, target, desk, qtbot):
    write_out(page, qtbot)
    splitting.change_task(desk.context.store, 1, desk.context.now(), title="改过的事")
    page.tabs.setCurrentIndex(1)
    page.sent.table.choose(page.sent.sent.index(0, 0))
    assert page.sent.head.text() == "自2026年3月16日发出的版本以来\uff0c变化 1 处"
    assert page.sent.changes.rows[0][1].after == "改过的事"
    page.sent.write.click()
    qtbot.waitUntil(page.progress.isHidden)
    assert target[1][-1] == "任务分工表变更清单.xlsx"
    assert sent_documents(desk.context.store)[0].document == "changes"


def test_a_version_of_a_unit_is_compared_with_that_unit_s(page, target, desk, qtbot):
    page.unit.choose(POLICE)
    see(page, qtbot)
    write_out(page, qtbot)
    page.unit.choose("")
    page.sent.table.choose(page.sent.sent.index(0, 0))
    assert page.sent.head.text().endswith("没有变化")
    assert not page.sent.write.isEnabled()


def test_what_cannot_be_compared_is_said(page, desk, qtbot):
    with desk.context.store.lasting("导出", desk.context.now()):
        desk.context.store.execute(
            "INSERT INTO export (document, action, file, folder, at, about, line_count, snapshot) "
            "VALUES ('schedule', '导出任务分工表', '旧.xlsx', '/文档', ?, '', 3, '')",
            [desk.context.now().isoformat()],
        )
    page.sent.table.choose(page.sent.sent.index(0, 0))
    assert "没有留底" in page.sent.head.text()


def test_a_file_that_went_out_is_opened(page, target, monkeypatch, desk, qtbot):
    opened = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: not opened.append(url.toLocalFile())
    )
    write_out(page, qtbot)
    page.sent.open.click()
    assert opened == []
    page.sent.table.choose(page.sent.sent.index(0, 0))
    page.sent.open.click()
    assert opened == [str(target[0])]


# -- one for each unit


@pytest.fixture
def folder(monkeypatch, tmp_path, page):
    page.go(document="unit")
    into = tmp_path / "各单位"
    into.mkdir()
    monkeypatch.setattr(ask, "folder", lambda *a: into)
    return into


def write_each(page, qtbot):
    page.each.click()
    qtbot.waitUntil(page.progress.isHidden)


def test_every_unit_gets_its_own_list(page, folder, desk, qtbot):
    assert not page.each.isHidden()
    write_each(page, qtbot)
    assert {path.name for path in folder.iterdir()} == {
        f"单位任务清单-{unit}.xlsx" for unit in (NET, POLICE, JUSTICE)
    }
    assert {one.about for one in sent_documents(desk.context.store)} == {NET, POLICE, JUSTICE}
    assert desk.said[-1] == "已写出 3 份。"
    page.go(document="ledger")
    assert page.each.isHidden()


def test_files_that_are_there_are_replaced_only_when_the_clerk_says_so(
    page, folder, monkeypatch, qtbot
):
    (folder / f"单位任务清单-{POLICE}.xlsx").write_bytes(b"old")
    told = []
    monkeypatch.setattr(ask, "choose", lambda _p, text, _a: told.append(text) or "")
    write_each(page, qtbot)
    assert told == ["这个文件夹里已经有 1 份同名的文件。"]
    assert len(list(folder.iterdir())) == 1
    monkeypatch.setattr(ask, "choose", lambda *a: REPLACE)
    write_each(page, qtbot)
    assert len(list(folder.iterdir())) == 3


def test_what_was_written_before_a_failure_is_kept_and_said(page, folder, monkeypatch, desk, qtbot):
    whole, told = outputs_writing.Writing.write, []

    def write(self):
        if POLICE in self.path.name:
            raise ExportError("磁盘空间不足。")
        return (*whole(self), "有一处。")

    monkeypatch.setattr(outputs_writing.Writing, "write", write)
    monkeypatch.setattr(ask, "tell", lambda _p, text: told.append(text))
    write_each(page, qtbot)
    assert told == ["磁盘空间不足。\n此前的 1 份已经写好。"]
    assert [one.about for one in sent_documents(desk.context.store)] == [NET]
    assert f"单位任务清单-{NET}.xlsx\uff1a有一处。" in page.result.text()


def test_without_a_folder_nothing_is_written(page, folder, monkeypatch, desk):
    monkeypatch.setattr(ask, "folder", lambda *a: None)
    page.each.click()
    assert sent_documents(desk.context.store) == ()


def test_a_unit_may_be_called_anything():
    assert outputs_writing.safe_name('a/b:"c".xlsx') == "a_b__c_.xlsx"
