"""One unit in one period: what went out, what came back, and what to do about it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.parts import button, quiet, strong
from shuangda_desktop.services.rounds.boarding import DISPATCH_WORDS, Dispatch, KeptReturn
from shuangda_desktop.tasks.returns.board import CAME, Place
from shuangda_desktop.tasks.returns.model import KIND_WORDS


class ReturnDetail(QWidget):
    """The place of the board that was clicked, told in sentences."""

    original_asked = Signal(object)  # a KeptReturn
    slip_asked = Signal(str)
    supervision_asked = Signal(str)
    tasks_asked = Signal(str)
    form_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._unit = ""
        self._kept: tuple[KeptReturn, ...] = ()
        self.head, self.state, self.words = strong(""), quiet(""), quiet("")
        self.head.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.original = button("另存原件\u2026", self._ask_original, tip="把单位报来的文件原样另存")
        self.slip = button("写催办单\u2026", lambda: self.slip_asked.emit(self._unit))
        self.supervise = button(
            "写督办单…",
            lambda: self.supervision_asked.emit(self._unit),
            tip="它逾期的任务，附反馈栏",
        )
        self.form = button("只给它下发\u2026", lambda: self.form_asked.emit(self._unit))
        self.tasks = button("看它的任务", lambda: self.tasks_asked.emit(self._unit), kind="link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.state)
        column.addWidget(flow(self.slip, self.supervise, self.form, self.original, self.tasks))
        column.addWidget(self.words, 1)

    def show_place(
        self, place: Place | None, sent: Sequence[Dispatch], kept: Sequence[KeptReturn]
    ) -> None:
        """Show a place of the board, or nothing."""
        self.setEnabled(place is not None)
        self._unit, self._kept = place.unit if place else "", tuple(kept)
        self.head.setText(f"{place.unit}  {place.period.label}" if place else "")
        self.state.setText(_state(place) if place else "点左边的格子\uff0c看那一期收到了什么\u3002")
        self.words.setText("\n\n".join([*map(_came, kept), *map(_went, sent)]))
        self.original.setVisible(bool(kept))
        self.slip.setVisible(place is not None and place.standing not in CAME)

    def _ask_original(self) -> None:
        if self._kept:
            self.original_asked.emit(self._kept[0])


def _state(place: Place) -> str:
    came = f"\uff0c{_day(place.received_on)}收到" if place.received_on else ""
    return f"{place.words}{came}\uff1b应于{_day(place.due_on)}前报送\u3002"


def _came(one: KeptReturn) -> str:
    by = f"\uff08{one.filled_by}\uff09" if one.filled_by else ""
    lines = [f"{_day(one.received_on)}收到\uff1a{KIND_WORDS[one.kind]}{by}", one.file]
    return "\n".join([*lines, *(f"\u00b7 {odd}" for odd in one.oddities)])


def _went(one: Dispatch) -> str:
    by = f"\uff0c经办{one.sent_by}" if one.sent_by else ""
    file = f"\n{one.file}" if one.file else ""
    return f"{_day(one.sent_at.date())}发出\uff1a{DISPATCH_WORDS.get(one.kind, one.kind)}{by}{file}"


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日"
