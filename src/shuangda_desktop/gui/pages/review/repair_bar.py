"""A repair that was clicked in the text: what it did, and the way back; or all of them by kind."""

from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from shuangda_desktop.gui.widgets.parts import button
from shuangda_desktop.gui.widgets.two_lines import TwoLines
from shuangda_desktop.services.reading.table_rows import stops
from shuangda_desktop.text.mapped import Repair

RULES = {
    "glosses": "去掉注音",
    "invisible": "去掉看不见的字符",
    "script": "繁体转简体",
    "duplicates": "去掉重复的全文",
    "web_junk": "去掉网页上的文字",
    "mojibake": "还原错码",
    "blanks": "去掉多余的空格",
    "marks": "去掉重复的标点",
    "points": "点号改为句号",
    "contents": "去掉目录",
    "columns": "分开表格里的列",
    "rows": "接上表格里断开的行",
    "specks": "改正认错的标点",
    "letters": "改正认错的数字和序号",
    "dates": "补上年月日",
    "taiwan": "换回大陆用语",
    "document_number": "补上文号的括号",
    "misread": "改正认错的字",
    "particle": "改正\u201c着\u201d",
    "markup": "去掉网页代码",
    "page_marks": "去掉页码",
    "radicals": "换回部首的字",
    "reflow": "接上断行",
    "taught": "按教过的规则",
}
ROW = "空格隔开的一行分成几格\uff0c撤回和重新修复都是整行一起"
OTHER, GONE = "修复", "去掉"
BACK, NEXT = "撤回这处修复\uff0c这里保留原样", "下一处修复\uff1b繁体转简体的不逐处看"
# every other character of some documents: counted, not walked
COUNTLESS = ("script", "markup", "radicals")
_LONGEST = 24


class RepairBar(QFrame):
    """Takes its line under the text always, so that the text does not move when it speaks."""

    rejected = Signal(object)  # Repair
    restored = Signal(object)  # Repair that was taken back
    chosen = Signal(object)  # Repair

    def __init__(self) -> None:
        super().__init__()
        self._repair: Repair | None = None
        self._walked: tuple[Repair, ...] = ()
        self.words = TwoLines("这一处修复")
        self._left = False  # the one in hand was taken back
        self.undo = button("撤回", self._reject, kind="link", tip=BACK, key="Shift+F2")
        self.next = button("下一处", self._turn, kind="link", tip=NEXT, key="Shift+F8")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.words, 1)
        for made in (self.undo, self.next):
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        self.show_repair(None, ())

    def in_hand(self) -> Repair | None:
        """The repair that is shown."""
        return self._repair

    def show_repair(
        self,
        repair: Repair | None,
        every: Sequence[Repair],
        left: Sequence[Repair] = (),
        raw: str = "",
    ) -> None:
        """Show one repair, or how many there are of each kind.

        ``left`` are those taken back, ``raw`` the text as it came.
        """
        self._repair, self._left = repair, repair is not None and repair in left
        self.undo.setText("重新修复" if self._left else "撤回")
        walked = (one for one in (*every, *left) if one.rule not in COUNTLESS)
        self._walked = tuple(stops(raw, walked))
        self.undo.setEnabled(repair is not None)
        self.next.setEnabled(bool(self._walked))
        words = told(repair) if repair else counted(every, left)
        self.words.say(f"保留了原样\u3002{words}" if self._left else words)

    def _reject(self) -> None:
        if self._repair is not None:
            (self.restored if self._left else self.rejected).emit(self._repair)

    def _turn(self) -> None:
        """Choose the repair after the one in hand, round and round."""
        here = self._repair.span if self._repair else None
        later = (one for one in self._walked if here is None or one.span > here)
        self.chosen.emit(next(later, self._walked[0]))


def told(repair: Repair) -> str:
    """One repair in words."""
    rule = RULES.get(repair.rule, OTHER)
    if repair.rule == "columns" and not repair.before.strip():
        return f"{rule}\uff1a{ROW}"
    if not repair.after.strip():
        rule += GONE if repair.rule == "taught" else ""
        return f"{rule}\uff1a\u201c{_short(repair.before)}\u201d"
    return f"{rule}\uff1a\u201c{_short(repair.before)}\u201d改为\u201c{_short(repair.after)}\u201d"


def counted(repairs: Sequence[Repair], left: Sequence[Repair] = ()) -> str:
    """All repairs by kind, the rare ones first: those are the ones to look at."""
    back = f"撤回了 {len(left)} 处\u3002" if left else ""
    if not repairs:
        return back or "没有需要整理的地方"
    kinds = Counter[str]()
    for rule, number in Counter(map(attrgetter("rule"), repairs)).items():
        kinds[RULES.get(rule, OTHER)] += number
    each = "\u3001".join(f"{kind} {number} 处" for kind, number in reversed(kinds.most_common()))
    return f"整理了\uff1a{each}\u3002{back}点一下文字就看那一处\u3002"


def _short(text: str) -> str:
    text = text.replace("\n", " ").strip()
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}\u2026"
