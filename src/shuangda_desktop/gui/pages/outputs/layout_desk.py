"""The layouts of the document in hand: which one is used, and the panel that edits it."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox

from shuangda_desktop.gui.pages.outputs.layout_panel import LayoutPanel
from shuangda_desktop.gui.pages.outputs.parts import offer
from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.gui.widgets.actions import toggle
from shuangda_desktop.gui.widgets.parts import scrolled
from shuangda_desktop.services.outputs import layouts, sheets
from shuangda_desktop.services.outputs.documents import Document
from shuangda_desktop.services.outputs.gathering import Wanted
from shuangda_desktop.tasks.columns.layouts import Layout


class LayoutDesk:
    """Offers, keeps and removes layouts; ``changed`` is called when another one is to be seen."""

    def __init__(self, context: Context, changed: Callable[[], None]) -> None:
        self._context, self._changed = context, changed
        self._document: Document | None = None
        self._shown: tuple[str, Layout | None] | None = None
        self.box, self.panel = QComboBox(), LayoutPanel()
        self.box.setAccessibleName("版式")
        self.area = scrolled(self.panel)
        self.area.hide()
        self.edit = toggle("改版式", self._turn)
        self.edit.setChecked(False)
        self.box.activated.connect(lambda _: self._use())
        self.panel.changed.connect(changed)
        self.panel.save_asked.connect(self._save)
        self.panel.remove_asked.connect(self._remove)

    def edited(self) -> Layout | None:
        """The layout as it stands in the panel; None where none is being edited."""
        return self.panel.layout_shown() if self._edits() else None

    def show_document(self, document: Document, wanted: Wanted) -> None:
        """Offer the layouts of a document; what is being edited of it stays."""
        self._document = document
        for part in (self.box, self.edit):
            part.setVisible(document.has_layout)
        self.area.setVisible(self._edits())
        if not document.has_layout:
            return
        key, store = document.key, self._context.store
        used = layouts.layout_in_use(store, key)
        names = [(one.name, one.name) for one in layouts.layouts_of(store, key)]
        offer(self.box, [(layouts.USUAL, ""), *names], used.name if used else "")
        choices = sheets.columns_to_choose(store, key, wanted)
        if self._shown != (key, used) or not self._edits():
            own = used is not None and layouts.is_own(store, key, used.name)
            self.panel.show_layout(choices, used, own=own)
            self._shown = (key, used)

    def _edits(self) -> bool:
        document = self._document
        return self.edit.isChecked() and document is not None and document.has_layout

    def _turn(self) -> None:
        self.area.setVisible(self._edits())
        self._changed()

    def _key(self) -> str:
        return self._document.key if self._document else ""

    def _name(self) -> str:
        return str(self.box.currentData() or "")

    def _use(self) -> None:
        layouts.use_layout(self._context.store, self._key(), self._name(), self._context.now())

    def _save(self) -> None:
        layout, name = self.panel.layout_shown(), self._document.name if self._document else ""
        layouts.save_layout(self._context.store, self._key(), layout, self._context.now())
        self._context.notify(f"已保存版式“{layout.name}”\uff0c{name}以后照它写出。")

    def _remove(self) -> None:
        name = self._name()
        layouts.remove_layout(self._context.store, self._key(), name, self._context.now())
        self._context.notify(f"已删除版式“{name}”。")
