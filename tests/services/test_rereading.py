"""A kept document read again: what differs is shown, decisions go along, lost ones are named."""

from dataclasses import replace

import pytest

from shuangda_desktop.errors import RuleError, SourceError
from shuangda_desktop.plan.model import Decision, DecisionKind
from shuangda_desktop.plan.revising import replay
from shuangda_desktop.plan.revising.differences import Change
from shuangda_desktop.services.city import directory
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.services.reading import importing, rereading, reviewing, teaching
from shuangda_desktop.services.reading.drafts import Draft, read_source
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.store import queries
from shuangda_desktop.store.plans import load_plan
from shuangda_desktop.tasks.model import ProgressEntry
from shuangda_desktop.text.source import blocks_of
from shuangda_desktop.text.taught import Lesson, TaughtRule

RAW = """云溪市2026年工作要点
一、整治网络。(市场局牵头，市公安局配合)
二、整治农资。(市农业农村局负责)
三、整治商圈。(市商务局负责)
"""
Kind = DecisionKind


def pasted(raw=RAW):
    return importing.read_pasted(raw, "要点")


def older(draft):
    """As an older program read it: the second measure was missed, the third ran on."""
    one, _, three = draft.plan.measures
    return replace(draft, plan=replace(draft.plan, measures=(one, replace(three, text="商圈。"))))


@pytest.fixture
def plan_id(store, now):
    return importing.keep_plan(store, older(pasted()), now)


def again(store, plan_id):
    return rereading.read_kept(load_plan(store, plan_id), teaching.active_rules(store))


def told(reread):
    return [(d.change, d.what, d.before, d.after) for d in reread.differences]


def test_what_differs_is_shown_before_anything_changes(store, plan_id, dump):
    before = dump()
    assert told(again(store, plan_id)) == [
        (Change.ADDED, "措施", "", "整治农资。"),
        (Change.CHANGED, "措施", "商圈。", "整治商圈。"),
    ]
    assert dump() == before


def test_the_new_reading_is_adopted_and_undone(store, plan_id, now, dump):
    before = dump()
    assert rereading.adopt(store, again(store, plan_id), now) == plan_id
    assert again(store, plan_id).is_same
    assert len(load_plan(store, plan_id).plan.measures) == 3
    assert store.undo_label == "采用《云溪市2026年工作要点》的新读法"
    store.undo()
    assert dump() == before


def test_decisions_stay_and_lost_ones_are_named(store, plan_id, now):
    third = load_plan(store, plan_id).plan.measures[1]
    reviewing.decide(store, plan_id, Decision(Kind.SET_TEXT, third.key, {"text": "改。"}), now)
    first = load_plan(store, plan_id).plan.measures[0]
    reviewing.split_measure(store, plan_id, first.key, 2, now)
    stored = load_plan(store, plan_id)
    reread = rereading.read_kept(stored, ())
    assert reread.lost == ()
    taught = (TaughtRule(Lesson.CHROME, "一、整治网络。(市场局牵头，市公安局配合)"),)
    reread = rereading.read_kept(stored, taught)
    (lost,) = reread.lost
    assert (lost.decision.kind, lost.reason) == (Kind.SPLIT, replay.NO_MEASURE)
    teaching.teach(store, taught[0], now)
    rereading.adopt(store, reread, now)
    after = load_plan(store, plan_id)
    assert after.decisions == stored.decisions  # a later reading may have its place again
    assert [m.text for m in after.plan.measures] == ["整治农资。", "改。"]
    assert rereading.read_kept(after, taught).is_same


def test_taught_rules_are_offered_to_plans_that_are_here(store, plan_id, now):
    rereading.adopt(store, again(store, plan_id), now)
    teaching.teach(store, TaughtRule(Lesson.NAME, "市场局", "市市场监督管理局"), now)
    difference, doubt = again(store, plan_id).differences
    assert difference.after.startswith("市市场监督管理局牵头")
    assert "没有写明是哪一级的单位" in doubt.before
    assert doubt.after == ""
    rereading.adopt(store, again(store, plan_id), now)
    assert teaching.load_rules(store)[0].times == 1


def test_a_plan_that_changed_meanwhile_is_not_overwritten(store, plan_id, now):
    reread = again(store, plan_id)
    decision = Decision(Kind.SET_FIELD, 0, {"field": "title", "value": "新"})
    reviewing.decide(store, plan_id, decision, now)
    with pytest.raises(RuleError, match="又有改动"):
        rereading.adopt(store, reread, now)


def test_a_reading_by_a_rule_that_was_taken_back_is_not_adopted(store, plan_id, now, dump):
    teaching.teach(store, TaughtRule(Lesson.NAME, "市场局", "市市场监督管理局"), now)
    reread = again(store, plan_id)
    store.undo()
    before = dump()
    with pytest.raises(RuleError, match="教过的规则在重新读取以后又有改动"):
        rereading.adopt(store, reread, now)
    assert dump() == before


@pytest.fixture
def file_plan(store, now):
    """The bytes of a file, read by an older program that missed a line and kept one of the page."""
    content = RAW.encode()
    raw = "网站首页\n" + RAW.replace("三、整治商圈。(市商务局负责)\n", "").replace(
        "整治农资", "整治 农资"
    )
    draft = pasted(raw)
    source = replace(draft.source, content=content, name="要点.txt", format="txt")
    plan_id = importing.keep_plan(store, read_source(source), now)
    first, second = load_plan(store, plan_id).plan.measures
    reviewing.decide(store, plan_id, Decision(Kind.SET_TEXT, first.key, {"text": "网络。"}), now)
    reviewing.decide(store, plan_id, Decision(Kind.SET_TEXT, second.key, {"text": "农。"}), now)
    return plan_id


def test_where_the_text_itself_differs_places_move(store, file_plan, now, dump):
    directory.set_up_city(store, "云泽省", "云溪市", now)
    splitting.divide(store, file_plan, now)
    task = queries.task_rows(store)[0]
    entry = ProgressEntry(task.task_id, task.units[0].unit, now.date(), 40, "已摸底。")
    tracking.record_progress(store, entry, now)
    before = dump()
    reread = again(store, file_plan)
    (lost,) = reread.lost
    assert (lost.decision.value, lost.reason) == ({"text": "农。"}, replay.NO_PLACE)
    assert (Change.ADDED, "措施", "", "整治商圈。") in told(reread)
    new_id = rereading.adopt(store, reread, now)
    stored = load_plan(store, new_id)
    assert stored.source.raw == RAW
    assert [m.text for m in stored.plan.measures] == ["网络。", "整治农资。", "整治商圈。"]
    (carried,) = [row for row in queries.task_rows(store) if row.percent]
    assert (carried.task_id, carried.plan_id) == (task.task_id, new_id)
    store.undo()
    assert dump() == before


def test_places_in_a_decision_move_with_it(store, now):
    draft = pasted("网站首页\n" + RAW)
    source = replace(draft.source, content=RAW.encode(), name="要点.txt")
    plan_id = importing.keep_plan(store, read_source(source), now)
    first = load_plan(store, plan_id).plan.measures[0]
    reviewing.split_measure(store, plan_id, first.key, 2, now)
    (decision,) = again(store, plan_id).decisions
    assert decision.at == first.key - 5
    assert decision.value["cut"] == RAW.index("网络")


def test_a_reading_can_be_stopped(store, now, tmp_path):
    content = ("一、整治网络。(市公安局负责)\n" * 60_000).encode()
    raw = "一、整治网络。(市公安局负责)"
    source = replace(pasted(raw).source, content=content, name="长.txt", blocks=blocks_of(raw))
    plan_id = importing.keep_plan(store, Draft(source, pasted(raw).text, pasted(raw).plan), now)
    with pytest.raises(SourceError, match="已停止"):
        rereading.read_kept(load_plan(store, plan_id), (), lambda: True)
