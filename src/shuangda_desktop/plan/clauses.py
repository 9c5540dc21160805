"""Where duty clauses stand in a passage: in brackets of any kind, or on key lines."""

import re
from collections.abc import Iterator

from shuangda_desktop.plan.duties import read_clause
from shuangda_desktop.plan.passage import Clause, Passage
from shuangda_desktop.plan.units_list import looks_like_unit
from shuangda_desktop.text.chars import LOPEN, ROPEN

_OPEN = re.compile(f"[{LOPEN}]")
_CLOSE = re.compile(f"[{ROPEN}]")
_POINTS = re.compile(r"^(?:共|计|满分)?\d+(?:\.\d+)?分(?:[,;:、].{0,60})?$")
_LONGEST = 1200
_SENTENCE_END = "\u3002;!?.)\u201d\u3015\u3011]"


def find_clauses(passage: Passage) -> list[Clause]:
    """Every clause of a passage in order, and brackets that hold only points."""
    return sorted([*passage.blocks, *_bracketed(passage)], key=lambda clause: clause.start)


def _bracketed(passage: Passage) -> Iterator[Clause]:
    at = 0
    blocked = [(block.start, block.end) for block in passage.blocks]
    for start, end in _pairs(passage.flat):
        if start < at or any(a <= start < b for a, b in blocked):
            continue
        clause = _closed(passage, start, end) if end else _unclosed(passage, start)
        if clause:
            at = clause.end
            yield clause


def _pairs(flat: str) -> list[tuple[int, int]]:
    """Each opening bracket with the place after its partner; 0 where it has none."""
    pairs: list[tuple[int, int]] = []
    stack: list[int] = []
    for match in re.finditer(f"[{LOPEN}{ROPEN}]", flat):
        if _OPEN.match(match[0]):
            stack.append(match.start())
        elif stack:
            pairs.append((stack.pop(), match.end()))
    return sorted(pairs + [(start, 0) for start in stack])


def _closed(passage: Passage, start: int, end: int) -> Clause | None:
    if end - start > _LONGEST:
        return None
    content = passage.flat[start + 1 : end - 1]
    if _POINTS.match(content) and not read_clause(content):
        return Clause(start, end, content, None)
    reading = read_clause(content)
    if not reading or (not reading.verb and not _stands_free(passage.flat, start, end)):
        return None
    return Clause(start, end, content, reading, alone=start in passage.breaks)


def _stands_free(flat: str, start: int, end: int) -> bool:
    """Whether a bracket without a verb ends its sentence and explains no name before it."""
    before, after = flat[max(0, start - 8) : start], flat[end : end + 1]
    if before[-1:] in _SENTENCE_END:
        return True
    return after in ("", "\u3002", ";") and not looks_like_unit(before[-4:])


def _unclosed(passage: Passage, start: int) -> Clause | None:
    """A clause whose closing bracket is missing ends with its sentence or its line."""
    flat = passage.flat
    limit = min((b for b in passage.breaks if b > start), default=len(flat))
    limit = min(limit, start + _LONGEST)
    stops = [flat.find(mark, start + 1, limit) for mark in ("\u3002", ";")]
    for end in [*([stops[0]] if stops[0] > 0 else [limit]), stops[1]]:
        content = flat[start + 1 : end].strip(" ;,\u3002") if end > 0 else ""
        if _OPEN.match(content):
            return None
        reading = read_clause(content)
        if reading and (reading.verb or end == limit):
            return Clause(start, end, content, reading, unclosed=True)
    return None
