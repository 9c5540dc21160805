"""Chinese numerals and the ordinals of headings, to and from whole numbers."""

import unicodedata
from functools import lru_cache

_ROWS = [
    "\u96f6\u3007\u25cb0Oo\u039f\u03bf\u041e",  # 二OO八 is typed with letters
    "一壹",
    "二贰两兩貳",
    "三叁參",
    "四肆",
    "五伍",
    "六陆陸",
    "七柒",
    "八捌",
    "九玖",
]
_DIGITS = {char: value for value, row in enumerate(_ROWS) for char in row}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIAD = {"万", "萬"}
_LONGEST = 16  # longer strings are no ordinals
_WRITTEN = "零一二三四五六七八九"


@lru_cache(maxsize=1024)  # the same few numbers all over a plan
def to_int(text: str) -> int | None:
    """The number that a Chinese, Arabic or circled numeral says; None where it says none."""
    if text.isdecimal() and len(text) <= _LONGEST:  # most are
        return int(text)
    text = unicodedata.normalize("NFKC", text[: _LONGEST + 1]).strip("() .")
    if not text or len(text) > _LONGEST:
        return None
    if text.isdecimal():
        return int(text)
    if all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    return _count(text)


def _count(text: str) -> int | None:
    """Read positional writing: 一百零五, 十二, 三千二百."""
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _UNITS:
            section += (digit or 1) * _UNITS[char]
            digit = 0
        elif char in _MYRIAD:
            total, section, digit = total + (section + digit) * 10_000, 0, 0
        else:
            return None
    return total + section + digit


def to_chinese(number: int) -> str:
    """The ordinal as headings write it: 21 is 二十一; for 0 to 9999."""
    if number < 10:
        return _WRITTEN[number]
    text, rest = "", str(number)
    for power, digit in zip("千百十"[4 - len(rest) :] + " ", rest, strict=True):
        text += _WRITTEN[int(digit)] + (power.strip() if digit != "0" else "")
    text = text.rstrip("零").replace("零零", "零")
    return text.removeprefix("一") if number < 20 else text
