"""What the words of a unit ask for, and the change that does it."""

from dataclasses import replace
from datetime import date

import pytest

from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.checks.findings import Field, NewDeadline, NewUnits, NewWords
from shuangda_desktop.tasks.model import Assignment
from shuangda_desktop.tasks.rounds.proposals import Suggestion, change_of, suggested, value_of
from tasks.test_versions import MARKET

OLD = "查清全市网店。"


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("牵头单位改为市商务局", Field.LEAD, "市商务局"),
        ("建议由市商务局牵头，我局配合", Field.LEAD, "市商务局"),
        ("责任单位调整为市公安局、市司法局。", Field.RESPONSIBLE, "市公安局、市司法局"),
        ("由市市场监管局负责", Field.RESPONSIBLE, "市市场监管局"),
        ("增加市司法局作为配合单位", Field.COOPERATING, "市公安局、市商务局、市司法局"),
        ("增列市司法局和市教育局为配合单位", Field.COOPERATING, "市公安局、市商务局、市司法局、市教育局"),
        ("配合单位增加市司法局", Field.COOPERATING, "市公安局、市商务局、市司法局"),
        ("建议责任单位中增列市教育局、市司法局。", Field.RESPONSIBLE, "市教育局、市司法局"),
        ("建议增加配合单位：市司法局", Field.COOPERATING, "市公安局、市商务局、市司法局"),
        ("完成时限延长至9月底", Field.DUE, "9月底"),
        ("时限调整为2026年10月31日", Field.DUE, "2026年10月31日"),
        ("不再作为配合单位", Field.COOPERATING, "市商务局"),
        ("删去我局", Field.COOPERATING, "市商务局"),
        ("将“网店”修改为“网店和直播间”", Field.TEXT, "查清全市网店和直播间。"),
        ("查清全市网店及其经营。", Field.TEXT, "查清全市网店及其经营。"),
    ],
)  # fmt: skip
def test_the_usual_wishes_are_understood(words, field, value):
    task = replace(MARKET, text=OLD)
    assert suggested(words, task, "市公安局") == Suggestion(field, value)


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("建议进一步斟酌", "市公安局"),
        ("将“别的话”改为“新的话”", "市公安局"),
        ("删去我局", "市教育局"),
        ("请与上级要求保持一致后再行文", "市公安局"),
    ],
)
def test_what_cannot_be_told_is_left_to_the_clerk(words, unit):
    assert suggested(words, MARKET, unit) is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (Field.TITLE, "管好网店"),
        (Field.TEXT, OLD),
        (Field.LEAD, "市网信办"),
        (Field.COOPERATING, "市公安局、市商务局"),
        (Field.DUE, "2026-06-30"),
    ],
)
def test_a_field_s_value_as_it_stands_is_no_change(field, value):
    assert value_of(MARKET, field) == value
    assert change_of(MARKET, field, value, None) is None


def test_a_task_without_a_day_has_its_words():
    assert value_of(replace(MARKET, due_on=None, due_text="尽快"), Field.DUE) == "尽快"


def test_the_change_of_a_deadline_needs_a_day():
    day = date(2026, 9, 30)
    assert change_of(MARKET, Field.DUE, "9月底", day) == NewDeadline(7, day)
    assert change_of(MARKET, Field.DUE, "看情况", None) is None


def test_the_change_of_words_keeps_the_other_words():
    assert change_of(MARKET, Field.TITLE, "管网店 ", None) == NewWords(7, "管网店", OLD)
    assert change_of(MARKET, Field.TEXT, "查清。", None) == NewWords(7, "管好网店", "查清。")


def test_the_change_of_units_moves_them_and_keeps_scopes():
    made = change_of(MARKET, Field.LEAD, "市商务局", None)
    assert isinstance(made, NewUnits)
    assert [(a.unit, a.role, a.scope) for a in made.assignments] == [
        ("市商务局", Role.LEAD, ""),
        ("市公安局", Role.COOPERATING, "线索核查"),
    ]


def test_a_unit_that_stays_in_its_role_keeps_all_its_parts():
    more = (*MARKET.assignments, Assignment("市公安局", Role.COOPERATING, scope="打击"))
    task = replace(MARKET, assignments=more)
    made = change_of(task, Field.COOPERATING, "市公安局", None)
    assert isinstance(made, NewUnits)
    assert [a.scope for a in made.assignments] == ["", "线索核查", "打击"]
