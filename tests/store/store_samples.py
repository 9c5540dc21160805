"""A small plan of an invented province, its tasks and units, and how to look at a whole store."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime

from shuangda_desktop.plan.model import (
    Deadline,
    Duty,
    Finding,
    Measure,
    Plan,
    PlanKind,
    Recurrence,
    Role,
    Section,
    Severity,
    Target,
)
from shuangda_desktop.store import plans, settings, tasks, units
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.model import Assignment, Basis, ProgressEntry, Rewording, Status, Task
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import Edit, MappedText, Span
from shuangda_desktop.text.source import Block, BlockKind, SourceText, Unsure
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Alias, Counterpart, Succession, Unit, UnitKind
from shuangda_desktop.units.place import Place

NOW = datetime(2026, 6, 30, 9, 0, 30, tzinfo=UTC)
DAY = date(2026, 6, 30)
RAW = "一、守护'云泽'市场\n(一)清理网店.\u2028限期\t完成\U00020000\n甲厅牵头\n"

SOURCE = SourceText(
    RAW,
    (Block(Span(0, 11)), Block(Span(12, 20), BlockKind.ROW), Block(Span(21, 25), BlockKind.NOTE)),
    '云泽省"要点".docx',
    "ab" * 32,
    "docx",
    None,
    b"PK\x03\x04\x00\xff'\"",
    ("有一处图片没有读入。", "有修订痕迹。"),
    (Unsure("lost-line", Span(2, 9), "可能漏了一行。"),),
)
TEXT = MappedText.of(RAW).apply(
    [Edit(Span(2, 4), "保卫", "widths"), Edit(Span(5, 7), "", "glosses", certain=False)]
)
MEASURE = Measure(
    key=12,
    text="清理网店,三成以上整改。",
    span=Span(12, 25),
    section=1,
    clause="(甲厅牵头,乙厅等配合)",
    duties=(Duty("甲厅", Role.LEAD), Duty("乙厅", Role.COOPERATING, "网店部分")),
    open_ended=True,
    title="清理网店",
    deadlines=(Deadline("九月底前", date(2026, 9, 30), soft=True),),
    recurrences=(Recurrence("每季度", "P3M"),),
    targets=(
        Target("整改率", ">=", 30.1, "%", "三成以上"),
        Target("件数", "=", 1e-7, "件", "若干"),
    ),
    findings=(Finding("vague-target", Severity.DOUBT, "三成是比例还是数量?", Span(13, 15)),),
)
PLAN = Plan(
    title="云泽省要点",
    document_number="云双打办〔2026〕1号",
    issuer="云泽省双打办",
    issued_on=date(2026, 3, 1),
    plan_year=2026,
    level=Level.PROVINCE,
    kind=PlanKind.KEY_POINTS,
    sections=(
        Section(1, "一", "守护市场", Span(0, 11)),
        Section(2, "(一)", "清理网店", Span(12, 20), 0),
        Section(3, "2", "", Span(21, 22), 1),
    ),
    measures=(MEASURE, Measure(key=21, text="甲厅牵头", span=Span(21, 25), section=None)),
    findings=(Finding("numbering", Severity.HINT, "缺(二)", Span(0, 1)),),
)


def a_task(plan_id: int, key: int = 12, number: int = 1) -> Task:
    """A task with one of each part."""
    return Task(
        plan_id,
        key,
        number,
        "清理网店",
        "清理本市网店。\n分'两'批",
        assignments=(
            Assignment("市甲局", Role.LEAD, Basis.STATED, "甲厅", "甲厅→市甲局", "网店"),
            Assignment("市乙局", Role.COOPERATING),
        ),
        due_on=date(2026, 9, 30),
        due_basis=Basis.STATED,
        due_text="九月底前",
        recurrence="P3M",
        targets=(Target("整改率", ">=", 30.1, "%", "三成以上"),),
        rewordings=(Rewording("全省", "全市"),),
        status=Status.ONGOING,
        applicable=False,
        reason="国家层面的事项",
    )


DIRECTORY = Directory(
    units=(
        Unit("city.b", "市乙局", Level.CITY, order=2),
        Unit(
            "city.a",
            "市甲局",
            Level.CITY,
            UnitKind.OWN_NAME,
            "甲局",
            "网店",
            5,
            date(2018, 10, 1),
            date(2030, 1, 1),
            (),
            "张某",
            "0000-1",
            "备注",
        ),
        Unit(
            "city.all",
            "各成员单位",
            Level.CITY,
            UnitKind.COLLECTIVE,
            order=9,
            members=("city.b", "city.a"),
        ),
    ),
    aliases=(Alias("甲局", "city.a"), Alias("老甲局", "city.a")),
    successions=(Succession("province.x", "province.a", date(2018, 10, 1), "机构改革"),),
    counterparts=(Counterpart("province.a", "city.a", "有海关的市", "备注"),),
    place=Place("云泽省", "云泽市"),
)


def keep_plan(store: Store) -> int:
    """The sample plan, kept in one step."""
    with store.step("导入", NOW):
        return plans.save_plan(store, SOURCE, TEXT, PLAN, DAY)


def keep_tasks(store: Store, plan_id: int, count: int = 2) -> list[int]:
    """Tasks of the sample plan, kept in one step."""
    with store.step("分解", NOW):
        return tasks.add_tasks(store, [a_task(plan_id, number=n + 1) for n in range(count)])


def fill(store: Store) -> tuple[int, list[int]]:
    """Something in every table; the plan's id and the tasks' ids."""
    plan_id = keep_plan(store)
    ids = keep_tasks(store, plan_id)
    with store.step("其余", NOW):
        units.save_directory(store, DIRECTORY)
        tasks.add_entry(store, ProgressEntry(ids[0], "市甲局", DAY, 40, "已'查'3家\n"))
    return plan_id, ids


def dump(store: Store) -> dict[str, list[str]]:
    """Every row of every domain table with its types; the record and the counters of ids are left out."""
    found = store.db.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'")
    names = [
        name
        for (name,) in found
        if name != "audit" and not name.startswith(("sqlite_", "derived_"))
    ]
    return {n: [repr(r) for r in store.db.execute(f"SELECT * FROM {n} ORDER BY id")] for n in names}


def renumbered(task: Task, number: int) -> Task:
    """The task at another place."""
    return replace(task, number=number)


def put(store, value, now=NOW):
    """A small change in one step."""
    with store.step(f"改为{value}", now):
        settings.put(store, "city", value)


def damage(path, start=8192):
    """Half a page of nonsense."""
    content = bytearray(path.read_bytes())
    content[start : start + 2048] = b"\xa5" * 2048
    path.write_bytes(content)


def digest(path):
    """What a file holds, to the byte."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def refuse(*_args, **_more):
    """A call of the system that fails."""
    raise PermissionError
