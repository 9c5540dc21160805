"""Actions with their keys, and buttons that do them."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from shuangda_desktop.text.punctuation import widen


def action(
    owner: QObject, text: str, slot: Callable[[], object], key: str = "", tip: str = ""
) -> QAction:
    """An action of a page; its key works where the action is added."""
    made = QAction(text, owner)
    words = widen(tip or text)
    made.setToolTip(f"{words}\uff08{key}\uff09" if key else words)
    if key:
        made.setShortcut(key)
    made.triggered.connect(lambda: slot())
    return made


def button_for(made: QAction, kind: str = "") -> QPushButton:
    """A button that does an action and is as able as it."""
    button = QPushButton(made.text())
    button.setProperty("kind", kind)
    button.clicked.connect(lambda: made.trigger())

    def follow() -> None:
        button.setEnabled(made.isEnabled())
        button.setText(made.text())
        button.setAccessibleName(made.text())
        button.setToolTip(made.toolTip())

    made.changed.connect(follow)
    follow()
    return button
