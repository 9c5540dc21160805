"""What takes a while of a large file before the window is up and after it closed: it is seen, and why."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from shuangda_desktop.gui.ask import APPLICATION
from shuangda_desktop.store.database import Store, Waits, upgrade_takes_long

BACKING_UP = "正在做备份\uff0c做完就关闭\uff1b请先不要关机\u3002"
COPYING = "正在做备份\uff0c请稍候\u3002"

UPGRADING = (
    "正在把数据升级到新版本\uff0c请不要关机\u3002\n"
    "数据多时要一两分钟\uff1b升级前先自动备份一份\u3002"
)


@contextmanager
def seen(
    store: Store, words: str, parent: QWidget | None = None
) -> Iterator[Callable[[int], None]]:
    """Whom to tell how far a backup is; a small file is copied before anybody could read a word."""
    if not store.is_large:
        yield lambda part: None
        return
    box = _box(words, parent)
    box.setMinimumDuration(0)

    def told(part: int) -> None:
        box.setValue(min(part, 99))
        QApplication.processEvents()

    told(0)
    try:
        yield told
    finally:
        box.close()
        box.deleteLater()


@contextmanager
def upgrade_seen(path: Path) -> Iterator[Waits | None]:
    """What keeps a window alive while a large file of an older release is brought up to date, if it will be.

    How long it takes is known by nobody before; the bar only moves.
    """
    if not upgrade_takes_long(path):
        yield None
        return
    box = _box(UPGRADING, None)
    box.setRange(0, 0)
    box.show()
    _keep_alive()
    try:
        yield _keep_alive
    finally:
        box.close()
        box.deleteLater()


def _keep_alive() -> None:
    """Let the box be drawn; the system calls a window that does not answer for seconds a dead one."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def _box(words: str, parent: QWidget | None) -> QProgressDialog:
    box = QProgressDialog(words, "", 0, 100, parent)
    box.setWindowTitle(APPLICATION)
    box.setWindowModality(Qt.WindowModality.ApplicationModal)
    box.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, False)
    box.setCancelButton(None)
    box.setAutoClose(False)
    return box
