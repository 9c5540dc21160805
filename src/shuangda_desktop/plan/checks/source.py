"""Doubts that came with the document: lines that a scan's recognition lost or is unsure of."""

from collections.abc import Sequence
from dataclasses import replace

from shuangda_desktop.plan.checks.findings import doubt
from shuangda_desktop.plan.model import Plan
from shuangda_desktop.text.source import Unsure


def with_source_doubts(plan: Plan, doubts: Sequence[Unsure]) -> Plan:
    """The plan with what its reader was unsure of among its findings."""
    found = tuple(doubt(one.code, one.message, one.span) for one in doubts)
    return replace(plan, findings=plan.findings + found) if found else plan
