"""What holds for every rule: edits only, within the text, told apart, and not twice."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.text.mapped import MappedText, Span
from shuangda_desktop.text.repair import repair, rules_for
from shuangda_desktop.text.source import SourceText, blocks_of

RULES = rules_for(("示例海关",))
PIECES = [
    "一、加强监管\n",
    "(一)知識產(chǎn)權(quán)保護。",
    "??诤jP",
    "?。ǘ┩七M",
    "当前位置:首页\n",
    "— 3 —\n",
    "\n\n",
    " ",
    "\u3000\u3000",
    "2018626\n",
    "示发〔2018104号",
    ",,",
    "责 任 单 位:",
    "市公安局、\n",
    "\u200b",
    "很长的一行文字没有标点一直写到行末为止还在继续写下去\n",
    "甲\t乙\n",
    "(",
    "\U0001f600",
]
texts = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def named(rule):
    return getattr(rule, "__name__", "restore_shifted")


def source(raw):
    return SourceText(raw, blocks_of(raw), "试", "", "text")


@pytest.mark.parametrize("rule", RULES, ids=named)
@given(texts)
def test_edits_lie_within_the_text_and_change_something(rule, text):
    for edit in rule(text):
        assert 0 <= edit.span.start <= edit.span.end <= len(text)
        assert text[edit.span.start : edit.span.end] != edit.new
        assert edit.certain


@pytest.mark.parametrize("rule", RULES, ids=named)
@given(texts)
def test_edits_of_one_rule_do_not_overlap(rule, text):
    spans = sorted(edit.span for edit in rule(text))
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize("rule", RULES, ids=named)
@pytest.mark.parametrize("text", ["", "\n", " ", "甲", "abc", "\n\n\n", "。"])
def test_a_text_with_nothing_in_it_is_left(rule, text):
    assert list(rule(text)) == []


@given(texts)
def test_repairs_tell_what_stood_in_the_raw_text(raw):
    text = repair(source(raw))
    for each in text.repairs:
        assert 0 <= each.span.start <= each.span.end <= len(raw)
        assert each.before != each.after
    whole = text.to_raw(Span(0, len(text.text)))
    assert whole.end <= len(raw)


@pytest.mark.no_cover  # reads each text three times over; other tests walk through every line
@given(texts, st.randoms(use_true_random=False))
def test_any_choice_of_repairs_can_be_undone_and_all_gives_raw(raw, chance):
    full = repair(source(raw))
    keys = sorted({(r.rule, r.span.start) for r in full.repairs})
    some = frozenset(k for k in keys if chance.random() < 0.5)
    undone = repair(source(raw), some)
    assert not {(r.rule, r.span.start) for r in undone.repairs} & some
    assert repair(source(raw), frozenset(keys)) == MappedText.of(raw)


@given(texts)
def test_characters_that_no_rule_touched_stand_in_their_order(raw):
    text = repair(source(raw))
    kept = [i for i in range(len(text.text)) if raw[text.starts[i] : text.ends[i]] == text.text[i]]
    assert [text.starts[i] for i in kept] == sorted({text.starts[i] for i in kept})


def test_unit_names_reach_the_rule_that_needs_them():
    raw = "由??谔梁jP負責,嚴厲打擊。"
    assert repair(source(raw)).text != repair(source(raw), names=["海口塘海关"]).text
    assert "海口塘海关" in repair(source(raw), names=["海口塘海关"]).text
