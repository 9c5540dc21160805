"""Lines into numbered items, also where the number is glued to the paragraph before it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shuangda_desktop.plan.keys import inline_keys
from shuangda_desktop.plan.lines import Line
from shuangda_desktop.plan.numbering import Label, label_at
from shuangda_desktop.text.chars import HAN, LOPEN, ROPEN

_GLUED = re.compile(
    f"(?:(?<=[\u3002;:!?\u201d\\s{ROPEN}])|(?<=[{HAN}])(?=[{LOPEN}1一]))"
    rf"(?=[{LOPEN}一二三四五六七八九十\d])"
)
_GROUP = re.compile(f"^[\u3010\u3016]([{HAN}、]{{2,14}})[\u3011\u3017]")
_ENDS = re.compile(f"[\u3002;!?\u201d\\s{ROPEN}]$")
_SENTENCE = "\u3002;:!?,、"
_TITLE_END = re.compile(
    "(?:要点|方案|意见|通知|计划|办法|措施|安排|规划|清单|分工|工作|如下[:\u3002]?|\u3002|:)$"
)
_SECOND = re.compile(f"[\u3002{ROPEN}]\\s?二、")
_LONGEST_HEADING = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """A numbered item (or a 【…】 heading) with its lines; the first line has lost the label."""

    label: Label | None
    group: bool
    start: int
    lines: tuple[Line, ...]


class _Numbers:
    """The last number met at each level."""

    def __init__(self) -> None:
        self.last: dict[int, int] = {}

    def follows(self, label: Label) -> bool:
        """Whether the number is the next one of its level."""
        return label.number == self.last.get(label.level, 0) + 1

    def fits(self, label: Label) -> bool:
        """Whether the number is the next one or begins a new row."""
        return label.number == 1 or self.follows(label)

    def take(self, label: Label) -> None:
        """Go on from this label; a heading of level 1 or 2 opens new rows below it."""
        self.last[label.level] = label.number
        for level in [lower for lower in self.last if lower > max(label.level, 3)]:
            del self.last[level]


def entries_of(lines: Sequence[Line]) -> list[Entry]:
    """The items of the body; lines before the first label are left out."""
    found: list[Entry] = []
    current: list[Line] = []
    head: tuple[Label | None, bool, int] | None = None
    for line, label, group in _marked(lines):
        if label or group:
            if head:
                found.append(Entry(*head, tuple(current)))
            head, current = (label, group, line.start), []
            cut = label.end if label else (_GROUP.match(line.flat) or re.match("", "")).end()  # type: ignore[union-attr]
            line = line.part(cut)
        if line.flat:
            current.append(line)
    if head:
        found.append(Entry(*head, tuple(current)))
    return found


def begins_item(line: Line) -> bool:
    """Whether a line begins with a label or a 【…】 heading."""
    label = label_at(line.flat)
    return bool(label and label.sure) or bool(_GROUP.match(line.flat))


def _marked(lines: Sequence[Line]) -> Iterator[tuple[Line, Label | None, bool]]:
    """Each line, cut where a label is glued into it, with the label it begins with."""
    numbers = _Numbers()
    before = ""
    for line in lines:
        for piece in _cut(line, numbers):
            label = label_at(piece.flat)
            if label and not _is_heading(label, piece, before, numbers):
                label = None
            if label:
                numbers.take(label)
            yield piece, label, not label and bool(_GROUP.match(piece.flat))
            before = piece.flat


def _is_heading(label: Label, line: Line, before: str, numbers: _Numbers) -> bool:
    """A number begins an item where it is in order, or where the line before has ended."""
    if not label.sure:
        return numbers.follows(label)
    return numbers.fits(label) or len(before) < 20 or bool(_ENDS.search(before))


def _cut(line: Line, numbers: _Numbers) -> list[Line]:
    """The line cut at labels in order and at keys that stand inside it."""
    cuts = sorted({0, *_glued(line.flat, numbers), *inline_keys(line.flat)})
    ends = [*cuts[1:], len(line.flat)]
    return [line.part(a, b) for a, b in zip(cuts, ends, strict=True)]


def _glued(flat: str, numbers: _Numbers) -> Iterator[int]:
    """Places inside a line where the next number of a row stands after a sentence's end."""
    state = _Numbers()
    state.last = dict(numbers.last)
    first = label_at(flat)
    heading_from = first.end if first else 0
    if first:
        state.take(first)
    for match in _GLUED.finditer(flat, heading_from + 1):
        label = label_at(flat, match.start())
        if label and label.sure and _may_be_glued(label, flat, heading_from, state):
            state.take(label)
            heading_from = label.end
            yield label.start


def _may_be_glued(label: Label, flat: str, heading_from: int, numbers: _Numbers) -> bool:
    between = flat[max(heading_from, label.start - _LONGEST_HEADING - 1) : label.start].rstrip()
    if label.level > 3:
        return False
    if label.number == 1:
        return _opens_row(label, between, flat, numbers)
    ended = bool(re.search(f"[\u3002!?\u201d{ROPEN}]$", between)) or (
        label.level < 3 and between.endswith(";")
    )
    return ended and numbers.follows(label)


def _opens_row(label: Label, between: str, flat: str, numbers: _Numbers) -> bool:
    """一、 after a title; (一) or 1. right after a heading of a higher level."""
    if label.level == 1:
        return (
            1 not in numbers.last
            and bool(_TITLE_END.search(between))
            and bool(_SECOND.search(flat, label.end, label.end + 5000))
        )
    short = len(between) <= _LONGEST_HEADING and not any(mark in between for mark in "\u3002;:!?")
    higher = any(level < label.level for level in numbers.last)
    return short and higher and len(between) > 0 and between[-1] not in "第款条项、,"
