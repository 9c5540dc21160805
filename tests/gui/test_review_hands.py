"""Where the keys are on the page 校核, whatever is shown or hidden, typed or answered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from gui.divided import opens_a_list
from shuangda_desktop.errors import RuleError
from shuangda_desktop.gui.models.doubt_kinds import field_of
from shuangda_desktop.gui.models.review_tree import HEADER, Key, Part
from shuangda_desktop.gui.pages.review.page import ReviewPage
from shuangda_desktop.gui.pages.review.queue import MENDED
from shuangda_desktop.plan.model import Decision, DecisionKind, Finding, Severity
from shuangda_desktop.services.city import directory
from shuangda_desktop.services.reading import importing
from shuangda_desktop.text.mapped import Span

RAW = """云泽省2026年工作要点
一、整治市场
(一)管好网店。围绕重点商品查处仿冒。(省商务厅；省打假监督局)
(二)管好集市。每季度检查一次。(省农业农村厅、联合推进X负责)
(三)管好仓库。查封存货。(省商务厅；省打假监督局)
(四)管好车站。查验货物。(省公安厅负责)
(五)管好口岸。查验货物。(省公安厅负责)
(六)管好作坊。查封存货。(省公安厅负责)
(七)管好展会。查处仿冒。(省公安厅负责)
(八)管好码头。查验货物。(省公安厅负责)
(九)管好摊点。7月、9月各检查一次。(省公安厅负责)
云泽省双打办
2026年3月2日
"""


@pytest.fixture
def page(desk, qtbot):
    draft = importing.read_pasted(RAW, "要点")
    plan_id = importing.keep_plan(desk.context.store, draft, desk.context.now())
    made = desk.show(ReviewPage, qtbot)
    made.resize(1280, 700)
    made.go(plan_id=plan_id)
    made.land()
    return made


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def doubts(page):
    return [doubt.code for doubt in page.queue.place.doubts]


def test_the_keys_stay_on_the_bench_when_the_outline_comes_and_goes(page, qtbot):
    bench = page.bench
    page.resize(900, 420)
    qtbot.waitUntil(lambda: bench.tree.isHidden())
    assert QApplication.focusWidget() is bench.source  # in a field Enter would break its line
    left = len(page.queue.doubts)
    press(qtbot, Qt.Key.Key_Return)
    assert len(page.queue.doubts) < left
    for shown in (bench.tree, bench.source):
        press(qtbot, Qt.Key.Key_F9)
        assert QApplication.focusWidget() is shown
    press(qtbot, Qt.Key.Key_F2)
    assert bench.is_typing()
    press(qtbot, Qt.Key.Key_F9)  # the forms make room for the outline
    assert QApplication.focusWidget() is bench.tree


def test_a_field_is_left_by_the_next_place_and_by_escape_with_what_was_typed(page, qtbot, ime):
    bench = page.bench
    for key in (Qt.Key.Key_F8, Qt.Key.Key_Escape):
        measure = bench.tree.key().at
        bench.measure.text.setFocus()
        ime(bench.measure.text, "另")
        press(qtbot, key)
        assert QApplication.focusWidget() is bench.tree
        kept = next(m for m in page.stored.plan.measures if m.key == measure)
        assert kept.text.startswith("另")


@opens_a_list
def test_the_doubted_unit_is_chosen_and_stays_in_hand_under_another_name(page, qtbot, ime):
    press(qtbot, Qt.Key.Key_F8)
    assert doubts(page) == ["unknown-unit"]
    units = page.bench.measure.units
    press(qtbot, Qt.Key.Key_F2)
    assert units.table.current().duty.unit == "联合推进X"
    for letters, why in (("zzz", "对不上哪个单位"), ("s", "对得上")):
        with pytest.raises(RuleError, match=why):
            units.change(units.table.current(), "unit", letters)
    units.change(units.table.current(), "unit", "省市监局")  # known before the city is set up
    assert units.table.current().duty.unit == "省市场监管局"
    press(qtbot, Qt.Key.Key_F2)
    editor = next(e for e in units.table.findChildren(QLineEdit) if e.isVisible())
    editor.selectAll()
    ime(editor, "省数据局")
    editor.close_list()
    press(qtbot, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert units.table.current().duty.unit == "省数据局"
    assert units.table.hasFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert [line.duty.unit for line in units.model.rows] == ["省农业农村厅"]
    assert units.table.current().duty.unit == "省农业农村厅"


def test_after_all_of_a_kind_the_next_place_is_in_hand_and_not_the_first(page, qtbot):
    page.queue.turn(2)
    assert doubts(page) == ["no-verb"]
    _, skipped, _, last = page.queue.places
    page.queue.accept_alike()
    assert "no-verb" not in [doubt.code for doubt in page.queue.doubts]
    assert page.queue.places == (skipped, last)
    assert page.queue.place == last


def test_a_place_that_goes_with_a_correction_comes_back_by_undo_and_f8_goes_on_from_there(
    page, desk, qtbot
):
    page.queue.turn(2)
    place, last = page.queue.place, page.queue.places[-1]
    page.bench.measure.junk.click()
    assert page.queue.place is None
    assert page.bar.message.whole == MENDED  # there is more to check: not said to be through
    desk.context.store.undo()
    assert page.queue.place.id == place.id
    desk.context.store.redo()
    press(qtbot, Qt.Key.Key_F8)
    assert page.queue.place == last
    desk.context.store.undo()
    assert page.queue.place.id == place.id
    desk.context.store.redo()
    press(qtbot, Qt.Key.Key_F7)
    assert page.queue.place == page.queue.places[1]


def test_f2_once_more_goes_on_to_the_field_of_the_next_doubt(page, desk, qtbot):
    raw = RAW.replace("查验货物。(省公安厅负责)", "查验货物。(省公安厅、联合推进X负责", 1)
    plan_id = importing.keep_plan(
        desk.context.store, importing.read_pasted(raw, "另一份"), desk.context.now()
    )
    page.go(plan_id=plan_id)
    page.land()
    place = next(p for p in page.queue.places if len(set(map(field_of, p.doubts))) > 1)
    page.bench.tree.choose(place.key)
    fields = list(dict.fromkeys(map(field_of, place.doubts)))
    measure = page.bench.measure
    where = {"text": measure.text, "units": measure.units.picker}
    for _ in range(2):
        for field in fields:
            press(qtbot, Qt.Key.Key_F2)
            assert QApplication.focusWidget() is where[field]
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_F2)
    assert QApplication.focusWidget() is where[fields[0]]


def test_undo_shows_what_it_brought_back_wherever_the_clerk_is(page, desk):
    store, tree = desk.context.store, page.bench.tree
    first, second = page.queue.places[:2]
    page.queue.accept()
    page.queue.accept()
    tree.choose(HEADER)
    for place in (second, first):  # the last of them first
        store.undo()
        assert (tree.key(), page.queue.place) == (place.key, place)
    plain = Key(Part.MEASURE, page.stored.plan.measures[-1].key)
    tree.choose(plain)
    page.bench.measure.junk.click()
    tree.choose(HEADER)
    store.undo()
    assert tree.key() == plain
    page.bench.header.decided.emit(
        Decision(DecisionKind.SET_FIELD, 0, {"field": "title", "value": "另一个题目"})
    )
    tree.choose(plain)
    store.undo()
    assert tree.key() == HEADER


def test_what_is_said_about_a_number_is_put_right_among_the_targets(page):
    bench = page.bench
    assert field_of(Finding("loose-bound", Severity.DOUBT, "", Span(0, 1))) == "targets"
    bench.fix("targets")
    assert bench.measure.targets.hasFocus()


def test_before_the_city_is_named_the_units_called_alike_everywhere_are_known(store, now):
    usual = directory.usual_directory(store)
    labels = {unit.label for unit in usual.units}
    assert {"省市场监管局", "市公安局"} <= labels
    assert not any(directory.NOWHERE.city in label for label in labels)
    directory.set_up_city(store, "云泽省", "临江市", now)
    assert "云泽海关" in {unit.label for unit in directory.usual_directory(store).units}


def test_a_unit_that_is_put_right_leaves_no_doubt_and_enter_goes_on(page, qtbot):
    page.queue.turn(1)
    while "unknown-unit" not in doubts(page):
        page.queue.turn(1)
    left, here = len(page.queue.doubts), page.queue.place.key
    units = page.bench.measure.units
    given = [line for line in units.model.rows if line.duty.unit == "联合推进X"]
    units.change(given[0], "unit", "省推进办公室")
    assert page.queue.place is None
    assert len(page.queue.doubts) == left - 1
    assert page.bar.count.text() == f"还有 {left - 1} 处待核对"
    assert page.bar.message.whole == MENDED
    page.bench.land()
    press(qtbot, Qt.Key.Key_Return)
    assert page.queue.place is not None
    assert page.queue.place.key != here
    assert len(page.queue.doubts) == left - 1
    page.context.store.undo()
    assert len(page.queue.doubts) == left


def test_the_units_have_room_for_a_name_and_a_width_that_was_given_stays(page, qtbot):
    header = page.bench.tree.header()
    wide = header.sectionSize(1)
    assert wide >= page.fontMetrics().horizontalAdvance("省市场监督管理局等3个")
    page.resize(900, 700)
    qtbot.waitUntil(lambda: header.sectionSize(1) < wide)
    assert header.sectionSize(1) <= page.bench.tree.width() // 4
    header.resizeSection(1, 90)
    page.resize(1280, 700)
    qtbot.waitUntil(lambda: page.bench.tree.width() > 600)
    assert header.sectionSize(1) == 90


def test_the_doubts_of_a_line_that_is_chosen_are_in_hand(page):
    one, *_, last = page.queue.places
    page.queue.turn(1)
    page.bench.tree.choose(last.key)
    assert page.queue.place == last
    page.bench.source.place_chosen.emit(one.doubts[0].span.start)
    assert page.queue.place == one


def test_what_is_not_in_sight_is_shown_before_it_is_accepted_or_fixed(page, qtbot):
    place, left = page.queue.place, len(page.queue.doubts)
    tree = page.bench.tree
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F2):
        tree.choose(HEADER)
        assert page.queue.place == place
        press(qtbot, key)
        assert (tree.key(), len(page.queue.doubts)) == (place.key, left)
        assert not page.bench.is_typing()
    tree.choose(HEADER)
    page.queue.accept_alike()
    assert (tree.key(), len(page.queue.doubts)) == (place.key, left)
    press(qtbot, Qt.Key.Key_Return)
    assert len(page.queue.doubts) < left


def test_on_a_low_screen_a_line_is_struck_out_and_put_back_from_the_outline(page, qtbot):
    """The form with the button is out of sight there: the key did nothing."""
    bench, ctrl = page.bench, Qt.KeyboardModifier.ControlModifier
    page.resize(900, 420)
    qtbot.waitUntil(lambda: bench.tree.isHidden())
    press(qtbot, Qt.Key.Key_F9)
    bench.tree.choose(Key(Part.MEASURE, page.stored.plan.measures[0].key))
    page.land()
    before = page.stored.plan
    qtbot.keyClick(bench.tree, Qt.Key.Key_J, ctrl)
    assert page.stored.plan.struck == before.measures[:1]
    assert bench.tree.hasFocus()
    qtbot.keyClick(bench.tree, Qt.Key.Key_J, ctrl)
    assert page.stored.plan == before
    bench.tree.choose(Key(Part.SECTION, before.sections[0].span.start))
    qtbot.keyClick(bench.tree, Qt.Key.Key_J, ctrl)
    assert len(page.stored.plan.sections) == len(before.sections) - 1
    decided = page.stored.decisions
    bench.tree.choose(HEADER)
    qtbot.keyClick(bench.tree, Qt.Key.Key_J, ctrl)  # the document itself is no line of it
    assert page.stored.decisions == decided


def test_keys_in_a_field_that_goes_out_of_sight_walk_the_outline(page, qtbot):
    bench = page.bench
    bench.tree.choose(Key(Part.SECTION, page.stored.plan.sections[0].span.start))
    bench.section.heading.setFocus()
    bench.section.drop.click()
    assert QApplication.focusWidget() is bench.tree
