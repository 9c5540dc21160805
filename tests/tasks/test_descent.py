"""Which measures stay with the level above."""

import pytest

from shuangda_desktop.tasks.dividing.descent import is_aim, stays_above

LAW = "立法、司法解释等事项由上级承担"
ABROAD = "对外交往、国际合作事项由上级承担"
PLATFORM = "国家级、省级平台由上级建设"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("推进打击侵权假冒相关立法工作。", LAW),
        ("修订专利条例。", LAW),
        ("完善地方性法规和政府规章。", LAW),
        ("做好《云泽省专利条例》修订工作。", LAW),
        ("出台司法解释。", LAW),
        ("继续完善与《甲法》相配套的地方性法规和政府规章体系。", LAW),
        ("利用多双边机制开展交流。", ABROAD),
        ("参加世界贸易组织磋商。", ABROAD),
        ("与驻华使领馆沟通。", ABROAD),
        ("参加国际刑事执法合作。", ABROAD),
        ("在海外重点展会设立服务站。", ABROAD),
        ("调查中国企业海外维权状况。", ABROAD),
        ("建设海外信息服务平台。", ABROAD),
        ("建设国家知识产权信息平台。", PLATFORM),
        ("搭建省级执法数据库。", PLATFORM),
        ("制定条例\uff1b参加国际会议。", f"{LAW}\uff1b{ABROAD}"),
        ("制定条例。修订法规。检查市场。", LAW),
    ],
)
def test_laws_diplomacy_and_higher_platforms_stay_above(text, reason):
    assert stays_above(text) == reason


@pytest.mark.parametrize(
    "text",
    [
        "",
        "。",
        "检查农资市场。",
        "检查市场。制定条例。",
        "检查市场。抽查种子。配合立法。",
        "查处跨国公司侵权案件。",
        "宣传法律法规。",
        "完善机制\uff0c宣传法律法规。",
        "完善贯彻落实法律法规的机制。",
        "健全规章制度。",
        "推动《云泽省专利条例》落地。",
        "建设市级信息平台。",
        "推广全国系统。",
        "编印海外维权指引\uff0c服务外贸企业。",
    ],
)
def test_a_word_or_two_do_not_keep_a_measure_above(text):
    assert stays_above(text) == ""


def test_the_title_alone_tells():
    assert stays_above("检查市场。抽查种子。", "完善法律法规") == LAW
    assert stays_above("检查市场。", "加强市场监管") == ""


@pytest.mark.parametrize(
    "headings",
    [
        ["总体要求"],
        ["指导思想", "总体要求"],
        ["", "工作目标"],
        ["目标要求"],
        ["主要任务和目标"],
        [" 目标 "],
    ],
)
def test_aims_are_no_tasks(headings):
    assert is_aim(headings) == "总体要求和目标不单独成为任务"


@pytest.mark.parametrize("headings", [[], [""], ["工作要求"], ["保障措施和要求"], ["重点任务"]])
def test_other_headings_say_nothing_of_aims(headings):
    assert is_aim(headings) == ""


@pytest.mark.parametrize(
    "text",
    [
        "工作目标\uff1a抽检合格率达到96%以上。",
        "整治指标:集贸市场亮证经营率达到100%。投诉办结率达到98%。",
        "目标要求\uff1a年底前建成示范街1条。",
    ],
)
def test_what_begins_with_the_word_for_an_aim_is_no_task(text):
    assert is_aim(["重点整治"], text) == "总体要求和目标不单独成为任务"


@pytest.mark.parametrize(
    "text",
    [
        "工作目标\uff1a规范集市秩序。工作措施\uff1a每月检查一次。",
        "紧盯年度目标\uff0c每月调度。",
        "分解下达全年各项约束性指标\uff1a每月通报。",
        "规范集市秩序\uff0c目标\uff1a亮证经营。",
        "整治指标\uff1a亮证经营率达到100%。每月通报一次。",
        "治理指标\uff1a亮证率达到100%\uff0c组织开展专项检查。",
        "工作目标\uff1a规范秩序。工作举措\uff1a逐户走访。",
    ],
)
def test_an_aim_with_what_is_done_for_it_is_a_task(text):
    assert is_aim(["重点整治"], text) == ""
