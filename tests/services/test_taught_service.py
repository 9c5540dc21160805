"""Rules are taught, corrected, given to others and taken from them; plans are read by them."""

import pytest

from shuangda_desktop.errors import RuleError
from shuangda_desktop.plan.model import Decision, DecisionKind
from shuangda_desktop.services.reading import importing, reviewing, teaching
from shuangda_desktop.store.plans import load_plan
from shuangda_desktop.text.taught import Lesson, TaughtRule

RAW = """云溪市2026年工作要点
一、整治网络。(市场局牵头,市公安局配合)
云溪市门户网站 首页
二、整治农资。(市农业农村局负责)
"""
NAME = TaughtRule(Lesson.NAME, "市场局", "市市场监督管理局")
CHROME = TaughtRule(Lesson.CHROME, "云溪市门户网站 首页")
ROLE = TaughtRule(Lesson.ROLE, "承办股室", "责任单位")


def take_in(store, now, raw=RAW):
    draft = importing.read_pasted(raw, "要点", teaching.active_rules(store))
    return importing.keep_plan(store, draft, now)


def units(store, plan_id):
    return [duty.unit for m in load_plan(store, plan_id).plan.measures for duty in m.duties]


def only(store):
    (kept,) = teaching.load_rules(store)
    return kept


def test_a_rule_is_followed_at_the_next_reading_and_says_so(store, now):
    teaching.teach(store, NAME, now)
    plan_id = take_in(store, now)
    assert units(store, plan_id)[0] == "市市场监督管理局"
    kept = only(store)
    assert (kept.plans, kept.times, kept.used_on) == (1, 1, now.date())
    assert (kept.rule, kept.active, kept.taught_on) == (NAME, True, now.date())


def test_teaching_at_a_plan_reads_it_again_in_one_step(store, now, dump):
    plan_id = take_in(store, now)
    before = dump()
    assert teaching.teach(store, CHROME, now, plan_id) == ()
    assert "门户网站" not in load_plan(store, plan_id).text.text
    assert only(store).times == 1
    assert store.undo_label == "教会程序：“云溪市门户网站 首页”不是正文"
    store.undo()
    assert dump() == before


def test_a_mended_place_can_be_left_as_it_came(store, now):
    teaching.teach(store, CHROME, now)
    plan_id = take_in(store, now)
    (repair,) = load_plan(store, plan_id).text.repairs
    reviewing.reject_repair(store, plan_id, repair, now)
    assert "门户网站" in load_plan(store, plan_id).text.text
    assert only(store).times == 0


def test_the_same_words_take_the_new_meaning(store, now):
    teaching.teach(store, NAME, now)
    teaching.teach(store, TaughtRule(Lesson.NAME, " 市场局 ", "省市场监管局"), now)
    assert only(store).rule.meaning == "省市场监管局"


def test_a_rule_rests_and_is_followed_again(store, now):
    teaching.teach(store, NAME, now)
    teaching.set_active(store, [only(store)], False, now)
    assert teaching.active_rules(store) == ()
    assert units(store, take_in(store, now))[0] == "市场局"
    teaching.set_active(store, [only(store)], True, now)
    assert teaching.active_rules(store) == (NAME,)


def test_a_line_that_is_no_measure_may_be_taught_without_a_word_of_loss(store, now):
    raw = RAW.rstrip() + "\n云溪小程序同步刊发本文\n二、整治农资。(市公安局负责)\n"
    plan_id = importing.keep_plan(store, importing.read_pasted(raw, "要点"), now)
    line = next(m for m in load_plan(store, plan_id).plan.measures if "同步" in m.text)
    reviewing.decide(store, plan_id, Decision(DecisionKind.JUNK, line.key), now)
    rule = TaughtRule(Lesson.CHROME, "云溪小程序同步刊发本文")
    assert teaching.teach(store, rule, now, plan_id) == ()
    stored = load_plan(store, plan_id)
    assert reviewing.lost_corrections(stored) == ()
    assert "同步" not in "".join(m.text for m in stored.plan.measures)


def test_several_rules_rest_in_one_step(store, now):
    for rule in (NAME, CHROME):
        teaching.teach(store, rule, now)
    teaching.set_active(store, teaching.load_rules(store), False, now)
    assert store.undo_label == "停用2条规则"
    store.undo()
    assert set(teaching.active_rules(store)) == {NAME, CHROME}


def test_a_rule_is_corrected_and_forgotten(store, now, dump):
    teaching.teach(store, NAME, now)
    before = dump()
    other = TaughtRule(Lesson.NAME, "市场局", "市市场监管局")
    teaching.change_rule(store, only(store), other, now)
    assert only(store).rule == other
    store.undo()
    assert dump() == before
    teaching.teach(store, CHROME, now)
    teaching.forget(store, teaching.load_rules(store), now)
    assert teaching.load_rules(store) == ()
    assert store.undo_label == "删除2条规则"


@pytest.mark.parametrize(
    ("lesson", "selected", "kept"),
    [
        (Lesson.UNIT, "\u3001市贸促会", "市贸促会"),
        (Lesson.UNIT, "(市贸促会\uff0c", "市贸促会"),
        (Lesson.UNIT, "市贸促会\uff09\u3002", "市贸促会"),
        (Lesson.UNIT, "市委宣传部\uff08市版权局\uff09\u3001", "市委宣传部\uff08市版权局\uff09"),
        (Lesson.NAME, "市场局\u3001", "市场局"),
        (Lesson.ROLE, "承办股室\uff1a", "承办股室"),
        (Lesson.CHROME, "首页\uff1a", "首页\uff1a"),
    ],
)
def test_marks_that_were_selected_with_a_name_are_no_part_of_it(lesson, selected, kept):
    meaning = {Lesson.NAME: "市市场监督管理局", Lesson.ROLE: "责任单位"}.get(lesson, "")
    assert teaching.checked(TaughtRule(lesson, selected, meaning)).words == kept


def test_two_rules_about_the_same_words_are_refused(store, now):
    teaching.teach(store, NAME, now)
    teaching.teach(store, TaughtRule(Lesson.NAME, "商务局", "市商务局"), now)
    with pytest.raises(RuleError, match="已经有一条规则"):
        teaching.change_rule(store, teaching.load_rules(store)[1], NAME, now)


def test_a_rule_that_is_gone_is_not_changed(store, now):
    teaching.teach(store, NAME, now)
    kept = only(store)
    teaching.forget(store, [kept], now)
    for act in (
        lambda: teaching.change_rule(store, kept, CHROME, now),
        lambda: teaching.set_active(store, [kept], False, now),
    ):
        with pytest.raises(RuleError, match="已经不在了"):
            act()


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (TaughtRule(Lesson.CHROME, "  "), "要有文字"),
        (TaughtRule(Lesson.CHROME, "甲\n乙"), "在一行里"),
        (TaughtRule(Lesson.CHROME, "甲" * 201), "超过200字"),
        (TaughtRule(Lesson.NAME, "市场局"), "哪个单位"),
        (TaughtRule(Lesson.NAME, "市场局", "市场局"), "哪个单位"),
        (TaughtRule(Lesson.ROLE, "承办股室", "局长"), "从三种里选一种"),
        (TaughtRule(Lesson.ROLE, "责任单位", "牵头单位"), "从三种里选一种"),
    ],
)
def test_a_rule_that_could_not_be_followed_is_refused(store, now, rule, said):
    with pytest.raises(RuleError, match=said):
        teaching.teach(store, rule, now)
    assert teaching.load_rules(store) == ()


def test_plans_that_hold_the_words_are_found(store, now):
    first, second = take_in(store, now), take_in(store, now, RAW.replace("市场局", "市监局"))
    assert teaching.plans_touched(store, NAME) == (first,)
    assert teaching.plans_touched(store, CHROME) == (second, first)


@pytest.mark.parametrize("lesson", list(Lesson))
def test_every_lesson_has_its_words(lesson):
    assert teaching.LESSONS[lesson]
    assert "甲" in teaching.told(TaughtRule(lesson, "甲", "乙"))
