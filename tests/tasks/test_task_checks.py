"""What is pointed out before tasks go out."""

from datetime import date

import pytest

from shuangda_desktop.plan.model import Severity
from shuangda_desktop.tasks.checks import check, check_task
from shuangda_desktop.tasks.model import Assignment
from shuangda_desktop.tasks.split import split
from tasks.task_samples import COOPERATING, LEAD, RESPONSIBLE, measure, plan, task
from units.invented_city import directory

POLICE = Assignment("市公安局", LEAD)


def codes(*assignments, year=2026, on=None, **more):
    return [
        finding.code
        for finding in check_task(task(assignments=assignments, **more), directory(), year, on)
    ]


def test_a_good_task_is_passed_in_silence():
    assert codes(POLICE, Assignment("市商务局", COOPERATING), due_on=date(2026, 6, 30)) == []


@pytest.mark.parametrize(
    ("assignments", "found"),
    [
        ([], ["no-lead"]),
        ([Assignment("市公安局", RESPONSIBLE)], ["no-lead"]),
        ([POLICE, Assignment("市商务局", LEAD)], ["several-leads"]),
        ([Assignment("市公安局", LEAD, scope="甲"), Assignment("市商务局", LEAD, scope="乙")], []),
        ([POLICE, Assignment("市公安局", COOPERATING)], ["unit-twice"]),
        ([POLICE, Assignment("市公安局", COOPERATING, scope="药品")], []),
        ([POLICE, Assignment("甲乙丙", COOPERATING)], ["unknown-unit"]),
        ([POLICE, Assignment("省通信管理局", COOPERATING)], ["higher-unit"]),
        ([POLICE, Assignment("公安部", COOPERATING)], ["higher-unit"]),
        ([POLICE, Assignment("市工商局", COOPERATING)], ["reformed-unit"]),
        ([POLICE, Assignment("有关部门", COOPERATING)], ["unnamed-unit"]),
        ([POLICE, Assignment("各成员单位", COOPERATING)], ["unnamed-unit"]),
        ([POLICE, Assignment("各县\uff08市、区\uff09人民政府", COOPERATING)], []),
        ([POLICE, Assignment("临江海关", COOPERATING)], []),
        ([POLICE, Assignment("市双打办", COOPERATING)], []),
    ],
)
def test_units_are_looked_at(assignments, found):
    assert codes(*assignments) == found


def test_a_bureau_that_still_existed_on_the_day_of_issue_is_no_fault():
    assert codes(Assignment("市工商局", LEAD), on=date(2017, 5, 1)) == []


@pytest.mark.parametrize(
    ("due", "year", "found"),
    [
        (date(2026, 12, 31), 2026, []),
        (date(2027, 1, 1), 2026, ["deadline-year"]),
        (date(2025, 12, 31), 2026, ["deadline-year"]),
        (date(2027, 1, 1), None, []),
        (None, 2026, []),
    ],
)
def test_a_deadline_outside_the_year_is_seen(due, year, found):
    assert codes(POLICE, due_on=due, year=year) == found


def test_words_left_from_above_are_seen_in_text_and_title():
    assert codes(POLICE, text="完善省信息平台。") == ["higher-wording"]
    assert codes(POLICE, title="完善省信息平台") == ["higher-wording"]


def test_a_finding_is_a_whole_chinese_sentence_with_its_place():
    (found,) = check_task(task("检查。", number=4), directory())
    assert found.message == "第4项\uff1a没有牵头单位\uff0c请指定。"
    assert (found.severity, found.span.start, found.span.end) == (Severity.ERROR, 0, 3)


def test_a_reformed_unit_is_named_with_its_successor():
    (found,) = check_task(task(assignments=[Assignment("市工商局", LEAD)]), directory())
    assert found.message == "第1项\uff1a市工商局已经改革\uff0c现为市市场监管局。"


def test_tasks_left_out_are_not_looked_at():
    left = [task(dropped_reason="不涉及"), task(applicable=False), task(number=3)]
    assert [finding.message[:3] for finding in check(left, directory())] == ["第3项"]


def test_proposals_of_a_plain_plan_raise_no_doubt():
    notation = "responsible: 省公安厅, 省工商局, 省委宣传部; cooperating: 各市州人民政府"
    source = plan(
        measure(1, "加强全省农资监管\uff0c各市州抓好落实。", notation),
        measure(2, notation="lead: 省高院"),
    )
    assert check(split(source, directory(), 7), directory(), 2026, source.issued_on) == ()


def test_no_unit_of_the_province_is_left_without_a_finding():
    notation = "lead: 省通信管理局; responsible: 省甲乙厅, 云州证监局"
    made = split(plan(measure(notation=notation)), directory(), 7)
    found = [finding.code for finding in check(made, directory(), 2026)]
    assert sorted(found) == ["higher-unit", "higher-unit", "unknown-unit"]
