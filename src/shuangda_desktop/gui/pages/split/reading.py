"""Reading a plan with its tasks in parts, so that the first of a long one are in sight at once."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from shuangda_desktop.gui.models.division import PART, Division, read_again, read_in_parts
from shuangda_desktop.gui.pieces import Pieces
from shuangda_desktop.store import plan_years
from shuangda_desktop.store.database import Store, Touched
from shuangda_desktop.tasks.rows import TaskRow


class DivisionReading(Pieces):
    """Reads in turns of the window; ``division`` is what is in hand, of the plan that is chosen or was before."""

    def __init__(self, parent: QObject, store: Store) -> None:
        super().__init__(parent)
        self._store = store
        self.division: Division | None = None
        self._cut_short = False  # what was begun and not finished when the page was left

    @property
    def rows(self) -> tuple[TaskRow, ...]:
        """The tasks in hand."""
        return self.division.rows if self.division else ()

    def read(self, plan_id: int, show: Callable[[Division], None]) -> bool:
        """Read a plan, a short one at once; whether nothing of it is in hand yet."""
        self.begin(read_in_parts(self._store, plan_id), show)
        if plan_years.size(self._store, plan_id) <= PART:
            self.finish()
            return False
        return self.division is None or self.division.plan_id != plan_id

    def renew(self, touched: Touched) -> Division | None:
        """Read again what a step changed; None, and nothing is renewed, where all has to be read."""
        known = None if self.running else self.division
        again = read_again(self._store, known, touched) if known and known.rows else None
        if again is None or not again.rows:
            return None
        self.division = again
        return again

    def forget(self) -> None:
        """No plan is chosen."""
        self.stop()
        self.division = None

    def pause(self) -> None:
        """Out of sight nothing is read: the window may be closing, and the store after it."""
        self._cut_short = self.running
        self.stop()

    def was_cut_short(self) -> bool:
        """Whether there was more to read when the page was left; asked once."""
        cut_short, self._cut_short = self._cut_short, False
        return cut_short
