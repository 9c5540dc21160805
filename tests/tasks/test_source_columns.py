"""The columns that an office may add."""

from exports.sample import TEXT, task, unit
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.columns.source import item_column, others_column, source_column


def test_the_source_is_plan_item_and_sentence():
    assert source_column().text(task()) == (f"《示例省2026年工作要点》\n(一)推进农资打假\n{TEXT}")
    assert source_column().text(task(plan_title="", item="", source_text="")) == ""


def test_the_item_stands_alone():
    assert item_column().text(task()) == "(一)推进农资打假"


def test_all_units_but_the_lead_stand_in_one_column():
    units = (unit("甲"), unit("乙", Role.COOPERATING), unit("丙", Role.RESPONSIBLE))
    assert others_column().text(task(units=units)) == "丙、乙"
    assert others_column().value(task(units=())) == ""
