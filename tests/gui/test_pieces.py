"""Long work in short pieces: the window looks at its events between two of them."""

from PySide6.QtCore import QObject, QTimer

from shuangda_desktop.gui.pieces import Pieces


def counting(number, done):
    for at in range(number):
        done.append(at)
        yield at if at % 2 else None


def test_events_come_between_the_pieces_and_only_what_is_there_is_shown(qapp, qtbot):
    owner, done, shown, heard = QObject(), [], [], []
    pieces = Pieces(owner)
    watch = QTimer(owner)
    watch.timeout.connect(lambda: heard.append(len(done)))
    watch.start(0)
    pieces.begin(counting(6, done), shown.append)
    assert pieces.running
    assert not done
    qtbot.waitUntil(lambda: not pieces.running)
    assert done == [0, 1, 2, 3, 4, 5]
    assert shown == [1, 3, 5]
    assert {1, 2, 3, 4, 5} <= set(heard)


def test_what_is_asked_for_at_once_is_done_at_once(qapp):
    owner, done, shown = QObject(), [], []
    pieces = Pieces(owner)
    pieces.begin(counting(4, done), shown.append)
    pieces.finish()
    assert not pieces.running
    assert (done, shown) == ([0, 1, 2, 3], [1, 3])


def test_other_work_takes_the_place_of_what_was_begun(qapp):
    owner, first, second = QObject(), [], []
    pieces = Pieces(owner)
    pieces.begin(counting(3, first), first.append)
    pieces.begin(counting(3, second), lambda found: None)
    pieces.finish()
    assert (first, second) == ([], [0, 1, 2])
    pieces.begin(counting(3, first), first.append)
    pieces.stop()
    pieces.finish()
    assert first == []
