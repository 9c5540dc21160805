"""A form that was sent before a task went to another unit, or was left out: said, and never taken for another."""

from dataclasses import replace

import pytest

from shuangda_desktop.tasks.returns.model import Verdict
from shuangda_desktop.tasks.returns.reading import read_return
from tasks.forms import OFFICE, PERIOD, POLICE, TRADE, Sheet, ask, asked, world

SENT = asked(ask(1), ask(2), ask(3))


def read(known, office=OFFICE):
    sheet = Sheet(SENT)
    for row in range(3):
        sheet.put(row, status="推进中", note=f"检查第{row + 1}类")
    return read_return(sheet.book("上报.xlsx"), replace(known, office=office), PERIOD)


def said(found, code):
    return [odd.message for odd in found.oddities if odd.code == code]


@pytest.mark.parametrize(
    ("others", "told"),
    [
        ((ask(1), ask(7)), "这一行是任务10“第1类市场检查”\uff0c现在由市商务局承担\uff0c没有采用"),
        ((ask(7),), "这一行的任务已经不分解或删去\uff0c没有采用"),
    ],
)
def test_a_row_of_a_task_that_went_is_told_and_taken_for_none_that_is_like_it(others, told):
    found = read(world(asked(ask(2), ask(3)), asked(*others, unit=TRADE)))
    assert {change.task_id for change in found.changes} == {2, 3}
    (message,) = said(found, "stray")
    assert message.startswith(told)
    assert "检查第1类" in message
    assert said(found, "row") == []


def test_the_same_words_are_the_same_task_though_the_plan_was_divided_anew():
    again = replace(ask(9), title=ask(1).title, text=ask(1).text)
    found = read(world(asked(again, ask(2), ask(3))))
    assert {change.task_id for change in found.changes} == {9, 2, 3}
    assert said(found, "row") == [
        "这一行的任务已经不分解或删去\uff0c按文字对应到任务90“第1类市场检查”\u3002"
    ]


def test_a_row_of_a_period_that_is_no_more_known_is_read_by_its_words():
    later = world(replace(SENT, period="2026-04"))
    sheet = Sheet(SENT).put(0, note="检查第1类")
    found = read_return(sheet.book("上报.xlsx"), later, "2026-04", POLICE)
    assert [(c.task_id, c.verdict) for c in found.changes] == [(1, Verdict.ASK)]
    assert said(found, "row")[0].startswith(
        "这一行的标识属于另一期\uff082026-03\uff09\uff0c按文字对应到任务10"
    )


def test_a_unit_that_lost_all_its_tasks_is_not_told_that_its_marks_are_lost():
    known = world(asked(ask(1), ask(2), ask(3), unit=TRADE))
    assert "表里的任务都已不由这个单位承担" in said(read(known), "unit")[0]
    april = world(*(replace(one, period="2026-04") for one in world().asked))
    assert "表里的标识属于另一期\uff082026-03\uff09" in said(read(april), "unit")[0]
    assert "标识属于另一套数据" in said(read(world(asked(unit=POLICE)), "ff" * 16), "unit")[0]
