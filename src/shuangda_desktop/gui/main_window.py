"""The window: places on the left, the open page, the line at the foot."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QEvent, QSettings, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from shuangda_desktop.gui import ask
from shuangda_desktop.gui.ask import APPLICATION
from shuangda_desktop.gui.jobs import Jobs
from shuangda_desktop.gui.keys import end_composing, leave, pressed_button
from shuangda_desktop.gui.menus import Menus
from shuangda_desktop.gui.pages.page import Context, Page
from shuangda_desktop.gui.theme import undressed
from shuangda_desktop.gui.widgets.finder import Finder
from shuangda_desktop.gui.widgets.help_panel import HelpPanel
from shuangda_desktop.gui.widgets.notice import NoticeLine
from shuangda_desktop.gui.widgets.rail import Rail
from shuangda_desktop.services.words import quoted
from shuangda_desktop.store.database import Store

USUAL = QSize(1280, 720)
LOST, GIVE_UP = "现在关闭\uff0c这些就没有了\u3002", "不要了\uff0c关闭"
INBOX = "plans"  # the page that takes files which are dropped elsewhere


class MainWindow(QMainWindow):
    """Opens pages and refreshes them when the store says that their tables changed.

    ``places`` stand in the rail, ``more`` only in menus. A page out of sight is refreshed when it is
    opened next, so that an action costs one query and not six. On another day than yesterday's all are:
    what was due is late.
    """

    changed = Signal(object)  # names of tables

    def __init__(
        self,
        store: Store,
        jobs: Jobs,
        settings: QSettings,
        places: Sequence[type[Page]],
        more: Sequence[type[Page]],
        *,
        today: Callable[[], date],
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self.store, self.settings, self._now = store, settings, now
        self._today, self._day = today, today()
        self.setWindowTitle(APPLICATION)
        context = Context(store, jobs, today, now, self.notify, self.open_page)
        self._places = {page.name for page in places}
        self._asks = True  # before it closes
        self.setAcceptDrops(True)
        with undressed():
            self.rail, self.stack, self.notice = Rail(), QStackedWidget(), NoticeLine()
            self.help = HelpPanel(self.stack)
            self.pages: dict[str, Page] = {made.name: made(context) for made in (*places, *more)}
            for number, page in enumerate(places, 1):
                self.rail.add(page.name, page.title, page.icon, f"Ctrl+{number}")
            for made in self.pages.values():
                self.stack.addWidget(made)
            self._lay_out()
            self.finder = Finder(self.stack, store, self.open_page, self._commands)
            self.menus = Menus(self, places, more)
        self._stale = set(self.pages)
        self._connect()
        self.open_page(next(p.name for p in places if self.pages[p.name].has_work()))

    @property
    def page(self) -> Page:
        """The page in sight."""
        return next(p for p in self.pages.values() if p is self.stack.currentWidget())

    def open_page(self, name: str, **where: int | str) -> None:
        """Go to a page and hand it the place to show."""
        self.page.pass_to(name)
        page = self.pages[name]
        self.stack.setCurrentWidget(page)
        self.rail.mark(name)
        self._show_help(not self.help.isHidden())
        self._follow_the_day()
        self._refresh_if_stale(page)
        if where:
            page.go(**where)
        page.land()

    def fit(self, room: QSize) -> None:
        """Take the whole of a screen that has no room for the window."""
        if self.width() > room.width() or self.height() > room.height():
            self.resize(self.size().boundedTo(room))
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def notify(self, text: str, undo: bool = True) -> None:
        """Say at the foot what happened."""
        self.notice.say(text, undo and self.store.undo_label is not None)

    def toggle_help(self) -> None:
        """F1: say what the page in sight is for, or be silent again."""
        self._show_help(self.help.isHidden())
        if self.help.isHidden():
            self.page.land()
        else:
            self.help.area.setFocus()

    def undo(self) -> None:
        """Take the last action back."""
        if self.page.take_back():
            self.notify("已撤销\u3002", undo=False)
        else:
            self._finish()
            self._tell_history("已撤销", self.store.undo(self._now()))

    def redo(self) -> None:
        """Do again what was taken back."""
        self._finish()
        self._tell_history("已重做", self.store.redo(self._now()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a place of the rail, or 撤销 at the foot."""
        if not pressed_button(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Who comes back to a window that was left open over night sees how things stand today."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._follow_the_day()
            self._refresh_if_stale(self.page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The search stays in the middle."""
        super().resizeEvent(event)
        self.finder.place()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files over every place that does not take them itself: a plan has come in."""
        if event.mimeData().hasUrls() and self.page.name in self._places:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files to 来文, in sight."""
        self.open_page(INBOX)
        self.page.dropEvent(event)

    def close_now(self) -> None:
        """Close without a question: what is open must not be written to any more."""
        self._asks = False
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let a field that is being typed in keep its text, and remember the window's place."""
        end_composing()
        if self._asks and not self._may_close():
            event.ignore()
            return
        leave(self.focusWidget())
        self._finish()
        for page in self.pages.values():
            page.stop()
        self.settings.setValue("geometry", self.saveGeometry())
        super().closeEvent(event)

    def _may_close(self) -> bool:
        """Whether nothing is half done, or the clerk gives it up."""
        words = [told for page in self.pages.values() if (told := page.unkept())]
        told = "\n".join([*words, LOST])
        return not words or ask.may_lose(self, told, GIVE_UP)

    def _finish(self) -> None:
        """Keep what is on its way on any page: it was done before what comes now."""
        for page in self.pages.values():
            page.finish()

    def _commands(self) -> list[QAction]:
        """What the menus offer."""
        return [action for action in self.menus.actions if action.isEnabled()]

    def _show_help(self, shown: bool) -> None:
        self.help.show_page(self.page.name, self.page.title)
        self.help.setVisible(shown)
        self.help.place()

    def _tell_history(self, done: str, label: str | None) -> None:
        if label is not None:
            self.notify(f"{done}{quoted(label)}\u3002", undo=False)
        self.menus.show_history()

    def _note_change(self, tables: frozenset[str]) -> None:
        shown = self.page
        is_current = shown.name not in self._stale
        self._stale |= {name for name, page in self.pages.items() if page.reads & tables}
        if is_current and shown.name in self._stale:
            self._stale.discard(shown.name)
            shown.refresh_touched(self.store.touched)
        self.menus.show_history()

    def _follow_the_day(self) -> None:
        if self._day != self._today():
            self._day, self._stale = self._today(), set(self.pages)

    def _refresh_if_stale(self, page: Page) -> None:
        if page.name in self._stale:
            self._stale.discard(page.name)
            page.refresh()

    def _connect(self) -> None:
        self.rail.chosen.connect(self.open_page)
        self.help.left.connect(self.toggle_help)
        self.notice.undo_asked.connect(self.undo)
        self.changed.connect(self._note_change)
        self.store.listeners.append(self.changed.emit)

    def _lay_out(self) -> None:
        body = QWidget()
        column, row = QVBoxLayout(body), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        column.addLayout(row, 1)
        column.addWidget(self.notice)
        self.setCentralWidget(body)
        geometry = self.settings.value("geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(USUAL)
