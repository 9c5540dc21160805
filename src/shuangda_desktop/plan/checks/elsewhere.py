"""Duties that stand apart from the measures they are about, in a form that was not read.

A line that names a unit and ends with a colon, a sentence that says who does items 3 to 5, a key that was
left in the words of the last item of a row: the measures around may have the units that stand there.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from shuangda_desktop.plan.checks.findings import Drafted, clause_span, doubt, hint
from shuangda_desktop.plan.duties.unit_names import are_surely_units, is_surely_unit
from shuangda_desktop.plan.duties.units_list import split_units
from shuangda_desktop.plan.model import Finding, Role
from shuangda_desktop.plan.structure.frame import Frame
from shuangda_desktop.plan.structure.item_tree import Item
from shuangda_desktop.text.mapped import MappedText

_REFERS = re.compile(
    "第\\s?[\\d一二三四五六七八九十]{1,3}(?:[\u2014\u2013\\-~至、和,]{1,2}第?[\\d一二三四五六七八九十]{1,3}){0,9}\\s?[项条][^\u3002;]{0,12}?(?:由|负责|牵头)"
)
_LONGEST_NAME = 24
_HOW = re.compile("(?:整改|具体|主要|工作)?(?:措施|举措|办法|内容):")
_LEADS_IN = re.compile("(?:^|[\u3002;])(?P<unit>[^\u3002;:,]{3,40}):$")
_FIRST = re.compile(  # not 第一季度, not 首发地
    "(?:第一(?=[个家位名者的单部为是牵,、]|责任单)|首(?=[个家位名]))[^\u3002;\n]{0,17}牵头"
    "|[列排]在?(?:第一|首)位?[^\u3002;\n]{0,4}[为是][^\u3002;\n]{0,8}(?:单位|部门)"  # the word for leading is damaged
)
_FOR_REST = re.compile(  # 未注明责任单位的由市双打办负责
    "(?:未|没有|除|其他|其余|各项|所有|全部|以下|下列|下述)[^\u3002]{0,40}(?:由|均)[^\u3002]{2,40}?(?:负责|牵头|承担)"
)
_FOR_OTHERS = re.compile(  # 以下各项均需各县政府落实,不再列出
    "(?:以[上下]|下[列述]|后面|其[他余])[^,;\u3002()]{0,8}均[^;\u3002()]{2,40}?(?:落实|负责|配合|参与|参加)"
)
_LEFT_OVER = ("unread-key", "unread-bracket", "half-read", "unit-as-task", "clause-as-task")


def units_elsewhere(
    all_drafted: Sequence[Drafted], codes: Sequence[set[str]], items: Sequence[Item], frame: Frame
) -> dict[int, Finding]:
    """By place in the list: measures without duties whose units may stand elsewhere.

    ``codes`` are the doubts of each measure that are known already.
    """
    places = {
        *_referred(all_drafted),
        *_out_of_reach(all_drafted, items),
        *_led_in(all_drafted),
        *_behind_clause(all_drafted),
        *_in_row(all_drafted, codes),
        *_below(all_drafted, items, _heads_left_over(all_drafted, codes)),
        *_in_head(all_drafted, frame),
    }
    return {at: _finding(all_drafted[at]) for at in places if not all_drafted[at].measure.duties}


def leads_by_order(all_drafted: Sequence[Drafted], text: MappedText) -> Iterator[int]:
    """The measures without a lead in a plan that rules that the first unit leads, where none does so."""
    if any(drafted.draft.ordered for drafted in all_drafted) or not _FIRST.search(text.text):
        return
    for at, drafted in enumerate(all_drafted):
        roles = {duty.role for duty in drafted.measure.duties}
        if drafted.draft.clauses and roles == {Role.RESPONSIBLE}:
            yield at


def check_rules(all_drafted: Sequence[Drafted], text: MappedText) -> Iterator[Finding]:
    """A hint at the first clause that gives units to all other items (其余均由…负责): no item gets them."""
    for drafted in all_drafted:
        rule = _FOR_OTHERS.search(drafted.clause) if "均" in drafted.clause else None
        if rule:
            message = f"责任分工中的“{rule[0]}”说的是其他各项,暂未加到各项的单位中,请核对。"
            yield hint("rule-for-others", message, clause_span(drafted, text))
            return


def lead_unread(drafted: Drafted) -> Finding:
    """The doubt about one of them."""
    message = "文中说排在第一位的单位牵头,但没有读懂从哪一项起,暂按责任单位列,请核对。"
    return doubt("lead-unread", message, drafted.measure.span)


def check_leads_above(
    all_drafted: Sequence[Drafted], items: Sequence[Item]
) -> Iterator[tuple[int, Finding]]:
    """By place in the list: measures with units of their own, none of which leads, below one that does."""
    for at, drafted in enumerate(all_drafted):
        roles = {duty.role for duty in drafted.measure.duties}
        lead = _lead_above(drafted, items) if roles and Role.LEAD not in roles else ""
        if lead and lead not in {duty.unit for duty in drafted.measure.duties}:
            message = f"上面的标题写明由“{lead}”牵头,本项另有单位,可能也由它牵头,暂只按本项的列。"
            yield at, doubt("lead-above", message, drafted.measure.span)


def _lead_above(drafted: Drafted, items: Sequence[Item]) -> str:
    """The unit that the headings above a measure say leads; "" for none."""
    above = drafted.item
    while above is not None:
        clauses = above.heading_clause.clauses if above.heading_clause else ()
        for duty in (duty for clause in clauses for duty in clause.reading.duties):
            if duty.role is Role.LEAD:
                return duty.unit
        above = items[above.parent] if above.parent is not None else None
    return ""


def _finding(drafted: Drafted) -> Finding:
    message = "文中另有一处写明责任单位,但没有读懂是哪几项的,本项暂按无责任单位处理,请核对。"
    return doubt("units-elsewhere", message, drafted.measure.span)


def _referred(all_drafted: Sequence[Drafted]) -> Iterator[int]:
    """All measures of a plan that says somewhere who does which items."""
    texts = (drafted.words for drafted in all_drafted)
    if any(_REFERS.search(text) for text in texts if "第" in text):
        yield from range(len(all_drafted))


def _out_of_reach(all_drafted: Sequence[Drafted], items: Sequence[Item]) -> Iterator[int]:
    """All measures of a plan that says who does which items by numbers that no item has."""
    stated = {told for item in items for clause in item.clauses for told in clause.numbered}
    if not stated:
        return
    clauses = (clause for drafted in all_drafted for clause in drafted.draft.clauses)
    if stated.difference(told for clause in clauses for told in clause.numbered):
        yield from range(len(all_drafted))


def _led_in(all_drafted: Sequence[Drafted]) -> Iterator[int]:
    """The measures behind words that end with a unit and a colon, up to the next section."""
    leads: Drafted | None = None
    for at, drafted in enumerate(all_drafted):
        if leads and not _same_section(leads, drafted):
            leads = None
        if leads:
            yield at
        words = drafted.words
        lead_in = _LEADS_IN.search(words) if ":" in words[-2:] else None
        alone = len(words) <= _LONGEST_NAME and ":" not in words and is_surely_unit(words)
        if alone or (lead_in and are_surely_units(split_units(lead_in["unit"]).names)):
            leads = drafted
            yield at


def _behind_clause(all_drafted: Sequence[Drafted]) -> Iterator[int]:
    """The measures that only tell how the one before them, which has units, is to be done."""
    of_one = False
    for at, (before, drafted) in enumerate(pairwise(all_drafted), 1):
        same = before.item is drafted.item and (of_one or bool(before.measure.duties))
        of_one = same and bool(_HOW.match(drafted.words))
        if of_one:
            yield at


def _same_section(one: Drafted, two: Drafted) -> bool:
    return one.item is not None and two.item is not None and one.item.level <= two.item.level


def _in_row(all_drafted: Sequence[Drafted], codes: Sequence[set[str]]) -> set[int]:
    """The measures of a row before one that has a key or bracket left in its words."""
    found: set[int] = set()
    for at, drafted in enumerate(all_drafted):
        if drafted.item is None or not (codes[at].intersection(_LEFT_OVER) or _ends_row(drafted)):
            continue
        before = at - 1  # what is found already has the rest of its row with it
        while before >= 0 and before not in found and _is_bare(all_drafted[before], drafted.item):
            found.add(before)
            before -= 1
    return found


def _is_bare(other: Drafted, item: Item) -> bool:
    """Whether a measure stands under the same heading and has no units."""
    same = other.item is not None and other.item.parent == item.parent
    return same and not other.measure.duties


def _ends_row(drafted: Drafted) -> bool:
    """Whether a measure has a clause in lines of its own, which may be said of the row above."""
    draft = drafted.draft
    return bool(draft.clauses) and draft.clauses[-1].alone and not draft.given


def _in_head(all_drafted: Sequence[Drafted], frame: Frame) -> Iterator[int]:
    """All measures of a plan whose head says who does what is not told otherwise."""
    if any(_FOR_REST.search(line.flat) for line in frame.heads):
        yield from range(len(all_drafted))


def _may_rule(item: Item, unread: set[int]) -> bool:
    """Whether a heading has a clause, or words below it that may be one."""
    return item.heading_clause is not None or id(item) in unread


def _heads_left_over(all_drafted: Sequence[Drafted], codes: Sequence[set[str]]) -> set[int]:
    """The items above others whose own words hold a key or a bracket that was not read."""
    return {
        id(one.item)
        for one, own in zip(all_drafted, codes, strict=True)
        if one.item and one.item.children and own.intersection(_LEFT_OVER)
    }


def _below(
    all_drafted: Sequence[Drafted], items: Sequence[Item], unread: set[int]
) -> Iterator[int]:
    """The measures under a heading that has a clause, or words that may be one."""
    for at, drafted in enumerate(all_drafted):
        above = drafted.item
        while above is not None and not _may_rule(above, unread):
            above = items[above.parent] if above.parent is not None else None
        if above is not None:
            yield at
