"""Lines cut where a number, a key or a signature is glued to the words before it."""

import re
from collections.abc import Iterator, Sequence

from shuangda_desktop.plan.dates import DATE
from shuangda_desktop.plan.keys import inline_keys
from shuangda_desktop.plan.lines import Line
from shuangda_desktop.plan.numbering import Label, Numbers, label_at
from shuangda_desktop.plan.units_list import looks_like_unit
from shuangda_desktop.text.chars import HAN, LOPEN, ROPEN

_GLUED = re.compile(
    f"(?:(?<=[\u3002;:!?\u201d\\s{ROPEN}])|(?<=[{HAN}])(?=[{LOPEN}1一]))"
    rf"(?=[{LOPEN}一二三四五六七八九十\d])"
)
_ENDED = re.compile(f"[\u3002!?\u201d{ROPEN}]$")
_LEADS_IN = re.compile(
    "(?:要点|方案|意见|通知|计划|办法|措施|安排|规划|清单|分工|工作|如下[:\u3002]?|\u3002|:)$"
)
_SECOND = re.compile(f"[\u3002{ROPEN}]\\s?二、")
_LISTED = re.compile(r"[;,]\s?2[.、](?!\d)")  # 1.甲;2.乙 inside a sentence is no row of items
_LONGEST_LIST = 200
_FAR = 5000  # how far behind 一、 its 二、 is looked for
_SIGNED = re.compile(f"[\u3002{ROPEN}](?P<who>[{HAN}\u201c\u201d]{{3,40}}?)\\s?(?:{DATE.pattern})$")
_LONGEST_SIGNATURE = 80
_LONGEST_HEADING = 60
_LOWEST = 3  # numbers below 1. are cut only at the beginning of a line


def cut_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines with each glued number, key and signature on a line of its own."""
    numbers = Numbers()
    found: list[Line] = []
    for line in lines:
        if "\t" in line.flat or "|" in line.flat:
            found.append(line)
            continue
        cuts = sorted(
            {0, *_labels(line.flat, numbers), *inline_keys(line.flat), *_signature(line.flat)}
        )
        ends = [*cuts[1:], len(line.flat)]
        found += [line.part(start, end) for start, end in zip(cuts, ends, strict=True)]
    return [line for line in found if line.flat]


def _labels(flat: str, numbers: Numbers) -> Iterator[int]:
    """Places inside a line where the next number of a row stands after a sentence's end."""
    first = label_at(flat)
    heading_from = first.end if first else 0
    if first and (first.sure or numbers.follows(first)):
        numbers.take(first)
    for match in _GLUED.finditer(flat, heading_from + 1):
        label = label_at(flat, match.start())
        if label and label.sure and _is_glued(label, flat, heading_from, numbers):
            numbers.take(label)
            heading_from = label.end
            yield label.start


def _is_glued(label: Label, flat: str, heading_from: int, numbers: Numbers) -> bool:
    between = flat[max(heading_from, label.start - _LONGEST_HEADING - 1) : label.start].rstrip()
    if label.level > _LOWEST:
        return False
    if numbers.fits(label) and _opens_row(label, between, flat, numbers):
        return True
    ended = _ENDED.search(between) or (label.level < _LOWEST and between.endswith(";"))
    return bool(ended) and label.number > 1 and numbers.follows(label)


def _opens_row(label: Label, between: str, flat: str, numbers: Numbers) -> bool:
    """一、 after a title or its preamble; (一) or 1. right after a heading of a higher level."""
    if label.level == 1:
        fresh = label.row not in numbers.last and bool(_LEADS_IN.search(between))
        return fresh and bool(_SECOND.search(flat, label.end, label.end + _FAR))
    if label.level == _LOWEST and _LISTED.search(flat, label.end, label.end + _LONGEST_LIST):
        return False
    heading = between.removesuffix("\u3002")
    short = 0 < len(heading) <= _LONGEST_HEADING and not any(c in heading for c in "\u3002;:!?")
    return short and numbers.knows_above(label) and heading[-1] not in "第款条项、,"


def _signature(flat: str) -> Iterator[int]:
    """Where a signature with its date is glued to the end of a line."""
    start = max(0, len(flat) - _LONGEST_SIGNATURE)
    match = _SIGNED.search(flat, start)
    if match and looks_like_unit(match["who"]):
        yield match.start("who")
