"""Groups inside the table of tasks: their headings count, open and close, and are kept with a view."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from gui.divided import NET
from gui.test_task_views import drawn, ids, page  # noqa: F401 - fixtures
from shuangda_desktop.gui import ask, clipboard
from shuangda_desktop.gui.models.grouping import GROUPINGS, NOBODY, Heading
from shuangda_desktop.gui.models.task_table import known_groups, task_of
from shuangda_desktop.gui.theme import tokens_of
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.tasks.model import Assignment, Basis


@pytest.fixture
def grouped(page):  # noqa: F811 - the fixture
    page.views.bar.choose("table", "unit")
    return page


def lines(page):  # noqa: F811
    """Headings by name and number, tasks by number."""
    return [
        f"{line.name} {line.count}" if isinstance(line, Heading) else task_of(line).number
        for line in page.model.rows
    ]


def at(page, name):  # noqa: F811
    names = [getattr(line, "name", None) for line in page.model.rows]
    return page.model.index(names.index(name), 0)


def press(page, key, qtbot):  # noqa: F811
    qtbot.keyClick(page.table, key)


def test_every_group_has_a_heading_with_its_number_and_its_lights(grouped):
    headings = grouped.model.headings
    assert sum(heading.count for heading in headings) == 3
    counted = {}
    for line in grouped.model.rows:
        if isinstance(line, Heading):
            current = counted.setdefault(line.name, [])
        else:
            current.append(task_of(line))
    assert {h.name: h.count for h in headings} == {n: len(rows) for n, rows in counted.items()}
    lit = [words for heading in headings for words, _ in heading.lights]
    assert any(words.startswith("■") for words in lit)
    for name, rows in counted.items():
        assert all(name in GROUPINGS["unit"][1](row) for row in rows)


def test_a_task_of_two_leads_stands_under_both_and_is_chosen_once(grouped, desk, ids):  # noqa: F811
    store, now = desk.context.store, desk.context.now()
    leads = [Assignment(unit, Role.LEAD, Basis.DECIDED) for unit in ("市公安局", NET)]
    splitting.set_units(store, ids[2], leads, now)
    grouped.refresh()
    both = [line for line in grouped.model.rows if getattr(task_of(line), "task_id", 0) == ids[2]]
    assert len(both) == 2
    grouped.table.selectAll()
    chosen = [row.number for row in grouped.table.chosen_rows()]
    assert sorted(chosen) == [1, 2, 3]


def test_a_click_closes_a_group_and_opens_it_again(grouped, qtbot, monkeypatch):
    monkeypatch.setattr(QApplication, "doubleClickInterval", lambda: 0)
    before, heading = lines(grouped), grouped.model.headings[0]
    place = grouped.table.visualRect(at(grouped, heading.name)).center()
    qtbot.mouseClick(grouped.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, place.y()))
    assert len(lines(grouped)) == len(before) - heading.count
    assert grouped.table.current() is None
    qtbot.wait(2)
    qtbot.mouseClick(grouped.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, place.y()))
    assert lines(grouped) == before


def test_a_double_click_does_not_close_what_it_opened(grouped):
    name = grouped.model.headings[0].name
    for _ in range(2):
        grouped.table.clicked.emit(at(grouped, name))
    assert grouped.model.closed == (name,)


def test_the_keyboard_walks_closes_and_opens(grouped, qtbot):
    before = lines(grouped)
    grouped.table.choose_first()
    assert grouped.table.current() is not None
    press(grouped, Qt.Key.Key_Left, qtbot)  # to the heading
    heading = grouped.model.row_at(grouped.table.currentIndex())
    assert isinstance(heading, Heading)
    press(grouped, Qt.Key.Key_Right, qtbot)  # it is open already
    assert lines(grouped) == before
    press(grouped, Qt.Key.Key_Left, qtbot)
    assert grouped.model.closed == (heading.name,)
    assert grouped.model.row_at(grouped.table.currentIndex()).name == heading.name
    press(grouped, Qt.Key.Key_Return, qtbot)
    assert grouped.model.closed == ()
    press(grouped, Qt.Key.Key_Down, qtbot)
    assert grouped.table.current() is not None


def test_without_groups_the_arrows_are_the_tables_own(page, qtbot):  # noqa: F811
    page.table.choose_first()
    press(page, Qt.Key.Key_Left, qtbot)
    assert page.table.current() is not None
    assert page.views.bar.fold.isHidden()


def test_all_groups_close_and_open_by_one_button(grouped):
    fold, before = grouped.views.bar.fold, lines(grouped)
    assert not fold.isHidden()
    fold.click()
    assert all(isinstance(line, Heading) for line in grouped.model.rows)
    assert fold.text() == "展开各组"
    grouped.table.choose_first()
    assert grouped.table.chosen_rows() == []
    fold.click()
    assert (lines(grouped), fold.text()) == (before, "收起各组")


def test_tasks_are_sorted_within_their_groups(grouped):
    keys = [column.key for column in grouped.model.columns]
    names = [heading.name for heading in grouped.model.headings]
    grouped.table.sortByColumn(keys.index("number"), Qt.SortOrder.DescendingOrder)
    assert [heading.name for heading in grouped.model.headings] == names
    groups, current = {}, []
    for line in grouped.model.rows:
        if isinstance(line, Heading):
            current = groups.setdefault(line.name, [])
        else:
            current.append(task_of(line).number)
    assert all(numbers == sorted(numbers, reverse=True) for numbers in groups.values())


def test_closed_groups_are_kept_with_the_view(grouped, monkeypatch):
    name = grouped.model.headings[0].name
    monkeypatch.setattr(ask, "line", lambda *_: "分组看")
    grouped.model.close_groups([name])
    grouped.views.bar.save_asked.emit()
    grouped.views.bar.choose("table", "")
    assert grouped.model.headings == []
    grouped.views.bar.view_asked.emit("分组看")
    assert grouped.model.closed == (name,)
    assert known_groups(None) == []
    assert known_groups(["一", 2]) == ["一"]


def test_what_a_closed_group_hides_is_shown_when_it_is_asked_for(grouped, ids):  # noqa: F811
    grouped.model.close_groups(heading.name for heading in grouped.model.headings)
    grouped.go(task_id=ids[1])
    assert grouped.table.current().task_id == ids[1]
    assert len(grouped.model.closed) == len(grouped.model.headings) - 1


def test_a_refresh_keeps_what_is_closed_and_chosen(grouped, desk, ids):  # noqa: F811
    name = grouped.model.headings[-1].name
    grouped.model.close_groups([name])
    grouped.table.choose_first()
    before = grouped.table.current().task_id
    splitting.change_task(desk.context.store, ids[0], desk.context.now(), title="另一个名称")
    grouped.refresh()
    assert (grouped.model.closed, grouped.table.current().task_id) == ((name,), before)


def test_the_copy_has_the_headings_too(grouped, monkeypatch):
    put = []
    monkeypatch.setattr(clipboard, "put", lambda text, html="": put.append(text))
    grouped.copy()
    first = put[0].split("\n")[1]
    heading = grouped.model.headings[0]
    assert first.startswith(f"{heading.name}\uff08{heading.count}项\uff09")
    assert len({line.count("\t") for line in put[0].split("\n")}) == 1


def test_tasks_of_nobody_stand_last(grouped, desk, ids):  # noqa: F811
    splitting.set_units(desk.context.store, ids[0], [], desk.context.now())
    grouped.refresh()
    assert grouped.model.headings[-1].name == NOBODY


def test_a_heading_is_drawn_across_the_columns_with_the_colours_of_its_lights(
    grouped, qtmodeltester
):
    qtmodeltester.check(grouped.model)
    grouped.views.bar.fold.click()
    late = tokens_of(grouped.table.palette()).late.lower()
    assert late in drawn(grouped.table.viewport())
