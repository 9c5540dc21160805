"""Repairs that are left to the clerk are doubts in the queue."""

from shuangda_desktop.plan.parse import parse
from shuangda_desktop.text.mapped import Edit, MappedText, Span
from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.source import SourceText, blocks_of

RAW = (
    "示例市工作要点\n示双打发2018104号\n"
    "一、围绕著重点商品,做到源头严防 过程严管,查处案件。(市公安局负责)\n示例市双打办\n2018111\n"
)
SHIFTED = "示例市2018年工作要點\n一、由??谑旋埲A區牽頭整治嚴厲打擊侵權行為。(市商務局負責)\n"


def read(raw=RAW):
    text = repair(SourceText(raw, blocks_of(raw), "试", "", "text"))
    return text, parse(text)


def proposed(findings):
    return [f for f in findings if f.code == "proposed-repair"]


def test_every_proposal_is_one_doubt_with_its_place():
    text, plan = read()
    found = [f for part in (plan, *plan.measures) for f in proposed(part.findings)]
    assert sorted(f.span for f in found) == sorted(p.span for p in text.proposals)
    assert len(text.proposals) == 4


def test_a_doubt_says_what_why_and_what_was_taken():
    _, plan = read()
    doubt = proposed(plan.measures[0].findings)[0]
    assert doubt.message.startswith("\u201c著\u201d\uff1a")
    assert doubt.message.endswith("暂按原样保留。")


def test_the_head_and_the_foot_have_theirs_at_the_plan():
    text, plan = read()
    assert {
        p.rule for p in text.proposals if p.span in [f.span for f in proposed(plan.findings)]
    } == {
        "dates",
        "document_number",
    }


def test_damage_with_a_reading_is_not_doubted_twice():
    _, plan = read(SHIFTED)
    (found,) = plan.measures[0].findings
    assert found.message.startswith("“??谑旋埲A”")  # as it stands
    _, plan = read()
    assert [f.code for f in plan.findings if f.code == "ambiguous-date"] == []


def test_damage_without_a_reading_stays():
    _, plan = read("示例市2018年工作要点\n一、查处??案件。(市公安局负责)\n")
    assert [f.code for f in plan.measures[0].findings] == ["damage"]


def test_a_repair_that_is_not_certain_is_told():
    raw = "示例市2018年工作要点\n一、查处案件。(市公安局负责)\n"
    at = raw.index("案件")
    text = MappedText.of(raw).apply([Edit(Span(at, at + 2), "要案", "mojibake", certain=False)])
    assert "uncertain-repair" in [f.code for f in parse(text).measures[0].findings]
    elsewhere = MappedText.of(raw).apply([Edit(Span(0, 2), "试例", "mojibake", certain=False)])
    assert parse(elsewhere).measures[0].findings == ()
