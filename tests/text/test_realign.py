"""Places of one reading in another."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.text.realign import Realigned

OLD = "标题\n\n一、甲\n二、乙乙\n三、丙"


@pytest.mark.parametrize(
    ("new", "words"),
    [
        (OLD, "乙乙"),
        ("页眉\n" + OLD, "乙乙"),
        ("标题\n一、甲\n插入一行\n二、乙乙\n三、丙", "乙乙"),
        ("二、乙乙", "乙乙"),
    ],
)
def test_a_place_goes_with_its_line(new, words):
    assert Realigned(OLD, new).place(OLD.index(words)) == new.index(words)


def test_a_line_that_is_gone_has_no_place():
    assert Realigned(OLD, "标题\n一、甲\n二、乙\n三、丙").place(OLD.index("乙乙")) is None


@given(st.text("甲乙\n", max_size=40), st.text("甲乙\n", max_size=40))
def test_what_has_a_place_has_the_same_character_there(old, new):
    places = Realigned(old, new)
    for at, char in enumerate(old):
        found = places.place(at)
        there = None if found is None else new[found : found + 1]
        assert there in (None, char, "" if char == "\n" else char)  # the last line has no break


def test_many_empty_lines_do_not_take_long():
    start = time.process_time()
    Realigned("甲\n" + "\n" * 4_000, "乙\n" + "\n" * 4_000)
    assert time.process_time() - start < 2


def test_a_line_that_was_put_elsewhere_is_found_where_it_stands_only_once():
    new = "标题\n三、丙\n一、甲\n二、乙乙"
    for words in ("三、丙", "乙乙"):
        assert Realigned(OLD, new).place(OLD.index(words)) == new.index(words)
    twice = Realigned("甲\n乙\n甲\n丙", "丙\n甲\n乙")  # which of the two 甲 it was is not known
    assert twice.place(4) is None


def test_a_line_below_each_task_goes_with_its_task():
    """A matcher that takes every line for an anchor needs minutes for a thousand such tasks."""
    tasks = [f"{number}.整治第{number}批商品。\n责任单位:市公安局\n" for number in range(1000)]
    old, new = "".join(tasks), "".join(tasks[1:])
    places = Realigned(old, new)
    for at in (1, 500, 999):
        start = sum(map(len, tasks[:at])) + tasks[at].index("责任")
        assert places.place(start) == start - len(tasks[0])
