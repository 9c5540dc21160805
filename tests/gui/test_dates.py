"""Dates are read as clerks type them."""

from datetime import date

import pytest

from shuangda_desktop.gui.models.dates import in_words, month_end, read_date


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-06-30", date(2026, 6, 30)),
        ("2026.6.30", date(2026, 6, 30)),
        ("2026/6/30", date(2026, 6, 30)),
        ("2026年6月30日", date(2026, 6, 30)),
        ("20260630", date(2026, 6, 30)),
        ("6月30日", date(2026, 6, 30)),
        ("6月30号", date(2026, 6, 30)),
        ("6-30", date(2026, 6, 30)),
        ("6月底", date(2026, 6, 30)),
        ("6月末前", date(2026, 6, 30)),
        ("6月", date(2026, 6, 30)),
        ("2月底", date(2026, 2, 28)),
        ("2028年2月底", date(2028, 2, 29)),
        ("年底", date(2026, 12, 31)),
        ("年底前", date(2026, 12, 31)),
        ("今年年底", date(2026, 12, 31)),
        ("上半年", date(2026, 6, 30)),
        ("第三季度", date(2026, 9, 30)),
        ("三季度前", date(2026, 9, 30)),
        (" 6 月 30 日 ", date(2026, 6, 30)),
        ("\uff16月\uff13\uff10日", date(2026, 6, 30)),
    ],
)
def test_a_day_is_read_however_it_is_written(typed, day):
    assert read_date(typed, 2026) == day


@pytest.mark.parametrize(
    "typed", ["", "尽快", "2月30日", "13月", "13月底", "年", "6月30日前后", "0-0"]
)
def test_what_is_no_day_is_not_guessed(typed):
    assert read_date(typed, 2026) is None


def test_the_last_day_of_a_month_that_is_none_is_none():
    assert month_end(2026, 0) is None


def test_a_day_stands_in_a_sentence_without_its_year():
    assert in_words(date(2026, 6, 3)) == "6月3日"
