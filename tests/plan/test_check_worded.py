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
    "帮助半数以上的门店建立台账。",
    "志愿者的人数翻一番。",
    "海报贴出两千余张。",
    "完成百分之八十。",
    "巡查覆盖全市80%的市场。",
    "满意度保持在95%左右。",
    "每万人口有效专利15件。",
    "新增贷款以年平均15%的速度增长。",
    "达标街道达到全部街道的80%。",
    "100%的村设站。",
    "加快兑现政策,力争为企业减负60亿元。",
    "净收较2017年增40捆。",
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
    "稳定在50捆左右。",
]


@pytest.mark.parametrize("words", CALM)
def test_what_asks_for_nothing_or_was_read_is_none_of_a_doubt(words, plan_of):
    assert of_words(plan_of, words) == []
