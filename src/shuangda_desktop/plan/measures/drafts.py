"""Measures in the making: a passage cut after each duty clause."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from shuangda_desktop.plan.model import Duty
from shuangda_desktop.plan.structure.lines import has_words
from shuangda_desktop.plan.structure.passage import Clause, Passage, in_a_row
from shuangda_desktop.text.chars import LOPEN
from shuangda_desktop.text.mapped import Span

_TRAILING = re.compile(f"[{LOPEN}\u2014\\-\\s]+$")
_LONGEST_TAIL = 8
_LEADING = re.compile("[\u3002;,、.:)\\]\u3015\u3011\\s]*")
_CAPTION = re.compile(  # before the words of a measure: it names their kind, not what is done
    "(?:工作|任务|具体|主要|重点|整治)(?:内容|措施|目标|任务|要求|举措)(?:和要求|及要求)?:"
)


@dataclass(slots=True)
class Draft:
    """A measure in the making; spans are in the repaired text.

    ``start`` is where its words or its clause begin; ``given`` tells that its clause stands elsewhere.
    """

    start: int
    parts: list[Span]
    clauses: list[Clause] = field(default_factory=list)
    clause_spans: list[Span] = field(default_factory=list)
    duties: tuple[Duty, ...] = ()
    open_ended: bool = False
    title: str = ""
    aim: str = ""  # what a cell beside its words says is to be reached
    prose: bool = False
    given: bool = False
    row: bool = False  # it is a row of a table
    merged: bool = False  # its clause is that of the table row above
    ordered: bool = False  # the lead follows from the order of names
    annex: "Draft | None" = None  # the row of a table further down that says the same

    def add(self, clause: Clause, span: Span) -> None:
        """Let a clause govern these words, after those that already do."""
        self.clauses.append(clause)
        self.clause_spans.append(span)
        self.duties = tuple(dict.fromkeys((*self.duties, *clause.reading.duties)))
        self.open_ended = self.open_ended or clause.reading.open_ended

    def take_from(self, other: "Draft") -> None:
        """Let the clauses of another draft govern these words too, where none does."""
        if self.duties:
            return
        self.clauses += other.clauses
        self.clause_spans += other.clause_spans
        self.duties, self.open_ended, self.given = other.duties, other.open_ended, True


def cut_at_clauses(passage: Passage, clauses: Sequence[Clause], body: int) -> list[Draft]:
    """One draft for each clause from ``body`` on, one more for words after the last."""
    if _clauses_lead(passage, clauses, body):
        return _cut_before_clauses(passage, clauses)
    cut = _Cut(passage, body)
    for clause in clauses:
        cut.take(clause)
    return cut.ended()


class _Cut:
    """Goes through the clauses of a passage; ``held`` are times in brackets of their own, before their clause."""

    def __init__(self, passage: Passage, start: int) -> None:
        self._passage = passage
        self._start = start
        self._words: list[tuple[int, int]] = []
        self._held: list[Clause] = []
        self._drafts: list[Draft] = []

    def take(self, clause: Clause) -> None:
        """End a draft at this clause, unless it is none or only a time."""
        self._words.append((min(self._start, clause.start), clause.start))
        self._start = clause.end
        if clause.points:
            return
        parts = stretches(self._passage, self._words)
        if clause.aside and (parts or not self._drafts):
            self._held.append(clause)
            return
        if parts or not self._drafts:
            self._drafts.append(_draft(parts, self._passage, clause))
        else:  # two brackets in a row govern the same words
            self._add(clause)
        self._add(*self._held)
        self._words, self._held = [], []

    def ended(self) -> list[Draft]:
        """All drafts, one more for words after the last clause."""
        rest = stretches(self._passage, [*self._words, (self._start, len(self._passage.flat))])
        if rest:
            self._drafts.append(Draft(rest[0].start, rest))
            self._add(*self._held)  # times beside no clause
        return self._drafts

    def _add(self, *clauses: Clause) -> None:
        for clause in clauses:
            self._drafts[-1].add(clause, _place(self._passage, clause))


def _clauses_lead(passage: Passage, clauses: Sequence[Clause], body: int) -> bool:
    """Whether clauses stand before the words they govern: 一、(责任单位:A)开展检查。"""
    ruling = [clause for clause in clauses if clause.governs]
    if body or not ruling or ruling[0].keyed:
        return False
    before, after = passage.flat[: ruling[0].start], passage.flat[ruling[-1].end :]
    return not has_words(before) and has_words(after)


def _cut_before_clauses(passage: Passage, clauses: Sequence[Clause]) -> list[Draft]:
    """One draft for each clause with the words behind it."""
    ends = [*(clause.start for clause in clauses[1:]), len(passage.flat)]
    return [
        _draft(stretches(passage, [(clause.end, end)]), passage, clause)
        for clause, end in zip(clauses, ends, strict=True)
    ]


def _draft(parts: list[Span], passage: Passage, clause: Clause) -> Draft:
    place = _place(passage, clause)
    draft = Draft(parts[0].start if parts else place.start, parts)
    draft.add(clause, place)
    return draft


def _place(passage: Passage, clause: Clause) -> Span:
    return Span(passage.at[clause.start], passage.at[clause.end - 1] + 1)


def clause_draft(passage: Passage, clause: Clause) -> Draft:
    """A clause without words of its own, to be given to others."""
    return _draft([], passage, clause)


def stretches(passage: Passage, words: Sequence[tuple[int, int]]) -> list[Span]:
    """Stretches of the repaired text that the words stand in; [] where there are no words."""
    if not any(has_words(passage.flat[start:end]) for start, end in words):
        return []
    pieces: list[Sequence[int]] = []
    for start, end in words:
        begin = start if any(pieces) else _first_word(passage.flat, start, end)
        pieces.append(passage.at[begin:end])
    places = in_a_row(pieces)
    tail = _TRAILING.search(passage.flat, max(0, words[-1][1] - _LONGEST_TAIL), words[-1][1])
    return _runs(places[: len(places) - len(tail[0])] if tail else places)


def _first_word(flat: str, start: int, end: int) -> int:
    """Where words begin: behind marks, and behind a caption where it is the only one."""
    marks = _LEADING.match(flat, start, end)
    begin = marks.end() if marks else start
    caption = _CAPTION.match(flat, begin, end)
    return caption.end() if caption and not _CAPTION.search(flat, caption.end(), end) else begin


def _runs(places: Sequence[int]) -> list[Span]:
    """Runs of neighbouring places."""
    runs: list[Span] = []
    first = 0
    while first < len(places):
        # Places only grow, so those of one run have the same distance from their index.
        gap = places[first] - first
        end = bisect_right(range(len(places)), gap, first, key=lambda at: places[at] - at)
        runs.append(Span(places[first], places[first] + end - first))
        first = end
    return runs
