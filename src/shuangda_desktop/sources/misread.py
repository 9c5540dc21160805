"""UTF-8 that was read as GBK and saved so, where bytes were lost on the way.

GBK takes bytes in pairs: the last byte of a character before a digit or a line's end has no partner and
is lost. What the rest of the document says for certain is put back; the other spots stay marked.
"""

import re
from dataclasses import dataclass

LOST = "\ufffd"
_GAP = 0xFF  # no text in UTF-8 holds it
_EURO = "\u20ac"  # what Windows shows for the byte 80
_LAST_LOST = re.compile(b"([\xe0-\xef][\x80-\xbf])\xff")
_CLOSE, _OPEN = "\uff09", "\uff08"
_PHRASES = frozenset(("不少于", "不低于", "不高于", "不多于", "不超过"))
_NEAR = 1_000  # characters of a line that a bracket may have been opened in
_BEFORE = 2  # characters that a lost one is told by


@dataclass(frozen=True, slots=True)
class Mended:
    """The text, how many characters were put back, and how many stay marked as lost."""

    text: str
    filled: int
    left: int


def mend(text: str) -> Mended | None:
    """The text behind one with lost bytes; None where the way back is not clear."""
    content = _bytes(text) if LOST in text else None
    if content is None:
        return None
    heads = [found[1] for found in _LAST_LOST.finditer(content)]
    try:
        inner = _LAST_LOST.sub(LOST.encode(), content).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return _filled(inner, heads) if inner.count(LOST) == len(heads) else None


def _bytes(text: str) -> bytes | None:
    """The bytes that were read as GBK, with a gap for each that was lost."""
    try:
        parts = (_byte(char) or char.encode("gb18030") for char in text)
        return b"".join(parts)
    except UnicodeEncodeError:
        return None


def _byte(char: str) -> bytes:
    return bytes([_GAP]) if char == LOST else b"\x80" if char == _EURO else b""


def _filled(inner: str, heads: list[bytes]) -> Mended:
    known = {inner[at : at + _BEFORE + 1] for at in range(len(inner) - _BEFORE)} | _PHRASES
    first, *pieces = inner.split(LOST)
    made, near = [first], first[-_NEAR:]
    filled = 0
    for head, piece in zip(heads, pieces, strict=True):
        char = _char(near, piece, head, known)
        filled += char != LOST
        made += [char, piece]
        near = (near + char + piece)[-_NEAR:]
    return Mended("".join(made), filled, len(heads) - filled)


def _char(before: str, after: str, head: bytes, known: set[str]) -> str:
    """The one character that can stand here; the mark where several can."""
    candidates = [(head + bytes([last])).decode("utf-8", "ignore") for last in range(0x80, 0xC0)]
    line = before.rpartition("\n")[2]
    if _CLOSE in candidates and after[:1] in ("", "\n") and line.count(_OPEN) > line.count(_CLOSE):
        return _CLOSE
    told = [char for char in candidates if char and before[-_BEFORE:] + char in known]
    return told[0] if len(told) == 1 and len(before) >= _BEFORE else LOST
