"""What a unit is: level, kind, line of work, dates, members; kept by one button."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QVBoxLayout, QWidget

from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import button, quiet, scrolled
from shuangda_desktop.gui.widgets.unit_picker import PAUSE, UnitNames, UnitPicker
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Unit, UnitKind
from shuangda_desktop.units.sheet_rows import day_of
from shuangda_desktop.units.words import KIND_WORDS, LEVEL_WORDS

_MANY = (UnitKind.COLLECTIVE, UnitKind.GOVERNMENT, UnitKind.OFFICE)


class UnitForm(QWidget):
    """The fields of one unit that the list has no room for."""

    given = Signal(object)  # the Unit as it shall be
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._unit: Unit | None = None
        self._known = Directory(())
        self.level, self.kind = QComboBox(), QComboBox()
        for level in (Level.CITY, Level.COUNTY):
            self.level.addItem(LEVEL_WORDS[level], level)
        for kind, word in KIND_WORDS.items():
            self.kind.addItem(word, kind)
        self.level.setAccessibleName("级别")
        self.kind.setAccessibleName("类别")
        self.domain = Line("职责领域", "以顿号分开")
        self.since, self.until = Line("设立日期", "如 2019-03-31"), Line("撤销日期", "还在就空着")
        self.members = UnitPicker(UnitNames())
        self.members.setAccessibleName("成员单位")
        self.members.setPlaceholderText("合称展开成哪些单位")
        self.note = Line("说明", "")
        self.count = quiet("")
        self.keep = button("保存资料", self._give)
        self._lay_out()

    def show_unit(self, unit: Unit | None, known: Directory, names: UnitNames) -> None:
        """Show a unit, unless it is the one shown and something is being typed."""
        if unit == self._unit and known == self._known:
            return
        self._unit, self._known = unit, known
        self.members.set_names(names)
        self.setEnabled(unit is not None)
        if unit is None:
            return
        self.level.setCurrentIndex(max(self.level.findData(unit.level), 0))
        self.kind.setCurrentIndex(self.kind.findData(unit.kind))
        self.domain.setText(unit.domain)
        self.since.setText(unit.active_from.isoformat() if unit.active_from else "")
        self.until.setText(unit.active_until.isoformat() if unit.active_until else "")
        self.note.setText(unit.note)
        members = known.members(unit)
        self.members.setText(PAUSE.join(member.label for member in members))
        self.count.setText(f"展开为{len(members)}个单位" if members else "")
        self.members.setEnabled(unit.kind in _MANY)

    def unit(self) -> Unit | None:
        """The unit as the form says it; None where a day cannot be read or a member is unknown."""
        assert self._unit is not None
        days = [line.text().strip() for line in (self.since, self.until)]
        since, until = (day_of(day) for day in days)
        unread = [day for day, read in zip(days, (since, until), strict=True) if day and not read]
        labels = {u.label: u.id for u in self._known.units if u.level in (Level.CITY, Level.COUNTY)}
        unknown = [name for name in self.members.units() if name not in labels]
        if unread or unknown:
            what = (
                f"日期\u201c{unread[0]}\u201d认不出来"
                if unread
                else f"名录里没有\u201c{unknown[0]}\u201d"
            )
            self.refused.emit(f"{what}\uff0c没有保存\u3002")
            return None
        kind = UnitKind(self.kind.currentData())
        return replace(
            self._unit,
            level=Level(self.level.currentData()),
            kind=kind,
            domain=self.domain.text().strip(),
            active_from=since,
            active_until=until,
            note=self.note.text().strip(),
            members=self._members(labels) if kind in _MANY else (),
        )

    def _members(self, labels: dict[str, str]) -> tuple[str, ...]:
        """The ids of the members; where they are those that the group has anyway, it names none."""
        assert self._unit is not None
        wanted = tuple(labels[name] for name in self.members.units())
        known = tuple(member.id for member in self._known.members(self._unit))
        return self._unit.members if set(wanted) == set(known) else wanted

    def _give(self) -> None:
        unit = self.unit()
        if unit is not None:
            self.given.emit(unit)

    def _lay_out(self) -> None:
        holder = QWidget()
        form = QFormLayout(holder)
        form.setContentsMargins(0, 8, 4, 8)
        form.setVerticalSpacing(8)
        for word, field in (
            ("级别", self.level),
            ("类别", self.kind),
            ("职责", self.domain),
            ("设立", self.since),
            ("撤销", self.until),
            ("成员", self.members),
            ("", self.count),
            ("说明", self.note),
        ):
            form.addRow(word, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(holder), 1)
        column.addWidget(self.keep)
