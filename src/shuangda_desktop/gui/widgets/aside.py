"""Lines that are typed in for one thing at a time: while another is looked at, its words wait."""

from collections.abc import Hashable

from PySide6.QtWidgets import QLineEdit


class Aside:
    """Keeps what was typed with what it is about: the reason for one task is never that for another."""

    def __init__(self, *lines: QLineEdit) -> None:
        self._lines = lines
        self._key: Hashable = None
        self._waiting: dict[Hashable, list[str]] = {}

    def turn(self, key: Hashable) -> None:
        """Show what was typed for this thing, or nothing."""
        if key == self._key:
            return
        self._waiting = self.typed()
        self._key = key
        self._show(self._waiting.pop(key, [""] * len(self._lines)))

    def forget(self, key: Hashable) -> None:
        """Begin anew with a thing whose words were kept; by then another may be in sight."""
        self._waiting.pop(key, None)
        if key == self._key:
            self._show([""] * len(self._lines))

    def typed(self) -> dict[Hashable, list[str]]:
        """What was typed and is not kept, by the thing it is about."""
        here = [line.text() for line in self._lines]
        return self._waiting | ({self._key: here} if any(map(str.strip, here)) else {})

    def _show(self, texts: list[str]) -> None:
        for line, text in zip(self._lines, texts, strict=True):
            line.setText(text)
