"""What was taught about units: exchanged as a whole, told, and no longer doubted."""

import pytest

from plan.telling import codes, told
from shuangda_desktop.plan.duties.taught import apply_taught, uses_of
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.source import SourceText, blocks_of
from shuangda_desktop.text.taught import Lesson, TaughtRule

RAW = """云溪市2023年工作要点
一、整治网络。(市场局牵头,市公安局配合)
二、整治农资。(市场局、市场监管所负责)
三、整治商圈。(双打小分队X负责)
四、整治仓库。责任股室:市公安局
"""
NAME = TaughtRule(Lesson.NAME, "市场局", "市市场监督管理局")
UNIT = TaughtRule(Lesson.UNIT, "双打小分队X")
ROLE = TaughtRule(Lesson.ROLE, "责任股室", "责任单位")
OTHER = TaughtRule(Lesson.NAME, "市文旅局", "市文化广电和旅游局")


def read(*rules):
    return parse(MappedText.of(RAW), rules)


def test_a_name_is_exchanged_as_a_whole_and_told():
    plan = read(NAME)
    assert [told(m.duties) for m in plan.measures[:2]] == [
        "lead 市市场监督管理局; cooperating 市公安局",
        "responsible 市市场监督管理局, 市场监管所",
    ]
    (hint,) = [f for f in plan.measures[0].findings if f.code == "taught-name"]
    assert hint.message == "\u201c市场局\u201d按教过的规则读作\u201c市市场监督管理局\u201d。"
    assert hint.span == plan.measures[0].span


def test_a_word_that_is_a_unit_is_read_as_one():
    assert told(read().measures[2].duties) == ""
    plan = read(UNIT)
    assert told(plan.measures[2].duties) == "responsible 双打小分队X"
    assert plan.measures[2].text == "整治商圈。"
    assert codes(plan)[2] == []


def test_longer_words_are_seen_first():
    raw = "云溪市2023年工作要点\n一、整治。(小分队X、大小分队X负责)\n"
    rules = [TaughtRule(Lesson.UNIT, word) for word in ("小分队X", "大小分队X", "乙")]
    plan = parse(MappedText.of(raw), rules)
    assert told(plan.measures[0].duties) == "responsible 小分队X, 大小分队X"


def test_a_name_that_is_known_is_not_doubted():
    raw = RAW.replace("市场监管所", "推进办X")
    assert "unknown-unit" in codes(parse(MappedText.of(raw)))[1]
    known = TaughtRule(Lesson.NAME, "推进办X", "市推进办公室")
    plan = parse(MappedText.of(raw), [known])
    assert codes(plan)[1] == []
    assert told(plan.measures[1].duties) == "responsible 市场局, 市推进办公室"


def test_a_name_whose_unit_is_taught_is_not_asked_for_its_level():
    clause = "(气象局牵头,市公安局、某某某负责)"
    raw = f"云溪市2023年工作要点\n一、整治网络。{clause}\n"
    doubted = codes(parse(MappedText.of(raw)))[0]
    assert "no-prefix" in doubted
    known = TaughtRule(Lesson.NAME, "气象局", "市气象局")
    assert codes(parse(MappedText.of(raw), [known]))[0] == [c for c in doubted if c != "no-prefix"]


def test_a_name_is_known_without_the_prefix_that_it_took_from_its_list():
    raw = "云溪市2023年工作要点\n一、整治网络。({}公安局牵头,工商局配合)\n"
    rule = TaughtRule(Lesson.NAME, "工商局", "市市场监督管理局")
    text = MappedText.of(raw.format("市"))
    assert told(parse(text).measures[0].duties) == "lead 市公安局; cooperating 市工商局"
    plan = parse(text, [rule])
    assert told(plan.measures[0].duties) == "lead 市公安局; cooperating 市市场监督管理局"
    assert uses_of(rule, text, plan) == 1
    said = MappedText.of(raw.format("市").replace("工商局", "市工商局"))
    assert told(parse(said, [rule]).measures[0].duties) == "lead 市公安局; cooperating 市工商局"


def test_a_name_that_means_a_unit_twice_is_one_unit():
    twice = TaughtRule(Lesson.NAME, "市场监管所", "市场局")
    assert told(read(twice).measures[1].duties) == "responsible 市场局"


@pytest.mark.parametrize(("rule", "times"), [(NAME, 2), (UNIT, 1), (OTHER, 0), (ROLE, 1)])
def test_uses_are_counted(rule, times):
    text = repair(SourceText(RAW, blocks_of(RAW), "试", "", "text"), taught=[rule])
    assert uses_of(rule, text, parse(text, [rule])) == times


def test_without_rules_about_units_the_plan_is_the_same():
    plan = read()
    assert apply_taught(plan, ()) is plan
    assert apply_taught(plan, [ROLE]) is plan


def test_a_label_that_was_taught_is_read():
    text = repair(SourceText(RAW, blocks_of(RAW), "试", "", "text"), taught=[ROLE])
    assert told(parse(text).measures[3].duties) == "responsible 市公安局"


def test_a_word_that_is_a_unit_inherits_no_prefix():
    raw = "云泽省2023年工作要点\n一、整治。(省公安厅、联合组X负责)\n"
    plan = parse(MappedText.of(raw), [TaughtRule(Lesson.UNIT, "联合组X")])
    assert told(plan.measures[0].duties) == "responsible 省公安厅, 联合组X"


@pytest.mark.parametrize("word", ["市公安局", "市场局"])
def test_to_teach_a_unit_that_is_read_anyway_raises_no_doubt(word):
    plan, before = read(TaughtRule(Lesson.UNIT, word)), read()
    assert [told(m.duties) for m in plan.measures] == [told(m.duties) for m in before.measures]
    assert [m.clause for m in plan.measures] == [m.clause for m in before.measures]
    assert all(set(now) <= set(then) for now, then in zip(codes(plan), codes(before), strict=True))
