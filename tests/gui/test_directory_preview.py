"""The directory to a workbook and from one, on the page of units."""

import pytest
from openpyxl import load_workbook

from gui.divided import set_up_city
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.pages.units.page import UnitsPage
from shuangda_desktop.store.units import load_directory


@pytest.fixture
def page(desk, qtbot):
    set_up_city(desk)
    return desk.show(UnitsPage, qtbot)


@pytest.fixture
def path(page, desk, qtbot, tmp_path, monkeypatch):
    """The directory as the button wrote it."""
    target = tmp_path / "名录"
    monkeypatch.setattr(ask, "save_file", lambda *_: target)
    page.export.trigger()
    qtbot.waitUntil(lambda: bool(desk.said))
    assert desk.said[-1] == "已导出“名录.xlsx”。"
    return target.with_suffix(".xlsx")


def take_in(page, path, qtbot, monkeypatch):
    monkeypatch.setattr(ask, "open_files", lambda *_: [path])
    page.take_in.trigger()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.preview)


def edit(path, change):
    book = load_workbook(path)
    change(book["单位名录"])
    book.save(path)


def test_changes_are_seen_before_they_are_kept(page, desk, path, qtbot, monkeypatch):
    edit(path, lambda sheet: sheet.cell(4, 10, "李明"))
    take_in(page, path, qtbot, monkeypatch)
    seen = page.preview
    assert [(c.field, c.after) for c in seen.changes.rows] == [("联系人", "李明")]
    assert seen.words.text() == "1处变动。还没有存下任何内容。"
    assert seen.trouble_table.isHidden()
    assert load_directory(desk.context.store).by_id["city.discipline"].contact == ""
    seen.keep.click()
    assert load_directory(desk.context.store).by_id["city.discipline"].contact == "李明"
    assert desk.said[-1] == "已导入名录，共1处变动。"
    assert page.stack.currentWidget() is page.tabs
    desk.context.store.undo()
    assert load_directory(desk.context.store).by_id["city.discipline"].contact == ""


def test_unclear_rows_are_listed_and_left_out_only_by_the_button(
    page, desk, path, qtbot, monkeypatch
):
    def change(sheet):
        sheet.cell(4, 5, "乡镇级")
        sheet.cell(5, 10, "王芳")

    edit(path, change)
    take_in(page, path, qtbot, monkeypatch)
    (trouble,) = page.preview.troubles.rows
    assert (trouble.sheet, trouble.row) == ("单位名录", 4)
    assert page.preview.keep.text() == "跳过不清楚的行，导入"
    page.preview.keep.click()
    assert load_directory(desk.context.store).by_id["city.supervision"].contact == "王芳"


def test_missing_units_go_only_where_the_clerk_says_so(page, desk, path, qtbot, monkeypatch):
    edit(path, lambda sheet: sheet.delete_rows(4))
    take_in(page, path, qtbot, monkeypatch)
    seen = page.preview
    assert seen.missing.text() == "把表里没有的1个单位从名录删除（市纪委监委）"
    assert not seen.keep.isEnabled()
    seen.missing.click()
    assert seen.keep.isEnabled()
    assert seen.changes.rows[-1].kind == "删除"
    seen.keep.click()
    assert "city.discipline" not in load_directory(desk.context.store).by_id


def test_leaving_keeps_nothing(page, desk, path, qtbot, monkeypatch):
    edit(path, lambda sheet: sheet.cell(4, 10, "李明"))
    take_in(page, path, qtbot, monkeypatch)
    page.preview.leave.click()
    assert page.stack.currentWidget() is page.tabs
    assert load_directory(desk.context.store).by_id["city.discipline"].contact == ""
    page.files.keep(False, False)  # nothing is being looked at any more
    page.files.look_again(False)
    assert desk.said[-1] == "已导出“名录.xlsx”。"


def test_a_file_that_cannot_be_read_is_told(page, desk, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(ask, "open_files", lambda *_: [tmp_path / "没有.xlsx"])
    page.take_in.trigger()
    qtbot.waitUntil(lambda: bool(desk.said))
    assert desk.said[-1].startswith("找不到“没有.xlsx”")


def test_a_closed_dialog_does_nothing(page, desk, monkeypatch):
    monkeypatch.setattr(ask, "open_files", lambda *_: [])
    monkeypatch.setattr(ask, "save_file", lambda *_: None)
    page.take_in.trigger()
    page.export.trigger()
    assert desk.said == []
