"""Decisions over another reading: made where they fit, named where they do not."""

import pytest

from shuangda_desktop.plan.model import Decision, DecisionKind
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.plan.revising import replay as words
from shuangda_desktop.plan.revising.replay import replay
from shuangda_desktop.plan.revising.revise import revise
from shuangda_desktop.text.mapped import Edit, MappedText, Span
from shuangda_desktop.text.punctuation import widen

TEXT = """云溪市2023年工作要点
一、重点任务
(一)整治网络。清理链接。约谈平台。(市公安局负责)
(二)整治农资。抽检农药。(市农业农村局牵头)
"""
Kind = DecisionKind
MAPPED = MappedText.of(TEXT).apply(
    [Edit(Span(TEXT.index("抽检"), TEXT.index("抽检") + 2), "检验", "dates")]
)


@pytest.fixture
def plan():
    return parse(MAPPED)


def reasons(plan, kind, at, **value):
    return [lost.reason for lost in replay(plan, MAPPED, [Decision(kind, at, value)]).lost]


def test_what_finds_its_place_is_made(plan):
    decisions = [
        Decision(Kind.SET_FIELD, 0, {"field": "title", "value": "新"}),
        Decision(Kind.SPLIT, plan.measures[0].key, {"offset": 5, "before": "清理链接。"}),
        Decision(Kind.SETTLE, 7, {"code": "no-verb"}),
        Decision(Kind.SET_HEADING, plan.sections[0].span.start, {"heading": "重"}),
        Decision(Kind.REJECT_REPAIR, 3, {"rule": "glosses"}),
        Decision(Kind.ANSWER, 3, {"rule": "dates", "new": None}),
        Decision(Kind.ADD, 0, {"stop": 4, "text": "补上"}),
    ]
    replayed = replay(plan, MAPPED, decisions)
    assert replayed.lost == ()
    assert replayed.plan == revise(plan, decisions)
    assert len(replayed.plan.measures) == 4


@pytest.mark.parametrize(
    "kind", [Kind.SET_TEXT, Kind.SET_DUTIES, Kind.SET_DEADLINE, Kind.SET_TARGETS]
)
def test_a_measure_that_is_gone_is_named(plan, kind):
    assert reasons(plan, kind, 9999) == [words.NO_MEASURE]


def test_the_last_measure_has_none_to_take_in(plan):
    assert reasons(plan, Kind.MERGE, plan.measures[1].key) == [words.NO_NEXT]
    assert reasons(plan, Kind.MERGE, plan.measures[0].key) == []


@pytest.mark.parametrize(
    ("value", "fits"),
    [
        ({"offset": 5}, True),
        ({"offset": 5, "before": "链接。"}, True),
        ({"offset": 4, "before": "链接。"}, False),
        ({"offset": 0}, False),
        ({"offset": 999}, False),
        ({}, False),
    ],
)
def test_a_cut_is_made_after_the_same_words_only(plan, value, fits):
    found = reasons(plan, Kind.SPLIT, plan.measures[0].key, **value)
    assert found == ([] if fits else [widen(words.OTHER_WORDS)])


def test_a_heading_that_is_gone_is_named(plan):
    assert reasons(plan, Kind.SET_HEADING, 9999) == [words.NO_HEADING]
    assert reasons(plan, Kind.SET_HEADING, plan.sections[0].span.start) == []


@pytest.mark.parametrize(
    ("kind", "part", "reason"),
    [
        (Kind.JUNK, "measures", words.NO_MEASURE),
        (Kind.DROP_HEADING, "sections", words.NO_HEADING),
    ],
)
def test_what_was_to_go_and_is_not_read_any_more_is_as_was_asked(plan, kind, part, reason):
    assert reasons(plan, kind, 9999) == []
    start = getattr(plan, part)[0].span.start
    assert reasons(plan, kind, start) == []
    assert reasons(plan, kind, start + 1) == [reason]  # other words begin before it now


def test_a_measure_that_is_read_now_needs_not_be_added(plan):
    assert reasons(plan, Kind.ADD, plan.measures[0].key, stop=99, text="x") == [words.READ_NOW]


def test_an_answer_counts_where_it_was_made(plan):
    at = TEXT.index("抽检")
    assert reasons(plan, Kind.ANSWER, at, rule="dates", new="检验") == []
    assert reasons(plan, Kind.ANSWER, at, rule="dates", new="查验") == [widen(words.NO_SPOT)]


def test_later_decisions_see_the_earlier_ones(plan):
    first = plan.measures[0].key
    decisions = [Decision(Kind.JUNK, first), Decision(Kind.SET_TEXT, first, {"text": "x"})]
    replayed = replay(plan, MAPPED, decisions)
    assert [lost.decision for lost in replayed.lost] == decisions[1:]
