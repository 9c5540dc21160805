"""At the foot of a page: what was changed after issuing still wants its reason; typing goes on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import button
from shuangda_desktop.tasks.columns.adjustments import WHOLE
from shuangda_desktop.tasks.rounds.versions import Adjustment

SHOWN = 12  # characters of a task's name


class ReasonBar(QFrame):
    """Hidden while no reason is wanted; asks once for all changes that have none."""

    given = Signal(object, str)  # the ids of the adjustments, the reason
    list_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._ids: list[int] = []
        self.what = button(
            "", self.list_asked.emit, kind="link", tip="列出这些调整\uff0c可以分别填写理由"
        )
        self.line = Line("调整理由", "调整理由\uff0c可以稍后再填")
        self.keep = button("记下", self._give, tip="记下理由\uff08Enter\uff09", key="Ctrl+Shift+R")
        self.line.returnPressed.connect(self._give)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(self.what)
        row.addWidget(self.line, 1)
        row.addWidget(self.keep)
        self._gives_way = False
        self.hide()

    def give_way(self, wanted: bool) -> None:
        """Leave the room to a view that needs it; what waits for a reason waits on."""
        self._gives_way = wanted
        self.setVisible(bool(self._ids) and not wanted)

    def show_pending(self, adjustments: Sequence[Adjustment]) -> None:
        """Ask for the reason of those that have none; an older reason of theirs is offered again."""
        pending = [one for one in adjustments if one.is_pending]
        ids = [one.id for one in pending]
        if ids != self._ids and not self.line.isModified():
            self.line.setText(next((one.reason for one in reversed(pending) if one.reason), ""))
        self._ids = ids
        self.setVisible(bool(pending) and not self._gives_way)
        if pending:
            self.what.setText(_words(pending))
            self.what.setAccessibleName(self.what.text())

    def _give(self) -> None:
        reason, ids = self.line.text().strip(), list(self._ids)
        if reason and ids:
            self.line.setText("")  # clear() would count as typing
            self.given.emit(ids, reason)
        else:
            self.line.setFocus()


def _words(pending: Sequence[Adjustment]) -> str:
    last = max(pending, key=lambda one: (one.changed_at, one.id))
    task = last.label if len(last.label) <= SHOWN else last.label[: SHOWN - 1] + "\u2026"
    more = f"等{len(pending)}处" if len(pending) > 1 else ""
    return f"印发后调整\uff1a{task} {last.title or WHOLE}{more}没有理由"
