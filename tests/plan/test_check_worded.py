"""Shares and figures in words that are no targets are told, those that ask for nothing are not."""

import pytest

from plan.telling import codes

HEAD = "云溪市2024年工作要点\n2024年3月1日\n一、任务\n"


def of_words(plan_of, words):
    """The doubts about a measure of these words, of plans in one width."""
    return codes(plan_of(f"{HEAD}(一)甲。{words}(市公安局负责)\n(二)乙。做乙。(市公安局负责)"))[0]


UNREAD = [
    "抽查的比例不低于三分之一。",
    "减少占道经营户1/4。",
    "2/3以上的集市设置公平秤。",
    "力争三分之二以上的集市设置公平秤。",
    "帮助半数以上的门店建立台账。",
    "志愿者的人数翻一番。",
    "海报贴出两千余张。",
    "完成百分之八十。",
    "巡查覆盖近80%的市场。",
    "满意度保持在95%左右。",
    "每万人口有效专利15件。",
    "加快兑现政策,力争为企业让利60亿元。",
    "净收较2017年增40捆。",
    "查处七八起。",
    "培育三五家。",
    "核查三四十件。",
    "检查至少两三次。",
    "编印读本不少于三五册。",
    "检查数十家。",
    "新增上千家。",
    "走访十几家。",
    "走访百余家。",
    "查处三十起左右。",
    "查处五起左右。",
    "知晓率达到九成多。",
    "知晓率达到七八成。",
    "办结率提高两三个百分点。",
    "知晓率达到百分之七八十。",
    "知晓率达到百分之一百二十点五六七。",
    "拨付1.5百万元开展活动。",
    "出动5.5百人次开展活动。",
    "占道经营户减少1/4,办好宣传日。",
    "占道经营户减少1/4节约用地。",
]


@pytest.mark.parametrize("words", UNREAD)
def test_what_is_said_in_words_and_is_no_target_is_told(words, plan_of):
    assert of_words(plan_of, words) == ["unread-number"]


CALM = [
    "办结率达到百分之九十五。",
    "对占百分之五的门店和三成以下的企业予以提醒。",
    "2023年共办理两千余件。",
    "总结第十期的做法,办好“百家企业”活动。",
    "投诉量下降一成。",
    "查处案件一百至一百五十起。",
    "投诉量下降百分之十至百分之十五。",
    "组织千家万户参与。",
    "设立二十四小时热线。",
    "办好6/5世界环境日、6/5环境日宣传。",
    "实现时间过半、任务过半。",
    "双十一期间开展巡查。",
    "每年开展两三次检查。",
    "办好4.26、3.15宣传。",
    "稳定在50捆左右。",
]


@pytest.mark.parametrize("words", CALM)
def test_what_asks_for_nothing_or_was_read_is_none_of_a_doubt(words, plan_of):
    assert of_words(plan_of, words) == []


AIMS = "云溪市2024年任务分解表\n序号|工作目标|具体措施|责任单位\n1|{}|开展巡查|市公安局\n2|建成名录|逐户摸底|市商务局"


@pytest.mark.parametrize("aim", ["整治率达到三分之一", "不少于半数以上", "查处40捆"])
def test_what_is_no_target_of_a_column_of_aims_is_told_at_its_measure(aim, plan_of):
    plan = plan_of(AIMS.format(aim))
    assert codes(plan) == [["unread-number"], []]
    assert plan.measures[0].findings[0].span == plan.measures[0].span


@pytest.mark.parametrize("aim", ["办案不少于20件", "2023年共查处40捆", "6月底前建成名录"])
def test_an_aim_that_was_read_or_asks_for_nothing_is_none_of_a_doubt(aim, plan_of):
    assert codes(plan_of(AIMS.format(aim))) == [[], []]
