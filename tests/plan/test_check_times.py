"""Times without a date are told: as a hint for seasons, as a doubt where the day of issue is unknown."""

import pytest

from plan.telling import codes


def found(plan):
    return [{finding.code for finding in measure.findings} for measure in plan.measures]


@pytest.mark.parametrize(
    "words",
    [
        "在春耕期间检查农资。",
        "元旦、春节前检查市场。",
        "秋季学期开学前检查食堂。",
        "开展春、秋两季检查。",
        "\u201c五一\u201d期间检查门店。",
    ],
)
def test_seasons_and_festivals_are_hinted_at(words, plan_of):
    plan = plan_of(f"云溪市2023年工作要点\n一、任务\n(一){words}(市公安局负责)")
    assert found(plan) == [{"vague-time"}]


def test_a_date_beside_the_season_is_enough(plan_of):
    plan = plan_of("云溪市2023年工作要点\n一、任务\n(一)春耕前,3月底前检查农资。(市公安局负责)")
    assert found(plan) == [set()]


@pytest.mark.parametrize(
    "item",
    [
        "印发之日起30日内制定方案。(市公安局负责)",
        "制定方案。(市公安局负责,本通知印发后30日内)",
    ],
)
def test_days_counted_from_an_unknown_issue_are_doubted(item, plan_of):
    body = f"云溪市2023年工作要点\n一、任务\n(一){item}"
    assert found(plan_of(body)) == [{"unknown-issue"}]
    assert found(plan_of(body + "\n云溪市双打办\n2023年3月1日")) == [set()]


def test_half_a_name_is_doubted(plan_of):
    plan = plan_of("云溪市2023年工作要点\n一、任务\n(一)检查农资。(市公安局、政府负责)")
    assert found(plan) == [{"unknown-unit"}]


def test_a_party_committee_and_its_government_are_one_name(plan_of):
    plan = plan_of(
        "云溪市2023年工作要点\n一、任务\n(一)检查农资。(各县党委和政府、各镇党委、政府负责)"
    )
    assert [duty.unit for duty in plan.measures[0].duties] == ["各县党委和政府", "各镇党委、政府"]


def test_a_month_that_no_year_has_is_doubted_and_no_year(plan_of):
    plan = plan_of("云溪市2023年工作要点\n一、任务\n(一)检查农资。(市公安局负责,20月底前完成)")
    assert found(plan) == [{"unread-time"}]


@pytest.mark.parametrize(
    ("time", "told"),
    [
        ("逢6末", True),
        ("每月28日前", False),
        ("2024年6月底前", False),
        ("若干", False),
    ],
)
def test_the_value_of_a_key_of_time_that_is_no_time_is_told(time, told, plan_of):
    text = f"云溪市2024年工作要点\n2024年3月1日\n一、任务\n1.做甲。\n责任单位:市公安局\n完成时限:{time}\n2.做乙。"
    assert ("unread-time" in codes(plan_of(text))[0]) == told


@pytest.mark.parametrize("words", ["\u201c五一\u201d前检查门店。", "国庆节前检查门店。"])
def test_without_a_year_the_eve_of_a_feast_is_hinted_at(words, plan_of):
    assert found(plan_of(f"一、任务\n(一){words}(市公安局负责)")) == [{"vague-time"}]


@pytest.mark.parametrize(
    ("words", "told"), [("5年内检查门店。", False), ("三年内查完。", False), ("年内查完。", True)]
)
def test_without_a_year_a_term_of_years_is_no_time_to_fill_in(words, told, plan_of):
    plan = plan_of(f"一、任务\n(一){words}(市公安局负责)")
    assert ("unread-time" in found(plan)[0]) == told


@pytest.mark.parametrize(
    "words", ["2023年月底前检查农资。", "总结月25日前报送。", "截止期限为2023年1231日。"]
)
def test_a_day_that_lost_a_figure_or_its_word_is_doubted(words, plan_of):
    plan = plan_of(f"云溪市2023年工作要点\n一、任务\n(一){words}(市公安局负责)")
    assert found(plan) == [{"unread-time"}]


@pytest.mark.parametrize(
    "words", ["每季度末月30日前报送。", "每双月20日前报送。", "每月5日前报送。"]
)
def test_a_rhythm_lost_no_figure(words, plan_of):
    plan = plan_of(f"云溪市2023年工作要点\n一、任务\n(一){words}(市公安局负责)")
    assert found(plan) == [set()]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("5月20日前报送。", False),
        ("6月20日前报送。", True),
        ("每月检查一次。", True),
        ("摸清底数。", False),
    ],
)
def test_a_time_of_a_heading_beside_a_time_of_its_own_is_told(words, told, plan_of):
    text = f"云溪市2023年工作要点\n一、步骤\n(一)自查阶段(2023年4月至5月)\n{words}(市公安局负责)"
    assert ("time-above" in found(plan_of(text))[0]) == told


@pytest.mark.parametrize(
    ("words", "code", "day"),
    [
        ("国庆节前检查门店。", "vague-time", "9月30日"),
        ("\u201c五一\u201d前检查门店。", "vague-time", "4月30日"),
        ("于615日前报送。", "ambiguous-date", "6月15日"),
        ("于11月8前报送。", "ambiguous-date", "11月8日"),
        ("元旦前(1月1日前)检查门店。", "vague-time", "12月31日"),
        ("2023年6底前检查门店。", "ambiguous-date", "6月30日"),
    ],
)
def test_a_day_that_was_worked_out_is_to_be_looked_at(words, code, day, plan_of):
    plan = plan_of(f"云溪市2023年工作要点\n一、任务\n(一){words}(市公安局负责)")
    told = [f for f in plan.measures[0].findings if f.code == code]
    assert len(told) == 1
    assert day in told[0].message


@pytest.mark.parametrize(
    "words", ["热线全年365日有人接听。", "各单位于月底前报送。", "在月初召开例会。"]
)
def test_days_that_are_counted_and_the_end_of_this_month_lost_nothing(words, plan_of):
    plan = plan_of(f"云溪市2023年工作要点\n一、任务\n(一){words}(市公安局负责)")
    assert found(plan) == [set()]
