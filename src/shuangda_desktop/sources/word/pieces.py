"""The text of a binary Word document by its piece table alone: all of the words, none of the layout.

Offsets are those of Microsoft's description of the format (MS-DOC), Word 97 and later.
"""

import re
import struct
from collections.abc import Iterator
from itertools import pairwise

from shuangda_desktop.sources.border.gate import refuse
from shuangda_desktop.sources.lines import Line, note_line, row_line
from shuangda_desktop.text.source import LINE_IN_CELL, BlockKind

_MAGIC = 0xA5EC
_WORD_97 = 0xC1
ENCRYPTED = 0x0100
SECOND_TABLE = 0x0200
_FLAGS = 0x0A
_COUNTS = 0x4C  # characters of the text, notes, headers, macros, comments, endnotes, boxes
_CLX = 0x1A2
_PIECES = 2  # the part of the Clx that holds the piece table
_COMPRESSED = 0x4000_0000
_MOST = 16_000_000  # characters
_NOTES, _BOXES = (1, 5), (6,)  # of the stories: footnotes and endnotes
_FIELD = re.compile("[\x13\x14\x15]|[^\x13\x14\x15]{1,9999}")
_SIGNS = str.maketrans(
    {"\x0b": "\n", "\x0c": "\n", "\x0e": "\n", "\x1e": "-", "\t": " ", "\x1f": None}
    | {chr(code): None for code in (0, 1, 2, 3, 4, 5, 6, 8)}
)
_CELL = "\x07"


def flags_of(stream: bytes) -> int:
    """The flags of the document; SourceError where this is no Word 97 document."""
    if len(stream) < _CLX + 8 or struct.unpack_from("<2H", stream)[0] != _MAGIC:
        raise refuse()
    if struct.unpack_from("<2H", stream)[1] < _WORD_97:
        raise refuse()
    (flags,) = struct.unpack_from("<H", stream, _FLAGS)
    return int(flags)


def lines_of(stream: bytes, table: bytes) -> Iterator[Line]:
    """The paragraphs and rows of the text, then its notes."""
    text = "".join(_pieces(stream, table))
    at, stories = 0, []
    for count in struct.unpack_from("<7I", stream, _COUNTS):
        stories.append(text[at : at + count])
        at += count
    yield from _lines(_visible(stories[0]))
    for place in _NOTES + _BOXES:
        for line in filter(None, (line.strip() for line, _ in _lines(_visible(stories[place])))):
            yield note_line(line) if place in _NOTES else (line, BlockKind.NOTE)


def _pieces(stream: bytes, table: bytes) -> Iterator[str]:
    plan = _piece_table(stream, table)
    count = (len(plan) - 4) // 12
    places = struct.unpack_from(f"<{count + 1}I", plan)
    if places[-1] > _MOST or any(a > b for a, b in pairwise(places)):
        raise refuse()
    for index in range(count):
        (at,) = struct.unpack_from("<I", plan, (count + 1) * 4 + index * 8 + 2)
        yield _piece(stream, at, places[index + 1] - places[index])


def _piece(stream: bytes, at: int, size: int) -> str:
    if at & _COMPRESSED:
        start = (at & ~_COMPRESSED) // 2
        return stream[start : start + size].decode("cp1252", "replace").ljust(size, "\0")
    return stream[at : at + 2 * size].decode("utf-16-le", "replace").ljust(size, "\0")


def _piece_table(stream: bytes, table: bytes) -> bytes:
    at, size = struct.unpack_from("<2I", stream, _CLX)
    end = min(at + size, len(table))
    while at + 5 <= end and table[at] != _PIECES:
        at += 3 + int(struct.unpack_from("<H", table, at + 1)[0])
    if at + 5 > end:
        raise refuse()
    (length,) = struct.unpack_from("<I", table, at + 1)
    if length < 16 or at + 5 + length > end:
        raise refuse()
    return table[at + 5 : at + 5 + length]


def _visible(text: str) -> str:
    """The text with the results of its fields, without their instructions."""
    pieces: list[str] = []
    shown: list[bool] = []  # for each open field, whether its result has begun
    for piece in _FIELD.findall(text):
        if piece == "\x13":
            shown.append(False)
        elif piece == "\x14" and shown:
            shown[-1] = True
        elif piece == "\x15" and shown:
            shown.pop()
        elif piece not in "\x14\x15" and all(shown[-9:]):
            pieces.append(piece)
    return "".join(pieces).translate(_SIGNS)


def _lines(text: str) -> Iterator[Line]:
    cells = text.split(_CELL)
    at = 0
    while at < len(cells) - 1:
        before, _, first = cells[at].rpartition("\r")
        yield from _paragraphs(before)
        width = _width(cells, at)
        yield row_line([first, *map(_in_cell, cells[at + 1 : at + width])])
        at += width + 1
        while width and at + width < len(cells) and not cells[at + width] and "\r" not in cells[at]:
            yield row_line([_in_cell(cell) for cell in cells[at : at + width]])
            at += width + 1
    if at < len(cells):
        yield from _paragraphs(cells[at].removesuffix("\r"))


def _width(cells: list[str], at: int) -> int:
    """The cells of the row that begins here: a mark of its own, without text, ends it."""
    end = at + 1
    while end < len(cells) - 1 and cells[end]:
        end += 1
    return end - at


def _in_cell(text: str) -> str:
    return re.sub("[\r\n]", LINE_IN_CELL, text).strip(LINE_IN_CELL)


def _paragraphs(text: str) -> Iterator[Line]:
    if text:
        yield from ((line, BlockKind.PARAGRAPH) for line in re.split("[\r\n]", text))
