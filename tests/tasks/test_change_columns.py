"""The columns of 变更清单."""

from shuangda_desktop.tasks.columns.changes import change_columns, numbered
from shuangda_desktop.tasks.rounds.snapshots import Change, Kind


def test_a_change_says_which_task_what_before_and_after():
    (row,) = numbered([Change(Kind.CHANGED, "3 管好网店", "完成时限", "6月", "9月")])
    texts = ["1", "3 管好网店", "修改", "完成时限", "6月", "9月"]
    assert [column.text(row) for column in change_columns()] == texts
    assert [column.value(row) for column in change_columns()] == [1, *texts[1:]]
