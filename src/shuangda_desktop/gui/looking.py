"""How the look through a large file goes, at the foot of the window; what it found wrong, once and clearly."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from shuangda_desktop.errors import StoreError
from shuangda_desktop.store.database import Store

LOOKING = "正在核对数据\u2026"
WHOLE = "数据核对完毕\uff0c无误"
_EVERY, _READ = 250, 6_000  # milliseconds


class Looking(QObject):
    """Asks the store from time to time; silent where the file was looked through before it was opened."""

    damaged = Signal(object)  # StoreError

    def __init__(self, store: Store, say: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._say, self._timer = store, say, QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.ask)
        if store.look is not None:
            say(LOOKING)
            self._timer.start()

    def ask(self) -> None:
        """Has it come to its end? Bad news waits until the clerk has answered what is being asked."""
        try:
            if not self._store.settle():
                return
        except StoreError as error:
            if QApplication.activeModalWidget() is None:
                self._timer.stop()
                self.damaged.emit(error)
            return
        self._timer.stop()
        self._say(WHOLE)
        QTimer.singleShot(_READ, self, lambda: self._say(""))

    def stop(self) -> None:
        """Ask no more: the store is about to be closed."""
        self._timer.stop()


def trouble_of(store: Store) -> StoreError | None:
    """What is wrong with the file, at the end of the work; with the steps that went into it meanwhile."""
    try:
        store.finish_look()
    except StoreError as error:
        return StoreError(f"{error}{_done(store.done_labels)}")
    return None


def _done(labels: tuple[str, ...]) -> str:
    """What must be done again on a backup."""
    if not labels:
        return ""
    names = "、".join(dict.fromkeys(labels))
    return f"\n\n这次打开以后做的{len(labels)}步\uff08{names}\uff09都在这份文件里\uff1b恢复备份以后\uff0c请再做一遍。"
