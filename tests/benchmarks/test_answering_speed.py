"""An answer to a doubtful spot: the plan is read beside the window, which hardly stops for it."""

import time

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from benchmarks.floors import plan_text
from shuangda_desktop.gui import app as program
from shuangda_desktop.gui.jobs import Jobs
from shuangda_desktop.gui.main_window import MainWindow
from shuangda_desktop.services.reading import importing

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("propagateSizeHints")]
SPOTS = 4


@pytest.fixture
def review(request, store, now, qtbot, tmp_path):
    lines = plan_text(request.param)
    for at in range(2, SPOTS + 2):  # a blank may stand for a mark: the clerk is asked
        lines[at] = lines[at].replace("查處假冒商標", "查處假冒 商標", 1)
    plan_id = importing.keep_plan(store, importing.read_pasted("\n".join(lines), "繁"), now)
    settings, jobs = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat), Jobs()
    made = MainWindow(
        store, jobs, settings, program.PLACES, program.MORE, today=now.date, now=lambda: now
    )
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.open_page("review", plan_id=plan_id)
    yield made.page
    jobs.close()


def longest(review):
    """The longest that the window works between two looks at its events, while an answer is read and kept."""
    review.queue.choose_reading(0)
    passes = []
    while review.work.answers.count():
        started = time.thread_time()
        QApplication.processEvents()
        passes.append(time.thread_time() - started)
        time.sleep(0.002)
    return max(passes)


@pytest.mark.parametrize(("review", "most"), [(61, 5), (610, 8)], indirect=["review"])
def test_an_answer_is_read_and_kept_without_a_pause(review, most, bare_floor, capsys):
    """The goal is 50 ms where a bare table takes 8 to 12 ms.

    Measured: 35 ms for 61 measures, and 50 for 610, of which 300 were spent on what had not changed.
    """
    assert len(review.stored.text.proposals) >= SPOTS
    ratio = longest(review) / bare_floor
    for _ in range(SPOTS - 1):
        if ratio >= most:  # it was disturbed, or it is slow: the other spots tell
            ratio = min(ratio, longest(review) / bare_floor)
    with capsys.disabled():
        print(f"\nan answer read and kept: {ratio:.1f} times a bare table")
    assert ratio < most
