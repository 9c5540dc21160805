"""The doubts in hand: what they say, and the keys that deal with them."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from shuangda_desktop.gui.models.doubts import READING, left
from shuangda_desktop.gui.pages.review.spot_choices import SpotChoices
from shuangda_desktop.gui.widgets.parts import button, quiet
from shuangda_desktop.plan.model import Finding, Severity

SIGNS = {Severity.ERROR: "\u25a0", Severity.DOUBT: "\u25b2", Severity.HINT: "\u25cb"}
WIDE = 1000  # below this the words get a line of their own
MOST = 4  # places of other spots that are told
PAUSE = "\u3001"
_NAMED = re.compile("(\u201c[^\u201d]*\u201d)(.*)", re.DOTALL)  # what is doubted, and why
ACCEPT = "就按现在这样\uff08Enter\uff0c正在打字时 Ctrl+Enter\uff09"
DIVIDE = "分解成本市的任务"
KEEP = "这里保留原来的文字\uff08Enter\uff09"


@dataclass(frozen=True, slots=True)
class InHand:
    """What the bar shows: doubts dealt with together, where they are, readings to choose from.

    ``spot`` is where the doubtful spot begins; ``alike`` counts all doubts of this kind, where they can be
    dealt with at once, and ``others`` are the words in which the other spots stand.
    """

    doubts: tuple[Finding, ...] = ()
    where: str = ""
    readings: tuple[str, ...] = ()
    before: str = ""
    spot: int = -1
    alike: int = 0
    others: tuple[str, ...] = ()
    words: str = ""  # what there is to be said where nothing is in hand


class DoubtBar(QFrame):
    """Always there, so that nothing jumps: without doubts it says so. The buttons name their keys."""

    turned = Signal(int)  # +1 next, -1 before
    fixed = Signal()
    accepted = Signal()
    all_accepted = Signal()  # every doubt of this kind
    finished = Signal()  # nothing is left: on to dividing

    def __init__(self) -> None:
        super().__init__()
        self.count, self.message, self.where = QLabel(), QLabel(), quiet("")
        self.count.setProperty("kind", "strong")
        self.count.setAccessibleName("待核对的数目")
        self.where.setWordWrap(False)
        self.where.setAccessibleName("疑点所在")
        self.message.setAccessibleName("疑点")
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.choices = SpotChoices()
        self.before = button("上一处 F7", lambda: self.turned.emit(-1), key="F7")
        self.next = button(
            "下一处 F8", lambda: self.turned.emit(1), tip="先不管\uff0c看下一处", key="F8"
        )
        self.fix = button("修改 F2", self.fixed.emit, tip="到要改的那一栏")
        self.alike = button(
            "", self.all_accepted.emit, kind="link", tip="这一类都按现在这样", key="Shift+Return"
        )
        self.accept = button("认可 Enter", self.accepted.emit, kind="main", tip=ACCEPT)
        self.divide = button("去分解 Ctrl+Enter", self.finished.emit, kind="main", tip=DIVIDE)
        self._lay_out()

    def show_doubts(self, hand: InHand, every: Sequence[Finding], reading: int = 0) -> None:
        """Show the doubts in hand, how many are left, and whether the plan is being read again."""
        self.count.setText(left(every, reading))
        note = READING if every and reading else ""  # below the count, so that nothing moves
        self.where.setText("\u3000".join(filter(None, (hand.where, note))))
        words = "\n".join(_lines(hand))
        self.message.setText(words)
        self.message.setToolTip(words)
        for label in (self.message, self.where):
            label.setVisible(bool(label.text()))
        self.choices.show_readings(hand.readings, hand.before, hand.spot, hand.alike)
        self._name_buttons(hand)
        self._allow(hand, every, reading)
        self.setProperty("kind", "doubt" if every else "card")
        self.style().polish(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow screen the words stand below the buttons, whole."""
        super().resizeEvent(event)
        wide = event.size().width() >= WIDE
        place = (0, 1, 1, 1) if wide else (1, 0, 1, 3)
        if self._grid.getItemPosition(self._grid.indexOf(self.message)) != place:
            self._grid.addWidget(self.message, *place)

    def _name_buttons(self, hand: InHand) -> None:
        many = len(hand.doubts)
        accept = f"认可这 {many} 处 Enter" if many > 1 else "认可 Enter"
        self.accept.setText("保留原样 Enter" if hand.readings else accept)
        self.accept.setToolTip(KEEP if hand.readings else ACCEPT)
        self.fix.setText("改写 F2" if hand.readings else "修改 F2")
        every = "同样的 {} 处都保留" if hand.readings else "同类 {} 处都认可"
        self.alike.setText(f"{every.format(hand.alike)} Shift+Enter")

    def _allow(self, hand: InHand, every: Sequence[Finding], reading: int) -> None:
        for made in (self.before, self.next):
            made.setEnabled(bool(every))
        for made in (self.accept, self.fix):
            made.setEnabled(bool(hand.doubts))
            made.setVisible(bool(every))
        self.alike.setVisible(hand.alike > len(hand.doubts))
        self.divide.setVisible(not every and not reading)

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 6, 8, 6)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        said, row, buttons = QVBoxLayout(), QHBoxLayout(), QVBoxLayout()
        said.setSpacing(0)
        for label in (self.count, self.where):
            said.addWidget(label)
        row.setSpacing(8)
        for made in (self.before, self.next, self.fix, self.accept, self.divide):
            row.addWidget(made)
        buttons.setSpacing(2)
        buttons.addLayout(row)
        buttons.addWidget(self.alike, 0, Qt.AlignmentFlag.AlignRight)
        self._grid.addLayout(said, 0, 0)
        self._grid.addWidget(self.message, 0, 1)
        self._grid.addLayout(buttons, 0, 2)
        self._grid.addWidget(self.choices, 2, 0, 1, 3)


def _lines(hand: InHand) -> list[str]:
    """What is doubtful, each kind in one line, and where the same is asked again."""
    kinds = defaultdict[tuple[Severity, str], list[str]](list)
    for doubt in hand.doubts:
        named = _NAMED.match(doubt.message)
        name, words = named.groups() if named else ("", doubt.message)
        kinds[doubt.severity, words].append(name)
    lines = [hand.words] if hand.words else []
    lines += [f"{SIGNS[grave]} {PAUSE.join(n)}{words}" for (grave, words), n in kinds.items()]
    if hand.others:
        told = PAUSE.join(f"\u201c{words}\u201d" for words in hand.others[:MOST])
        more = "等" if len(hand.others) > MOST else ""
        lines.append(f"\u3000 同样的还有 {hand.alike - 1} 处\uff1a{told}{more}")
    return lines
