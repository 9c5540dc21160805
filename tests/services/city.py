"""A city with many units and tasks, for forms that go out and come back."""

from datetime import date, datetime

from shuangda_desktop.plan.model import Plan, Role, Target
from shuangda_desktop.store import settings, tasks
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.plans import save_plan
from shuangda_desktop.tasks.model import Assignment, Basis, Task
from shuangda_desktop.tasks.periods import PeriodKind, period_of
from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.source import SourceText, blocks_of

MARCH = period_of(PeriodKind.MONTH, date(2026, 3, 1))
RAW = "云泽省工作要点"
WORK = (
    "集贸市场",
    "网络交易",
    "农资门店",
    "药品零售",
    "进出口货物",
    "印刷企业",
    "寄递渠道",
    "广告发布",
)


def name_of(unit: int) -> str:
    """The name of a unit."""
    return f"临江市第{unit + 1}监管局"


def found_city(
    store: Store, now: datetime, units: int = 25, per_unit: int = 6, year: int = 2026
) -> list[int]:
    """Tasks of so many units; each leads some, and helps its neighbour with one."""
    source = SourceText(RAW, blocks_of(RAW), "要点.txt", "cd" * 32, "txt", "utf-8", RAW.encode())
    plan = Plan(title="云泽省工作要点", plan_year=year)
    with store.step("建立城市", now):
        settings.put(store, "city", "临江市")
        settings.put(store, "office_name", "临江市双打办")
        plan_id = save_plan(store, source, MappedText.of(RAW), plan, now.date())
        made = [_task(plan_id, n, units, per_unit) for n in range(units * per_unit)]
        return tasks.add_tasks(store, made)


def _task(plan_id: int, number: int, units: int, per_unit: int) -> Task:
    unit = number // per_unit
    what = f"{WORK[number % len(WORK)]}第{number + 1}轮检查"
    parts = [Assignment(name_of(unit), Role.LEAD, Basis.DECIDED)]
    if number % per_unit == 0:
        parts.append(Assignment(name_of((unit + 1) % units), Role.COOPERATING, Basis.DECIDED))
    targets = {
        0: (Target("门店", ">=", 50, "家", "检查门店50家以上"),),
        1: (
            Target("案值", ">=", 100, "万元", "涉案金额100万元以上"),
            Target("合格率", ">=", 95, "%", "抽检合格率95%以上"),
        ),
    }.get(number % 3, ())
    return Task(
        plan_id,
        number,
        number + 1,
        what,
        f"组织开展{what}\uff0c查处假冒商品\uff0c追查来源去向。",
        tuple(parts),
        date(2026, 12, 31),
        Basis.DECIDED,
        targets=targets,
    )
