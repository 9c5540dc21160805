"""The frozen rows of tasks."""

from dataclasses import replace

from shuangda_desktop.tasks.rows import is_but_renumbered, with_number
from tasks.task_samples import row


def test_a_row_under_another_number_is_else_the_same():
    given = row()
    assert with_number(given, 7) == replace(given, number=7)
    assert with_number(given, given.number) is given
    assert is_but_renumbered(given, with_number(given, 7))
    assert not is_but_renumbered(given, replace(given, plan_id=9))
    assert not is_but_renumbered(given, replace(given, title="检查网店"))
