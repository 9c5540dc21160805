"""Documents and their readings: what was detected, what was decided, and both together."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from operator import add

from shuangda_desktop.errors import StoreError
from shuangda_desktop.plan.model import Decision, DecisionKind, Plan
from shuangda_desktop.plan.revising.revise import revise
from shuangda_desktop.store import origins, readings
from shuangda_desktop.store.columns import Columns
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.origins import Run
from shuangda_desktop.store.renewed import replace_parts
from shuangda_desktop.text.mapped import MappedText, Span
from shuangda_desktop.text.origins import Origins
from shuangda_desktop.text.source import Block, BlockKind, SourceText, Unsure


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A plan as it lies in the store; ``plan`` is ``detected`` with the decisions applied."""

    plan_id: int
    source: SourceText
    text: MappedText
    detected: Plan
    decisions: tuple[Decision, ...]
    plan: Plan
    imported_on: date


def save_plan(
    store: Store, source: SourceText, text: MappedText, plan: Plan, imported_on: date
) -> int:
    """Keep a document with its reading; the new plan's id."""
    source_id = store.insert("source", [_source_columns(source)])[0]
    row: Columns = {"source_id": source_id, "imported_on": imported_on.isoformat()}
    row |= readings.header_columns(plan) | _text_columns(text)
    plan_id = store.insert("plan", [row])[0]
    readings.save_parts(store, plan_id, text, plan)
    return plan_id


def replace_reading(
    store: Store, plan_id: int, text: MappedText, plan: Plan, known: StoredPlan | None = None
) -> None:
    """Put a new reading of the same document in the place of the old; decisions and tasks stay.

    ``known`` is the plan as it is kept, where it is at hand: to load it takes longer than to change it.
    """
    old = known or load_plan(store, plan_id)
    row = readings.header_columns(plan) | _text_columns(text)
    names = ", ".join(f"{name} = ?" for name in row)
    store.execute(f"UPDATE plan SET {names} WHERE id = ?", [*row.values(), plan_id])
    replace_parts(store, plan_id, (old.text, old.detected), (text, plan))


def add_decision(store: Store, plan_id: int, decision: Decision) -> int:
    """Append a decision; the order of adding is the order of replaying."""
    row: Columns = {
        "plan_id": plan_id,
        "kind": decision.kind.value,
        "at": decision.at,
        "value": json.dumps(decision.value, ensure_ascii=False),
        "decided_at": store.now.isoformat(),
    }
    return store.insert("decision", [row])[0]


def delete_plan(store: Store, plan_id: int) -> None:
    """Take out a document, its reading, and the tasks that came from it alone."""
    known = store.rows("SELECT source_id FROM plan WHERE id = ?", [plan_id])
    if not known:
        raise _missing()
    store.execute(_DELETE_TASKS, [plan_id])
    store.execute("DELETE FROM plan WHERE id = ?", [plan_id])
    store.execute(_FILE_ANEW)
    store.execute("DELETE FROM source WHERE id = ?", [known[0][0]])


def find_source(store: Store, sha256: str) -> int | None:
    """The plan that came from a file of this content; the newest if there are several."""
    query = """
        SELECT max(plan.id) FROM source JOIN plan ON plan.source_id = source.id WHERE sha256 = ?
    """
    found: int | None = store.rows(query, [sha256])[0][0]
    return found


def count_plans(store: Store) -> int:
    """How many documents came in, of all years."""
    return int(store.rows("SELECT count(*) FROM plan")[0][0])


def load_plan(store: Store, plan_id: int) -> StoredPlan:
    """Everything about one document; StoreError when it is no longer there."""
    rows = store.rows(_PLAN, [plan_id])
    if not rows:
        raise _missing()
    imported_on, text, starts, lengths, *columns = rows[0]
    source = _to_source(*columns)
    detected = readings.load_detected(store, [plan_id])[plan_id]
    decisions = load_decisions(store, plan_id)
    return StoredPlan(
        plan_id,
        source,
        _to_text(store, plan_id, source.raw, text, starts, lengths),
        detected,
        decisions,
        revise(detected, decisions),
        date.fromisoformat(imported_on),
    )


def text_of(store: Store, plan_id: int) -> str | None:
    """A plan's text as it was repaired; None where the plan is gone."""
    rows = store.rows("SELECT text FROM plan WHERE id = ?", [plan_id])
    return str(rows[0][0]) if rows else None


def texts(store: Store) -> list[tuple[int, str]]:
    """Every plan with its text as it was repaired, the newest first."""
    return [(id_, text) for id_, text in store.rows("SELECT id, text FROM plan ORDER BY id DESC")]


def heads(store: Store) -> list[tuple[int, Plan, Plan]]:
    """Every plan by its title and number alone, as detected and as corrected, the newest first."""
    corrected: defaultdict[int, list[Decision]] = defaultdict(list)
    kind = DecisionKind.SET_FIELD.value
    for plan_id, *columns in store.rows(_DECISIONS_OF_KIND, [kind]):
        corrected[plan_id].append(to_decision(*columns))
    found = [
        (id_, Plan(title=title, document_number=number))
        for id_, title, number in store.rows(_HEADS)
    ]
    return [(id_, head, revise(head, corrected[id_])) for id_, head in found]


def load_decisions(store: Store, plan_id: int) -> tuple[Decision, ...]:
    """What the clerk decided about a plan, in order."""
    query = "SELECT kind, at, value FROM decision WHERE plan_id = ? ORDER BY id"
    return tuple(to_decision(*row) for row in store.rows(query, [plan_id]))


def to_decision(kind: str, at: int, value: str) -> Decision:
    """A decision from its columns."""
    return Decision(DecisionKind(kind), at, json.loads(value))


_PLAN = """
    SELECT imported_on, text, starts, lengths,
        raw, blocks, name, sha256, format, encoding, content, warnings
    FROM plan JOIN source ON source.id = source_id WHERE plan.id = ?
"""
_HEADS = "SELECT id, title, document_number FROM plan ORDER BY id DESC"
_DECISIONS_OF_KIND = "SELECT plan_id, kind, at, value FROM decision WHERE kind = ? ORDER BY id"
_DELETE_TASKS = """
    DELETE FROM task WHERE id IN (SELECT task_id FROM task_source WHERE plan_id = :plan)
    AND id NOT IN (SELECT task_id FROM task_source WHERE plan_id <> :plan)
"""


_FILE_ANEW = """
    UPDATE task_source SET position = 0 WHERE id IN (
        SELECT min(id) FROM task_source GROUP BY task_id HAVING min(position) > 0)
"""


def _source_columns(source: SourceText) -> Columns:
    blocks = [
        [block.span.start, block.span.end, block.kind.value, *([block.page] if block.page else [])]
        for block in source.blocks
    ]
    doubts = [[one.code, one.span.start, one.span.end, one.message] for one in source.doubts]
    return {
        "name": source.name,
        "sha256": source.sha256,
        "format": source.format,
        "encoding": source.encoding,
        "warnings": json.dumps([*source.warnings, *doubts], ensure_ascii=False),
        "blocks": json.dumps(blocks, separators=(",", ":")),
        "raw": source.raw,
        "content": source.content,
    }


def _to_source(
    raw: str,
    blocks: str,
    name: str,
    sha256: str,
    format_: str,
    encoding: str | None,
    content: bytes,
    warnings: str,
) -> SourceText:
    parts = tuple(
        Block(Span(start, stop), BlockKind(kind), *page)
        for start, stop, kind, *page in json.loads(blocks)
    )
    told = json.loads(warnings)  # sentences, and doubts with their places
    sentences = tuple(one for one in told if isinstance(one, str))
    doubts = (one for one in told if not isinstance(one, str))
    unsure = tuple(Unsure(code, Span(start, stop), words) for code, start, stop, words in doubts)
    return SourceText(raw, parts, name, sha256, format_, encoding, content, sentences, unsure)


def _text_columns(text: MappedText) -> Columns:
    starts, lengths = [], []
    for each in text.origins.stretches(0, text.origins.size):
        size, single = each.end - each.start, each.is_one_to_one
        starts.append(Run(each.raw, int(single), size))
        lengths.append(Run(1 if single else each.stop - each.raw, 0, size))
    return {"text": text.text, "starts": origins.pack(starts), "lengths": origins.pack(lengths)}


def _to_text(
    store: Store, plan_id: int, raw: str, text: str, starts: bytes, lengths: bytes
) -> MappedText:
    """The text as it was repaired then: a better repair must not change it in silence."""
    first = origins.unpack(starts)
    places = Origins.from_places(first, map(add, first, origins.unpack(lengths)))
    changes, proposals = (
        readings.load_changes(store, plan_id),
        readings.load_proposals(store, plan_id),
    )
    return MappedText(raw, text, places, changes, proposals)


def _missing() -> StoreError:
    return StoreError("这份来文已经不在数据库中\uff0c没有改动。请刷新列表后再选。")
