"""The day until which units answer: typed for a round that begins, or to put one off."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPushButton

from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.gui.widgets.deadline_edit import DeadlineEdit, due_trouble
from shuangda_desktop.tasks.rounds.opinions import Consultation

ASIDE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)  # keys come back
HERE = Qt.FocusReason.OtherFocusReason  # the view itself puts the keys elsewhere


class RoundDue(DeadlineEdit):
    """A day that was typed for another round, and was not used for one, is the day of this one.

    ``start`` is the button that begins another round: on the way to it nothing is put off.
    """

    put_off = Signal(date)

    def __init__(
        self, context: Context, start: QPushButton, current: Callable[[], Consultation | None]
    ) -> None:
        super().__init__(context.today().year, "反馈截止日")
        self._context, self._start, self._current = context, start, current
        self.keep_narrow()
        self.setPlaceholderText("如 6月30日")
        self.returnPressed.connect(self.hand_over)
        for part in (self, start):
            part.installEventFilter(self)

    def show_due(self, day: date) -> None:
        """Show the day of a round, but not over one that is being typed, be it behind another window."""
        if self.window().focusWidget() is not self:
            self.set_day(day)

    def wanted(self) -> date | None:
        """The day for another round; None, with the reason told, where it cannot be meant."""
        asked = self._current()
        trouble = due_trouble(self, self._context.today(), asked.due_on if asked else None)
        if self.day() is None or trouble:
            self._context.notify(trouble, undo=False)
            self.setFocus()
            self.selectAll()  # what is typed now takes the place of the day that was
            return None
        return self.day()

    def hand_over(self) -> None:
        """Put the round off, but not to a day that has passed or cannot be read."""
        asked, day = self._current(), self.day()
        if asked is None or day == asked.due_on or self._start.hasFocus():
            return
        trouble = due_trouble(self, self._context.today())
        if day is None or trouble:
            self.set_day(asked.due_on)
            self._context.notify(trouble, undo=False)
        else:
            self.put_off.emit(day)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand over when the day, or the button beside it, is left for good."""
        if isinstance(event, QFocusEvent) and event.lostFocus():
            kept = (*ASIDE, HERE) if watched is self._start else ASIDE
            if event.reason() not in kept:
                self.hand_over()
        return super().eventFilter(watched, event)
