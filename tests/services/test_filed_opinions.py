"""An opinion that the clerk filed under another task is the same one when its file comes again."""

from dataclasses import replace
from datetime import date

import pytest

from shuangda_desktop.services.dividing import consulting
from shuangda_desktop.store import consultations
from shuangda_desktop.tasks.rounds.opinions import Opinion, Outcome, Stance
from shuangda_desktop.tasks.rounds.reading import Reply

POLICE = "市公安局"


@pytest.fixture
def asked(store, plan_id, task_ids, now):
    return consulting.open_round(store, plan_id, date(2026, 3, 20), now)


def kept(store, asked):
    return consultations.load_consultation(store, asked.id)


def read(task_id, **values):
    given = {"proposal": "时限改为9月底", "reason": "任务较重", **values}
    return Opinion(POLICE, task_id, "1 检查商店", Stance.CHANGE, **given)


@pytest.mark.parametrize("outcome", [Outcome.OPEN, Outcome.ADOPTED])
@pytest.mark.parametrize("doubt", ["没有找到对应的任务", ""])
def test_what_was_filed_is_known_when_the_same_file_comes_again(
    store, asked, task_ids, now, doubt, outcome
):
    reply = Reply("一.xlsx", POLICE, (read(task_ids[0], doubt=doubt),))
    consulting.keep_replies(store, asked.id, [reply], now)
    (id_,) = [opinion.id for opinion in kept(store, asked).opinions]
    consulting.file_under(store, id_, task_ids[1], now)
    consulting.settle(store, id_, outcome, "", now)
    filed = kept(store, asked).opinions
    assert consulting.gather_replies(store, asked.id, [reply])[0].doubts == ()
    consulting.keep_replies(store, asked.id, [reply], now)
    assert kept(store, asked).opinions == filed
    assert (filed[0].task_id, filed[0].about) == (task_ids[1], "2 查处食品")
    elsewhere = replace(reply, opinions=(replace(reply.opinions[0], about="3 建平台"),))
    (told,) = consulting.gather_replies(store, asked.id, [elsewhere])
    assert (
        "有1条这次没有写" in told.doubts[0]
    )  # the same words about another task are another opinion


def test_what_was_filed_and_replaced_comes_back_where_it_was_filed(store, asked, task_ids, now):
    first = Reply("一.xlsx", POLICE, (read(task_ids[0]),))
    consulting.keep_replies(store, asked.id, [first], now)
    consulting.file_under(store, kept(store, asked).opinions[0].id, task_ids[1], now)
    (filed,) = kept(store, asked).opinions
    other = Reply("二.xlsx", POLICE, (read(task_ids[0], proposal="再议"),))
    for reply in (other, first):
        consulting.keep_replies(store, asked.id, [reply], now)
    assert [o for o in kept(store, asked).opinions if o.stands] == [filed]
    consulting.file_under(store, filed.id, task_ids[0], now)
    assert kept(store, asked).opinions[0].read_about == ""  # back where it was read
