"""Dates as documents write them, and digits that lost their 年月日."""

from datetime import date

import pytest

from shuangda_desktop.plan.measures.dates import (
    DATE,
    make_date,
    month_end,
    read_date,
    solid_dates,
    spelled,
)


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("2018年6月26日", date(2018, 6, 26)),
        ("2018 年 6 月 26 日", date(2018, 6, 26)),
        ("二〇一八年六月二十六日", date(2018, 6, 26)),
        ("二00八年九月二日", date(2008, 9, 2)),
        ("二OO八年九月二日", date(2008, 9, 2)),  # typed with letters
        ("二\u039f\u039f八年九月二日", date(2008, 9, 2)),
        ("二\u25cb一二年十月三十日", date(2012, 10, 30)),
        ("2018-06-26", date(2018, 6, 26)),
        ("2018/6/26", date(2018, 6, 26)),
        ("2018.6.26", date(2018, 6, 26)),
        ("2018626", date(2018, 6, 26)),
        ("20181230", date(2018, 12, 30)),
        ("2018111", None),
        ("2018年2月30日", None),
        ("2018-13-01", None),
    ],
)
def test_a_date_is_read(text, on):
    match = DATE.search(text)
    assert match is not None
    assert read_date(match) == on


@pytest.mark.parametrize("text", ["2018年6月", "6月26日", "1234567", "201862612", "2018-06/26"])
def test_what_is_no_date(text):
    assert DATE.fullmatch(text) is None


@pytest.mark.parametrize(
    ("digits", "days"),
    [
        ("2018626", [date(2018, 6, 26)]),
        ("2018111", [date(2018, 1, 11), date(2018, 11, 1)]),
        ("2019116", [date(2019, 1, 16), date(2019, 11, 6)]),
        ("20181230", [date(2018, 12, 30)]),
        ("20180101", [date(2018, 1, 1)]),
        ("201811", [date(2018, 1, 1)]),
        ("2018931", []),
        ("2018101", [date(2018, 10, 1)]),
    ],
)
def test_every_reading_of_bare_digits(digits, days):
    assert solid_dates(digits) == days


@pytest.mark.parametrize(
    ("year", "month", "end"),
    [
        (2024, 2, date(2024, 2, 29)),
        (2023, 2, date(2023, 2, 28)),
        (2023, 12, date(2023, 12, 31)),
        (2023, 13, None),
        (2023, 0, None),
        (0, 1, None),
    ],
)
def test_the_end_of_a_month(year, month, end):
    assert month_end(year, month) == end


def test_a_day_that_does_not_exist():
    assert make_date(2023, 2, 29) is None
    assert make_date(None, 1, 1) is None
    assert make_date(2023, 2, 28) == date(2023, 2, 28)


@pytest.mark.parametrize(
    ("words", "spelt"),
    [
        ("2026.3", "2026年3月"),
        ("2026.3-2026.4", "2026年3月-2026年4月"),
        ("2026/11/1-2026/11/30", "2026年11月1日-2026年11月30日"),
        ("2026.11.1\u201412.20", "2026年11月1日-12月20日"),
        ("2026.3-10", "2026年3月-10月"),
        ("2026.3.1-9", "2026年3月1日-9日"),
        ("12.31", "12月31日"),
        ("12.31前", "12月31日前"),
        ("5.8~6.20", "5月8日-6月20日"),
        ("2026.13", "2026.13"),  # there is no such month
        ("13.5万元", "13.5万元"),
        ("1.5-2.5万元", "1.5-2.5万元"),
        ("2026年3月", "2026年3月"),
    ],
)
def test_months_and_days_in_figures_are_written_out(words, spelt):
    assert spelled(words) == spelt
