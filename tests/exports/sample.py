"""Rows of an invented city, in our own words."""

from dataclasses import replace
from datetime import date

from shuangda_desktop.exports.workbooks.model import Heading
from shuangda_desktop.papers.model import LocalPlan
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.model import Basis, Status
from shuangda_desktop.tasks.rows import AssignedUnit, TaskRow

OFFICE = "示例市打击侵权假冒工作领导小组办公室"
HEADING = Heading("示例市2026年打击侵权假冒工作任务分工表", OFFICE, date(2026, 3, 16))
TEXT = "对农资批发市场和乡镇门店开展排查,依法查处无证生产和套牌销售行为。"


def unit(name: str, role: Role = Role.LEAD, basis: Basis = Basis.STATED, scope: str = ""):
    """A unit's part in a task."""
    return AssignedUnit(1, name, role, basis, name, "", scope, None, None)


def task(number: int = 1, **changes) -> TaskRow:
    """A task with a lead, a responsible and a cooperating unit."""
    row = TaskRow(
        task_id=number,
        plan_id=1,
        plan_title="示例省2026年工作要点",
        measure_key=number * 100,
        number=number,
        chapter="一、加强重点领域治理",
        item="(一)推进农资打假",
        title="推进农资打假",
        text=TEXT,
        source_text=TEXT,
        clause="",
        units=(
            unit("市农业农村局"),
            unit("市市场监管局", Role.RESPONSIBLE),
            unit("市公安局", Role.COOPERATING),
        ),
        due_on=date(2026, 6, 30),
        due_basis=Basis.STATED,
        due_text="",
        recurrence="",
        targets=(),
        status=Status.ONGOING,
        percent=60,
        latest_note="已检查门店120家。",
        latest_on=date(2026, 3, 10),
        applicable=True,
        dropped_reason="",
        reason="",
    )
    return replace(row, **changes)


def tasks() -> tuple[TaskRow, ...]:
    """Three tasks in two chapters: a plain one, one without a lead, one proposed throughout."""
    both = (unit("市商务局", Role.RESPONSIBLE), unit("示例海关", Role.RESPONSIBLE))
    proposed = (unit("市文化广电旅游局", Role.LEAD, Basis.PROPOSED, "版权"),)
    second = "二、健全工作机制"
    return (
        task(1),
        task(
            2, title="管好寄递渠道", units=both, due_on=None, recurrence="P3M", status=Status.DONE
        ),
        task(
            3,
            chapter=second,
            title="健全行刑衔接",
            units=proposed,
            due_on=date(2026, 12, 31),
            due_basis=Basis.PROPOSED,
            targets=("案件录入率达到100%",),
            status=Status.NOT_STARTED,
            percent=0,
            latest_note="",
            latest_on=None,
        ),
    )


def plan(**changes) -> LocalPlan:
    """The draft of the city's plan."""
    draft = LocalPlan(
        title="示例市2026年打击侵犯知识产权和制售假冒伪劣商品工作实施方案",
        city="示例市",
        office=OFFICE,
        year=2026,
        basis=(("示例省2026年打击侵权假冒工作要点", "示双打发〔2026〕2号"),),
        rows=tasks(),
        issued_on=date(2026, 3, 16),
    )
    return replace(draft, **changes)
