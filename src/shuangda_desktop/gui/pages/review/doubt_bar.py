"""The doubts in hand: what they say, and the keys that deal with them."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from shuangda_desktop.gui.models.doubts import READING, left
from shuangda_desktop.gui.pages.review.spot_choices import SpotChoices
from shuangda_desktop.gui.widgets.fitted import Fitted
from shuangda_desktop.gui.widgets.parts import button, quiet
from shuangda_desktop.plan.model import Finding, Severity

SIGNS = {Severity.ERROR: "\u25a0", Severity.DOUBT: "\u25b2", Severity.HINT: "\u25cb"}
WIDE = 1000  # below this the words get a line of their own
MOST = 4  # places of other spots that are told
PAUSE = "\u3001"
_GAP = 4
_EDGES = 12 + _GAP + 12 + 8  # left, between what is said, before the buttons, right
_DOWN = QBoxLayout.Direction.TopToBottom
_TOP, _RIGHT = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignRight
# row, column and how many of each: what is said, the words with the readings, the buttons
_WIDE_PLACES = ((0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 1, 1))
_NARROW_PLACES = ((0, 0, 1, 2), (1, 0, 1, 3), (0, 2, 1, 1))
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
    """Always there and of one height, so that nothing jumps: without doubts it says so.

    What has no room stands in the tool tip. The buttons name their keys.
    """

    turned = Signal(int)  # +1 next, -1 before
    fixed = Signal()
    accepted = Signal()
    all_accepted = Signal()  # every doubt of this kind
    finished = Signal()  # nothing is left: on to dividing

    def __init__(self) -> None:
        super().__init__()
        self.count, self.message, self.where = QLabel(), Fitted("疑点"), quiet("")
        self.count.setProperty("kind", "strong")
        self.count.setAccessibleName("待核对的数目")
        self.where.setWordWrap(False)
        self.where.setAccessibleName("疑点所在")
        self.choices = SpotChoices()
        self.before = button("上一处 F7", lambda: self.turned.emit(-1), key="F7")
        self.next = button(
            "下一处 F8", lambda: self.turned.emit(1), tip="先不管\uff0c看下一处", key="F8"
        )
        self.fix = button(
            "修改 F2", self.fixed.emit, tip="到要改的那一栏\uff1b一处有几个疑点\uff0c再按到下一栏"
        )
        self.alike = button(
            "", self.all_accepted.emit, kind="link", tip="这一类都按现在这样", key="Shift+Return"
        )
        self.accept = button("认可 Enter", self.accepted.emit, kind="main", tip=ACCEPT)
        self.divide = button("去分解 Ctrl+Enter", self.finished.emit, kind="main", tip=DIVIDE)
        self.divide.hide()  # with all buttons in sight the window would ask for too much room
        self._said, self._words, self._row = QWidget(), QWidget(), QWidget()
        self._spots = False
        self._lay_out()

    def show_doubts(self, hand: InHand, every: Sequence[Finding], reading: int = 0) -> None:
        """Show the doubts in hand, how many are left, and whether the plan is being read again."""
        self.count.setText(left(every, reading))
        note = READING if every and reading else ""  # below the count, so that nothing moves
        self.where.setText("\u3000".join(filter(None, (hand.where, note))))
        self.message.say("\n".join(_lines(hand)))
        self.choices.show_readings(hand.readings, hand.before, hand.spot, hand.alike)
        self._name_buttons(hand)
        self._allow(hand, every, reading)
        self.setProperty("kind", "doubt" if every else "card")
        self.style().polish(self)

    def keep_room(self, *, spots: bool) -> None:
        """Have room for the readings of spots, which a plan has or not, from the first to the last doubt."""
        self._spots = spots
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the narrow places let it be: the wide ones keep no window from becoming so."""
        parts = (self.count, self.where, self._row)
        least = sum(part.minimumSizeHint().width() for part in parts) + _EDGES
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow screen the words stand below the buttons."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Letters of another size need another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= WIDE
        places = _WIDE_PLACES if wide else _NARROW_PLACES
        if self._grid.getItemPosition(self._grid.indexOf(self._said)) != places[0]:
            for part, place in zip((self._said, self._words, self._row), places, strict=True):
                self._grid.addWidget(part, *place)
            self._labels.setDirection(_DOWN if wide else QBoxLayout.Direction.LeftToRight)
            if wide:
                self._grid.addWidget(self.alike, 1, 2, _RIGHT | _TOP)
            else:
                self._top.addWidget(self.alike, 0, _TOP)
        policy = self.alike.sizePolicy()
        policy.setRetainSizeWhenHidden(wide)  # below the buttons it has a place of its own
        self.alike.setSizePolicy(policy)
        self._words.setFixedHeight(self._height(wide=wide))

    def _height(self, *, wide: bool) -> int:
        """Of the words and the readings below them."""
        line, row = self.fontMetrics().lineSpacing(), self.before.sizeHint().height()
        if self._spots:
            return (2 if wide else 1) * line + _GAP + row
        return (3 if wide else 2) * line + _GAP

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
        self._grid.setContentsMargins(12, 6, 8, 6)  # see _EDGES
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._labels, row = QBoxLayout(_DOWN, self._said), QHBoxLayout(self._row)
        self._labels.setContentsMargins(0, 0, 0, 0)
        self._labels.setSpacing(_GAP)
        for label in (self.count, self.where):
            self._labels.addWidget(label)
        self._labels.addStretch()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for made in (self.before, self.next, self.fix, self.accept, self.divide):
            row.addWidget(made)
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        self._top = QHBoxLayout()
        self._top.setSpacing(12)
        self._top.addWidget(self.message, 1)
        column.addLayout(self._top, 1)
        column.addWidget(self.choices)
        self._arrange()


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
