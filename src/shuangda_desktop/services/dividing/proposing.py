"""The tasks that a plan's measures would become in this city, by all that is known here."""

from dataclasses import replace

from shuangda_desktop.services.dividing.comparing import (
    Beside,
    comparable,
    compare_plans,
    last_leads,
)
from shuangda_desktop.services.words import plan_name
from shuangda_desktop.store import units
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.plans import StoredPlan
from shuangda_desktop.tasks.dividing.split import split
from shuangda_desktop.tasks.dividing.yearly import Likeness, with_last_leads
from shuangda_desktop.tasks.model import BETWEEN_REASONS, Task


def proposed_tasks(store: Store, stored: StoredPlan) -> tuple[Task, ...]:
    """Split by the directory, led as last year where the source names no lead, alike ones pointed out."""
    plan, known = stored.plan, units.load_directory(store)
    made = split(plan, known, stored.plan_id, plan.issued_on, words=stored.text.text)
    if leads := last_leads(store, stored.plan_id, plan):
        made = with_last_leads(made, leads, known, plan.issued_on)
    notes = _alike(store, stored.plan_id)
    return tuple(_noted(task, notes.get(task.measure_key, "")) for task in made)


def _alike(store: Store, plan_id: int) -> dict[int, str]:
    """By this plan's measures: the task of another plan of the year that does the same already."""
    notes: dict[int, str] = {}
    for row, kind in comparable(store, plan_id):
        if kind is Beside.SAME_YEAR and row.tasks:
            for line in compare_plans(store, plan_id, row.plan_id):
                theirs = [r for r in line.theirs if r.applicable and not r.dropped_reason]
                if line.compared.this is not None and theirs:
                    number = theirs[0].number
                    name = plan_name(row.title, row.source_name)
                    part = "有一部分" if line.compared.kind is Likeness.PART else ""
                    note = (
                        f"与{name}第{number}项{part}说的是同一件事\uff0c可以在“两文对照”里合为一项"
                    )
                    notes.setdefault(line.compared.this.key, note)
    return notes


def _noted(task: Task, note: str) -> Task:
    if not note:
        return task
    return replace(task, reason=BETWEEN_REASONS.join(part for part in (task.reason, note) if part))
