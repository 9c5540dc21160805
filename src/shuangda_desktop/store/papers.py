"""The office's own paragraphs and templates, and what it changed in drafted papers."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date

from shuangda_desktop.papers.edits import Edit
from shuangda_desktop.papers.model import Dress, Form
from shuangda_desktop.store.columns import columns_of, to_date, to_percent
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.model import ProgressEntry
from shuangda_desktop.tasks.periods import parse_key
from shuangda_desktop.tasks.results import Actual

_DATES = ("issued_on", "printed_on")


@dataclass(frozen=True, slots=True)
class OwnPassage:
    """A paragraph (or several) of the office's own, kept to be used again."""

    title: str
    text: str
    tags: tuple[str, ...] = ()
    id: int | None = None


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """A file of the office's with placeholders; ``kind`` is the paper or sheet that it is for."""

    kind: str
    name: str
    sha256: str
    content: bytes


def load_passages(store: Store) -> tuple[OwnPassage, ...]:
    """All paragraphs, by their titles."""
    rows = store.rows("SELECT title, text, tags, id FROM own_passage ORDER BY title, id")
    return tuple(
        OwnPassage(title, text, tuple(tags.split()), id_) for title, text, tags, id_ in rows
    )


def save_passage(store: Store, passage: OwnPassage) -> int:
    """Keep a paragraph; its id."""
    values = {"title": passage.title, "tags": " ".join(passage.tags), "text": passage.text}
    if passage.id is None:
        return store.insert("own_passage", [dict(values)])[0]
    store.execute(
        "UPDATE own_passage SET title = ?, tags = ?, text = ? WHERE id = ?",
        [*values.values(), passage.id],
    )
    return passage.id


def delete_passage(store: Store, id_: int) -> None:
    """Take a paragraph out."""
    store.execute("DELETE FROM own_passage WHERE id = ?", [id_])


def load_edits(store: Store, draft: str) -> tuple[Edit, ...]:
    """What was changed in a draft, in the order of its text."""
    rows = store.rows(
        "SELECT before, after, anchor, at FROM paper_edit WHERE draft = ? ORDER BY position",
        [draft],
    )
    return tuple(
        Edit(tuple(json.loads(before)), tuple(json.loads(after)), anchor, at)
        for before, after, anchor, at in rows
    )


def save_edits(store: Store, draft: str, edits: Sequence[Edit]) -> None:
    """Keep these changes of a draft in the place of those before."""
    store.execute("DELETE FROM paper_edit WHERE draft = ?", [draft])
    store.insert(
        "paper_edit",
        [
            {
                "draft": draft,
                "position": position,
                "before": json.dumps(edit.before, ensure_ascii=False),
                "after": json.dumps(edit.after, ensure_ascii=False),
                "anchor": edit.anchor,
                "at": edit.at,
            }
            for position, edit in enumerate(edits)
        ],
    )


def load_dress(store: Store, draft: str) -> Dress | None:
    """What was added to a draft; None where nothing was."""
    return _dress("SELECT value FROM paper_dress WHERE draft = ?", store, draft)


def load_last_dress(store: Store, kind: str) -> Dress | None:
    """What was added to the last draft of this kind."""
    return _dress("SELECT value FROM paper_dress WHERE kind = ? ORDER BY id DESC", store, kind)


def _dress(sql: str, store: Store, name: str) -> Dress | None:
    rows = store.rows(sql, [name])
    if not rows:
        return None
    known = {field.name for field in fields(Dress)}
    value = {key: part for key, part in json.loads(rows[0][0]).items() if key in known}
    days: dict[str, date | None] = {key: to_date(value.pop(key, None)) for key in _DATES}
    return Dress(form=Form(value.pop("form")), **value, **days)  # type: ignore[arg-type]  # as asdict wrote them


def save_dress(store: Store, draft: str, kind: str, dress: Dress) -> None:
    """Keep what was added to a draft."""
    value = asdict(dress)
    for key in _DATES:
        value[key] = value[key].isoformat() if value[key] else None
    text = json.dumps(value, ensure_ascii=False)
    store.execute("DELETE FROM paper_dress WHERE draft = ?", [draft])
    store.insert("paper_dress", [{"draft": draft, "kind": kind, "value": text}])


def load_template(store: Store, kind: str) -> OwnTemplate | None:
    """The office's template for a kind of paper or sheet."""
    rows = store.rows("SELECT kind, name, sha256, content FROM own_template WHERE kind = ?", [kind])
    return OwnTemplate(*rows[0]) if rows else None


def save_template(store: Store, template: OwnTemplate) -> None:
    """Keep a template in the place of the one before."""
    delete_template(store, template.kind)
    store.insert("own_template", [columns_of(template)])


def delete_template(store: Store, kind: str) -> None:
    """Use the program's own form again."""
    store.execute("DELETE FROM own_template WHERE kind = ?", [kind])


def load_log(
    store: Store, task_ids: Sequence[int], first: date, last: date
) -> dict[int, list[ProgressEntry]]:
    """What units reported on these tasks up to a day, oldest first; of days before ``first`` without words."""
    found: defaultdict[int, list[ProgressEntry]] = defaultdict(list)
    wanted = [first.isoformat(), last.isoformat(), json.dumps(list(task_ids))]
    for task_id, unit, on, percent, note in store.rows(_LOG, wanted):
        day = date.fromisoformat(on)
        found[task_id].append(ProgressEntry(task_id, unit, day, to_percent(percent), note))
    return found


def load_actuals_until(
    store: Store, task_ids: Sequence[int], last: date
) -> dict[int, list[Actual]]:
    """What units reached of these tasks in the periods that ended by a day, in the order of recording."""
    found: defaultdict[int, list[Actual]] = defaultdict(list)
    for task_id, target, unit, period, value, id_ in store.rows(
        _ACTUALS, [json.dumps(list(task_ids))]
    ):
        if parse_key(period).end <= last:
            found[task_id].append(Actual(task_id, target, unit, period, value, id=id_))
    return dict(found)


_ACTUALS = """
    SELECT task_id, target, unit, period, value, id FROM target_actual
    WHERE task_id IN (SELECT value FROM json_each(?)) ORDER BY id
"""
_LOG = """
    SELECT task_id, unit, reported_on, percent, iif(reported_on >= ?, note, '') FROM progress_entry
    WHERE reported_on <= ? AND task_id IN (SELECT value FROM json_each(?)) ORDER BY reported_on, id
"""
