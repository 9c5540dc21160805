"""What a correction could teach, targets in words, and the kinds of doubts."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest

import shuangda_desktop.plan
from gui import papers
from shuangda_desktop.gui.models.doubt_kinds import RANKS
from shuangda_desktop.gui.models.doubts import open_doubts
from shuangda_desktop.gui.models.lessons import lesson_of, lesson_of_doubt
from shuangda_desktop.gui.models.target_words import read_targets, target_words, targets_line
from shuangda_desktop.plan.model import Decision, DecisionKind, Finding, Plan, Severity, Target
from shuangda_desktop.text.mapped import MappedText, Span
from shuangda_desktop.text.taught import Lesson, TaughtRule

SHOPS, FAIRS, WEEK = papers.PLAN.measures


def renamed(*units):
    duties = [{"unit": unit, "role": "lead"} for unit in units]
    decision = Decision(DecisionKind.SET_DUTIES, SHOPS.key, {"duties": duties})
    return lesson_of(papers.PLAN, papers.TEXT, decision)


def test_one_unit_for_another_is_a_name():
    assert renamed("省委网信办", "省公安厅", "省商务厅") == TaughtRule(
        Lesson.NAME, "省网信办", "省委网信办"
    )


@pytest.mark.parametrize(
    "units",
    [
        ("省网信办", "省公安厅", "省商务厅"),
        ("省网信办", "省公安厅"),
        ("甲", "乙", "省商务厅"),
        ("省公安厅", "省公安厅", "甲"),
    ],
)
def test_other_changes_of_units_teach_nothing(units):
    taught = renamed(*units)
    assert taught is None or taught.words not in units


def test_a_line_that_is_no_measure_may_be_of_the_page():
    decision = Decision(DecisionKind.JUNK, FAIRS.key)
    assert lesson_of(papers.PLAN, papers.TEXT, decision) == TaughtRule(
        Lesson.CHROME, "(二)管好集市。每季度检查一次农村集市。"
    )
    shops = lesson_of(papers.PLAN, papers.TEXT, Decision(DecisionKind.JUNK, SHOPS.key))
    assert shops is None or len(shops.words) <= 60


def test_the_last_line_of_a_text_may_be_of_the_page_too():
    text = MappedText.of(papers.RAW[: FAIRS.span.end])
    found = lesson_of(papers.PLAN, text, Decision(DecisionKind.JUNK, FAIRS.key))
    assert found.words.startswith("(二)")


def test_other_decisions_teach_nothing():
    for decision in (
        Decision(DecisionKind.MERGE, SHOPS.key),
        Decision(DecisionKind.SET_DUTIES, 9999, {"duties": []}),
        Decision(DecisionKind.SET_DUTIES, SHOPS.key, {}),
    ):
        assert lesson_of(papers.PLAN, papers.TEXT, decision) is None


def test_a_doubted_name_that_is_right_is_a_unit():
    told = "“省司法厅”不像单位名称"
    doubt = Finding("unknown-unit", Severity.DOUBT, told, WEEK.span)
    assert lesson_of_doubt(papers.PLAN, doubt) == TaughtRule(Lesson.UNIT, "省司法厅")
    assert lesson_of_doubt(Plan(), doubt) is None
    assert lesson_of_doubt(papers.PLAN, papers.NO_DUTY) is None


RATE = Target("合格率", ">=", 95.0, "%", "合格率达到95%以上")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("合格率≥98%", ["合格率 ≥ 98%"]),
        ("合格率 >= 98 %", ["合格率 ≥ 98%"]),
        ("办案 不少于 2000万 元", ["办案 ≥ 20000000元"]),
        ("投诉 ≤ 3 起;办结率 = 100%", ["投诉 ≤ 3起", "办结率 = 100%"]),
        ("办案\uff1e５件", ["办案 > 5件"]),
        ("投诉率不超过 0.5%", ["投诉率 ≤ 0.5%"]),
        ("≥5场", ["≥5场"]),
        ("培训不少于2次", ["培训 ≥ 2次"]),
        ("建成5个", ["建成5个"]),
        ("", []),
        ("\uff1b", []),
    ],
)
def test_targets_are_read_as_clerks_write_them(typed, told):
    assert [target_words(t) for t in read_targets(typed)] == told


@pytest.mark.parametrize("typed", ["尽量多些", "合格率≥95%;尽量"])
def test_what_is_no_target_is_named(typed):
    assert read_targets(typed) == typed.rpartition(";")[2]


def test_a_target_that_was_not_touched_keeps_its_words():
    shown = targets_line([RATE])
    assert shown == "合格率 ≥ 95%"
    assert read_targets(shown, [RATE]) == (RATE,)


def codes():
    """Every code that the checks give, with its message as it is written."""
    found = {}
    for path in Path(shuangda_desktop.plan.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("doubt", "error"):
                found |= {node.args[0].value: path.name} if _named(node.args[0]) else {}
    return found


def _named(code):
    """Whether a code is written there; those that readers of files give come as they are."""
    return isinstance(code, ast.Constant)


def test_every_code_has_its_place_in_the_queue():
    assert len(codes()) > 15
    assert set(codes()) - set(RANKS) == set()
    assert {"proposed-repair", "lost-line", "unsure-line"} <= set(RANKS)


def test_the_queue_begins_with_what_may_change_the_rest():
    def about(code, at):
        return Finding(code, Severity.DOUBT, code, Span(at, at + 1))

    findings = [about(code, at) for at, code in enumerate(("no-verb", "damage", "cut-off", "x"))]
    spot = about("proposed-repair", 9)
    plan = Plan(findings=(*findings, spot))
    assert [f.code for f in open_doubts(plan)] == [
        "cut-off",
        "proposed-repair",
        "x",
        "no-verb",
        "damage",
    ]


def test_a_line_that_names_who_does_it_is_never_decoration():
    led = replace(FAIRS, duties=SHOPS.duties)
    plan = replace(papers.PLAN, measures=(SHOPS, led))
    assert lesson_of(plan, papers.TEXT, Decision(DecisionKind.JUNK, led.key)) is None
