"""Rounds in which units are asked for opinions: who was asked, who answered, what became of it."""

from collections.abc import Sequence
from datetime import date

from shuangda_desktop.store.columns import Columns, columns_of, to_date
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.rounds.opinions import (
    Consultation,
    ConsultedUnit,
    Opinion,
    Outcome,
    Stance,
)

_ROUNDS = """
    SELECT consultation.id, plan_id, version_id, number, sent_on, due_on
    FROM consultation JOIN version ON version.id = version_id
    WHERE {} ORDER BY consultation.id DESC
"""
_UNITS = """
    SELECT unit, replied_on, source FROM consulted_unit WHERE consultation_id = ? ORDER BY position
"""
_OPINIONS = """
    SELECT unit, task_id, about, stance, proposal, reason, doubt, outcome, outcome_reason,
        read_about, id
    FROM opinion WHERE {} ORDER BY position, id
"""
_REPLIED = """
    UPDATE consulted_unit SET replied_on = ?, source = ? WHERE consultation_id = ? AND unit = ?
"""


def add_consultation(store: Store, version_id: int, due_on: date, units: Sequence[str]) -> int:
    """Begin a round at the time of the open step; its id."""
    row: Columns = {
        "version_id": version_id,
        "sent_on": store.now.date().isoformat(),
        "due_on": due_on.isoformat(),
    }
    (id_,) = store.insert("consultation", [row])
    store.insert(
        "consulted_unit",
        [
            {"consultation_id": id_, "position": at, "unit": unit, "replied_on": None, "source": ""}
            for at, unit in enumerate(units)
        ],
    )
    return id_


def load_consultations(store: Store, plan_id: int) -> tuple[Consultation, ...]:
    """The rounds on a plan's task list, the newest first."""
    return tuple(
        _round(store, *row) for row in store.rows(_ROUNDS.format("plan_id = ?"), [plan_id])
    )


def load_consultation(store: Store, consultation_id: int) -> Consultation:
    """One round."""
    rows = store.rows(_ROUNDS.format("consultation.id = ?"), [consultation_id])
    return _round(store, *rows[0])


def set_due(store: Store, consultation_id: int, due_on: date) -> None:
    """Give a round another day until which to answer."""
    sql = "UPDATE consultation SET due_on = ? WHERE id = ?"
    store.execute(sql, [due_on.isoformat(), consultation_id])


def set_replied(
    store: Store, consultation_id: int, unit: str, replied_on: date | None, source: str
) -> None:
    """Keep when a unit answered, and with which file; None takes it back."""
    day = replied_on.isoformat() if replied_on else None
    store.execute(_REPLIED, [day, source, consultation_id, unit])


def add_opinions(store: Store, consultation_id: int, opinions: Sequence[Opinion]) -> list[int]:
    """Keep opinions behind those that are there; their ids."""
    query = "SELECT coalesce(max(position), 0) FROM opinion WHERE consultation_id = ?"
    first = store.rows(query, [consultation_id])[0][0] + 1
    return store.insert(
        "opinion",
        [
            {"consultation_id": consultation_id, "position": at, **columns_of(opinion, "id")}
            for at, opinion in enumerate(opinions, first)
        ],
    )


def load_opinion(store: Store, opinion_id: int) -> Opinion | None:
    """One opinion; None where it is gone."""
    rows = store.rows(_OPINIONS.format("id = ?"), [opinion_id])
    return _opinion(*rows[0]) if rows else None


def save_opinion(store: Store, opinion: Opinion) -> None:
    """Write a changed opinion."""
    row = columns_of(opinion, "id")
    names = ", ".join(f"{name} = ?" for name in row)
    store.execute(f"UPDATE opinion SET {names} WHERE id = ?", [*row.values(), opinion.id])


def remove_opinions(store: Store, consultation_id: int, unit: str) -> None:
    """Take out what a unit said: it answered anew."""
    sql = "DELETE FROM opinion WHERE consultation_id = ? AND unit = ?"
    store.execute(sql, [consultation_id, unit])


def remove_opinion(store: Store, opinion_id: int) -> None:
    """Take one opinion out."""
    store.execute("DELETE FROM opinion WHERE id = ?", [opinion_id])


def _round(
    store: Store, id_: int, plan_id: int, version_id: int, number: int, sent_on: str, due_on: str
) -> Consultation:
    units = [ConsultedUnit(u, to_date(on), source) for u, on, source in store.rows(_UNITS, [id_])]
    opinions = store.rows(_OPINIONS.format("consultation_id = ?"), [id_])
    sent, due = date.fromisoformat(sent_on), date.fromisoformat(due_on)
    known = tuple(_opinion(*row) for row in opinions)
    return Consultation(id_, plan_id, version_id, number, sent, due, tuple(units), known)


def _opinion(
    unit: str,
    task_id: int | None,
    about: str,
    stance: str,
    proposal: str,
    reason: str,
    doubt: str,
    outcome: str,
    outcome_reason: str,
    read_about: str,
    id_: int,
) -> Opinion:
    return Opinion(
        unit,
        task_id,
        about,
        Stance(stance),
        proposal,
        reason,
        doubt,
        Outcome(outcome),
        outcome_reason,
        read_about,
        id_,
    )
