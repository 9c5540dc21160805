"""What is pointed out of single tasks before they go out, and what would mend it."""

from dataclasses import replace
from datetime import date

import pytest

from shuangda_desktop.plan.model import Severity
from shuangda_desktop.tasks.checks.findings import Field, NewDeadline, NewUnits, NewWords
from shuangda_desktop.tasks.checks.linter import Ground, check, check_task
from shuangda_desktop.tasks.dividing.split import split
from shuangda_desktop.tasks.model import Assignment
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.units.model import Unit
from tasks.task_samples import (
    COOPERATING,
    DECIDED,
    LEAD,
    PROPOSED,
    RESPONSIBLE,
    STATED,
    describe,
    measure,
    plan,
    task,
)
from units.invented_city import directory

POLICE = Assignment("市公安局", LEAD, STATED)
TRADE = Assignment("市商务局", COOPERATING)


def found_in(*assignments, year=2026, on=None, known=None, **more):
    ground = Ground(known or directory(), year, on)
    return list(check_task(task(assignments=assignments, id=5, **more), ground))


def codes(*assignments, **more):
    return [finding.code for finding in found_in(*assignments, **more)]


def mended(*assignments, **more):
    """The units of the task after the only finding's fix."""
    (finding,) = found_in(*assignments, **more)
    (change,) = finding.fix.changes
    assert isinstance(change, NewUnits)
    assert change.task_id == 5
    return describe(change.assignments)


def test_a_good_task_is_passed_in_silence():
    assert codes(POLICE, TRADE, due_on=date(2026, 6, 30)) == []


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
        ([POLICE, Assignment("省级有关部门", COOPERATING)], ["unnamed-unit"]),
        ([POLICE, Assignment("各县\uff08市、区\uff09人民政府", COOPERATING)], []),
        ([Assignment("各县\uff08市、区\uff09人民政府", LEAD)], ["many-lead"]),
        ([POLICE, Assignment("临江海关", COOPERATING)], []),
        ([POLICE, Assignment("市双打办", COOPERATING)], []),
        ([POLICE, Assignment("市公安局治安支队", COOPERATING)], []),
        ([POLICE, Assignment("东岭县公安局", COOPERATING)], []),
    ],
)
def test_units_are_looked_at(assignments, found):
    assert codes(*assignments) == found


@pytest.mark.parametrize(
    ("assignments", "after"),
    [
        ([Assignment("市公安局", RESPONSIBLE), TRADE], "lead: 市公安局; cooperating: 市商务局?"),
        (
            [POLICE, replace(TRADE, role=LEAD), Assignment("市司法局", COOPERATING, STATED)],
            "lead: 市公安局; responsible: 市商务局; cooperating: 市司法局",
        ),
        ([POLICE, Assignment("市公安局", COOPERATING)], "lead: 市公安局"),
        (
            [POLICE, Assignment("市工商局", COOPERATING)],
            "lead: 市公安局; cooperating: 市市场监管局",
        ),
        (
            [Assignment("市工商局", LEAD), Assignment("市市场监管局", RESPONSIBLE)],
            "lead: 市市场监管局",
        ),
        ([POLICE, Assignment("公安部", COOPERATING)], "lead: 市公安局"),
        ([POLICE, Assignment("省司法厅", COOPERATING)], "lead: 市公安局; cooperating: 市司法局"),
        ([POLICE, Assignment("市商务居", COOPERATING)], "lead: 市公安局; cooperating: 市商务局"),
    ],
)
def test_one_key_mends_the_units(assignments, after):
    assert mended(*assignments) == after


@pytest.mark.parametrize(
    "assignments",
    [
        [],
        [Assignment("各县\uff08市、区\uff09人民政府", RESPONSIBLE)],
        [POLICE, Assignment("有关部门", COOPERATING)],
        [POLICE, Assignment("甲乙丙", COOPERATING)],
        [POLICE, Assignment("省通信管理局", COOPERATING)],
    ],
)
def test_what_only_the_clerk_can_know_has_no_key(assignments):
    (finding,) = found_in(*assignments)
    assert finding.fix is None


def test_a_collective_name_unfolds_into_its_members_each_once():
    (finding,) = found_in(POLICE, Assignment("各成员单位", COOPERATING, STATED))
    (change,) = finding.fix.changes
    names = [given.unit for given in change.assignments]
    assert names[0] == "市公安局"
    assert len(names) == len(set(names)) > 20
    assert finding.fix.label == "展开为市委宣传部等28个单位"
    assert {given.basis for given in change.assignments[1:]} == {DECIDED}
    assert change.assignments[1].source_unit == "各成员单位"


@pytest.mark.parametrize(
    ("other", "severity"), [(PROPOSED, Severity.DOUBT), (STATED, Severity.HINT)]
)
def test_several_leads_that_the_source_names_are_only_a_hint(other, severity):
    (finding,) = found_in(POLICE, Assignment("市商务局", LEAD, other))
    assert (finding.code, finding.severity) == ("several-leads", severity)
    assert finding.fix.label == "由市公安局一家牵头"


def test_a_collective_lead_is_suspicious():
    (finding,) = found_in(Assignment("各成员单位", LEAD))
    assert (finding.code, finding.severity) == ("unnamed-unit", Severity.DOUBT)


def test_a_unit_of_the_directory_counts_only_while_it_is_there():
    gone = Unit("own.1", "市试点办", Level.CITY, active_until=date(2025, 1, 1))
    known = replace(directory(), units=(*directory().units, gone))
    trial = Assignment("市试点办", COOPERATING)
    assert codes(POLICE, trial, known=known) == ["abolished-unit"]
    assert codes(POLICE, trial, known=known, on=date(2026, 3, 2)) == ["abolished-unit"]
    assert codes(POLICE, trial, known=known, on=date(2024, 3, 2)) == []


def test_a_unit_that_is_not_there_yet_is_suspicious():
    new = Unit("own.2", "市试验局", Level.CITY, active_from=date(2026, 5, 1))
    known = replace(directory(), units=(*directory().units, new))
    given = Assignment("市试验局", COOPERATING)
    assert codes(POLICE, given, known=known, on=date(2026, 3, 2)) == ["later-unit"]


def test_a_bureau_that_still_existed_on_the_day_of_issue_is_no_fault():
    assert codes(Assignment("市工商局", LEAD), on=date(2017, 5, 1)) == []


@pytest.mark.parametrize(
    ("due", "year", "on", "found", "better"),
    [
        (date(2026, 12, 31), 2026, None, [], None),
        (date(2027, 1, 1), 2026, None, ["deadline-year"], date(2026, 12, 31)),
        (date(2025, 12, 31), 2026, None, ["deadline-year"], date(2026, 12, 31)),
        (date(2027, 1, 1), None, None, [], None),
        (None, 2026, None, [], None),
        (date(2026, 2, 1), 2026, date(2026, 3, 2), ["deadline-past"], date(2026, 12, 31)),
        (date(2026, 3, 2), 2026, date(2026, 3, 2), [], None),
        (date(2025, 2, 1), 2024, date(2026, 3, 2), ["deadline-past"], None),
        (date(2025, 2, 1), None, date(2026, 3, 2), ["deadline-past"], None),
    ],
)
def test_a_deadline_before_the_issue_or_outside_the_year_is_seen(due, year, on, found, better):
    findings = found_in(POLICE, due_on=due, year=year, on=on)
    assert [finding.code for finding in findings] == found
    fixes = [finding.fix for finding in findings if finding.fix]
    assert [fix.changes for fix in fixes] == [(NewDeadline(5, better),)] * (better is not None)


def test_words_left_from_above_are_seen_in_text_and_title_with_their_place():
    (in_text,) = found_in(POLICE, text="完善省信息平台。")
    assert (in_text.code, in_text.field, in_text.span) == ("higher-wording", Field.TEXT, Span(2, 7))
    assert in_text.fix is None
    (in_title,) = found_in(POLICE, title="完善省信息平台")
    assert in_title.field is Field.TITLE


def test_words_that_the_rules_know_are_mended():
    (finding,) = found_in(POLICE, text="检查省属企业。")
    assert finding.fix.label == "省属改为市属"
    assert finding.fix.changes == (NewWords(5, "检查农资市场", "检查市属企业。"),)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("制定2025年工作方案。", "制定2026年工作方案。"),
        ("2025年开展2024年检查。", "2026年开展2026年检查。"),
        ("落实《云泽省2025年工作要点》。", None),
        ("巩固2025年以来的成果。", None),
        ("自2025年起每年检查。", None),
        ("落实2024\u20142025年规划。", None),
        ("开展2026年行动。", None),
        ("报送2025年度总结。", None),
    ],
)
def test_last_years_number_is_seen_where_it_dates_nothing(text, after):
    findings = found_in(POLICE, text=text)
    assert [finding.code for finding in findings] == ["old-year"] * (after is not None)
    if after:
        assert findings[0].fix.changes == (NewWords(5, "检查农资市场", after),)
        assert findings[0].span.start == text.index("20")


def test_without_a_year_no_number_is_old():
    assert codes(POLICE, text="制定2025年工作方案。", year=None) == []


def test_narrow_marks_are_seen_once_and_widened_at_once():
    findings = found_in(POLICE, title="检查(农资)", text="检查市场,抽查种子;公布结果。")
    assert [finding.field for finding in findings] == [Field.TITLE, Field.TEXT]
    (change,) = findings[1].fix.changes
    assert change.text == "检查市场\uff0c抽查种子\uff1b公布结果。"
    assert (findings[1].span, findings[1].severity) == (Span(4, 5), Severity.DOUBT)


def test_a_reformed_unit_is_named_with_its_successor_and_the_reason():
    (finding,) = found_in(Assignment("市工商局", LEAD))
    assert finding.message.startswith("市工商局已经改革\uff0c现为市市场监管局\uff082018年机构改革")
    assert (finding.number, finding.task_id, finding.field) == (1, 5, Field.LEAD)


def test_tasks_left_out_are_not_looked_at():
    left = [task(dropped_reason="不涉及"), task(applicable=False, number=2), task(number=3)]
    found = check(left, Ground(directory()))
    assert [(finding.code, finding.number) for finding in found] == [("no-lead", 3)]


def test_proposals_of_a_plain_plan_raise_no_doubt():
    notation = "responsible: 省公安厅, 省工商局, 省委宣传部; cooperating: 各市州人民政府"
    source = plan(
        measure(1, "加强全省农资监管,各市州抓好落实。", notation),
        measure(2, "依法审理侵权案件。", notation="lead: 省高院"),
    )
    ground = Ground(directory(), 2026, source.issued_on)
    assert check(split(source, directory(), 7), ground, source) == ()


def test_no_unit_of_the_province_is_left_without_a_finding():
    notation = "lead: 省通信管理局; responsible: 省甲乙厅, 云州证监局"
    made = split(plan(measure(notation=notation)), directory(), 7)
    found = [finding.code for finding in check(made, Ground(directory(), 2026))]
    assert sorted(found) == ["higher-unit", "higher-unit", "unknown-unit"]
