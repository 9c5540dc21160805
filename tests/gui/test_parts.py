"""A part that is higher than its place keeps in sight what has the keys."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from shuangda_desktop.gui.widgets.parts import scrolled


@pytest.fixture
def area(qtbot):
    inside = QWidget()
    column = QVBoxLayout(inside)
    for part in (QLabel("上面"), QLineEdit("正在填的"), QLabel("下面")):
        column.addWidget(part)
    made = scrolled(inside)
    made.resize(200, 120)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def in_sight(area, part):
    spot = part.mapTo(area.viewport(), part.rect().center())
    return area.viewport().rect().contains(spot)


@pytest.mark.parametrize("typing", [True, False])
def test_what_came_in_above_does_not_push_the_field_that_is_typed_in_out_of_sight(
    area, qtbot, typing
):
    field = area.widget().findChild(QLineEdit)
    if typing:
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
    else:
        field.clearFocus()
    tall = QLabel("新来的")
    tall.setMinimumHeight(300)
    area.widget().layout().insertWidget(0, tall)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 200)
    if typing:
        qtbot.waitUntil(lambda: in_sight(area, field))
    else:
        qtbot.wait(50)
        assert area.verticalScrollBar().value() == 0
