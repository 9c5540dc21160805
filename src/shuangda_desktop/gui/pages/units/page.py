"""单位: the city's directory, what each unit gets, and the office's own settings."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from shuangda_desktop.gui import ask
from shuangda_desktop.gui.models.editing import EditableRows
from shuangda_desktop.gui.models.pinyin import matches
from shuangda_desktop.gui.models.unit_columns import (
    EDITABLE,
    edited,
    loads_of,
    tasks_of_unit,
    unit_columns,
    unit_look,
)
from shuangda_desktop.gui.models.unit_names import unit_names
from shuangda_desktop.gui.pages.page import Context, Page
from shuangda_desktop.gui.pages.units.detail import UnitDetail
from shuangda_desktop.gui.pages.units.directory_files import DirectoryFiles
from shuangda_desktop.gui.pages.units.directory_preview import DirectoryPreview
from shuangda_desktop.gui.pages.units.office_form import CityForm, OfficeForm
from shuangda_desktop.gui.pages.units.pairs_panel import PairsPanel
from shuangda_desktop.gui.pages.units.reforms_panel import ReformsPanel
from shuangda_desktop.gui.pages.units.tie_actions import TieActions
from shuangda_desktop.gui.widgets.actions import action, button_for
from shuangda_desktop.gui.widgets.filter_fields import SearchField
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.parts import quiet, scrolled, title
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.gui.widgets.unit_picker import UnitNames
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.city import directory, office
from shuangda_desktop.services.city.directory import UnitRow
from shuangda_desktop.store import plans, queries
from shuangda_desktop.store.settings import get
from shuangda_desktop.store.units import load_directory
from shuangda_desktop.tasks.periods import work_since
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Unit

DIVIDE = "接着到\u201c分解\u201d拟定任务\uff08Ctrl+4\uff09\u3002"


class UnitsPage(Page):
    """The directory is edited in place; beside it, what the chosen unit gets."""

    name = "units"
    title = "单位"
    icon = "building"
    menu = "数据"
    key = "Ctrl+9"  # Ctrl+U empties a line that is being typed in, on Linux
    reads = frozenset(
        {
            "unit",
            "alias",
            "group_member",
            "succession",
            "counterpart",
            "settings",
            "task",
            "assignment",
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._tasks: tuple[TaskRow, ...] = ()
        self._loads: dict[str, Mapping[Role, int]] = {}
        self.files = DirectoryFiles(self, context)
        self.model = EditableRows(
            unit_columns(self._loads),
            key=lambda row: row.unit.id,
            edit=self.change,
            editable=lambda _, key: key in EDITABLE,
            decorate=unit_look,
        )
        self.table = Sheet(self.model, "单位名录", sortable=True)
        self.search_field, self.count = SearchField("查找单位"), quiet("")
        self.detail, self.city, self.office = UnitDetail(), CityForm(), OfficeForm()
        self.pairs, self.reforms = PairsPanel(), ReformsPanel()
        self.preview, self.stack = DirectoryPreview(), QStackedWidget()
        self._known, self._names = Directory(()), UnitNames()
        self.add = action(self, "添加单位\u2026", self.add_unit, "Ctrl+N", "添加名录里没有的单位")
        self.remove = action(self, "删除单位", self.remove_unit, "Del", "从名录删除,任务不变")
        self.export = action(
            self, "导出名录\u2026", self.files.export, tip="写成Excel,改好可以再导入"
        )
        self.take_in = action(
            self, "导入名录\u2026", self.files.choose, tip="读改好的Excel,先列出变动"
        )
        self.tabs = QTabWidget()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Query again and show; selection and scroll stay."""
        store = self.context.store
        self._tasks = queries.task_rows(store, since=work_since(self.context.today()))
        self._known = load_directory(store)
        self._names = unit_names(self._known)
        for panel in (self.pairs, self.reforms):
            panel.show_directory(self._known, self._names)
        self._loads.clear()
        self._loads.update(loads_of(self._tasks))
        self.city.show_place(get(store, "province"), get(store, "city"))
        self.office.show_office(office.load_office(store))
        self.show_units()
        known = bool(get(store, "city"))
        for tab in (0, 2, 3):
            self.tabs.setTabEnabled(tab, known)
        if not known:
            self.tabs.setCurrentIndex(1)

    def land(self) -> None:
        """The keyboard walks the directory, or begins with the city."""
        (self.table if self.tabs.currentIndex() == 0 else self.city.province).setFocus()

    def go(self, **where: int | str) -> None:
        """Turn to a unit, or to what was said about counterparts."""
        if where.get("view") == "pairs":
            self.tabs.setCurrentWidget(self.pairs)
            self.pairs.show_settled()
        if "unit" in where:
            self.search_field.clear()
            self.show_units()
            wanted = [r.unit.id for r in self.model.rows if where["unit"] in _names(r)]
            self.table.choose(self.model.index_of(wanted[0] if wanted else ""))

    def search(self) -> None:
        """Ctrl+F."""
        self.search_field.begin()

    def show_units(self) -> None:
        """Show the units that match what is typed."""
        every = directory.directory_rows(self.context.store)
        typed = self.search_field.text()
        shown = [row for row in every if any(matches(typed, n) for n in _names(row))]
        self.model.set_rows(shown)
        self.count.setText(f"{len(every)} 个单位")
        self.table.choose_some()
        self.show_unit()

    def show_unit(self) -> None:
        """Show the chosen unit beside the directory."""
        row = self.table.current()
        name = row.unit.label if row else ""
        self.detail.show_unit(row, tasks_of_unit(self._tasks, name))
        self.detail.form.show_unit(row.unit if row else None, self._known, self._names)
        self.remove.setEnabled(row is not None)

    def set_up(self, province: str, city: str) -> None:
        """Propose the directory of a city."""
        directory.set_up_city(self.context.store, province, city, self.context.now())
        self.tabs.setCurrentIndex(0)
        self.land()
        onward = DIVIDE if plans.count_plans(self.context.store) else ""
        self.context.notify(f"已建立{city.strip()}的单位名录\u3002{onward}")

    def change(self, row: UnitRow, key: str, typed: str) -> None:
        """Keep what was typed into a cell."""
        if key == "order" and not typed.strip().isdecimal():
            self.context.notify("排序要写数字\uff0c没有改动\u3002", undo=False)
            return
        self.change_unit(edited(row.unit, key, typed.strip()))

    def change_unit(self, unit: Unit) -> None:
        """Keep a unit as it is given."""
        directory.change_unit(self.context.store, unit, self.context.now())
        self.context.notify(f"已修改\u201c{unit.name}\u201d\u3002")

    def add_unit(self) -> None:
        """Ask for a name and take the unit in at the end."""
        name = ask.line(self, "添加单位", "单位全称")
        if name and name.strip():
            unit = directory.new_unit(self.context.store, name.strip())
            directory.add_unit(self.context.store, unit, self.context.now())
            self.context.notify(f"已添加\u201c{unit.name}\u201d\u3002")
            self.go(unit=unit.name)

    def remove_unit(self) -> None:
        """Take the chosen unit out; undo brings it back."""
        row = self.table.current()
        if row is not None:
            directory.remove_unit(self.context.store, row.unit.id, self.context.now())
            self.context.notify(f"已删除\u201c{row.unit.name}\u201d\u3002")

    def add_alias(self, name: str, unit_id: str) -> None:
        """Note another name."""
        directory.add_alias(self.context.store, name, unit_id, self.context.now())
        self.context.notify(f"已添加别称\u201c{name.strip()}\u201d\u3002")

    def change_office(self, given: office.Office) -> None:
        """Keep the office's settings."""
        office.change_office(self.context.store, given, self.context.now())
        self.context.notify("已保存本办信息\u3002")

    def open_task(self, task_id: int, unit: str) -> None:
        """Go to the tasks of a unit."""
        if task_id:
            self.context.open_page("tasks", unit=unit, task_id=task_id)
        else:
            self.context.open_page("tasks", unit=unit)

    def _connect(self) -> None:
        self.search_field.searched.connect(self.show_units)
        self.table.selectionModel().selectionChanged.connect(self.show_unit)
        self.table.add_actions([self.add, self.remove])
        self.detail.alias_given.connect(self.add_alias)
        self.detail.task_asked.connect(self.open_task)
        self.detail.form.given.connect(self.change_unit)
        self.detail.form.refused.connect(lambda words: self.context.notify(words, undo=False))
        self.tie_actions = TieActions(self.pairs, self.reforms, self.context, self._names_of)
        self.preview.kept.connect(self.files.keep)
        self.preview.left.connect(self.files.leave)
        self.preview.missing_changed.connect(self.files.look_again)
        self.city.given.connect(self.set_up)
        self.office.given.connect(self.change_office)

    def _lay_out(self) -> None:
        self.tabs.addTab(self._directory(), "单位名录")
        self.tabs.addTab(self._settings(), "本市与本办")
        self.tabs.addTab(self.pairs, "对口关系")
        self.tabs.addTab(self.reforms, "机构沿革")
        head = QHBoxLayout()
        head.addWidget(title(self.title))
        head.addWidget(self.count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        self.stack.addWidget(self.tabs)
        self.stack.addWidget(self.preview)
        column.addWidget(self.stack, 1)

    def _names_of(self) -> Mapping[str, str]:
        """The ids of the city's units by their labels."""
        return {unit.label: unit.id for unit in self._known.units if unit.level in directory.LOCAL}

    def _directory(self) -> QWidget:
        left, across = QWidget(), QSplitter(Qt.Orientation.Horizontal)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(
            flow(
                self.search_field,
                *map(button_for, (self.add, self.remove, self.export, self.take_in)),
            )
        )
        column.addWidget(self.table, 1)
        column.addWidget(quiet("排序\u3001名称\u3001简称\u3001联系人\u3001电话按 F2 修改\u3002"))
        for part, wide in ((left, 1), (self.detail, 0)):
            across.addWidget(part)
            across.setStretchFactor(across.count() - 1, wide)
        across.setSizes([860, 320])
        across.setHandleWidth(16)
        across.setChildrenCollapsible(False)
        return across

    def _settings(self) -> QWidget:
        holder = QWidget()
        holder.setMaximumWidth(720)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.city)
        column.addWidget(self.office)
        column.addStretch()
        return scrolled(holder)


def _names(row: UnitRow) -> tuple[str, ...]:
    return (row.unit.name, row.unit.short_name, *row.aliases)
