"""Doubtful spots, repairs, missed measures, rules, another reading: what the page does with the text."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from shuangda_desktop.errors import RuleError
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.models.review_tree import HEADER, Key, Part
from shuangda_desktop.gui.pages.review.page import ReviewPage
from shuangda_desktop.plan.model import DecisionKind
from shuangda_desktop.services.reading import importing, teaching
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.taught import Lesson, TaughtRule

RAW = """云泽省2026年工作要点
云双打发20265号
一、整治市场
(一)管好网店(diàn)。围绕著重点商品,做到源头严防 过程严管。(省市场局牵头,省公安厅配合)
(二)管好集市。每季度检查一次。(省农业农村厅、联合推进X负责)
(三)管好仓库。查封存货。(省商务厅；省邮管办)
(四)管好车站。查验货物。(省铁路办；省民航办)
云泽省双打办
2026111
"""
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(desk, qtbot):
    return shown(desk, qtbot, RAW)


def shown(desk, qtbot, raw):
    plan_id = importing.keep_plan(
        desk.context.store, importing.read_pasted(raw, "要点"), desk.context.now()
    )
    made = desk.show(ReviewPage, qtbot)
    made.resize(1280, 640)
    made.go(plan_id=plan_id)
    made.land()
    return made


def spots(page):
    return [p.rule for p in page.stored.text.proposals]


def select(page, words):
    source = page.bench.source
    cursor = source.textCursor()
    start = source.toPlainText().index(words)
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), cursor.MoveMode.KeepAnchor)
    source.setTextCursor(cursor)


def measure(page, words):
    return next(m for m in page.stored.plan.measures if words in m.text)


def arrived(page, qtbot):
    qtbot.waitUntil(lambda: not page.work.answers.count())


def press(page, qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or page, key, modifier)
    qtbot.waitUntil(lambda: not page.work.answers.count())


def turn_to(page, words):
    for _ in page.queue.places:
        if any(words in doubt.message for doubt in page.queue.place.doubts):
            return
        page.queue.turn(1)
    raise AssertionError(words)


def test_spots_come_first_with_their_readings_in_the_words_around(page):
    assert page.queue.proposal().rule == "document_number"
    assert page.bar.choices.offered() == ["1\u3000云双打发〔2026〕5号"]
    assert page.bar.accept.text() == "保留原样 Enter"
    assert page.bar.where.text() == "文件信息"
    turn_to(page, "空格")
    assert page.bar.choices.offered() == [
        "1\u3000源头严防过程严管",
        "2\u3000源头严防、过程严管",
        "3\u3000源头严防\uff0c过程严管",
    ]
    assert page.bar.where.text() == "一、\uff08一\uff09"


def test_a_digit_takes_a_reading_and_goes_on(page, qtbot, desk):
    turn_to(page, "空格")
    press(page, qtbot, Qt.Key.Key_2)
    assert "源头严防、过程严管" in page.bench.source.toPlainText()
    assert "源头严防、过程严管" in page.stored.plan.measures[0].text
    assert page.stored.decisions[-1].kind is DecisionKind.ANSWER
    assert "blanks" not in spots(page)
    assert page.queue.place is not None
    assert desk.said[-1] == "已确定存疑的文字。"  # a blank is not told: nobody sees it
    desk.context.store.undo()
    assert "blanks" in spots(page)


def test_digits_work_while_the_text_has_the_keys(page, qtbot):
    page.bench.source.setFocus()
    press(page, qtbot, Qt.Key.Key_1)
    assert page.stored.plan.document_number == "云双打发〔2026〕5号"


def test_a_digit_without_a_reading_does_nothing(page, qtbot):
    before = page.stored.decisions
    press(page, qtbot, Qt.Key.Key_3)
    assert page.stored.decisions == before
    turn_to(page, "联合推进X")
    press(page, qtbot, Qt.Key.Key_1)
    assert page.stored.decisions == before
    page.queue.choose_reading(0)
    page.queue.type_reading("x")
    assert page.stored.decisions == before


def test_enter_keeps_the_spot_as_it_stands(page, qtbot):
    text = page.bench.source.toPlainText()
    press(page, qtbot, Qt.Key.Key_Return)
    assert page.stored.decisions[-1].value["new"] is None
    assert page.bench.source.toPlainText() == text
    assert "document_number" not in spots(page)


def test_what_stood_there_is_typed(page, qtbot, ime):
    press(page, qtbot, Qt.Key.Key_F2)
    line = page.bar.choices.line
    assert (line.isVisible(), line.text()) == (True, "20265号")
    ime(line, "〔2026〕05号")
    press(page, qtbot, Qt.Key.Key_Return)
    assert "云双打发〔2026〕05号" in page.bench.source.toPlainText()
    assert page.stored.decisions[-1].value["typed"]
    assert not page.bar.choices.line.hasFocus()


def test_the_line_is_left_by_escape_or_unchanged(page, qtbot):
    press(page, qtbot, Qt.Key.Key_F2)
    press(page, qtbot, Qt.Key.Key_Escape)
    assert not page.bar.choices.line.isVisible()
    press(page, qtbot, Qt.Key.Key_F2)
    press(page, qtbot, Qt.Key.Key_Return)
    assert page.stored.decisions[-1].value["new"] is None


@pytest.fixture
def ruled(desk, qtbot):
    last = "(省铁路办；省民航办)\n"  # clauses without a verb are odd where most have one
    more = "".join(f"({n})管好{n}号码头。查验货物。(省公安厅负责)\n" for n in "五六七八九")
    return shown(desk, qtbot, RAW.replace(last, last + more))


def test_all_doubts_of_a_kind_are_accepted_at_once(ruled, qtbot, desk):
    page = ruled
    turn_to(page, "括号内的单位用分号分成几组")
    assert page.bar.alike.text() == "同类 2 处都认可 Shift+Enter"
    before = len(page.queue.doubts)
    press(page, qtbot, Qt.Key.Key_Return, SHIFT)
    assert len(page.queue.doubts) == before - 2
    assert desk.said[-1] == "已认可 2 处。"
    desk.context.store.undo()
    assert len(page.queue.doubts) == before


def test_spots_and_single_doubts_have_no_kind_to_accept(page):
    assert not page.bar.alike.isVisible()
    page.queue.accept_alike()
    assert page.stored.decisions == ()


def test_a_click_on_what_was_removed_shows_the_repair(page):
    page.bench.source.place_chosen.emit(RAW.index("(diàn)") + len("(diàn)"))
    assert page.bench.repair.words.whole.startswith("去掉注音")


def hover(page, words):
    source = page.bench.source
    cursor = source.textCursor()
    cursor.setPosition(source.toPlainText().index(words))
    at = source.cursorRect(cursor).center() + QPoint(2, 0)
    source.viewportEvent(QHelpEvent(QEvent.Type.ToolTip, at, source.viewport().mapToGlobal(at)))
    return QToolTip.text()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_hovering_says_what_was_done_and_what_is_doubtful(page):
    page.bench.source.reveal(Span(0, 0))
    assert "去掉注音\uff1a\u201c(diàn)\u201d" in hover(page, "。围绕")
    assert "发文字号的年份括号丢失" in hover(page, "20265号")
    assert page.bench.source.explain(RAW.index("整治市场")) == ""


def test_a_missed_measure_is_marked_in_the_text(page, qtbot, desk):
    select(page, "云泽省双打办")
    page.work.for_words[0].trigger()
    assert measure(page, "云泽省双打办").section is not None
    assert desk.said[-1] == "已补上措施“云泽省双打办”。"
    desk.context.store.undo()
    assert len(page.stored.plan.measures) == 4


def test_without_a_selection_the_page_says_what_to_do(page, desk):
    page.bench.source.moveCursor(page.bench.source.textCursor().MoveOperation.Start)
    page.work.add_measure()
    assert desk.said[-1].startswith("先在原文里选中漏读的那项措施")
    page.work.teach_words(Lesson.UNIT)
    assert desk.said[-1].startswith("先在原文里选中")


def test_a_selection_in_the_raw_text_is_taken_as_it_stands(page, qtbot):
    press(page, qtbot, Qt.Key.Key_F6)
    select(page, "店(diàn)。围绕")
    assert page.bench.source.selected() == Span(*(RAW.index(w) for w in ("店(", "著重点")))


def test_a_word_is_taught_to_be_a_unit_and_the_plan_follows(page, desk, qtbot):
    turn_to(page, "联合推进X")
    select(page, "联合推进X")
    page.work.teach_words(Lesson.UNIT)
    assert page.bench.source.selected() is None  # what is shown next takes nothing out of a hand
    arrived(page, qtbot)
    assert [k.rule for k in teaching.load_rules(desk.context.store)] == [
        TaughtRule(Lesson.UNIT, "联合推进X")
    ]
    assert not any("联合推进X" in doubt.message for doubt in page.queue.doubts)
    assert desk.said[-1].startswith("已教会程序\uff1a“联合推进X”是单位。")


def test_what_is_refused_as_a_rule_stays_selected(page):
    select(page, page.bench.source.toPlainText()[:60])  # more than a line
    with pytest.raises(RuleError):
        page.work.teach_words(Lesson.UNIT)
    assert page.bench.source.selected() is not None


def test_another_name_for_a_unit_is_offered_as_a_rule(page, desk, qtbot):
    page.bench.tree.choose(Key(Part.MEASURE, measure(page, "围绕").key))
    units = page.bench.measure.units
    units.change(units.model.rows[0], "unit", "省市场监督管理局")
    line = page.work.teach_line
    assert line.isVisible()
    assert line.words.text() == "“省市场局”就是“省市场监督管理局”\uff1f"
    page.bench.tree.setFocus()
    qtbot.keyClick(page.bench.tree, Qt.Key.Key_T, CTRL)
    assert not line.isVisible()
    arrived(page, qtbot)
    (kept,) = teaching.load_rules(desk.context.store)
    assert kept.rule == TaughtRule(Lesson.NAME, "省市场局", "省市场监督管理局")


def test_an_offer_to_learn_goes_with_the_correction_that_is_undone(page, desk):
    page.bench.tree.choose(Key(Part.MEASURE, measure(page, "围绕").key))
    units, line = page.bench.measure.units, page.work.teach_line
    units.change(units.model.rows[0], "unit", "省市场监督管理局")
    page.bench.measure.text.committed.emit("另一句。")
    assert line.isHidden()  # another correction teaches nothing
    units.change(units.model.rows[1], "unit", "省警务厅")
    assert line.isVisible()
    desk.context.store.undo()
    assert line.isHidden()


def test_another_name_is_taught_from_the_text(page, desk, monkeypatch, qtbot):
    answers = [None, "省铁路监督管理局"]
    offered = []

    def named(*asked):
        offered.append("省铁路办" in asked[-1].names)
        return answers.pop(0)

    monkeypatch.setattr(ask, "unit", named)
    page.work.teach_name()
    assert desk.said[-1].startswith("先在原文里选中")
    for _ in range(2):
        select(page, "省铁路办")
        page.work.teach_name()
    arrived(page, qtbot)
    assert [d.unit for d in measure(page, "查验").duties] == ["省铁路监督管理局", "省民航办"]
    assert offered == [True, True]  # those that the plan names are offered


def test_a_label_is_taught_from_the_text(page, desk, qtbot):
    select(page, "管好集市")
    names = [made.text() for made in page.work.for_words]
    page.work.for_words[names.index("教程序\uff1a相当于\u201c责任单位\u201d")].trigger()
    arrived(page, qtbot)
    (kept,) = teaching.load_rules(desk.context.store)
    assert kept.rule == TaughtRule(Lesson.ROLE, "管好集市", "责任单位")


def test_an_offer_may_be_passed_over(page, desk):
    turn_to(page, "联合推进X")
    page.queue.accept()
    line = page.work.teach_line
    assert line.words.text() == "“联合推进X”是单位\uff1f"
    line.drop.click()
    line.teach.click()
    assert teaching.load_rules(desk.context.store) == ()


def test_teaching_says_where_else_the_words_stand(page, desk, qtbot):
    other = importing.read_pasted(RAW.replace("2026年", "2025年"), "旧")
    importing.keep_plan(desk.context.store, other, desk.context.now())
    page.work.teach(TaughtRule(Lesson.NAME, "省市场局", "省市场监督管理局"))
    arrived(page, qtbot)
    assert desk.said[-1].endswith("另有 1 份来文里有这些字\uff0c可以重新读取。")


def test_a_cut_is_made_with_its_place(page):
    first = measure(page, "围绕")
    page.bench.measure.cut.emit(first.key, first.text.index("做到"))
    assert page.stored.decisions[-1].value["cut"] == RAW.index("做到")


def test_another_reading_that_is_the_same_says_so_where_the_clerk_is(page, desk, qtbot):
    page.again.click()
    same = "重新读取的结果和现在的完全一样\uff0c没有要改的。"
    qtbot.waitUntil(lambda: desk.said[-1] == same)
    assert page.stack.currentWidget() is not page.reread_panel
    assert page.stored.decisions == ()


def test_another_reading_is_shown_and_adopted(page, qtbot, desk):
    rule = TaughtRule(Lesson.CHROME, "(二)管好集市。每季度检查一次。(省农业农村厅、联合推进X负责)")
    gone = measure(page, "每季度")
    page.bench.measure.cut.emit(gone.key, 3)
    teaching.teach(desk.context.store, rule, desk.context.now())
    page.go(do="reread")
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.reread_panel)
    rows = page.reread_panel.model.rows
    assert (rows[0].kind, rows[0].what) == ("放不回去", "拆分措施")
    assert ("不再读出", "措施") in [(row.kind, row.what) for row in rows]
    assert "1 处更正放不回去" in page.reread_panel.words.text()
    page.reread_panel.adopt.click()
    assert page.stack.currentIndex() == 1
    assert len(page.stored.plan.measures) == 3
    page.bench.tree.choose(HEADER)
    assert page.bench.header.warnings.text() == (
        "有一处\u201c拆分措施\u201d没有起作用\uff1a这里现在没有这项措施。"
    )
    desk.context.store.undo()
    assert len(page.stored.plan.measures) == 5


def test_another_reading_of_a_plan_that_is_out_of_sight_is_not_shown(page, desk):
    from shuangda_desktop.services.reading import rereading

    reread = rereading.read_kept(page.stored, ())
    page.stored = replace(page.stored, plan_id=99)
    page.show_reread(reread)
    page.stored = None
    page.show_reread(reread)
    page.read_again()
    page.work.add_measure()
    page.work.cut(1, 2)
    assert page.stack.currentIndex() == 1


def test_a_reading_that_fails_is_told(page, qtbot, desk, monkeypatch):
    from shuangda_desktop.errors import SourceError
    from shuangda_desktop.services.reading import rereading

    def fail(*_):
        raise SourceError("读不了。")

    monkeypatch.setattr(rereading, "read_kept", fail)
    page.again.click()
    qtbot.waitUntil(lambda: desk.said[-1] == "读不了。")


def test_the_header_is_where_what_has_no_measure_is(page):
    turn_to(page, "2026111")
    assert page.queue.place.key == HEADER


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_words_of_a_document_are_never_markup(desk, qtbot):
    raw = "云泽省2026年工作要点\n一、<b>甲</b>(jiǎ)&乙。(省公安厅负责)\n二、围绕著A&B商品。(省商务厅负责)\n"
    importing.keep_plan(desk.context.store, importing.read_pasted(raw, "x"), desk.context.now())
    page = desk.show(ReviewPage, qtbot)
    page.bench.source.reveal(Span(0, 0))
    page.bench.source.explain = lambda place: "<img src='file:///x'>"
    assert "&lt;img" in hover(page, "云泽省")
    assert page.bar.choices.offered() == ["1\u3000二、围绕着A&&B商"]
