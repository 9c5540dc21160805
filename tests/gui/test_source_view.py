"""The text beside the reading: places are those of the raw text, whatever is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextDocument

from gui import papers
from shuangda_desktop.gui.pages.review import offsets
from shuangda_desktop.gui.pages.review.offsets import Offsets, showable, shown_span
from shuangda_desktop.gui.pages.review.source_view import Marks, SourceView
from shuangda_desktop.gui.theme import DARK, LIGHT, Appearance, apply
from shuangda_desktop.text.mapped import Edit, MappedText, Span

LONG = "\n".join(f"第{n}条措施要做好。" for n in range(2000))


@pytest.fixture
def view(qtbot):
    made = SourceView()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def marked(view):
    return [
        (s.cursor.selectedText(), s.format.background().color().name().upper())
        for s in view.extraSelections()
    ]


def grounds(view):
    """What the lines themselves are marked with, with the words below it."""
    document = view.document()
    blocks = [document.findBlockByNumber(n) for n in range(document.blockCount())]
    return [
        (b.text()[f.start : f.start + f.length], f.format.background().color().name().upper())
        for b in blocks
        for f in b.layout().formats()
    ]


@given(st.text("甲\U00020000a\U0001f600", max_size=12))
def test_offsets_agree_with_qt(text):
    offsets = Offsets(text)
    for at in range(len(text) + 1):
        position = len(text[:at].encode("utf-16-le")) // 2
        assert offsets.to_qt(at) == position
        assert offsets.to_python(position) == at


@given(st.text(max_size=60))
def test_a_document_keeps_every_character_in_its_place(text):
    document = QTextDocument()
    document.setPlainText(showable(text))
    assert document.characterCount() - 1 == len(text.encode("utf-16-le", "surrogatepass")) // 2


def test_a_raw_stretch_is_found_in_the_repaired_text():
    text = MappedText.of("abXXcd").apply([Edit(Span(2, 4), "", "junk")])
    starts, ends = list(text.starts), list(text.ends)
    assert shown_span(starts, ends, 0, 6) == (0, 4)
    assert shown_span(starts, ends, 4, 6) == (2, 4)
    assert shown_span(starts, ends, 2, 4) == (2, 2)


def test_parts_are_marked_by_their_raw_places(view):
    view.show_document(papers.TEXT, repaired=False)
    view.show_marks(Marks(papers.FAIRS, [papers.NO_DATE.span], [papers.NO_DATE.span]))
    assert marked(view) == [
        ("每季度检查(jiǎn chá)一次农村集市。", LIGHT.chosen),
        ("六月底前", LIGHT.doubt),
        ("六月底前", LIGHT.doubt),
    ]


def test_the_repaired_text_marks_the_same_parts_and_every_repair(view):
    view.show_document(papers.TEXT, repaired=True)
    view.show_marks(Marks(papers.FAIRS))
    assert marked(view) == [("每季度检查一次农村集市。", LIGHT.chosen)]
    assert grounds(view) == [("一", LIGHT.mark)]
    view.show_document(papers.TEXT, repaired=False)
    assert grounds(view) == []


def test_marks_follow_the_theme(view, qapp):
    view.show_document(papers.TEXT, repaired=False)
    view.show_marks(Marks(papers.FAIRS))
    apply(qapp, Appearance(dark=True))
    assert marked(view) == [("每季度检查(jiǎn chá)一次农村集市。", DARK.chosen)]
    view.show_document(papers.TEXT, repaired=True)
    assert grounds(view) == [("一", DARK.mark)]


def test_a_click_tells_the_raw_place_in_either_text(view, qtbot):
    place = papers.span_of("一次农村").start
    for repaired in (False, True):
        view.show_document(papers.TEXT, repaired=repaired)
        view.reveal(Span(place, place))
        shown = papers.TEXT.text if repaired else papers.TEXT.raw
        cursor = view.textCursor()
        cursor.setPosition(shown.index("一次农村"))
        point = view.cursorRect(cursor).center()
        with qtbot.waitSignal(view.place_chosen) as told:
            qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert told.args == [place]


def test_rare_characters_do_not_shift_what_is_marked(view):
    raw = "\U00020000\U0001f600甲局负责"
    view.show_document(MappedText.of(raw), repaired=False)
    view.show_marks(Marks(Span(2, 4)))
    assert marked(view)[0][0] == "甲局"


def test_a_place_out_of_sight_is_scrolled_to_and_one_in_sight_is_left(view):
    view.show_document(MappedText.of(LONG), repaired=False)
    bar = view.verticalScrollBar()
    there = LONG.index("第1500条")
    view.reveal(Span(there, there + 5))
    moved = bar.value()
    assert moved > 100
    near = LONG.index("第1502条")
    view.reveal(Span(near, near + 5))
    assert bar.value() == moved


def test_the_other_text_of_a_document_begins_at_the_same_place(view):
    text = MappedText.of(LONG)
    view.show_document(text, repaired=False)
    there = LONG.index("第1500条")
    view.reveal(Span(there, there))
    view.show_document(text, repaired=True)
    assert abs(view.firstVisibleBlock().blockNumber() - 1500) < 12


def test_the_same_document_again_does_not_move(view):
    text = MappedText.of(LONG)
    view.show_document(text, repaired=False)
    view.verticalScrollBar().setValue(700)
    view.show_document(MappedText.of(LONG), repaired=False)
    assert view.verticalScrollBar().value() == 700


def test_a_repair_is_found_by_its_place(view):
    view.show_document(papers.TEXT, repaired=True)
    assert view.repair_at(papers.GLOSS.start).rule == "glosses"
    assert view.repair_at(papers.GLOSS.end).rule == "glosses"  # its mark stands there
    assert view.repair_at(papers.GLOSS.end + 1) is None


def test_undo_is_left_to_the_program(view):
    event = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    )
    view.event(event)
    assert not event.isAccepted()


def test_what_was_changed_by_characters_has_a_dotted_line(view):
    raw = "甲\n\U00020000維護權利\n乙"
    text = MappedText.of(raw).apply(
        [Edit(Span(3, 5), "维护", "script"), Edit(Span(5, 6), "权", "script")]
    )
    view.show_document(text, repaired=True)
    lines = [view.document().findBlockByNumber(n).layout().formats() for n in range(3)]
    dotted = [[(f.start, f.length) for f in formats] for formats in lines]
    assert dotted == [[], [(2, 3)], []]
    assert lines[1][0].format.underlineColor().name().upper() == LIGHT.line
    view.show_document(text, repaired=False)
    assert view.document().findBlockByNumber(1).layout().formats() == []


LINES = "一、整治市场\n\n检查𠀀网 店(a)三家。\n甲\u2028乙\n末"


def shown(view):
    """All that stands in a view, with the marks of each line."""
    document = view.document()
    blocks = [document.findBlockByNumber(n) for n in range(document.blockCount())]
    return [(b.text(), [(f.start, f.length) for f in b.layout().formats()]) for b in blocks]


@given(
    st.lists(
        st.lists(
            st.tuples(st.integers(0, len(LINES) - 1), st.sampled_from(["", "新", "新\n行", "\n"])),
            max_size=4,
        ),
        min_size=2,
        max_size=4,
    )
)
def test_after_any_changes_a_view_shows_what_a_fresh_one_does(qapp, readings):
    view = SourceView()
    for edits in readings:
        text = MappedText.of(LINES).apply(
            Edit(Span(at, at + 1), new, "script" if at % 2 else "blanks") for at, new in edits
        )
        view.show_document(text, repaired=True)
        fresh = SourceView()
        fresh.show_document(text, repaired=True)
        assert shown(view) == shown(fresh)
        fresh.deleteLater()
    view.deleteLater()


def test_where_one_line_changes_the_others_are_not_touched(view):
    text = MappedText.of(LONG)
    view.show_document(text, repaired=True)
    view.verticalScrollBar().setValue(700)
    touched = []
    view.document().contentsChange.connect(lambda at, gone, come: touched.append((gone, come)))
    place = LONG.index("第1500条")
    view.show_document(text.apply([Edit(Span(place, place + 1), "", "blanks")]), repaired=True)
    assert all(come < 40 for _, come in touched)
    assert view.toPlainText() == LONG[:place] + LONG[place + 1 :]
    assert view.verticalScrollBar().value() == 700


@pytest.mark.parametrize(
    ("text", "at", "bearer"),
    [
        pytest.param("甲乙", 1, (1, 2), id="the character after it"),
        pytest.param("甲\n乙", 1, (0, 1), id="the last of the line"),
        pytest.param("甲\n\n\n乙", 2, (4, 5), id="the next line, for its own is empty"),
        pytest.param("\n乙", 0, (1, 2), id="an empty line above all"),
        pytest.param("甲\n", 2, (2, 3), id="nothing after it"),
    ],
)
def test_what_was_removed_is_marked_where_it_can_be_seen(text, at, bearer):
    assert offsets.marked(text, at, at) == bearer
    assert offsets.marked(text, at, at + 2) == (at, at + 2)


def test_a_line_that_was_removed_is_seen_and_clicked_on_the_next_one(view):
    text = MappedText.of("甲。\n首页\n乙。").apply([Edit(Span(3, 5), "", "taught")])
    view.show_document(text, repaired=True)
    assert grounds(view) == [("乙", LIGHT.mark)]
    (repair,) = text.repairs
    assert view.repair_at(text.raw.index("乙")) == repair
    assert view.repair_at(0) is None
    view.show_marks(Marks(repair=repair.span))
    assert marked(view) == [("乙", LIGHT.mark)]
