"""Several steps made one: only the last ones, as they were done, with nothing undone among them."""

from shuangda_desktop.store import settings
from store.store_samples import NOW


def put(store, value):
    with store.step(value, NOW):
        settings.put(store, "city", value)


def city(store):
    return settings.get(store, "city")


def test_the_last_steps_become_one_and_the_others_stay(store):
    for value in ("甲", "乙", "丙"):
        put(store, value)
    assert store.join(store.done_steps[1:], "乙和丙")
    assert store.done_labels == ("甲", "乙和丙")
    assert (store.undo(), city(store)) == ("乙和丙", "甲")
    assert (store.redo(), city(store)) == ("乙和丙", "丙")


def test_listeners_hear_of_the_name_alone(store):
    put(store, "甲")
    put(store, "乙")
    heard = []
    store.listeners.append(lambda tables: heard.append((tables, store.touched, store.undo_label)))
    assert store.join(store.done_steps, "两步")
    assert heard == [(frozenset(), {}, "两步")]


def test_what_was_done_since_or_again_is_not_joined(store):
    put(store, "甲")
    put(store, "乙")
    steps = store.done_steps
    assert not store.join((), "无")
    assert not store.join(steps[:1], "前一步")
    assert not store.join((*steps, *steps), "多")
    store.undo()
    store.redo()
    assert store.done_labels == ("甲", "乙")
    assert not store.join(steps, "两步")
    assert store.done_labels == ("甲", "乙")


def test_steps_around_one_that_is_undone_stay_apart(store):
    for value in ("甲", "乙", "丙"):
        put(store, value)
    store.undo()
    store.undo()
    store.redo()
    assert not store.join(store.done_steps, "甲和乙")
    assert store.undo() == "乙"
    assert (store.redo(), store.redo(), city(store)) == ("乙", "丙", "丙")
