"""Which words of an item are its heading, and where its body begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from shuangda_desktop.plan.drafts import has_words
from shuangda_desktop.plan.passage import Clause, Passage

_STOP = re.compile("[\u3002!?]")
_POINTS = re.compile(r"\(\d{1,3}分\)$")
_COUNTED = re.compile(r"%|不少于|不低于|达到|以上|\d[月日]|期间|底前")
_LONGEST = 40
_LONGEST_LINE = 60
_LEAF = 15


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading ends at ``end`` of its passage; ``clause`` stands in it and governs the item."""

    end: int
    body: int
    clause: Clause | None = None


def heading_of(
    passage: Passage, clauses: Sequence[Clause], has_children: bool, level: int
) -> Heading | None:
    """The heading of an item, or None where its first words belong to its measure."""
    flat = passage.flat
    real = [clause for clause in clauses if clause.reading]
    first = real[0].start if real else len(flat)
    line_end = passage.breaks[1] if len(passage.breaks) > 1 else len(flat)
    stop = _STOP.search(flat, 0, min(line_end, first, _LONGEST_LINE + 40))
    end = stop.start() if stop else min(line_end, first)
    after = end + 1 if stop else end
    if has_children and not _words_after(flat, after, clauses):
        return Heading(end, real[0].end if real else after, real[0] if real else None)
    return _before_clause(flat, real, end, after) or _before_body(
        flat, clauses, stop is not None, end, after, line_end, level
    )


def _words_after(flat: str, start: int, clauses: Sequence[Clause]) -> bool:
    """Whether there are words after a place that belong to no clause."""
    at = start
    for clause in clauses:
        if clause.start >= at and has_words(flat[at : clause.start]):
            return True
        at = max(at, clause.end)
    return has_words(flat[at:])


def _before_clause(flat: str, real: Sequence[Clause], end: int, after: int) -> Heading | None:
    """A short title with the only clause right behind it, and the body below: 标题(A负责)正文."""
    if len(real) != 1 or has_words(flat[end : real[0].start]) or not is_title(flat[:end]):
        return None
    if not has_words(flat[real[0].end :]):
        return None
    return Heading(end, real[0].end, real[0])


def _before_body(
    flat: str,
    clauses: Sequence[Clause],
    stopped: bool,
    end: int,
    after: int,
    line_end: int,
    level: int,
) -> Heading | None:
    real = [clause for clause in clauses if clause.reading]
    next_clause = min((c.start for c in real if c.start >= end), default=len(flat))
    inline = _inline(flat[:end])
    if inline:
        return Heading(inline, inline + 1)
    if stopped:
        follows = has_words(flat[after:next_clause])
        return Heading(end, after) if follows and is_title(flat[:end]) else None
    if end == line_end and end < len(flat) and has_words(flat[end:next_clause]):
        return Heading(end, end) if end <= _LONGEST_LINE else None
    bare = level == 1 and end <= _LEAF and not real and end == len(flat)
    return Heading(end, end) if bare and not _COUNTED.search(flat) else None


def _inline(line: str) -> int:
    """Where a short title ends at a colon or a blank with words behind it; 0 for none."""
    match = re.match("[^:,;\u3002]{2,12}?[: ](?=[^:]{15})", line)
    if not match or not is_title(match[0][:-1]):
        return 0
    return match.end() - 1


def is_title(text: str) -> bool:
    """Whether a sentence is a short title: few words, at most an even pair of phrases."""
    if not 2 <= len(text) <= _LONGEST or re.search("[;:]", text) or _COUNTED.search(text):
        return False
    parts = re.split(",", text)
    if len(parts) == 1:
        return True
    plain = not re.search(r"[\d()]", text)
    return plain and all(len(part) <= 14 for part in parts) and len(text) <= 32


def heading_text(text: str) -> str:
    """The heading without points in brackets and without its end mark."""
    return _POINTS.sub("", text.strip(" \u3002.:;\uff1a\uff1b\uff0e")).strip()
