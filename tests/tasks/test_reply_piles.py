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
        assert gathered(order) == (FILLED,)


def test_the_last_of_several_counts_as_a_whole_and_what_it_has_no_more_is_marked():
    again = replace(WISH, doubt="按文字对应")
    (one,) = gathered([Reply("a.xlsx", UNIT, (MORE, WISH)), Reply("b.xlsx", UNIT, (again,))])
    assert one.file == "b.xlsx"
    assert one.opinions == (again, MORE.replaced_by("b.xlsx"))
    assert [opinion.stands for opinion in one.opinions] == [True, False]
    assert one.opinions[1].outcome_reason == "后来的回复“b.xlsx”里没有这一条"
    assert "发回了2份意见\uff0c以最后一份“b.xlsx”为准" in one.doubts[0]
    assert "前面的里面另有1条" in one.doubts[1]
    assert gathered([one]) == (one,)


def test_the_same_said_in_two_files_is_said_once():
    (one,) = gathered([FILLED, EMPTY, Reply("b.xlsx", UNIT, (WISH,))])
    assert one.opinions == (WISH,)
    assert len(one.doubts) == 1


def test_the_same_said_twice_in_one_file_is_said_once():
    twice = Reply("a.xlsx", UNIT, (WISH, MORE, replace(WISH, doubt="按文字对应")))
    for files in ([twice], [Reply("b.xlsx", UNIT, (MORE,)), twice]):
        (one,) = gathered(files)
        assert one.opinions == (WISH, MORE)


def test_one_file_is_itself_and_what_nobody_sent_stays_apart():
    nobody, broken = Reply("c.xlsx", "", (WISH,)), Reply("d.xlsx", UNIT, (), is_readable=False)
    assert gathered([nobody, EMPTY, broken]) == (EMPTY, nobody, broken)


def test_a_file_without_opinions_does_not_take_the_place_of_those_that_are_kept():
    (one,) = gathered([EMPTY], {UNIT})
    assert not one.is_readable
    assert "没有用它替换" in one.doubts[0]
    assert gathered([FILLED], {UNIT}) == (FILLED,)
