"""The menu bar: every action of the window with its key."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from shuangda_desktop import paths
from shuangda_desktop.gui import appearance, theme
from shuangda_desktop.gui.opening import open_path
from shuangda_desktop.gui.pages.page import Page
from shuangda_desktop.services.words import quoted

if TYPE_CHECKING:
    from shuangda_desktop.gui.main_window import MainWindow


class Menus:
    """Fills the menu bar of a window and keeps the words of undo and redo."""

    def __init__(
        self, window: "MainWindow", places: Sequence[type[Page]], more: Sequence[type[Page]]
    ) -> None:
        self._window = window
        self._look = appearance.load(window.settings)
        self.actions: list[QAction] = []
        bar = window.menuBar()
        self._fill_file(bar.addMenu("文件"))
        self._fill_edit(bar.addMenu("编辑"))
        self._fill_data(bar.addMenu("数据"), [page for page in more if page.menu == "数据"])
        self._fill_view(bar.addMenu("视图"), places)
        self._fill_help(bar.addMenu("帮助"), [page for page in more if page.menu == "帮助"])
        self.show_history()

    def show_history(self) -> None:
        """Name the action that undo and redo would touch."""
        for action, word, label in (
            (self.undo, "撤销", self._window.store.undo_label),
            (self.redo, "重做", self._window.store.redo_label),
        ):
            action.setText(f"{word}{quoted(label)}" if label else word)
            action.setEnabled(label is not None)

    def _fill_file(self, menu: QMenu) -> None:
        plans = self._window.open_page
        self._add(menu, "导入文件\u2026", lambda: plans("plans", do="open"), "Ctrl+O")
        self._add(menu, "粘贴文字\u2026", lambda: plans("plans", do="paste"), "Ctrl+Shift+V")
        self._add(menu, "试用样例", lambda: plans("plans", do="sample"))
        menu.addSeparator()
        self._add(menu, "退出", self._window.close, "Ctrl+Q")

    def _fill_edit(self, menu: QMenu) -> None:
        self.undo = self._add(menu, "撤销", self._window.undo, QKeySequence.StandardKey.Undo)
        self.redo = self._add(menu, "重做", self._window.redo, "Ctrl+Y")
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        menu.addSeparator()
        self._add(menu, "全部查找", lambda: self._window.finder.open(), "Ctrl+K")
        self._add(menu, "在本页查找", lambda: self._window.page.search(), "Ctrl+F")

    def _fill_data(self, menu: QMenu, pages: Sequence[type[Page]]) -> None:
        self._add_pages(menu, pages)
        menu.addSeparator()
        folder = paths.data_folder()
        self._add(menu, "打开数据文件夹", lambda: open_path(self._window, folder))

    def _fill_help(self, menu: QMenu, pages: Sequence[type[Page]]) -> None:
        self._add(menu, "本页说明", self._window.toggle_help, "F1")
        self._add_pages(menu, pages)

    def _add_pages(self, menu: QMenu, pages: Sequence[type[Page]]) -> None:
        for page in pages:
            self._add(menu, page.title, partial(self._window.open_page, page.name), page.key)

    def _fill_view(self, menu: QMenu, places: Sequence[type[Page]]) -> None:
        for number, page in enumerate(places, 1):
            open_it = partial(self._window.open_page, page.name)
            self._add(menu, page.title, open_it, f"Ctrl+{number}")
        menu.addSeparator()
        self._choices(menu.addMenu("字号"), "points", [(f"{s:g} 磅", s) for s in theme.SIZES])
        self._choices(menu.addMenu("行距"), "row", theme.ROWS)
        dark = self._add(menu, "深色", lambda: self._change("dark", dark.isChecked()))
        dark.setCheckable(True)
        dark.setChecked(self._look.dark)

    def _choices(self, menu: QMenu, field: str, choices: Sequence[tuple[str, float]]) -> None:
        group = QActionGroup(menu)
        for word, value in choices:
            action = self._add(menu, word, partial(self._change, field, value))
            action.setCheckable(True)
            action.setChecked(getattr(self._look, field) == value)
            group.addAction(action)

    def _change(self, field: str, value: float) -> None:
        self._look = appearance.change(self._window.settings, field, value)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, self._look)

    def _add(
        self,
        menu: QMenu,
        text: str,
        action: Callable[[], object],
        key: str | QKeySequence.StandardKey = "",
    ) -> QAction:
        made = menu.addAction(text)
        made.setShortcut(key)
        made.triggered.connect(lambda: action())
        self.actions.append(made)
        return made
