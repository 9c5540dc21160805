"""Lines become a passage: their words, and the clauses read from key lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from shuangda_desktop.plan.duties.by_number import told_by_number
from shuangda_desktop.plan.duties.duties import read_clause
from shuangda_desktop.plan.duties.unit_names import is_surely_unit, looks_like_unit
from shuangda_desktop.plan.duties.units_list import split_units
from shuangda_desktop.plan.duties.verbs import Reading
from shuangda_desktop.plan.duties.whole import told_of_above
from shuangda_desktop.plan.structure.keys import ROLES, Key, KeyLine, key_lines
from shuangda_desktop.plan.structure.lines import Line, squeeze
from shuangda_desktop.plan.structure.passage import Clause, Passage, join

_GOES_ON = "、,"
_LONGEST_VALUE = 200


@dataclass(slots=True)
class _Run:
    """Lines of one kind: words, or keys with their values."""

    lines: list[Line]
    keys: list[KeyLine]


def passage_of(lines: Sequence[Line], labelled: bool = False) -> Passage:
    """The lines as one passage with their key lines read as clauses.

    ``labelled`` where a number stood before the first line: 三、时间安排 is a heading, no key.
    """
    runs = [run for run in _runs(lines, labelled) if not run.keys or _says_anything(run)]
    passage = join([line for run in runs for line in run.lines])
    blocks, first = [], 0
    for run in runs:
        start, first = first, first + len(run.lines)
        if run.keys:
            end = passage.breaks[first] if first < len(passage.breaks) else len(passage.flat)
            blocks.append(_block(run, passage.breaks[start], end))
        else:
            blocks += _about_above(run.lines, passage.breaks[start:])
    return replace(passage, blocks=tuple(blocks)) if blocks else passage


def _about_above(lines: Sequence[Line], begins: Sequence[int]) -> Iterator[Clause]:
    """Clauses in a line of their own about the items above it, or about those that it numbers."""
    for line, begin in zip(lines, begins, strict=False):
        flat = squeeze(line.flat)
        numbered = told_by_number(flat)
        duties, above = ((), 0) if numbered else told_of_above(line.flat)
        if duties:
            yield Clause(
                begin, begin + len(flat), line.flat, Reading(duties), alone=True, above=above
            )
        elif numbered:
            end = begin + numbered[-1].end
            yield Clause(begin, end, flat, Reading(()), points=True, numbered=numbered)


def _says_anything(run: _Run) -> bool:
    return any(key.key is not Key.ASIDE for key in run.keys)


def _runs(lines: Sequence[Line], labelled: bool) -> list[_Run]:
    """Consecutive lines of one kind."""
    runs: list[_Run] = []
    for at, line in enumerate(lines):
        keys = [KeyLine(Key.RESPONSIBLE, "", line.flat)] if line.told else key_lines(line.flat)
        if labelled and at == 0 and _is_heading(keys, line):
            keys = []
        if not runs or not _joins(runs[-1], keys, line):
            runs.append(_Run([], []))
        runs[-1].lines.append(line)
        runs[-1].keys += keys
    return runs


def _is_heading(keys: Sequence[KeyLine], line: Line) -> bool:
    """Whether a key without any value and colon is the heading of an item."""
    return len(keys) == 1 and keys[0].key not in ROLES and line.flat == keys[0].word


def _joins(run: _Run, keys: Sequence[KeyLine], line: Line) -> bool:
    """Whether a line belongs to the run before it; a value may run on over lines."""
    if keys or not run.keys:
        return bool(keys) == bool(run.keys)
    last = run.keys[-1]
    if not _is_value(last, line):
        return False
    whole = last.listed or is_surely_unit(last.value.rpartition("、")[2])
    parted = last.value and last.value[-1] not in _GOES_ON and whole
    run.keys[-1] = replace(last, value=last.value + ("、" if parted else "") + line.flat)
    return True


def _is_value(key: KeyLine, line: Line) -> bool:
    """Whether a line goes on with the value of the key before it."""
    if not key.value or key.value[-1] in _GOES_ON:
        return len(line.flat) < _LONGEST_VALUE
    names = split_units(line.flat).names
    if key.key not in ROLES:
        return False
    return all(is_surely_unit(n) or (n[0] == "各" and looks_like_unit(n)) for n in names)


def _block(run: _Run, start: int, end: int) -> Clause:
    kept = [key for key in run.keys if key.key is not Key.ASIDE]
    text = ";".join(f"{key.word}:{key.value.rstrip(';,')}".removeprefix(":") for key in kept)
    reading = read_clause(text) or Reading(())
    return Clause(start, end, text, reading, alone=True, keyed=True)
