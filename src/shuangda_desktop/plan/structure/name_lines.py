"""Lines that name units or a month and nothing else, with numbered items below: 市公安局:, 4月份."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from shuangda_desktop.plan.duties.prose import units_told
from shuangda_desktop.plan.measures.periods import calendar_period
from shuangda_desktop.plan.structure.lines import Line
from shuangda_desktop.plan.structure.numbering import label_at

_FEWEST = 2  # one such line may be the addressee of a notice
_LONGEST = 60
_FIRST = ("1", "(1", "一", "(一", "\u2460")  # how the items below begin
_NAMES_AND_ITEM = re.compile(r"(?P<names>[^:\d\u3002;]{3,60}):\s?(?=1[.、](?!\d)|\(一\)|\(1\))")
_GOES_ON = (":", "、", ",")
_NO_NAME = ("\u3002", ";", ",", ")\u3002")


def with_name_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines, with those marked that only name whose items, or which month's, stand below."""
    found = set(_name_lines(lines))
    if len(found) < _FEWEST:
        return list(lines)
    return [replace(line, names=True) if at in found else line for at, line in enumerate(lines)]


def with_names_apart(lines: Iterable[Line]) -> list[Line]:
    """The lines, cut where items follow their units in one line: 市公安局:1.查案。2.抽检。"""
    found: list[Line] = []
    for line in lines:
        names = _NAMES_AND_ITEM.match(line.flat)
        if names and units_told(names["names"]):
            found += (line.part(0, names.end()), line.part(names.end()))
        else:
            found.append(line)
    return found


def _name_lines(lines: Sequence[Line]) -> Iterator[int]:
    for at, (line, after) in enumerate(pairwise(lines)):
        if not after.flat.startswith(_FIRST) or not _may_name(line.flat):
            continue
        if at and lines[at - 1].flat.endswith(_GOES_ON):  # the names are what a key says
            continue
        label = label_at(after.flat)
        if label and label.number == 1 and not label_at(line.flat) and named(line.flat):
            yield at


def _may_name(flat: str) -> bool:
    """Whether a line is short and neither a sentence, a row of a table nor a key with its value."""
    short = len(flat) <= _LONGEST and not flat.endswith(_NO_NAME)
    return short and "\t" not in flat and ":" not in flat[:-1]


def named(flat: str) -> bool:
    """Whether a line says nothing but who, or in which month."""
    words = flat.strip(":\u3010\u3011\u3016\u3017")
    return bool(units_told(words) or calendar_period(words))
