"""A whole plan in our own words is read from end to end, in both widths."""

from datetime import date

import pytest

from shuangda_desktop.plan.model import Role
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.punctuation import widen

PLAN = """云溪市人民政府办公室关于印发2023年云溪市打击侵权假冒工作要点的通知
云政办发〔2023〕8号
各县(市、区)人民政府,市直各单位:
现将工作要点印发给你们,请认真执行。
云溪市人民政府办公室
2023年4月7日
2023年云溪市打击侵权假冒工作要点
为做好全年工作,制定本要点。
一、整治重点领域
(一)治理网上售假。巡查网店,清理虚假链接。(市市场监管局牵头,市公安局、市网信办配合)查办网上大案。(市公安局负责)
(二)整治农资。9月底前抽检农药,合格率达到98%以上。(牵头单位:市农业农村局;责任单位:市市场监管局,各县(市、区)人民政府)
二、加强宣传
在节日前后集中宣传。(市委宣传部等负责)
"""


@pytest.fixture(params=[PLAN, widen(PLAN)], ids=["narrow", "wide"])
def plan(request):
    return parse(MappedText.of(request.param))


def test_header_is_read(plan):
    assert plan.title == "2023年云溪市打击侵权假冒工作要点"
    assert plan.document_number == "云政办发〔2023〕8号"
    assert plan.issuer == "云溪市人民政府办公室"
    assert (plan.issued_on, plan.plan_year) == (date(2023, 4, 7), 2023)
    assert plan.level is Level.CITY


def test_outline_is_read(plan):
    outline = [(s.level, s.label, s.heading, s.parent) for s in plan.sections]
    assert outline == [
        (1, "一", "整治重点领域", None),
        (2, "(一)", "治理网上售假", 0),
        (2, "(二)", "整治农资", 0),
        (1, "二", "加强宣传", None),
    ]


def test_each_clause_governs_the_words_before_it(plan):
    duties = [[(d.unit, d.role) for d in m.duties] for m in plan.measures]
    assert duties == [
        [
            ("市市场监管局", Role.LEAD),
            ("市公安局", Role.COOPERATING),
            ("市网信办", Role.COOPERATING),
        ],
        [("市公安局", Role.RESPONSIBLE)],
        [
            ("市农业农村局", Role.LEAD),
            ("市市场监管局", Role.RESPONSIBLE),
            (plan.measures[2].duties[2].unit, Role.RESPONSIBLE),
        ],
        [("市委宣传部", Role.RESPONSIBLE)],
    ]
    assert [m.open_ended for m in plan.measures] == [False, False, False, True]


def test_times_and_targets_are_read(plan):
    measure = plan.measures[2]
    assert [d.due_on for d in measure.deadlines] == [date(2023, 9, 30)]
    assert [(t.operator, t.value, t.unit) for t in measure.targets] == [(">=", 98, "%")]


def test_a_blank_inside_a_word_does_not_turn_a_target_round(plan_of):
    plan = plan_of("一、甲\n(一)权重不 低于1%。(市公安局负责)")
    assert [(t.operator, t.value) for t in plan.measures[0].targets] == [(">=", 1.0)]


def test_marks_inside_figures_are_no_ends_of_them(plan_of):
    plan = plan_of("一、任务\n(一)甲。抽检不少于1,600批次,走访15,5家。(市公安局负责)")
    assert next((t.operator, t.value, t.unit) for t in plan.measures[0].targets) == (
        ">=",
        1600,
        "批次",
    )


def test_a_clause_that_was_never_closed_and_has_nothing_beside_it_is_read(plan_of):
    assert len(plan_of("[牵头单位:甲").measures) <= 1
