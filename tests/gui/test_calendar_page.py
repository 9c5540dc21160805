"""The office sets its lights, its due days and its holidays."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from shuangda_desktop.errors import RuleError
from shuangda_desktop.gui.pages.calendar.page import CalendarPage
from shuangda_desktop.services.city import calendar
from shuangda_desktop.services.city.lights import load_light_rule
from shuangda_desktop.tasks.model import Light
from shuangda_desktop.tasks.workdays import DayKind, Shift


@pytest.fixture
def page(desk, qtbot):
    return desk.show(CalendarPage, qtbot)


def choose(box, data):
    box.setCurrentIndex(box.findData(data))


def test_lights_are_set_and_the_rule_is_read_while_it_is_made(page, desk):
    form = page.lights
    form.near.setValue(7)
    form.silent.setValue(30)
    form.words[Light.GREEN].setText("蓝灯")
    choose(form.colours[Light.GREEN], "blue")
    assert "蓝灯\uff1a按进度推进" in form.rule.text()
    assert "不足7天或超过30天没有报送" in form.rule.text()
    form.button.click()
    rule = load_light_rule(desk.context.store)
    assert (rule.due_soon_days, rule.silent_days) == (7, 30)
    assert (rule.word(Light.GREEN), rule.colour(Light.GREEN)) == ("蓝灯", "blue")
    assert desk.said[-1] == "已保存亮灯规则。"


def test_two_lights_of_one_colour_are_refused(page, desk):
    rule = replace(page.lights.chosen(), colours=("red", "yellow", "red", "grey"))
    with pytest.raises(RuleError, match="同一种颜色"):
        page.change_lights(rule)
    assert desk.said == []


def test_due_days_are_set(page, desk):
    page.due.days.setValue(3)
    choose(page.due.shift, Shift.PREVIOUS)
    page.due.button.click()
    rule = calendar.load_due_rule(desk.context.store)
    assert (rule.days_after, rule.shift) == (3, Shift.PREVIOUS)


def test_the_year_of_today_is_shown_with_its_source(page):
    assert page.holidays.year.value() == 2026
    assert "国办发明电" in page.holidays.words.text()
    assert page.holidays.model.index(0, 0).data() == "2026-01-01 星期四"
    page.holidays.year.setValue(2031)
    assert page.holidays.model.rowCount() == 0
    assert "2031年的放假通知还没有收入" in page.holidays.words.text()


def test_a_day_is_added_and_taken_out(page, desk, qtbot, ime):
    form, before = page.holidays, page.holidays.model.rowCount()
    form.day.setText("3月18日")
    ime(form.name, "本地放假")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    days = calendar.special_days_of(desk.context.store, 2026)
    assert len(days) == before + 1 == form.model.rowCount()
    assert [d.name for d in days if d.day == date(2026, 3, 18)] == ["本地放假"]
    form.table.choose(form.model.index_of(date(2026, 3, 18)))
    form.remove.click()
    assert form.model.rowCount() == before
    desk.context.store.undo(desk.context.now())
    assert form.model.rowCount() == before + 1


def test_the_same_day_again_replaces_what_was_said_of_it(page, desk):
    form, before = page.holidays, page.holidays.model.rowCount()
    form.day.setText("2026-01-01")
    choose(form.kind, DayKind.WORK)
    form.add.click()
    assert form.model.rowCount() == before
    assert form.model.index(0, 1).data() == "上班"


def test_a_day_that_cannot_be_read_is_told(page, desk):
    page.holidays.day.setText("某天")
    page.holidays.add.click()
    assert "读不懂" in desk.said[-1]


def test_nothing_chosen_removes_nothing(page, desk):
    page.holidays.table.clearSelection()
    page.holidays.remove.click()
    assert desk.said == []
