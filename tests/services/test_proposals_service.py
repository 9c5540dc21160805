"""Doubtful spots are decided by the clerk: taken, kept, typed, taken back, done again."""

import pytest

from shuangda_desktop.errors import RuleError
from shuangda_desktop.plan.model import Decision, DecisionKind
from shuangda_desktop.services.reading import importing, reviewing
from shuangda_desktop.services.reading.drafts import Choices, choices_of, read_source
from shuangda_desktop.store import queries
from shuangda_desktop.store.plans import load_plan
from shuangda_desktop.text.mapped import Span

RAW = (
    "示例市工作要点\n示双打发2018104号\n"
    "一、围绕著重点商品，做到源头严防 过程严管。（市公安局负责）\n"
    "二、知識產(chǎn)權(quán)保護。（市商务局负责）\n示例市双打办\n2018111\n"
)


@pytest.fixture
def plan_id(store, now):
    return importing.keep_plan(store, importing.read_pasted(RAW, "要点"), now)


def proposal(store, plan_id, rule):
    return next(p for p in load_plan(store, plan_id).text.proposals if p.rule == rule)


def repaired(store, plan_id):
    return load_plan(store, plan_id).text.text


def doubts(store, plan_id):
    plan = load_plan(store, plan_id).plan
    found = [f for part in (plan, *plan.measures) for f in part.findings]
    return [f for f in found if f.code == "proposed-repair"]


def test_proposals_are_kept_with_the_plan(store, plan_id):
    stored = load_plan(store, plan_id)
    again = read_source(stored.source)
    assert stored.text.proposals == again.text.proposals
    assert len(doubts(store, plan_id)) == len(stored.text.proposals) > 1
    assert queries.plan_rows(store)[0].open_findings >= 2


@pytest.mark.parametrize(("which", "day"), [(0, "2018年1月11日"), (1, "2018年11月1日")])
def test_a_reading_is_taken_and_the_plan_follows(store, plan_id, now, dump, which, day):
    before = dump()
    dates = proposal(store, plan_id, "dates")
    reviewing.answer_proposal(store, plan_id, dates, dates.candidates[which], now)
    stored = load_plan(store, plan_id)
    assert day in stored.text.text
    assert stored.plan.issued_on is not None
    assert stored.decisions[-1].kind is DecisionKind.ANSWER
    assert dates.span not in [f.span for f in doubts(store, plan_id)]
    assert store.undo_label == f"将“2018111”改为“{day}”"
    store.undo()
    assert dump() == before


def test_a_spot_is_left_as_it_stands(store, plan_id, now):
    blanks = proposal(store, plan_id, "blanks")
    reviewing.answer_proposal(store, plan_id, blanks, None, now)
    assert repaired(store, plan_id) == repaired(store, plan_id)
    assert blanks.span not in [f.span for f in doubts(store, plan_id)]
    assert [r.before for r in reviewing.rejected_repairs(load_plan(store, plan_id))] == [" "]


def test_the_clerk_writes_what_stood_there(store, plan_id, now):
    dates = proposal(store, plan_id, "dates")
    reviewing.answer_proposal(store, plan_id, dates, "2018年11月12日", now)
    assert "2018年11月12日" in repaired(store, plan_id)


def test_an_answer_is_taken_back_and_asked_again(store, plan_id, now):
    dates = proposal(store, plan_id, "dates")
    reviewing.answer_proposal(store, plan_id, dates, dates.candidates[0], now)
    made = next(r for r in load_plan(store, plan_id).text.repairs if r.rule == "dates")
    reviewing.reject_repair(store, plan_id, made, now)
    assert "2018111" in repaired(store, plan_id)
    (rejected,) = reviewing.rejected_repairs(load_plan(store, plan_id))
    assert rejected == made
    reviewing.restore_repair(store, plan_id, rejected, now)
    assert "2018年1月11日" in repaired(store, plan_id)
    reviewing.restore_repair(store, plan_id, rejected, now)
    assert proposal(store, plan_id, "dates") == dates


def test_a_repair_is_taken_back_and_made_again(store, plan_id, now):
    before = load_plan(store, plan_id)
    gloss = next(r for r in before.text.repairs if r.before == "(quán)")
    reviewing.reject_repair(store, plan_id, gloss, now)
    assert "(quán)" in repaired(store, plan_id)
    (rejected,) = reviewing.rejected_repairs(load_plan(store, plan_id))
    assert rejected == gloss
    reviewing.restore_repair(store, plan_id, rejected, now)
    after = load_plan(store, plan_id)
    assert (after.text, after.detected) == (before.text, before.detected)


def test_undoing_every_repair_gives_the_raw_text(store, plan_id, now):
    for spot in load_plan(store, plan_id).text.proposals:
        reviewing.answer_proposal(store, plan_id, spot, spot.candidates[0], now)
    assert repaired(store, plan_id) != RAW
    while repairs := load_plan(store, plan_id).text.repairs:
        reviewing.reject_repair(store, plan_id, repairs[0], now)
    stored = load_plan(store, plan_id)
    assert stored.text.text == stored.source.raw == RAW
    assert len(reviewing.rejected_repairs(stored)) > 5


def test_what_is_not_asked_cannot_be_answered(store, plan_id, now, dump):
    dates = proposal(store, plan_id, "dates")
    reviewing.answer_proposal(store, plan_id, dates, None, now)
    before = dump()
    with pytest.raises(RuleError, match="不存疑"):
        reviewing.answer_proposal(store, plan_id, dates, None, now)
    gloss = next(r for r in load_plan(store, plan_id).text.repairs if r.rule == "glosses")
    with pytest.raises(RuleError, match="没有撤回过"):
        reviewing.restore_repair(store, plan_id, gloss, now)
    assert dump() == before


def test_corrections_that_lose_their_place_are_told(store, now):
    raw = "示例市2026年工作要点\n一、嚴厲打擊(jī)侵權。（市公安局負責）\n二、維護市場秩序。（市商務局負責）\n"
    plan_id = importing.keep_plan(store, importing.read_pasted(raw, "要点"), now)
    first = load_plan(store, plan_id).plan.measures[0]
    reviewing.split_measure(store, plan_id, first.key, 2, now)
    gloss = next(r for r in load_plan(store, plan_id).text.repairs if r.rule == "glosses")
    assert reviewing.reject_repair(store, plan_id, gloss, now) == ()
    word = next(r for r in load_plan(store, plan_id).text.repairs if r.before.startswith("嚴厲"))
    (lost,) = reviewing.reject_repair(store, plan_id, word, now)
    assert lost.decision.kind is DecisionKind.SPLIT
    assert reviewing.restore_repair(store, plan_id, word, now) == ()
    assert len(load_plan(store, plan_id).plan.measures) == 3


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([], Choices()),
        ([("reject_repair", {})], Choices(frozenset({("dates", 5)}))),
        ([("answer", {"new": None})], Choices(frozenset({("dates", 5)}))),
        ([("answer", {"new": "x"})], Choices(accepted=frozenset({("dates", 5, "x")}))),
        ([("answer", {"new": "x", "typed": True})], Choices(typed=frozenset({("dates", 5, "x")}))),
        (
            [("answer", {"new": "x"}), ("reject_repair", {})],
            Choices(frozenset({("dates", 5)})),
        ),
        ([("reject_repair", {}), ("restore_repair", {})], Choices()),
        ([("restore_repair", {})], Choices()),
        ([("settle", {"code": "x"})], Choices()),
    ],
)
def test_decisions_come_to_choices(decisions, expected):
    made = [Decision(DecisionKind(k), 5, {"rule": "dates", **v}) for k, v in decisions]
    assert choices_of(made) == expected


def test_a_missed_measure_is_taken_in_with_its_clause(store, plan_id, now, dump):
    before = dump()
    raw = "示例市2026年工作要点\n一、管好市场。（市公安局负责）\n为此，要抓紧办理(bàn lǐ)台账，由市商务局牵头。\n"
    other = importing.keep_plan(store, importing.read_pasted(raw, "补"), now)
    stored = load_plan(store, other)
    words = "示例市2026年工作要点"
    decision = reviewing.add_measure(store, other, Span(0, len(words)), now)
    assert decision.kind is DecisionKind.ADD
    added = load_plan(store, other).plan.measures[0]
    assert (added.text, added.key) == (words, 0)
    assert store.undo_label == "补上措施“示例市2026年工作要点”"
    assert len(load_plan(store, other).plan.measures) == len(stored.plan.measures) + 1
    store.undo()
    store.undo()
    assert dump() == before


SWALLOWED = """云泽省2026年工作要点
一、整治市场
第一条 打击犯罪。依法打击侵权假冒犯罪。责任单位：省公安厅；落实检察职责，制发检察建议。责任单位：省检察院。
第二条 管好仓库。查封存货。责任单位：省商务厅。
第三条 管好车站。查验货物。责任单位：省公安厅。
"""


def test_a_sentence_that_was_read_as_units_becomes_a_measure(store, now):
    plan_id = importing.keep_plan(store, importing.read_pasted(SWALLOWED, "另文"), now)
    first = load_plan(store, plan_id).plan.measures[0]
    assert "制发检察建议" in [duty.unit for duty in first.duties]
    words = "落实检察职责，制发检察建议。责任单位：省检察院。"
    start = SWALLOWED.index(words)
    reviewing.add_measure(store, plan_id, Span(start, start + len(words)), now)
    _, added, *_ = load_plan(store, plan_id).plan.measures
    assert (added.key, added.text) == (start, "落实检察职责，制发检察建议。")
    assert [duty.unit for duty in added.duties] == ["省检察院"]
    with pytest.raises(RuleError, match="已经属于措施"):
        reviewing.add_measure(store, plan_id, Span(first.span.start + 3, start), now)
    reviewing.decide(
        store, plan_id, Decision(DecisionKind.SET_TEXT, first.key, {"text": "改"}), now
    )
    at = first.span.end - len(words) - 9
    with pytest.raises(
        RuleError, match="已经属于措施"
    ):  # where the words end is not known any more
        reviewing.add_measure(store, plan_id, Span(at, at + 3), now)


@pytest.mark.parametrize(
    ("span", "said"),
    [(Span(3, 3), "没有选中文字"), (Span(5, 99999), "没有选中文字"), (Span(0, 60), "已经属于措施")],
)
def test_a_measure_that_cannot_be_added_is_refused(store, plan_id, now, dump, span, said):
    before = dump()
    with pytest.raises(RuleError, match=said):
        reviewing.add_measure(store, plan_id, span, now)
    assert dump() == before


def test_a_cut_in_a_repaired_measure_finds_its_place_in_raw(store, plan_id, now):
    measure = load_plan(store, plan_id).plan.measures[1]
    assert measure.text.startswith("知识产权保护")
    reviewing.split_measure(store, plan_id, measure.key, measure.text.index("保护"), now)
    parts = load_plan(store, plan_id).plan.measures[1:3]
    assert parts[1].key == RAW.index("保護")
    assert parts[0].span.end == parts[1].key


def test_a_heading_that_is_gone_is_refused(store, plan_id, now):
    decision = Decision(DecisionKind.SET_HEADING, 9999, {"heading": "x"})
    with pytest.raises(RuleError, match="小标题已经不在"):
        reviewing.decide(store, plan_id, decision, now)


def test_the_list_of_plans_counts_what_the_plan_itself_has(store, plan_id, now):
    first = load_plan(store, plan_id).plan.measures[0]
    reviewing.split_measure(store, plan_id, first.key, 4, now)
    decision = Decision(DecisionKind.JUNK, load_plan(store, plan_id).plan.measures[-1].key)
    reviewing.decide(store, plan_id, decision, now)
    title = Decision(DecisionKind.SET_FIELD, 0, {"field": "title", "value": "新标题"})
    reviewing.decide(store, plan_id, title, now)
    reviewing.settle_finding(store, plan_id, doubts(store, plan_id)[0], now)
    plan = load_plan(store, plan_id).plan
    found = [f for part in (plan, *plan.measures) for f in part.findings if f.severity != "hint"]
    (row,) = queries.plan_rows(store)
    assert (row.title, row.measures, row.open_findings) == (
        "新标题",
        len(plan.measures),
        len(found),
    )
