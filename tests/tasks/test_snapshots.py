"""What went out is kept and compared with what is there now."""

from dataclasses import replace

from exports.sample import task
from shuangda_desktop.tasks.columns.schedule import schedule_columns
from shuangda_desktop.tasks.rounds.snapshots import (
    Change,
    Kind,
    differences,
    dumped,
    loaded,
    of_tasks,
    task_label,
)

COLUMNS = [c for c in schedule_columns() if c.key in {"number", "title", "due"}]
BOTH = of_tasks([task(1), task(2, title="管好寄递渠道")], COLUMNS)


def test_the_same_twice_has_no_differences():
    assert differences(BOTH, BOTH) == ()


def test_a_changed_cell_is_told_under_its_title():
    changed = of_tasks([task(1), task(2, title="管好网店")], COLUMNS)
    assert differences(BOTH, changed) == (
        Change(Kind.CHANGED, "2 管好网店", "工作任务", "管好寄递渠道", "管好网店"),
    )


def test_rows_that_came_and_went_are_told_with_all_their_words():
    other = of_tasks([task(1), task(3, title="新的")], COLUMNS)
    added, removed = differences(BOTH, other)
    assert (added.kind, added.label, added.before) == (Kind.ADDED, "3 新的", "")
    assert added.after == "工作任务\uff1a新的\n完成时限\uff1a2026-06-30"
    assert (removed.kind, removed.label, removed.after) == (Kind.REMOVED, "2 管好寄递渠道", "")


def test_a_new_number_alone_is_no_difference():
    renumbered = of_tasks([replace(task(1), number=9), task(2, title="管好寄递渠道")], COLUMNS)
    assert differences(BOTH, renumbered) == ()


def test_only_columns_of_both_versions_are_compared():
    narrow = of_tasks([task(1), task(2, title="管好寄递渠道")], COLUMNS[:2])
    assert differences(narrow, BOTH) == differences(BOTH, narrow) == ()


def test_what_is_stored_comes_back():
    assert loaded(dumped(BOTH)) == BOTH
    assert loaded(dumped(())) == ()


def test_a_task_without_a_title_is_named_by_its_text():
    assert (
        task_label(task(4, title="", text="对农资批发市场开展排查")) == "4 对农资批发市场开展排查"
    )
