"""The chain of rules as a whole; each rule has its own before/after table beside it."""

from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.source import SourceText, blocks_of


def source(raw):
    return SourceText(raw, blocks_of(raw), "试", "", "text")


def keys(text):
    return frozenset((r.rule, r.span.start) for r in text.repairs)


DAMAGED = "\u200b關(guān)於知識產(chǎn)權(quán)保護工作的通知\n各單位應當嚴厲打擊。"


def test_the_rules_work_one_after_the_other():
    assert repair(source(DAMAGED)).text == "关于知识产权保护工作的通知\n各单位应当严厉打击。"


def test_a_repair_points_into_the_raw_text():
    text = repair(source(DAMAGED))
    at = text.text.index("产权")
    where = text.to_raw(Span(at, at + 2))
    assert DAMAGED[where.start : where.end] == "產(chǎn)權"


def test_undoing_everything_gives_the_raw_text():
    text = repair(source(DAMAGED))
    assert repair(source(DAMAGED), keys(text)).text == DAMAGED


def test_one_repair_can_be_undone_alone():
    text = repair(source(DAMAGED))
    gloss = next(r for r in text.repairs if r.rule == "glosses")
    undone = repair(source(DAMAGED), frozenset({("glosses", gloss.span.start)}))
    assert undone.text.startswith("关(guān)于知识产权")


@given(st.text(alphabet="產權甲乙(chǎn)quán \u200b\u00a0\n?\uff1f。,、2018〔〕0号\t", max_size=80))
def test_any_text_is_repaired_and_can_be_had_back(raw):
    text = repair(source(raw))
    assert text.raw == raw
    assert keys(repair(source(raw), keys(text))) == frozenset()
    assert repair(source(raw), keys(text)).text == raw
    assert all(0 <= r.span.start <= r.span.end <= len(raw) for r in text.repairs)


@given(st.text())
def test_repairing_never_raises(raw):
    assert repair(source(raw)).raw == raw
