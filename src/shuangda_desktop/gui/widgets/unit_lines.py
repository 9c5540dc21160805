"""Units one below the other, each with its role: keys change the role, a line takes more in."""

from collections.abc import Mapping
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.models.split_columns import ROLE_WORDS
from shuangda_desktop.gui.widgets.actions import action
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.parts import button
from shuangda_desktop.gui.widgets.sheet import Maker, Sheet
from shuangda_desktop.gui.widgets.unit_picker import UnitNames, UnitPicker
from shuangda_desktop.plan.model import Role

Part = TypeVar("Part")
KEYS_WORDS = "\u3001".join(f"{number} {word}" for number, word in enumerate(ROLE_WORDS.values(), 1))


class RoleBox(QComboBox):
    """Which part a unit takes."""

    def __init__(self, name: str = "分工") -> None:
        super().__init__()
        self.setAccessibleName(name)
        for role, word in ROLE_WORDS.items():
            self.addItem(word, role)

    def role(self) -> Role:
        """The part that is chosen."""
        return Role(self.currentData())


class UnitLines(QWidget, Generic[Part]):
    """What is done with the lines is said by those who know what a line is."""

    def __init__(
        self,
        model: RowTable[Part],
        name: str,
        makers: Mapping[str, Maker] | None = None,
        *,
        whole: int = 0,  # as for a Sheet
    ) -> None:
        super().__init__()
        self.model = model
        self.table = Sheet(model, name, stretch=0, makers=makers, whole=whole)
        self.table.horizontalHeader().hide()  # who, in which role: seen without it
        self.table.setToolTip(f"按数字键改分工\uff1a{KEYS_WORDS}\uff1bDel 移除")
        self.picker, self.role = UnitPicker(UnitNames()), RoleBox()
        self.picker.fit_example()
        self.add = button("加入", self.take_typed, tip="把填写的单位加入\uff08Enter\uff09")
        self.picker.returnPressed.connect(self.take_typed)
        roles = enumerate(ROLE_WORDS.items(), 1)
        self.table.add_actions(
            [
                action(self, "移除", self._drop, "Del"),
                *(action(self, f"改为{w}", partial(self._move, r), f"{n}") for n, (r, w) in roles),
            ]
        )

    def give(self, names: list[str], role: Role) -> None:
        """Take these units in."""
        raise NotImplementedError

    def drop(self, part: Part) -> None:
        """Take one line out."""
        raise NotImplementedError

    def set_role(self, part: Part, role: Role) -> None:
        """Give one line another role."""
        raise NotImplementedError

    def take_typed(self) -> None:
        """Take in what stands in the line below."""
        names = self.picker.units()
        if names:
            self.picker.clear()
            self.give(names, self.role.role())

    def lay_out(self, *between: QWidget) -> None:
        """Lines, what is said about them, and the line to add one."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        for part in between:
            column.addWidget(part)
        column.addWidget(flow(self.picker, self.role, self.add, gap=4))

    def _drop(self) -> None:
        part = self.table.current()
        if part is not None:
            self.drop(part)

    def _move(self, role: Role) -> None:
        part = self.table.current()
        if part is not None:
            self.set_role(part, role)
