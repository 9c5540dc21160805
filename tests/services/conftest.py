"""A small plan that was taken in, with tasks: the state in which most actions begin."""

import re
from datetime import date

import pytest

from shuangda_desktop.plan.model import Duty, Finding, Measure, Plan, Role, Section, Severity
from shuangda_desktop.services.reading.drafts import Draft
from shuangda_desktop.store import queries, tasks
from shuangda_desktop.store.plans import save_plan
from shuangda_desktop.tasks.model import Assignment, Basis, Task
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import MappedText, Span
from shuangda_desktop.text.source import SourceText, blocks_of

HAN = re.compile("[\u4e00-\u9fff]")
NARROW = re.compile("[\u4e00-\u9fff][,:;?!()]|[,:;?!()][\u4e00-\u9fff]")
RAW = "一、管好市场\n检查集镇商店。每季度通报。\uff08省公安厅负责\uff09\n查处仿冒食品。\n核对台账。"


def measure(text: str, **changes: object) -> Measure:
    start = RAW.index(text)
    return Measure(start, text, Span(start, start + len(text)), 0, **changes)


@pytest.fixture
def draft() -> Draft:
    doubt = Finding("measure-without-duty", Severity.DOUBT, "没有责任单位。", Span(30, 37))
    plan = Plan(
        title="示例省工作要点",
        document_number="示双办〔2026〕1号",
        issued_on=date(2026, 1, 20),
        plan_year=2026,
        level=Level.PROVINCE,
        sections=(Section(1, "一", "管好市场", Span(0, 6)),),
        measures=(
            measure(
                "检查集镇商店。每季度通报。",
                clause="\uff08省公安厅负责\uff09",
                duties=(Duty("省公安厅", Role.RESPONSIBLE),),
            ),
            measure("查处仿冒食品。", findings=(doubt,)),
            measure("核对台账。"),
        ),
    )
    source = SourceText(RAW, blocks_of(RAW), "要点.txt", "ab" * 32, "txt", "utf-8", RAW.encode())
    return Draft(source, MappedText.of(RAW), plan)


@pytest.fixture
def plan_id(store, draft, now) -> int:
    with store.step("导入", now):
        return save_plan(store, draft.source, draft.text, draft.plan, now.date())


@pytest.fixture
def task_ids(store, draft, plan_id, now) -> list[int]:
    """Three tasks: two leads apart, one with a single responsible unit, one proposed as not ours."""
    keys = [m.key for m in draft.plan.measures]
    first = (
        Assignment("市公安局", Role.LEAD, Basis.PROPOSED, "省公安厅", "对口单位"),
        Assignment("市商务局", Role.COOPERATING, Basis.STATED),
    )
    fresh = [
        Task(plan_id, keys[0], 1, "检查商店", "检查集镇商店。每季度通报。", first, date(2026, 6, 30)),
        Task(plan_id, keys[1], 2, "查处食品", "查处仿冒食品。", (Assignment("市市场监管局", Role.RESPONSIBLE),)),
        Task(plan_id, keys[2], -2, "核对台账", "核对台账。", applicable=False, reason="由省级办理"),
    ]  # fmt: skip
    with store.step("分解", now):
        return tasks.add_tasks(store, fresh)


@pytest.fixture
def dump(store):
    """All that the database holds, as text; the record, what went out and the counters only ever grow."""

    def _dump() -> list[str]:
        grown = tuple(
            f'INSERT INTO "{name}' for name in ("audit", "sqlite_sequence", "export", "derived")
        )
        return [line for line in store.db.conn.iterdump() if not line.startswith(grown)]

    return _dump


@pytest.fixture
def heard(store) -> list[frozenset[str]]:
    """What listeners were told."""
    told: list[frozenset[str]] = []
    store.listeners.append(told.append)
    return told


@pytest.fixture(autouse=True)
def every_action_is_named_in_chinese(request):
    """Whatever a test does: the record names it in Chinese, with Chinese punctuation."""
    # asked for before the test, so that it is still open after it
    store = request.getfixturevalue("store") if "store" in request.fixturenames else None
    yield
    if store is not None:
        actions = {row.action for row in queries.audit_rows(store, 999)}
        assert [action for action in actions if not HAN.search(action)] == []
        assert [action for action in actions if NARROW.search(action)] == []
