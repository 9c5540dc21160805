"""The numbers before damaged headings: of 十, 十二 and 十三 only their places may tell which one stood there."""

import re
from collections.abc import Iterator

from shuangda_desktop.text.chars import BLANK
from shuangda_desktop.text.numerals import to_int

_NUMERALS = "[一二三四五六七八九十]"
_LABEL = f"[(\uff08]({_NUMERALS}{{1,3}})[)\uff09]"
_ANYWHERE = re.compile(_LABEL)
_INDENT = re.compile(f"[{BLANK}]*")
_AT_START = re.compile(f"\u3000{_LABEL}")
_BRACKET_BEHIND = re.compile(
    "\uff08|[^\uff08\uff09]{0,20}\uff09"
)  # 四) behind a number, or another number: no heading begins so
_MAY_BEGIN = re.compile(f"\uff08(?:{_NUMERALS}{{1,3}}(?:\uff09.*)?)?", re.DOTALL)
_ANY = (0, 100)


def may_be_number(text: str) -> bool:
    """Whether a text is, or may go on to be, one that begins with (十二)."""
    return not text or _MAY_BEGIN.fullmatch(text) is not None


def numbers_around(text: str, spot: int) -> tuple[int, int]:
    """The numbers of the headings before and after a spot, between which its own lies."""
    before = list(_numbers(text, 0, spot))[-1:]
    after = next(_numbers(text, spot, len(text)), "")
    low = to_int(before[0]) or 0 if before else _ANY[0]
    high = to_int(after) or 0 if after else _ANY[1]
    return (low, high) if high > low else (low, _ANY[1])


def _numbers(text: str, start: int, end: int) -> Iterator[str]:
    """The numbers in brackets that lines between two places begin with."""
    for found in _ANYWHERE.finditer(text, start, end):
        line = text.rfind("\n", 0, found.start()) + 1
        if line >= start and _INDENT.fullmatch(text, line, found.start()):
            yield found[1]


def fits_between(reading: str, around: tuple[int, int]) -> bool:
    """Whether the number that a reading begins with lies in its row; an indented bracket has one.

    No other bracket stands right behind it, nor one that was never opened.
    """
    label = _AT_START.match(reading)
    if label is None:
        return not reading.startswith("\u3000\uff08")
    if _BRACKET_BEHIND.match(reading, label.end()):
        return False
    return around[0] < (to_int(label[1]) or 0) < around[1]


def number_end(reading: str) -> int:
    """Where the number ends that a reading begins with; 0 where it has none."""
    label = _AT_START.match(reading)
    return label.end() if label else 0


def differ_by_number(one: str, other: str) -> bool:
    """Whether two readings differ in their numbers alone, and the first is 十 or more.

    Of 二 and 二十 the short one is meant, of 十, 十二, 十三 and 十六 any.
    """
    label = _AT_START.match(one)
    large = label is not None and label[1].startswith("十")
    return large and one != other and _AT_START.sub("", one) == _AT_START.sub("", other)
