"""The small widgets of the pages: lines that break, text that is not lost, doors, lists to choose from."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui.samples import plan_row, row
from shuangda_desktop.gui import theme
from shuangda_desktop.gui.models.task_filter import Door, division_doors
from shuangda_desktop.gui.pages.split.text_box import TextBox
from shuangda_desktop.gui.pages.tasks.lamp import Lamp
from shuangda_desktop.gui.widgets.actions import action, button_for, toggle
from shuangda_desktop.gui.widgets.doors import Doors
from shuangda_desktop.gui.widgets.empty_place import EmptyPlace
from shuangda_desktop.gui.widgets.filter_fields import SearchField, UnitFilter
from shuangda_desktop.gui.widgets.flow import Flow, flow
from shuangda_desktop.gui.widgets.plan_box import PlanBox
from shuangda_desktop.gui.widgets.two_lines import TwoLines
from shuangda_desktop.tasks.model import Light
from shuangda_desktop.tasks.rows import with_number


def box(width, height):
    made = QLabel()
    made.setFixedSize(width, height)
    return made


# -- lines that break


@pytest.mark.parametrize(
    ("width", "places"),
    [
        (400, [(0, 5), (108, 0), (216, 5)]),
        (210, [(0, 5), (108, 0), (0, 38)]),
        (120, [(0, 0), (0, 28), (0, 66)]),
    ],
)
def test_a_line_breaks_where_the_next_part_does_not_fit(qtbot, width, places):
    parts = [box(100, 20), box(100, 30), box(100, 20)]
    holder = flow(*parts)
    qtbot.addWidget(holder)
    holder.layout().setGeometry(QRect(0, 0, width, 200))
    assert [(p.x(), p.y()) for p in parts] == places
    assert holder.layout().heightForWidth(width) == places[-1][1] + (25 if width == 400 else 20)


def test_a_hidden_part_takes_no_room(qtbot):
    parts = [box(100, 20), box(100, 20)]
    holder = flow(*parts)
    qtbot.addWidget(holder)
    parts[0].hide()
    assert holder.layout().sizeHint().width() == 108
    assert holder.layout().minimumSize() == QSize(100, 20)
    parts[1].hide()
    assert holder.layout().heightForWidth(300) == 0
    assert holder.layout().minimumSize() == QSize(0, 0)


def test_a_part_that_grows_or_comes_makes_the_line_higher(qtbot):
    part = QPushButton("a")
    holder = flow(part)
    qtbot.addWidget(holder)
    line = holder.layout()
    low = line.heightForWidth(300)
    part.setMinimumHeight(low + 40)
    assert line.heightForWidth(300) == low + 40
    line.addWidget(box(300, 20))
    assert line.heightForWidth(300) == low + 40 + 8 + 20


def test_a_breaking_line_inside_another_is_as_high_as_it_needs(qtbot):
    inner = flow(box(100, 20), box(100, 20), gap=4)
    outer = flow(box(30, 20), inner)
    qtbot.addWidget(outer)
    assert outer.layout().heightForWidth(150) == 20 + 8 + 44


def test_parts_are_given_away_again(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    line = Flow(holder)
    line.addWidget(box(10, 10))
    assert line.itemAt(5) is None
    assert line.takeAt(5) is None
    assert line.takeAt(0) is not None
    assert line.count() == 0
    assert line.expandingDirections() == Qt.Orientation(0)
    assert line.hasHeightForWidth()


# -- text that is not lost


@pytest.fixture
def text(qtbot):
    made = TextBox("任务内容")
    qtbot.addWidget(made)
    made.kept = []
    made.written.connect(lambda task_id, words: made.kept.append((task_id, words)))
    made.show_text(1, "原来的话。")
    return made


def test_leaving_the_box_keeps_what_was_typed(text, ime):
    ime(text, "新")
    QApplication.sendEvent(text, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert text.kept == [(1, "新原来的话。")]


def test_the_list_of_an_input_method_is_no_leaving(text, ime):
    ime(text, "新")
    QApplication.sendEvent(text, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
    assert text.kept == []


def test_leaving_without_typing_keeps_nothing(text):
    QApplication.sendEvent(text, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    text.show_text(2, "别的。")
    assert text.kept == []
    assert text.toPlainText() == "别的。"


def test_turning_to_another_task_keeps_the_text_of_the_first(text, ime):
    ime(text, "新")
    text.show_text(2, "别的。")
    assert text.kept == [(1, "新原来的话。")]
    assert text.toPlainText() == "别的。"


def test_a_refresh_does_not_take_away_what_is_being_typed(text, ime):
    ime(text, "新")
    text.show_text(1, "别人改过的话。")
    assert text.toPlainText() == "新原来的话。"


def test_hiding_the_page_keeps_the_text(text, ime):
    text.show()
    ime(text, "新")
    text.hide()
    assert text.kept == [(1, "新原来的话。")]


def test_ctrl_enter_keeps_and_esc_forgets(text, ime, qtbot):
    ime(text, "新")
    qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert text.kept == [(1, "新原来的话。")]
    ime(text, "又")
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert text.toPlainText() == "新原来的话。"
    assert len(text.kept) == 1
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert text.is_changed()


def undo_key():
    return QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    )


def test_undo_is_the_program_s_until_something_is_typed(text, ime):
    event = undo_key()
    QApplication.sendEvent(text, event)
    assert not event.isAccepted()
    ime(text, "新")
    event = undo_key()
    QApplication.sendEvent(text, event)
    assert event.isAccepted()


def test_the_place_of_the_cursor_counts_characters_not_units_of_qt(text):
    text.show_text(3, "\U00020bb7野家。")
    cursor = text.textCursor()
    cursor.setPosition(3)
    text.setTextCursor(cursor)
    assert text.place() == 2


def test_no_task_has_no_text(text, ime):
    text.show_text(0, "")
    ime(text, "写给谁")
    assert not text.is_changed()


# -- doors


@pytest.fixture
def doors(qtbot):
    made = Doors(division_doors(), "任务筛选")
    qtbot.addWidget(made)
    made.heard = []
    made.changed.connect(lambda: made.heard.append(made.chosen.key))
    return made


def test_doors_count_and_shut_where_nothing_is_behind(doors):
    doors.count([row(1), row(2, dropped_reason="不属本市")])
    assert doors.button("all").text() == "全部 2"
    assert doors.button("dropped").text() == "不适用 1"
    assert doors.button("dropped").accessibleName() == "不适用 1项"
    assert not doors.button("no-lead").isEnabled()


def test_doors_look_again_at_a_row_that_changed_and_not_at_one_that_moved_on(qtbot):
    looked = []
    made = Doors((Door("all", "全部", lambda r: looked.append(r.number) or True),), "筛选")
    qtbot.addWidget(made)
    for one in (row(1), with_number(row(1), 2), row(1, title="改过的标题")):
        assert made.behind(one) == {"all"}
    assert looked == [1, 1]


def test_the_open_door_stays_open_when_it_is_empty(doors):
    doors.choose("dropped")
    doors.count([row(1)])
    assert doors.button("dropped").isEnabled()
    assert doors.chosen.key == "dropped"


def test_one_door_is_open_and_says_so_once(doors):
    doors.count([row(1, dropped_reason="不属本市")])
    doors.button("dropped").click()
    doors.choose("nothing")
    assert doors.heard == ["dropped"]
    assert isinstance(doors.chosen, Door)


# -- lists to choose from


def test_words_are_looked_for_a_moment_after_the_last_letter(qtbot, ime):
    field = SearchField("查找任务")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.searched):
        ime(field, "公安")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.accessibleName() == "查找任务"


def test_a_unit_stays_chosen_when_the_list_changes(qtbot):
    box = UnitFilter()
    qtbot.addWidget(box)
    heard = []
    box.changed.connect(lambda: heard.append(box.unit()))
    box.offer(["甲局", "乙局", "甲局"])
    box.choose("乙局")
    box.offer(["乙局", "丙局"])
    assert box.unit() == "乙局"
    box.offer(["丙局"])
    assert box.unit() == "乙局"
    box.choose("")
    assert box.unit() == ""
    assert heard == ["乙局", ""]


def test_a_unit_without_tasks_can_be_asked_for(qtbot):
    box = UnitFilter()
    qtbot.addWidget(box)
    box.choose("丁局")
    assert box.unit() == "丁局"


def test_a_plan_stays_chosen_when_others_come(qtbot):
    box = PlanBox("来文")
    qtbot.addWidget(box)
    assert box.plan_id() is None
    box.offer([plan_row(1), plan_row(2, "")])
    assert box.itemText(1) == "a.txt"
    box.choose(2)
    box.offer([plan_row(3), plan_row(2), plan_row(1)])
    assert box.plan_id() == 2
    box.choose(9)
    assert box.plan_id() == 2
    box.offer([plan_row(3)])
    assert box.plan_id() == 3


def test_all_plans_together_come_first_where_a_page_shows_them(qtbot):
    box = PlanBox("来文", every="全部来文")
    qtbot.addWidget(box)
    box.offer([plan_row(1)])
    assert (box.currentText(), box.plan_id()) == ("全部来文", None)


# -- the rest


def test_a_lamp_keeps_its_colour_in_the_dark(qtbot, qapp):
    lamp = Lamp()
    qtbot.addWidget(lamp)
    lamp.show_light(Light.RED)
    assert lamp.text() == "■ 红灯"
    assert lamp.palette().color(QPalette.ColorRole.WindowText).name().upper() == theme.LIGHT.late
    theme.apply(qapp, theme.Appearance(dark=True))
    lamp.show_light(Light.GREEN)
    assert lamp.palette().color(QPalette.ColorRole.WindowText).name().upper() == theme.DARK.on_time


def test_a_button_is_as_able_as_its_action(qtbot):
    done = []
    owner = QWidget()
    qtbot.addWidget(owner)
    made = action(owner, "确认", lambda: done.append(1), "Ctrl+Return", "照此确认,可撤销")
    button = button_for(made)
    qtbot.addWidget(button)
    button.click()
    made.setEnabled(False)
    button.click()
    assert done == [1]
    assert button.toolTip() == "照此确认\uff0c可撤销\uff08Ctrl+Return\uff09"
    assert button.accessibleName() == "确认"
    assert action(owner, "恢复", lambda: None).toolTip() == "恢复"


def test_a_toggle_says_its_key_and_stays_down(qtbot):
    made = toggle("任务详情", lambda: None, "空格")
    qtbot.addWidget(made)
    assert made.isChecked()
    assert "空格" in made.toolTip()


def test_an_empty_place_has_one_action(qtbot):
    done = []
    place = EmptyPlace("还没有来文", "先导入。", "去导入", lambda: done.append(1))
    qtbot.addWidget(place)
    place.button.click()
    assert done == [1]
    assert place.button.property("kind") == "main"


def test_everything_stays_in_sight_in_a_narrow_window(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    parts = [QLineEdit() for _ in range(4)]
    column.addWidget(flow(*parts))
    holder.resize(320, 300)
    holder.show()
    for part in parts:
        corner = part.mapTo(holder, QPoint(part.width(), part.height()))
        assert corner.x() <= holder.width()
        assert corner.y() <= holder.height()


def test_words_that_do_not_fit_two_lines_end_early_and_stand_in_the_tool_tip(qtbot):
    label = TwoLines("说明")
    qtbot.addWidget(label)
    label.resize(120, label.height())
    label.show()
    words = "整理了很多处文字" * 9
    label.say(words)
    assert label.text().endswith("…")
    assert words.startswith(label.text()[:-1])
    assert label.toolTip() == label.whole == words
    high = label.height()
    label.resize(4000, high)
    assert (label.text(), label.height()) == (words, high)
    label.say("")
    assert (label.text(), label.height()) == ("", high)
