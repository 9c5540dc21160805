"""How far a plan is: which place is in sight, and at the head of the page what is left to do there."""

from PySide6.QtWidgets import QWidget

from shuangda_desktop.gui.models.division import Division
from shuangda_desktop.gui.pages.split.places import Places
from shuangda_desktop.gui.pages.split.reason_bar import ReasonBar
from shuangda_desktop.gui.pages.split.remains import Remains
from shuangda_desktop.gui.pages.split.views import SplitViews
from shuangda_desktop.gui.widgets.empty_place import EmptyPlace
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.settings import get


class Standing:
    """Turns the page to the views, or to the one action that comes before them."""

    def __init__(
        self, store: Store, views: SplitViews, stack: Places, remains: Remains, reasons: ReasonBar
    ) -> None:
        self._store, self._views, self._stack = store, views, stack
        self._remains, self._reasons = remains, reasons

    def land(self) -> None:
        """The keyboard walks the tasks, or stands on the one action that makes them."""
        place = self._stack.currentWidget()
        if isinstance(place, EmptyPlace):
            place.button.setFocus()
        else:
            self._views.land()

    def show_none(self) -> None:
        """No plan is there."""
        self._turn_to(self._stack.no_plan)

    def show_reading(self) -> None:
        """The tasks are still being read."""
        self._turn_to(self._stack.views)
        self._remains.show_reading()

    def show_division(self, division: Division, name: str) -> None:
        """Where a plan stands; ``name`` is said where it has no title."""
        self._turn_to(self._place(division, name))
        doors, divided = self._views.bench.doors, bool(division.rows)
        self._remains.show_waiting(
            sum("proposed" in doors.behind(row) for row in division.rows),
            self._views.state(self._store, division.plan_id),
            divided=divided,
            dividing=divided and self._views.switch.current() == "divide",
        )

    def _place(self, division: Division, name: str) -> QWidget:
        if division.rows:
            return self._stack.views
        if not get(self._store, "city"):
            return self._stack.no_city
        self._stack.say_undivided(division.plan.title or name, len(division.plan.measures))
        return self._stack.undivided

    def _turn_to(self, place: QWidget) -> None:
        if self._stack.turn_to(place):
            self.land()
        self._views.switch.setVisible(self._stack.divided)
        if not self._stack.divided:
            self._remains.hide()
            self._reasons.hide()
