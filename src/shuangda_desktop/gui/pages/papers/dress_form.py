"""Head, number, recipients and imprint of a paper."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QVBoxLayout, QWidget

from shuangda_desktop.gui.widgets.deadline_edit import DeadlineEdit
from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import quiet
from shuangda_desktop.papers.model import Dress, Form

FORMS = {
    Form.PLAIN: "不加版头\uff08草稿、内部用\uff09",
    Form.RED: "红头文件",
    Form.LETTER: "信函格式",
}
NAMES = {
    "name": ("发文机关标志", "如 某某市人民政府办公室文件"),
    "document_number": ("发文字号", "如 示双打办〔2026〕3号"),
    "signer": ("签发人", "上行文才填"),
    "urgency": ("紧急程度", "特急、加急\uff0c一般不填"),
    "recipients": ("主送机关", "如 各成员单位"),
    "remark": ("附注", "如 此件公开发布"),
    "copies_to": ("抄送", "如 市委办公室\uff0c市人大常委会办公室"),
    "printed_by": ("印发机关", "信函不写"),
}
DAYS = {"issued_on": "成文日期", "printed_on": "印发日期"}


class DressForm(QWidget):
    """One field for each part that the clerk adds; ``changed`` when one of them is left."""

    changed = Signal(object)  # a Dress

    def __init__(self, today: date) -> None:
        super().__init__()
        self.form = QComboBox()
        self.form.setAccessibleName("版头")
        for form, words in FORMS.items():
            self.form.addItem(words, form)
        self.sealed = QCheckBox("加盖印章")
        self.lines = {key: Line(*words) for key, words in NAMES.items()}
        self.days = {key: DeadlineEdit(today.year, name) for key, name in DAYS.items()}
        for day in self.days.values():
            day.setPlaceholderText("如 3月6日")
        self._shown = Dress()
        self._lay_out()
        self.form.currentIndexChanged.connect(lambda _: self.commit())
        self.sealed.toggled.connect(lambda _: self.commit())
        fields: list[Line] = [*self.lines.values(), *self.days.values()]
        for field in fields:
            field.editingFinished.connect(self.commit)

    def show_dress(self, dress: Dress) -> None:
        """Show what is kept."""
        self._shown = dress
        with QSignalBlocker(self.form), QSignalBlocker(self.sealed):
            self.form.setCurrentIndex(list(FORMS).index(dress.form))
            self.sealed.setChecked(dress.sealed)
        for key, line in self.lines.items():
            line.setText(getattr(dress, key))
        for key, day in self.days.items():
            day.set_day(getattr(dress, key))

    def dress(self) -> Dress:
        """What the form says."""
        words = {key: line.text().strip() for key, line in self.lines.items()}
        days = {key: field.day() for key, field in self.days.items()}
        return Dress(
            form=Form(self.form.currentData()),
            sealed=self.sealed.isChecked(),
            issued_on=days["issued_on"],
            printed_on=days["printed_on"],
            **words,
        )

    def commit(self) -> None:
        """Hand over what was changed, if anything was and every day can be read."""
        if all(day.is_understood() for day in self.days.values()) and self.dress() != self._shown:
            self._shown = self.dress()
            self.changed.emit(self._shown)

    def _lay_out(self) -> None:
        rows = QFormLayout()
        rows.setVerticalSpacing(8)
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        rows.addRow("版头", self.form)
        for key in ("name", "document_number", "signer", "urgency", "recipients"):
            rows.addRow(NAMES[key][0], self.lines[key])
        rows.addRow(DAYS["issued_on"], self.days["issued_on"])
        rows.addRow("", self.sealed)
        for key in ("remark", "copies_to", "printed_by"):
            rows.addRow(NAMES[key][0], self.lines[key])
        rows.addRow(DAYS["printed_on"], self.days["printed_on"])
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 12, 8)
        column.addLayout(rows)
        column.addWidget(quiet("没有填的\uff0c文件里用黄底的〔请填写〕标出。"))
        column.addStretch()
