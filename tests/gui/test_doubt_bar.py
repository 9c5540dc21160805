"""The bar over the review: what is doubtful, the keys that deal with it, and one height for all of it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from gui import papers
from shuangda_desktop.gui.pages.review.doubt_bar import DoubtBar, InHand
from shuangda_desktop.gui.pages.review.page import ReviewPage
from shuangda_desktop.services.reading import importing


def test_the_bar_says_how_many_doubts_are_left_and_what_to_do_after_the_last(qtbot):
    bar = DoubtBar()
    qtbot.addWidget(bar)
    bar.show()
    bar.show_doubts(InHand((papers.NO_DUTY,), "二、"), (papers.NO_DUTY,))
    assert bar.count.text() == "还有 1 处待核对"
    assert bar.message.whole == f"\u25b2 {papers.NO_DUTY.message}"
    assert bar.where.text() == "二、"
    assert bar.accept.isVisible()
    assert not bar.divide.isVisible()
    bar.show_doubts(InHand(), ())
    assert bar.count.text() == "全部核对完了"
    assert not bar.accept.isVisible()
    assert bar.divide.isVisible()


def test_the_bar_names_its_keys_and_shows_all_doubts_of_a_place(qtbot):
    bar, done = DoubtBar(), []
    qtbot.addWidget(bar)
    both = (papers.NO_DUTY, papers.NO_DATE)
    bar.show_doubts(InHand(both), (*both, papers.NO_NUMBER))
    assert bar.message.whole.splitlines() == [f"\u25b2 {doubt.message}" for doubt in both]
    assert [b.text().split()[-1] for b in (bar.before, bar.next, bar.fix, bar.accept)] == [
        "F7", "F8", "F2", "Enter"
    ]  # fmt: skip
    assert bar.accept.text() == "认可这 2 处 Enter"
    for signal, made in ((bar.fixed, bar.fix), (bar.accepted, bar.accept)):
        signal.connect(lambda made=made: done.append(made))
        made.click()
    assert done == [bar.fix, bar.accept]


def test_doubts_of_one_kind_in_one_place_stand_in_one_line(qtbot):
    bar = DoubtBar()
    qtbot.addWidget(bar)
    many = tuple(
        replace(papers.NO_DUTY, message=f"\u201c{name}\u201d不像单位名称。") for name in "甲乙丙"
    )
    bar.show_doubts(InHand((*many, papers.NO_DATE)), (*many, papers.NO_DATE))
    assert bar.message.whole.splitlines() == [
        "\u25b2 \u201c甲\u201d、\u201c乙\u201d、\u201c丙\u201d不像单位名称。",
        f"\u25b2 {papers.NO_DATE.message}",
    ]


@pytest.mark.parametrize(("width", "row"), [(1200, 0), (800, 1)])
def test_on_a_narrow_screen_the_doubt_stands_below_the_buttons(qtbot, width, row):
    bar = shown(qtbot, width)
    bar.show_doubts(InHand((papers.NO_DUTY,), "二、"), (papers.NO_DUTY,))
    QApplication.processEvents()
    top = bar.message.mapTo(bar, QPoint(0, 0)).y()
    assert (top > bar.accept.mapTo(bar, bar.accept.rect().bottomLeft()).y()) == bool(row)


def shown(qtbot, width):
    bar = DoubtBar()
    qtbot.addWidget(bar)
    bar.setFixedWidth(width)
    bar.show()
    qtbot.waitExposed(bar)
    return bar


LONG = tuple(replace(papers.NO_DUTY, message=f"第{n}种疑点" + "说来话长" * 20) for n in range(5))
HANDS = [  # nothing, one, many, all alike, a spot, a spot like others
    InHand(),
    InHand((papers.NO_DUTY,), "二、"),
    InHand(LONG, "二、\uff08十二\uff093."),
    InHand((papers.NO_DUTY,), "二、", alike=7),
    InHand((papers.NO_DATE,), "文件信息", ("2026年1月12日", "2026年11月2日"), "2026112", 9),
    InHand((papers.NO_DATE,), "二、", ("围绕着", "围绕著"), "著", 9, 4, ("甲着", "乙著", "丙着")),
]


@pytest.mark.parametrize("width", [1260, 820])
def test_whatever_it_says_the_bar_keeps_its_height(qtbot, width):
    bar = shown(qtbot, width)
    for spots, hands in ((False, HANDS[:4]), (True, HANDS)):
        bar.keep_room(spots=spots)
        heights = set()
        for hand in hands:
            bar.show_doubts(hand, hand.doubts)
            bar.adjustSize()
            QApplication.processEvents()
            heights.add(bar.height())
            assert bar.width() == width
            assert hand.readings == () or bar.choices.isVisible()
            bottom = bar.choices.mapTo(bar, bar.choices.rect().bottomLeft()).y()
            assert hand.readings == () or bottom <= bar.height()
        assert len(heights) == 1


def test_what_has_no_room_is_told_by_the_tool_tip_and_to_a_reader_of_screens(qtbot):
    bar = shown(qtbot, 820)
    bar.show_doubts(InHand(LONG, "二、"), LONG)
    assert bar.message.text().endswith("…")
    assert bar.message.toolTip() == bar.message.accessibleDescription() == bar.message.whole
    assert LONG[-1].message in bar.message.whole
    bar.setFixedWidth(1260)
    QApplication.processEvents()
    assert bar.alike.parent() is bar


def test_on_a_narrow_screen_several_doubts_run_on_before_one_is_cut(qtbot):
    """Enter accepts all of a place: none of them may stand in the tool tip alone."""
    bar = shown(qtbot, 790)
    hand = InHand((papers.NO_DUTY, papers.NO_DATE, papers.NO_NUMBER), "二、")
    bar.show_doubts(hand, hand.doubts)
    QApplication.processEvents()
    assert all(doubt.message in bar.message.text() for doubt in hand.doubts)
    assert len(bar.message.whole.splitlines()) == 3


def test_larger_letters_have_a_higher_bar(qtbot):
    bar = shown(qtbot, 1260)
    before = bar.sizeHint().height()
    bar.setFont(QFont(bar.font().family(), 2 * bar.font().pointSize()))
    assert bar.sizeHint().height() > before


def test_the_text_stays_where_it_is_from_the_first_doubt_to_the_last(desk, qtbot):
    """With spots and without: the one place of the other screen that everything below hangs on."""
    spot = "云泽省2026年工作要点\n云双打发20265号\n一、整治市场\n"
    rest = "(一)管好网店。(省公安厅、联合推进X负责)\n(二)管好集市。\n(三)管好仓库。(省商务厅)\n"
    draft = importing.read_pasted(spot + rest, "要点")
    plan_id = importing.keep_plan(desk.context.store, draft, desk.context.now())
    page = desk.show(ReviewPage, qtbot)
    page.go(plan_id=plan_id)
    page.land()
    seen = set()
    while page.queue.doubts or page.work.answers.count():
        QApplication.processEvents()
        seen.add((page.bench.y(), page.bar.height()))
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QApplication.processEvents()
    seen.add((page.bench.y(), page.bar.height()))
    assert page.bar.divide.isVisible()
    assert len(seen) == 1


def test_a_window_may_become_narrow_whatever_the_bar_showed_before(qtbot):
    """A minimum that is asked for once is kept by layouts that are out of sight: it was all five buttons."""
    fresh = DoubtBar()
    qtbot.addWidget(fresh)
    asked = {fresh.minimumSizeHint().width()}
    bar = shown(qtbot, 1260)
    for hand in HANDS:
        bar.show_doubts(hand, hand.doubts)
        asked.add(bar.minimumSizeHint().width())
    bar.setFixedWidth(820)
    assert max(asked) <= bar.minimumWidth()
