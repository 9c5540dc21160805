"""Ranges of months that begin in one year and end in the next."""

from datetime import date

import pytest

from shuangda_desktop.plan.measures.deadlines import find_deadlines
from shuangda_desktop.plan.measures.due_days import Calendar

TURNS = [  # the plan's year, its day of issue, the end
    (2022, None, "2023-01-31"),
    (2022, date(2022, 10, 8), "2023-01-31"),
    (2022, date(2022, 1, 5), "2022-01-31"),
    (2022, date(2021, 12, 1), "2022-01-31"),
    (None, date(2022, 12, 1), ""),
]


@pytest.mark.parametrize(("year", "issued", "end"), TURNS)
def test_a_range_over_new_year_is_about_the_turn_that_the_paper_is_for(year, issued, end):
    found = find_deadlines("11月1日至1月31日开展整治。", Calendar(year, issued))
    assert " ".join(deadline.due_on.isoformat() for deadline in found) == end
