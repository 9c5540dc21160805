"""What is left of a measure when its targets and times are taken off is told, what asks for nothing is not."""

import pytest

from plan.telling import codes

HEAD = "云溪市2024年工作要点\n2024年3月1日\n一、任务\n"


def of_words(plan_of, words):
    """The doubts about a measure of these words, of plans in one width."""
    return codes(plan_of(f"{HEAD}(一)甲。{words}(市公安局负责)\n(二)乙。做乙。(市公安局负责)"))[0]


READ = "shuangda_desktop.plan.measures.measures."


@pytest.fixture
def blind(monkeypatch):
    """The reader finds no targets and no deadlines: what it would find is left over."""
    monkeypatch.setattr(READ + "find_targets", lambda words: ())
    monkeypatch.setattr(READ + "find_deadlines", lambda words, calendar: ())
    monkeypatch.setattr(READ + "keyed_deadlines", lambda words, calendar: ())


NUMBERS = [
    "编发简报24期。",
    "增设探头120路。",
    "净收3捆。",
    "不得超过15刻。",
    "每季度至少推送3条。",
    "净收1,600斤。",
    "达2000捆。",
    "控制在5个工作日以内。",
    "约谈平台两轮以上。",
    "走访不少于三家。",
    "比对产品40捆。",
    "制定电子证据等地方标准3捆。",
    "检定加油机1200捆。",
    "编印读本2000册。",
    "案件数较上年增长5%。",
    "其中十亿元以上15捆。",
    "执行目录(2023年本)淘汰40家企业。",
    "共享平台联网率98%。",
]


@pytest.mark.usefixtures("blind")
@pytest.mark.parametrize("words", NUMBERS)
def test_a_number_that_is_no_target_is_told(words, plan_of):
    assert of_words(plan_of, words) == ["unread-number"]


ODD_NUMBERS = [
    "立案不少于4O件。",
    "抽检一五零批次。",
    "关闭网站二零家。",
    "抽检(150)批次。",
    "12月IO日前报送。",
    "办结率达到95以上。",
    "巡查覆盖率100。",
    "十万人亡故率0.012。",
    "对不低于3的企业开展抽查。",
]


@pytest.mark.parametrize("words", ODD_NUMBERS)
def test_a_number_in_a_form_that_nobody_writes_is_told(words, plan_of):
    assert "odd-number" in of_words(plan_of, words)


def test_what_is_done_to_so_many_is_no_figure_to_reach(plan_of):
    assert of_words(plan_of, "对36栋住宅、11栋公共建筑的外墙开展检测。") == []


def test_letters_and_words_beside_figures_are_none_of_a_doubt(plan_of):
    for words in ("评定A级8家。", "查处CCC标志案件8件。", "开展4·26世界知识产权日活动。"):
        assert of_words(plan_of, words) == []


CALM = [
    "总结在500字以内。",
    "整治(详见附件1表1)所列市场。",
    "整合提升12315、12345等投诉举报平台。",
    "抽检合格率达到97.5、98%以上。",
    "2023年共查处案件96捆,涉案184捆。",
    "截至去年底有注册商标4,215捆。",
    "办结案件50件,合格率达到95%以上。",
    "开展2024网络监管专项,畅通12315热线。",
    "每季度召开1次会议。",
    "自决定之日起20个工作日内公开。",
    "负责第3组工作,执行《2023年第5号通告》。",
    "用好“剑网3组”经验,清理周边200米摊点。",
    "奖励最高30万元,在全省7个口岸试行。",
    "稳定在50捆左右。",
    "在3处路口设点。",
    "对千人以上的工程挂牌督办。",
    "每发现一起得2捆。",
    "覆盖率由85%提高到95%以上。",
    "对30人(含)以下的企业免征。",
    "对不足10件的县区通报。",
    "推动与110联动。",
    "会商涉及两轮以上地区的事项。",
]


@pytest.mark.parametrize("words", CALM)
def test_a_number_that_asks_for_nothing_is_none_of_a_doubt(words, plan_of):
    assert "unread-number" not in of_words(plan_of, words)


TIMES = [
    "三季度征求意见。",
    "次年一月底评估。",
    "8月召集会议。",
    "2025年重点平台达标率达到较高水平。",
    "202410底前完成。",
    "于20241215前报送。",
    "于2024430前报送。",
    "2024年底前完成。",
]


@pytest.mark.usefixtures("blind")
@pytest.mark.parametrize("words", TIMES)
def test_a_time_that_is_no_deadline_is_told(words, plan_of):
    assert of_words(plan_of, words) == ["unread-time"]


def test_a_second_year_beside_one_that_was_read_is_told(plan_of):
    assert of_words(plan_of, "到2025年和2030年,知晓率稳步提高。") == ["unread-time"]


CALM_TIMES = [
    "2024年招募指导员,指标达到八成。",
    "查发率较一季度有所提高。",
    "6月底前办结。",
    "从5月起每年3月底前报送。",
    "2023年12月底以来案件增多。",
    "第四季度开展评估,12月15日前完成。",
    "下半年开展评估,12月15日前完成。",
    "3月份发动,3月20日前完成。",
    "缓缴至2024年9月30日。减征也延长至2024年9月30日。",
    "学习《2024年6月意见》。",
    "对两年内三次售假的商户停业整顿。",
]


@pytest.mark.parametrize("words", CALM_TIMES)
def test_a_time_that_asks_for_nothing_is_none_of_a_doubt(words, plan_of):
    assert "unread-time" not in of_words(plan_of, words)


@pytest.mark.usefixtures("blind")
def test_the_first_end_is_told_of_a_plan_without_a_year(plan_of):
    plan = plan_of(
        "云溪市工作要点\n一、任务\n(一)甲。6月底前办完,9月底前总结。\n(二)乙。每年3月1日前报。"
    )
    assert [code for code in codes(plan)[0] if code == "unread-time"] == ["unread-time"]
    assert codes(plan)[1] == []


def test_no_times_are_told_of_a_plan_without_a_year(plan_of):
    plan = plan_of("工作要点\n一、任务\n(一)甲。8月召集会议。(市公安局负责)\n")
    assert codes(plan) == [[]]


@pytest.mark.usefixtures("blind")
def test_times_of_the_clause_and_of_headings_above_are_told(plan_of):
    keyed = plan_of(f"{HEAD}(一)甲。做甲。\n责任单位:市公安局\n完成时限:7月")
    assert codes(keyed) == [["unread-time"]]
    assert codes(plan_of(f"{HEAD}(一)动员(6月)。做甲。(市公安局负责)")) == [["unread-time"]]
    months = plan_of(f"{HEAD}(一)四季度\n1.做甲。(市公安局负责)\n2.做乙。(市公安局负责)")
    assert codes(months) == [["unread-time"], ["unread-time"]]


@pytest.mark.parametrize(
    ("clause", "doubts"),
    [
        ("责任单位:市公安局\n完成时限:三个月内", ["unread-time"]),
        ("责任单位:市公安局\n完成时限:立行立改", []),
        ("责任单位:市公安局\n完成时限:上半年120捆,全年250捆", ["unread-time"]),
        ("(市公安局牵头,2024年底前完成)", []),
        ("(市公安局牵头,4月底前启动,全年推进)", []),
    ],
)
def test_what_a_clause_says_of_the_time_beside_what_was_read(clause, doubts, plan_of):
    plan = plan_of(f"{HEAD}(一)甲。到2024年,做甲。\n{clause}\n(二)乙。做乙。(市公安局负责)")
    assert codes(plan)[0] == doubts


def test_a_deadline_before_the_day_of_issue_is_told(plan_of):
    text = "云溪市2024年工作要点\n2025年3月1日\n一、任务\n(一)甲。6月底前做乙。(市公安局负责)\n"
    assert codes(plan_of(text)) == [["past-deadline"]]


def test_a_date_that_cannot_be_is_no_time_of_a_clause(plan_of):
    plan = plan_of("云溪市2026年要点\n一、任务\n(一)查案。查办案件。(市公安局,2026.13.45前)")
    assert "unread-bracket" in codes(plan)[0]


def test_a_unit_that_goes_on_behind_a_stroke_is_told(plan_of):
    plan = plan_of("一、任务\n(一)培训。全年培训20人/次。(市公安局负责)")
    assert codes(plan) == [["unread-number"]]


@pytest.mark.parametrize("day", ["4.26世界知识产权日", "3.15晚会", "12.4国家宪法日", "6.26禁毒日"])
def test_a_day_that_is_kept_is_no_figure(plan_of, day):
    plan = plan_of(f"云溪市2026年工作要点\n一、任务\n1.开展{day}宣传。(市司法局负责)")
    assert codes(plan) == [[]]


def test_a_figure_before_a_day_that_is_kept_is_one(plan_of):
    plan = plan_of(
        "云溪市2026年工作要点\n一、任务\n1.知晓率再有4.26个百分点增加,办好宣传周。(市司法局负责)"
    )
    assert codes(plan) == [["unread-number"]]


LEFT = [
    "公众满意度9.5分以上。",
    "候检时长精确到20分钟。",
    "预约时段精准到2小时。",
    "甲类的检查率和抽检率均力求达到100%。",
]
NOT_LEFT = [
    "培养人才3至5名。",
    "\u26056更好融入产业。",
    "生产总值增长6%左右。",
    "年产20亿只手套的项目开工。",
    "组成3个督查组。",
    "抓好80万吨乙烯改扩建项目。",
    "甲类检查率和乙类抽检率均提升。",
    "甲类检查率达到90%,乙类抽检率和丙类抽检率均达到100%、丁类达到100%。",
]


@pytest.mark.parametrize("words", LEFT)
def test_a_figure_that_was_read_by_half_or_not_at_all_is_told(words, plan_of):
    assert of_words(plan_of, words) == ["unread-number"]


@pytest.mark.parametrize("words", NOT_LEFT)
def test_a_figure_that_tells_of_something_else_is_not(words, plan_of):
    assert of_words(plan_of, words) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("查办案件480件左右。", True),
        ("2023年准确率为58%,今年要提升到70%左右。", True),
        ("税额为工业用地的50%左右。", False),
        ("2023年查办案件超过480捆。", False),
    ],
)
def test_a_number_to_come_near_to_is_told(plan_of, words, told):
    assert ("unread-number" in of_words(plan_of, words)) == told
