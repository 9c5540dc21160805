"""The directory, counterparts, reforms, fixes and plans side by side, in any order: all of it undone."""

from datetime import date, datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from services.test_any_order import SMALL
from shuangda_desktop.errors import ShuangdaError
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.city import directory, directory_book, reforms
from shuangda_desktop.services.dividing import comparing, deciding, fixing, linting, splitting
from shuangda_desktop.services.dividing.ordering import tasks_of
from shuangda_desktop.services.reading import importing
from shuangda_desktop.store import queries
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.units import load_directory, save_directory
from shuangda_desktop.tasks.dividing.replacing import Document, Part, offers
from shuangda_desktop.tasks.model import Assignment
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.sheets import FilledBook, FilledSheet
from shuangda_desktop.units.model import Unit, UnitKind

NOW = datetime(2026, 3, 16, 9, 30, tzinfo=timezone(timedelta(hours=8)))
UNITS = ("city.police", "city.commerce", "city.finance")
LABELS = ("市公安局", "市商务局", "各县\uff08市、区\uff09人民政府", "省公安厅", "市无名局")
PLANS = (
    "示例省2025年工作要点\n一、重点\n检查种子、农药、化肥门店。\uff08省公安厅负责\uff09\n核对台账资料。",
    "示例省2026年工作要点\n一、重点\n检查种子、农药和化肥门店。\uff08省商务厅、省公安厅负责\uff09\n一是抽查加油站油品质量；二是公布抽查的结果。\uff08省财政厅负责\uff09".replace(
        "；", "\uff1b"
    ),
    "2026年全国工作要点\n一、重点\n检查种子、农药、化肥门店,公布结果。\uff08公安部负责\uff09",
)


def opened():
    store = open_store(":memory:", NOW)
    with store.step("设置本市", NOW):
        save_directory(store, SMALL)
    for number, text in enumerate(PLANS):
        plan_id = importing.keep_plan(store, importing.read_pasted(text, f"{number}"), NOW)
        if number != 1:
            splitting.divide(store, plan_id, NOW)
    for number, name in enumerate(("东岭县", "西川区"), 1):
        county = Unit(f"own.{number}", f"{name}政府", Level.COUNTY, UnitKind.GOVERNMENT)
        directory.add_unit(store, county, NOW)
    return store


def workbook(a, b):
    """A small list of units that came back: another contact, another order, perhaps an unclear row."""
    rows = [
        ("单位全称", "联系人", "排序"),
        (("示例市公安局", "示例市商务局")[a % 2], f"李{b}", f"{b}"),
    ]
    rows += [("新局", "", "一")] if b % 4 == 3 else [(f"新局{a}", "", "9")]
    texts = {(r, c): cell for r, row in enumerate(rows) for c, cell in enumerate(row) if cell}
    return FilledBook("名录.csv", "", "csv", (FilledSheet("名录.csv", texts),))


def fixes_of(store, plan_id):
    return [f.fix for f in linting.lint(store, plan_id) if f.fix]


def join_a_line(store, plan_id, other_id):
    """Join what stands side by side first, a part of it or all."""
    lines = comparing.compare_plans(store, plan_id, other_id)
    line = next(filter(comparing.can_join, lines), lines[0])
    comparing.join_line(store, line, other_id, NOW)


def replace_for_good(store, task):
    """Put another unit in the place of the one that was found, and let that hold from now on."""
    after = [
        Assignment("市财政局", part.role) if at == 0 else part
        for at, part in enumerate(task.assignments)
    ]
    splitting.set_units(store, task.id, after, NOW)
    source = Document(Level.PROVINCE, NOW.date())
    edit = (Part(task.id, task.assignments, tuple(after)),)
    for found in offers(edit, (), load_directory(store), source)[:1]:
        deciding.decide_counterparts(store, found.higher, found.lowers, NOW, found.condition)


def act(store, kind, a, b):
    """One action of a clerk; what is refused leaves no trace."""
    plan_id = 1 + a % 3
    known = tasks_of(store, plan_id)
    task = known[b % len(known)] if known else None
    task_id = task.id if task else 0
    unit, other = UNITS[a % 3], UNITS[b % 3]
    local = reforms.local_reforms(load_directory(store))
    reform = local[b % len(local)] if local else None
    actions = {
        "divide": lambda: splitting.divide(store, plan_id, NOW),
        "accept": lambda: splitting.accept(store, [task_id], NOW),
        "units": lambda: splitting.set_units(
            store, task_id, [Assignment(LABELS[a % 5], Role.LEAD), Assignment("市财政局", Role.COOPERATING)], NOW
        ),
        "fix": lambda: fixing.fix(store, plan_id, fixes_of(store, plan_id)[b % 3 : b % 3 + 2], NOW),
        "decide": lambda: deciding.decide_counterparts(
            store, unit.replace("city", "province"), [other][: b % 2], NOW
        ),
        "forget": lambda: deciding.forget_counterparts(
            store, unit.replace("city", "province"), "", NOW
        ),
        "reform": lambda: reforms.add_reform(
            store, unit, [other], date(2024 + a % 2, 1 + b % 12, 1), "试验", NOW
        ),
        "move reform": lambda: reforms.move_reform(store, reform, date(2024, 1 + b % 12, 2), NOW),
        "remove reform": lambda: reforms.remove_reform(store, reform, NOW),
        "book": lambda: directory_book.keep_directory(
            store, workbook(a, b), NOW, drop_missing=a % 4 == 0, skip_unclear=b % 8 == 3
        ),
        "county": lambda: splitting.divide_by_county(store, task_id, NOW),
        "join line": lambda: join_a_line(store, plan_id, 1 + b % 3),
        "for good": lambda: replace_for_good(store, task),
        "join": lambda: comparing.join_alike(store, 2, 3, NOW),
        "carry": lambda: comparing.carry_over(store, 2, [t.id for t in tasks_of(store, 1)][: b % 3], NOW),
        "merge": lambda: splitting.merge_tasks(store, [t.id for t in known[:2]], NOW),
        "remove": lambda: importing.remove_plan(store, plan_id, NOW),
        "undo": store.undo,
    }  # fmt: skip
    if reform is None and "reform" in kind and kind != "reform":
        return
    if task is None and kind == "for good":
        return
    try:
        actions[kind]()
    except ShuangdaError:
        return


KINDS = (
    "divide", "accept", "units", "fix", "decide", "forget", "reform", "move reform", "remove reform", "book", "county",
    "join", "join line", "for good", "carry", "merge", "remove", "undo",
)  # fmt: skip


def content(store):
    """All rows of all tables, but for the record, which only ever grows, and what is derived."""
    query = """
        SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
        AND name NOT LIKE 'derived_%' AND name <> 'audit' ORDER BY name
    """
    tables = [name for (name,) in store.rows(query)]
    return [(t, *row) for t in tables for row in store.rows(f"SELECT * FROM {t} ORDER BY id")]


def replayed(store, step):
    count = 0
    while step() is not None:
        count += 1
    return count


@settings(max_examples=15)
@given(
    st.lists(
        st.tuples(st.sampled_from(KINDS), st.integers(0, 11), st.integers(0, 11)),
        min_size=2,
        max_size=9,
    )
)
def test_any_sequence_is_undone_and_redone_to_an_identical_dump(steps):
    with opened() as store:
        replayed(store, store.undo)
        empty = content(store)
        begun = replayed(store, store.redo)
        for kind, a, b in steps:
            act(store, kind, a, b)
        after = content(store)
        count = replayed(store, store.undo)
        assert content(store) == empty
        assert all(store.redo() is not None for _ in range(count))
        assert content(store) == after
        assert begun == 8


def test_numbers_run_and_measures_are_answered_whatever_was_done_first():
    with opened() as store:
        for kind in ("divide", "join", "county", "carry", "fix", "accept"):
            for number in range(3):
                act(store, kind, number, number)
        for row in queries.plan_rows(store):
            numbers = [task.number for task in tasks_of(store, row.plan_id)]
            assert numbers == list(range(1, len(numbers) + 1))
            assert "uncovered" not in {f.code for f in linting.lint(store, row.plan_id)}


def test_what_was_added_last_really_acts():
    """The two plans of one year have a line to join; a police task has a unit to replace for good."""
    with opened() as store:
        before = content(store)
        act(store, "divide", 1, 0)
        act(store, "join line", 2, 1)
        assert store.undo_label is not None
        assert "合为一项" in store.undo_label
        act(store, "for good", 0, 0)
        assert store.undo_label == "确定“省公安厅”的对口单位"
        after = content(store)
        for _ in range(4):
            store.undo()
        assert content(store) == before
        for _ in range(4):
            store.redo()
        assert content(store) == after
