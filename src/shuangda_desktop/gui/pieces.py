"""Long work of the window's own thread, cut into short pieces: between two of them it looks at its events."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, QTimer


class Pieces(QObject):
    """Does work that no other thread may do, such as reading the store, a piece in each turn.

    The work is an iterator that ends each piece with ``None``, or with something to show.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Iterator[Any] = iter(())
        self._show: Callable[[Any], None] = lambda found: None
        self._timer = QTimer(self)  # of no interval: a turn for every round of events
        self._timer.timeout.connect(self._turn)

    @property
    def running(self) -> bool:
        """Whether pieces are left to do."""
        return self._timer.isActive()

    def begin(self, work: Iterator[Any], show: Callable[[Any], None]) -> None:
        """Do this work from now on, and drop what was begun before."""
        self._work, self._show = work, show
        self._timer.start()

    def finish(self) -> None:
        """Do all that is left at once."""
        while self.running:
            self._turn()

    def stop(self) -> None:
        """Drop what is left."""
        self._work = iter(())
        self._timer.stop()

    def _turn(self) -> None:
        try:
            found = next(self._work)
        except StopIteration:
            self._timer.stop()
            return
        if found is not None:
            self._show(found)
