"""Which number a task holds: none while it does not apply, and once issued the same for good."""

import pytest

from shuangda_desktop.tasks.dividing.numbering import Place, moved, number_word, numbered


def places(*told):
    """ "5" is the city's, "-5" is not; "5!" was issued. Ids are letters in the order given."""
    found = []
    for name, word in zip("abcdefgh", told, strict=False):
        number = word.strip("!~")
        found.append(Place(name, int(number), "~" not in word, "!" in word))
    return found


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (["0", "0", "0"], [1, 2, 3]),
        (["1", "2~", "3"], [1, -1, 2]),
        (["1~", "2~", "3"], [0, 0, 1]),
        (["1", "-1", "2"], [1, 2, 3]),
        (["1~", "2~"], [0, 0]),
        ([], []),
    ],
)
def test_until_the_list_is_issued_the_city_s_tasks_are_counted(given, wanted):
    assert list(numbered(places(*given)).values()) == wanted


@pytest.mark.parametrize(
    ("given", "last", "wanted"),
    [
        (["1!", "2!~", "3!"], 3, [1, 2, 3]),  # left out: its number stays unused
        (["1!", "3!"], 3, [1, 3]),  # the second went into another
        (["1!", "0", "2!"], 2, [1, 3, 2]),  # a new one comes behind the last
        (["1!"], 5, [1]),
        (["1!", "2!", "0"], 5, [1, 2, 6]),  # 3 to 5 were told to somebody
        (["1!", "2!", "7", "9"], 5, [1, 2, 6, 7]),  # new ones that were never issued close up
        (["1!", "2~", "3!"], 3, [1, -1, 3]),  # a new one that does not apply holds none
        (["-1!~", "1!"], 1, [0, 1]),  # never had one, was in no issued list as the city's
    ],
)
def test_an_issued_number_is_the_tasks_for_good(given, last, wanted):
    assert list(numbered(places(*given), last).values()) == wanted


def test_a_moved_task_changes_numbers_with_those_it_passes():
    assert moved(places("3", "1", "2")) == {"a": 1, "b": 2, "c": 3}
    assert moved(places("7!", "1!", "3!~", "4!"), 7) == {"a": 1, "b": 4, "c": 3, "d": 7}


def test_who_holds_no_number_shows_a_dash():
    assert [number_word(n) for n in (12, 0, -3)] == ["12", "\u2014", "\u2014"]
