"""At the head of the page: what is left to confirm, and the way on when nothing is."""

from collections.abc import Callable

from shuangda_desktop.gui.pages.split.short_label import ShortLabel
from shuangda_desktop.gui.widgets.parts import button

CONFIRMED = "全部已确认\uff0c还没有印发"
READING = "正在读入任务\u2026"


class Remains:
    """A line of words, the button that confirms all, the one that leads on; never two that say the same."""

    def __init__(self, accept_all: Callable[[], None], go_on: Callable[[], None]) -> None:
        self.left_over = ShortLabel()
        self.confirm_all = button("全部确认", accept_all, kind="main")
        self.onward = button("去输出", go_on, kind="main")
        self.parts = (self.left_over, self.confirm_all, self.onward)
        self.hide()

    def show_waiting(self, waiting: int, state: str, *, divided: bool, dividing: bool) -> None:
        """How many tasks wait; ``state`` says where the list stands when none does, "" for a draft."""
        self.left_over.show_words(f"还有 {waiting} 项待确认" if waiting else state or CONFIRMED)
        self.onward.setText("去输出" if state else "去印发")
        self.confirm_all.setText(f"全部确认\uff08{waiting} 项\uff09")
        says_all = dividing and bool(waiting)  # the button names the number by itself
        self.left_over.setVisible(divided and not says_all)
        self.confirm_all.setVisible(says_all)
        self.onward.setVisible(dividing and not waiting)

    def show_reading(self) -> None:
        """The tasks are still being read: nothing may be done with all of them."""
        self.hide()
        self.left_over.show_words(READING)
        self.left_over.show()

    def hide(self) -> None:
        """Say nothing."""
        for part in self.parts:
            part.hide()
