"""Lines that name units or a month and nothing else, with numbered items below: 市公安局:, 4月份.

Such lines may also stand below their words, where the cell of a table has lost its borders.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from shuangda_desktop.plan.duties.duties import read_clause
from shuangda_desktop.plan.duties.heads import units_told
from shuangda_desktop.plan.duties.prefixes import has_place
from shuangda_desktop.plan.duties.stems import is_office
from shuangda_desktop.plan.measures.dates import DATE
from shuangda_desktop.plan.measures.periods import calendar_period
from shuangda_desktop.plan.structure.keys import key_lines
from shuangda_desktop.plan.structure.lines import Line
from shuangda_desktop.plan.structure.numbering import label_at
from shuangda_desktop.text.chars import LOPEN

_FEWEST = 2  # one such line may be the addressee of a notice
_LONGEST = 60
_FIRST = ("1", "(1", "一", "(一", "\u2460")  # how the items below begin
_NAMES_AND_ITEM = re.compile(r"(?P<names>[^:\d\u3002;]{3,60}):\s?(?=1[.、](?!\d)|\(一\)|\(1\))")
_GOES_ON = (":", "、", ",")
_ENDED = ("\u3002", ";", ")", "\u201d")
_WHEN = re.compile("^(?=.*(?:\\d|年|持续|长期|常态))[^\u3002]{2,16}$")
_LONGEST_TOLD = 160
_OPENS = tuple(LOPEN.replace("\\", ""))
_NOT_TOLD = ("\t", ":", "\u3002", " ")  # of rows and keys
_NO_NAME = ("\u3002", ";", ",", ")\u3002")


def with_name_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines, with those marked that only name whose items, or which month's, stand below."""
    found = set(_name_lines(lines))
    if len(found) < _FEWEST:
        return list(lines)
    return [replace(line, names=True) if at in found else line for at, line in enumerate(lines)]


def with_told_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines, with those marked that only tell who does what stands above: 市公安局、市商务局."""
    found = {at for at in range(1, len(lines)) if _tells_of_above(lines, at)}
    if len(found) < _FEWEST:
        return list(lines)
    return [replace(line, told=True) if at in found else line for at, line in enumerate(lines)]


def _tells_of_above(lines: Sequence[Line], at: int) -> bool:
    """Whether a line says nothing but who and until when, below words that have ended."""
    line, before = lines[at], lines[at - 1].flat
    if line.names or len(line.flat) > _LONGEST_TOLD or not before.endswith(_ENDED):
        return False
    after = lines[at + 1].flat if at + 1 < len(lines) else ""
    signs = DATE.fullmatch(after) or DATE.search(line.flat)  # who signed, above the date
    other = signs or label_at(line.flat) or key_lines(line.flat) or after.startswith(_FIRST)
    return not other and _only_tells(line.flat.rstrip("\u3002"))


def _only_tells(flat: str) -> bool:
    if flat.startswith(_OPENS) or any(sign in flat for sign in _NOT_TOLD):
        return False
    reading = read_clause(flat)
    if not reading or reading.deed or not all(_is_one(duty.unit) for duty in reading.duties):
        return False
    return reading.verb or all(units_told(part) or _WHEN.match(part) for part in _parts(flat))


def _is_one(name: str) -> bool:
    return name.startswith("各") or has_place(name) or is_office(name)


def _parts(flat: str) -> list[str]:
    return [part for part in re.split("[,;]", flat) if part]


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
