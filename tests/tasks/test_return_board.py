"""The board of returns: every number is the length of the list behind it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.tasks.periods import PeriodKind, period_of
from shuangda_desktop.tasks.returns.board import (
    CAME,
    BoardRow,
    Came,
    Place,
    Sent,
    Standing,
    behind,
    board,
    chase_text,
    counts,
    unreported,
)
from shuangda_desktop.tasks.returns.model import ReturnKind

MARCH = period_of(PeriodKind.MONTH, date(2026, 3, 1))
DUE = date(2026, 3, 28)
UNIT = "市公安局"


def stand(*came, sent=True, today=date(2026, 3, 30), due=None):
    rows = board(
        {UNIT: 3},
        [MARCH],
        [Sent(UNIT, "2026-03", due or DUE)] if sent else [],
        [Came(UNIT, "2026-03", kind, on) for kind, on in came],
        {"2026-03": DUE},
        today,
    )
    return rows[0].places[0]


@pytest.mark.parametrize(
    ("place", "standing", "words"),
    [
        (stand((ReturnKind.REPORT, date(2026, 3, 20))), Standing.ON_TIME, "● 已报"),
        (stand((ReturnKind.REPORT, date(2026, 3, 30))), Standing.LATE, "▲ 迟报2天"),
        (stand((ReturnKind.ZERO, DUE)), Standing.ZERO, "○ 零报告"),
        (stand((ReturnKind.SAME, DUE)), Standing.SAME, "◇ 无变化"),
        (stand((ReturnKind.DAMAGED, DUE)), Standing.DAMAGED, "✕ 读不了"),
        (stand((ReturnKind.EMPTY, DUE)), Standing.MISSING, "■ 未报2天"),
        (stand(), Standing.MISSING, "■ 未报2天"),
        (stand(today=DUE), Standing.AWAITED, "… 待报"),
        (stand(sent=False), Standing.NOT_SENT, "— 未下发"),
        (stand((ReturnKind.DAMAGED, DUE), (ReturnKind.REPORT, DUE)), Standing.ON_TIME, "● 已报"),
        (stand(due=date(2026, 4, 10)), Standing.AWAITED, "… 待报"),
    ],
)
def test_a_place_says_where_a_unit_stands(place, standing, words):
    assert (place.standing, place.words) == (standing, words)


def test_a_late_return_stays_late_when_it_is_corrected_and_the_first_day_counts():
    place = stand((ReturnKind.REPORT, date(2026, 3, 20)), (ReturnKind.REPORT, date(2026, 3, 30)))
    assert (place.standing, place.received_on) == (Standing.ON_TIME, date(2026, 3, 20))


def test_of_two_that_came_on_one_day_the_later_one_counts():
    day = date(2026, 3, 20)
    kinds = ReturnKind.ZERO, ReturnKind.REPORT
    assert stand(*((kind, day) for kind in kinds)).standing is Standing.ON_TIME
    assert stand(*((kind, day) for kind in reversed(kinds))).standing is Standing.ZERO


kinds = st.sampled_from(list(ReturnKind))
days = st.integers(-40, 40).map(lambda n: DUE + timedelta(n))
units = st.sampled_from([f"市第{n}局" for n in range(6)])
periods = [MARCH.previous(), MARCH]


@given(
    st.lists(st.tuples(units, st.sampled_from(periods), days), max_size=12),
    st.lists(st.tuples(units, st.sampled_from(periods), kinds, days), max_size=20),
    days,
)
def test_every_number_equals_the_list_behind_it(sent, came, today):
    rows = board(
        {f"市第{n}局": n for n in range(6)},
        periods,
        [Sent(unit, period.key, due) for unit, period, due in sent],
        [Came(unit, period.key, kind, on) for unit, period, kind, on in came],
        {period.key: DUE for period in periods},
        today,
    )
    for period in periods:
        found = counts(rows, period.key)
        assert found == {one: len(behind(rows, period.key, one)) for one in Standing}
        assert sum(found.values()) == len(rows) == len(behind(rows, period.key))
        text = chase_text(rows, period, "市双打办", DUE)
        assert f"已报{len(behind(rows, period.key, *CAME))}家" in text
        missing = behind(rows, period.key, Standing.MISSING, Standing.DAMAGED, Standing.AWAITED)
        assert f"未报{len(missing)}家" in text
        assert all(place.unit in text for place in missing)


def test_the_message_says_who_is_missing_and_what_to_do():
    rows = board(
        {UNIT: 1, "市商务局": 1}, [MARCH], [Sent(UNIT, "2026-03", DUE), Sent("市商务局", "2026-03", DUE)],
        [Came("市商务局", "2026-03", ReturnKind.DAMAGED, DUE)], {"2026-03": DUE}, date(2026, 3, 30),
    )  # fmt: skip
    assert chase_text(rows, MARCH, "", date(2026, 3, 31)) == (
        "【2026年3月进展报送】应报2家\uff0c已报0家\uff0c未报2家\uff1a市公安局、"
        "市商务局\uff08表格读不了\uff0c请重报\uff09。请于3月31日前报送\uff1b没有开展工作的请在表中勾选“零报告”。"
    )
    assert chase_text((), MARCH, "", DUE).endswith("谢谢各单位。")


@pytest.mark.parametrize(
    ("standings", "owed"),
    [
        ("came missing awaited", 1), ("missing came not_sent", None), ("not_sent not_sent awaited", None),
        ("damaged not_sent not_sent", 0), ("missing missing missing", 2),
    ],
)  # fmt: skip
def test_a_unit_owes_at_most_the_last_report_that_was_due(standings, owed):
    named = {"came": Standing.ZERO}
    made = [named.get(word) or Standing(word) for word in standings.split()]
    places = tuple(Place(UNIT, MARCH, one, date(2026, 3, at + 1)) for at, one in enumerate(made))
    found = unreported([BoardRow(UNIT, 1, places), BoardRow("市商务局", 0, ())])
    assert found == (() if owed is None else (places[owed],))
