"""Initials of Chinese words, for finding a unit by a few Latin letters."""

from itertools import product

# The common characters of GB 2312 stand in the order of their pinyin: the first code of each letter.
_STARTS = (
    (0xB0A1, "a"), (0xB0C5, "b"), (0xB2C1, "c"), (0xB4EE, "d"), (0xB6EA, "e"), (0xB7A2, "f"),
    (0xB8C1, "g"), (0xB9FE, "h"), (0xBBF7, "j"), (0xBFA6, "k"), (0xC0AC, "l"), (0xC2E8, "m"),
    (0xC4C3, "n"), (0xC5B6, "o"), (0xC5BE, "p"), (0xC6DA, "q"), (0xC8BB, "r"), (0xC8F6, "s"),
    (0xCBFA, "t"), (0xCDDA, "w"), (0xCEF4, "x"), (0xD1B9, "y"), (0xD4D1, "z"),
)  # fmt: skip
_END = 0xD7FA
# Read in two ways, both common in the names of units: 银行, 长江, 重庆.
_ALSO = {"\u884c": "h", "\u957f": "z", "\u91cd": "c"}
_MOST = 8  # readings of one name


def initials(word: str) -> frozenset[str]:
    """Every row of first letters that a word can be typed by: 公安局 gives gaj."""
    letters = ["".join(_letters(character)) for character in word]
    readings = product(*(letter for letter in letters if letter))
    return frozenset("".join(reading) for reading, _ in zip(readings, range(_MOST), strict=False))


def matches(typed: str, word: str) -> bool:
    """Whether a word contains what was typed, as it stands or by its initials."""
    wanted = typed.strip().lower()
    if wanted in word.lower():
        return True
    return wanted.isascii() and any(wanted in reading for reading in initials(word))


def _letters(character: str) -> tuple[str, ...]:
    if character.isascii():
        return (character.lower(),) if character.isalnum() else ()
    first = _first_letter(character)
    return (first, _ALSO[character]) if character in _ALSO else (first,)


def _first_letter(character: str) -> str:
    code = int.from_bytes(character.encode("gb2312", errors="replace").rjust(2, b"\0"), "big")
    if code >= _END:
        return ""
    return next((letter for start, letter in reversed(_STARTS) if code >= start), "")
