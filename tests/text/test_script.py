import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.rules.script import (
    doubt_particles,
    is_traditional,
    simplify,
    to_traditional,
)


def repaired(text):
    return MappedText.of(text).apply(simplify(text)).text


CONTEXT = "為認真貫徹執行,各單位應當嚴厲打擊侵權。"
PLAIN = "为认真贯彻执行,各单位应当严厉打击侵权。"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("知識產權", "知识产权"),
        ("製售假冒僞劣", "制售假冒伪劣"),
        ("爲羣衆服務,績效考覈", "为群众服务,绩效考核"),
        # the character that t2s never changes
        ("著力推進", "着力推进"),
        ("隨著發展", "随着发展"),
        ("顯著成效,著作權,著名品牌,專著", "显著成效,著作权,著名品牌,专著"),
        # words that t2s converts by character only
        ("建立台帳,開設帳戶", "建立台账,开设账户"),
        ("行政覆議,覆核", "行政复议,复核"),
        ("甚麼倣冒", "什么仿冒"),
        ("答覆", "答复"),
    ],
)
def test_a_traditional_document_becomes_simplified(before, after):
    assert repaired(CONTEXT + before) == PLAIN + after


@pytest.mark.parametrize(
    "text",
    [
        "显著提高,附著力,乾县的征求意见",
        "为认真贯彻执行,各单位应当严厉打击侵权。引文:「權利」。",
        "",
        "plain text",
    ],
)
def test_a_simplified_document_is_left_alone(text):
    assert not is_traditional(text)
    assert repaired(text) == text


@pytest.mark.parametrize("text", [CONTEXT, "打擊侵權", CONTEXT.replace(",", "\uff0c")])
def test_a_traditional_document_is_recognised(text):
    assert is_traditional(text)


def test_a_document_is_changed_at_once_and_told_by_word_like_stretches():
    raw = "嚴厲打擊侵權行為。維護市場秩序,發展經濟"
    text = MappedText.of(raw).apply(simplify(raw))
    assert len(text.changes) == 1
    assert [(r.before, r.after, r.span.start) for r in text.repairs] == [
        ("嚴厲打擊侵權行為", "严厉打击侵权行为", 0),
        ("維護市場", "维护市场", 9),
        ("發展經濟", "发展经济", 16),
    ]


def test_each_character_keeps_its_own_place():
    text = MappedText.of(CONTEXT).apply(simplify(CONTEXT))
    assert text.starts == tuple(range(len(CONTEXT)))


def test_a_lone_surrogate_stays_where_it_was():
    assert repaired("知識產權\ud800為") == "知识产权\ud800为"


@given(st.text())
def test_no_text_is_lost_or_lengthened(text):
    assert len(repaired(text)) == len(text)


def test_simplified_to_traditional_for_comparison():
    assert to_traditional("执法") == "執法"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("围绕著重点领域", [2]),
        ("随著作品增多,著力推进", [1, 7]),
        ("著眼长远,著手研究", [0, 5]),
        ("显著成效,著名品牌,著作权,专著,土著手艺,附著", []),
        ("着力推进", []),
    ],
)
def test_a_character_left_by_a_conversion_is_pointed_out(text, places):
    doubts = list(doubt_particles(text))
    assert [doubt.span.start for doubt in doubts] == places
    assert {doubt.candidates for doubt in doubts} <= {("着",)}
