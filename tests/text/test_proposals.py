"""Proposals: never applied by themselves, applied when taken, gone when turned down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.source import SourceText, blocks_of

RAW = "示例市工作要点\n示双打发2018104号\n一、围绕著重点商品,做到源头严防 过程严管,查处案件。\n2018111\n"


def source(raw):
    return SourceText(raw, blocks_of(raw), "试", "", "text")


def keyed(text):
    return {p.rule: p for p in text.proposals}


def taken(proposal, which=0):
    return frozenset({(proposal.rule, proposal.span.start, proposal.candidates[which])})


def test_proposals_tell_their_place_in_the_raw_text():
    found = keyed(repair(source("\u200b" + RAW)))
    assert set(found) == {"particle", "document_number", "dates", "blanks"}
    for proposal in found.values():
        place = proposal.span
        assert ("\u200b" + RAW)[place.start : place.end] == proposal.before
        assert proposal.evidence.endswith("。")


def test_nothing_proposed_is_applied():
    assert repair(source(RAW)).text == RAW
    assert repair(source(RAW)).repairs == ()


@pytest.mark.parametrize(
    ("rule", "which", "after"),
    [
        ("dates", 0, "2018年1月11日"),
        ("dates", 1, "2018年11月1日"),
        ("document_number", 0, "示双打发〔2018〕104号"),
        ("particle", 0, "围绕着重点"),
        ("blanks", 0, "源头严防过程严管"),
        ("blanks", 1, "源头严防、过程严管"),
    ],
)
def test_what_the_clerk_takes_is_applied_and_told(rule, which, after):
    proposal = keyed(repair(source(RAW)))[rule]
    text = repair(source(RAW), accepted=taken(proposal, which))
    assert after in text.text
    (told,) = text.repairs
    assert (told.rule, told.span, told.before) == (rule, proposal.span, proposal.before)
    assert told.after == proposal.candidates[which]
    assert rule not in keyed(text)
    assert len(text.proposals) == 3


def test_a_proposal_that_was_turned_down_is_not_made_again():
    proposal = keyed(repair(source(RAW)))["dates"]
    text = repair(source(RAW), frozenset({(proposal.rule, proposal.span.start)}))
    assert "dates" not in keyed(text)
    assert text.text == RAW


def test_taking_can_be_undone_like_any_repair():
    proposal = keyed(repair(source(RAW)))["dates"]
    key = frozenset({(proposal.rule, proposal.span.start)})
    text = repair(source(RAW), key, accepted=taken(proposal))
    assert text.text == RAW
    assert "dates" not in keyed(text)


def test_an_answer_that_was_never_offered_changes_nothing():
    proposal = keyed(repair(source(RAW)))["dates"]
    strange = frozenset({(proposal.rule, proposal.span.start, "2031年1月1日")})
    assert repair(source(RAW), accepted=strange).text == RAW
    assert "dates" in keyed(repair(source(RAW), accepted=strange))


def test_other_repairs_may_be_undone_beside_what_was_taken():
    raw = RAW + "合格率,,达标\n"
    text = repair(source(raw))
    mark = next(r for r in text.repairs if r.rule == "marks")
    both = repair(
        source(raw), frozenset({("marks", mark.span.start)}), accepted=taken(keyed(text)["dates"])
    )
    assert "合格率,,达标" in both.text
    assert "2018年1月11日" in both.text


def test_damaged_characters_are_proposed_and_go_on_to_be_simplified():
    raw = "嚴厲打擊侵權行為,維護市場經濟秩序。\n由??谑旋埲A區負責\n"
    proposal = keyed(repair(source(raw)))["mojibake"]
    text = repair(source(raw), accepted=taken(proposal))
    assert text.text.endswith("由海口市龙华区负责\n")
    assert text.to_raw(Span(0, len(text.text))) == Span(0, len(raw))


@given(
    st.lists(
        st.sampled_from(
            ["2018111\n", "示双打发20185号\n", "围绕著,", "甲乙丙,丁戊 己庚,辛。", "產權,,", "\n"]
        ),
        max_size=12,
    ).map("".join),
    st.randoms(use_true_random=False),
)
def test_any_choice_is_followed_and_all_can_be_undone(raw, chance):
    full = repair(source(raw))
    some = [p for p in full.proposals if chance.random() < 0.6]
    accepted = frozenset((p.rule, p.span.start, chance.choice(p.candidates)) for p in some)
    text = repair(source(raw), accepted=accepted)
    left = {(p.rule, p.span.start) for p in text.proposals}
    assert left == {(p.rule, p.span.start) for p in full.proposals} - {
        (p.rule, p.span.start) for p in some
    }
    keys = frozenset((r.rule, r.span.start) for r in text.repairs)
    assert repair(source(raw), keys, accepted=accepted).text == raw


def test_what_the_clerk_writes_need_not_be_offered():
    proposal = keyed(repair(source(RAW)))["dates"]
    answer = frozenset({("dates", proposal.span.start, "2018年11月12日")})
    text = repair(source(RAW), typed=answer)
    assert "\n2018年11月12日\n" in text.text
    assert "dates" not in keyed(text)
    (told,) = text.repairs
    undone = repair(source(RAW), frozenset({(told.rule, told.span.start)}), typed=answer)
    assert undone.text == RAW
