"""The frozen rows of tasks."""

from dataclasses import replace

from shuangda_desktop.tasks.model import NO_MEASURE
from shuangda_desktop.tasks.rows import in_chapters, is_but_renumbered, with_number
from tasks.task_samples import row


def test_a_row_under_another_number_is_else_the_same():
    given = row()
    assert with_number(given, 7) == replace(given, number=7)
    assert with_number(given, given.number) is given
    assert is_but_renumbered(given, with_number(given, 7))
    assert not is_but_renumbered(given, replace(given, plan_id=9))
    assert not is_but_renumbered(given, replace(given, title="检查网店"))


def test_a_row_without_a_measure_stands_in_the_chapter_before_it():
    first = row(chapter="一、治理")
    loose = row(chapter="", measure_key=NO_MEASURE)
    other = replace(loose, plan_id=9)
    assert [one.chapter for one in in_chapters([first, loose, loose])] == ["一、治理"] * 3
    assert in_chapters([loose, first]) == (loose, first)
    assert in_chapters([first, other, other]) == (first, other, other)
