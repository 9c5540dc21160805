import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.text.mapped import BY_CHARACTER, Edit, MappedText, Repair, Span


@st.composite
def texts_and_edits(draw):
    text = draw(st.text(max_size=30))
    edits = []
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        edits.append(Edit(Span(start, end), draw(st.text(max_size=4)), "rule"))
    return text, edits


def edited(text, *edits):
    return MappedText.of(text).apply(Edit(Span(a, b), new, "rule") for a, b, new in edits)


def test_a_text_without_edits_is_its_raw_text():
    text = MappedText.of("甲乙")
    assert text.text == "甲乙"
    assert text.to_raw(Span(0, 2)) == Span(0, 2)
    assert text.apply([]) is text


def test_a_removed_stretch_lies_within_what_covers_it():
    text = edited("甲(x)乙", (1, 4, ""))
    assert text.text == "甲乙"
    assert text.to_raw(Span(0, 2)) == Span(0, 5)
    assert text.to_raw(Span(1, 2)) == Span(4, 5)


def test_characters_replaced_one_by_one_keep_their_own_places():
    text = edited("abcd", (1, 3, "乙丙"))
    assert text.to_raw(Span(2, 3)) == Span(2, 3)


def test_a_stretch_of_another_length_maps_as_a_whole():
    text = edited("2018626.", (0, 7, "2018年6月26日"))
    assert text.to_raw(Span(4, 5)) == Span(0, 7)


def test_where_edits_overlap_the_earlier_one_wins():
    assert edited("abcd", (0, 2, "x"), (1, 3, "y"), (2, 3, "z")).text == "xzd"


def test_an_empty_span_is_a_point():
    text = edited("abc", (0, 1, ""))
    assert text.to_raw(Span(0, 0)) == Span(1, 1)
    assert text.to_raw(Span(2, 2)) == Span(3, 3)
    assert MappedText.of("").to_raw(Span(0, 0)) == Span(0, 0)


def test_a_repair_tells_what_was_done_in_places_of_the_raw_text():
    twice = edited("aabb", (0, 2, "")).apply([Edit(Span(1, 2), "c", "other", certain=False)])
    assert twice.repairs == (
        Repair("rule", "aa", "", Span(0, 2), True),
        Repair("other", "b", "c", Span(3, 4), False),
    )


(SINGLE,) = BY_CHARACTER


def test_a_change_by_characters_is_told_by_its_stretches():
    whole = Repair(SINGLE, "甲甲乙乙乙甲,甲", "丙丙乙乙乙丙,丙", Span(3, 11), True)
    assert [(p.before, p.after, p.span) for p in whole.parts()] == [
        ("甲甲", "丙丙", Span(3, 5)),
        ("甲", "丙", Span(8, 9)),
        ("甲", "丙", Span(10, 11)),
    ]


def test_any_other_change_is_told_as_a_whole():
    for one in (
        Repair("rule", "甲乙甲", "丙乙丙", Span(0, 3), True),
        Repair(SINGLE, "甲乙甲", "丙乙丙", Span(0, 5), True),
    ):
        assert list(one.parts()) == [one]


def test_a_change_by_characters_is_cut_where_origins_are():
    text = edited("甲(x)甲乙", (1, 4, ""))
    edit = Edit(Span(0, 3), "丙丙乙", SINGLE)
    assert [(e.span, r.span) for e, r in text.parts(edit)] == [
        (Span(0, 1), Span(0, 1)),
        (Span(1, 2), Span(4, 5)),
    ]
    assert text.apply([edit]).text == "丙丙乙"
    assert [r.before for r in text.apply([edit]).changes] == ["(x)", "甲", "甲乙"]


def test_repairs_are_worked_out_once():
    text = edited("abc", (0, 1, ""))
    assert text.repairs is text.repairs


@pytest.mark.parametrize("rounds", [1, 3])
@given(st.data())
def test_origins_never_run_backwards_nor_out_of_the_raw_text(rounds, data):
    raw, edits = data.draw(texts_and_edits())
    text = MappedText.of(raw).apply(edits)
    for _ in range(rounds):
        start = data.draw(st.integers(0, len(text.text)))
        text = text.apply([Edit(Span(start, len(text.text)), data.draw(st.text(max_size=5)), "r")])
    assert len(text.starts) == len(text.ends) == len(text.text)
    assert list(text.starts) == sorted(text.starts)
    assert list(text.ends) == sorted(text.ends)
    assert all(0 <= a <= b <= len(raw) for a, b in zip(text.starts, text.ends, strict=True))


@given(texts_and_edits(), st.data())
def test_what_came_from_a_stretch_of_raw_is_all_that_ends_behind_and_begins_before(drawn, data):
    raw, edits = drawn
    text = MappedText.of(raw).apply(edits)
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    first = sum(end_ <= start for end_ in text.ends)
    behind = sum(start_ < end for start_ in text.starts)
    assert text.to_text(Span(start, end)) == Span(first, max(first, behind))


@given(texts_and_edits())
def test_a_span_maps_to_the_hull_of_its_characters(drawn):
    raw, edits = drawn
    text = MappedText.of(raw).apply(edits)
    whole = text.to_raw(Span(0, len(text.text)))
    assert 0 <= whole.start <= whole.end <= len(raw)
    if text.text:
        assert whole == Span(min(text.starts), max(text.ends))


@pytest.mark.parametrize(
    ("raw", "shown"),
    [((0, 2), "甲乙"), ((1, 5), "乙丁"), ((2, 4), ""), ((2, 5), "丁"), ((0, 6), "甲乙丁戊")],
)
def test_a_stretch_of_raw_is_found_in_the_text(raw, shown):
    text = MappedText.of("甲乙(丙丁戊".replace("(", "x")).apply([Edit(Span(2, 4), "", "rule")])
    place = text.to_text(Span(*raw))
    assert text.text[place.start : place.end] == shown
