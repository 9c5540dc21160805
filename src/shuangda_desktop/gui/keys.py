"""Enter presses the button that has the keys, on every page: Qt does so in dialogs only."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_enter(event: QKeyEvent) -> bool:
    """Whether the key is Enter without another key held."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in ENTER and held == Qt.KeyboardModifier.NoModifier


def is_ctrl_enter(event: QKeyEvent) -> bool:
    """Whether the key is Ctrl+Enter, which keeps what is being typed."""
    return event.key() in ENTER and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def pressed_button(event: QKeyEvent) -> bool:
    """Press the button that has the keys; whether there was one."""
    focused = QApplication.focusWidget()
    if not (is_enter(event) and isinstance(focused, QAbstractButton)):
        return False
    focused.click()
    return True


def hand_on(bar: QWidget, to: QWidget, show: Callable[[], None]) -> None:
    """Show a bar anew; keys in a part of it that goes by that are handed on, not to the next button anywhere."""
    keys = QApplication.focusWidget()
    held = keys is not None and bar.isAncestorOf(keys)
    show()
    if held and keys is not None and not (keys.isVisible() and keys.isEnabled()):
        to.setFocus()


def end_composing() -> None:
    """Take over what the input method still holds: a click on the title bar takes the keys from no field."""
    method = QGuiApplication.inputMethod()
    method.commit()
    method.reset()  # on Windows this one hands over, and commit() does nothing


def leave(focused: QWidget | None) -> None:
    """Let a field go as Tab does, and keep what was typed: Qt says nothing while another window has the keys."""
    if focused is not None:
        focused.clearFocus()
        gone = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason)
        QApplication.sendEvent(focused, gone)
