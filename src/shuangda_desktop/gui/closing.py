"""The backup at the end of the work: of a large file it takes a while, so it is seen how far it is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from shuangda_desktop.gui.ask import APPLICATION
from shuangda_desktop.store.database import Store

BACKING_UP = "正在做备份\uff0c做完就关闭\uff1b请先不要关机\u3002"
COPYING = "正在做备份\uff0c请稍候\u3002"


@contextmanager
def seen(
    store: Store, words: str, parent: QWidget | None = None
) -> Iterator[Callable[[int], None]]:
    """Whom to tell how far a backup is; a small file is copied before anybody could read a word."""
    if not store.is_large:
        yield lambda part: None
        return
    box = QProgressDialog(words, "", 0, 100, parent)
    box.setWindowTitle(APPLICATION)
    box.setWindowModality(Qt.WindowModality.ApplicationModal)
    box.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, False)
    box.setCancelButton(None)
    box.setAutoClose(False)
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
