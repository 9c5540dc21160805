"""Lines that are typed in for one thing at a time: while another is looked at, its words wait."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit

Kept = tuple[list[str], list[object]]  # what the lines say, what is chosen in the boxes
TO_CHOOSE = "请选择"


class Aside:
    """Keeps what was typed with what it is about: the reason for one task is never that for another.

    What is chosen in ``boxes`` belongs to the words. Where it is offered no more, nothing is chosen.
    """

    def __init__(self, *lines: QLineEdit, boxes: Sequence[QComboBox] = ()) -> None:
        self._lines, self._boxes = lines, boxes
        self._key: Hashable = None
        self._waiting: dict[Hashable, Kept] = {}
        for box in boxes:
            box.setPlaceholderText(TO_CHOOSE)

    def turn(self, key: Hashable, fill: Callable[[], None] = lambda: None) -> None:
        """Show what was typed for this thing, or nothing; ``fill`` offers what it has in the boxes."""
        self._waiting = self._held()
        fill()
        texts, picks = self._waiting.pop(key, self._blank())
        if key != self._key:
            self._write(texts)
        self._key = key
        for box, pick in zip(self._boxes, picks, strict=True):
            _choose(box, pick)

    def refill(self, fill: Callable[[], None]) -> None:
        """Offer other things in the boxes; what was chosen for the words in sight stays chosen."""
        self.turn(self._key, fill)

    def forget(self, key: Hashable) -> None:
        """Begin anew with a thing whose words were kept; by then another may be in sight."""
        self._waiting.pop(key, None)
        if key == self._key:
            self._write(self._blank()[0])
            self.turn(key)

    def typed(self) -> dict[Hashable, list[str]]:
        """What was typed and is not kept, by the thing it is about."""
        return {key: texts for key, (texts, _) in self._held().items()}

    def _held(self) -> dict[Hashable, Kept]:
        texts = [line.text() for line in self._lines]
        here: Kept = texts, [_picked(box) for box in self._boxes]
        return self._waiting | ({self._key: here} if any(map(str.strip, texts)) else {})

    def _blank(self) -> Kept:
        return [""] * len(self._lines), [None] * len(self._boxes)

    def _write(self, texts: list[str]) -> None:
        for line, text in zip(self._lines, texts, strict=True):
            line.setText(text)


def _picked(box: QComboBox) -> object:
    """What is chosen, by its value, or its words where it has none."""
    value = box.currentData()
    return box.currentText() if value is None else value


def _choose(box: QComboBox, pick: object) -> None:
    """Choose what was chosen; where nothing was, leave what is."""
    if pick is None:
        box.setCurrentIndex(max(box.currentIndex(), 0))
        return
    at = box.findData(pick)
    box.setCurrentIndex(box.findText(pick) if at < 0 and isinstance(pick, str) else at)
