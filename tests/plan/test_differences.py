"""What differs between two readings, in words."""

from dataclasses import replace

from shuangda_desktop.plan.model import Duty, Measure, Role
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.plan.revising.differences import Change, differences, duties_told
from shuangda_desktop.text.mapped import MappedText, Span
from shuangda_desktop.text.punctuation import widen

TEXT = """云溪市2023年工作要点
一、重点任务
(一)整治网络。6月底前合格率达到95%以上。(市公安局、市某某站)
(二)整治农资。(市农业农村局牵头)
"""


def plan():
    return parse(MappedText.of(TEXT))


def changed(**changes):
    one = plan()
    return replace(one, measures=(replace(one.measures[0], **changes), *one.measures[1:]))


def told(new):
    return [(d.change, d.what, d.before, d.after) for d in differences(plan(), new)]


def test_the_same_reading_has_no_differences():
    assert differences(plan(), plan()) == ()


def test_the_head_is_compared():
    new = replace(plan(), title="别的", plan_year=None)
    assert told(new) == [
        (Change.CHANGED, "标题", "云溪市2023年工作要点", "别的"),
        (Change.CHANGED, "年度", "2023", ""),
    ]


def test_headings_and_measures_come_and_go():
    new = replace(plan(), sections=plan().sections[:-1], measures=plan().measures[:1])
    assert [found[:2] for found in told(new)] == [(Change.GONE, "小标题"), (Change.GONE, "措施")]
    extra = Measure(500, "另一项。", Span(500, 504), None)
    new = replace(plan(), measures=(*plan().measures, extra))
    assert told(new) == [(Change.ADDED, "措施", "", "另一项。")]


def test_words_units_days_and_numbers_are_compared():
    new = changed(text="别的话。")
    assert told(new)[0][:2] == (Change.CHANGED, "措施")
    new = changed(duties=(), deadlines=(), targets=(), findings=())
    name = widen(f"({plan().measures[0].title})")
    assert [found[1] for found in told(new)] == [
        f"责任分工{name}",
        f"完成时限{name}",
        f"指标{name}",
        f"疑点{name}",
    ]
    assert all(found[3] == "" for found in told(new))


def test_a_long_name_is_cut():
    text = "很长很长很长很长很长很长很长很长的话。"
    (found, *_) = differences(changed(title=text), changed(title=text, duties=()))
    assert found.what == widen(f"责任分工({text[:15]}…)")


def test_duties_are_told_with_their_part():
    measure = replace(
        plan().measures[0],
        duties=(Duty("市公安局", Role.LEAD), Duty("市商务局", Role.COOPERATING, "白酒")),
    )
    assert duties_told(measure) == widen("市公安局牵头;白酒:市商务局配合")
