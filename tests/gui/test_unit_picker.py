"""Units are picked by typing any of their names, one or several in a line."""

import pytest
from PySide6.QtCore import Qt

from gui.divided import opens_a_list
from shuangda_desktop.errors import RuleError
from shuangda_desktop.gui import theme
from shuangda_desktop.gui.models.unit_names import unit_names
from shuangda_desktop.gui.widgets.deadline_edit import DeadlineEdit, unreadable
from shuangda_desktop.gui.widgets.unit_picker import UnitNames, UnitPicker, parted
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Alias, Unit
from shuangda_desktop.units.place import Place

NAMES = UnitNames(
    ("市公安局", "市市场监管局", "云泽海关", "海上公安分局"),
    {"警方": "市公安局", "云泽市公安局": "市公安局", "旧名": "已撤单位"},
)


@pytest.fixture
def picker(qtbot):
    made = UnitPicker(NAMES)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("公安", ["市公安局", "海上公安分局"]),
        ("海", ["海上公安分局", "云泽海关"]),
        ("scjg", ["市市场监管局"]),
        ("警", ["市公安局"]),
        ("旧名", []),
        ("没有", []),
    ],
)
def test_what_is_typed_finds_units_by_any_of_their_names(typed, found):
    assert NAMES.found(typed) == found


def test_another_name_means_its_unit_and_an_unknown_one_itself():
    assert NAMES.meant("警方") == "市公安局"
    assert NAMES.meant("市公安局") == "市公安局"
    assert NAMES.meant("丝绸站") == "丝绸站"


@pytest.mark.parametrize(
    "line",
    [
        "甲局、乙局",
        "甲局\uff0c乙局",
        "甲局,乙局",
        " 甲局 ; 乙局 ",
        "甲局、、乙局、甲局",
        "甲局\uff1b乙局、",
    ],
)
def test_names_are_parted_by_any_mark(line):
    assert parted(line) == ["甲局", "乙局"]


@opens_a_list
def test_typing_offers_what_matches_the_last_name(picker, ime):
    ime(picker, "市公安局、hg")
    assert picker.offered() == ["云泽海关"]
    assert picker._completer.popup().isVisible()
    picker.close_list()


@opens_a_list
def test_a_unit_that_is_in_the_line_is_not_offered_again(picker, ime):
    ime(picker, "市公安局、公安")
    assert picker.offered() == ["海上公安分局"]
    picker.close_list()


@opens_a_list
def test_enter_takes_the_marked_unit_into_the_line(picker, ime, qtbot):
    ime(picker, "市公安局、hg")
    popup = picker._completer.popup()
    popup.setCurrentIndex(popup.model().index(0, 0))
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert picker.text() == "市公安局、云泽海关"
    assert picker.units() == ["市公安局", "云泽海关"]


@opens_a_list
def test_enter_after_letters_hands_on_the_first_and_after_a_name_the_name(picker, ime, qtbot):
    handed = []
    picker.returnPressed.connect(lambda: handed.append(picker.units()))
    for typed, meant in (("g", "市公安局"), ("公安", "公安")):
        picker.clear()
        ime(picker, typed)
        assert len(picker.offered()) > 1
        qtbot.keyClick(picker._completer.popup(), Qt.Key.Key_Return)
        assert handed.pop() == [meant]
        assert not picker._completer.popup().isVisible()
    picker.setText("g")
    with pytest.raises(RuleError, match="对得上 4 个单位"):
        picker.units()
    assert picker.selectedText() == picker.text()  # what is typed next takes their place
    picker.setText("sgaj、g")
    with pytest.raises(RuleError):
        picker.units()
    assert (picker.selectionStart(), picker.selectedText()) == (5, "g")


@opens_a_list
def test_tab_takes_the_first(picker, ime, qtbot):
    ime(picker, "hg")
    qtbot.keyClick(picker, Qt.Key.Key_Tab)
    assert picker.text() == "云泽海关"
    assert not picker._completer.popup().isVisible()


@opens_a_list
def test_the_list_closes_where_nothing_matches(picker, ime, qtbot):
    ime(picker, "hg")
    ime(picker, "没有")
    assert not picker._completer.popup().isVisible()
    assert picker.offered() == []
    qtbot.keyClick(picker, Qt.Key.Key_Backspace)
    assert picker.units() == ["hg没"]


@opens_a_list
def test_a_picker_of_one_replaces_the_whole_line(qtbot, ime):
    picker = UnitPicker(UnitNames(), many=False)
    qtbot.addWidget(picker)
    picker.set_names(NAMES)
    picker.show()
    ime(picker, "jf")
    assert picker.offered() == ["市公安局"]
    picker.take("市公安局")
    picker.close_list()
    assert picker.units() == ["市公安局"]


def test_the_directory_s_units_come_first_the_city_s_before_the_counties(today):
    county = Unit("x.police", "丰县公安局", Level.COUNTY, order=1)
    police = Unit("c.police", "云泽市公安局", Level.CITY, short_name="市公安局", order=20)
    office = Unit("c.office", "云泽市政府办公室", Level.CITY, order=5)
    higher = Unit("p.police", "云泽省公安厅", Level.PROVINCE)
    directory = Directory(
        units=(county, police, office, higher),
        aliases=(Alias("市局", "c.police"), Alias("省厅", "p.police")),
        successions=(),
        counterparts=(),
        place=Place("云泽省", "云泽市"),
    )
    names = unit_names(directory)
    assert names.names == ("云泽市政府办公室", "市公安局", "丰县公安局")
    assert names.meant("市局") == "市公安局"
    assert names.meant("云泽市公安局") == "市公安局"
    assert names.meant("省厅") == "省厅"


def test_a_day_is_explained_as_it_is_typed(qtbot):
    edit = DeadlineEdit(2026)
    qtbot.addWidget(edit)
    edit.setText("6月底")
    assert edit.toolTip() == "2026年6月30日"
    edit.set_year(2027)
    edit.setText("年底")
    assert edit.day().year == 2027
    edit.setText("随时")
    assert edit.toolTip() == unreadable("随时")
    assert not edit.is_understood()
    edit.set_day(None)
    assert edit.is_understood()
    assert edit.toolTip() == ""


def test_a_narrow_day_is_whole_in_letters_of_any_size(qapp, qtbot):
    theme.apply(qapp, theme.Appearance())
    edit = DeadlineEdit(2026)
    qtbot.addWidget(edit)
    edit.keep_narrow()
    edit.show()
    before = edit.width()
    theme.apply(qapp, theme.Appearance(points=16))
    assert edit.width() > before
    assert edit.width() >= edit.fontMetrics().horizontalAdvance("2026-12-31") + 20
    theme.apply(qapp, theme.Appearance())
    assert edit.width() == before


def test_an_unreadable_day_is_told_in_whole_sentences():
    assert (
        unreadable(" 尽快 ") == "时限“尽快”读不懂\uff0c没有改动。请写成6月30日、6月底或年底这样。"
    )
    assert unreadable("  ") == ""
