"""What the commands print: sentences, aligned tables, JSON."""

import io
import json
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

GAP = "  "
WIDEST = 48  # cells of a column that sets no limit of its own; what is longer ends in an ellipsis


def tolerate_narrow_terminals() -> None:
    """Print what a terminal's encoding cannot show as a question mark instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(sentence: str) -> None:
    """A line on stdout."""
    sys.stdout.write(sentence + "\n")


def complain(sentence: str) -> None:
    """A line on stderr."""
    sys.stderr.write(sentence + "\n")


def show_json(value: object) -> None:
    """JSON in UTF-8, whatever the terminal's encoding is."""
    sys.stdout.flush()
    text = json.dumps(value, ensure_ascii=False, indent=2)
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a column: its title, where its text stands, and how many cells it may take."""

    title: str
    right: bool = False
    limit: int = WIDEST


def show_table(headings: Sequence[Heading], rows: Sequence[Sequence[str]]) -> None:
    """Rows under their headings, aligned by cells: a Chinese character takes two."""
    lines = [[heading.title for heading in headings]]
    lines += [[fitted(c, h.limit) for c, h in zip(row, headings, strict=True)] for row in rows]
    widths = [max(cells(line[i]) for line in lines) for i in range(len(headings))]
    for line in lines:
        parts = zip(line, widths, headings, strict=True)
        say(GAP.join(padded(cell, width, h.right) for cell, width, h in parts).rstrip())


def cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return sum(_width(character) for character in text)


def fitted(text: str, limit: int = WIDEST) -> str:
    """A text on one line, cut with an ellipsis where it is too wide."""
    line = " ".join(text.split())
    if cells(line) <= limit:
        return line
    kept, taken = "", 0
    for character in line:
        taken += _width(character)
        if taken > limit - 2:
            break
        kept += character
    return kept + "…"


def padded(text: str, width: int, right: bool = False) -> str:
    """A text filled with blanks to a width in cells."""
    blanks = " " * (width - cells(text))
    return blanks + text if right else text + blanks


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1
