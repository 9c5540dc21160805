"""A plan is checked: each side shows the other, doubts are worked off, corrections can be undone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from gui import papers
from gui.divided import opens_a_list
from shuangda_desktop.errors import RuleError
from shuangda_desktop.gui.models.review_tree import Key, Part
from shuangda_desktop.gui.pages.review.page import ReviewPage
from shuangda_desktop.plan.model import Decision, DecisionKind, Duty, Role
from shuangda_desktop.services.reading import importing
from shuangda_desktop.services.reading.importing import Draft

SHOPS = Key(Part.MEASURE, papers.SHOPS.start)
FAIRS = Key(Part.MEASURE, papers.FAIRS.start)


@pytest.fixture
def plan_id(desk):
    draft = Draft(papers.SOURCE, papers.TEXT, papers.PLAN)
    return importing.keep_plan(desk.context.store, draft, desk.context.now())


@pytest.fixture
def page(desk, plan_id, qtbot):
    made = desk.show(ReviewPage, qtbot)
    made.go(plan_id=plan_id)
    return made


def words(page):
    """The sentence of the doubt in hand."""
    return page.queue.place.doubts[0].message if page.queue.place else None


def measures(page):
    return [measure.text for measure in page.stored.plan.measures]


def test_without_a_plan_the_page_sends_to_the_list(desk, qtbot):
    page = desk.show(ReviewPage, qtbot)
    assert page.stack.currentIndex() == 0
    page.queue.accept()
    page.decide(Decision(DecisionKind.JUNK, 0))
    page.queue.turn(1)
    assert desk.said == []


def test_a_plan_opens_at_its_gravest_doubt(page):
    assert page.bar.count.text() == "还有 3 处待核对"
    assert words(page) == papers.NO_NUMBER.message


def test_the_next_doubt_shows_its_measure_on_both_sides(page):
    page.queue.turn(1)
    assert words(page) == papers.NO_DATE.message
    assert page.bench.tree.key() == SHOPS
    assert page.bench.measure.text.toPlainText() == papers.PLAN.measures[0].text
    marked = [s.cursor.selectedText() for s in page.bench.source.extraSelections()]
    assert marked[0].startswith("六月底前查清")
    assert marked[-1] == "六月底前"


def test_f7_and_f8_go_through_the_queue(page, qtbot):
    for key, message in (
        (Qt.Key.Key_F8, papers.NO_DATE.message),
        (Qt.Key.Key_F8, papers.NO_DUTY.message),
        (Qt.Key.Key_F8, papers.NO_NUMBER.message),
        (Qt.Key.Key_F7, papers.NO_DUTY.message),
    ):
        qtbot.keyClick(page.bench.tree, key)
        assert words(page) == message


def test_enter_accepts_and_goes_on_until_nothing_is_left(page, desk, qtbot):
    page.bench.tree.setFocus()
    for left in (2, 1, 0):
        qtbot.keyClick(page.bench.tree, Qt.Key.Key_Return)
        assert len(page.queue.doubts) == left
    assert page.bar.count.text() == "全部核对完了"
    qtbot.keyClick(page.bench.tree, Qt.Key.Key_Return)
    assert len(desk.said) == 3
    assert desk.opened == []  # Enter once too often goes nowhere
    qtbot.keyClick(page.bench.tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    page.bar.divide.click()
    assert desk.opened == [("split", {"plan_id": page.stored.plan_id})] * 2


def test_an_accepted_doubt_comes_back_by_undo(page, desk):
    page.queue.accept()
    assert len(page.queue.doubts) == 2
    desk.context.store.undo()
    assert len(page.queue.doubts) == 3


def test_enter_in_a_field_keeps_the_field_and_accepts_nothing(page, qtbot, ime):
    page.bench.tree.choose(SHOPS)
    page.bench.measure.due.setFocus()
    page.bench.measure.due.clear()
    ime(page.bench.measure.due, "9月30日")
    qtbot.keyClick(page.bench.measure.due, Qt.Key.Key_Return)
    assert page.stored.plan.measures[0].deadlines[0].due_on == date(2026, 9, 30)
    assert len(page.queue.doubts) == 3


def test_a_click_into_the_text_chooses_the_measure(page):
    page.bench.source.place_chosen.emit(papers.span_of("农村集市").start)
    assert page.bench.tree.key() == FAIRS
    page.bench.source.place_chosen.emit(papers.RAW.index("2026年3月2日"))
    assert page.bench.tree.key().part is Part.HEADER
    page.bench.source.place_chosen.emit(papers.span_of("加强宣传").start)
    assert page.bench.section.heading.text() == "加强宣传"


@opens_a_list
def test_another_lead_is_kept_and_undone(page, desk, qtbot, ime):
    page.bench.tree.choose(SHOPS)
    units = page.bench.measure.units
    units.table.edit_column("unit")
    editor = units.table.findChild(QLineEdit)
    editor.clear()
    ime(editor, "省教育厅")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert page.stored.plan.measures[0].duties[0] == Duty("省教育厅", Role.LEAD)
    assert page.stored.detected == papers.PLAN
    assert desk.said[-1].startswith("已更正责任分工")
    desk.context.store.undo()
    assert units.model.rows[0].duty.unit == "省网信办"


def test_what_is_being_typed_is_kept_when_the_next_doubt_is_taken(page, ime):
    page.bench.tree.choose(SHOPS)
    page.bench.measure.text.setFocus()
    page.bench.measure.text.selectAll()
    ime(page.bench.measure.text, "改过的话。")
    page.queue.turn(1)
    assert measures(page)[0] == "改过的话。"


def test_a_correction_keeps_line_and_scroll(page):
    page.bench.tree.choose(FAIRS)
    page.decide(Decision(DecisionKind.SET_TEXT, FAIRS.at, {"text": "检查集市。"}))
    assert page.bench.tree.key() == FAIRS
    assert page.bench.measure.text.toPlainText() == "检查集市。"


def test_a_measure_is_split_merged_and_taken_out(page):
    page.bench.tree.choose(SHOPS)
    cursor = page.bench.measure.text.textCursor()
    cursor.setPosition(len("六月底前查清全省网店,"))
    page.bench.measure.text.setTextCursor(cursor)
    page.bench.measure.split.click()
    assert measures(page)[:2] == ["六月底前查清全省网店,", "合格率达到95%以上。"]
    page.bench.tree.choose(SHOPS)
    page.bench.measure.merge.click()
    assert len(measures(page)) == 3
    page.bench.tree.choose(FAIRS)
    page.bench.measure.junk.click()
    assert len(measures(page)) == 2
    assert page.bench.tree.key() == Key(Part.STRUCK, FAIRS.at)  # in sight where it stood


def test_what_was_struck_out_is_put_back_from_the_list_by_one_key(page, desk, plan_id, qtbot):
    before = page.stored.plan
    page.bench.tree.choose(FAIRS)
    page.land()
    qtbot.keyClick(page.bench.tree, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert len(measures(page)) == 2
    assert page.bench.struck.isVisible()
    page.stored = None  # as after a restart
    page.go(plan_id=plan_id)
    page.bench.tree.choose(Key(Part.STRUCK, FAIRS.at))
    struck = page.bench.struck
    assert struck.isVisible()
    assert struck.text.text().startswith(before.measures[1].text)
    page.bench.fix("text")
    assert struck.back.hasFocus()
    page.land()
    qtbot.keyClick(page.bench.tree, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert page.stored.plan == before
    assert page.bench.tree.key() == FAIRS
    assert desk.said[-1].startswith("已恢复措施")


def test_the_last_measure_has_no_next_one_and_says_so(page):
    page.bench.tree.choose(Key(Part.MEASURE, papers.PLAN.measures[2].key))
    with pytest.raises(RuleError, match="最后一项"):
        page.decide(Decision(DecisionKind.MERGE, page.bench.tree.key().at))


def test_a_heading_is_corrected(page, ime):
    page.bench.tree.choose(Key(Part.SECTION, papers.span_of("二、加强宣传").start))
    page.bench.section.heading.clear()
    ime(page.bench.section.heading, "做好宣传")
    page.bench.section.commit()
    assert page.bench.tree.line().words == "二、做好宣传"


def test_header_fields_are_corrected_with_the_detected_value_beside(page, ime):
    page.bench.tree.choose(Key(Part.HEADER))
    field = page.bench.header.fields["document_number"]
    field.clear()
    ime(field, "云双打办〔2026〕4号")
    field.commit()
    assert page.stored.plan.document_number == "云双打办〔2026〕4号"
    assert page.bench.header.detected["document_number"].text().endswith("云双打办〔2026〕3号")
    assert page.bench.header.warnings.text() == papers.SOURCE.warnings[0]


def test_what_cannot_be_read_is_told_at_the_foot(page, desk, ime):
    page.bench.tree.choose(SHOPS)
    page.bench.measure.due.clear()
    ime(page.bench.measure.due, "尽快")
    page.bench.measure.due.commit()
    assert "读不懂" in desk.said[-1]
    assert page.bench.measure.due.text() == "尽快"


def test_the_raw_text_is_one_key_away(page, qtbot):
    assert page.bench.source.toPlainText() == papers.TEXT.text
    assert "1 处" in page.bench.repair.words.whole
    page.bench.source.place_chosen.emit(papers.GLOSS.start)
    assert page.bench.repair.words.whole.startswith("去掉注音")
    qtbot.keyClick(page.bench.tree, Qt.Key.Key_F6)
    assert not page.bench.source.repaired
    assert page.side.switch.text() == "看整理后 F6"
    assert page.bench.source.toPlainText() == papers.RAW
    assert not page.bench.repair.isVisible()
    qtbot.keyClick(page.bench.tree, Qt.Key.Key_F6)
    assert page.side.switch.text() == "看原文 F6"


def test_the_repair_in_hand_is_the_one_that_is_underlined(page, qtbot):
    def underlined():
        return [s.cursor.selectedText() for s in page.bench.source.extraSelections()][-1:]

    qtbot.keyClick(page.bench.tree, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    repair = page.bench.repair.in_hand()
    assert repair.span == papers.GLOSS
    after = papers.RAW[papers.GLOSS.end]  # what was removed is marked on the next character
    assert underlined() == [after]
    qtbot.keyClick(page.bench.tree, Qt.Key.Key_F6)
    assert underlined() != [after]  # the text as it came has no repairs


def test_a_repair_is_taken_back_and_made_again(page, desk, qtbot):
    before = page.bench.source.toPlainText()
    page.bench.source.place_chosen.emit(papers.GLOSS.start)
    page.bench.repair.undo.click()
    qtbot.waitUntil(lambda: not page.work.answers.count())
    assert "jiǎn chá" in page.bench.source.toPlainText()
    assert page.stored.decisions[0].kind is DecisionKind.REJECT_REPAIR
    assert page.bench.repair.words.whole == "撤回了 1 处。"
    page.bench.source.place_chosen.emit(papers.GLOSS.start)
    assert page.bench.repair.words.whole.startswith("保留了原样。去掉注音")
    assert page.bench.repair.undo.text() == "重新修复"
    page.bench.repair.undo.click()
    qtbot.waitUntil(lambda: not page.work.answers.count())
    assert page.bench.source.toPlainText() == before
    assert desk.said[-1] == "已恢复修复。"


def test_another_plan_is_chosen_from_the_list(page, desk):
    other = importing.read_pasted(
        "乙省2025年工作要点\n一、做事\n(一)做好一件事。(省公安厅负责)", "乙"
    )
    second = importing.keep_plan(desk.context.store, other, desk.context.now())
    page.plans.setCurrentIndex(page.plans.findData(second))
    page.plans.activated.emit(page.plans.currentIndex())
    assert page.stored.plan_id == second


def test_the_list_of_plans_shows_what_is_open(page, desk, plan_id):
    other = importing.read_pasted("乙省2025年工作要点", "乙")
    importing.keep_plan(desk.context.store, other, desk.context.now())
    assert page.plans.count() == 2
    assert page.plans.currentData() == plan_id == page.stored.plan_id


def test_a_plan_that_was_removed_gives_way_to_another(page, desk, plan_id):
    importing.remove_plan(desk.context.store, plan_id, desk.context.now())
    assert page.stored is None
    assert page.stack.currentIndex() == 0
    desk.context.store.undo()
    assert page.stored.plan_id == plan_id


def test_words_are_found_in_the_original_round_and_round(page, desk, qtbot, ime):
    page.search()
    ime(page.side.find_line, "省网信办")
    qtbot.keyClick(page.side.find_line, Qt.Key.Key_Return)
    first = page.bench.source.textCursor().position()
    assert page.bench.source.textCursor().selectedText() == "省网信办"
    qtbot.keyClick(page.side.find_line, Qt.Key.Key_Return)
    assert page.bench.source.textCursor().position() == first
    assert len(page.queue.doubts) == 3
    page.side.find_line.setText("没有的话")
    qtbot.keyClick(page.side.find_line, Qt.Key.Key_Return)
    assert desk.said == ["没有找到\u201c没有的话\u201d。"]
    assert page.bench.source.textCursor().selectedText() == "省网信办"
    qtbot.keyClick(page.side.find_line, Qt.Key.Key_Escape)
    assert page.side.find_line.isHidden()
    assert page.focusWidget() is page.bench.tree


def test_nothing_is_sought_without_words(page, qtbot):
    page.search()
    qtbot.keyClick(page.side.find_line, Qt.Key.Key_Return)
    assert not page.bench.source.textCursor().hasSelection()


def test_everything_is_reached_by_tab(page, qtbot):
    page.bench.tree.choose(SHOPS)
    page.bench.tree.setFocus()
    seen = set()
    for _ in range(32):
        seen.add(page.focusWidget().accessibleName())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    wanted = {
        "提纲与措施",
        "措施文字",
        "责任分工",
        "单位",
        "完成时限",
        "原文",
        "认可 Enter",
        "下一处 F8",
        "校核哪一份来文",
    }
    assert wanted <= seen
    assert "" not in seen


def test_a_long_document_is_shown_without_a_pause(desk, qtbot):
    lines = ["甲省2026年工作要点", "一、做事"]
    lines += [f"({n})做好第{n}件事，抓紧落实。(省公安厅、省商务厅负责)" for n in range(1500)]
    draft = importing.read_pasted("\n".join(lines), "长")
    importing.keep_plan(desk.context.store, draft, desk.context.now())
    page = desk.show(ReviewPage, qtbot)
    assert page.bench.source.blockCount() > 1000
