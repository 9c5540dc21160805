"""What the clerk struck out stands apart from the measures, and can be one again."""

from dataclasses import replace

import pytest

from shuangda_desktop.plan.model import Decision, DecisionKind
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.plan.revising.replay import replay
from shuangda_desktop.plan.revising.revise import revise
from shuangda_desktop.text.mapped import MappedText

TEXT = MappedText.of("""云溪市2023年工作要点
一、重点任务
(一)整治网络。清理链接。(市公安局负责)
(二)整治农资。6月底前抽检农药。(市农业农村局牵头)
(三)整治商圈。检查商店。(市商务局负责)
""")
Kind = DecisionKind


@pytest.fixture(scope="module")
def plan():
    return parse(TEXT)


def decided(plan, *decisions):
    return revise(plan, [Decision(kind, at, value) for kind, at, value in decisions])


def test_it_comes_back_in_its_place_as_it_was_when_it_was_struck_out(plan):
    one, two, three = plan.measures
    reworded = decided(plan, (Kind.SET_TEXT, two.key, {"text": "改过。"}), (Kind.JUNK, two.key, {}))
    assert reworded.measures == (one, three)
    assert reworded.struck == (replace(two, text="改过。"),)
    back = decided(reworded, (Kind.PUT_BACK, two.key, {}))
    assert back.measures == (one, replace(two, text="改过。"), three)
    assert back.struck == ()


def test_only_what_was_struck_out_comes_back_and_only_once(plan):
    assert decided(plan, (Kind.PUT_BACK, plan.measures[0].key, {})) == plan
    assert decided(plan, (Kind.JUNK, 99999, {})) == plan
    key = plan.measures[0].key
    twice = [(Kind.JUNK, key, {}), (Kind.PUT_BACK, key, {}), (Kind.PUT_BACK, key, {})]
    assert decided(plan, *twice) == plan


def test_where_another_measure_begins_by_now_nothing_comes_back(plan):
    two = plan.measures[1]
    struck = replace(plan, struck=(replace(two, text="从前的"),))
    assert decided(struck, (Kind.PUT_BACK, two.key, {})) == struck


def test_others_that_are_struck_out_stay_so(plan):
    one, two, three = (measure.key for measure in plan.measures)
    out = [(Kind.JUNK, key, {}) for key in (one, two, three)]
    back = decided(plan, *out, (Kind.PUT_BACK, two, {}))
    assert [m.key for m in back.measures] == [two]
    assert [m.key for m in back.struck] == [one, three]


def test_words_that_are_added_as_a_measure_are_struck_out_no_more(plan):
    one, two, _ = plan.measures
    out = [(Kind.JUNK, key, {}) for key in (one.key, two.key)]
    where = two.span.start + 2
    added = decided(plan, *out, (Kind.ADD, where, {"stop": two.span.end, "text": "抽检农药。"}))
    assert [m.key for m in added.struck] == [one.key]


def test_it_follows_the_headings(plan):
    two, heading = plan.measures[1], plan.sections[1]
    out = decided(plan, (Kind.JUNK, two.key, {}), (Kind.DROP_HEADING, heading.span.start, {}))
    assert [out.sections[m.section].heading for m in out.struck] == ["整治农资"]


def test_both_decisions_find_their_place_in_another_reading_or_neither_is_missed(plan):
    two = plan.measures[1]
    both = [Decision(Kind.JUNK, two.key), Decision(Kind.PUT_BACK, two.key)]
    assert replay(plan, TEXT, both).plan == plan
    unread = replace(plan, measures=(plan.measures[0], plan.measures[2]))
    assert replay(unread, TEXT, both).lost == ()
