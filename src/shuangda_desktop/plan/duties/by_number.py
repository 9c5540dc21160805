"""Duties told in one place by the numbers of items: 第1—3项由A牵头,B配合;第4、5项由C负责。"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from shuangda_desktop.plan.duties.unit_names import looks_like_unit
from shuangda_desktop.plan.duties.verbs import read_verbs
from shuangda_desktop.plan.model import Duty, Role
from shuangda_desktop.text.numerals import to_int

_ONE = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3}|\([一二三四五六七八九十\d]{1,3}\))"
_TO = "[-\u2014\u2013~至到]{1,2}"
_MANY = f"{_ONE}(?:(?:项|条)?(?:{_TO}|[、.,和及])第?{_ONE}|(?=\\()(?<=\\)){_ONE}){{0,30}}"
_CAPTION = "(?:(?:职责|责任|任务|工作)?分工[:\u3002]|其中[:,]?|上述|以上)?"
_ITEMS = re.compile(
    f"(?:^{_CAPTION}|(?<=[;,\u3002]))(?:(?:任务|措施|工作)第?(?P<named>{_MANY})(?:项|条)?"
    f"|第(?P<counted>{_MANY})(?:项|条)|(?P<plain>{_MANY})(?:(?:项|条)|(?=由)))"
    "(?:重点)?(?:工作|任务|措施|事项|内容)?(?:[:,]?由|[:,])"
)
_BEGINS = re.compile(f"^{_CAPTION}(?:第|任务|措施|工作|\\(?[\\d一二三四五六七八九十])")
_RANGE = re.compile(f"({_ONE})(?:项|条)?{_TO}第?({_ONE})|({_ONE})")
_FEWEST = 2  # items, before a statement counts as one about numbers
_MOST = 60


@dataclass(frozen=True, slots=True)
class Numbered:
    """What a statement at [start, end) says of the items with these numbers; ``han`` for 一, 二."""

    numbers: tuple[int, ...]
    duties: tuple[Duty, ...]
    start: int
    end: int
    han: bool


def told_by_number(line: str) -> tuple[Numbered, ...]:
    """What a line says of items by their numbers; () where it does not begin so or is unclear."""
    if not _BEGINS.match(line):
        return ()
    found = list(_ITEMS.finditer(line))
    if not found or found[0].start():
        return ()
    told = [_numbered(match, end, line) for match, end in _with_ends(found, line)]
    known = [each for each in told if each]
    few = sum(len(each.numbers) for each in known) < _FEWEST
    return () if few or len(known) < len(told) else tuple(known)


def _with_ends(found: list[re.Match[str]], line: str) -> Iterator[tuple[re.Match[str], int]]:
    """Each statement with its end: the next one, or the full stop."""
    starts = [*(match.start() for match in found), len(line)]
    for match, (_, end) in zip(found, pairwise(starts), strict=True):
        stop = line.find("\u3002", match.end(), end)
        yield match, end if stop < 0 else stop + 1


def _numbered(match: re.Match[str], end: int, line: str) -> Numbered | None:
    numbers = match["named"] or match["counted"] or match["plain"]
    reading = read_verbs(line[match.end() : end].strip(" ;,\u3002"), Role.RESPONSIBLE)
    if not reading or not all(looks_like_unit(duty.unit) for duty in reading.duties):
        return None
    han = not re.search(r"\d", numbers)
    return Numbered(tuple(numbers_in(numbers)), reading.duties, match.start(), end, han)


def numbers_in(numbers: str) -> Iterator[int]:
    """The numbers of 1—3、5."""
    for match in _RANGE.finditer(numbers):
        first = to_int(match[1] or match[3]) or 0
        last = to_int(match[2]) or 0 if match[2] else first
        yield from range(first, min(last, first + _MOST) + 1)
