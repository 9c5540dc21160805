"""The headings that tasks are listed under."""

from dataclasses import replace

import pytest

from shuangda_desktop.plan.model import Plan, Section, above
from shuangda_desktop.tasks.dividing.chapters import parting
from shuangda_desktop.text.mapped import Span
from tasks.task_samples import measure


def plan(levels, measures, heading="整治"):
    """Sections by their levels, each below the last of the level above; where measures stand."""
    sections, last = [], {}
    for at, level in enumerate(levels):
        sections.append(Section(level, "", heading, Span(at, at + 1), last.get(level - 1)))
        last[level] = at
    made = [measure(key, section=at) for key, at in enumerate(measures, 1)]
    return Plan(sections=tuple(sections), measures=tuple(made))


def test_the_parts_of_the_one_long_chapter_part_the_tasks():
    made = plan([1, 1, 2, 3, 3, 2, 3, 3, 1], [0, 3, 4, 6, 7, 8])
    assert parting(made) == {2, 5}


@pytest.mark.parametrize(
    ("levels", "measures"),
    [
        ([], []),
        ([], [None]),
        ([1, 2, 2, 2], [1, 2, 3]),  # each part is a measure: a band for each would part nothing
        ([1, 2, 3, 3], [2, 3]),  # one part
        ([1, 2, 2, 1, 2, 2], [1, 1, 2, 2, 4, 4, 5, 5]),  # the chapters part them
        ([2, 2], [0, 0, 1, 1]),  # no chapter above
    ],
)
def test_other_plans_are_parted_by_their_chapters(levels, measures):
    assert parting(plan(levels, measures)) == frozenset()


def test_a_number_without_words_parts_nothing():
    assert parting(plan([1, 2, 2], [1, 1, 2, 2], heading="")) == frozenset()


def test_a_chapter_with_a_part_that_has_no_heading_stays_whole():
    made = plan([1, 2, 2, 2], [1, 1, 2, 2, 3, 3])
    assert parting(made) == {1, 2, 3}
    bare = replace(made.sections[3], heading="")
    assert parting(replace(made, sections=(*made.sections[:3], bare))) == frozenset()


def test_what_stands_above_is_told_from_the_nearest_on():
    made = plan([1, 2, 3], [])
    assert list(above(made, 2)) == [2, 1, 0]
    assert list(above(made, None)) == []
