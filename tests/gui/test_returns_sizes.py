"""The board of 收发 on screens of any size."""

import pytest
from PySide6.QtWidgets import QApplication

from services.city import found_city
from shuangda_desktop.gui.pages.returns.page import ReturnsPage


@pytest.mark.parametrize(("size", "least"), [((780, 440), 2), ((1290, 640), 3)])
def test_periods_are_shown_whole_or_not_at_all(desk, store, now, qtbot, size, least):
    found_city(store, now, 3, 2)
    page = desk.show(ReturnsPage, qtbot)
    page.resize(*size)
    table = page.table
    shown = [c for c in range(2, page.model.columnCount()) if not table.isColumnHidden(c)]
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
    assert shown == list(range(2, 2 + len(shown)))
    assert len(shown) >= least


def test_whose_a_file_is_keeps_its_room_when_the_window_grows(desk, store, now, qtbot):
    found_city(store, now, 3, 2)
    page = desk.show(ReturnsPage, qtbot)
    review = page.back.review
    page.stack.setCurrentWidget(review)
    unit = [column.key for column in review.files.columns].index("unit")
    wanted = 8 * review.fontMetrics().horizontalAdvance("国")
    for width in (780, 1290):
        page.resize(width, 640)
        qtbot.waitUntil(lambda: review.file_table.columnWidth(unit) >= wanted)
    review.file_table.setColumnWidth(unit, 200)
    page.resize(1300, 640)
    assert review.file_table.columnWidth(unit) == 200  # as the clerk has drawn it


def test_what_a_small_window_leaves_out_of_the_files_stays_out(desk, store, now, qtbot):
    found_city(store, now, 3, 2)
    page = desk.show(ReturnsPage, qtbot)
    review = page.back.review
    page.stack.setCurrentWidget(review)
    kept = [[], []]
    for which, widths in enumerate(((780,), (830, 900, 860))):
        for width in widths:
            page.resize(width, 640)
            QApplication.processEvents()
            QApplication.processEvents()
            table, columns = review.file_table, review.files.columns
            kept[which].append(
                [c.key for n, c in enumerate(columns) if not table.isColumnHidden(n)]
            )
    assert kept == [[["unit", "kind"]], [["unit", "kind"]] * 3]
