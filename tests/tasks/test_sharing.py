"""Who does a task here: roles, proposals and reasons."""

from dataclasses import replace
from datetime import date

import pytest

from shuangda_desktop.tasks.checks.linter import Ground, check_task
from shuangda_desktop.tasks.dividing.sharing import assign, joined
from shuangda_desktop.tasks.model import Assignment
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.model import Counterpart
from tasks.task_samples import (
    COOPERATING,
    LEAD,
    PROPOSED,
    RESPONSIBLE,
    STATED,
    describe,
    duties,
    task,
)
from units.invented_city import directory


def shared(notation, level=Level.PROVINCE, on=None, about="加强监管"):
    return assign(duties(notation), directory(), on, level, about)


@pytest.mark.parametrize(
    ("source", "local"),
    [
        # what the source names is stated
        ("lead: 省公安厅", "lead: 市公安局"),
        (
            "lead: 省公安厅; responsible: 省商务厅; cooperating: 省司法厅",
            "lead: 市公安局; responsible: 市商务局; cooperating: 市司法局",
        ),
        ("lead: 省公安厅, 省商务厅", "lead: 市公安局, 市商务局"),
        # no lead named: the first that can is proposed
        ("responsible: 省公安厅, 省商务厅", "lead: 市公安局?; responsible: 市商务局"),
        ("responsible: 省公安厅", "lead: 市公安局?"),
        ("responsible: 省通信管理局, 省公安厅", "lead: 市公安局?; responsible: 省通信管理局?"),
        (
            "responsible: 各成员单位, 省公安厅",
            "lead: 市公安局?; responsible: 市打击侵权假冒工作领导小组各成员单位?",
        ),
        (
            "responsible: 各市州人民政府, 省公安厅",
            "lead: 市公安局?; responsible: 各县\uff08市、区\uff09人民政府",
        ),
        # nobody can lead
        ("responsible: 各成员单位", "responsible: 市打击侵权假冒工作领导小组各成员单位?"),
        ("responsible: 相关成员单位", "responsible: 相关成员单位?"),
        ("cooperating: 省公安厅", "cooperating: 市公安局"),
        ("", ""),
        # several units of the province are one of the city
        ("responsible: 省工商局, 省质监局, 省公安厅", "lead: 市市场监管局?; responsible: 市公安局"),
        (
            "lead: 省公安厅; responsible: 省工商局, 省质监局",
            "lead: 市公安局; responsible: 市市场监管局",
        ),
        # a lead wins over the other roles, wherever it stands
        ("lead: 省工商局; cooperating: 省质监局", "lead: 市市场监管局"),
        ("cooperating: 省质监局; lead: 省工商局", "lead: 市市场监管局"),
        (
            "cooperating: 省质监局; responsible: 省工商局; lead: 省公安厅",
            "lead: 市公安局; responsible: 市市场监管局",
        ),
        # what is doubtful is proposed
        ("lead: 云州海关", "lead: 临江海关?"),
        ("lead: 甲乙丙", "lead: 甲乙丙?"),
        ("lead: 省公安厅; cooperating: 有关部门", "lead: 市公安局; cooperating: 有关部门?"),
        ("lead: 省通信管理局", "lead: 省通信管理局?"),
        # one unit divided among two
        ("lead: 省新闻出版广电局", "lead: 市委宣传部?, 市文化广电和旅游局?"),
    ],
)
def test_duties_become_assignments(source, local):
    assert describe(shared(source)) == local


def test_a_plan_of_the_city_keeps_its_own_units():
    given = "lead: 市公安局; cooperating: 临江海关, 各行政执法部门"
    assert (
        describe(shared(given, Level.CITY))
        == "lead: 市公安局; cooperating: 临江海关, 各行政执法部门?"
    )


@pytest.mark.parametrize(
    ("source", "at", "reason"),
    [
        ("lead: 省公安厅", 0, "省公安厅 → 市公安局\uff08对口单位\uff09"),
        (
            "responsible: 省公安厅, 省商务厅",
            0,
            "省公安厅 → 市公安局\uff08对口单位\uff09\uff1b来文未明确牵头单位\uff0c按排序首位拟定",
        ),
        (
            "responsible: 省公安厅",
            0,
            "省公安厅 → 市公安局\uff08对口单位\uff09\uff1b来文只列一个责任单位\uff0c拟由其牵头",
        ),
        (
            "responsible: 省通信管理局, 省公安厅",
            0,
            "省公安厅 → 市公安局\uff08对口单位\uff09\uff1b来文未明确牵头单位\uff0c排在前面的单位不宜牵头\uff0c按排序顺延拟定",
        ),
        ("lead: 甲乙丙", 0, "单位目录中没有这个名称\uff1b暂按来文保留\uff0c请核对"),
        ("cooperating: 有关部门", 0, "有关部门\uff1b来文没有点名\uff0c请明确具体单位"),
        (
            "cooperating: 各成员单位",
            0,
            "各成员单位 → 市打击侵权假冒工作领导小组各成员单位\uff08对口单位\uff09\uff1b可以展开为各成员单位\uff0c请明确",
        ),
    ],
)
def test_every_assignment_says_why(source, at, reason):
    assert shared(source)[at].reason == reason


def test_a_unit_without_a_counterpart_says_who_may_help():
    (given,) = shared("lead: 省通信管理局")
    assert given.reason.startswith("本市没有对口单位\uff0c暂按来文保留\uff0c请确定由谁承担\uff1b")
    assert "市委网信办" in given.reason


def test_two_units_that_became_one_are_not_called_the_only_one():
    (lead,) = shared("responsible: 省工商局, 省质监局")
    assert lead.reason.endswith("来文未明确牵头单位\uff0c按排序首位拟定")


def test_merged_units_name_all_their_sources():
    (given,) = shared("lead: 省工商局; responsible: 省质监局, 省工商局")
    assert given.source_unit == "省工商局、省质监局"
    assert given.reason.count("→ 市市场监管局") == 2


def test_scopes_keep_a_unit_apart():
    given = shared("lead@食品整治: 省公安厅; cooperating@药品整治: 省公安厅")
    assert [(a.unit, a.role, a.scope) for a in given] == [
        ("市公安局", LEAD, "食品整治"),
        ("市公安局", COOPERATING, "药品整治"),
    ]


def test_the_sentence_chooses_among_the_heirs_of_a_divided_unit():
    given = shared("lead: 省新闻出版广电局", about="打击网络侵权盗版")
    assert describe(given) == "lead: 市委宣传部"


def test_of_two_equal_roles_the_stated_one_counts():
    given = shared("lead: 云州海关, 临江海关")
    assert [(a.unit, a.basis) for a in given] == [("临江海关", PROPOSED)]
    both = (Assignment("甲", LEAD, PROPOSED), Assignment("甲", LEAD, STATED))
    assert [a.basis for a in joined(both)] == [STATED]


def test_assignments_of_several_tasks_join_with_the_strongest_role_first():
    parts = [
        Assignment("乙", RESPONSIBLE, STATED, "省乙"),
        Assignment("甲", COOPERATING, STATED, "省甲"),
        Assignment("甲", LEAD, STATED, "省甲"),
    ]
    assert describe(joined(parts)) == "lead: 甲; responsible: 乙"
    assert joined(parts)[0].source_unit == "省甲"


def test_work_that_was_decided_to_stay_above_is_stated_under_its_own_name():
    known = directory()
    above = Counterpart("province.telecom", "", decided_on=date(2026, 3, 16))
    others = tuple(pair for pair in known.counterparts if pair.higher != above.higher)
    decided = replace(known, counterparts=(*others, above))
    given = assign(
        duties("lead: 省公安厅; cooperating: 省通信管理局"), decided, None, Level.PROVINCE, ""
    )
    assert describe(given) == "lead: 市公安局; cooperating: 省通信管理局"
    task_of = task(assignments=given, id=1)
    assert list(check_task(task_of, Ground(decided))) == []
