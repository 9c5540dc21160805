"""Clauses that govern more than the words before them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from shuangda_desktop.plan.duties.heads import as_words_say, units_told, whose_tasks
from shuangda_desktop.plan.duties.marked import Legend, has_signs
from shuangda_desktop.plan.duties.numbered import spread_by_number
from shuangda_desktop.plan.duties.order import Order, lead_by_order, order_in, says_first_leads
from shuangda_desktop.plan.duties.pointing import resolve_dittos
from shuangda_desktop.plan.measures.drafts import Draft
from shuangda_desktop.plan.model import Duty, Role
from shuangda_desktop.plan.structure.item_tree import Item, below
from shuangda_desktop.plan.structure.problems import is_problem

_THIS_ALONE = re.compile("[,;]以第一[^,;\u3002]{0,4}为牵头单位$")
_LONGEST_ROW = 100  # so many items at most share the keys below them


def spread(items: Sequence[Item]) -> None:
    """Let clauses govern what they are about: items by number, those below a heading, a row."""
    spread_by_number(items)
    for item in items:
        if item.heading_clause:
            for each in (item, *below(items, item)):
                for draft in each.drafts:
                    draft.take_from(item.heading_clause)
    _spread_headings(items)
    _spread_keys(items)
    _spread_back(items)
    resolve_dittos(items)


def _spread_headings(items: Sequence[Item]) -> None:
    """Headings that are nothing but units tell who does what stands below; the nearest one counts."""
    told: set[int] = set()
    for item in reversed(items):
        _give_tasks(whose_tasks(item.heading), below(items, item))
        if item.group:
            _give_units(units_told(item.group.strip("\u3010\u3011\u3016\u3017:")), (item,))
        duties = units_told(item.heading) if item.children and not item.heading_clause else ()
        if duties:
            lower = [each for each in below(items, item) if id(each) not in told]
            _give_units(duties, lower)
            told.update(map(id, lower))


def _give_tasks(duties: tuple[Duty, ...], lower: Iterable[Item]) -> None:
    """Units whose tasks stand below a heading do what names no other who leads or answers."""
    for draft in (draft for each in lower for draft in each.drafts) if duties else ():
        if all(duty.role is Role.COOPERATING for duty in draft.duties):
            draft.duties = (*duties, *draft.duties)


def _give_units(duties: tuple[Duty, ...], lower: Iterable[Item]) -> None:
    """Units of a heading do what the items below it say."""
    for each in lower if duties else ():
        said = as_words_say(duties, each.passage.flat)
        for draft in each.drafts:
            if not draft.clauses and (len(said) > len(duties) or not draft.duties):
                draft.duties = said


def _spread_keys(items: Sequence[Item]) -> None:
    """Items that hold only a key, as 3.责任单位:…, govern the items of their row before them."""
    for at, item in enumerate(items):
        clause = item.key_clause
        if clause:
            for draft in _before_keys(items, at):
                draft.add(clause.clauses[0], clause.clause_spans[0])
                draft.given = True
    for item in items:
        if item.key_clause:
            item.heading, item.drafts = item.key_clause.clauses[0].text.partition(":")[0], []


def _before_keys(items: Sequence[Item], at: int) -> list[Draft]:
    """The drafts of the row before the key items that end at ``at``."""
    found: list[Draft] = []
    for before in range(at - 1, max(-1, at - 1 - _LONGEST_ROW), -1):
        item = items[before]
        if item.level < items[at].level or (found and item.key_clause):
            break
        if not item.key_clause:
            found += item.drafts
    return found


def _spread_back(items: Sequence[Item]) -> None:
    owned = [(item, draft) for item in items for draft in item.drafts]
    for at, (_, draft) in enumerate(owned):
        if draft.clauses and not draft.given and draft.clauses[-1].alone:
            above = draft.clauses[-1].above
            row = _counted(owned, at, above) if above else _row(items, owned, at)
            for earlier in row:
                earlier.take_from(draft)


def _counted(owned: Sequence[tuple[Item, Draft]], at: int, above: int) -> list[Draft]:
    """The drafts of the last items of a row, so many with the one at ``at``."""
    last = owned[at][0]
    row: list[Draft] = []
    for before in range(at - 1, max(-1, at - above), -1):
        item, draft = owned[before]
        if draft.duties or item.parent != last.parent or item.level != last.level:
            break
        row.append(draft)
    return row


def _row(items: Sequence[Item], owned: Sequence[tuple[Item, Draft]], at: int) -> list[Draft]:
    """The drafts before the one at ``at`` that its clause governs too.

    They are the whole row of items under one heading, all that stands under 【…】 headings, or what is
    done about one problem.
    """
    own, _ = owned[at]
    row: list[tuple[Item, Draft]] = []
    for before in range(at - 1, max(-1, at - 1 - _LONGEST_ROW), -1):
        item, draft = owned[before]
        if draft.duties or item.parent != own.parent or item.level < own.level:
            break
        row.append((item, draft))
    grouped = any(not item.entry.label for item, _ in row)
    whole = _is_whole_row(items, own, [item for item, _ in row])
    if whole and own.parent is not None and owned[at][1].clauses[-1].keyed:
        row += [(items[own.parent], draft) for draft in items[own.parent].drafts]
    block = bool(own.group) and is_problem(own.group)
    if block:
        row = [(item, draft) for item, draft in row if item.group == own.group]
    return [draft for _, draft in row] if grouped or whole or block else []


def _is_whole_row(items: Sequence[Item], last: Item, row: Sequence[Item]) -> bool:
    if last.parent is None or not row:
        return False
    siblings = [items[child] for child in items[last.parent].children]
    if not siblings:  # the parent lost what stands under it, as torn lines do
        return False
    return siblings[-1] is last and all(any(s is item for item in row) for s in siblings[:-1])


def apply_order_rules(items: Sequence[Item], everywhere: Order | None) -> None:
    """Under 排在第一位的为牵头单位,下同 the first unit leads, from that rule on."""
    ruled, alone = everywhere, _numbers_of_one(items)
    for item in items:
        told = order_in((item.passage.flat,))
        rule = ruled or told
        if rule and _number_of(item) in rule.together & alone:
            _let_all_lead(item.drafts)
        if rule:
            let_first_lead(item.drafts, rule)
        ruled = ruled or (None if _is_of_one(item) else told)


def _number_of(item: Item) -> int | None:
    return item.entry.label.number if item.entry.label else None


def _numbers_of_one(items: Sequence[Item]) -> frozenset[int | None]:
    """The numbers that one item with measures has alone; (二) of two chapters may be either."""
    counts = Counter(_number_of(item) for item in items if item.drafts)
    return frozenset(number for number, count in counts.items() if count == 1)


def _is_of_one(item: Item) -> bool:
    """Whether a clause rules for itself alone: 责任单位:A、B,以第一个单位为牵头单位."""
    rules = [clause.text for clause in item.clauses if says_first_leads(clause.text)]
    return bool(rules) and all(_THIS_ALONE.search(rule) for rule in rules)


def let_first_lead(drafts: Iterable[Draft], rule: Order) -> None:
    """Let the first unit of each draft lead, where none is said to and no sentence tells them."""
    for draft in drafts:
        if not draft.prose:
            before, draft.duties = draft.duties, lead_by_order(draft.duties, rule)
            draft.ordered = before != draft.duties


def _let_all_lead(drafts: Iterable[Draft]) -> None:
    for draft in drafts:
        draft.duties = tuple(_with_rest(duty, Role.LEAD) for duty in draft.duties)


def give_rest(drafts: Iterable[Draft], legend: Legend) -> None:
    """Give the units without a mark their role, where a clause has marks."""
    rest = legend.rest
    if rest is None:
        return
    for draft in drafts:
        if any(has_signs(clause.text) for clause in draft.clauses):
            draft.duties = tuple(_with_rest(duty, rest) for duty in draft.duties)


def _with_rest(duty: Duty, rest: Role) -> Duty:
    return replace(duty, role=rest) if duty.role is Role.RESPONSIBLE else duty
