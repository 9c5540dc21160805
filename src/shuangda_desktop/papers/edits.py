"""The text of a paper as lines that a person edits, and what was edited carried over to a new draft.

A draft is made anew from the tasks whenever it is looked at. What the clerk changed is kept as edits:
lines that stood there, and lines that stand there now. An edit whose lines the new draft no longer has
is not applied and not lost: it is told.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from shuangda_desktop.papers.marks import in_house_marks
from shuangda_desktop.papers.model import Block, Kind, Paper, Paragraph

TABLE = "\u3010表格\u3011"  # stands for a table, which is edited in Word
_ORDINAL = "[一二三四五六七八九十百]+"
_CHAPTER = re.compile(f"{_ORDINAL}、[^。]{{1,40}}")
_SECTION = re.compile(f"\uff08{_ORDINAL}\uff09[^。]{{1,40}}")
_HEAD = re.compile(f"\uff08{_ORDINAL}\uff09[^。]{{1,30}}。")
_ROLE = "拟?(?:牵头|责任|配合)单位\uff1a|拟?完成时限\uff1a"
_DUTY = re.compile(f"[^。\uff08]{{0,20}}(?:{_ROLE})[^。]*")
_CLAUSE = re.compile(f"\uff08[^\uff08]{{0,20}}(?:{_ROLE})[^。]*\uff09$")


@dataclass(frozen=True, slots=True)
class Edit:
    """``before`` became ``after``; ``anchor`` is the line before it, ``at`` its place in the old draft."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    anchor: str = ""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Edited:
    """A paper with the edits that found their place, and those that did not."""

    paper: Paper
    lost: tuple[Edit, ...] = ()


def lines_of(paper: Paper) -> tuple[str, ...]:
    """The body as lines: one for a paragraph, a mark for a table."""
    return tuple(_line(block) for block in paper.blocks)


def _line(block: Block) -> str:
    # As the paper will have it: the clerk must find in the window what stands in the file.
    return in_house_marks(block.words) if isinstance(block, Paragraph) else TABLE


def read_lines(text: str) -> tuple[str, ...]:
    """What was typed as lines; empty ones are no paragraphs."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def edits_between(old: Sequence[str], new: Sequence[str]) -> tuple[Edit, ...]:
    """What turns the old lines into the new ones."""
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(
        Edit(tuple(old[a:b]), tuple(new[c:d]), old[a - 1] if a else "", a)
        for what, a, b, c, d in found
        if what != "equal"
    )


def edited(paper: Paper, edits: Iterable[Edit]) -> Edited:
    """The paper with these edits, which are in the order of its text."""
    lines, done = lines_of(paper), 0
    new: list[str] = []
    lost: list[Edit] = []
    for edit in edits:
        place = _place(lines, edit, done)
        if place is None:
            lost.append(edit)
        else:
            new += [*lines[done:place], *edit.after]
            done = place + len(edit.before)
    return Edited(with_lines(paper, (*new, *lines[done:])), tuple(lost))


def _place(lines: Sequence[str], edit: Edit, first: int) -> int | None:
    """Where the edit applies from a line on: after its anchor if it can be, near its old place."""
    count = len(edit.before)
    places = [
        at for at in range(first, len(lines) - count + 1) if lines[at : at + count] == edit.before
    ]
    exact = [at for at in places if (lines[at - 1] if at else "") == edit.anchor]
    usable = exact or (places if count else [])  # words that were added need their anchor
    return min(usable, key=lambda at: abs(at - edit.at), default=None)


def with_lines(paper: Paper, lines: Sequence[str]) -> Paper:
    """The paper with these lines as its body; lines that it had keep their form, tables their place."""
    known: defaultdict[str, list[Block]] = defaultdict(list)
    for block in paper.blocks:
        known[_line(block)].append(block)
    return replace(paper, blocks=tuple(_blocks(lines, known)))


def _blocks(lines: Iterable[str], known: dict[str, list[Block]]) -> Iterator[Block]:
    for line in lines:
        if known[line]:
            yield known[line].pop(0)
        elif line != TABLE:  # a mark too many stands for no table
            yield paragraph_of(line)


def paragraph_of(line: str) -> Paragraph:
    """A typed line in the form that its own words ask for."""
    if _CHAPTER.fullmatch(line):
        return Paragraph(line, Kind.CHAPTER)
    if _SECTION.fullmatch(line):
        return Paragraph(line, Kind.SECTION)
    if _DUTY.fullmatch(line):
        return Paragraph(line, Kind.DUTY)
    head, clause = _HEAD.match(line), _CLAUSE.search(line)
    start = head.end() if head else 0
    end = clause.start() if clause and clause.start() > start else len(line)
    return Paragraph(line[start:end], head=line[:start], clause=line[end:])
