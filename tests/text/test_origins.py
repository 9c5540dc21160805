from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.text.origins import Cut, Origins


@st.composite
def origins(draw):
    """Origins after a few rounds of cuts, with the places of each character worked out singly."""
    size = draw(st.integers(0, 20))
    made, starts, ends = Origins.of(size), list(range(size)), list(range(1, size + 1))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(starts)))
        end = draw(st.integers(start, len(starts)))
        length = draw(st.integers(0, 4))
        made = made.replaced([Cut(start, end, length)])
        starts, ends = spread(starts, ends, start, end, length)
    return made, starts, ends


def spread(starts, ends, start, end, length):
    if start < end:
        first, last = starts[start], ends[end - 1]
    elif start < len(starts):
        first = last = starts[start]
    else:
        first = last = ends[-1] if ends else 0
    return (
        [*starts[:start], *[first] * length, *starts[end:]],
        [*ends[:start], *[last] * length, *ends[end:]],
    )


def test_a_text_that_equals_its_raw_text_is_one_stretch():
    whole = Origins.of(3)
    assert (whole.at, whole.starts(), whole.ends()) == ((0,), (0, 1, 2), (1, 2, 3))
    assert [s.is_one_to_one for s in whole.stretches(0, 3)] == [True]
    assert Origins.of(0).starts() == ()


def test_what_was_put_in_came_from_all_that_it_stands_for():
    cut = Origins.of(9).replaced([Cut(2, 5, 2), Cut(7, 8, 0)])
    assert cut.starts() == (0, 1, 2, 2, 5, 6, 8)
    assert cut.ends() == (1, 2, 5, 5, 6, 7, 9)
    assert [tuple(s) for s in cut.stretches(1, 6)] == [(1, 2, 1, -1), (2, 4, 2, 5), (4, 6, 5, -1)]


def test_stretches_that_go_on_are_one():
    assert Origins.of(5).replaced([Cut(2, 2, 0)]).at == (0,)
    twice = Origins.of(4).replaced([Cut(0, 4, 3)]).replaced([Cut(0, 1, 2)])
    assert (twice.size, twice.at) == (4, (0,))


@given(origins())
def test_stretches_tell_what_each_character_would(drawn):
    made, starts, ends = drawn
    assert (made.starts(), made.ends()) == (tuple(starts), tuple(ends))
    assert made.size == len(starts)


@given(origins())
def test_the_places_of_the_characters_give_the_origins_again(drawn):
    made, starts, ends = drawn
    again = Origins.from_places(starts, ends)
    assert (again.starts(), again.ends(), again.size) == (made.starts(), made.ends(), made.size)


@given(origins(), st.data())
def test_a_stretch_of_text_lies_within_its_hull(drawn, data):
    made, starts, ends = drawn
    start = data.draw(st.integers(0, made.size))
    end = data.draw(st.integers(start, made.size))
    first, last = made.hull(start, end)
    if start < end:
        assert (first, last) == (starts[start], ends[end - 1])
    elif start < made.size:
        assert first == last == starts[start]
    else:
        assert first == last == (ends[-1] if ends else 0)
