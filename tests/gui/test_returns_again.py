"""What came back, before anything is kept: the same file again, and what is in sight."""

import random
import shutil

import pytest

from gui.sent_forms import sent_forms
from services.city import found_city, name_of
from services.filling import Form
from shuangda_desktop.gui.pages.returns.page import ReturnsPage
from shuangda_desktop.tasks.periods import parse_key

MARCH = parse_key("2026-03")


@pytest.fixture
def page(desk, store, now, qtbot):
    """The page of a city of three units."""
    found_city(store, now, 3, 2)
    return desk.show(ReturnsPage, qtbot)


@pytest.fixture
def forms(page, store, now, tmp_path):
    """The forms of March, sent out, by unit."""
    return sent_forms(store, MARCH, now, tmp_path)


def read(page, paths, qtbot):
    """Read files as the page does it; what is shown of them."""
    page.back.read_files(paths)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.back.review)
    return page.back.review


def test_the_same_file_again_is_no_empty_form(page, forms, qtbot, tmp_path):
    form = Form(forms[name_of(0)])
    form.fill(random.Random(1))
    form.delete_row(next(iter(form.rows)))
    paths = [form.save(tmp_path / "报.xlsx"), tmp_path / "报(1).xlsx"]
    shutil.copy(*paths)
    files = read(page, paths, qtbot).files
    kinds = [files.index(row, 1).data() for row in range(files.rowCount())]
    assert sorted(kinds) == ["报送", "重复"]
    page.back.review.file_table.choose(files.index(kinds.index("重复"), 0))
    assert "内容完全相同" in page.back.review.odd.text()
    assert "少了" not in page.back.review.odd.text()


def is_in_sight(table):
    """Whether the current line is, or the top where there is none."""
    current = table.currentIndex()
    if not current.isValid():
        return table.verticalScrollBar().value() == 0
    return table.viewport().rect().intersects(table.visualRect(current))


def test_a_door_shows_its_list_from_the_chosen_line_on(page, forms, qtbot, tmp_path):
    paths = []
    for name, path in forms.items():
        form = Form(path)
        form.fill(random.Random(1))
        form.put(next(iter(form.rows)), "percent", "尚可")
        paths.append(form.save(tmp_path / f"{name}报.xlsx"))
    review = read(page, paths, qtbot)
    review.table.setMaximumHeight(120)
    review.table.choose(review.model.index(0, 0))
    for key in ("ask", "all", "new"):
        review.table.scrollToBottom()
        review.doors.choose(key)
        qtbot.waitUntil(lambda: is_in_sight(review.table))
