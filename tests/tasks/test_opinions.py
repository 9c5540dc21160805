"""Where each unit of a round stands, and what is told of an opinion."""

from dataclasses import replace
from datetime import date

import pytest

from shuangda_desktop.tasks.columns import adjustments as adjustment_columns
from shuangda_desktop.tasks.columns import opinions as opinion_columns
from shuangda_desktop.tasks.rounds.opinions import (
    Answer,
    Consultation,
    ConsultedUnit,
    Opinion,
    Outcome,
    Stance,
    answers,
    summary,
)
from shuangda_desktop.tasks.rounds.snapshots import Kind
from shuangda_desktop.tasks.rounds.versions import Adjustment
from tasks.test_versions import AT

DUE = date(2026, 3, 20)
WISH = Opinion("市公安局", 7, "3 管好网店", Stance.CHANGE, "时限改为9月底", "任务较重")


def asked(*units, opinions=()):
    return Consultation(1, 1, 1, 1, date(2026, 3, 16), DUE, units, tuple(opinions))


@pytest.mark.parametrize(
    ("replied", "today", "answer", "late"),
    [
        (None, DUE, Answer.WAITING, False),
        (None, date(2026, 3, 21), Answer.LATE, False),
        (DUE, DUE, Answer.OPINIONS, False),
        (date(2026, 3, 21), DUE, Answer.OPINIONS, True),
    ],
)
def test_a_unit_answers_waits_or_is_late(replied, today, answer, late):
    (found,) = answers(asked(ConsultedUnit("市公安局", replied), opinions=[WISH]), today)
    assert (found.answer, found.was_late) == (answer, late)
    assert (found.opinions, found.unsettled) == (1, 1)


def test_a_unit_that_says_nothing_in_its_answer_has_no_opinion():
    (found,) = answers(asked(ConsultedUnit("市商务局", DUE, "回复.xlsx"), opinions=[WISH]), DUE)
    assert (found.answer, found.opinions, found.source) == (Answer.NONE, 0, "回复.xlsx")


def test_a_round_is_told_in_a_sentence():
    units = [
        ConsultedUnit("市公安局", DUE),
        ConsultedUnit("市商务局", DUE),
        ConsultedUnit("市教育局"),
    ]
    found = answers(asked(*units, opinions=[WISH]), DUE)
    assert summary(found) == "3个单位，已回复2个，未回复1个，意见1条，待研究1条"
    late = answers(asked(ConsultedUnit("市教育局")), date(2026, 4, 1))
    assert summary(late) == "1个单位，已回复0个，逾期未回复1个，意见0条"
    assert asked().name == "第1次征求意见"


def test_the_text_of_an_opinion_says_all_of_it():
    assert WISH.text == "时限改为9月底\n理由：任务较重"
    against = Opinion("市商务局", 7, "3 管好网店", Stance.AGAINST)
    assert against.text == "不同意"


def test_an_opinion_says_the_same_wherever_it_is_filed():
    filed = WISH.filed(9, "5 印手册")
    assert (filed.task_id, filed.about, filed.read_about) == (9, "5 印手册", WISH.about)
    assert filed.says_as(WISH)
    assert WISH.says_as(filed.filed(10, "6 办展览"))
    assert not filed.says_as(replace(WISH, about="5 印手册"))
    assert filed.filed(WISH.task_id, WISH.about) == WISH


def test_the_columns_of_opinions():
    settled = Opinion(
        "市商务局",
        7,
        "3 管好网店",
        Stance.AGAINST,
        "",
        "非本局职责",
        "",
        Outcome.REJECTED,
        "有规定",
    )
    columns = opinion_columns.opinion_columns()
    rows = opinion_columns.numbered([WISH, settled])
    assert [[c.text(row) for c in columns] for row in rows] == [
        ["1", "市公安局", "3 管好网店", "修改", "时限改为9月底", "任务较重", "待研究", ""],
        ["2", "市商务局", "3 管好网店", "不同意", "", "非本局职责", "未采纳", "有规定"],
    ]
    assert columns[0].value(rows[1]) == 2
    none = (1, Opinion("市商务局", None, "", Stance.AGREE))
    assert [columns[at].text(none) for at in (3, 6)] == ["无意见", "\u2014"]


def test_the_columns_of_adjustments():
    found = [
        Adjustment(
            1, 7, Kind.CHANGED, "3 管好网店", "牵头单位", "甲局", "乙局", AT, "改革", "乙局"
        ),
        Adjustment(1, 8, Kind.REMOVED, "4 建平台", "", "任务：建平台", "", AT),
    ]
    columns = adjustment_columns.adjustment_columns()
    rows = adjustment_columns.numbered(found)
    assert [[c.text(row) for c in columns] for row in rows] == [
        ["1", "3 管好网店", "修改", "牵头单位", "甲局", "乙局", "2026-03-16", "改革"],
        ["2", "4 建平台", "删去", "整项任务", "任务：建平台", "", "2026-03-16", "〔请填写理由〕"],
    ]
    assert [columns[0].value(rows[0]), columns[6].value(rows[0])] == [1, AT.date()]
