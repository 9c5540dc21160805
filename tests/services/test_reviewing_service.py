"""Checking a reading: decisions are kept, replayed, and can be taken back."""

import pytest

from shuangda_desktop.errors import RuleError, StoreError
from shuangda_desktop.plan.model import Decision, DecisionKind
from shuangda_desktop.services.reading import corrections, importing, reviewing
from shuangda_desktop.store import queries
from shuangda_desktop.store.plans import load_plan


def revised(store, plan_id):
    return load_plan(store, plan_id).plan


def test_a_field_is_corrected_and_the_detected_one_stays(store, plan_id, now):
    decision = Decision(DecisionKind.SET_FIELD, 0, {"field": "title", "value": "新标题"})
    reviewing.decide(store, plan_id, decision, now)
    stored = load_plan(store, plan_id)
    assert (stored.plan.title, stored.detected.title) == ("新标题", "示例省工作要点")
    assert stored.decisions == (decision,)
    assert store.undo_label == "更正标题"


def test_the_duties_of_a_measure_are_corrected(store, plan_id, now):
    key = revised(store, plan_id).measures[1].key
    duties = [{"unit": "省商务厅", "role": "lead", "scope": None}]
    decision = Decision(DecisionKind.SET_DUTIES, key, {"duties": duties})
    reviewing.decide(store, plan_id, decision, now)
    assert [d.unit for d in revised(store, plan_id).measures[1].duties] == ["省商务厅"]
    assert store.undo_label == "更正责任分工“查处仿冒食品。”"


def test_a_measure_is_split_and_merged_again(store, plan_id, now):
    first = revised(store, plan_id).measures[0]
    reviewing.decide(store, plan_id, Decision(DecisionKind.SPLIT, first.key, {"offset": 7}), now)
    assert [m.text for m in revised(store, plan_id).measures[:2]] == [
        "检查集镇商店。",
        "每季度通报。",
    ]
    reviewing.decide(store, plan_id, Decision(DecisionKind.MERGE, first.key), now)
    assert revised(store, plan_id).measures[0].text == first.text
    assert store.undo_label == "合并措施“检查集镇商店。”和“每季度通报。”"


def test_a_measure_beside_others_under_one_heading_is_called_by_its_own_words(store, now):
    raw = "云泽省2026年工作要点\n一、整治市场\n(一)管好集市\n整治指标\uff1a亮证经营率达到98%。\n1.查证照。每季度检查。(省商务厅负责)\n2.查货源。每月检查。(省商务厅负责)"
    plan_id = importing.keep_plan(store, importing.read_pasted(raw, "要点"), now)
    goal, work = revised(store, plan_id).measures[:2]
    reviewing.decide(store, plan_id, Decision(DecisionKind.JUNK, goal.key), now)
    assert store.undo_label.startswith("去掉措施“整治指标")
    reviewing.decide(store, plan_id, Decision(DecisionKind.JUNK, work.key), now)
    assert store.undo_label == "去掉措施“查证照”"


def test_a_heading_is_moved_and_taken_out_by_its_name(store, plan_id, now):
    heading = next(s for s in revised(store, plan_id).sections if s.heading)
    value = {"level": heading.level + 1, "heading": heading.heading}
    at = heading.span.start
    reviewing.decide(store, plan_id, Decision(DecisionKind.SET_HEADING, at, value), now)
    assert store.undo_label == f"更正小标题“{heading.heading}”"
    reviewing.decide(store, plan_id, Decision(DecisionKind.DROP_HEADING, at), now)
    assert store.undo_label == f"去掉小标题“{heading.heading}”"


def test_junk_is_no_measure(store, plan_id, now):
    measures = revised(store, plan_id).measures
    reviewing.decide(store, plan_id, Decision(DecisionKind.JUNK, measures[2].key), now)
    assert [m.key for m in revised(store, plan_id).measures] == [m.key for m in measures[:2]]


def test_a_settled_doubt_is_gone_from_the_queue(store, plan_id, now):
    (finding,) = revised(store, plan_id).measures[1].findings
    assert queries.plan_rows(store)[0].open_findings == 1
    reviewing.settle_finding(store, plan_id, finding, now)
    assert queries.plan_rows(store)[0].open_findings == 0
    assert store.undo_label == "核对疑点"


def test_a_rejected_repair_gives_a_new_reading_in_the_same_step(store, now, dump, heard):
    raw = "一、加強監管(jiān)和執法協調工作，維護權(quán)利。（省公安廳負責）"
    plan_id = importing.keep_plan(store, importing.read_pasted(raw, "一段"), now)
    before = dump()
    repairs = load_plan(store, plan_id).text.repairs
    gloss = next(r for r in repairs if "jiān" in r.before)
    heard.clear()
    decision = Decision(DecisionKind.REJECT_REPAIR, gloss.span.start, {"rule": gloss.rule})
    reviewing.decide(store, plan_id, decision, now)
    after = load_plan(store, plan_id)
    assert "(jiān)" in after.text.text
    assert "(quán)" not in after.text.text
    assert gloss not in after.text.repairs
    assert (len(heard), store.undo_label) == (1, "撤回修复")
    store.undo()
    assert dump() == before


def test_a_second_rejection_keeps_the_first(store, now):
    raw = "一、加強監管(jiān)和執法協調工作，維護權(quán)利。（省公安廳負責）"
    plan_id = importing.keep_plan(store, importing.read_pasted(raw, "一段"), now)
    for word in ("jiān", "quán"):
        repairs = load_plan(store, plan_id).text.repairs
        gloss = next(r for r in repairs if word in r.before)
        decision = Decision(DecisionKind.REJECT_REPAIR, gloss.span.start, {"rule": gloss.rule})
        reviewing.decide(store, plan_id, decision, now)
    text = load_plan(store, plan_id).text.text
    assert "(jiān)" in text
    assert "(quán)" in text


@pytest.mark.parametrize(
    ("kind", "measure", "value", "said"),
    [
        (DecisionKind.SET_TEXT, None, {"text": "新"}, "这项措施已经不在了"),
        (DecisionKind.JUNK, None, {}, "这项措施已经不在了"),
        (DecisionKind.MERGE, 2, {}, "最后一项措施"),
        (DecisionKind.SPLIT, 0, {"offset": 0}, "不在措施文字的中间"),
        (DecisionKind.SPLIT, 0, {"offset": 13}, "不在措施文字的中间"),
        (DecisionKind.SPLIT, 0, {}, "不在措施文字的中间"),
        (DecisionKind.SET_FIELD, None, {"field": "colour", "value": "红"}, "没有这一项信息"),
        (DecisionKind.REJECT_REPAIR, None, {"rule": "glosses"}, "这一处修复已经不在了"),
    ],
)
def test_a_decision_that_could_never_work_is_refused(
    store, plan_id, now, dump, kind, measure, value, said
):
    at = 9999 if measure is None else revised(store, plan_id).measures[measure].key
    before = dump()
    with pytest.raises(RuleError, match=said):
        reviewing.decide(store, plan_id, Decision(kind, at, value), now)
    assert dump() == before


def test_a_decision_about_a_plan_that_is_gone_is_refused(store, now):
    with pytest.raises(StoreError):
        reviewing.decide(store, 5, Decision(DecisionKind.SETTLE, 0, {"code": "x"}), now)


@pytest.mark.parametrize("kind", list(DecisionKind))
def test_every_kind_of_decision_has_a_label(kind):
    assert corrections.LABELS[kind]


def test_undo_takes_a_decision_back(store, plan_id, now, dump, heard):
    before = dump()
    decision = Decision(DecisionKind.SET_FIELD, 0, {"field": "plan_year", "value": 2025})
    reviewing.decide(store, plan_id, decision, now)
    assert heard == [{"decision"}]
    store.undo()
    assert dump() == before


def test_what_was_struck_out_is_put_back_after_a_restart(store, plan_id, now, dump):
    measures = revised(store, plan_id).measures
    reviewing.decide(store, plan_id, Decision(DecisionKind.JUNK, measures[1].key), now)
    assert [m.key for m in revised(store, plan_id).struck] == [measures[1].key]
    before = dump()
    reviewing.decide(store, plan_id, Decision(DecisionKind.PUT_BACK, measures[1].key), now)
    assert revised(store, plan_id).measures == measures
    assert store.undo_label == "恢复措施\u201c查处仿冒食品。\u201d"
    (row,) = queries.plan_rows(store)
    assert row.measures == len(measures)
    assert corrections.matters(load_plan(store, plan_id).decisions) == ()
    store.undo()
    assert dump() == before


def test_only_what_is_struck_out_can_be_put_back(store, plan_id, now):
    one, two, three = revised(store, plan_id).measures
    back = Decision(DecisionKind.PUT_BACK, two.key)
    with pytest.raises(RuleError, match="没有去掉过"):
        reviewing.decide(store, plan_id, back, now)
    for decision in (Decision(DecisionKind.JUNK, two.key), Decision(DecisionKind.MERGE, one.key)):
        reviewing.decide(store, plan_id, decision, now)
    with pytest.raises(RuleError, match="属于别的措施"):
        reviewing.decide(store, plan_id, back, now)
    assert [m.key for m in revised(store, plan_id).measures] == [one.key]
    assert three.text in revised(store, plan_id).measures[0].text
