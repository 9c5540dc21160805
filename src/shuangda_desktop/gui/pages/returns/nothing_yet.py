"""What stands on the page 收发 while no task is asked about: what to do first."""

from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.gui.widgets.empty_place import EmptyPlace
from shuangda_desktop.services.rounds import asking
from shuangda_desktop.text.punctuation import widen

NO_TASKS = "来文分解成任务,印发以后,在这里下发填报表,月底再把报来的表读回来。"
DRAFTS = "{}项任务还是草稿。到“分解”的“版本”里印发以后,就可以在这里下发填报表。"


class NothingYet(EmptyPlace):
    """Without tasks it leads to dividing, with drafts to issuing them."""

    def __init__(self, context: Context) -> None:
        super().__init__("还没有可以收发的任务", widen(NO_TASKS), "去分解", self.lead_on)
        self._context = context
        self._plan_id = 0  # the first with drafts

    def refresh(self) -> None:
        """Say what is to be done first."""
        drafts = asking.draft_plans(self._context.store)
        self._plan_id = next(iter(drafts), 0)
        words = DRAFTS.format(sum(drafts.values())) if drafts else NO_TASKS
        self.say(widen(words), "去印发" if drafts else "去分解")

    def lead_on(self) -> None:
        """Go there."""
        if self._plan_id:
            self._context.open_page("split", view="versions", plan_id=self._plan_id)
        else:
            self._context.open_page("split")
