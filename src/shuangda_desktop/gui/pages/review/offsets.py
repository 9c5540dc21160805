"""Python counts characters, Qt counts UTF-16 units; they part at rare Chinese characters."""

from bisect import bisect_left, bisect_right

# Characters that would part or end a line in a Qt document; one stands for one, so offsets hold.
_SHOWN = {
    0: 0xFFFD,
    0x0B: 0x20,
    0x0C: 0x20,
    0x0D: 0x20,
    0x85: 0x20,
    0x2029: 0x20,
    0xFDD0: 0xFFFD,
    0xFDD1: 0xFFFD,
}


def showable(text: str) -> str:
    """The text as a Qt document can hold it, of the same length."""
    return text.translate(_SHOWN)


class Offsets:
    """Offsets in one text, from Python's to Qt's and back."""

    def __init__(self, text: str) -> None:
        rare = max(text, default="") > "\uffff"  # hardly any text: to look is ten times faster
        self._wide = [at for at, char in enumerate(text) if char > "\uffff"] if rare else []
        self._wide_qt = [at + number for number, at in enumerate(self._wide)]

    def to_qt(self, offset: int) -> int:
        """Where Qt finds a character of Python's text."""
        return offset + bisect_left(self._wide, offset)

    def to_python(self, position: int) -> int:
        """Which character of Python's text stands at Qt's position."""
        return position - bisect_left(self._wide_qt, position)


def shown_span(starts: list[int], ends: list[int], start: int, end: int) -> tuple[int, int]:
    """The stretch of a repaired text that came from raw[start:end]; empty where it was removed."""
    first = bisect_right(ends, start)
    return first, max(first, bisect_left(starts, end))
