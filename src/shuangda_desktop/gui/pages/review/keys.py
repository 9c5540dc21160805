"""What a key means on the page 校核: by what is being typed in, and by what is in hand."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from shuangda_desktop.gui.keys import is_ctrl_enter, is_enter
from shuangda_desktop.gui.pages.review.bench import ReviewBench
from shuangda_desktop.gui.pages.review.doubt_bar import DoubtBar
from shuangda_desktop.gui.pages.review.pictures import ReviewPictures
from shuangda_desktop.gui.pages.review.queue import ReviewQueue

_DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
Slot = Callable[[], object]


class ReviewKeys:
    """Finds what to do; ``lines`` are fields that keep their keys, as those of the form do."""

    def __init__(
        self,
        bench: ReviewBench,
        bar: DoubtBar,
        queue: ReviewQueue,
        pictures: ReviewPictures,
        lines: Sequence[QWidget],
        divide: Slot,
    ) -> None:
        self._bench, self._bar, self._queue, self._pictures = bench, bar, queue, pictures
        self._lines, self._divide = lines, divide

    def slot(self, event: QKeyEvent) -> Slot | None:
        """What a key does; None where it means nothing here.

        Enter accepts, but not while a field is being typed in; there Ctrl+Enter does. With nothing left
        Ctrl+Enter goes on to dividing; Enter, pressed once too often, does not.
        """
        typing = self._bench.is_typing() or any(line.hasFocus() for line in self._lines)
        if is_ctrl_enter(event) and not typing and not self._bar.divide.isHidden():
            return self._divide
        if is_ctrl_enter(event) or (is_enter(event) and not typing):
            return self._queue.accept
        if not typing and self._chooses_reading(event):
            return partial(self._queue.choose_reading, _DIGITS.index(Qt.Key(event.key())))
        if event.key() == Qt.Key.Key_J and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._bench.strike  # with the form in sight its button has taken the key
        return self._plain().get(Qt.Key(event.key()))

    def _chooses_reading(self, event: QKeyEvent) -> bool:
        """A digit chooses for the spot in hand; with Shift the buttons choose for all that are alike."""
        alone = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        return alone and event.key() in _DIGITS and self._queue.proposal() is not None

    def _plain(self) -> dict[Qt.Key, Slot]:
        leaves = {Qt.Key.Key_Escape: self._bench.land} if self._bench.is_typing() else {}
        return {
            Qt.Key.Key_F2: self._queue.fix,
            Qt.Key.Key_F4: self._pictures.switch_view,
            Qt.Key.Key_F9: self._bench.toggle_outline,
            **leaves,
        }
