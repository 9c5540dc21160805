"""Parts of a paragraph that 一是, 二是 count, where each says who does it: they are measures of their own."""

import re
from collections.abc import Iterator
from itertools import pairwise

from shuangda_desktop.plan.duties.closing import closing_duties
from shuangda_desktop.plan.duties.prose_cuts import Cut
from shuangda_desktop.plan.model import Duty
from shuangda_desktop.text.numerals import to_int

_MARK = re.compile("(?<![^\u3002;:,])(?P<number>[一二三四五六七八九十])是(?=..)")
_PAUSE = re.compile("[,\u3002]")
_FEWEST = 2


def counted_cuts(flat: str, body: int) -> list[Cut]:
    """The passage cut where a part begins; [] where a part does not say who does it."""
    starts = list(_starts(flat, body))
    if len(starts) < _FEWEST:
        return []
    cuts = [
        Cut(start, end, _told(flat[start:end])) for start, end in pairwise([*starts, len(flat)])
    ]
    if not all(cut.duties for cut in cuts):
        return []
    return [Cut(body, cuts[0].end, cuts[0].duties), *cuts[1:]]


def _starts(flat: str, body: int) -> Iterator[int]:
    """Where the marks stand that count from one on."""
    wanted = 1
    for mark in _MARK.finditer(flat, body) if "一是" in flat else ():
        if to_int(mark["number"]) == wanted:
            yield mark.start()
            wanted += 1


def _told(part: str) -> tuple[Duty, ...]:
    """The duties behind what is to be done: 整治网售假货,由市商务局牵头、市公安局配合."""
    first = _PAUSE.search(part)
    return closing_duties(part, first.end())[0] if first else ()
