"""Numbers to reach are told from numbers that only occur."""

import pytest

from shuangda_desktop.plan.targets import find_targets
from shuangda_desktop.text.punctuation import narrow


@pytest.fixture
def targets(width):
    """The targets of a text as name, operator, value and unit in one string."""

    def read(text):
        found = find_targets(narrow(width(text)))
        return [f"{item.name}{item.operator}{item.value:g}{item.unit}" for item in found]

    return read


TARGETS = [
    ("案件办结率达到95%以上。", "案件办结率>=95%"),
    ("案件受理率达到100%。", "案件受理率>=100%"),
    ("满意度达90%。", "满意度>=90%"),
    ("覆盖率100%。", "覆盖率=100%"),
    ("公开率为100%。", "公开率=100%"),
    ("按期办结率98%以上。", "按期办结率>=98%"),
    ("抽检比例不低于3%。", "抽检比例>=3%"),
    ("抽查不少于2次。", "抽查>=2次"),
    ("办案不少于60件。", "办案>=60件"),
    ("培训企业至少100家。", "培训企业>=100家"),
    ("至少开展1次培训。", ">=1次"),
    ("全国农机总动力超过10亿千瓦。", "全国农机总动力>=10亿千瓦"),
    ("动力达到1.2亿千瓦。", "动力>=1.2亿千瓦"),
    ("查办案件增长7%以上。", "查办案件增长>=7%"),
    ("案件下降10个百分点以上。", "案件下降>=10个百分点"),
    ("投诉率控制在5%以内。", "投诉率<=5%"),
    ("罚没不超过3次。", "罚没<=3次"),
    ("差错率低于1%。", "差错率<=1%"),
    ("差错率1%以下。", "差错率<=1%"),
    ("培育指导站5个。", "指导站=5个"),
    ("关停问题市场3家。", "关停问题市场=3家"),
    ("完成7家省内银行改造。", "=7家"),
    ("农村市场专项整治2次以上。", "农村市场专项整治>=2次"),
    ("每年评选5-6家。", "每年评选>=5家"),
    ("会议每年不少于2次。", "会议每年>=2次"),
    ("服务企业不少于200家次。", "服务企业>=200家次"),
    ("投入经费不少于200万元。", "投入经费>=200万元"),
    ("建成街区3个、市场5家。", "街区=3个 市场=5家"),
    ("种子、农药抽检合格率分别达到98%和97%。", "种子抽检合格率>=98% 农药抽检合格率>=97%"),
    ("油菜种植、收获机械化率均达到45%。", "油菜种植机械化率>=45% 收获机械化率>=45%"),
    ("两项比率分别达到98%和97%。", "两项比率>=98% 两项比率>=97%"),
    ("其中抽检率达到98%。", "抽检率>=98%"),
    ("6月底前查办案件50件。", "查办案件=50件"),
    ("丘陵县(市、区)机械化率达到55%。", "丘陵县(市、区)机械化率>=55%"),
    ("甲率达到90%,乙率达到80%。", "甲率>=90% 乙率>=80%"),
]


@pytest.mark.parametrize(("text", "expected"), TARGETS)
def test_a_target_is_found(text, expected, targets):
    assert targets(text) == expected.split()


NO_TARGETS = [
    "办案量不低于上年。",
    "设施机械化率总体达到50%左右。",
    "总动力稳定在11亿千瓦左右。",
    "公布第3批名单。",
    "开通12315热线。",
    "清理周边200米范围。",
    "7个一类口岸。",
    "每下降1个百分点扣1分。",
    "每季度不少于1次。",
    "开展“百日2次行动”。",
    "落实《查办案件50件方案》。",
    "比例3成。",
    "返还标准最高可提至100%。",
    "不超过6个月。",
    "缺1次扣2分。",
    "10分。",
    "",
]


@pytest.mark.parametrize("text", NO_TARGETS)
def test_other_numbers_are_no_targets(text, targets):
    assert targets(text) == []


def test_a_target_keeps_its_words():
    assert [item.text for item in find_targets("今年案件办结率达到95%以上。")] == [
        "今年案件办结率达到95%以上"
    ]


def test_only_the_figure_beside_the_name_counts(targets):
    assert targets("“双随机”抽查比例不低于3%") == ["抽查比例>=3%"]
