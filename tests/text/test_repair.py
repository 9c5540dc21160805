"""The chain of rules as a whole; each rule has its own before/after table beside it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.punctuation import widen
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


def test_of_a_converted_document_one_word_alone_can_be_undone():
    raw = "嚴厲打擊侵權,走訪農戶,維護市場秩序"
    text = repair(source(raw))
    word = next(r for r in text.repairs if r.before == "訪農戶")
    undone = repair(source(raw), frozenset({(word.rule, word.span.start)}))
    assert undone.text == "严厉打击侵权,走訪農戶,维护市场秩序"
    assert len(undone.changes) == 1
    assert {r.before for r in text.repairs} - {r.before for r in undone.repairs} == {"訪農戶"}


def test_words_around_a_gloss_are_undone_apart():
    raw = "嚴厲打擊知識產(chǎn)權(quán)侵害"
    text = repair(source(raw))
    assert [r.before for r in text.repairs if r.rule == "script"] == ["嚴厲打擊知識產", "權"]
    undone = repair(source(raw), frozenset({("script", raw.index("權"))}))
    assert undone.text == "严厉打击知识产權侵害"


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


def test_all_damage_at_once():
    raw = (
        "当前位置:首页> 通知\n示例市工作要點\n示雙打發 〔20243號\n2024315\n"
        "一、 強化監管\n(一)打擊\u200b侵犯知識產(chǎn)權(quán),,維護權(quán)益。(由??诤jP、市\n公安局負責)\n责任编辑:\n"
    )
    assert repair(source(raw)).text == (
        "示例市工作要点\n示双打发〔2024〕3号\n2024年3月15日\n"
        "一、强化监管\n(一)打击侵犯知识产权,维护权益。(由海口海关、市公安局负责)\n"
    )


CLEAN = (
    "示例市打击侵权假冒工作要点\n示双打发〔2024〕3号\n各成员单位:\n一、加强市场监管\n"
    "(一)开展整治。对“三无”商品(含网售)逐一核查,年内不少于2次。(市市场监管局牵头,市公安局配合)\n"
    "1.做好3·15宣传;2.推进“互联网+”监管,合格率达到98%以上。\n示例市双打办\n2024年3月15日\n"
)


def test_a_clean_plan_is_not_touched():
    for text in (CLEAN, widen(CLEAN)):
        assert repair(source(text)).repairs == ()


@pytest.mark.parametrize(
    "unit",
    [
        "甲",
        " ",
        "\u3000 ",
        "1",
        "(",
        "权(quán)",
        "?。",
        "??",
        "甲 乙 ",
        "〔2018",
        "一、",
        "甲\n",
        "\n",
        "、,",
        "— 1 —\n",
        "责 ",
        "\t",
        "【",
        "產",
        "扫一扫",
        "返回首页",
        "扫码关注 ",
        "分享到微信",
        "點擊數:1\n",
        "相关文章\n",
        "索引号:1\n文号:甲\n",
        "著力",
        "2018111\n",
        "示发20181号",
        "甲乙丙,丁戊 己庚 辛",
        "甲乙丙丁 ",
        "??甲",
    ],
)
def test_time_grows_with_the_length_only(unit):
    def seconds(length):
        text = source((unit * length)[:length])
        started = time.process_time()
        repair(text)
        return time.process_time() - started

    seconds(1000)  # tables are made once
    if seconds(8000) <= 1.5 * seconds(4000) + 0.05:  # far from a square
        return
    # by turns, for the machine may slow down meanwhile
    times = [(seconds(4000), seconds(16000)) for _ in range(5)]
    short, long = (min(each) for each in zip(*times, strict=True))
    assert long < 9 * short + 0.05  # a square would take sixteen times as long
