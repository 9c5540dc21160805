"""What is done with the task beside the list: each signal of its panel is one action."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from shuangda_desktop.gui.opening import open_path
from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.gui.pages.tasks.detail import TaskDetail
from shuangda_desktop.services.tracking import evidence, extending, results, tracking
from shuangda_desktop.services.tracking.task_file import TaskFile, load_file
from shuangda_desktop.store.tasks import load_task
from shuangda_desktop.tasks.evidence import CONDITION_WORDS, Condition, Evidence
from shuangda_desktop.tasks.life import LIFE_WORDS
from shuangda_desktop.tasks.model import ProgressEntry, Status
from shuangda_desktop.tasks.progress import percent_words
from shuangda_desktop.tasks.results import WAY_WORDS, Actual, Way
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import LightRule


class TaskDesk:
    """Joins the panel of a task with the services; ``current`` tells which task it is."""

    def __init__(self, context: Context, current: Callable[[], TaskRow | None]) -> None:
        self.context, self._current = context, current
        self.detail = TaskDetail()
        detail = self.detail
        detail.form.given.connect(self.record)
        detail.status.given.connect(self.set_status)
        detail.extension.asked.connect(self.ask_extension)
        detail.extension.answered.connect(self.answer_extension)
        detail.results.given.connect(self.record_value)
        detail.results.way_given.connect(self.set_way)
        detail.evidence.added.connect(self.add_files)
        detail.evidence.opened.connect(self.open_file)
        detail.evidence.removed.connect(self.remove_file)
        detail.evidence.captioned.connect(self.caption_file)
        for part in (detail.form, detail.extension, detail.status):
            part.refused.connect(lambda words: self.context.notify(words, undo=False))

    def show(self, row: TaskRow | None, today: date, rule: LightRule) -> None:
        """Show a task with all that is known of it."""
        file = load_file(self.context.store, row, today) if row else TaskFile()
        self.detail.show_task(row, file, today, rule)

    def record(self, entry: ProgressEntry) -> None:
        """Add a line to the log."""
        tracking.record_progress(self.context.store, entry, self.context.now())
        self.detail.form.clear(entry.task_id)
        self.context.notify(f"已登记{entry.unit}的进展\uff1a{percent_words(entry.percent)}\u3002")

    def set_status(self, status: Status, note: str) -> None:
        """Move the task by hand."""
        if (row := self._current()) is not None:
            store, now = self.context.store, self.context.now()
            on = self.detail.status.day()
            tracking.set_status(store, row.task_id, status, note, now, on=on)
            self.detail.status.aside.forget(row.task_id)
            self.context.notify(f"任务{row.number}已改为{LIFE_WORDS[status]}\u3002")

    def ask_extension(self, until: date, reason: str, who: str) -> None:
        """Note that a unit asks for more time."""
        if (row := self._current()) is not None:
            store, now = self.context.store, self.context.now()
            extending.ask_extension(store, row.task_id, until, reason, who, now)
            self.detail.extension.aside.forget(row.task_id)
            self.context.notify(f"已登记任务{row.number}的延期申请\uff0c批复以前仍按原时限\u3002")

    def answer_extension(self, approved: bool, reason: str) -> None:
        """Approve it or not."""
        if (row := self._current()) is not None:
            store, now = self.context.store, self.context.now()
            extending.answer_extension(store, row.task_id, approved, reason, now)
            self.detail.extension.aside.forget(row.task_id)
            word = "已同意" if approved else "没有同意"
            self.context.notify(f"{word}任务{row.number}延期\u3002")

    def record_value(self, target: str, unit: str, period: str, typed: str) -> None:
        """Keep what a unit reached."""
        if (row := self._current()) is not None:
            store = self.context.store
            value = results.typed_value(load_task(store, row.task_id), target, typed)
            actual = Actual(row.task_id, target, unit, period, value)
            results.record_actual(store, actual, self.context.now())
            self.detail.results.aside.forget((row.task_id, target))
            self.context.notify(f"已登记{unit}的数值\u3002")

    def set_way(self, target: str, way: Way) -> None:
        """Count a target otherwise."""
        if (row := self._current()) is not None:
            results.set_way(self.context.store, row.task_id, target, way, self.context.now())
            self.context.notify(f"这项指标改为{WAY_WORDS[way]}\u3002")

    def add_files(self, paths: Sequence[Path], caption: str) -> None:
        """Copy files into the folder of evidence."""
        if (row := self._current()) is not None:
            for path in paths:
                evidence.add_evidence(
                    self.context.store, row.task_id, path, caption, self.context.now()
                )
            self.context.notify(f"已为任务{row.number}存入{len(paths)}份佐证材料\u3002")

    def open_file(self, piece: Evidence) -> None:
        """Open a file in its own program, unless it is no longer what it was."""
        found = evidence.condition(self.context.store, piece)
        if found is Condition.WHOLE:
            path = evidence.place_of(self.context.store, piece)
            open_path(self.detail, path)
            return
        self.context.notify(
            f"“{piece.name}”{CONDITION_WORDS[found]}\uff0c没有打开\u3002"
            "如有原件\uff0c再添加一次就能补上\u3002",
            undo=False,
        )

    def remove_file(self, piece: Evidence) -> None:
        """Take a file off the task."""
        evidence.remove_evidence(self.context.store, piece, self.context.now())
        self.context.notify(f"已移除佐证材料“{piece.name}”\u3002")

    def caption_file(self, piece: Evidence, caption: str) -> None:
        """Give a file other words."""
        evidence.change_caption(self.context.store, piece, caption, self.context.now())
        self.context.notify(f"已改“{piece.name}”的说明\u3002")
