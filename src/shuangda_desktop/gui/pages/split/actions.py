"""What can be done with the chosen tasks of a plan: every slot calls one service."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from shuangda_desktop.gui import ask
from shuangda_desktop.gui.models.assignments import with_role
from shuangda_desktop.gui.models.dates import read_date
from shuangda_desktop.gui.models.split_columns import ROLES_OF_COLUMN, read_every
from shuangda_desktop.gui.models.task_filter import is_open, is_proposed
from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.gui.pages.split.bench import SplitBench
from shuangda_desktop.gui.pages.split.offer_bar import OfferBar
from shuangda_desktop.gui.pages.split.unit_edits import UnitEdits
from shuangda_desktop.gui.widgets.actions import action, button_for
from shuangda_desktop.gui.widgets.deadline_edit import unreadable
from shuangda_desktop.gui.widgets.unit_picker import UnitNames, is_letters, parted
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.dividing import deciding, selection, splitting
from shuangda_desktop.tasks.dividing.replacing import Offer
from shuangda_desktop.tasks.model import Assignment, Status
from shuangda_desktop.tasks.rows import AssignedUnit, TaskRow
from shuangda_desktop.text.punctuation import widen

MANY = 4  # units that a sentence names
Rows = Callable[[], Sequence[TaskRow]]


class SplitActions:
    """The actions over ``chosen`` rows of ``every`` row of the plan, in their order."""

    def __init__(self, owner: QWidget, context: Context, chosen: Rows, every: Rows) -> None:
        self._owner, self._context = owner, context
        self._chosen, self._every = chosen, every
        self.names, self.edits = UnitNames(), UnitEdits(context)
        self.offers = OfferBar()
        self.offers.taken.connect(self.remember)
        self.year = context.today().year
        self.accept = action(owner, "确认所选", self._accept, "Ctrl+Return", "所选的拟定照此确认")
        self.drop = action(owner, "不适用\u2026", self._drop, "Del", "本市不承担,写明理由")
        self.restore = action(owner, "恢复", self._restore, "Ctrl+R", "重新作为本市任务")
        self.merge = action(owner, "合并", self._merge, "Ctrl+M", "合并所选;只选一项时并入下一项")
        self.counties = action(owner, "按县区分解", self._by_county, tip="各县(市、区)各立一项任务")
        self.up = action(owner, "上移", lambda: self._move(-1), "Alt+Up")
        self.down = action(owner, "下移", lambda: self._move(1), "Alt+Down")

    def for_any(self) -> list[QAction]:
        """The actions that one task or several may get, in the order of the buttons."""
        return [self.accept, self.drop, self.merge]

    def for_one(self) -> list[QAction]:
        """The actions that are offered for one task."""
        return [self.up, self.down, self.restore, self.counties]

    def serve(self, bench: SplitBench) -> None:
        """Do what is asked for in the list of tasks, in the bar over several, in the detail of one."""
        bench.table.add_actions([*self.for_any(), *self.for_one()])
        bench.bulk.set_buttons(
            [button_for(made) for made in self.for_any()],
            [button_for(made) for made in self.for_one()],
        )
        bench.bulk.unit_given.connect(self.give_unit)
        bench.bulk.unit_taken.connect(self.take_unit)
        bench.bulk.lead_given.connect(self.give_lead)
        bench.bulk.day_given.connect(self.give_day)
        bench.detail.text.written.connect(self.set_text)
        bench.detail.units.given.connect(self.set_units)
        bench.detail.split_asked.connect(self.split_at)

    def allow(self) -> None:
        """Enable what makes sense for the chosen rows."""
        rows = self._chosen()
        one_plan = len({row.plan_id for row in rows}) == 1
        self.accept.setEnabled(any(is_proposed(row) for row in rows))
        self.drop.setEnabled(any(not row.dropped_reason for row in rows))
        self.restore.setEnabled(any(not is_open(row) for row in rows))
        self.merge.setEnabled(one_plan and (len(rows) > 1 or self._after(rows) is not None))
        for made in (self.up, self.down):
            made.setEnabled(len(rows) == 1)
        self.counties.setEnabled(len(rows) == 1 and any(map(_is_of_counties, rows[0].units)))

    def accept_all(self) -> None:
        """Confirm every proposal of the plan."""
        self._confirm([row for row in self._every() if is_proposed(row)])

    def edit_cell(self, row: TaskRow, key: str, typed: str) -> None:
        """Take what was typed into a cell."""
        if key == "title":
            self._set_title(row.task_id, typed)
        elif key == "due":
            self._set_day(row, typed)
        elif key == "every":
            self._set_every(row, typed)
        else:
            names = [self.names.meant(name) for name in parted(typed)]
            self.set_units(row.task_id, with_role(row.units, ROLES_OF_COLUMN[key], names))

    def set_text(self, task_id: int, text: str) -> None:
        """Keep the words of a task."""
        splitting.change_task(self._context.store, task_id, self._context.now(), text=text)
        self._say("已保存任务内容。")

    def set_units(self, task_id: int, units: tuple[Assignment, ...]) -> None:
        """Keep the units of a task; whoever took another's place may do so for good."""
        letters = [part.unit for part in units if is_letters(part.unit)]
        if letters:
            self._refuse_letters(letters[0])
            return
        store, now = self._context.store, self._context.now()
        change = partial(splitting.set_units, store, task_id, units, now)
        self._change_units([task_id], change, "已调整单位。")

    def remember(self, offer: Offer) -> None:
        """Let the unit that was put in stand for the higher one from now on."""
        store, now = self._context.store, self._context.now()
        condition, lowers = offer.condition, offer.lowers
        followed = deciding.decide_counterparts(store, offer.higher, lowers, now, condition)
        more = f"{followed}项还没有确认的任务已照此调整," if followed else ""
        self._say(f"已记住“{offer.above}”由“{offer.below}”对应,{more}可在“单位”页的对口关系里看。")

    def split_at(self, task_id: int, place: int) -> None:
        """Cut a task in two."""
        splitting.split_task(self._context.store, task_id, place, self._context.now())
        self._say("已拆分成两项。")

    def give_unit(self, unit: str, role: Role) -> None:
        """Give a unit to all chosen tasks."""
        ids = [row.task_id for row in self._chosen()]
        change = partial(
            selection.add_unit, self._context.store, ids, unit, role, self._context.now()
        )
        self._change_units(ids, change, f"{len(ids)}项任务已加入“{unit}”。")

    def take_unit(self, unit: str) -> None:
        """Take a unit out of all chosen tasks."""
        ids = [row.task_id for row in self._chosen() if unit in row.names(*Role)]
        if not ids:
            self._context.notify(widen(f"所选任务里没有“{unit}”,没有改动。"), undo=False)
            return
        change = partial(selection.remove_unit, self._context.store, ids, unit, self._context.now())
        self._change_units(ids, change, f"{len(ids)}项任务已移除“{unit}”。")

    def give_lead(self, unit: str) -> None:
        """Let one unit lead all chosen tasks."""
        ids = [row.task_id for row in self._chosen()]
        selection.set_lead(self._context.store, ids, unit, self._context.now())
        self._say(f"{len(ids)}项任务已改由“{unit}”牵头,原牵头单位列为责任单位。")

    def give_day(self, day: date | None) -> None:
        """Give a deadline to all chosen tasks."""
        rows = self._chosen()
        ids = [row.task_id for row in rows]
        selection.set_deadline(self._context.store, ids, day, self._context.now())
        self._say(f"{len(rows)}项任务的时限已设为{day}。")

    def _refuse_letters(self, typed: str) -> None:
        found = "、".join(self.names.found(typed)[:MANY])
        may = f"可能是{found}" if found else "不是单位名称"
        self._context.notify(widen(f"“{typed}”{may},没有改动。请从列表里选。"), undo=False)

    def _change_units(self, ids: Sequence[int], change: Callable[[], object], words: str) -> None:
        """Change units and say so; what could hold for good is offered by one key."""
        offered = self.edits.watch(ids, change)
        self._say(words)
        self.offers.show_offers(offered)

    # -- the slots of the actions

    def _accept(self) -> None:
        self._confirm([row for row in self._chosen() if is_proposed(row)])

    def _confirm(self, rows: Sequence[TaskRow]) -> None:
        splitting.accept(self._context.store, [r.task_id for r in rows], self._context.now())
        left = sum(not is_open(row) for row in rows)
        more = f"其中{left}项列为不适用,可以在“不适用”里看、恢复。" if left else ""
        self._say(f"已确认{len(rows)}项任务。{more}")

    def _drop(self) -> None:
        rows = [row for row in self._chosen() if not row.dropped_reason]
        reason = ask.line(self._owner, "不适用", _why(rows), rows[0].reason) if rows else None
        if reason is None:
            return
        ids = [row.task_id for row in rows]
        splitting.drop_tasks(self._context.store, ids, reason, self._context.now())
        self._say(f"{len(rows)}项任务已列为不适用。")

    def _restore(self) -> None:
        ids = [row.task_id for row in self._chosen() if not is_open(row)]
        splitting.restore_tasks(self._context.store, ids, self._context.now())
        self._say(f"已恢复{len(ids)}项任务。")

    def _merge(self) -> None:
        rows = list(self._chosen())
        if len(rows) == 1 and (following := self._after(rows)) is not None:
            rows.append(following)
        ids = [row.task_id for row in rows]
        splitting.merge_tasks(self._context.store, ids, self._context.now())
        self._say(f"已把{len(rows)}项任务合并成一项。")

    def _by_county(self) -> None:
        task_id = self._chosen()[0].task_id
        ids = splitting.divide_by_county(self._context.store, task_id, self._context.now())
        self._say(f"已按县区分解成{len(ids)}项任务。")

    def _move(self, step: int) -> None:
        row = self._chosen()[0]
        before = [one for one in self._every() if is_open(one) and one.plan_id == row.plan_id]
        here = before.index(row) if row in before else 1 - row.number
        place = min(max(here + 1 + step, 1), len(before))
        splitting.move_task(self._context.store, row.task_id, place, self._context.now())
        issued = row.status is not Status.DRAFT
        self._say(
            f"已移到第{place}位。" + ("序号的变动已记入印发后的调整,请填写理由。" if issued else "")
        )

    def _after(self, rows: Sequence[TaskRow]) -> TaskRow | None:
        """The task below the only one that is chosen."""
        every = list(self._every())
        if len(rows) != 1 or rows[0] not in every[:-1]:
            return None
        return every[every.index(rows[0]) + 1]

    def _set_day(self, row: TaskRow, typed: str) -> None:
        day = read_date(typed, self.year)
        if typed.strip() and day is None:
            self._context.notify(unreadable(typed), undo=False)
            return
        splitting.change_task(self._context.store, row.task_id, self._context.now(), due_on=day)
        self._say("已修改时限。")

    def _set_every(self, row: TaskRow, typed: str) -> None:
        every = read_every(typed)
        if every is None:
            words = (
                f"频次“{typed.strip()}”读不懂,没有改动。请写成每月、每季度、每半年或长期坚持这样。"
            )
            self._context.notify(widen(words), undo=False)
            return
        splitting.change_task(
            self._context.store, row.task_id, self._context.now(), recurrence=every
        )
        self._say("已修改频次。")

    def _set_title(self, task_id: int, typed: str) -> None:
        splitting.change_task(self._context.store, task_id, self._context.now(), title=typed)
        self._say("已修改标题。")

    def _say(self, sentence: str) -> None:
        self._context.notify(widen(sentence))


def _is_of_counties(part: AssignedUnit) -> bool:
    return part.unit.startswith("各") and ("县" in part.unit or "区" in part.unit)


def _why(rows: Sequence[TaskRow]) -> str:
    what = f"“{rows[0].title}”" if len(rows) == 1 else f"所选{len(rows)}项任务"
    return f"{what}为什么不适用于本市\uff1f"
