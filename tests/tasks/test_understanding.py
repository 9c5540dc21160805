"""What a unit meant by the words in a cell."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.tasks.understanding import (
    SAME_AS_LAST,
    is_blank,
    looks_lost,
    read_day,
    read_number,
    read_percent,
    read_status,
)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("80", "80"), ("80%", "80"), ("\uff18\uff10\uff05", "80"), (" 80 ", "80"), ("0", "0"), ("0%", "0"),
        ("100%", "100"), ("已完成80%", "80"), ("完成率为80%左右", "80"), ("八成", "80"), ("八成五", "85"),
        ("八成半", "85"), ("百分之八十", "80"), ("已完成", "100"), ("全部完成", "100"), ("未启动", "0"), ("60.0", "60"),
        ("8成", "80"), ("%80", "80"), ("完成率80", "80"), ("进度\uff1a80", "80"), ("近80%", "80"),
    ],
)  # fmt: skip
def test_a_percentage_is_understood(raw, value):
    found = read_percent(raw)
    assert (found.value, found.sure) == (value, True)


@pytest.mark.parametrize(
    ("raw", "value", "why"),
    [
        ("0.8", "80", "可能是比例"), ("1", "1", "可能是1%也可能是100%"), ("120", "", "超过100%"),
        ("过半", "50", "读不出完成率"), ("1/2", "50", "是不是50"), ("无", "", "读不出完成率"), ("约30", "30", "是不是30"), ("约05", "5", "是不是5"),
        ("大约 40 左右", "40", "是不是40"), ("60上下", "60", "是不是60"), ("约300", "", "读不出完成率"), ("上半年30%\uff0c全年60%", "", "不止一个百分数"),
        ("推进中", "", "读不出完成率"), ("300%", "", "超过100%"),
        ("剩余20%未完成", "", "可能不是完成了多少"), ("还差20%", "", "可能不是完成了多少"),
        ("同比增长20%", "", "可能不是完成了多少"), ("不足80%", "", "可能不是完成了多少"),
        ("80-90%", "", "可能不是完成了多少"), ("七八成", "", "可能不是完成了多少"),
    ],
)  # fmt: skip
def test_a_doubtful_percentage_is_asked_with_its_words(raw, value, why):
    found = read_percent(raw)
    assert (found.value, found.sure) == (value, False)
    assert raw in found.why
    assert why in found.why


def test_a_broken_percentage_is_never_told_further_than_it_is():
    found = read_percent("80.9%")
    assert (found.value, found.sure) == ("80", True)
    assert "按整数记为80%" in found.why
    little = read_percent("0.5%")
    assert (little.value, little.sure) == ("0", False)
    assert "不到1%" in little.why


@pytest.mark.parametrize(
    ("raw", "unit", "value"),
    [
        ("50", "家", "50"), ("50家", "家", "50"), ("2,000", "家", "2000"), ("2\uff0c000家", "家", "2000"),
        ("\uff12\uff10\uff10\uff10", "家", "2000"), ("2000万", "元", "20000000"), ("2000万元", "元", "20000000"),
        ("2000万元", "万元", "2000"), ("2000万", "万元", "2000"), ("1.5亿元", "万元", "15000"), ("3千", "批次", "3000"),
        ("五十", "家", "50"), ("十家", "家", "10"), ("共50家", "家", "50"), ("0", "家", "0"),
        ("96.5%", "%", "96.5"), ("96.5", "%", "96.5"), ("2000", "万", "2000"), ("2000万", "万", "2000"), ("12.5", "", "12.5"),
        ("3件", "", "3"), ("12345678901.23", "元", "12345678901.23"), ("123456789012345", "元", "123456789012345"),
        ("0.1元", "万元", "0.00001"), ("累计96%", "%", "96"),
    ],
)  # fmt: skip
def test_a_number_is_understood_in_the_unit_of_its_target(raw, unit, value):
    found = read_number(raw, unit)
    assert (found.value, found.sure) == (value, True)


@pytest.mark.parametrize(
    ("raw", "unit", "value", "why"),
    [
        ("50余家", "家", "50", "约数"), ("约50", "家", "50", "约数"), ("50家左右", "家", "50", "约数"),
        ("五十多家", "家", "50", "约数"), ("50件", "家", "50", "单位是“件”"), ("1200+800", "批", "2000", "算式"),
        ("累计完成50家", "家", "50", "累计数"), ("累计50", "家", "50", "本期数"), ("50家", "万元", "", "单位是“家”"),
        ("2000万", "%", "", "超过100%"), ("2,000", "%", "2000", "超过100%"),
        ("10-20", "家", "", "读不出"), ("检查50家\uff0c立案3件", "家", "50", "读不出"), ("无", "家", "", "读不出"),
        ("-5", "家", "", "读不出"), ("检查5家和6家", "家", "", "读不出"), ("若干", "", "", "读不出"),
    ],
)  # fmt: skip
def test_a_doubtful_number_is_asked_and_never_becomes_nought(raw, unit, value, why):
    found = read_number(raw, unit)
    assert (found.value, found.sure) == (value, False)
    assert why in found.why


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("推进中", "推进中"), ("进行中", "推进中"), ("已完成\u3002", "已完成"), ("完成", "已完成"), ("未开展", "未启动"),
        ("暂停", "暂缓"), ("与上期相同", SAME_AS_LAST), ("无变化", SAME_AS_LAST), ("已完成80%", "推进中"),
        ("完成100%", "已完成"),
    ],
)  # fmt: skip
def test_a_state_is_understood(raw, value):
    found = read_status(raw)
    assert (found.value, found.sure) == (value, True)
    assert bool(found.why) == (raw.strip("\u3002") != value)


def test_a_state_outside_the_list_is_asked():
    assert (read_status("基本完成").value, read_status("基本完成").sure) == ("推进中", False)
    assert read_status("再议").value == ""
    assert read_status("进展顺利").value == "推进中"
    assert (read_status("申请销号").value, read_status("申请销号").sure) == ("已完成", False)


def test_a_share_is_understood_and_never_taken_for_a_count():
    assert (read_number("八成", "%").value, read_number("八成", "%").sure) == ("80", True)
    assert (read_number("12\u2030", "%").value, read_number("12\u2030", "%").sure) == ("", False)
    assert (read_number("80%", "家").value, read_number("80%", "家").sure) == ("", False)


@pytest.mark.parametrize(
    "raw",
    [
        "2026年3月28日", "2026.3.28", "2026-3-28", "2026/03/28", "3月28日", "3.28", "20260328", "26.3.28",
        "二〇二六年三月二十八日", "46109", "2026-03-28 10:00", "\uff12\uff10\uff12\uff16年3月28日",
    ],
)  # fmt: skip
def test_a_day_is_understood_in_any_writing(raw):
    assert read_day(raw, 2026) == date(2026, 3, 28)


@pytest.mark.parametrize("raw", ["", "月底", "2026-02-30", "13月1日", "二〇二六年三月四十日"])
def test_what_is_no_day_is_none(raw):
    assert read_day(raw, 2026) is None


def test_blank_and_lost_words_are_told_from_words():
    assert is_blank(" / ")
    assert is_blank("\u2014\u2014")
    assert not is_blank("无变化")
    assert looks_lost("????12??")
    assert not looks_lost("怎么办???")


@given(st.text(max_size=80), st.sampled_from(["", "家", "万元", "%"]))
def test_no_text_breaks_the_understanding_and_no_text_becomes_nought(raw, unit):
    found = read_number(raw, unit)
    assert found.why or found.sure
    if found.value == "0":
        assert any(char in raw for char in "0\uff10零〇") or not found.sure or not raw.isascii()
    assert read_percent(raw).sure or read_percent(raw).why
    assert read_status(raw).sure or read_status(raw).why
    read_day(raw, 2026)


@given(st.integers(0, 10**9))
def test_every_plain_number_is_itself(number):
    assert read_number(str(number), "家").value == str(number)
    assert read_number(f"{number:,}家", "家").value == str(number)


@pytest.mark.parametrize(
    "text", ["1" * 8_000, "9," * 4_000, "完成" * 4_000, "1+" * 4_000, "约" * 8_000]
)
def test_long_texts_cost_little(text):
    assert not read_number(text, "家").sure
    assert not read_percent(text).sure
