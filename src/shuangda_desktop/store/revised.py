"""Plans with the clerk's decisions applied, without their texts."""

import json
from collections.abc import Collection, Generator, Mapping, Sequence

from shuangda_desktop.plan.model import Decision, Plan
from shuangda_desktop.plan.revising.revise import revise
from shuangda_desktop.store import readings
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.plans import to_decision


def revised(store: Store, plan_ids: Sequence[int]) -> dict[int, Plan]:
    """Plans with the clerk's decisions applied, without their texts."""
    return _decided(store, readings.load_detected(store, plan_ids))


def revised_in_parts(store: Store, plan_id: int) -> Generator[None, None, Plan]:
    """A plan with the clerk's decisions applied, a part of it read in each turn."""
    detected = yield from readings.load_in_parts(store, plan_id)
    return _decided(store, {plan_id: detected})[plan_id]


def _decided(store: Store, detected: Mapping[int, Plan]) -> dict[int, Plan]:
    decisions = decisions_of(store, detected)
    return {id_: revise(plan, decisions[id_]) for id_, plan in detected.items()}


def decisions_of(store: Store, plan_ids: Collection[int]) -> dict[int, list[Decision]]:
    """What was decided about plans, in order; nothing about those that nobody corrected."""
    decisions: dict[int, list[Decision]] = {id_: [] for id_ in plan_ids}
    for plan_id, *columns in store.rows(_DECISIONS, [json.dumps(list(plan_ids))]):
        decisions[plan_id].append(to_decision(*columns))
    return decisions


_DECISIONS = """
    SELECT plan_id, kind, at, value FROM decision
    WHERE plan_id IN (SELECT value FROM json_each(?)) ORDER BY id
"""
