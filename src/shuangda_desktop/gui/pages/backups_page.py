"""备份与恢复: copies of the database, and the way back to one."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from shuangda_desktop.errors import StoreError
from shuangda_desktop.files import has_room_for_copies
from shuangda_desktop.gui import ask, closing
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.pages.page import Context, Page
from shuangda_desktop.gui.theme import QUIET, Look
from shuangda_desktop.gui.widgets.parts import button, quiet, title
from shuangda_desktop.gui.widgets.table import Table
from shuangda_desktop.services.tracking.evidence import bring_back, lost_evidence, told_in_backups
from shuangda_desktop.store.safety.backup import BackupRow, back_up, backup_on_close, list_backups
from shuangda_desktop.store.safety.copies import folder_for
from shuangda_desktop.tasks.columns.column import Column

KIND = "数据库 (*.db)"
RESTORE = "恢复"
SAVE = "另存备份"
TOO_LONG = (
    "文件名“{}…”太长\uff0c这样的备份以后打不开\uff0c没有备份\u3002"
    "请换一个短一些的文件名\uff08六十个字以内\uff09\u3002"
)


class BackupsPage(Page):
    """Lists the copies; ``restore_asked`` tells gui.app to close the database and swap it."""

    name = "backups"
    title = "备份与恢复"
    icon = "database"
    menu = "数据"

    restore_asked = Signal(object)  # Path

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.model = RowTable(backup_columns(), key=lambda row: row.path, decorate=_decorate)
        self.table = Table(self.model, "备份列表", stretch=4)
        self.words = quiet("")
        self.mend = button(
            "找回佐证材料", self.bring_evidence_back, tip="从备份里取回不见了或被改动过的文件"
        )
        self._lay_out()

    def refresh(self) -> None:
        """Look into the folder again."""
        folder = self._folder()
        self.model.set_rows(list_backups(folder) if folder else ())
        self.words.setText(
            "关闭程序时如有改动会自动备份\uff0c旧的逐步减少\uff1a今天的\u3001近几天\u3001近几周\u3001近几个月的各留几份\u3002"
            "恢复前会先把现在的数据另存一份\uff0c也在这张表里\u3002"
            f"{told_in_backups(self.context.store)}"
        )
        self.mend.setVisible(bool(folder and lost_evidence(self.context.store)))

    def land(self) -> None:
        """The keyboard walks the copies."""
        self.table.setFocus()

    def showEvent(self, event: object) -> None:
        """Backups are files: others may have been made since."""
        self.refresh()

    def back_up_now(self) -> None:
        """Make a copy, if anything changed since the last."""
        folder = self._folder()
        if folder is None:
            return
        store = self.context.store
        with closing.seen(store, closing.COPYING, self) as told:
            made = backup_on_close(store, folder, self.context.now(), told)
        words = (
            f"已备份到\u201c{made.name}\u201d\u3002"
            if made
            else "上次备份以后没有改动\uff0c没有另做一份\u3002"
        )
        self.context.notify(words, undo=False)
        self.refresh()

    def bring_evidence_back(self) -> None:
        """Fetch from the backups what is gone; what they do not hold either is said."""
        store, folder = self.context.store, self._folder()
        found = bring_back(store, folder) if folder else 0
        left = lost_evidence(store)
        rest = f"\uff0c还有{left}份备份里也没有\uff0c请到任务里重新添加" if left else ""
        self.context.notify(f"找回{found}份佐证材料{rest}\u3002", undo=False)
        self.refresh()

    def save_copy(self) -> None:
        """Make a copy where the clerk wants it."""
        suggested = Path.home() / f"双打工作台备份-{self.context.today():%Y%m%d}.db"
        wanted = ask.save_file(self, SAVE, suggested, KIND)
        target = wanted and ask.put(self, SAVE, wanted, KIND, self._copy_to)
        if target is not None:
            told = (
                told_in_backups(self.context.store)
                and "\uff0c佐证材料在旁边的\u201cevidence\u201d文件夹里"
            )
            self.context.notify(f"已备份到\u201c{target}\u201d{told}\u3002", undo=False)

    def restore(self) -> None:
        """Go back to the chosen copy; the one question of the program that stops everything."""
        row = next((self.model.row_at(index) for index in self.table.chosen()), None)
        if row is None:
            self.context.notify("先在表里选一份备份\u3002", undo=False)
            return
        question = f"恢复到 {row.made_at:%Y-%m-%d %H:%M} 的备份\uff1f现在的数据会先另存一份\u3002"
        if ask.choose(self, question, [RESTORE]) == RESTORE:
            self.restore_asked.emit(row.path)

    def _copy_to(self, target: Path) -> None:
        if not has_room_for_copies(target.name):
            raise StoreError(TOO_LONG.format(target.name[:20]))
        with closing.seen(self.context.store, closing.COPYING, self) as part:
            back_up(self.context.store, target, part)

    def _folder(self) -> Path | None:
        path = self.context.store.path
        return folder_for(path) if path else None

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.mend)
        foot.addWidget(button("恢复到选中的这一份\u2026", self.restore))
        foot.addWidget(button("另存一份\u2026", self.save_copy))
        foot.addWidget(button("立即备份", self.back_up_now, kind="main"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(title(self.title))
        column.addWidget(self.words)
        column.addWidget(self.table, 1)
        column.addLayout(foot)


def backup_columns() -> tuple[Column[BackupRow], ...]:
    """When, what was in it, and the last action it holds."""
    return (
        Column("made", "时间", lambda r: f"{r.made_at:%Y-%m-%d %H:%M}", lambda r: r.made_at, 9),
        Column("plans", "来文", lambda r: str(r.plans), lambda r: r.plans, 3, numeric=True),
        Column("tasks", "任务", lambda r: str(r.tasks), lambda r: r.tasks, 3, numeric=True),
        Column("entries", "进展", lambda r: str(r.entries), lambda r: r.entries, 3, numeric=True),
        Column("last", "最后一次操作", lambda r: r.last_action, lambda r: r.last_action, 20),
        Column("kind", "来由", _kind, _kind, 6),
    )


def _kind(row: BackupRow) -> str:
    return "恢复或升级前" if row.special else "自动"


def _decorate(row: BackupRow, column: Column[BackupRow]) -> Look | None:
    return QUIET if column.key == "kind" else None
