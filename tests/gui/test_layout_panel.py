"""The panel in which a layout is made."""

import pytest
from PySide6.QtCore import Qt

from shuangda_desktop.gui.pages.outputs.layout_panel import LayoutPanel
from shuangda_desktop.services.outputs.sheets import LayoutChoice
from shuangda_desktop.tasks.columns.layouts import Layout, LayoutColumn

CHOICES = (
    LayoutChoice("number", "序号", 3, True),
    LayoutChoice("title", "工作任务", 9, True),
    LayoutChoice("source", "出处", 16, False),
)
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@pytest.fixture
def panel(qtbot):
    made = LayoutPanel()
    qtbot.addWidget(made)
    made.show()
    made.show_layout(CHOICES, None, own=False)
    return made


@pytest.fixture
def heard(panel):
    told = []
    panel.changed.connect(lambda: told.append(panel.layout_shown()))
    return told


def shown(panel):
    items = [panel.columns.item(row) for row in range(panel.columns.count())]
    return [(item.text(), item.checkState()) for item in items]


def test_it_begins_with_the_usual_columns_and_offers_the_others(panel):
    assert shown(panel) == [("序号", ON), ("工作任务", ON), ("出处", OFF)]
    assert [c.key for c in panel.layout_shown().columns] == ["number", "title"]
    assert panel.remove.isHidden()


def test_a_layout_is_shown_as_it_was_made(panel):
    layout = Layout(
        "市里", (LayoutColumn("source", "依据"), LayoutColumn("gone")), "A3", "{市}表", "填报"
    )
    panel.show_layout(CHOICES, layout, own=True)
    assert shown(panel) == [("依据", ON), ("序号", OFF), ("工作任务", OFF)]
    assert panel.layout_shown() == Layout(
        "市里", (LayoutColumn("source", "依据"),), "A3", "{市}表", "填报"
    )
    assert not panel.remove.isHidden()


def test_columns_are_chosen_renamed_and_moved_and_each_change_is_told(panel, heard, qtbot):
    panel.columns.item(2).setCheckState(ON)
    assert heard[-1].columns[-1] == LayoutColumn("source")
    panel.columns.setCurrentRow(1)
    panel.title_of_column.setText("")
    qtbot.keyClicks(panel.title_of_column, "ab")
    assert heard[-1].columns[1] == LayoutColumn("title", "ab")
    panel.title_of_column.selectAll()
    qtbot.keyClick(panel.title_of_column, Qt.Key.Key_Delete)
    assert heard[-1].columns[1] == LayoutColumn("title")
    qtbot.keyClick(panel.columns, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [c.key for c in heard[-1].columns] == ["title", "number", "source"]
    panel.shift(-1)  # it stands first already
    panel.shift(1)
    assert [c.key for c in heard[-1].columns] == ["number", "title", "source"]


def test_a_column_may_be_as_wide_as_the_office_wants(panel, heard):
    panel.columns.setCurrentRow(1)
    panel.width_of_column.setValue(20)
    assert heard[-1].columns[1] == LayoutColumn("title", "", 20)
    panel.show_layout(CHOICES, heard[-1], own=False)
    panel.columns.setCurrentRow(1)
    assert panel.width_of_column.value() == 20


def test_paper_title_and_label_are_told_the_name_is_not(panel, heard):
    panel.paper.setCurrentIndex(2)
    assert heard[-1].paper == "A3"
    panel.head.setText("表")
    panel.label.setText("填报")
    assert (heard[-1].title, heard[-1].label) == ("表", "填报")
    count = len(heard)
    panel.name.setText("名")
    assert len(heard) == count


def test_showing_a_layout_is_no_change(panel, heard):
    panel.show_layout(CHOICES, Layout("市里", paper="A4"), own=True)
    assert heard == []


def test_a_sheet_of_fixed_columns_has_only_its_page_to_set(panel):
    panel.show_layout((), None, own=False)
    assert panel.columns_part.isHidden()
    assert panel.layout_shown().columns == ()
    panel.shift(1)
    assert not panel.title_of_column.isEnabled()


def test_buttons_ask(panel):
    told = []
    panel.save_asked.connect(lambda: told.append("save"))
    panel.remove_asked.connect(lambda: told.append("remove"))
    panel.save.click()
    panel.show_layout(CHOICES, None, own=True)
    panel.remove.click()
    assert told == ["save", "remove"]
