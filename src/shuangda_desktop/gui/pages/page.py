"""What all places of the window have in common."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Protocol

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from shuangda_desktop.gui.jobs import Jobs
from shuangda_desktop.gui.keys import pressed_button
from shuangda_desktop.store.database import Store, Touched

PRINTED_THERE = "这一页不直接打印\u3002任务表\u3001台账到“输出”打印\uff0c公文到“文稿”打印\uff08都按Ctrl+P\uff09\u3002"


class Notify(Protocol):
    """How a page says what happened."""

    def __call__(self, text: str, undo: bool = True) -> None:
        """Show the sentence at the foot of the window; ``undo`` offers to take the action back."""


class OpenPage(Protocol):
    """How a page sends the clerk elsewhere."""

    def __call__(self, name: str, **where: int | str) -> None:
        """Go to the page of this name and hand it the place to show."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a page works with; made once by the window."""

    store: Store
    jobs: Jobs
    today: Callable[[], date]
    now: Callable[[], datetime]
    notify: Notify
    open_page: OpenPage


class Page(QWidget):
    """A place of the window. ``reads`` names the tables whose changes ask for a refresh.

    A slot lets ShuangdaError pass: gui.app tells it to the clerk.
    """

    name: ClassVar[str]  # ASCII, for --page and open_page
    title: ClassVar[str]  # the word in the rail
    icon: ClassVar[str]  # a file of resources/icons, without its suffix
    reads: ClassVar[frozenset[str]] = frozenset()
    menu: ClassVar[str] = ""  # of a page that is not in the rail: the menu it stands in
    key: ClassVar[str] = ""  # and its key there

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setObjectName(self.name)
        self.setAccessibleName(self.title)

    def refresh(self) -> None:
        """Query again and show; keep selection and scroll."""

    def refresh_touched(self, touched: Touched) -> None:
        """Show again after a step that touched these rows only, where a page can do with less."""
        self.refresh()

    def go(self, **where: int | str) -> None:
        """Show the place asked for by open_page (plan_id=3, task_id=7, unit="...")."""

    def has_work(self) -> bool:
        """Whether the window may begin here."""
        return True

    def land(self) -> None:
        """Put the keyboard where the work of this page begins."""
        self.setFocus()

    def take_back(self) -> bool:
        """Forget what was done last and is not kept yet; False where there is nothing of the kind."""
        return False

    def finish(self) -> None:
        """Keep what is on its way: the clerk undoes, does again or closes the window."""

    def stop(self) -> None:
        """Give up what runs beside the window: it closes."""

    def unkept(self) -> str:
        """What the clerk loses who closes the window now, in a sentence; "" where there is nothing."""
        return ""

    def pass_to(self, to: str) -> None:
        """Another page comes in sight."""

    def settle(self) -> None:
        """Begin at once what waits for a moment of rest; pictures of the page want it finished."""

    def search(self) -> None:
        """Put the cursor into the page's search box (Ctrl+F)."""
        self.context.notify("这一页没有可查找的内容。", undo=False)

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means on this page as a whole; whether it means anything."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A focused button first, then the page."""
        if pressed_button(event) or self.take_key(event):
            return
        if event.matches(QKeySequence.StandardKey.Print):
            self.context.notify(PRINTED_THERE, undo=False)
        else:
            super().keyPressEvent(event)
