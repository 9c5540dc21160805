"""What a reader was unsure of becomes doubts at its places."""

from shuangda_desktop.plan.checks.source import with_source_doubts
from shuangda_desktop.plan.model import Finding, Plan, Severity
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.source import Unsure


def test_lost_lines_are_doubts_after_those_of_the_plan():
    known = Finding("no-title", Severity.ERROR, "没有标题。", Span(0, 0))
    lost = Unsure("lost-line", Span(3, 9), "可能漏了一行。")
    plan = with_source_doubts(Plan(findings=(known,)), [lost])
    doubt = Finding("lost-line", Severity.DOUBT, "可能漏了一行。", Span(3, 9))
    assert plan.findings == (known, doubt)


def test_a_document_that_was_surely_read_is_left_alone():
    plan = Plan()
    assert with_source_doubts(plan, []) is plan
