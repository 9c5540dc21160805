"""Corrections leave the forms as decisions."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from gui import papers
from shuangda_desktop.gui.pages.review.header_form import HeaderForm
from shuangda_desktop.gui.pages.review.measure_form import MeasureForm
from shuangda_desktop.gui.pages.review.repair_bar import RepairBar
from shuangda_desktop.gui.pages.review.section_form import SectionForm
from shuangda_desktop.plan.model import Decision, DecisionKind, Plan, PlanKind
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import Repair, Span

SHOPS = papers.PLAN.measures[0]


@pytest.fixture
def measure(qtbot):
    made = listened(MeasureForm(), qtbot)
    made.refused.connect(made.told.append)
    made.cut.connect(lambda key, offset: made.told.append((key, offset)))
    made.show_measure(papers.PLAN, SHOPS)
    return made


@pytest.fixture
def header(qtbot):
    made = listened(HeaderForm(), qtbot)
    made.refused.connect(made.told.append)
    made.show_plan(papers.PLAN, papers.PLAN, ())
    return made


def listened(form, qtbot):
    qtbot.addWidget(form)
    form.told = []
    form.decided.connect(form.told.append)
    form.show()
    return form


def typed(field, text, ime):
    field.setFocus()
    field.clear()
    ime(field, text)
    field.commit()


def test_a_measure_is_shown_with_everything_that_was_read(measure):
    assert measure.path.text() == "一、整治市场 › \uff08一\uff09管好网店"
    assert measure.text.toPlainText() == SHOPS.text
    assert [line.duty.unit for line in measure.units.model.rows] == [
        "省网信办",
        "省公安厅",
        "省商务厅",
    ]
    assert measure.due.text() == "2026-06-30"
    assert measure.phrase.text() == "原文\uff1a六月底前"
    assert measure.targets.text() == "合格率 ≥ 95%"
    assert measure.targets.toolTip() == "原文\uff1a合格率达到95%以上"
    assert not measure.rhythm.isVisibleTo(measure)


def test_what_was_taken_without_asking_is_told_below_the_units(measure):
    told = next(m for m in papers.PLAN.measures if papers.HINT in m.findings)
    measure.show_measure(papers.PLAN, told)
    assert measure.hints.text() == papers.HINT.message
    assert measure.hints.isVisibleTo(measure)
    measure.show_measure(papers.PLAN, SHOPS)  # a doubt is the queue's affair
    assert not measure.hints.isVisibleTo(measure)


def test_a_rhythm_is_shown_where_there_is_one(measure):
    measure.show_measure(papers.PLAN, papers.PLAN.measures[1])
    assert measure.rhythm.text() == "每季度\uff08每季度\uff09"
    assert measure.due.text() == ""


def test_new_words_are_decided(measure, ime):
    typed(measure.text, "查清网店。", ime)
    assert measure.told == [Decision(DecisionKind.SET_TEXT, SHOPS.key, {"text": "查清网店。"})]


def test_another_lead_is_decided_with_all_units_of_the_measure(measure, ime):
    measure.units.picker.setText("省商务厅")
    measure.commit()
    (decision,) = measure.told
    assert decision.kind is DecisionKind.SET_DUTIES
    assert decision.value["duties"] == [
        {"unit": "省网信办", "role": "lead", "scope": None},
        {"unit": "省公安厅", "role": "cooperating", "scope": "网络案件"},
        {"unit": "省商务厅", "role": "lead", "scope": None},
    ]


@pytest.mark.parametrize("text", ["2026-09-30", "9月30日", "20260930"])
def test_a_deadline_is_decided_however_it_is_written(measure, ime, text):
    typed(measure.due, text, ime)
    assert measure.told == [
        Decision(DecisionKind.SET_DEADLINE, SHOPS.key, {"due_on": "2026-09-30"})
    ]


def test_a_deadline_may_be_taken_away(measure, ime):
    typed(measure.due, "", ime)
    assert measure.told == [Decision(DecisionKind.SET_DEADLINE, SHOPS.key, {"due_on": None})]


def test_a_deadline_that_cannot_be_read_is_refused_in_words(measure, ime):
    typed(measure.due, "适当时候", ime)
    assert measure.told == [
        "完成时限\u201c适当时候\u201d读不懂\uff0c没有改动。请写成 2026-06-30 或 6月30日。"
    ]


def test_a_measure_is_split_where_the_cursor_stands(measure):
    cursor = measure.text.textCursor()
    cursor.setPosition(11)
    measure.text.setTextCursor(cursor)
    measure.split.click()
    assert measure.told == [(SHOPS.key, 11)]


def test_a_mark_at_the_cursor_ends_the_first_part(measure):
    at = measure.text.toPlainText().index(",")
    cursor = measure.text.textCursor()
    cursor.setPosition(at)
    measure.text.setTextCursor(cursor)
    measure.split.click()
    assert measure.told == [(SHOPS.key, at + 1)]


def test_words_typed_before_a_split_are_kept_first(measure, ime):
    measure.text.setFocus()
    ime(measure.text, "请")
    measure.split.click()
    assert measure.told[0].kind is DecisionKind.SET_TEXT
    assert measure.told[1][0] == SHOPS.key


def test_a_measure_is_merged_or_marked_as_none(measure):
    measure.merge.click()
    measure.junk.click()
    assert measure.told == [
        Decision(DecisionKind.MERGE, SHOPS.key),
        Decision(DecisionKind.JUNK, SHOPS.key),
    ]


def test_the_header_shows_what_was_read_only_where_it_was_corrected(header):
    assert header.fields["title"].text() == papers.TITLE
    assert not header.detected["title"].isVisibleTo(header)
    header.show_plan(papers.PLAN, replace(papers.PLAN, title="更正", level=Level.CITY), ("注意。",))
    assert header.detected["title"].text() == f"读出的是\uff1a{papers.TITLE}"
    assert header.detected["level"].text() == "读出的是\uff1a省"
    assert header.detected["title"].isVisibleTo(header)
    assert header.warnings.text() == "注意。"


def test_an_empty_header_is_shown_too(header):
    header.show_plan(Plan(), replace(Plan(), issued_on=date(2026, 3, 2)), ())
    assert header.detected["issued_on"].text() == "读出的是\uff1a没有"
    assert header.choices["level"].currentIndex() == -1


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("title", "另一个标题", "另一个标题"),
        ("document_number", "", None),
        ("plan_year", "2027", 2027),
        ("issued_on", "2026年3月5日", "2026-03-05"),
    ],
)
def test_a_header_field_is_decided(header, ime, name, text, value):
    typed(header.fields[name], text, ime)
    assert header.told == [Decision(DecisionKind.SET_FIELD, 0, {"field": name, "value": value})]


@pytest.mark.parametrize(("name", "text"), [("plan_year", "明年"), ("issued_on", "年初")])
def test_a_header_field_that_cannot_be_read_is_refused(header, ime, name, text):
    typed(header.fields[name], text, ime)
    assert len(header.told) == 1
    assert f"\u201c{text}\u201d读不懂" in header.told[0]


def test_the_level_is_decided_from_its_list(header, qtbot):
    header.choices["level"].setFocus()
    qtbot.keyClick(header.choices["level"], Qt.Key.Key_Down)
    value = {"field": "level", "value": Level.CITY}
    assert header.told == [Decision(DecisionKind.SET_FIELD, 0, value)]


def test_a_heading_is_decided_with_its_level(qtbot, ime):
    form = listened(SectionForm(), qtbot)
    section = papers.PLAN.sections[1]
    form.show_section(section)
    typed(form.heading, "管好网络市场", ime)
    qtbot.keyClick(form.level, Qt.Key.Key_Down)
    form.commit()
    assert form.told == [
        Decision(
            DecisionKind.SET_HEADING,
            section.span.start,
            {"level": level, "heading": "管好网络市场"},
        )
        for level in (2, 3)
    ]


def test_forms_without_anything_shown_decide_nothing(qtbot):
    measure, section = listened(MeasureForm(), qtbot), listened(SectionForm(), qtbot)
    measure.junk.click()
    section.level.activated.emit(0)
    assert measure.told == section.told == []


def test_repairs_are_counted_by_kind_and_walked_without_the_countless_ones(qtbot):
    bar, seen = RepairBar(), []
    qtbot.addWidget(bar)
    bar.chosen.connect(seen.append)
    script = [Repair("script", "權", "权", Span(n, n + 1), True) for n in range(40)]
    rare = [Repair("glosses", "(a)", "", Span(50 + n * 9, 53 + n * 9), True) for n in range(2)]
    every = (*script, *rare)
    bar.show_repair(None, every)
    assert bar.words.whole == (
        "整理了\uff1a去掉注音 2 处、繁体转简体 40 处。点一下文字就看那一处。"
    )
    for repair in (None, *rare):
        bar.show_repair(repair, every)
        bar.next.click()
    assert seen == [rare[0], rare[1], rare[0]]
    bar.show_repair(None, script)
    assert not bar.next.isEnabled()
    bar.show_repair(None, ())
    assert bar.words.whole == "没有需要整理的地方"


def test_a_repair_is_told_and_can_be_refused(qtbot):
    bar, refused = RepairBar(), []
    qtbot.addWidget(bar)
    bar.rejected.connect(refused.append)
    bar.show_repair(None, papers.TEXT.repairs)
    assert not bar.undo.isEnabled()
    repair = papers.TEXT.repairs[0]
    bar.show_repair(repair, papers.TEXT.repairs)
    assert bar.words.whole == "去掉注音\uff1a\u201c(jiǎn chá)\u201d"
    bar.undo.click()
    assert refused == [repair]
    bar.show_repair(Repair("other", "甲" * 40, "乙", Span(0, 1), True), ())
    assert bar.words.whole == f"修复\uff1a\u201c{'甲' * 24}…\u201d改为\u201c乙\u201d"


def test_several_deadlines_are_shown_and_decided(measure, ime):
    typed(measure.due, "2026-06-30\u300112月31日", ime)
    (decision,) = measure.told
    assert decision.value == {"due_on": "2026-06-30", "more": ["2026-12-31"]}


def test_targets_are_decided_and_unreadable_ones_refused(measure, ime):
    typed(measure.targets, "合格率 ≥ 98%\uff1b办案 不少于2000万元", ime)
    (decision,) = measure.told
    assert [
        (t["name"], t["operator"], t["value"], t["unit"]) for t in decision.value["targets"]
    ] == [
        ("合格率", ">=", 98.0, "%"),
        ("办案", ">=", 20_000_000.0, "元"),
    ]
    measure.told.clear()
    typed(measure.targets, "尽量多些", ime)
    assert measure.told == [
        "指标\u201c尽量多些\u201d读不懂\uff0c没有改动。请写成\u201c合格率 ≥ 95%\u201d。"
    ]


@pytest.fixture
def section(qtbot):
    made = listened(SectionForm(), qtbot)
    made.show_section(papers.PLAN.sections[1])
    return made


@pytest.mark.parametrize(("name", "level"), [("up", 1), ("down", 3)])
def test_a_heading_goes_up_and_down(section, name, level):
    getattr(section, name).click()
    assert section.told[0].value["level"] == level


def test_the_highest_heading_goes_no_higher(section):
    section.show_section(papers.PLAN.sections[0])
    assert not section.up.isEnabled()
    assert section.down.isEnabled()


def test_what_is_no_heading_is_dropped(section):
    section.drop.click()
    (decision,) = section.told
    assert (decision.kind, decision.at) == (
        DecisionKind.DROP_HEADING,
        papers.PLAN.sections[1].span.start,
    )


def test_the_kind_of_the_document_is_corrected(header, qtbot):
    box = header.choices["kind"]
    box.setCurrentIndex(box.findData(PlanKind.NOTICE))
    box.activated.emit(box.currentIndex())
    assert header.told == [
        Decision(DecisionKind.SET_FIELD, 0, {"field": "kind", "value": PlanKind.NOTICE})
    ]
