"""Python counts characters, Qt counts UTF-16 units; they part at rare Chinese characters."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

# Characters that would part or end a line in a Qt document; one stands for one, so offsets hold.
_SHOWN = {
    **dict.fromkeys("\x0b\x0c\r\x85\u2029", " "),
    **dict.fromkeys("\0\ufdd0\ufdd1", "\ufffd"),
}


def showable(text: str) -> str:
    """The text as a Qt document can hold it, of the same length."""
    for char, shown in _SHOWN.items():  # hardly any text holds one: faster than a translation
        text = text.replace(char, shown)
    return text


class Offsets:
    """Offsets in one text, from Python's to Qt's and back."""

    def __init__(self, text: str) -> None:
        units = len(text.encode("utf-16-le", "surrogatepass")) // 2
        rare = units > len(text)  # hardly any text: to look is ten times faster
        self._wide = [at for at, char in enumerate(text) if char > "\uffff"] if rare else []
        self._wide_qt = [at + number for number, at in enumerate(self._wide)]

    def to_qt(self, offset: int) -> int:
        """Where Qt finds a character of Python's text."""
        return offset + bisect_left(self._wide, offset)

    def to_python(self, position: int) -> int:
        """Which character of Python's text stands at Qt's position."""
        return position - bisect_left(self._wide_qt, position)


def marked(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the mark of a stretch of the shown text stands.

    What was removed has no width: the character after it carries the mark; the one before where its line
    ends there, and the next line where nothing is left of its own.
    """
    if end > start or text[start : start + 1] not in ("", "\n"):
        return start, max(end, start + 1)
    if start and text[start - 1] != "\n":
        return start - 1, start
    while text[start : start + 1] == "\n":
        start += 1
    return start, start + 1


def shown_span(starts: Sequence[int], ends: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """The stretch of a repaired text that came from raw[start:end]; empty where it was removed."""
    first = bisect_right(ends, start)
    return first, max(first, bisect_left(starts, end))
