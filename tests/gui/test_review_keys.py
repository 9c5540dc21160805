"""What a review costs in keys: a plan of 60 measures, worked through from end to end."""

from collections import Counter

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from gui.divided import opens_a_list
from shuangda_desktop.gui import app as program
from shuangda_desktop.gui.main_window import MainWindow
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.city import directory
from shuangda_desktop.services.reading import importing
from shuangda_desktop.text.punctuation import widen

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
MEASURES, BARE, UNNAMED = 60, 6, 3  # without 负责 or 牵头; without any unit
NUMBERS = "一二三四五六"


def plan_text():
    """Sixty measures: some whose clause has no verb, some without a clause."""
    lines = ["云泽省2026年打击侵权假冒工作要点", "云双打办〔2026〕3号"]
    for number in range(MEASURES):
        if number % 10 == 0:
            lines.append(f"{NUMBERS[number // 10]}、整治第{number // 10 + 1}批领域")
        clause = "\uff08省商务厅牵头\uff0c省公安厅配合\uff09"
        if number % 10 == 4:
            clause = "\uff08省商务厅\uff1b省打假监督局\uff09"  # groups of no role
        if number % 20 == 7:
            clause = ""
        lines.append(f"{number % 10 + 1}.检查第{number + 1}类商品\uff0c查处仿冒行为。{clause}")
    return "\n".join([*lines, "云泽省双打办", "2026年3月2日"])


DAMAGE = {  # what a copy from a web page does to a plan
    **{f"第{n}类商品,查处": f"第{n}类商品,围绕著查处" for n in (3, 12, 23, 34, 46)},
    "云双打办〔2026〕3号": "云双打办20263号",
    "2026年3月2日": "2026112",
    "第27类商品,查处仿冒行为。(省商务厅牵头,省公安厅配合)": "第27类商品,查处仿冒行为。(省商务厅、打假联合组X负责)",
    "第47类商品,查处仿冒行为。(省商务厅牵头,省公安厅配合)": "第47类商品,查处仿冒行为。(省商务厅牵头,省公安厅配合",
}


def damaged_text():
    """The same plan as it arrives: copied from a web page, with nine damaged spots."""
    text = plan_text()
    for whole, damaged in DAMAGE.items():
        assert widen(whole) in text
        text = text.replace(widen(whole), widen(damaged), 1)
    return text


@pytest.fixture
def review(store, now, jobs, tmp_path, qtbot):
    return opened(plan_text(), store, now, jobs, tmp_path, qtbot)


@pytest.fixture
def damaged(store, now, jobs, tmp_path, qtbot):
    return opened(damaged_text(), store, now, jobs, tmp_path, qtbot)


def opened(text, store, now, jobs, tmp_path, qtbot):
    directory.set_up_city(store, "云泽省", "临江市", now)
    plan_id = importing.keep_plan(store, importing.read_pasted(text, "要点"), now)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(
        store, jobs, settings, program.PLACES, program.MORE, today=now.date, now=lambda: now
    )
    qtbot.addWidget(window)
    window.resize(1366, 700)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.open_page("review", plan_id=plan_id)
    return window.page


class Clerk:
    """Presses keys where the focus is and counts them; a name by an input method counts its letters."""

    def __init__(self, qtbot, ime):
        self.keys, self._qtbot, self._ime = 0, qtbot, ime

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.keys += 1
        self._qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    def type_initials(self, letters):
        for letter in letters:
            self.press(getattr(Qt.Key, f"Key_{letter.upper()}"))


def units(review, text):
    (measure,) = [m for m in review.stored.plan.measures if text in m.text]
    return [(duty.unit, duty.role) for duty in measure.duties]


@opens_a_list
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_plan_of_sixty_measures_is_checked_with_few_keys(review, qtbot, ime):
    assert len(review.stored.plan.measures) == MEASURES
    places = len(review.queue.places)
    assert places >= BARE + UNNAMED
    clerk = Clerk(qtbot, ime)
    for _ in range(places):
        place = review.queue.place
        codes = {doubt.code for doubt in place.doubts}
        if "no-clause" in codes:  # by its initials, as a responsible unit taken in at once
            clerk.press(Qt.Key.Key_F2)
            clerk.type_initials("swt")  # of one unit only: no choosing from the list
            clerk.press(Qt.Key.Key_Return)
        elif "no-verb" in codes:  # the first of the two units leads
            clerk.press(Qt.Key.Key_F2)
            clerk.press(Qt.Key.Key_1)
        clerk.press(Qt.Key.Key_Return, CTRL)
    assert review.bar.count.text() == "全部核对完了"
    assert units(review, "第5类") == [
        ("省商务厅", Role.LEAD),
        ("省打假监督局", Role.RESPONSIBLE),
    ]
    assert units(review, "第8类") == [("省商务厅", Role.LEAD)]
    # Six roles at 3 keys, three units at 6: with two seconds a key little more than a minute.
    assert clerk.keys == BARE * 3 + UNNAMED * 6 == 36


def test_accepting_everything_costs_one_key_a_place(review, qtbot, ime):
    clerk, places = Clerk(qtbot, ime), len(review.queue.places)
    while review.queue.doubts:
        clerk.press(Qt.Key.Key_Return)
    assert clerk.keys == places


@opens_a_list
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_damaged_plan_of_sixty_measures_is_checked_in_five_minutes(damaged, qtbot, ime):
    assert len(damaged.stored.plan.measures) == MEASURES
    clerk, met = Clerk(qtbot, ime), Counter()
    while damaged.queue.doubts or damaged.work.answers.count():
        if not damaged.queue.doubts:  # as fast as keys can be: the readings come after
            qtbot.waitUntil(lambda: not damaged.work.answers.count())
            continue
        place = damaged.queue.place
        codes = {doubt.code for doubt in place.doubts}
        met.update(codes)
        if "proposed-repair" in codes:  # the likeliest reading is right, here and in all like it
            together = len(damaged.queue.spots()) > 1
            clerk.press(Qt.Key.Key_1, SHIFT if together else Qt.KeyboardModifier.NoModifier)
        elif "no-clause" in codes:  # by its initials, as a responsible unit taken in at once
            clerk.press(Qt.Key.Key_F2)
            clerk.type_initials("swt")  # of one unit only: no choosing from the list
            clerk.press(Qt.Key.Key_Return)
            clerk.press(Qt.Key.Key_Return, CTRL)
        elif codes == {"no-verb"}:  # they are alike: looked at once, accepted together
            clerk.press(Qt.Key.Key_Return, SHIFT)
        else:
            clerk.press(Qt.Key.Key_Return)
    assert met["proposed-repair"] == 3
    assert met["no-clause"] == UNNAMED
    assert met["no-verb"] == 1
    assert "unknown-unit" in met
    assert damaged.bar.count.text() == "全部核对完了"
    assert damaged.stored.plan.document_number == "云双打办〔2026〕3号"
    assert "围绕着查处" in next(m.text for m in damaged.stored.plan.measures if "第12类" in m.text)
    # Spots 3 (five of them are one), units 3 at 6, one for all six without a verb, one more: half a
    # minute at a second a key; to read the eight places at fifteen seconds each is two minutes more.
    assert clerk.keys == 3 + UNNAMED * 6 + 1 + 1 == 23
