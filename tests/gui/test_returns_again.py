"""What came back, before anything is kept: the same file again, and what is in sight."""

import random
import shutil
from collections import Counter

import pytest
from PySide6.QtCore import Qt

from gui.sent_forms import sent_forms
from services.city import found_city, name_of
from services.filling import Form
from shuangda_desktop.gui.models.return_rows import Line, together
from shuangda_desktop.gui.pages.returns.page import ReturnsPage
from shuangda_desktop.store.tasks import load_entries
from shuangda_desktop.tasks.periods import parse_key
from shuangda_desktop.tasks.returns.model import Change, Verdict

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


@pytest.fixture
def clashing(page, forms, qtbot, tmp_path):
    """Two files of one unit that say different things of two cells."""
    form = Form(forms[name_of(0)])
    form.fill(random.Random(1))
    paths = [form.save(tmp_path / "报.xlsx")]
    for task_id in form.rows:
        form.put(task_id, "note", f"另一种说法{task_id}。")
    paths.append(form.save(tmp_path / "再报.xlsx"))
    review = read(page, paths, qtbot)
    review.doors.choose("clash")
    return review


def ticked(review):
    return [line.taken for line in review.model.rows]


def test_what_clashes_stands_side_by_side_and_one_tick_takes_the_other_away(clashing, qtbot):
    rows = clashing.model.rows
    assert [line.change.cell for line in rows[::2]] == [line.change.cell for line in rows[1::2]]
    assert "说明：“再报.xlsx”里写的不同" in clashing.words.text()  # the first is chosen
    qtbot.keyClick(clashing.table, Qt.Key.Key_Space)
    assert ticked(clashing)[:2] == [True, False]
    clashing.table.choose(clashing.model.index(1, 0))
    qtbot.keyClick(clashing.table, Qt.Key.Key_Space)
    assert ticked(clashing)[:2] == [False, True]
    clashing.table.selectAll()
    qtbot.keyClick(clashing.table, Qt.Key.Key_Space)
    assert ticked(clashing) == [True, False] * (len(rows) // 2)
    qtbot.keyClick(clashing.table, Qt.Key.Key_Space)


def test_what_was_left_out_is_told(clashing, qtbot, desk):
    left = len(clashing.model.rows) // 2
    clashing.take.click()
    assert desk.said[-1].endswith(f"另有{left}处没有采用；要采用，把这些文件再读回一次。")
    assert desk.said[-1].startswith("已登记2份，")


def test_files_of_one_unit_are_told_apart_by_their_names(clashing):
    shown = [
        c.key
        for at, c in enumerate(clashing.files.columns)
        if not clashing.file_table.isColumnHidden(at)
    ]
    assert shown[:3] == ["unit", "kind", "file"]


def test_a_late_form_and_the_one_of_this_month_are_taken_together(
    page, forms, store, now, qtbot, tmp_path, desk
):
    review = read(page, two_months(forms, store, now, tmp_path), qtbot)
    review.take.click()
    assert desk.said[-1].startswith("已登记2份，采用")
    tasks = len(Form(forms[name_of(0)]).rows)
    assert periods_kept(store, forms) == {"2026-02": tasks, "2026-03": tasks}


def test_what_was_unticked_of_one_month_is_not_kept_for_it(
    page, forms, store, now, qtbot, tmp_path
):
    review = read(page, two_months(forms, store, now, tmp_path, seeds=(1, 1)), qtbot)
    half = len(review.lines) // 2
    for at in range(half):
        review.table.clicked.emit(review.model.index(at, 0))
    assert [line.taken for line in review.lines] == [False] * half + [True] * half
    review.take.click()
    assert periods_kept(store, forms) == {"2026-03": len(Form(forms[name_of(0)]).rows)}


def test_files_of_one_name_are_looked_at_one_by_one(page, forms, qtbot, tmp_path):
    form = Form(forms[name_of(0)])
    paths = []
    for folder in ("一", "二"):
        (tmp_path / folder).mkdir()
        form.put(next(iter(form.rows)), "note", f"第{folder}种说法。")
        paths.append(form.save(tmp_path / folder / "报.xlsx"))
    review = read(page, paths, qtbot)
    assert [line.change.verdict for line in review.lines] == [Verdict.CLASH] * 2
    review.file_table.choose(review.files.index(0, 0))
    assert review.model.rowCount() == 1


def test_of_two_plans_the_lines_of_one_cell_stand_side_by_side():
    lines = [
        Line(at, Change("局", task, 1, "", "note", "", "x", "", "", Verdict.CLASH), "", False)
        for at, task in enumerate((7, 9, 7, 9))
    ]
    assert [line.change.task_id for line in together(lines)] == [7, 7, 9, 9]


def test_of_what_two_files_say_alike_the_first_is_ticked(page, forms, qtbot, tmp_path):
    form = Form(forms[name_of(0)])
    first, second = list(form.rows)[:2]
    form.put(first, "note", "按计划推进。")
    paths = [form.save(tmp_path / "报.xlsx")]
    form.put(second, "note", "已经完成。")
    paths.append(form.save(tmp_path / "再报.xlsx"))
    review = read(page, paths, qtbot)
    assert ticked(review) == [True, False, True]
    review.none.click()
    review.all.click()
    assert ticked(review) == [True, False, True]


def test_the_corrected_one_of_several_alone_is_ticked(clashing, qtbot):
    qtbot.keyClick(clashing.table, Qt.Key.Key_Space)
    assert ticked(clashing)[:2] == [True, False]
    column = [c.key for c in clashing.model.columns].index("after")
    assert clashing.model.setData(clashing.model.index(1, column), "第三种说法。")
    assert ticked(clashing)[:2] == [False, True]


def two_months(forms, store, now, tmp_path, seeds=(0, 1)):
    """A late form of February and that of March, of one unit, filled in."""
    february = tmp_path / "二月"
    february.mkdir()
    late = sent_forms(store, MARCH.previous(), now, february)
    paths = []
    for seed, path in zip(seeds, (late[name_of(0)], forms[name_of(0)]), strict=True):
        form = Form(path)
        form.fill(random.Random(seed))
        paths.append(form.save(tmp_path / f"{len(paths)}.xlsx"))
    return paths


def periods_kept(store, forms):
    """How many lines of the log there are of each period."""
    entries = (load_entries(store, task_id) for task_id in Form(forms[name_of(0)]).rows)
    return Counter(entry.period for own in entries for entry in own)
