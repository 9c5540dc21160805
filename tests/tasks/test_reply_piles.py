"""A unit got an Excel and a Word file; whichever it filled, what it says is kept."""

from dataclasses import replace

from shuangda_desktop.tasks.rounds.opinions import Opinion, Stance
from shuangda_desktop.tasks.rounds.piles import gathered
from shuangda_desktop.tasks.rounds.reading import Reply

UNIT = "市公安局"
WISH = Opinion(UNIT, 7, "3 管好网店", Stance.CHANGE, "时限改为9月底")
MORE = replace(WISH, task_id=8, proposal="删去")
FILLED, EMPTY = Reply("a.docx", UNIT, (WISH,)), Reply("a.xlsx", UNIT, ())


def test_an_empty_file_beside_a_filled_one_takes_nothing_away():
    for order in ((FILLED, EMPTY), (EMPTY, FILLED)):
        (one,) = gathered(order)
        assert one.opinions == (WISH,)
        assert "发回了2份\uff0c意见合在一起" in one.doubts[0]
        assert set(one.file.split("、")) == {"a.docx", "a.xlsx"}


def test_the_same_opinion_counts_once_and_each_other_is_kept_in_its_order():
    again = replace(WISH, doubt="按文字对应")
    (one,) = gathered([FILLED, Reply("b.xlsx", UNIT, (again, MORE))])
    assert one.opinions == (WISH, MORE)


def test_one_file_is_itself_and_what_nobody_sent_stays_apart():
    nobody, broken = Reply("c.xlsx", "", (WISH,)), Reply("d.xlsx", UNIT, (), is_readable=False)
    assert gathered([nobody, EMPTY, broken]) == (EMPTY, nobody, broken)


def test_a_file_without_opinions_does_not_take_the_place_of_those_that_are_kept():
    (one,) = gathered([EMPTY], {UNIT})
    assert not one.is_readable
    assert "没有用它替换" in one.doubts[0]
    assert gathered([FILLED], {UNIT}) == (FILLED,)
