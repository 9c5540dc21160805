"""Actions with their keys, and buttons that do them."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from shuangda_desktop.gui.widgets.parts import button
from shuangda_desktop.text.punctuation import widen

# What is open must be seen as open in both palettes.
OPEN_SHEET = "QPushButton:checked { background: palette(highlight); border-color: palette(link); }"


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


def toggle(text: str, slot: Callable[[], object], key: str = "") -> QPushButton:
    """A button that stays down while a part of the page is open; the page has the key itself."""
    made = button(text, slot, tip=f"打开或收起{text}\uff08{key}\uff09" if key else text)
    made.setCheckable(True)
    made.setChecked(True)
    made.setStyleSheet(OPEN_SHEET)
    return made


def button_for(made: QAction, kind: str = "") -> QPushButton:
    """A button that does an action and is as able as it."""
    shown = QPushButton(made.text())
    shown.setProperty("kind", kind)
    shown.clicked.connect(lambda: made.trigger())

    def follow() -> None:
        shown.setEnabled(made.isEnabled())
        shown.setText(made.text())
        shown.setAccessibleName(made.text())
        shown.setToolTip(made.toolTip())

    made.changed.connect(follow)
    follow()
    return shown
