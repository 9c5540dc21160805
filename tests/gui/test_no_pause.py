"""While documents are read the window goes on: what it does itself is bounded by a reading's own cost."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer

from gui.test_review_keys import damaged_text
from shuangda_desktop.gui.pages.plans.page import PlansPage
from shuangda_desktop.services.reading import importing, reviewing

LONGEST = (
    12  # readings of one document: work of the window's own thread between two looks at its events
)
KNOWN = 40  # plans that are here before


class Watch:
    """Notes how long the thread of the window worked without looking at its events.

    Its own CPU time counts: what other programs take from the machine is not its affair.
    """

    def __init__(self):
        self.longest, self._last = 0.0, time.thread_time()
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(0)

    def _look(self):
        now = time.thread_time()
        self.longest, self._last = max(self.longest, now - self._last), now

    def stop(self):
        self._timer.stop()


@pytest.fixture
def page(desk, qtbot):
    store, now = desk.context.store, desk.context.now()
    draft = importing.read_pasted(damaged_text(), "要点")
    with store.step("备", now):
        for number in range(KNOWN):
            source = replace(draft.source, sha256=f"{number:064d}")
            plan = replace(draft.plan, title=f"{draft.plan.title}之{number}")
            plan_id = importing.keep_plan(store, replace(draft, source=source, plan=plan), now)
            reviewing.settle_finding(store, plan_id, plan.measures[4].findings[0], now)
    return desk.show(PlansPage, qtbot)


def test_reading_several_files_leaves_the_window_free(page, tmp_path, qtbot):
    files = []
    for number in range(3):
        files.append(tmp_path / f"第{number}份.txt")
        files[-1].write_text(
            damaged_text().replace("云泽省2026年", f"云泽省202{number}年"), "utf-8"
        )
    page.take_files(files)
    watch = Watch()
    qtbot.waitUntil(lambda: not page.intake.busy)
    watch.stop()
    assert len(page.report.model.rows) == 3
    assert watch.longest < LONGEST * one_reading()


def one_reading():
    """The floor: what reading one of the documents costs on this machine, in seconds."""
    times = []
    for _ in range(5):
        started = time.thread_time()
        importing.read_pasted(damaged_text(), "要点")
        times.append(time.thread_time() - started)
    return min(times)
