"""GBK as a damaging site handled it: characters, byte pairs, and the damage itself."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from shuangda_desktop.text.punctuation import narrow
from shuangda_desktop.text.rules.glosses import LETTERS

LOST = "?\uff1f"
# the site split at these, in this order
MARKS = {"\uff1f": b"\xa3\xbf", "\uff01": b"\xa3\xa1", "\u3002": b"\xa1\xa3", "\u3001": b"\xa1\xa2"}
_GLOSS = re.compile(f"[{LOST}]([{LETTERS}]{{1,6}})[)\uff09]")
_READINGS = (
    "權quán 產chǎn 監jiān 業yè 網wǎng 關guān 農nóng 執zhí 發fā 規guī 協xié 聯lián 環huán 區qū 貿mào 調diào 統tǒng 構gòu 經jīng 質zhì "
    "續xù 節jié 現xiàn 優yōu 數shù 內nèi 態tài 術shù 結jié 據jù 鄉xiāng 醫yī 衛wèi 養yǎng 驅qū"
)
GLOSSED = {word[0]: word[1:] for word in _READINGS.split()}


def encode(char: str) -> bytes | None:
    """The bytes of a character, None where GBK has none."""
    try:
        return char.encode("gbk")
    except UnicodeEncodeError:
        return None


@cache
def pair(lead: int, trail: int) -> str | None:
    """The character of two bytes; "" where they mean nothing, None where they are no pair."""
    if not (0x81 <= lead <= 0xFE and 0x40 <= trail <= 0xFE and trail != 0x7F):
        return None
    try:
        return bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return ""


@dataclass(frozen=True, slots=True)
class Token:
    """A character of damaged text: its possible bytes, or a lost byte (with the gloss put in)."""

    options: tuple[bytes, ...]
    end: int
    gloss: str = ""

    @property
    def is_lost(self) -> bool:
        """Whether it stands for a byte that is gone."""
        return not self.options


def tokens(text: str, start: int, most: int) -> list[Token]:
    """What stands at ``start``, up to the end of the line or a character that GBK has not."""
    found: list[Token] = []
    at = start
    while at < len(text) and len(found) < most and text[at] != "\n":
        token = _token(text, at)
        if token is None:
            break
        found.append(token)
        at = token.end
    return found


def _token(text: str, at: int) -> Token | None:
    char = text[at]
    if char in LOST:
        glossed = _GLOSS.match(text, at)
        return Token((), glossed.end(), glossed[1]) if glossed else Token((), at + 1)
    options = _options(char)
    return Token(options, at + 1) if options else None


@lru_cache(maxsize=4096)
def _options(char: str) -> tuple[bytes, ...]:
    """The bytes that a character may have had: those of its wide form as well."""
    wide = chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char
    return tuple(dict.fromkeys(b for b in (encode(char), encode(wide)) if b))


def damage(text: str, glosses: Sequence[tuple[bytes, str]] = ()) -> str:
    """What the site made of a clean text, in one width; ``glosses`` are (pair, pinyin) put in."""
    content = text.encode("gbk")
    for where, pinyin in glosses:
        content = content.replace(where, where + f"({pinyin})".encode("gbk"))
    return narrow("".join(_decode(piece) for piece in _pieces(content)))


def _pieces(content: bytes) -> list[bytes]:
    pieces = [content]
    for mark in MARKS.values():
        split: list[bytes] = []
        for piece in pieces:
            split += [piece] if piece in MARKS.values() else _split(piece, mark)
        pieces = split
    return pieces


def _split(piece: bytes, mark: bytes) -> Iterator[bytes]:
    for at, part in enumerate(piece.split(mark)):
        if at:
            yield mark
        if part:
            yield part


def _decode(piece: bytes) -> str:
    chars, at = [], 0
    while at < len(piece):
        if piece[at] < 0x80:
            chars.append(chr(piece[at]))
            at += 1
            continue
        char = pair(piece[at], piece[at + 1]) if at + 1 < len(piece) else None
        chars.append("?" if char is None else char)
        at += 2
    return "".join(chars)
