"""Targets against what was reached."""

import pytest

from shuangda_desktop.plan.model import Target
from shuangda_desktop.tasks.reporting import amount_of
from shuangda_desktop.tasks.results import WAY_WORDS, Actual, Way, results, usual_way

COUNT = Target("检查门店", ">=", 120, "家", "检查门店120家以上")
SHARE = Target("办结率", ">=", 95, "%", "办结率达到95%以上")
MOST = Target("不合格率", "<=", 3, "%", "不合格率控制在3%以内")
MEANS = [COUNT, SHARE, MOST]


def actual(value, period="2026-01", unit="市公安局", target=COUNT, id_=None):
    return Actual(1, target.text, unit, period, value, id=id_)


def one(target, *actuals, way=None):
    ways = {target.text: way} if way else {}
    return results([target], actuals, ways)[0]


def test_a_count_adds_up_and_a_share_is_its_last_value():
    assert [usual_way(target) for target in MEANS] == [Way.SUM, Way.LAST, Way.LAST]
    assert one(COUNT, actual(50), actual(80, "2026-02")).value == 130
    shares = [actual(90, target=SHARE), actual(96, "2026-02", target=SHARE)]
    assert one(SHARE, *shares).value == 96
    assert set(WAY_WORDS) == set(Way)


def test_the_clerk_may_choose_otherwise():
    last = one(COUNT, actual(50), actual(80, "2026-02"), way=Way.LAST)
    assert (last.value, last.way, last.text) == (80, Way.LAST, "80家")


def test_the_last_value_is_that_of_the_last_period_not_of_the_last_entry():
    later, earlier = actual(80, "2026-Q2", id_=1), actual(50, "2026-03", id_=2)
    assert one(COUNT, later, earlier, way=Way.LAST).value == 80


def test_a_correction_replaces_what_it_corrects():
    result = one(COUNT, actual(500, id_=1), actual(50, id_=2), actual(7, unit="市商务局", id_=3))
    assert result.value == 57
    assert [a.value for a in result.values] == [50, 7]


def test_units_add_up_but_a_share_is_the_weakest_units():
    counts = [actual(50), actual(30, unit="市商务局")]
    assert one(COUNT, *counts, way=Way.LAST).value == 80
    shares = [actual(99, target=SHARE), actual(91, unit="市商务局", target=SHARE)]
    assert (one(SHARE, *shares).value, one(SHARE, *shares).reached) == (91, False)
    most = [actual(1, target=MOST), actual(4, unit="市商务局", target=MOST)]
    assert (one(MOST, *most).value, one(MOST, *most).reached) == (4, False)


def test_the_last_value_of_a_unit_that_left_stands_for_nothing_once_its_heir_reported():
    old, new = actual(60, target=SHARE), actual(97, "2026-05", "市商务局", SHARE)
    (alone,) = results([SHARE], [old], {}, {"市商务局"})
    assert (alone.value, alone.counted) == (60, (old,))
    (after,) = results([SHARE], [old, new], {}, {"市商务局"})
    assert (after.value, after.reached, after.counted) == (97, True, (new,))
    assert after.values == (old, new)  # the log stays
    counts = [actual(50), actual(30, unit="市商务局")]
    assert results([COUNT], counts, {}, {"市商务局"})[0].value == 80  # what was done was done
    assert amount_of(1, after).parts == (("市商务局", "97%"),)


@pytest.mark.parametrize(
    ("operator", "below", "at", "above"),
    [
        (">=", False, True, True),
        (">", False, False, True),
        ("<=", True, True, False),
        ("<", True, False, False),
        ("=", False, True, False),
        ("", False, True, True),
    ],
)
def test_a_target_is_reached_as_it_says(operator, below, at, above):
    target = Target("件数", operator, 10, "件", "10件")
    reached = [one(target, actual(value, target=target)).reached for value in (9, 10, 11)]
    assert reached == [below, at, above]


def test_without_a_report_nothing_is_reached_and_nothing_is_zero():
    result = one(COUNT)
    assert (result.value, result.reached, result.text, result.values) == (None, False, "未报", ())
    assert one(COUNT, actual(0)).text == "0家"


def test_values_of_another_target_do_not_count():
    assert one(COUNT, actual(50, target=SHARE)).value is None
