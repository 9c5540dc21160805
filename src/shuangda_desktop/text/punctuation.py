"""Width of punctuation: one width for matching, the full width for Chinese output."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from shuangda_desktop.text.chars import HAN

_SMALL_FORMS = {
    0xFE50: ",",
    0xFE51: "\u3001",
    0xFE52: ".",
    0xFE54: ";",
    0xFE55: ":",
    0xFE56: "?",
    0xFE57: "!",
    0xFE59: "(",
    0xFE5A: ")",
    0xFE5D: "\u3014",
    0xFE5E: "\u3015",
    0xFF61: "\u3002",
    0xFF64: "\u3001",
}
_NARROW = {
    **{chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)},
    **{chr(small): mark for small, mark in _SMALL_FORMS.items()},
    **dict.fromkeys("\u3000\u00a0\u202f\u205f" + "".join(map(chr, range(0x2000, 0x200B))), " "),
}
_NOT_NARROW = re.compile(f"[{''.join(map(re.escape, _NARROW))}]")
_CHINESE = re.compile(f"[{HAN}\u2014\u2018-\u201d\u2026\u2460-\u24ff\u3000-\u303f\uff01-\uff65]")
_CAN_WIDEN = re.compile("[,:;?!()\ufe50-\ufe5e]")
_AFTER_HAN = re.compile(f"[,:;?!](?<=[{HAN}].)")  # surely meant wide, and by far the most
_LONGEST_KEPT = 2000  # characters of a text that is worth to be remembered
_MARKS = ",:;?!"
_BRACKETS = "()"


def narrow(text: str) -> str:
    """The text with full-width ASCII and odd blanks made half-width; length and places are kept."""
    return _narrowed(text) if len(text) > _LONGEST_KEPT else _narrow_again(text)


@lru_cache(maxsize=1024)  # the checks of a plan look at the same measure again and again
def _narrow_again(text: str) -> str:
    return _narrowed(text)


def _narrowed(text: str) -> str:
    for char in set(_NOT_NARROW.findall(text)):  # few kinds in any text: faster than a translation
        text = text.replace(char, _NARROW[char])
    return text


def widen(text: str) -> str:
    """The text with , : ; ? ! ( ) full-width where they stand in Chinese, for output.

    Numbers, times, addresses and Latin text keep their half-width marks. A mark stands in Chinese
    where the nearest character that is no mark, on either side, is Chinese.
    """
    if not _CAN_WIDEN.search(text):  # most texts: to look is ten times faster
        return text
    text = _AFTER_HAN.sub(lambda mark: chr(ord(mark[0]) + 0xFEE0), text)
    return widen_by_neighbours(text) if _CAN_WIDEN.search(text) else text


def widen_by_neighbours(text: str) -> str:
    """The same, character by character: for brackets, and for marks that no Chinese stands before."""
    plain = narrow(text)
    left = _neighbours(plain)
    right = _neighbours(plain[::-1])[::-1]
    places = set(_marks(plain, left, right)) | set(_brackets(plain, left, right))
    return "".join(chr(ord(c) + 0xFEE0) if i in places else text[i] for i, c in enumerate(plain))


def _neighbours(text: str) -> list[str]:
    """For each place, the nearest character before it that is no mark."""
    found, last = [], "\n"
    for char in text:
        found.append(last)
        if char not in _MARKS and char not in _BRACKETS:
            last = char
    return found


def _marks(text: str, left: list[str], right: list[str]) -> Iterator[int]:
    chinese_line = False
    for at, char in enumerate(text):
        if char in _MARKS:
            # a semicolon stands in no number, and at the end of a line no number goes on
            loose = chinese_line and (char == ";" or right[at] == "\n")
            if loose or _CHINESE.match(left[at]) or _CHINESE.match(right[at]):
                yield at
        else:
            chinese_line = char != "\n" and (chinese_line or bool(_CHINESE.match(char)))


def _brackets(text: str, left: list[str], right: list[str]) -> Iterator[int]:
    """Brackets by pairs: both become wide or neither; an odd one goes by its own neighbours."""
    chinese = [0, *accumulate(bool(_CHINESE.match(c)) for c in text)]
    for start, end in _pairs(text):
        within = chinese[end] > chinese[start]
        if within or _CHINESE.match(left[start]) or _CHINESE.match(right[end]):
            yield from (start, end)


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    open_at: list[int] = []
    for at, char in enumerate(text):
        if char == "(":
            open_at.append(at)
        elif char == ")":
            yield (open_at.pop() if open_at else at), at
    yield from ((at, at) for at in open_at)
