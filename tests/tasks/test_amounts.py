"""Amounts as people write them."""

import pytest

from shuangda_desktop.tasks.amounts import amount_text, read_amount


@pytest.mark.parametrize(
    ("typed", "unit", "value"),
    [
        ("120", "家", 120),
        (" 120 家 ", "家", 120),
        ("\uff11\uff12\uff10", "家", 120),
        ("1,280.5", "", 1280.5),
        ("\uff11\uff0c\uff12\uff18\uff10", "家", 1280),
        ("2000万", "元", 20_000_000),
        ("2000万", "万元", 2000),
        ("2000万元", "万元", 2000),
        ("1.2亿", "万元", 12_000),
        ("350", "万元", 350),
        ("3.5千", "件", 3500),
        ("95%", "%", 95),
        ("95\uff05", "%", 95),
        ("0.95", "%", 0.95),
        ("-3", "%", -3),
        ("三百", "家", 300),
        ("十二家", "家", 12),
        ("两万", "元", 20_000),
        ("三万", "万元", 3),
        ("120左右", "家", 120),
        ("0", "起", 0),
        ("500元", "万元", 0.05),
        ("三百元", "万元", 0.03),
        ("3000人次", "万人次", 0.3),
    ],
)
def test_an_amount_is_understood(typed, unit, value):
    assert read_amount(typed, unit) == pytest.approx(value)


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        *(("", "家"), ("无", "家"), ("约几十", "家"), ("10-20", "家"), ("2026-03-01", "家")),
        *(("12家3起", "家"), ("120户", "家"), ("3月5日", "家"), ("1,28", ""), ("万", "元")),
        *(("已完成80%", "%"), ("=1+1", ""), ("十二户", "家"), ("inf", ""), ("nan", "")),
    ],
)
def test_what_is_no_single_amount_is_asked_and_not_guessed(typed, unit):
    assert read_amount(typed, unit) is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1280.5, "1,280.5家"),
        (20_000_000, "20,000,000家"),
        (0, "0家"),
        (95, "95家"),
        (0.00001, "0.00001家"),
    ],
)
def test_an_amount_is_shown_with_its_thousands(value, text):
    assert amount_text(value, "家") == text
