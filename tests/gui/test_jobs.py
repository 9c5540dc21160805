"""Work beside the window comes back to it."""

import threading

import pytest

from shuangda_desktop.errors import SourceError
from shuangda_desktop.gui.jobs import Jobs


def unexpected(value):
    pytest.fail(f"called back with {value!r}")


def test_a_result_comes_back_in_the_thread_of_the_window(jobs, qtbot):
    seen = []
    jobs.run(
        threading.get_ident,
        lambda worker: seen.append((worker, threading.get_ident())),
        unexpected,
    )
    qtbot.waitUntil(lambda: bool(seen))
    worker, window = seen[0]
    assert worker != window == threading.get_ident()


def test_an_error_for_the_clerk_goes_to_failed(jobs, qtbot):
    def work():
        raise SourceError("文件读不出来")

    seen = []
    jobs.run(work, unexpected, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert str(seen[0]) == "文件读不出来"


def test_a_bug_is_raised_in_the_window(jobs, qtbot):
    with qtbot.captureExceptions() as raised:
        jobs.run(lambda: 1 // 0, unexpected, unexpected)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


def test_cancelled_work_never_calls_back(jobs, qtbot):
    gate, seen = threading.Event(), []
    running = jobs.run(lambda: gate.wait(60), unexpected, unexpected)
    waiting = jobs.run(lambda: 1, unexpected, unexpected)
    running.cancel()
    waiting.cancel()
    gate.set()
    jobs.run(lambda: 2, seen.append, unexpected)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [2]


def test_work_is_done_one_after_the_other(jobs, qtbot):
    seen = []
    for number in range(5):
        jobs.run(lambda n=number: n, seen.append, unexpected)
    qtbot.waitUntil(lambda: len(seen) == 5)
    assert seen == [0, 1, 2, 3, 4]


def test_what_ended_while_the_window_closed_is_called_back_and_what_waited_is_not(qapp):
    worker, told, gate = Jobs(), [], threading.Event()
    worker.run(lambda: gate.wait(60) and "written", told.append, unexpected)
    worker.run(lambda: "never begun", told.append, unexpected)
    threading.Timer(0.1, gate.set).start()
    worker.close()
    assert told == []
    worker.call_back()
    assert told == ["written"]


def test_work_that_is_asked_for_while_the_window_closes_is_not_begun(qapp):
    worker, told = Jobs(), []
    worker.close()
    job = worker.run(lambda: told.append("worked"), told.append, told.append)
    assert (job.cancelled, told) == (True, [])
