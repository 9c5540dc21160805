"""Which backups stay: today all, then one a day, a week, a month; never fewer than the newest."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.store.safety.ladder import kept

NOW = datetime.fromisoformat("2026-06-30T18:00")


def ago(days, hour=12):
    return (NOW - timedelta(days=days)).replace(hour=hour)


@pytest.mark.parametrize(
    ("times", "stay"),
    [
        ([], []),
        ([ago(0, 8), ago(0, 9), ago(0, 17)], [ago(0, 8), ago(0, 9), ago(0, 17)]),
        ([ago(1, 8), ago(1, 9), ago(1, 17)], [ago(1, 17)]),
        ([ago(7, 8), ago(7, 17), ago(6, 3)], [ago(7, 17), ago(6, 3)]),
        ([ago(8), ago(9)], [ago(8), ago(9)]),  # Monday and Sunday: two weeks
        ([ago(10), ago(11), ago(12)], [ago(10)]),
        ([ago(31), ago(33)], [ago(31), ago(33)]),
        ([ago(40), ago(45), ago(50)], [ago(40)]),
        ([ago(400), ago(401), ago(430)], [ago(400), ago(430)]),
        ([ago(4000)], [ago(4000)]),
        ([ago(-1), ago(-1000), ago(-1000, 5)], [ago(-1), ago(-1000), ago(-1000, 5)]),
    ],
)
def test_the_ladder(times, stay):
    assert kept(times, NOW) == set(stay)


def test_after_years_of_daily_backups_some_dozens_stay():
    times = [ago(day, hour) for day in range(3 * 365) for hour in (9, 17)]
    assert len(kept(times, NOW)) == 2 + 7 + 5 + 35


@given(st.lists(st.datetimes()), st.datetimes())
def test_the_newest_and_the_future_always_stay(times, now):
    stay = kept(times, now)
    assert stay <= set(times)
    assert {time for time in times if time > now} <= stay
    if times:
        assert max(times) in stay


@given(st.lists(st.datetimes(NOW - timedelta(days=900), NOW), max_size=60))
def test_thinning_twice_is_thinning_once(times):
    stay = kept(times, NOW)
    assert kept(stay, NOW) == stay
