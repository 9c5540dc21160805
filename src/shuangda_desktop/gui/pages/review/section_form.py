"""A heading to be put right: its words and its level."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QWidget

from shuangda_desktop.gui.widgets.fields import LineField
from shuangda_desktop.gui.widgets.parts import button
from shuangda_desktop.plan.model import Decision, DecisionKind, Section
from shuangda_desktop.text.punctuation import widen

LEVEL_WORDS = {
    1: "第一级\u3000一\u3001",
    2: widen("第二级\u3000(一)"),
    3: "第三级\u30001.",
    4: widen("第四级\u3000(1)"),
}


class SectionForm(QWidget):
    """``decided`` carries each change as a Decision."""

    decided = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._section: Section | None = None
        self.heading, self.level = LineField("小标题"), QComboBox()
        self.level.setAccessibleName("标题级别")
        for level, word in LEVEL_WORDS.items():
            self.level.addItem(word, level)
        self.up = button("升一级", lambda: self._move(-1), tip="小标题升一级", key="Ctrl+[")
        self.down = button("降一级", lambda: self._move(1), tip="小标题降一级", key="Ctrl+]")
        self.drop = button(
            "不是小标题", self._drop, tip="去掉这个小标题\uff0c下面的措施归到上一级", key="Ctrl+J"
        )
        form, actions = QFormLayout(self), QHBoxLayout()
        actions.setSpacing(8)
        for made in (self.up, self.down, self.drop):
            actions.addWidget(made)
        actions.addStretch()
        form.setContentsMargins(12, 8, 12, 8)
        form.setVerticalSpacing(8)
        form.addRow("小标题", self.heading)
        form.addRow("级别", self.level)
        form.addRow("", actions)
        self.heading.committed.connect(lambda _: self._decide())
        self.level.activated.connect(lambda _: self._decide())

    def show_section(self, section: Section) -> None:
        """Show a heading as it stands."""
        self._section = section
        self.heading.show_text(section.heading)
        self.level.setCurrentIndex(self.level.findData(section.level))
        self.up.setEnabled(section.level > 1)
        self.down.setEnabled(section.level < max(LEVEL_WORDS))

    def commit(self) -> None:
        """Hand over what is being typed."""
        self.heading.commit()

    def fix(self, field: str, words: str = "") -> None:
        """Put the keys where a heading is put right."""
        self.heading.setFocus()

    def _move(self, step: int) -> None:
        self.level.setCurrentIndex(self.level.currentIndex() + step)
        self._decide()

    def _drop(self) -> None:
        if self._section is not None:
            self.decided.emit(Decision(DecisionKind.DROP_HEADING, self._section.span.start))

    def _decide(self) -> None:
        if self._section is None:
            return
        value: dict[str, object] = {
            "level": self.level.currentData(),
            "heading": self.heading.text(),
        }
        self.decided.emit(Decision(DecisionKind.SET_HEADING, self._section.span.start, value))
