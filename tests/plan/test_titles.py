"""Every measure has a title: its heading, its short first sentence, or its first phrase."""

import pytest

from plan.telling import texts
from shuangda_desktop.plan.measures.titles import LONGEST, title_of


@pytest.mark.parametrize(
    ("text", "heading", "first", "title"),
    [
        ("清理链接。约谈平台。", "整治网络", True, "整治网络"),
        ("清理链接。约谈平台。", "整治网络", False, "清理链接"),
        ("清理链接。约谈平台。", "", True, "清理链接"),
        ("清理网上违法链接,约谈平台企业负责人并督促整改到位。", "", True, "清理网上违法链接"),
        ("清理链接,约谈平台,公开曝光典型案例并督促整改。", "", True, "清理链接,约谈平台"),
        (
            "清理“假海淘、假代购”等违法信息并依法约谈经营者。",
            "",
            True,
            "清理“假海淘、假代购”等违法信息并依法约谈经营者",
        ),
        ("清理(含直播)链接,约谈平台企业负责人并督促整改。", "", True, "清理(含直播)链接"),
        (
            "整治无证无照经营的网店直播间以及短视频带货账号等",
            "",
            True,
            "整治无证无照经营的网店直播间以及短视频带货账号等",
        ),
        (
            "巡查短视频、网络文学、网络游戏、网络音乐平台的侵权内容,约谈平台负责人。",
            "",
            True,
            "巡查短视频、网络文学、网络游戏、网络音乐平台的侵权内容",
        ),
        (
            "围绕春耕生产,整治农资门店,抽检种子和化肥,曝光一批典型案例。",
            "",
            True,
            "整治农资门店,抽检种子和化肥",
        ),
        (
            "围绕春耕,对种子、化肥、农药、农机、兽药、饲料、种苗、花卉、果苗开展一次检查。",
            "",
            True,
            "围绕春耕",
        ),
        (
            "清查种子、化肥、农药、农机、兽药、饲料、种苗、花卉、果苗。",
            "",
            True,
            "清查种子、化肥、农药、农机、兽药、饲料、种苗、花卉、果苗",
        ),
        (
            "清查“种子、化肥、农药、农机、兽药、饲料、种苗、花卉、果苗”。",
            "",
            True,
            "清查“种子、化肥、农药、农机、兽药、饲料",
        ),
        (
            "积极构建社会组织参与的打击侵权假冒共同治理新格局新机制。",
            "",
            True,
            "积极构建社会组织参与的打击侵权假冒共同治理新格局新机制",
        ),
        (
            "发动商会与会员企业推进行业内部自律公约签订兑现落实工作。",
            "",
            True,
            "发动商会与会员企业推进行业内部自律公约签订兑现落实工作",
        ),
        (
            "整治农村集贸市场出租柜台涉及品牌商品侵权行为并公开曝光。",
            "",
            True,
            "整治农村集贸市场出租柜台涉及品牌商品侵权行为并公开曝光",
        ),
        (  # what is done, not who is to do it or with what
            "执法监管部门、行业主管部门要加强打击侵权假冒信息共享,开放共享监管平台。",
            "",
            True,
            "开放共享监管平台",
        ),
        (
            "将打击侵权假冒作为互联网诚信体系建设的重要内容,营造诚信用网的氛围。",
            "",
            True,
            "营造诚信用网的氛围",
        ),
        (
            "整治农村集贸市场出租柜台涉及品牌商品侵权行为以及无证无照经营行为并公开曝光典型案例。",
            "",
            True,
            "整治农村集贸市场出租柜台涉及品牌商品侵权",
        ),
        ("做甲。", "", True, "做甲"),
        ("", "", True, ""),
        ("", "整治", True, "整治"),
    ],
)
def test_the_title_of_a_measure(text, heading, first, title):
    assert title_of(text, heading, first) == title


@pytest.mark.parametrize("text", ["甲乙丙丁戊己庚辛" * 9, "甲,乙丙丁戊己庚辛" * 9, "甲乙。" * 30])
def test_a_title_from_the_text_has_at_most_twenty_characters(text):
    title = title_of(text, "", True)
    assert 0 < len(title) <= LONGEST
    assert text.startswith(title)


def test_measures_of_one_item_have_titles_of_their_own(plan_of):
    plan = plan_of("(一)治理网络。清理链接。(市公安局负责)打击盗版。开展专项行动。(市文旅局负责)")
    assert texts(plan) == ["清理链接。", "打击盗版。开展专项行动。"]
    assert [measure.title for measure in plan.measures] == ["治理网络", "打击盗版"]
