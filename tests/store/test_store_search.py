"""The index finds exactly what Python's ``in`` finds, whatever is done and undone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shuangda_desktop.store import search, tasks
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.finding import find
from shuangda_desktop.tasks.model import ProgressEntry
from store.store_samples import DAY, NOW, fill, keep_plan, keep_tasks

TEXTS = [
    "检查海关监管区3处",
    "农村市场，查处假酒",
    "移送公安机关；立案２起",
    "ＡＢＣ电商平台 Abc",
    "酒",
    "",
    "海 关",
    "𠮷野家门店\n第二行",
    "100%完成_计划",
]


@pytest.fixture
def filled(store):
    """Log rows with these texts, in this order."""
    (task_id, *_) = keep_tasks(store, keep_plan(store))
    with store.step("进展", NOW):
        for text in TEXTS:
            tasks.add_entry(store, ProgressEntry(task_id, "市甲局", DAY, 1, text))
    return store


def notes(store, typed, limit=99):
    return [found.text.split("\n", 1)[1] for found in find(store, typed, search.ENTRY, limit)]


def by_python(store, typed):
    words = search.folded(typed).split()
    rows = store.rows("SELECT unit, note FROM progress_entry ORDER BY id DESC")
    return [n for u, n in rows if words and all(w in search.folded(f"{u}\n{n}") for w in words)]


@pytest.mark.parametrize(
    "typed",
    [
        *("酒", "海关", "海", "关", "农村", "假酒", "移送公安机关", "\uff1b立案", "abc", "ＡＢＣ"),
        *(
            "2",
            "2起",
            "%",
            "_",
            "100%",
            "𠮷",
            "野家",
            "市甲局",
            "局",
            "没有的词",
            "检查 3处",
            ",查",
        ),
        *('"', "*", "AND", "-", "海关 OR", "第二行", "", "  "),
    ],
)
def test_what_is_found_is_what_python_finds(filled, typed):
    assert notes(filled, typed) == by_python(filled, typed)


def test_the_newest_come_first_and_no_more_than_asked(filled):
    assert notes(filled, "市甲局", limit=2) == TEXTS[:-3:-1]


ALPHABET = '海关市场酒农村0A１ａ，。 \n𠮷%é著"\0\u180e'


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.text(ALPHABET, max_size=12), min_size=1, max_size=6),
    st.text(ALPHABET, min_size=1, max_size=5),
)
def test_any_words_are_found_in_any_texts(filled, texts, typed):
    (task_id,) = filled.rows("SELECT min(id) FROM task")[0]
    with filled.step("更多", NOW):
        for text in texts:
            tasks.add_entry(filled, ProgressEntry(task_id, "市甲局", DAY, 1, text))
    assert notes(filled, typed, 9999) == by_python(filled, typed)
    filled.undo()


def test_the_index_follows_undo_and_redo(filled):
    before = notes(filled, "酒")
    with filled.step("改", NOW):
        filled.execute("UPDATE progress_entry SET note = '查处红酒' WHERE note = '酒'")
        filled.execute("DELETE FROM progress_entry WHERE note LIKE '农村%'")
    assert notes(filled, "酒") == ["查处红酒"]
    filled.undo()
    assert notes(filled, "酒") == before == by_python(filled, "酒")
    filled.redo()
    assert notes(filled, "酒") == ["查处红酒"]


def test_a_step_that_failed_leaves_the_index_as_it_was(filled):
    def broken_off():
        with filled.step("断", NOW):
            filled.execute("UPDATE progress_entry SET note = '海关'")
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        broken_off()
    assert notes(filled, "海关") == by_python(filled, "海关")


def test_the_index_is_no_part_of_the_undo_log(filled):
    with filled.step("改", NOW):
        filled.execute("UPDATE progress_entry SET note = '查处红酒' WHERE note = '酒'")
    touched = {row[0] for row in filled.rows("SELECT DISTINCT name FROM change")}
    assert not any(name.startswith("derived") for name in touched)


def test_all_tables_of_texts_are_searched(store):
    fill(store)
    for source in search.SOURCES:
        rows = store.rows(f"SELECT id, {source.text_of(source.table)} FROM {source.table}")
        for row_id, text in rows:
            word = next(iter(text.split()), "")
            if word:
                assert row_id in [f.row_id for f in find(store, word[:6], source, 999)]


def test_an_index_that_lags_behind_is_made_anew(tmp_path):
    path = tmp_path / "办公.db"
    with open_store(path, NOW) as store:
        fill(store)
        store.db.execute("DELETE FROM derived_state")
        store.db.execute(
            "INSERT INTO derived_search_entry (derived_search_entry) VALUES ('delete-all')"
        )
    with open_store(path, NOW) as store:
        assert len(notes(store, "查")) == len(by_python(store, "查")) > 0
        assert store.rows("SELECT count(*) FROM derived_state") == [(1,)]
