"""The one rule of who has reported."""

from datetime import date

import pytest

from shuangda_desktop.tasks.periods import parse_key
from shuangda_desktop.tasks.reported import also_said, keys_within, last_word, spoke_for_all
from shuangda_desktop.tasks.returns.board import Came
from shuangda_desktop.tasks.returns.model import ReturnKind

MARCH, QUARTER = parse_key("2026-03"), parse_key("2026-Q1")
ON = date(2026, 3, 28)


@pytest.mark.parametrize(
    ("key", "some", "number"),
    [
        ("2026-03", {"2026-03", "2026-W10", "2026-W13", "2026-Q1"}, 7),
        ("2026-Q1", {"2026-01", "2026-03", "2026-Q1"}, 17),
        ("2026-W12", {"2026-W12"}, 1),
    ],
)
def test_a_period_holds_all_that_end_in_it(key, some, number):
    found = keys_within(parse_key(key))
    assert some <= set(found)
    assert len(found) == number
    assert all(parse_key(one).end in parse_key(key) for one in found)


def test_a_zero_report_speaks_for_its_period_and_for_a_longer_one():
    came = [
        Came("甲", "2026-03", ReturnKind.ZERO, ON),
        Came("乙", "2026-03", ReturnKind.SAME, ON),
        Came("丙", "2026-03", ReturnKind.REPORT, ON),
        Came("丁", "2026-03", ReturnKind.EMPTY, ON),
        Came("戊", "2026-Q1", ReturnKind.ZERO, ON),
        Came("己", "2026-04", ReturnKind.ZERO, ON),
    ]
    assert spoke_for_all(came, QUARTER) == {"甲", "乙", "戊"}
    assert spoke_for_all(came, parse_key("2026-04")) == {"己"}


def test_a_report_takes_the_place_of_the_zero_report_before_it():
    zero, full = (Came("甲", "2026-03", kind, ON) for kind in (ReturnKind.ZERO, ReturnKind.REPORT))
    unread = Came("甲", "2026-03", ReturnKind.EMPTY, ON)
    assert spoke_for_all([zero, full, unread], QUARTER) == frozenset()
    assert spoke_for_all([full, zero, unread], QUARTER) == {"甲"}


def test_what_only_the_log_knows_is_a_report_too():
    came = (
        Came("甲", "2026-03", ReturnKind.ZERO, ON),
        Came("乙", "2026-03", ReturnKind.DAMAGED, ON),
    )
    said = {name: [date(2026, 3, 9), date(2026, 3, 5), date(2026, 4, 1)] for name in "甲乙"}
    told = also_said(came, said, [MARCH, MARCH.previous()])
    assert told == (*came, Came("乙", "2026-03", ReturnKind.REPORT, date(2026, 3, 5)))


def test_the_last_word_is_in_the_log_or_in_a_form():
    assert last_word([None, ON], None) == ON
    assert last_word([ON], date(2026, 4, 1)) == date(2026, 4, 1)
    assert last_word([None], None) is None
