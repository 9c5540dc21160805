"""The directory is set up from a city's name, edited in place, and shows what a unit gets."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from gui.divided import NET, POLICE, divide
from shuangda_desktop.errors import RuleError
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.models.rows import LOOK_ROLE
from shuangda_desktop.gui.pages.units.page import UnitsPage
from shuangda_desktop.gui.theme import QUIET
from shuangda_desktop.services.city.directory import directory_rows
from shuangda_desktop.services.city.office import load_office
from shuangda_desktop.store.settings import get


@pytest.fixture
def page(desk, qtbot):
    divide(desk)
    made = desk.show(UnitsPage, qtbot)
    made.table.setFocus()
    return made


def unit(desk, label):
    return next(r for r in directory_rows(desk.context.store) if r.unit.label == label)


def write(page, qtbot, key, text, ime):
    """Open a cell of the current row and write into it."""
    page.table.edit_column(key)
    editor = next(e for e in page.table.findChildren(QLineEdit) if e.isVisible())
    editor.clear()
    if text:
        ime(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_first_of_all_the_city_is_asked_for(desk, qtbot, ime):
    page = desk.show(UnitsPage, qtbot)
    assert page.tabs.currentIndex() == 1
    assert not page.tabs.isTabEnabled(0)
    assert page.city.button.text() == "建立单位名录"
    ime(page.city.province, "云泽省")
    ime(page.city.city, "云泽市")
    page.city.button.click()
    assert page.tabs.currentIndex() == 0
    assert get(desk.context.store, "city") == "云泽市"
    assert page.model.rowCount() > 20
    assert all("云泽" in r.unit.name or r.unit.kind for r in page.model.rows)
    assert desk.said[-1] == "已建立云泽市的单位名录。"
    assert page.city.button.text() == "重新建立名录"


def test_enter_leads_from_the_province_to_the_city_and_on(desk, qtbot, ime):
    page = desk.show(UnitsPage, qtbot)
    qtbot.waitUntil(page.isActiveWindow)
    page.city.province.setFocus()
    ime(page.city.province, "云泽省")
    qtbot.keyClick(page.city.province, Qt.Key.Key_Return)
    assert page.city.city.hasFocus()
    ime(page.city.city, "云泽市")
    qtbot.keyClick(page.city.city, Qt.Key.Key_Return)
    assert page.model.rowCount() > 20


def test_without_a_province_nothing_is_set_up(desk, qtbot):
    page = desk.show(UnitsPage, qtbot)
    with pytest.raises(RuleError, match="都要填写"):
        page.set_up("", "云泽市")


def test_setting_up_can_be_undone(desk, qtbot):
    page = desk.show(UnitsPage, qtbot)
    page.set_up("云泽省", "云泽市")
    desk.context.store.undo(desk.context.now())
    assert page.model.rowCount() == 0
    assert page.tabs.currentIndex() == 1


def test_units_stand_in_the_order_of_protocol(page):
    orders = [row.unit.order for row in page.model.rows]
    assert orders == sorted(orders)


@pytest.mark.parametrize("typed", ["公安局", "gaj", "云泽市公安局", "市公安局"])
def test_a_unit_is_found_by_name_short_name_and_first_letters(page, qtbot, typed):
    page.search_field.setText(typed)
    qtbot.waitUntil(lambda: page.model.rowCount() < 10)
    assert POLICE in [row.unit.label for row in page.model.rows]


def test_the_loads_of_a_unit_stand_in_its_row(page):
    page.go(unit=NET)
    at = {column.key: place for place, column in enumerate(page.model.columns)}
    row = page.table.currentIndex().row()
    assert page.model.index(row, at["lead"]).data() == "1"
    assert page.model.index(row, at["cooperating"]).data() == ""


def test_what_a_unit_gets_is_shown_and_opened(page, desk):
    page.go(unit=POLICE)
    detail = page.detail
    assert detail.count.text() == "承担任务1项\uff1a配合1项"
    assert [task.row.title for task in detail.model.rows] == ["查清全市网店"]
    detail.open.click()
    assert desk.opened[-1] == ("tasks", {"unit": POLICE})
    detail.table.choose(detail.model.index(0, 0))
    detail.table.doubleClicked.emit(detail.model.index(0, 0))
    assert desk.opened[-1] == ("tasks", {"unit": POLICE, "task_id": 1})


def test_a_unit_without_tasks_says_so(page):
    page.go(unit="市档案局")
    assert page.detail.count.text() == "没有承担任务"
    assert not page.detail.open.isEnabled()


@pytest.mark.parametrize(
    ("key", "text"),
    [("name", "云泽市公安总局"), ("short_name", "市警局"), ("contact", "张三"), ("phone", "8201")],
)
def test_a_unit_is_changed_in_its_cell(page, qtbot, ime, desk, key, text):
    page.go(unit=POLICE)
    kept = page.table.current().unit.id
    write(page, qtbot, key, text, ime)
    changed = next(r.unit for r in directory_rows(desk.context.store) if r.unit.id == kept)
    assert getattr(changed, key) == text
    assert desk.said[-1].startswith("已修改")
    desk.context.store.undo(desk.context.now())
    assert unit(desk, POLICE).unit.id == kept


def test_a_name_cannot_be_empty(page):
    page.go(unit=POLICE)
    with pytest.raises(RuleError, match="不能空着"):
        page.change(page.table.current(), "name", " ")


def test_loads_and_kinds_are_not_written_into(page):
    at = [column.key for column in page.model.columns]
    for key in ("lead", "kind"):
        index = page.model.index(0, at.index(key))
        assert not page.model.flags(index) & Qt.ItemFlag.ItemIsEditable


def test_a_unit_is_added_at_the_end_and_chosen(page, monkeypatch, desk):
    monkeypatch.setattr(ask, "line", lambda *a: " 云泽市丝绸管理站 ")
    page.add.trigger()
    assert page.table.current().unit.name == "云泽市丝绸管理站"
    assert page.model.rows[-1].unit.name == "云泽市丝绸管理站"
    monkeypatch.setattr(ask, "line", lambda *a: "云泽市茶叶管理站")
    page.add.trigger()
    assert len({row.unit.id for row in page.model.rows}) == page.model.rowCount()


@pytest.mark.parametrize("answer", [None, "", "  "])
def test_a_unit_without_a_name_is_not_added(page, monkeypatch, desk, answer):
    monkeypatch.setattr(ask, "line", lambda *a: answer)
    page.add.trigger()
    assert desk.said == []


def test_a_unit_is_removed_and_brought_back(page, desk):
    page.go(unit="市档案局")
    before = page.model.rowCount()
    page.remove.trigger()
    assert page.model.rowCount() == before - 1
    desk.context.store.undo(desk.context.now())
    assert unit(desk, "市档案局")


def test_another_name_is_added(page, ime, qtbot, desk):
    page.go(unit=POLICE)
    ime(page.detail.alias, "市局机关")
    qtbot.keyClick(page.detail.alias, Qt.Key.Key_Return)
    assert "市局机关" in unit(desk, POLICE).aliases
    assert "市局机关" in page.detail.aliases.text()
    assert page.detail.alias.text() == ""
    qtbot.keyClick(page.detail.alias, Qt.Key.Key_Return)
    assert desk.said == ["已添加别称“市局机关”。"]


def test_a_half_typed_name_belongs_to_its_unit(page, ime):
    page.go(unit=POLICE)
    ime(page.detail.alias, "半个")
    page.refresh()
    assert page.detail.alias.text() == "半个"
    page.go(unit="市档案局")
    assert page.detail.alias.text() == ""


def test_without_a_unit_there_is_nothing_to_do(page, qtbot, desk):
    page.search_field.setText("没有这样的单位")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert not page.remove.isEnabled()
    page.remove_unit()
    page.detail._open()
    page.detail._give()
    assert (desk.said, desk.opened) == ([], [])


def test_the_office_says_its_names_and_when_a_deadline_is_near(page, ime, desk):
    form = page.office
    assert form.name.text() == "云泽市打击侵权假冒工作领导小组办公室"
    ime(form.short_name, "市双打办")
    ime(form.prefix, "云双打办")
    form.days.setValue(20)
    form.button.click()
    office = load_office(desk.context.store)
    assert (office.short_name, office.document_prefix, office.due_soon_days) == (
        "市双打办",
        "云双打办",
        20,
    )
    assert desk.said[-1] == "已保存本办信息。"


def test_a_refresh_does_not_take_away_what_is_being_typed(page, ime, desk):
    page.tabs.setCurrentIndex(1)
    page.office.short_name.setFocus()
    ime(page.office.short_name, "市双")
    page.city.city.setText("别市")
    page.city.city.setModified(True)
    page.refresh()
    assert page.office.short_name.text() == "市双"
    assert page.city.city.text() == "别市"


def test_ctrl_f_goes_to_the_search_field(page):
    page.search()
    assert page.search_field.hasFocus()


def test_a_unit_that_is_no_more_stands_back_and_says_so(page):
    columns = [column.key for column in page.model.columns]
    rows = {row.unit.active(None): place for place, row in enumerate(page.model.rows)}
    looks = {}
    for there, row in rows.items():
        cell = page.model.index(row, columns.index("kind"))
        looks[there] = (cell.data() == "已撤并", cell.data(LOOK_ROLE))
    assert looks == {True: (False, None), False: (True, QUIET)}
