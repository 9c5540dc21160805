"""Rules that the clerk taught, and where each had a part in a reading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.store.columns import Columns, to_date
from shuangda_desktop.store.database import Store
from shuangda_desktop.text.taught import Lesson, TaughtRule


@dataclass(frozen=True, slots=True)
class KeptRule:
    """A rule as it lies in the store: since when, whether it is followed, and what came of it."""

    id: int
    rule: TaughtRule
    active: bool
    taught_on: date
    plans: int = 0  # in whose readings it had a part
    times: int = 0
    used_on: date | None = None  # the last time


def load_rules(store: Store) -> tuple[KeptRule, ...]:
    """All rules, the newest last."""
    return tuple(
        KeptRule(
            id_,
            TaughtRule(Lesson(lesson), words, meaning),
            bool(active),
            date.fromisoformat(taught_on),
            plans,
            times or 0,
            to_date(used_on),
        )
        for id_, lesson, words, meaning, active, taught_on, plans, times, used_on in store.rows(
            _RULES
        )
    )


def active_rules(store: Store) -> tuple[TaughtRule, ...]:
    """The rules that a reading follows now."""
    return tuple(kept.rule for kept in load_rules(store) if kept.active)


def save_rule(store: Store, rule: TaughtRule) -> int:
    """Keep a rule; one about the same words takes the new meaning. Its id."""
    columns = [rule.meaning, rule.lesson.value, rule.words]
    if store.execute(_RENEW, columns):
        found: int = store.rows(_FIND, columns[1:])[0][0]
        return found
    return add_rules(store, [rule])[0]


def add_rules(store: Store, rules: Sequence[TaughtRule]) -> list[int]:
    """Keep rules about words of which there is none yet; their ids."""
    day = store.now.date().isoformat()
    rows: list[Columns] = [
        {
            "lesson": rule.lesson.value,
            "words": rule.words,
            "meaning": rule.meaning,
            "active": 1,
            "taught_on": day,
        }
        for rule in rules
    ]
    return store.insert("taught_rule", rows) if rows else []


def change_rule(store: Store, id_: int, rule: TaughtRule, active: bool) -> bool:
    """Put other contents into a rule; whether it was there."""
    values = [rule.lesson.value, rule.words, rule.meaning, active, id_]
    return bool(store.execute(_CHANGE, values))


def delete_rule(store: Store, id_: int) -> None:
    """Forget a rule; readings stay as they are."""
    store.execute("DELETE FROM taught_rule WHERE id = ?", [id_])


def save_uses(store: Store, plan_id: int, uses: Mapping[TaughtRule, int]) -> None:
    """Note how often each rule had a part in the present reading of a plan."""
    store.execute("DELETE FROM rule_use WHERE plan_id = ?", [plan_id])
    day = store.now.date().isoformat()
    rows: list[Columns] = [
        {"rule_id": kept.id, "plan_id": plan_id, "times": uses[kept.rule], "used_on": day}
        for kept in load_rules(store)
        if uses.get(kept.rule)
    ]
    if rows:
        store.insert("rule_use", rows)


_RULES = """
    SELECT rule.id, lesson, words, meaning, active, taught_on,
        count(rule_use.id), sum(times), max(used_on)
    FROM taught_rule AS rule LEFT JOIN rule_use ON rule_id = rule.id
    GROUP BY rule.id ORDER BY rule.id
"""
_FIND = "SELECT id FROM taught_rule WHERE lesson = ? AND words = ?"
_RENEW = "UPDATE taught_rule SET meaning = ?, active = 1 WHERE lesson = ? AND words = ?"
_CHANGE = "UPDATE taught_rule SET lesson = ?, words = ?, meaning = ?, active = ? WHERE id = ?"
