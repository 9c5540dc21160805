"""A repair that was clicked in the text: what it did, and the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from shuangda_desktop.gui.widgets.parts import button
from shuangda_desktop.text.mapped import Repair

RULES = {
    "glosses": "去掉注音",
    "invisible": "去掉看不见的字符",
    "script": "繁体转简体",
    "duplicates": "去掉重复的全文",
    "web_junk": "去掉网页上的文字",
    "mojibake": "还原错码",
}
_LONGEST = 24


class RepairBar(QFrame):
    """Takes its line under the text always, so that the text does not move when it speaks."""

    rejected = Signal(object)  # Repair

    def __init__(self) -> None:
        super().__init__()
        self._repair: Repair | None = None
        self.words = QLabel()
        self.words.setAccessibleName("这一处修复")
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.undo = button("撤回这处修复", self._reject, kind="link", tip="这里保留原样")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.undo)
        self.show_repair(None, 0)

    def show_repair(self, repair: Repair | None, count: int) -> None:
        """Show one repair, or how many there are."""
        self._repair = repair
        self.undo.setEnabled(repair is not None)
        self.words.setText(_told(repair) if repair else _counted(count))

    def _reject(self) -> None:
        if self._repair is not None:
            self.rejected.emit(self._repair)


def _told(repair: Repair) -> str:
    rule = RULES.get(repair.rule, "修复")
    if not repair.after.strip():
        return f"{rule}\uff1a\u201c{_short(repair.before)}\u201d"
    return f"{rule}\uff1a\u201c{_short(repair.before)}\u201d改为\u201c{_short(repair.after)}\u201d"


def _counted(count: int) -> str:
    return f"整理了 {count} 处\uff0c点一下文字就看那一处" if count else "没有需要整理的地方"


def _short(text: str) -> str:
    text = text.replace("\n", " ").strip()
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}\u2026"
