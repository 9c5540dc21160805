"""Rows as the store would give them, for tests of what the pages show."""

from datetime import date

from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.model import Basis, Status
from shuangda_desktop.tasks.rows import AssignedUnit, PlanRow, TaskRow
from shuangda_desktop.text.level import Level

POLICE, MARKET, CUSTOMS = "云泽市公安局", "云泽市市场监管局", "云泽海关"


def part(unit=POLICE, role=Role.LEAD, basis=Basis.DECIDED, **changes):
    """A unit's part in a task."""
    values = {
        "assignment_id": hash((unit, role)) % 1000,
        "unit": unit,
        "role": role,
        "basis": basis,
        "source_unit": "省公安厅",
        "reason": "",
        "scope": "",
        "percent": None,
        "reported_on": None,
    }
    return AssignedUnit(**(values | changes))


def row(number=1, **changes):
    """A task of the city, confirmed and under way."""
    values = {
        "task_id": number,
        "plan_id": 1,
        "plan_title": "工作要点",
        "measure_key": number * 10,
        "number": number,
        "chapter": "一、重点整治",
        "item": "(一)网络市场",
        "title": f"任务之{number}",
        "text": "开展专项检查。",
        "source_text": "全省开展专项检查。",
        "clause": "",
        "units": (part(),),
        "due_on": date(2026, 6, 30),
        "due_basis": Basis.DECIDED,
        "due_text": "",
        "recurrence": "",
        "targets": (),
        "status": Status.ONGOING,
        "percent": 0,
        "latest_note": "",
        "latest_on": None,
        "applicable": True,
        "dropped_reason": "",
        "reason": "",
    }
    return TaskRow(**(values | changes))


def plan_row(plan_id=1, title="云泽省工作要点"):
    """A plan in the list."""
    return PlanRow(
        plan_id, title, "", "", None, 2026, Level.PROVINCE, "a.txt", date(2026, 3, 1), 3, 0, 0
    )
