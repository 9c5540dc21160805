"""The repairs of a document, in order: each rule sees the text as the rules before it left it."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import partial

from shuangda_desktop.text.blanks import close_blanks
from shuangda_desktop.text.dates import restore_dates
from shuangda_desktop.text.duplicates import remove_duplicate
from shuangda_desktop.text.glosses import remove_glosses
from shuangda_desktop.text.invisible import remove_invisible
from shuangda_desktop.text.mapped import BY_CHARACTER, Edit, MappedText, Repair
from shuangda_desktop.text.marks import drop_doubled_marks
from shuangda_desktop.text.mojibake import restore_shifted
from shuangda_desktop.text.pages import remove_page_marks
from shuangda_desktop.text.reflow import join_wrapped
from shuangda_desktop.text.script import simplify
from shuangda_desktop.text.source import SourceText
from shuangda_desktop.text.web_junk import remove_web_junk

Rule = Callable[[str], Iterable[Edit]]
_Key = tuple[str, int]  # rule, raw start

BEFORE_NAMES: tuple[Rule, ...] = (
    remove_invisible,
    remove_glosses,
    remove_web_junk,
    remove_duplicate,
    remove_page_marks,
    join_wrapped,
)
AFTER_NAMES: tuple[Rule, ...] = (
    simplify,
    drop_doubled_marks,
    restore_dates,
    close_blanks,
)


def repair(
    source: SourceText,
    rejected: frozenset[tuple[str, int]] = frozenset(),
    names: Sequence[str] = (),
) -> MappedText:
    """The repaired text of a document; ``rejected`` are (rule, raw start) that the clerk undid.

    Undoing a repair never starts another one: only repairs of the full run are made again.
    """
    rules = rules_for(names)
    full = _run(source.raw, rules)
    if not rejected:
        return full
    return _run(source.raw, rules, {_key(each) for each in full.repairs} - rejected)


def rules_for(names: Sequence[str]) -> tuple[Rule, ...]:
    """The rules in order; ``names`` are unit names that help to restore damaged ones."""
    return (*BEFORE_NAMES, partial(restore_shifted, names=tuple(names)), *AFTER_NAMES)


def _run(raw: str, rules: Sequence[Rule], kept: Set[_Key] | None = None) -> MappedText:
    text = MappedText.of(raw)
    for rule in rules:
        edits = rule(text.text)
        text = text.apply(edits if kept is None else _kept(text, edits, kept))
    return text


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
