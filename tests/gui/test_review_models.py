"""The outline as a tree, the queue of doubts, and the words of a plan."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui import papers
from shuangda_desktop.gui.models.doubt_kinds import field_of
from shuangda_desktop.gui.models.doubts import (
    Place,
    PlaceId,
    after,
    left,
    open_doubts,
    place_at,
    places_of,
    same_kind,
    told,
)
from shuangda_desktop.gui.models.review_tree import HEADER, Key, Part, ReviewTree
from shuangda_desktop.gui.models.review_words import (
    duties_in_short,
    every_words,
    label_words,
    measure_words,
    path_words,
    read_units,
)
from shuangda_desktop.gui.theme import LIGHT
from shuangda_desktop.plan.model import Duty, Plan, Role, Section
from shuangda_desktop.text.mapped import Span


@pytest.fixture
def tree(qapp):
    made = ReviewTree()
    made.tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    made.show_plan(papers.PLAN, open_doubts(papers.PLAN))
    return made


def drawn(tree, parent=None, depth=0):
    parent = parent or QModelIndex()
    lines = []
    for row in range(tree.rowCount(parent)):
        cells = [tree.index(row, column, parent) for column in range(3)]
        lines.append("  " * depth + " | ".join(cell.data() for cell in cells))
        lines += drawn(tree, cells[0], depth + 1)
    return lines


def test_the_tree_shows_headings_with_their_measures_units_and_doubts(tree):
    assert drawn(tree) == [
        "文件信息 | 云双打办〔2026〕3号 | 1 处",
        "一、整治市场 |  | ",
        "  \uff08一\uff09管好网店 |  | ",
        "    查清全省网店 | 省网信办等3个 | 1 处",
        "  \uff08二\uff09管好集市 |  | ",
        "    每季度检查一次农村集市。 | 没有单位 | 1 处",
        "二、加强宣传 |  | ",
        "  办好宣传周。 | 省司法厅 | ",
    ]


def test_the_tree_follows_another_plan(tree):
    tree.show_plan(Plan(title="空"), ())
    assert drawn(tree) == ["文件信息 |  | "]


def test_a_plan_of_the_same_shape_changes_only_the_lines_that_differ(tree):
    changed = []
    tree.dataChanged.connect(lambda first, last: changed.append((first.row(), last.column())))
    tree.modelReset.connect(lambda: changed.append("all"))
    (first, *others) = papers.PLAN.measures
    plan = replace(papers.PLAN, measures=(replace(first, title="换了名的"), *others))
    assert not tree.show_plan(plan, open_doubts(papers.PLAN))
    assert changed == [(0, 2)]
    assert tree.show_plan(replace(plan, measures=()), ())
    assert changed[1:] == ["all"]


def test_a_measure_without_a_heading_stands_at_the_top(tree):
    loose = Plan(measures=(papers.PLAN.measures[1].__class__(5, "独立的一项", Span(5, 9), None),))
    tree.show_plan(loose, ())
    assert drawn(tree) == ["文件信息 |  | ", "独立的一项 | 没有单位 | "]


def test_a_line_is_found_again_by_its_key(tree):
    key = Key(Part.MEASURE, papers.FAIRS.start)
    assert tree.line(tree.index_of(key)).key == key
    assert not tree.index_of(Key(Part.MEASURE, 9999)).isValid()
    assert tree.line(QModelIndex()) is None
    assert tree.line(tree.index_of(HEADER)).words == "文件信息"


def test_a_place_in_the_text_belongs_to_the_measure_before_the_heading(tree):
    assert tree.key_at(papers.SHOPS.start + 3) == Key(Part.MEASURE, papers.SHOPS.start)
    assert tree.key_at(papers.span_of("整治市场").start).part is Part.SECTION
    assert tree.key_at(papers.RAW.index("2026年3月2日")) is None


def test_a_place_between_parts_belongs_to_the_one_before_it(tree):
    heading = papers.span_of("(一)管好网店")
    assert tree.key_near(papers.SHOPS.start + 3) == Key(Part.MEASURE, papers.SHOPS.start)
    assert tree.key_near(papers.span_of("一、整治市场").end) == tree.key_at(heading.start - 2)
    assert tree.key_near(papers.RAW.index("云泽省双打办\n2026年3月2日")) == HEADER
    assert tree.key_near(0) == HEADER


def test_what_is_missing_is_put_right_in_the_header(tree):
    missing = replace(papers.NO_DUTY, span=Span(papers.SHOPS.start, papers.SHOPS.start))
    assert tree.key_of(missing) == HEADER
    assert tree.key_of(papers.NO_DUTY) == Key(Part.MEASURE, papers.FAIRS.start)
    assert tree.key_of(replace(papers.NO_DUTY, span=papers.span_of("2026年3月2日"))) == HEADER


def test_places_with_the_same_kinds_of_doubts_are_alike_and_others_are_not():
    kinds = {"a": ("x",), "b": ("x", "y"), "c": ("y", "x"), "d": ("x", "y", "z")}
    places = [
        Place(
            Key(Part.MEASURE, at),
            tuple(replace(papers.NO_DUTY, code=c, span=Span(at, at + 1)) for c in codes),
        )
        for at, codes in enumerate(kinds.values())
    ]
    one, two, three, _ = places
    assert len(same_kind(places, one)) == 4  # every x
    assert same_kind(places, two) == (*two.doubts, *three.doubts)
    assert same_kind(places, None) == ()


def test_what_is_left_to_compare_is_said_where_nothing_is_doubtful():
    assert told(papers.PLAN).startswith("读出 3 项措施\uff0c其中 1 项没有单位\u3002")
    sure = replace(papers.PLAN, measures=papers.PLAN.measures[:1])
    assert told(sure).startswith("读出 1 项措施\u3002")
    struck = replace(sure, struck=papers.PLAN.measures[1:])
    assert told(struck).startswith("读出 1 项措施\uff08去掉了 2 项\uff09\u3002")


def test_a_heading_that_is_a_mere_number_shares_the_line_of_its_measure(tree):
    fairs = papers.span_of("(二)管好集市。")
    sections = [replace(s, heading="") if s.span == fairs else s for s in papers.PLAN.sections]
    tree.show_plan(replace(papers.PLAN, sections=tuple(sections)), (papers.NO_DUTY,))
    assert not tree.index_of(Key(Part.SECTION, fairs.start)).isValid()
    joined = tree.index_of(Key(Part.MEASURE, papers.FAIRS.start))
    assert joined.data().startswith(f"\uff08二\uff09{papers.PLAN.measures[1].text[:4]}")
    assert joined.parent().data() == "一、整治市场"
    assert tree.key_at(fairs.start) == Key(Part.MEASURE, papers.FAIRS.start)
    assert joined.siblingAtColumn(2).data() == "1 处"
    two = replace(papers.PLAN.measures[0], section=2)
    plan = replace(papers.PLAN, sections=tuple(sections), measures=(two, *papers.PLAN.measures[1:]))
    tree.show_plan(plan, ())
    assert tree.index_of(Key(Part.SECTION, fairs.start)).isValid()  # over two it is a line


def test_what_is_struck_out_stands_where_it_was_with_a_line_through_it(tree):
    shops, *others = papers.PLAN.measures
    tree.show_plan(replace(papers.PLAN, measures=tuple(others), struck=(shops,)), ())
    line = tree.index_of(Key(Part.STRUCK, shops.key))
    assert line.parent().data() == "\uff08一\uff09管好网店"
    assert line.siblingAtColumn(1).data() == "已去掉"
    role = Qt.ItemDataRole
    assert line.data(role.FontRole).strikeOut()
    assert line.data(role.ForegroundRole).name().upper() == LIGHT.quiet
    assert tree.key_at(shops.span.start) == Key(Part.STRUCK, shops.key)
    other = tree.index_of(Key(Part.MEASURE, others[0].key))
    assert other.data(role.FontRole) is None
    both = replace(papers.PLAN, struck=(shops,))  # the same words as a measure: that is meant
    tree.show_plan(both, ())
    assert tree.key_at(shops.span.start) == Key(Part.MEASURE, shops.key)


def test_doubtful_lines_and_missing_units_stand_out(tree):
    doubtful = tree.index_of(Key(Part.MEASURE, papers.FAIRS.start))
    role = Qt.ItemDataRole
    assert doubtful.data(role.BackgroundRole).name().upper() == LIGHT.doubt
    units = doubtful.siblingAtColumn(1)
    assert units.data(role.ForegroundRole).name().upper() == LIGHT.late
    calm = tree.index_of(Key(Part.SECTION, papers.span_of("一、").start))
    assert calm.data(role.BackgroundRole) is None
    assert calm.data(role.ToolTipRole) == "一、整治市场"
    assert tree.headerData(2, Qt.Orientation.Horizontal) == "待核对"
    assert tree.headerData(7, Qt.Orientation.Horizontal) is None
    assert tree.headerData(0, Qt.Orientation.Vertical) is None


def test_errors_come_first_and_hints_ask_for_nothing():
    assert open_doubts(papers.PLAN) == (papers.NO_NUMBER, papers.NO_DATE, papers.NO_DUTY)


def test_the_queue_goes_round(tree):
    places = places_of(open_doubts(papers.PLAN), tree.key_of)
    first, last = places[0], places[-1]
    assert after(places, None, 1) == first
    assert after(places, None, -1) == last
    assert after(places, last.id, 1) == first
    assert after(places, first.id, -1) == last
    assert after((), None, 1) is None


def test_doubts_about_one_part_are_met_together_where_the_gravest_stands(tree):
    second = replace(papers.NO_DATE, code="two-roles", message="一个单位写了两次。")
    doubts = (papers.NO_DATE, papers.NO_DUTY, second)
    places = places_of(doubts, tree.key_of)
    assert [place.doubts for place in places] == [(papers.NO_DATE, second), (papers.NO_DUTY,)]
    assert place_at(places, PlaceId(Key(Part.MEASURE, papers.FAIRS.start))) == places[1]
    assert place_at(places, PlaceId(HEADER)) is None
    assert place_at(places, None) is None


@pytest.mark.parametrize(
    ("code", "field"),
    [
        ("no-year", "plan_year"),
        ("ambiguous-date", "due"),
        ("long-measure", "text"),
        ("crowded-measure", "text"),
        ("unknown-unit", "units"),
        ("a-code-of-tomorrow", "units"),
    ],
)
def test_a_doubt_leads_to_the_field_where_it_is_put_right(code, field):
    assert field_of(replace(papers.NO_DUTY, code=code)) == field


def test_what_is_left_is_said_in_words():
    assert left(open_doubts(papers.PLAN)) == "还有 3 处待核对"
    assert left(()) == "全部核对完了"


@pytest.mark.parametrize(
    ("level", "label", "words"),
    [
        (1, "一", "一、名"),
        (2, "(一)", "\uff08一\uff09名"),
        (2, "一", "一、名"),
        (2, "2", "2.名"),
        (2, "第十八条", "第十八条\u3000名"),
        (2, "", "名"),
        (3, "1", "1.名"),
        (4, "(1)", "(1)名"),
    ],
)
def test_headings_are_written_as_documents_print_them(level, label, words):
    assert label_words(Section(level, label, "名", Span(0, 1))) == words


def test_the_path_of_a_measure_names_all_headings_above():
    first, _, last = papers.PLAN.measures
    assert path_words(papers.PLAN, first) == "一、整治市场 › \uff08一\uff09管好网店"
    assert path_words(papers.PLAN, last) == "二、加强宣传"


def test_units_are_told_in_short():
    assert duties_in_short(()) == ""
    assert duties_in_short(papers.PLAN.measures[0].duties) == "省网信办等3个"
    assert duties_in_short(papers.PLAN.measures[2].duties) == "省司法厅"


def test_a_measure_that_repeats_its_heading_is_shown_by_its_words():
    measure = papers.PLAN.measures[0]
    assert measure_words(measure, "管好网店") == "查清全省网店"
    assert measure_words(measure, "查清全省网店") == measure.text


@pytest.mark.parametrize(
    "typed",
    ["甲局、乙局", "甲局,乙局", " 甲局 \uff0c 乙局、", "甲局\n乙局", "甲局\uff1b乙局、甲局"],
)
def test_units_are_read_whichever_mark_parts_them(typed):
    assert read_units(typed, Role.LEAD) == (Duty("甲局", Role.LEAD), Duty("乙局", Role.LEAD))


NAME = st.text("甲乙丙丁局办厅", min_size=1, max_size=4)


@given(st.lists(st.tuples(NAME, st.none() | NAME), unique=True))
def test_units_that_were_written_are_read_back(pairs):
    words = "\u3001".join(f"{scope}\uff1a{unit}" if scope else unit for unit, scope in pairs)
    duties = tuple(Duty(unit, Role.COOPERATING, scope) for unit, scope in pairs)
    assert read_units(words, Role.COOPERATING) == duties


def test_rhythms_are_said_in_words():
    assert every_words("P3M") == "每季度"
    assert every_words("standing") == "长期坚持"
    assert every_words("P5Y") == "P5Y"
