"""The lines of a document, trimmed, in one width of punctuation, with their places."""

import re
from dataclasses import dataclass

from shuangda_desktop.text.chars import BLANK, HAN

_LINE = re.compile("([^\\n\\r\\v\\f]*)(?:[\\n\\r\\v\\f]|$)")
_WORD = re.compile(f"[{HAN}]|\\w\\w")
_BLANKS = re.compile(f"[{BLANK}]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the blanks around it; ``gap`` tells that an empty line stands before it.

    ``names`` tells that it only names units or a month, and their items stand below it; ``told``
    that it only says who does what stands above it.
    """

    start: int
    end: int
    flat: str
    gap: bool = False
    names: bool = False
    told: bool = False

    def part(self, start: int, end: int | None = None) -> "Line":
        """A stretch of the line as a line of its own."""
        flat = self.flat[start:end]
        left = len(flat) - len(flat.lstrip())
        kept = flat.strip()
        at = self.start + start + left
        return Line(at, at + len(kept), kept, self.gap and start == 0)


def lines_of(flat: str) -> tuple[Line, ...]:
    """The lines that hold anything, of a text whose width was narrowed."""
    found: list[Line] = []
    gap = False
    row = False
    for match in _LINE.finditer(flat):
        text, start = _trimmed(match[1], row)
        if text:
            at = match.start() + start
            found.append(Line(at, at + len(text), text, gap))
            row = "\t" in text
        gap = not text
    return tuple(found)


def _trimmed(text: str, after_row: bool) -> tuple[str, int]:
    """The line without the blanks around it, and where it begins.

    A row of a table keeps the tabs at its ends: they are empty cells.
    """
    blanks = " " if "\t" in text and (after_row or "\t" in text.strip()) else None
    left = text.lstrip(blanks)
    return left.rstrip(blanks), len(text) - len(left)


def squeeze(text: str) -> str:
    """The text without any blank."""
    return text if text.split() == [text] else _BLANKS.sub("", text)  # to split is far faster


def has_words(text: str) -> bool:
    """Whether a text holds more than marks."""
    return bool(_WORD.search(text))
