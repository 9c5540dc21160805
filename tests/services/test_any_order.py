"""Actions in any order: undo walks every one of them back, redo does them again."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shuangda_desktop.errors import ShuangdaError
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.city import directory
from shuangda_desktop.services.dividing import consulting, selection, splitting, versioning
from shuangda_desktop.services.dividing.ordering import tasks_of
from shuangda_desktop.services.reading import importing
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.store import tasks
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.finding import find
from shuangda_desktop.store.numbers import task_places
from shuangda_desktop.store.search import SOURCES
from shuangda_desktop.store.units import save_directory
from shuangda_desktop.store.versions import in_force, load_adjustments, load_version
from shuangda_desktop.tasks.checks.findings import NewWords
from shuangda_desktop.tasks.model import Assignment, ProgressEntry, Status
from shuangda_desktop.tasks.rounds.opinions import Opinion, Outcome, Stance
from shuangda_desktop.units.directory import Directory, Place
from shuangda_desktop.units.seed import seed

NOW = datetime(2026, 3, 16, 9, 30, tzinfo=timezone(timedelta(hours=8)))
RAW = "一、管好市场\n检查商店。清查摊点。（省公安厅负责）\n查处仿冒食品。（省商务厅牵头，省公安厅配合）\n核对台账。（省财政厅负责）"
UNITS = ("市公安局", "市商务局", "市教育局")


def small_directory():
    """What the three clauses need of the tables: the whole would be most of the time of each run."""
    whole = seed(Place("示例省", "示例市"), directory.bundled_tables())
    wanted = ("police", "commerce", "finance")
    kept = tuple(u for u in whole.units if u.id.split(".")[1] in wanted)
    ids = {unit.id for unit in kept}
    aliases = tuple(alias for alias in whole.aliases if alias.unit_id in ids)
    pairs = tuple(pair for pair in whole.counterparts if {pair.higher, pair.lower} <= ids)
    return Directory(kept, aliases, (), pairs, whole.place)


SMALL = small_directory()


def set_up(store):
    with store.step("设置本市", NOW):
        save_directory(store, SMALL)


def edition(number):
    """The plan with one line gone and another new."""
    lines = RAW.split("\n")
    del lines[1 + number % 3]
    return importing.read_pasted("\n".join([*lines, f"办好第{number}件新事。"]), "新版")


def newest(store):
    return store.rows("SELECT coalesce(max(id), 0) FROM plan")[0][0]


def one(store, number):
    """A task of the plan, chosen by a number."""
    known = tasks_of(store, newest(store))
    return known[number % len(known)].id if known else 0


def issue_all(store, plan_id):
    """Confirm everything and issue it, as one may do at any time."""
    with store.step("确认并印发", NOW):
        splitting.accept(store, [t.id for t in tasks_of(store, plan_id)], NOW)
        versioning.issue(store, plan_id, NOW)


def latest_round(store):
    return store.rows("SELECT coalesce(max(id), 0) FROM consultation")[0][0]


def latest_opinion(store):
    return store.rows("SELECT coalesce(max(id), 0) FROM opinion")[0][0]


def adjusted(store):
    """The adjustments that there are."""
    return [id_ for (id_,) in store.rows("SELECT id FROM adjustment ORDER BY id")]


def adjustments_are_what_differs(store):
    """Whichever action it was: the list holds what the issued version says otherwise, and nothing else."""
    for version_id in in_force(store):
        version = load_version(store, version_id)
        known = load_adjustments(store, version.plan_id)
        listed = {(a.kind, a.title, a.before, a.after) for a in known if a.version_id == version_id}
        found = versioning.compare(store, version_id, None, version.plan_id)
        if listed != {(c.kind, c.title, c.before, c.after) for c in found}:
            return False
    return True


def act(store, kind, a, b):
    """One action of a clerk; what is refused leaves no trace."""
    task_id, unit = one(store, a), UNITS[b % 3]
    actions = {
        "accept": lambda: splitting.accept(store, [task_id], NOW),
        "title": lambda: splitting.change_task(store, task_id, NOW, title=f"标题{b}"),
        "due": lambda: splitting.change_task(store, task_id, NOW, due_on=date(2026, 1 + b % 12, 1)),
        "units": lambda: splitting.set_units(
            store,
            task_id,
            [Assignment(unit, Role.LEAD), Assignment("市审计局", Role.COOPERATING)],
            NOW,
        ),
        "split": lambda: splitting.split_task(store, task_id, b, NOW),
        "merge": lambda: splitting.merge_tasks(store, [task_id, one(store, b)], NOW),
        "drop": lambda: splitting.drop_tasks(store, [task_id], "由省级办理", NOW),
        "restore": lambda: splitting.restore_tasks(store, [task_id], NOW),
        "move": lambda: splitting.move_task(store, task_id, b, NOW),
        "report": lambda: tracking.record_progress(
            store, ProgressEntry(task_id, unit, NOW.date(), 10 * b, "已检查"), NOW
        ),
        "status": lambda: tracking.set_status(
            store, task_id, list(Status)[b % len(Status)], "说明", NOW
        ),
        "bulk": lambda: selection.add_unit(
            store, [task_id, one(store, b)], unit, Role.RESPONSIBLE, NOW
        ),
        "divide": lambda: splitting.divide(store, newest(store), NOW),
        "remove": lambda: importing.remove_plan(store, 1, NOW),
        "replace": lambda: importing.keep_plan(store, edition(b), NOW, newest(store)),
        "issue": lambda: issue_all(store, newest(store)),
        "reason": lambda: versioning.give_reason(store, adjusted(store)[: b + 1], "上级要求", NOW),
        "lead": lambda: selection.set_lead(store, [task_id, one(store, b)], unit, NOW),
        "remove unit": lambda: selection.remove_unit(store, [task_id], unit, NOW),
        "ask": lambda: consulting.open_round(store, newest(store), NOW.date(), NOW),
        "none": lambda: consulting.say_none(store, latest_round(store), [unit], NOW),
        "opine": lambda: consulting.add_opinion(
            store, latest_round(store), Opinion(unit, task_id, "任务", Stance.CHANGE, "改"), NOW
        ),
        "settle": lambda: consulting.settle(
            store,
            latest_opinion(store),
            [Outcome.ADOPTED, Outcome.REJECTED][b % 2],
            "说明",
            NOW,
            NewWords(task_id, f"采纳后{b}", "按意见修改。"),
        ),
        "days": lambda: selection.set_deadline(
            store, [task_id, one(store, b)], date(2026, 1 + b % 12, 2), NOW
        ),
        "put off": lambda: consulting.set_due(
            store, latest_round(store), NOW.date() + timedelta(days=1 + b), NOW
        ),
        "take back": lambda: consulting.take_back(store, latest_round(store), [unit], NOW),
        "file": lambda: consulting.file_under(store, latest_opinion(store), task_id, NOW),
        "strike": lambda: consulting.remove_opinion(store, latest_opinion(store), NOW),
        "undo": store.undo,
    }
    if kind in ("none", "opine", "put off", "take back") and not latest_round(store):
        return False
    try:
        actions[kind]()
    except ShuangdaError:
        return False
    return True


KINDS = (
    "accept", "title", "due", "units", "split", "merge", "drop", "restore", "move", "report", "status",
    "bulk", "divide", "remove", "replace", "issue", "reason", "lead", "remove unit", "ask", "none", "opine", "settle", "days", "put off",
    "take back", "file", "strike", "undo",
)  # fmt: skip


TABLES = (
    "plan",
    "source",
    "measure",
    "task",
    "task_source",
    "assignment",
    "progress_entry",
    "unit",
    "version",
    "version_task",
    "adjustment",
    "consultation",
    "consulted_unit",
    "opinion",
)


def content(store):
    """What the actions may touch, row by row."""
    return [(t, *row) for t in TABLES for row in store.rows(f"SELECT * FROM {t} ORDER BY id")]


def what_is_searched_is_what_is_there(store):
    """The index has a line for each text with a common character, and no line for any other."""
    common = ("市", "检", "单位", "标题")
    return all(
        [found.row_id for found in find(store, word, source, 999)]
        == [
            row_id
            for row_id, text in store.rows(
                f"SELECT id, {source.text_of(source.table)} FROM {source.table} ORDER BY id DESC"
            )
            if word in text
        ]
        for source in SOURCES
        for word in common
    )


def numbers_are_right(store):
    """Without a gap until a list is issued; then no number twice, and no new one below an issued one."""
    for (plan_id,) in store.rows("SELECT id FROM plan"):
        known = tasks_of(store, plan_id)
        numbers = [task.number for task in known if task.is_city_s]
        places, last_issued = task_places(store, plan_id)
        told = {place.task_id for place in places if place.issued}
        others = [t.number for t in known if not t.is_city_s and t.id not in told]
        fresh = [t.number for t in known if t.is_city_s and t.id not in told]
        if any(number > 0 for number in others) or len(set(numbers)) < len(numbers):
            return False
        if fresh != list(range(last_issued + 1, last_issued + len(fresh) + 1)):
            return False
    return True


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 9), st.integers(0, 12)), max_size=14)
)
def test_undoing_everything_gives_the_empty_database_and_redoing_everything_the_full_one(actions):
    with open_store(":memory:", NOW) as store:
        empty = content(store)
        importing.keep_plan(store, importing.read_pasted(RAW, "要点"), NOW)
        set_up(store)
        splitting.divide(store, 1, NOW)
        for kind, a, b in actions:
            before = content(store)
            done = act(store, kind, a, b)
            assert done or content(store) == before
            assert numbers_are_right(store)
            assert adjustments_are_what_differs(store)
            assert what_is_searched_is_what_is_there(store)
        full = content(store)
        while store.undo():
            pass
        assert content(store) == empty
        while store.redo_label:
            store.redo()
        if "undo" not in {kind for kind, _, _ in actions}:
            assert content(store) == full


@pytest.mark.parametrize("kind", KINDS)
def test_every_action_of_the_list_really_acts(kind):
    with open_store(":memory:", NOW) as store:
        importing.keep_plan(store, importing.read_pasted(RAW, "要点"), NOW)
        set_up(store)
        if kind != "divide":
            splitting.divide(store, 1, NOW)
        if kind == "restore":
            splitting.drop_tasks(store, [one(store, 0)], "由省级办理", NOW)
        if kind in ("none", "opine", "settle", "put off", "take back", "file", "strike"):
            consulting.open_round(store, 1, NOW.date(), NOW)
        if kind in ("settle", "take back", "file", "strike"):
            act(store, "opine", 0, 0)
        if kind == "reason":
            issue_all(store, 1)
            splitting.change_task(store, one(store, 0), NOW, title="改过的标题")
        before = content(store)
        a, b = {
            "report": (0, 3),
            "status": (2, 1),
            "split": (0, 4),
            "restore": (0, 0),
            "move": (2, 1),
            "remove unit": (0, 0),
            "none": (0, 0),
            "opine": (0, 0),
            "take back": (0, 0),
        }.get(kind, (2, 4))
        assert act(store, kind, a, b)
        assert content(store) != before


def test_a_task_keeps_its_units_through_a_removal_undone():
    with open_store(":memory:", NOW) as store:
        importing.keep_plan(store, importing.read_pasted(RAW, "要点"), NOW)
        set_up(store)
        ids = splitting.divide(store, 1, NOW)
        before = [tasks.load_task(store, task_id) for task_id in ids]
        importing.remove_plan(store, 1, NOW)
        store.undo()
        assert [tasks.load_task(store, task_id) for task_id in ids] == before
