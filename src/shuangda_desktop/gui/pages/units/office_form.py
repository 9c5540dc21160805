"""Forms for the city and the office."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import button, card, quiet, strong
from shuangda_desktop.services.city.office import LONGEST, Office
from shuangda_desktop.text.punctuation import widen

CITY_WORDS = "写全称。程序按省、市名称拟出本市的单位名录,来文里的省级单位由此对应到本市单位,名录随后可以逐个修改。"
AGAIN_WORDS = "换一个市会重新拟定名录,原来的修改不再保留;可以撤销。"


class CityForm(QWidget):
    """Province and city, by their full names."""

    given = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.province, self.city = Line("省", "如 示例省"), Line("市", "如 示例市")
        self.button = button("建立单位名录", self._give, kind="main")
        self.words = quiet(widen(CITY_WORDS))
        self.province.returnPressed.connect(self.city.setFocus)
        self.city.returnPressed.connect(self._give)
        frame, column = card()
        form = _form(("省", self.province), ("市", self.city))
        for part in (strong("本市"), self.words):
            column.addWidget(part)
        column.addLayout(form)
        column.addLayout(_right(self.button))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_place(self, province: str, city: str) -> None:
        """Show what is set, without taking away what is being typed."""
        for field, text in ((self.province, province), (self.city, city)):
            if not field.isModified() and not field.hasFocus():
                field.setText(text)
        if city:
            self.words.setText(widen(AGAIN_WORDS))
            self.button.setText("重新建立名录")
            self.button.setProperty("kind", "")
            self.button.style().polish(self.button)

    def _give(self) -> None:
        self.given.emit(self.province.text(), self.city.text())
        for field in (self.province, self.city):
            field.setModified(False)


class OfficeForm(QWidget):
    """The office's names, its document prefix and the days that are near."""

    given = Signal(object)  # an Office

    def __init__(self) -> None:
        super().__init__()
        self.name = Line("办公室全称", "如 示例市打击侵权假冒工作领导小组办公室")
        self.short_name = Line("办公室简称", "如 市双打办")
        self.prefix = Line("发文字号代字", "如 示双打办")
        self.days = QSpinBox()
        self.days.setRange(1, LONGEST)
        self.days.setSuffix(" 天")
        self.days.setAccessibleName("临期天数")
        self.days.setMinimumHeight(self.name.sizeHint().height())
        self.button = button("保存", self._give, tip="保存本办信息")
        frame, column = card()
        column.addWidget(strong("本办"))
        column.addLayout(
            _form(
                ("全称", self.name),
                ("简称", self.short_name),
                ("发文代字", self.prefix),
                ("临期提前", self.days),
            )
        )
        column.addLayout(_right(self.button))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_office(self, office: Office) -> None:
        """Show the settings of now, without taking away what is being typed."""
        if any(f.hasFocus() and f.isModified() for f in (self.name, self.short_name, self.prefix)):
            return
        self.name.setText(office.name)
        self.short_name.setText(office.short_name)
        self.prefix.setText(office.document_prefix)
        self.days.setValue(office.due_soon_days)

    def office(self) -> Office:
        """What the form says."""
        return Office(
            self.name.text().strip(),
            self.short_name.text().strip(),
            self.prefix.text().strip(),
            self.days.value(),
        )

    def _give(self) -> None:
        self.given.emit(self.office())


def _form(*rows: tuple[str, QWidget]) -> QFormLayout:
    form = QFormLayout()
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(8)
    for word, field in rows:
        form.addRow(word, field)
    return form


def _right(part: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addStretch()
    line.addWidget(part)
    return line
