"""Measures that seem cut amid a sentence, or left uncut, or that differ in shape from all others."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from statistics import median

from shuangda_desktop.plan.checks.findings import Drafted, doubt
from shuangda_desktop.plan.checks.words import LONGEST, is_cut_off
from shuangda_desktop.plan.duties.unit_names import is_surely_unit, looks_like_unit
from shuangda_desktop.plan.model import Duty, Finding
from shuangda_desktop.plan.structure.item_tree import Item
from shuangda_desktop.plan.structure.odd_headings import rows_without_headings
from shuangda_desktop.text.chars import HAN, LOPEN, ROPEN, STOP

_AMID = re.compile(
    "[\u2014\u2013-]|率\\d|日[内前]|月[底末前]|[以之](?:[上下](?!率)|[前后内])|%|底前|的(?!士)|以及|及其|并(?![购网轨联行])|从而|进而|[,;:、)]"
)
_GOES_ON = tuple("、:\uff1a")  # behind them more is to come
_FEWEST = 6  # measures among which one can be far longer than the others
_TIMES, _LONG = 4, 200  # so many times their median, and characters
_FIELD = re.compile(f"(?P<key>[{HAN}]{{2,8}}):[^\u3002;]{{1,40}}[\u3002;]?")
_LONGEST_KEY, _LONGEST_UNIT = 9, 24
_TIME_IN_BRACKETS = re.compile(
    f"[{LOPEN}][^{LOPEN}{ROPEN}]{{1,30}}[年月季底前][^{LOPEN}{ROPEN}]{{0,12}}[{ROPEN}]"
)
_OPENS = tuple(LOPEN)
_ROW = 40  # measures that may share one clause and what stands behind it
_TWIN = 10  # characters that two tasks hardly share by chance
_FEWEST_BARE = 3  # items without a heading in a row where one with a heading is odd
_SELDOM = 8  # and so many for each that has one, where several do
_SENTENCE = 12  # characters of a heading that may be a sentence
_NAME = re.compile(f"[{HAN}]{{2,10}}")  # a measure that is no more is a piece of something else
_WHOLE = 0.75  # such a share of measures that end with their sentence shows that plans are whole
_SENTENCES = 4  # one long task in fewer is usual


def check_amid(all_drafted: Sequence[Drafted]) -> Iterator[tuple[int, Finding]]:
    """By place in the list: the measures that may be cut in the wrong place."""
    lengths = [len(drafted.measure.text) for drafted in all_drafted]
    longest = max(_LONG, _TIMES * median(lengths)) if len(lengths) >= _FEWEST else None
    ended = sum(one.measure.text.endswith(STOP) for one in all_drafted)
    whole = longest and ended > _WHOLE * len(all_drafted)
    for at, drafted in enumerate(all_drafted):
        measure = drafted.measure
        if _AMID.match(drafted.words[:4]):
            message = "本项从半句话开始,可能切错了地方,暂按现有切分。"
            yield at, doubt("begins-amid", message, measure.span)
        before_next = at < len(all_drafted) - 1 and not drafted.draft.row
        if (before_next and is_cut_off(drafted)) or _goes_on(drafted):
            message = "本项没有写完就到了下一项,可能切错了地方,暂按现有切分。"
            yield at, doubt("ends-amid", message, measure.span)
        elif whole and not drafted.draft.row and _NAME.fullmatch(drafted.words):
            message = "本项只有几个字,其他各项都是整句,可能是单位名称或标题的一部分,暂作一项。"
            yield at, doubt("ends-amid", message, measure.span)
        far_longer = longest and longest < lengths[at] <= LONGEST  # beyond it is told anyway
        if far_longer and measure.text.count(STOP) > _SENTENCES:
            message = f"本项有{lengths[at]}字,比其他各项长得多,可能漏切了几项,暂作一项。"
            yield at, doubt("long-measure", message, measure.span)


def _goes_on(drafted: Drafted) -> bool:
    """Whether more is to come; behind a comma may stand the clause of these words."""
    own = drafted.draft.clauses and not drafted.draft.given
    return drafted.words.endswith(_GOES_ON) or (drafted.words.endswith(",") and not own)


def check_behind(
    all_drafted: Sequence[Drafted], told: Container[int]
) -> Iterator[tuple[int, Finding]]:
    """By place in the list: the measures before one that is nothing but a key and its value.

    Those at ``told`` have the doubt about their units, which is the same one.
    """
    for at, drafted in enumerate(all_drafted):
        stray = _stray(drafted)
        if not stray:
            continue
        message = f"后面的“{stray}”没有读懂,可能说的是本项,暂另作一项。"
        for before in _row_before(all_drafted, at):
            if before not in told:
                yield before, doubt("field-behind", message, all_drafted[before].measure.span)


def _stray(drafted: Drafted) -> str:
    """What a measure is that is nothing but a key with its value, a bracket or a unit; "" for any other."""
    words = drafted.words
    if words[:1] in _OPENS and _TIME_IN_BRACKETS.fullmatch(words):
        return words
    field = _FIELD.fullmatch(words) if ":" in words[:_LONGEST_KEY] else None
    if field:
        told = drafted.draft.clauses or looks_like_unit(field["key"])
        return "" if told else field["key"]
    return words if len(words) <= _LONGEST_UNIT and is_surely_unit(words) else ""


def _row_before(all_drafted: Sequence[Drafted], at: int) -> Iterator[int]:
    """The measure before a place, and those of its row before it that share its clause."""
    if not at:
        return
    clause = all_drafted[at - 1].draft.clause_spans
    yield at - 1
    for before in range(at - 2, max(-1, at - _ROW), -1) if clause else ():
        if all_drafted[before].draft.clause_spans != clause:
            return
        yield before


def check_twins(all_drafted: Sequence[Drafted]) -> Iterator[tuple[int, Finding]]:
    """By place in the list: measures whose words stand in the plan twice: a doubled page, two columns."""
    seen: dict[tuple[str, tuple[Duty, ...]], int] = {}
    for at, drafted in enumerate(all_drafted):
        words = drafted.measure.text
        first = seen.setdefault((words, drafted.measure.duties), at)
        if first != at and len(words) >= _TWIN:
            message = "本项文字与另一项完全相同,可能是同一段文字读了两遍,暂作两项。"
            yield first, doubt("same-words", message, all_drafted[first].measure.span)
            yield at, doubt("same-words", message, drafted.measure.span)


def check_odd_headings(all_drafted: Sequence[Drafted]) -> Iterator[tuple[int, Finding]]:
    """By place in the list: measures whose first sentence became a heading, as in no other of their row."""
    items = [item for item in _items(all_drafted) if item.entry.label]
    odd = rows_without_headings(items, _is_odd)
    siblings: dict[tuple[int | None, int], list[Item]] = defaultdict(list)
    for item in items:
        siblings[item.parent, item.level].append(item)
    for at, drafted in enumerate(all_drafted):
        if _row_if_titled(drafted) in odd or _is_odd_long(drafted, siblings):
            message = "同级其他各项都没有小标题,本项的第一句可能是正文,暂作小标题。"
            yield at, doubt("odd-heading", message, drafted.measure.span)


def _is_odd(headed: int, bare: int) -> bool:
    """Whether items with a heading are odd in a row: one beside several, or next to none."""
    return bare >= _FEWEST_BARE and (headed <= 1 or headed * _SELDOM <= bare)


def _is_odd_long(
    drafted: Drafted, siblings: Mapping[tuple[int | None, int], Sequence[Item]]
) -> bool:
    """Whether a measure is below a long heading of its own, and most of the few beside it have none."""
    item = drafted.item
    if not item or len(item.heading) < _SENTENCE or not _row_if_titled(drafted):
        return False
    row = siblings[item.parent, item.level]
    return len(row) > 1 and 2 * sum(bool(one.heading) for one in row) <= len(row)


def _row_if_titled(drafted: Drafted) -> str:
    """The row of a measure that is the first under a heading of its own; "" for any other."""
    item = drafted.item
    first = item.drafts[:1] if item and item.heading else ()
    own = any(drafted.draft is each for each in first)
    return item.entry.label.row if own and item and item.entry.label else ""


def _items(all_drafted: Sequence[Drafted]) -> list[Item]:
    """The items of measures, each once."""
    return list({id(d.item): d.item for d in all_drafted if d.item}.values())
