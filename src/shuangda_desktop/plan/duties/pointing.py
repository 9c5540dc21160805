"""Clauses that point back to the one before get its units: 牵头单位同上."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shuangda_desktop.plan.duties.ditto import DITTO
from shuangda_desktop.plan.model import Duty, Role
from shuangda_desktop.plan.structure.item_tree import Item


def resolve_dittos(items: Sequence[Item]) -> None:
    """Put those of the measure before in the place of 同上, of the same role where it has any."""
    above: tuple[Duty, ...] = ()
    for draft in (draft for item in items for draft in item.drafts):
        if above and any(duty.unit == DITTO for duty in draft.duties):
            draft.duties = tuple(dict.fromkeys(_meant(draft.duties, above)))
        above = draft.duties or above


def _meant(duties: Sequence[Duty], above: Sequence[Duty]) -> Iterator[Duty]:
    for duty in duties:
        same = [each for each in above if each.role is duty.role]
        whole = len(duties) == 1 and duty.role is Role.RESPONSIBLE  # (同上) alone means all of them
        if duty.unit != DITTO:
            yield duty
        elif same or whole:
            yield from same or above
        else:
            yield from (replace(each, role=duty.role) for each in above if each.role is Role.LEAD)
