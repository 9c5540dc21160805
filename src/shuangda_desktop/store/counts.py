"""How many measures and open doubts plans have, as the clerk corrected them.

SQL counts them; only where a decision made measures or took some away is the plan gone through.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shuangda_desktop.plan.model import Decision, DecisionKind, Plan, Severity
from shuangda_desktop.plan.revising.revise import revise
from shuangda_desktop.store import readings
from shuangda_desktop.store.database import Store

# Other decisions leave the number of measures as it is, and of the doubts all but those that they settle.
_PARTING = {
    DecisionKind.SPLIT,
    DecisionKind.MERGE,
    DecisionKind.JUNK,
    DecisionKind.PUT_BACK,
    DecisionKind.ADD,
}
_THESE = "plan_id IN (SELECT value FROM json_each(?))"
_MEASURES = f"SELECT plan_id, count(*) FROM measure WHERE {_THESE} GROUP BY plan_id"
_DOUBTS = f"""
    SELECT plan_id, count(*) FROM finding
    WHERE {_THESE} AND severity <> 'hint' AND NOT EXISTS (
        SELECT 1 FROM decision WHERE decision.plan_id = finding.plan_id AND kind = 'settle'
            AND at = finding.start AND json_extract(value, '$.code') = finding.code)
    GROUP BY plan_id
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """What the list of documents says of a plan."""

    measures: int
    doubts: int


def counts_of(store: Store, decisions: Mapping[int, Sequence[Decision]]) -> dict[int, Counts]:
    """The counts of plans by their ids; ``decisions`` are all that there are about each."""
    parted = [id_ for id_, made in decisions.items() if any(d.kind in _PARTING for d in made)]
    found = {
        id_: counted(revise(plan, decisions[id_]))
        for id_, plan in readings.load_counted(store, parted).items()
    }
    others = json.dumps([id_ for id_ in decisions if id_ not in found])
    measures, doubts = (dict(store.rows(query, [others])) for query in (_MEASURES, _DOUBTS))
    return {
        id_: found.get(id_) or Counts(measures.get(id_, 0), doubts.get(id_, 0)) for id_ in decisions
    }


def counted(plan: Plan) -> Counts:
    """The same of a plan at hand."""
    findings = [*plan.findings, *(f for measure in plan.measures for f in measure.findings)]
    doubts = sum(finding.severity is not Severity.HINT for finding in findings)
    return Counts(len(plan.measures), doubts)
