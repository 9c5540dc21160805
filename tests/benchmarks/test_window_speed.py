"""The pages over 2,000 tasks, against the refresh of a bare QTableView with as many rows."""

import time

import pytest
from PySide6.QtWidgets import QApplication

from benchmarks.conftest import TASKS
from benchmarks.floors import cpu_seconds
from shuangda_desktop.services.dividing import splitting

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("propagateSizeHints")]
PASS = 8  # bare tables


def each(actions):
    """One action a call, each followed by what it makes the window paint."""
    waiting = iter(actions)

    def once():
        next(waiting)()
        QApplication.processEvents()

    return once


def longest(act, page):
    """The longest that the thread of the window works without a look at its events, by its own CPU time."""
    passes, looks = [_timed(act)], 30
    while looks or page.reading.running:
        passes.append(_timed(QApplication.processEvents))
        looks -= not page.reading.running
    return max(passes)


def _timed(work):
    started = time.thread_time()
    work()
    return time.thread_time() - started


def told(capsys, what, cost, floor):
    with capsys.disabled():
        print(f"\n{what}: {cost / floor:.1f} times a bare table of {floor * 1000:.1f} ms")
    return cost / floor


@pytest.mark.parametrize(
    ("name", "select", "refresh"), [("split", 8, 300), ("tasks", 8, 180)], ids=["split", "tasks"]
)
def test_two_thousand_tasks_are_walked_without_a_pause(
    window, bare_floor, capsys, name, select, refresh
):
    window.open_page(name)
    page = window.page
    page.settle()
    table = getattr(page, "bench", page).table
    assert table.model().rowCount() == TASKS
    rows = [table.model().index(row, 0) for row in (5, 6, 400, 401, 1200, 1900, 3, 1000, 9, 77)]
    chosen = cpu_seconds(each([lambda i=i: table.choose(i) for i in rows]), 9, time.thread_time)
    bar = table.verticalScrollBar()
    places = [300, 900, 9000, 30000, 100, 5000, 5032, 5064, 0, 640]
    scrolled = cpu_seconds(each([lambda y=y: bar.setValue(y) for y in places]), 9, time.thread_time)
    again = cpu_seconds(each([lambda: (page.refresh(), page.settle())] * 6), 5)
    assert told(capsys, f"{name}: choosing", chosen, bare_floor) < select
    assert told(capsys, f"{name}: scrolling", scrolled, bare_floor) < select
    assert told(capsys, f"{name}: refreshing", again, bare_floor) < refresh


def test_an_action_over_two_thousand_tasks_is_shown_without_a_pause(window, bare_floor, capsys):
    window.open_page("split")
    page = window.page
    page.settle()
    row = page.bench.model.rows[5]
    changes = [
        lambda i=i: page.task_actions.edit_cell(row, "title", f"另一个标题{i}") for i in range(4)
    ]
    changes += [lambda d=d: page.task_actions.edit_cell(row, "due", d) for d in ("6月底", "9月底")]
    shown = cpu_seconds(each([*changes, window.undo, window.redo, window.undo]), 8)
    assert told(capsys, "split: an action shown", shown, bare_floor) < 25


def test_a_task_near_the_top_is_moved_without_a_pause(window, bare_floor, capsys):
    window.open_page("split")
    page = window.page
    page.settle()
    page.bench.table.choose(page.bench.model.index(5, 0))
    moves = [page.task_actions.down.trigger, page.task_actions.up.trigger] * 5
    moved = cpu_seconds(each(moves), 8)
    assert told(capsys, "split: a task moved", moved, bare_floor) < 12


def _walk(window, moment):
    """What a clerk does on the page, by name: acts that take each other back."""
    page = window.page
    bench, actions = page.bench, page.task_actions
    row, bar = bench.model.rows[5], bench.table.verticalScrollBar()
    store, over = window.store, page.views.matrix.right.verticalScrollBar()
    return {
        "a title": lambda: actions.edit_cell(row, "title", "另一个标题"),
        "undo": window.undo,
        "redo": window.redo,
        "choosing the last": lambda: bench.table.choose(bench.model.index(TASKS - 1, 0)),
        "choosing near the top": lambda: bench.table.choose(bench.model.index(5, 0)),
        "joining two near the top": actions.merge.trigger,
        "undoing that": window.undo,
        "leaving one out": lambda: splitting.drop_tasks(store, [row.task_id], "不涉及", moment),
        "undoing that too": window.undo,
        "moving down": actions.down.trigger,
        "moving up": actions.up.trigger,
        "a door": lambda: bench.doors.choose("proposed"),
        "all doors": lambda: bench.doors.choose("all"),
        "a unit": lambda: bench.unit.setCurrentIndex(1),
        "all units": lambda: bench.unit.setCurrentIndex(0),
        "sorting": lambda: bench.model.sort(2),
        "the given order": lambda: bench.model.sort(-1),
        "the end": lambda: bar.setValue(bar.maximum()),
        "choosing all": bench.table.selectAll,
        "reading all again": page.refresh,
        "the matrix": lambda: page.views.switch.choose("matrix"),
        "a title beside the matrix": lambda: actions.edit_cell(row, "title", "对照时改的"),
        "undo beside the matrix": window.undo,
        "the end of the matrix": lambda: over.setValue(over.maximum()),
        "the tasks again": lambda: page.views.switch.choose("divide"),
    }


def test_no_look_at_the_events_waits_long_for_two_thousand_tasks(window, now, refresh_bare, capsys):
    """The goal is 50 ms where a bare table takes 8 to 12 ms; measured were 3.4 to 4.6 times.

    The bare table is timed beside each round: a machine that slows down meanwhile slows both. What was
    disturbed in one round has two more.
    """
    page = window.pages["split"]
    opening = longest(lambda: window.open_page("split"), page) / cpu_seconds(refresh_bare, 5)
    assert page.bench.model.rowCount() == TASKS
    worst = _round(window, now, page, refresh_bare)
    for _ in range(2):
        if max(worst.values()) >= PASS:
            again = _round(window, now, page, refresh_bare)
            worst = {name: min(ratio, again[name]) for name, ratio in worst.items()}
    worst["opening"] = opening
    slowest = max(worst, key=worst.__getitem__)
    with capsys.disabled():
        print(f"\nlongest pass ({slowest}): {worst[slowest]:.1f} times a bare table")
    assert worst[slowest] < PASS, {name: round(ratio, 1) for name, ratio in worst.items()}


def _round(window, now, page, refresh_bare):
    """How many bare tables the longest pass of each act takes."""
    passes = {name: longest(act, page) for name, act in _walk(window, now).items()}
    floor = cpu_seconds(refresh_bare, 5)
    return {name: cost / floor for name, cost in passes.items()}
