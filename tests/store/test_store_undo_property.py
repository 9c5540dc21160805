"""Whatever was done in whatever order: undo leads back over the same states, redo forward again."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from shuangda_desktop.plan.model import Decision, DecisionKind, Role, Target
from shuangda_desktop.store import plans, tasks, units
from shuangda_desktop.store import settings as office
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.steps import audit
from shuangda_desktop.tasks.model import Assignment, ProgressEntry
from shuangda_desktop.units.model import Alias
from store.store_samples import DAY, DIRECTORY, MEASURE, NOW, PLAN, SOURCE, TEXT, a_task, dump

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["'", "NUL\0x", "a\r\nb", "\U00020000", "'); DROP TABLE task; --"]
)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


def one_of_ids(draw, store, table):
    ids = [row[0] for row in store.rows(f"SELECT id FROM {table} ORDER BY id")]
    return draw(st.sampled_from(ids)) if ids else None


def import_plan(draw, store):
    source = replace(SOURCE, content=draw(st.binary(max_size=40)), raw=SOURCE.raw)
    measure = replace(
        MEASURE, title=draw(TEXTS), targets=(Target("n", ">=", draw(NUMBERS), "%", "t"),)
    )
    plans.save_plan(store, source, TEXT, replace(PLAN, title=draw(TEXTS), measures=(measure,)), DAY)


def read_again(draw, store):
    if plan_id := one_of_ids(draw, store, "plan"):
        plans.replace_reading(store, plan_id, TEXT, replace(PLAN, issuer=None, kind=PLAN.kind))


def decide(draw, store):
    if plan_id := one_of_ids(draw, store, "plan"):
        value = {"field": "title", "value": draw(TEXTS)}
        plans.add_decision(store, plan_id, Decision(DecisionKind.SET_FIELD, 0, value))


def remove_plan(draw, store):
    if plan_id := one_of_ids(draw, store, "plan"):
        plans.delete_plan(store, plan_id)


def divide(draw, store):
    if plan_id := one_of_ids(draw, store, "plan"):
        made = [
            replace(a_task(plan_id, number=n), text=draw(TEXTS))
            for n in range(draw(st.integers(0, 3)))
        ]
        tasks.add_tasks(store, made)


def change_task(draw, store):
    if task_id := one_of_ids(draw, store, "task"):
        task = tasks.load_task(store, task_id)
        kept = tuple(a for a in task.assignments if draw(st.booleans()))
        changed = replace(
            task,
            title=draw(TEXTS),
            due_on=draw(st.sampled_from([None, DAY])),
            assignments=(*kept, Assignment(draw(TEXTS), Role.RESPONSIBLE)),
            targets=(Target("n", "<", draw(NUMBERS), "", ""),)
            if draw(st.booleans())
            else task.targets,
            rewordings=() if draw(st.booleans()) else task.rewordings,
        )
        tasks.save_task(store, changed)


def shift(draw, store):
    ids = [row[0] for row in store.rows("SELECT id FROM task ORDER BY id")]
    chosen = [id_ for id_ in ids if draw(st.booleans())]
    if chosen:
        store.shift("task", "number", chosen, draw(st.integers(-3, 3)))


def remove_task(draw, store):
    if task_id := one_of_ids(draw, store, "task"):
        tasks.delete_tasks(store, [task_id])


def report(draw, store):
    if task_id := one_of_ids(draw, store, "task"):
        tasks.add_entry(
            store, ProgressEntry(task_id, "市甲局", DAY, draw(st.integers(0, 100)), draw(TEXTS))
        )


def set_up(draw, store):
    units.save_directory(store, DIRECTORY)


def change_unit(draw, store):
    if found := units.load_units(store):
        unit = draw(st.sampled_from(found))
        units.save_unit(
            store, replace(unit, note=draw(TEXTS), members=("city.b",) * draw(st.integers(0, 2)))
        )


def remove_unit(draw, store):
    units.delete_unit(store, draw(st.sampled_from(["city.a", "city.b", "city.none"])))


def add_alias(draw, store):
    units.save_alias(store, Alias(draw(TEXTS), "city.a"))


def set_office(draw, store):
    office.put(store, draw(st.sampled_from(["city", "office_name"])), draw(TEXTS))


ACTIONS = [
    import_plan, read_again, decide, remove_plan, divide, change_task, shift, remove_task, report, set_up,
    change_unit, remove_unit, add_alias, set_office,
]  # fmt: skip


@settings(max_examples=60)
@given(st.data())
def test_undo_leads_back_over_the_same_states_and_redo_forward(data):
    with open_store(":memory:", NOW) as store:
        states = [dump(store)]
        for action in [
            import_plan,
            divide,
            *data.draw(st.lists(st.sampled_from(ACTIONS), max_size=8)),
        ]:
            done = store.undo_label, audit.head(store.db)[0]
            with store.step(f"{len(states)} {action.__name__}", NOW):
                action(data.draw, store)
            if (store.undo_label, audit.head(store.db)[0]) != done:
                states.append(dump(store))
        for state in reversed(states[:-1]):
            assert store.undo()
            assert dump(store) == state
        assert store.undo() is None
        for state in states[1:]:
            assert store.redo()
            assert dump(store) == state
        assert store.redo() is None
        assert audit.broken_at(store.db) is None


@settings(max_examples=30)
@given(st.data())
def test_undo_and_redo_may_be_mixed_with_new_steps(data):
    with open_store(":memory:", NOW) as store:
        past, future = [dump(store)], []
        for number in range(data.draw(st.integers(1, 14))):
            move = data.draw(st.sampled_from(["do", "undo", "redo"]))
            if move == "do":
                before = past[-1]
                with store.step(f"{number}", NOW):
                    data.draw(st.sampled_from(ACTIONS))(data.draw, store)
                if dump(store) != before:
                    past.append(dump(store))
                    future = []
            elif move == "undo" and store.undo():
                future.append(past.pop())
            elif move == "redo" and store.redo():
                past.append(future.pop())
            assert dump(store) == past[-1]
        assert audit.broken_at(store.db) is None
