"""Text files: the encoding is told by what the bytes say, never by what the name promises.

Strict decoding first is a trap: a GBK file with one damaged byte fails as GBK and "succeeds" as
UTF-16. So every candidate is decoded with replacements, and the likeliest text wins.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources.common_han import COMMON
from shuangda_desktop.sources.misread import mend
from shuangda_desktop.text.chars import HAN
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.rules.script import to_traditional

_BOMS = {
    b"\xef\xbb\xbf": "utf-8",
    b"\xff\xfe\x00\x00": "utf-32-le",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
    b"\x84\x31\x95\x33": "gb18030",
}
_CANDIDATES = {"gb18030": 0.0, "big5hkscs": 0.0, "utf-16-le": -0.3, "utf-16-be": -0.3}
_SAMPLE = 40_000  # bytes that the encoding is judged by
_MOST_LOST = 0.1  # share of non-ASCII characters that may be damaged before the reading is another
_LOST = "\ufffd"
_LINE_BREAK = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")  # a lone surrogate, and NUL, at which SQLite stops
_ASCII = re.compile(r"[\t\n\r -~]")
_NEUTRAL = re.compile(
    f"[{HAN}\u00b7\u2013-\u2026\u2460-\u24ff\u25a0-\u25ff\u2605\u3000-\u303f\uff01-\uff5e]"
)
_BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, the encoding it was in, and what was lost (whole sentences)."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(content: bytes) -> Decoded:
    """The text that the bytes most likely hold; SourceError where they hold none."""
    encoding = _encoding(content)
    text = content.decode(encoding, errors="replace").removeprefix("\ufeff")
    if len(_BINARY.findall(text)) > len(text) * _MOST_LOST:
        raise SourceError(
            widen(
                "这个文件不是文字,程序读不了;原文件没有改动。请确认选对了文件,或在WPS中打开后另存为.docx再导入。"
            )
        )
    restored = restore(text)
    if restored is not None:
        return restored
    return Decoded(normalise(text), encoding, _losses(text))


def normalise(text: str) -> str:
    """The text with every kind of line break made LF, and without what no database can keep."""
    return _UNKEEPABLE.sub(_LOST, _LINE_BREAK.sub("\n", text))


def _losses(text: str) -> tuple[str, ...]:
    lost = text.count(_LOST)
    if not lost:
        return ()
    return (widen(f"文件中有{lost}处字节损坏,已用占位符“{_LOST}”标出,请对照原件核对。"),)


def _encoding(content: bytes) -> str:
    for mark, encoding in _BOMS.items():
        if content.startswith(mark):
            return encoding
    sample = content[:_SAMPLE]
    if _is_utf8(sample):
        return "utf-8"
    return max(_CANDIDATES, key=lambda e: _likelihood(sample.decode(e, "replace")) + _CANDIDATES[e])


def _is_utf8(content: bytes) -> bool:
    text = content.decode("utf-8", errors="replace")
    foreign = sum(1 for c in text if c > "\x7f")
    return "\x00" not in text and text.count(_LOST) <= foreign * _MOST_LOST


def _likelihood(text: str) -> float:
    """How much a text reads like Chinese: the mean over its characters."""
    common = _common()
    total = 0
    for char in text:
        if char in common:
            total += 2
        elif _ASCII.match(char):
            total += 1
        elif not _NEUTRAL.match(char):
            total -= 2
    return total / max(len(text), 1)


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(COMMON + to_traditional(COMMON))


def restore(text: str) -> Decoded | None:
    """UTF-8 that was read as Latin-1 or GBK and saved so, where the way back is exact."""
    for encoding, back in (("windows-1252", _western_bytes), ("gb18030", _gbk_bytes)):
        content = back(text)
        inner = _strict_utf8(content) if content else None
        if inner and _likelihood(inner[:_SAMPLE]) > _likelihood(text[:_SAMPLE]):
            told = "文件的编码曾被误读,已按往返一致的原则还原。"
            return Decoded(normalise(inner), f"utf-8 ({encoding})", (widen(told),))
    return _mended(text)


def _mended(text: str) -> Decoded | None:
    """UTF-8 that was read as GBK and lost bytes by it: what is certain restored, the rest marked."""
    mended = mend(text)
    if mended is None or _likelihood(mended.text[:_SAMPLE]) <= _likelihood(text[:_SAMPLE]):
        return None
    told = f"文件的编码曾被误读,已经还原,但有{mended.filled + mended.left}处丢了字节:{mended.filled}处已按上下文补上,"
    told += f"{mended.left}处用占位符“{_LOST}”标出;请对照原件核对,或请对方重新发送原文件。"
    return Decoded(normalise(mended.text), "utf-8 (gb18030)", (widen(told),))


def _strict_utf8(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _gbk_bytes(text: str) -> bytes | None:
    try:
        return text.encode("gb18030")
    except UnicodeEncodeError:
        return None


def _western_bytes(text: str) -> bytes | None:
    table = _western()
    return None if any(c not in table for c in text) else bytes(table[c] for c in text)


@lru_cache(maxsize=1)
def _western() -> dict[str, int]:
    """Every byte by the character that windows-1252 or Latin-1 shows for it."""
    table = {chr(byte): byte for byte in range(256)}
    for byte in range(128, 256):
        table[bytes([byte]).decode("cp1252", "replace")] = byte
    return table
