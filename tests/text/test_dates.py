import pytest

from shuangda_desktop.text.rules.dates import doubt_dates, restore_dates
from text.rules import applied


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2018626", "2018年6月26日"),
        ("    2018626\u00a0", "    2018年6月26日\u00a0"),
        ("20181230", "2018年12月30日"),
        ("20181015", "2018年10月15日"),
        ("20240301", "2024年3月1日"),
        ("2024105", "2024年10月5日"),
        ("202462", "2024年6月2日"),
        ("\uff12\uff10\uff11\uff18\uff16\uff12\uff16", "2018年6月26日"),
        ("落款\n2018626\n正文", "落款\n2018年6月26日\n正文"),
    ],
)
def test_a_date_that_can_only_be_one_is_restored(before, after):
    assert applied(restore_dates, before) == after


@pytest.mark.parametrize(
    "text",
    [
        "2018111",  # January 11 or November 1
        "201812",  # January 2 or December
        "201800",
        "20180230",
        "2018",
        "20181",
        "电话2018626",
        "1234567",
        "9018626",
        "2018626人",
        "201862612",
    ],
)
def test_digits_that_may_be_something_else_are_left(text):
    assert applied(restore_dates, text) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("示政发〔2018104号", "示政发〔2018〕104号"),
        ("示双打办发〔20223", "示双打办发〔2022〕3号"),
        ("示双打办发〔202026\n", "示双打办发〔2020〕26号\n"),
        ("根据(示政发〔202321)要求", "根据(示政发〔2023〕21号)要求"),
        ("示政发2018〕5号", "示政发〔2018〕5号"),
        ("示政发 〔20187号", "示政发 〔2018〕7号"),
    ],
)
def test_a_document_number_gets_its_signs_again(before, after):
    assert applied(restore_dates, before) == after
    wide = before.replace("(", "\uff08").replace(")", "\uff09")
    assert applied(restore_dates, wide) == after.replace("(", "\uff08").replace(")", "\uff09")


@pytest.mark.parametrize(
    "text",
    [
        "示政发〔2018〕104号",
        "〔2018104号",
        "〔2018年〕",
        "示政发〔20180号",
        "于2018〕号",
        "见〔2018104页",
    ],
)
def test_other_brackets_are_left(text):
    assert applied(restore_dates, text) == text


def readings(text):
    return [doubt.candidates for doubt in doubt_dates(text)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2018111", ("2018年1月11日", "2018年11月1日")),
        ("2021111", ("2021年1月11日", "2021年11月1日")),
        # the first of January was a Sunday when the other was a Thursday
        ("2020111", ("2020年1月11日", "2020年11月1日")),
        ("2022112", ("2022年11月2日", "2022年1月12日")[::-1]),
        ("2023121", ("2023年12月1日", "2023年1月21日")),
        ("201811", ("2018年1月1日", "2018年11月")[::-1]),
        ("201810", ("2018年10月",)),
    ],
)
def test_digits_that_read_two_ways_are_left_with_their_readings(text, shown):
    for line in (text, f"办公室\n  {text}  \n完"):
        assert readings(line) == [shown]
        assert not list(restore_dates(line))


@pytest.mark.parametrize("text", ["2018626", "2018年1月11日", "共2018111家", "20189999", "2018"])
def test_digits_with_one_reading_or_none_are_no_doubt(text):
    assert readings(text) == []


def test_why_a_day_comes_last_is_told():
    (weekend,), (weekday,) = doubt_dates("2023121"), doubt_dates("2018111")
    assert "周末" in weekend.evidence
    assert "周末" not in weekday.evidence
    assert "\uff0c" in weekday.evidence


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("示双打发2018104号", ("〔2018〕104号",)),
        ("示双打办20185号", ("〔2018〕5号",)),
        ("示双打发〔201804号", ("〔2018〕4号", "〔2018〕04号")),
        ("示双打发\uff12\uff10\uff11\uff185号", ("〔2018〕5号",)),
    ],
)
def test_a_document_number_without_its_brackets_is_left_to_the_clerk(text, shown):
    assert readings(f"{text}\n") == [shown]


@pytest.mark.parametrize(
    "text", ["示双打发〔2018〕104号", "示双打发2018号", "编号2018104号", "示双打发201800号"]
)
def test_other_numbers_are_no_doubt(text):
    assert readings(text) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("受理期限为20201231。", "受理期限为2020年12月31日。"),
        ("于20231015、20231115前报送", "于2023年10月15日、2023年11月15日前报送"),
        ("自2021110起受理,至2021625。", "自2021110起受理,至2021年6月25日。"),
        ("(20210304)", "(2021年3月4日)"),
        ("20231015", "2023年10月15日"),
    ],
)
def test_a_whole_day_inside_a_line_is_restored(before, after):
    assert applied(restore_dates, before) == after


@pytest.mark.parametrize(
    "text",
    [
        "电话:20201231",
        "投入20201231元",
        "编号A20201231-1",
        "至20231家企业",
        "于2018年",
        "到20251231个",
    ],
)
def test_other_digits_inside_a_line_are_left(text):
    assert applied(restore_dates, text) == text


@pytest.mark.parametrize(
    "text",
    ["2031年6底前", "2031 年 6 底前", "于6底完成", "抽检(6底前)", "9底,", "2031年１２底之前"],
)
def test_the_end_of_a_month_without_its_sign_is_left_with_what_it_can_only_be(text):
    (shown,) = readings(text)
    assert shown[0].endswith("月")
    assert not list(restore_dates(text))


@pytest.mark.parametrize("text", ["6月底前", "2031年底前", "13底前", "3底座", "第6底层", "1.5底前"])
def test_other_ends_are_no_doubt(text):
    assert not readings(text)


@pytest.mark.parametrize(
    ("number", "day"),
    [(117, "2018年12月6日"), (5, "2018126"), (53, "2018年12月6日"), (52, "2018126")],
)
def test_a_high_number_says_that_a_day_is_not_in_january(number, day):
    text = f"云政办发〔2018〕{number}号\n2018126"
    assert applied(restore_dates, text).splitlines()[1] == day


def test_a_high_number_says_nothing_of_a_month_alone():
    assert applied(restore_dates, "云政办发〔2018〕117号\n201811").endswith("201811")
