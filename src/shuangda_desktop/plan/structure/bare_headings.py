"""Headings without a number between numbered items: 加强宣传教育, with 5. above it and 6. below.

A line is one where it holds no mark but a dash before it, where what stands above it has ended or is a
heading of a higher level, and where the next number of a row stands below it. One such line may be a
slip; two are none.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from shuangda_desktop.plan.duties.heads import units_told
from shuangda_desktop.plan.structure.headings import is_plain_heading
from shuangda_desktop.plan.structure.keys import key_lines
from shuangda_desktop.plan.structure.lines import Line
from shuangda_desktop.plan.structure.numbering import label_at
from shuangda_desktop.text.chars import HAN

_FEWEST = 2
_BARE = re.compile(
    rf"(?!附件)(?P<dash>\u2014{{1,2}} ?)?(?=(?:[^{HAN}]{{0,4}}[{HAN}]){{4}})[{HAN}\u201c\u201d\"、+\w]{{4,24}}"
)
_ENDED = ("\u3002", ")", "\u3015", "\u3011")
_GOES_ON = ("、", ",", ":")
_ROW = 3  # the level of 1.


def with_bare_headings(lines: Sequence[Line]) -> list[Line]:
    """The lines, with those marked that only name what the items below are about."""
    found = {at for at in range(1, len(lines) - 1) if _heads(lines, at)}
    if len(found) < _FEWEST:
        return list(lines)
    return [replace(line, names=True) if at in found else line for at, line in enumerate(lines)]


def _heads(lines: Sequence[Line], at: int) -> bool:
    before, line, after = lines[at - 1 : at + 2]
    bare = _BARE.fullmatch(line.flat)
    if line.names or line.told or not bare or label_at(line.flat):
        return False
    above, below = label_at(before.flat), label_at(after.flat)
    if not below or not below.sure or below.level < _ROW:
        return False
    if above and above.end == len(before.flat):  # a number alone: its heading stands below it
        return False
    higher = above is not None and above.level < below.level
    begins = higher or bare["dash"] is not None or _has_ended(before.flat)
    return begins and not _is_known(line.flat)


def _has_ended(flat: str) -> bool:
    """Whether a line is the end of an item: a sentence, a bracket or a key with its value."""
    told = key_lines(flat) if not flat.endswith(_GOES_ON) else []
    return flat.endswith(_ENDED) or any(key.value for key in told)


def _is_known(flat: str) -> bool:
    """Whether a line is a key, a heading that all plans use, or who does what stands below."""
    return bool(key_lines(flat) or is_plain_heading(flat) or units_told(flat))
