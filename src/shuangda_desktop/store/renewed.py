"""A new reading in the place of an old one: only what differs is written, the other rows stay.

An answer to one doubtful spot changes one measure of sixty and one repair of thousands.
"""

import json
from collections.abc import Sequence
from functools import partial
from typing import Any

from shuangda_desktop.plan.model import Plan
from shuangda_desktop.store.columns import Columns
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.readings import part_rows, proposal_rows, save_measures
from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.sequences import alike

Parts = Sequence[Any]
Reading = tuple[MappedText, Plan]
_IN_ORDER = "SELECT id, position FROM {} WHERE plan_id = ?{} ORDER BY position, id"
_NO_MEASURE = " AND measure_id IS NULL"


def replace_parts(store: Store, plan_id: int, old: Reading, new: Reading) -> None:
    """Bring all below the header from the old reading, which the store holds, to the new one."""
    (was, before), (text, plan) = old, new
    of_plan: Columns = {"plan_id": plan_id}
    of_rows = partial(part_rows, of_plan)
    for table, gone, come, rows in (
        ("section", before.sections, plan.sections, of_rows),
        ("repair", was.changes, text.changes, of_rows),
        ("proposal", was.proposals, text.proposals, partial(proposal_rows, of_plan)),
        (
            "finding",
            before.findings,
            plan.findings,
            partial(part_rows, {**of_plan, "measure_id": None}),
        ),
    ):
        fresh, first = _make_room(store, table, plan_id, gone, come)
        store.insert_whole(table, rows(fresh, first=first))
    measures, first = _make_room(store, "measure", plan_id, before.measures, plan.measures)
    save_measures(store, of_plan, measures, first)


def _make_room(store: Store, table: str, plan_id: int, old: Parts, new: Parts) -> tuple[Parts, int]:
    """Take out the rows that differ; the parts that come in their place, and the first's position."""
    query = _IN_ORDER.format(table, _NO_MEASURE if table == "finding" else "")
    rows = store.rows(query, [plan_id])
    assert len(rows) == len(old), "the old reading is not the one that is kept"
    head = alike(old, new)
    tail = alike(old[head:][::-1], new[head:][::-1])
    first = rows[head - 1][1] + 1 if head else 0
    end = len(rows) - tail
    if tail and rows[end][1] < first + len(new) - tail - head:
        tail, end = 0, len(rows)  # too narrow: those behind it make room
    ids = [id_ for id_, _ in rows[head:end]]
    if ids:
        gone = f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(?))"
        store.execute(gone, [json.dumps(ids)])
    return new[head : len(new) - tail], first
