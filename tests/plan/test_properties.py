"""Whatever the text, reading it ends quickly, never raises, and points back into the text."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from shuangda_desktop.plan.model import Decision, DecisionKind
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.plan.revising.revise import revise
from shuangda_desktop.text.mapped import MappedText

PIECES = [
    *"一二三1239(\uff08)\uff09[]〔〕【】《》“”、。,\uff0c;\uff1b:\uff1a?\n\t| \u3000\u2028",
    "一、", "(一)", "(二)", "1.", "2.", "(1)", "①", "第一条", "任务一:", "【目标任务】",
    "市公安局", "市商务局", "各县(市、区)人民政府", "有关部门", "海关", "某某某",
    "牵头", "负责", "配合", "会同", "按职责分工", "等", "及", "和", "由",
    "牵头单位:", "责任单位:", "责 任 单 位", "完成时限:", "联系人:", "· ",
    "序号", "重点任务", "责任单位", "备注",
    "2023年", "6月底前", "9月", "30日", "每月", "到2025年", "十四五期间", "印发之日起30日内",
    "达到", "不少于", "98%", "10件", "以上", "分别", "5分",
    "列第一位者为牵头单位,下同", "云溪市", "工作要点", "关于印发", "的通知", "云政发〔2023〕8号",
    "2023年4月7日", "2018111", "印发", "抄送:", "附件:", "附件1", "整治市场。", "做好工作",
    "??", "\ufffd", "a", "A",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def check(text):
    plan = parse(MappedText.of(text))
    keys = [measure.key for measure in plan.measures]
    for measure in plan.measures:
        assert 0 <= measure.span.start <= measure.key <= measure.span.end <= len(text)
        assert measure.section is None or 0 <= measure.section < len(plan.sections)
        assert all(duty.unit for duty in measure.duties)
        assert len({d.due_on for d in measure.deadlines}) == len(measure.deadlines)
    for at, section in enumerate(plan.sections):
        assert section.parent is None or section.parent < at
        assert 0 <= section.span.start < section.span.end <= len(text)
    for finding in (*plan.findings, *(f for m in plan.measures for f in m.findings)):
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
    assert keys == sorted(set(keys))
    return plan


@settings(max_examples=400)
@given(texts)
@example("")
@example("\ufeff\x00\u2028\u2029\x85")
@example("· 责任单位:")
@example("(一)(市公安局负责)\n\n一、\n(")
@example("任务\t责任单位\n\t\n——\t——")
def test_reading_never_raises_and_stays_in_the_text(text):
    check(text)


@settings(max_examples=200)
@given(st.text(max_size=300))
def test_any_text_at_all_is_read(text):
    check(text)


@settings(max_examples=200)
@given(texts, st.data())
def test_any_decisions_can_be_replayed(text, data):
    plan = parse(MappedText.of(text))
    keys = [m.key for m in plan.measures] + [s.span.start for s in plan.sections] + [0, 7]
    values = st.fixed_dictionaries(
        {},
        optional={
            "offset": st.integers(-2, 40),
            "text": st.sampled_from(["甲", "", None]),
            "duties": st.sampled_from([[], [{"unit": "甲局", "role": "lead"}], None]),
            "due_on": st.sampled_from(["2023-01-01", None, "x"]),
            "field": st.sampled_from(["title", "plan_year", "level", "x"]),
            "value": st.sampled_from(["2023", "city", None]),
            "heading": st.just("甲"),
            "level": st.integers(-1, 9),
            "code": st.sampled_from(["no-title", "no-verb"]),
        },
    )
    decision = st.builds(
        Decision, st.sampled_from(list(DecisionKind)), st.sampled_from(keys), values
    )
    revised = revise(plan, data.draw(st.lists(decision, max_size=6)))
    for measure in revised.measures:
        assert 0 <= measure.span.start <= measure.span.end <= len(text)


HOSTILE = [
    "(", "((", "()", "(市公安局", "(各市、", "(5分", "市公安局、", "市公安局和", "一、", "(一)", "1.",
    "\n1.", "\n一、", "。(一)", "。二、", "责任单位:", "责 任 ", "牵头单位:A;", "a\tb\n", "|", "| a | b |\n",
    "序号\n任务\n责任单位\n", "序号\t任务\t责任单位\n", "9", "9月", "6月-", "2018年", "到2018", "每月", "每",
    "不少于9", "达到9%", "分别达到9%和", "、1%", "率", "力争", "《", "“", "】", "【目标】\n", " ", "市 ", "\n",
    "?", "第一", "首位为", "未列牵头", "牵头", "按职责", "会同", "由市公安局", "等", "及", "各市、", "附件:\n",
    "抄送:\n", "2018年6月1日\n", "市公安局\n", "市公安局2018年1月1日\n", "某市工作要点\n", "关于印发",
    "负责,", "市公安局负责,", "市公安局要", "市公安局负责)", "〔2018〕", "12、", "①", "任务一:", "第一条 ",
    "某市", "县", "第一章", "二、三", "(市、", "责任单位:市公安局\n", "A B ", "x ",
    "任务:查\n", "任务:查\n责任单位:某局\n", "编号|1|任务|查|责任单位|某局\n甲\n", "市公安局:查\n", "问:甲\n", "目录\n甲\n",
]  # fmt: skip


def seconds(text):
    """Processor time of reading a text."""
    started = time.process_time()
    parse(MappedText.of(text))
    return time.process_time() - started


@pytest.mark.slow
@pytest.mark.no_cover  # measured is the program, not what counts its lines
@pytest.mark.parametrize("head", ["", "一、任务\n(一)"], ids=["bare", "item"])
@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_length_only(piece, head):
    def grows(lengths, most, step):
        """Whether each of three turns shows more; by turns, for the machine may slow down meanwhile."""
        times = []
        for _ in range(3):
            times.append([seconds(head + (piece * n)[:n]) for n in lengths])
            short, long = (min(each) for each in zip(*times, strict=True))
            if long <= most * short + step:
                return False
        return True

    if grows((4000, 16000), 5, 0.01):  # a square would need 16 times as long
        # Twice 2.5 for four times the length leaves room for the clock.
        assert not grows((8000, 32000), 6.25, 0.02)
