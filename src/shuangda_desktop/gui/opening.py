"""Files and folders handed to the system to open; what does not open is told, never passed over."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from shuangda_desktop.gui import ask


def open_path(parent: QWidget | None, path: Path | None) -> None:
    """Have the system open a file or a folder; None opens nothing."""
    if path is None:
        return
    if not _is_there(path):
        ask.tell(
            parent,
            f"“{path.name}”已经不在“{path.parent}”里\uff0c没有打开。可能已移走、改名\uff0c或者U盘已经拔掉。",
        )
    elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        ask.tell(parent, f"没有能打开“{path.name}”的程序。它在“{path.parent}”里。")


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a folder closed to us
        return False
