"""The units of a measure, one a line: digits change the role, F2 the name, Del takes one out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from gui.divided import opens_a_list
from shuangda_desktop.gui.models.unit_names import source_names, unit_names
from shuangda_desktop.gui.pages.review.duty_lines import MOST, DutyLines
from shuangda_desktop.gui.widgets.unit_picker import UnitNames
from shuangda_desktop.plan.model import Duty, Measure, Plan, Role
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Alias, Unit

NET, POLICE = Duty("省网信办", Role.LEAD), Duty("省公安厅", Role.COOPERATING, "网络案件")
TRADE = Duty("省商务厅", Role.COOPERATING)
DUTIES = (POLICE, NET, TRADE)


@pytest.fixture
def lines(qtbot):
    made = DutyLines()
    made.told = []
    made.decided.connect(made.told.append)
    made.set_names(UnitNames(("省网信办", "省教育厅"), {"省教厅": "省教育厅"}))
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show_duties(DUTIES)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.table.setFocus()
    return made


def drawn(lines):
    model = lines.model
    cells = [
        [str(model.index(row, at).data()) for at in range(3)] for row in range(len(model.rows))
    ]
    return [" ".join(line).strip() for line in cells]


def write(lines, qtbot, ime, key, text):
    lines.table.edit_column(key)
    editor = next(e for e in lines.table.findChildren(QLineEdit) if e.isVisible())
    editor.clear()
    ime(editor, text)
    if hasattr(editor, "close_list"):
        editor.close_list()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_leads_stand_first_and_each_line_says_its_part(lines):
    assert drawn(lines) == ["省网信办 牵头", "省公安厅 配合 网络案件", "省商务厅 配合"]


@pytest.mark.parametrize(
    ("key", "role"),
    [(Qt.Key.Key_2, Role.RESPONSIBLE), (Qt.Key.Key_3, Role.COOPERATING)],
)
def test_a_digit_changes_the_role_of_the_chosen_unit(lines, qtbot, key, role):
    qtbot.keyClick(lines.table, key)
    assert lines.told == [[Duty("省网信办", role), POLICE, TRADE]]


def test_the_role_that_a_unit_has_already_is_no_change(lines, qtbot):
    qtbot.keyClick(lines.table, Qt.Key.Key_1)
    assert lines.told == []


def test_the_line_stays_chosen_when_it_moves_to_another_role(lines):
    lines.table.choose(lines.model.index(2, 0))
    lines.show_duties((NET, POLICE, Duty("省商务厅", Role.LEAD)), fresh=False)
    assert lines.table.current().duty.unit == "省商务厅"
    assert drawn(lines)[1] == "省商务厅 牵头"


def test_del_takes_the_chosen_unit_out(lines, qtbot):
    qtbot.keyClick(lines.table, Qt.Key.Key_Down)
    qtbot.keyClick(lines.table, Qt.Key.Key_Delete)
    assert lines.told == [[NET, TRADE]]


@opens_a_list
def test_another_name_is_written_over_the_old_and_keeps_role_and_part(lines, qtbot, ime):
    lines.table.choose(lines.model.index(1, 0))
    write(lines, qtbot, ime, "unit", "省教育厅")
    assert lines.told == [[NET, Duty("省教育厅", Role.COOPERATING, "网络案件"), TRADE]]


@opens_a_list
def test_several_names_become_several_lines_and_none_takes_the_line_out(lines, qtbot, ime):
    write(lines, qtbot, ime, "unit", "甲局、乙局")
    write(lines, qtbot, ime, "unit", " ")
    assert lines.told == [
        [Duty("甲局", Role.LEAD), Duty("乙局", Role.LEAD), POLICE, TRADE],
        [POLICE, TRADE],
    ]


def test_the_part_of_a_unit_is_written_and_taken_away(lines, qtbot, ime):
    write(lines, qtbot, ime, "scope", "线上")
    lines.table.choose(lines.model.index(1, 0))
    write(lines, qtbot, ime, "scope", " ")
    assert lines.told == [
        [Duty("省网信办", Role.LEAD, "线上"), POLICE, TRADE],
        [NET, Duty("省公安厅", Role.COOPERATING), TRADE],
    ]


@opens_a_list
def test_units_are_added_by_another_name_with_the_role_beside(lines, qtbot, ime):
    lines.role.setCurrentIndex(1)
    lines.picker.setFocus()
    ime(lines.picker, "省教厅、丙局")
    lines.picker.close_list()
    qtbot.keyClick(lines.picker, Qt.Key.Key_Return)
    added = [Duty("省教育厅", Role.RESPONSIBLE), Duty("丙局", Role.RESPONSIBLE)]
    assert lines.told == [[NET, POLICE, TRADE, *added]]
    assert lines.picker.text() == ""


def test_a_unit_that_is_there_gets_the_new_role_and_stands_once(lines):
    lines.give(["省商务厅", "网络案件\uff1a省公安厅"], Role.LEAD)
    assert lines.told == [
        [NET, Duty("省商务厅", Role.LEAD), Duty("省公安厅", Role.LEAD, "网络案件")]
    ]


def test_an_empty_line_adds_nothing(lines, qtbot):
    lines.add.click()
    assert lines.told == []


def test_a_refresh_keeps_what_is_being_typed_and_another_measure_does_not(lines, ime):
    lines.picker.setText("省教")
    lines.show_duties(DUTIES, fresh=False)
    assert lines.picker.text() == "省教"
    lines.show_duties(DUTIES)
    assert lines.picker.text() == ""


def test_lines_take_the_room_they_need_and_no_more(lines):
    three = lines.table.height()
    lines.show_duties([Duty(f"{n}局", Role.LEAD) for n in range(9)])
    assert lines.table.height() / three == pytest.approx(MOST / 3, rel=0.05)
    lines.show_duties(())
    assert lines.table.isHidden()
    assert lines.keys.isHidden()


def test_the_same_unit_twice_is_two_lines(lines):
    lines.show_duties((NET, NET))
    lines.table.choose(lines.model.index(1, 0))
    lines.drop(lines.table.current())
    assert lines.told == [[NET]]


def unit(name, level, order):
    return Unit(f"{level}.{order}", name, level, order=order)


def test_a_plan_offers_its_own_units_before_those_of_its_level():
    units = (
        unit("省甲厅", Level.PROVINCE, 2),
        unit("省乙厅", Level.PROVINCE, 1),
        unit("市甲局", Level.CITY, 1),
    )
    directory = Directory(units, (Alias("甲厅", "province.2"),))
    measure = Measure(0, "做事", Span(0, 2), None, duties=(Duty("省丙厅", Role.LEAD),))
    offered = source_names(Plan(level=Level.PROVINCE, measures=(measure,)), directory)
    assert offered.names == ("省丙厅", "省乙厅", "省甲厅")
    assert offered.meant("甲厅") == "省甲厅"
    assert unit_names(directory).names == ("市甲局",)
    assert len(source_names(Plan(), directory).names) == 3


def test_a_county_s_plan_offers_the_units_of_both_local_levels():
    units = [unit("市甲局", Level.CITY, 1), unit("县甲局", Level.COUNTY, 1)]
    directory = Directory((*units, unit("省甲厅", Level.PROVINCE, 1)))
    assert source_names(Plan(level=Level.COUNTY), directory).names == ("县甲局", "市甲局")
    assert source_names(Plan(level=Level.CITY), directory).names == ("市甲局",)
