"""What the panels of counterparts and reforms ask for, done by services."""

from collections.abc import Callable, Mapping, Sequence

from shuangda_desktop.gui.models.tie_rows import PairRow, ReformRow
from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.gui.pages.units.pairs_panel import PairsPanel
from shuangda_desktop.gui.pages.units.reforms_panel import ReformsPanel
from shuangda_desktop.services.city import reforms
from shuangda_desktop.services.dividing import deciding
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.units.sheet_rows import day_of
from shuangda_desktop.units.words import NOBODY

Ids = Callable[[], Mapping[str, str]]


class TieActions:
    """The panels' signals reach the services; ``ids`` gives the city's units by their labels.

    The page keeps it: a signal alone does not keep its receiver alive.
    """

    def __init__(self, pairs: PairsPanel, panel: ReformsPanel, context: Context, ids: Ids) -> None:
        self._panel, self._context, self._ids = panel, context, ids
        pairs.decided.connect(self.decide)
        pairs.forgotten.connect(self.forget)
        panel.given.connect(self.add)
        panel.moved.connect(self.move)
        panel.removed.connect(self.remove)

    def decide(self, row: PairRow, names: Sequence[str]) -> None:
        """Say who does the work of a unit above."""
        wanted = [name for name in names if name != NOBODY]
        ids = self._known(wanted)
        if ids is not None:
            store, now = self._context.store, self._context.now()
            followed = deciding.decide_counterparts(store, row.higher, ids, now, row.condition)
            who = "、".join(wanted) or NOBODY
            more = f",{followed}项还没有确认的任务已照此调整" if followed else ""
            self._say(f"已确定“{row.name}”在本市:{who}{more}。")

    def forget(self, row: PairRow) -> None:
        """Let the program's own proposal count again."""
        store, now = self._context.store, self._context.now()
        followed = deciding.forget_counterparts(store, row.higher, row.condition, now)
        more = f",{followed}项还没有确认的任务已照此调整" if followed else ""
        self._say(f"已取消“{row.name}”确定的对口单位,仍按程序拟定{more}。")

    def add(self, old: str, heirs: Sequence[str], day: str, note: str) -> None:
        """Note a reform."""
        ids = self._known([old, *heirs])
        on = day_of(day)
        if on is None:
            self._refuse(f"生效日期“{day}”认不出来,没有登记。可以写成2024-06-01。")
        elif ids is not None:
            store, now = self._context.store, self._context.now()
            reforms.add_reform(store, ids[0], ids[1:], on, note, now)
            self._panel.forget_typed()
            self._say(f"已登记“{old}”的改革。")

    def move(self, row: ReformRow, typed: str) -> None:
        """Let a reform take effect on another day."""
        day = day_of(typed)
        if day is None:
            self._refuse(f"生效日期“{typed}”认不出来,没有改动。可以写成2024-06-01。")
        else:
            reforms.move_reform(self._context.store, row.reform, day, self._context.now())
            self._say(f"已修改“{row.old}”改革的日期。")

    def remove(self, row: ReformRow) -> None:
        """Take a reform out."""
        reforms.remove_reform(self._context.store, row.reform, self._context.now())
        self._say(f"已删除“{row.old}”的改革。")

    def _known(self, names: Sequence[str]) -> list[str] | None:
        """The ids of the city's units of these names; None, said aloud, where one is unknown."""
        ids = self._ids()
        unknown = [name for name in names if name not in ids]
        if unknown:
            self._refuse(f"名录里没有“{unknown[0]}”,没有改动。请先添加这个单位。")
            return None
        return [ids[name] for name in names]

    def _say(self, words: str) -> None:
        self._context.notify(widen(words))

    def _refuse(self, words: str) -> None:
        self._context.notify(widen(words), undo=False)
