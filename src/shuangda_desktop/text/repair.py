"""The repairs of a document, in order: each rule sees the text as the rules before it left it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial

from shuangda_desktop.text.doubts import Doubt, Doubter, no_doubts
from shuangda_desktop.text.mapped import BY_CHARACTER, Edit, MappedText, Proposal, Repair
from shuangda_desktop.text.rules import blanks, dates, taiwan
from shuangda_desktop.text.rules.aligned import part_columns
from shuangda_desktop.text.rules.blanks import close_blanks, doubt_blanks
from shuangda_desktop.text.rules.contents import remove_contents
from shuangda_desktop.text.rules.dates import doubt_dates, restore_dates
from shuangda_desktop.text.rules.drawn import read_drawing
from shuangda_desktop.text.rules.duplicates import remove_duplicate
from shuangda_desktop.text.rules.glosses import remove_glosses
from shuangda_desktop.text.rules.invisible import remove_invisible
from shuangda_desktop.text.rules.letters import mend_letters
from shuangda_desktop.text.rules.marks import doubt_points, drop_doubled_marks
from shuangda_desktop.text.rules.markup import remove_markup
from shuangda_desktop.text.rules.misread import PRINTED, doubt_misread, nothing
from shuangda_desktop.text.rules.mojibake import SPOT, restore_shifted
from shuangda_desktop.text.rules.pages import remove_page_marks
from shuangda_desktop.text.rules.previews import remove_preview
from shuangda_desktop.text.rules.radicals import restore_characters
from shuangda_desktop.text.rules.reflow import join_wrapped
from shuangda_desktop.text.rules.rows import join_rows
from shuangda_desktop.text.rules.script import doubt_particles, simplify
from shuangda_desktop.text.rules.shift_doubts import doubt_shifted
from shuangda_desktop.text.rules.specks import remove_specks
from shuangda_desktop.text.rules.taiwan import doubt_words, restore_words
from shuangda_desktop.text.rules.web_junk import remove_web_junk
from shuangda_desktop.text.source import SourceText
from shuangda_desktop.text.taught import TaughtRule, mend_taught

Rule = Callable[[str], Iterable[Edit]]
_Key = tuple[str, int]  # rule, raw start
Accepted = frozenset[tuple[str, int, str]]  # rule, raw start, the candidate that the clerk chose


@dataclass(frozen=True, slots=True)
class Stage:
    """A rule, and what it leaves to the clerk of the text that it leaves.

    ``cue`` is what is in all that either looks for: a text without it is looked at once, not twice.
    """

    rule: Rule
    doubter: Doubter = no_doubts
    cue: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the clerk said stood at a doubtful spot; ``free`` where it need not be a candidate."""

    new: str
    free: bool


BEFORE_NAMES: tuple[Rule, ...] = (
    remove_markup,
    remove_invisible,
    restore_characters,
    remove_glosses,
    remove_specks,
    remove_preview,
    remove_page_marks,
    remove_contents,
    remove_web_junk,
    remove_duplicate,
    mend_letters,
    read_drawing,
    part_columns,
    join_rows,
    join_wrapped,
)
AFTER_NAMES = (
    Stage(restore_words, doubt_words, taiwan.CUE),
    Stage(simplify, doubt_particles),
    Stage(drop_doubled_marks, doubt_points),
    Stage(restore_dates, doubt_dates, dates.CUE),
    Stage(close_blanks, doubt_blanks, blanks.CUE),
)


def repair(
    source: SourceText,
    rejected: frozenset[_Key] = frozenset(),
    names: Sequence[str] = (),
    accepted: Accepted = frozenset(),
    typed: Accepted = frozenset(),
    taught: Sequence[TaughtRule] = (),
) -> MappedText:
    """The repaired text of a document.

    ``rejected`` are (rule, raw start) of repairs that the clerk undid and of proposals that were
    turned down; ``accepted`` are (rule, raw start, candidate) of proposals that were taken, ``typed``
    those where the clerk wrote what stood there; ``taught`` are the clerk's own rules.
    Undoing a repair never starts another one: only repairs of the full run are made again.
    """
    stages = (*stages_for(names), *_of_format(source.format), Stage(mend_taught(taught)))
    answers = [(answer, answer in typed) for answer in accepted | typed]
    chosen = {
        (rule, at): _Answer(new, free)
        for (rule, at, new), free in answers
        if (rule, at) not in rejected
    }
    full = _run(source.raw, stages, chosen)
    if rejected:
        full = _run(source.raw, stages, chosen, {_key(each) for each in full.repairs} - rejected)
    left = tuple(p for p in full.proposals if (p.rule, p.span.start) not in rejected)
    return replace(full, proposals=left)


def rules_for(names: Sequence[str]) -> tuple[Rule, ...]:
    """The rules in order; ``names`` are unit names that help to restore damaged ones."""
    return tuple(stage.rule for stage in stages_for(names))


def stages_for(names: Sequence[str]) -> tuple[Stage, ...]:
    """The rules in order, with what each leaves to the clerk."""
    known = tuple(names)
    restore, doubt = partial(restore_shifted, names=known), partial(doubt_shifted, names=known)
    return (*map(Stage, BEFORE_NAMES), Stage(restore, doubt, SPOT), *AFTER_NAMES)


def _of_format(format_name: str) -> tuple[Stage, ...]:
    """What is looked for only where a recogniser may have read the text."""
    return (Stage(nothing, doubt_misread),) if format_name in PRINTED else ()


def _run(
    raw: str,
    stages: Sequence[Stage],
    chosen: Mapping[_Key, _Answer],
    kept: Set[_Key] | None = None,
) -> MappedText:
    text, proposals = MappedText.of(raw), list[Proposal]()
    for stage in stages:
        if stage.cue and not stage.cue.search(text.text):
            continue
        edits = stage.rule(text.text)
        text = text.apply(edits if kept is None else _kept(text, edits, kept))
        answers: list[Edit] = []
        for doubt in stage.doubter(text.text):
            proposal = _proposal(text, doubt)
            answer = chosen.get((doubt.rule, proposal.span.start))
            if answer and (answer.free or answer.new in doubt.candidates):
                answers.append(Edit(doubt.span, answer.new, doubt.rule))
            else:
                proposals.append(proposal)
        text = text.apply(answers)
    return replace(text, proposals=tuple(proposals))


def _proposal(text: MappedText, doubt: Doubt) -> Proposal:
    before = text.text[doubt.span.start : doubt.span.end]
    where = text.to_raw(doubt.span)
    return Proposal(doubt.rule, where, before, doubt.candidates, doubt.evidence)


def _kept(text: MappedText, edits: Iterable[Edit], kept: Set[_Key]) -> Iterator[Edit]:
    """The edits without the parts that are not kept."""
    for edit in edits:
        parts = [part for part, repair in text.parts(edit) if _key(repair) in kept]
        if edit.rule in BY_CHARACTER:
            yield from _joined(text, edit, parts)
        else:
            yield from parts


def _joined(text: MappedText, edit: Edit, parts: Sequence[Edit]) -> Iterator[Edit]:
    """One edit again for the parts of an edit by single characters."""
    new = list(text.text[edit.span.start : edit.span.end])
    for part in parts:
        new[part.span.start - edit.span.start : part.span.end - edit.span.start] = part.new
    if parts:
        yield replace(edit, new="".join(new))


def _key(repair: Repair) -> _Key:
    return repair.rule, repair.span.start
