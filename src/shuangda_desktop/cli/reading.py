"""Commands about documents that came in. Libraries are loaded by the command that needs them."""

import argparse
import sys
from typing import TYPE_CHECKING

from shuangda_desktop.cli.arguments import moment
from shuangda_desktop.cli.database import opened
from shuangda_desktop.cli.output import Heading, say, show_json, show_table
from shuangda_desktop.errors import StoreError
from shuangda_desktop.plan.model import Finding, Severity
from shuangda_desktop.text.punctuation import widen

if TYPE_CHECKING:
    from shuangda_desktop.store.plans import StoredPlan

SEVERITIES = {Severity.ERROR: "必须处理", Severity.DOUBT: "存疑", Severity.HINT: "提示"}
EXCERPT = 20
PLAN_HEADINGS = (
    Heading("编号", right=True),
    Heading("标题"),
    Heading("发文字号"),
    Heading("年度"),
    Heading("措施", right=True),
    Heading("疑点", right=True),
    Heading("任务", right=True),
    Heading("导入日期"),
)
DOUBT_HEADINGS = (
    Heading("行", right=True),
    Heading("程度"),
    Heading("疑点", limit=160),  # the sentence says what was taken and why: it is not cut
    Heading("原文", limit=2 * EXCERPT),
)


def parse(arguments: argparse.Namespace) -> None:
    """Print one document as JSON."""
    from pathlib import Path

    from shuangda_desktop.plan.dump import plan_json
    from shuangda_desktop.services import drafts

    if arguments.file == "-":
        draft = drafts.read_bytes(sys.stdin.buffer.read(), "标准输入")
    else:
        draft = drafts.read_document(Path(arguments.file))
    show_json(plan_json(draft.source, draft.text, draft.plan))


def take_in(arguments: argparse.Namespace) -> None:
    """Keep a document in the database."""
    from shuangda_desktop.services import importing
    from shuangda_desktop.services.drafts import doubts_of
    from shuangda_desktop.services.words import plan_name

    draft = importing.read_document(arguments.file)
    with opened(arguments, new=True) as store:
        known = importing.same_document(store, draft)
        plan_id = importing.keep_plan(store, draft, moment(arguments))
    for warning in draft.source.warnings:
        say(warning)
    name = plan_name(draft.plan.title, draft.source.name)
    if known is not None:
        say(widen(f"这份文件已经导入过,编号{plan_id},没有重复导入:{name}"))
        return
    measures, doubts = len(draft.plan.measures), len(doubts_of(draft.plan))
    say(widen(f"已导入,编号{plan_id}:{name},{measures}项措施,{doubts}处疑点待核对。"))


def list_plans(arguments: argparse.Namespace) -> None:
    """List the plans."""
    from shuangda_desktop.store import queries

    with opened(arguments) as store:
        rows = queries.plan_rows(store)
    cells = [
        (
            str(row.plan_id),
            row.title or row.source_name,
            row.document_number,
            str(row.plan_year or ""),
            str(row.measures),
            str(row.open_findings),
            str(row.tasks),
            row.imported_on.isoformat(),
        )
        for row in rows
    ]
    show_table(PLAN_HEADINGS, cells)


def check(arguments: argparse.Namespace) -> None:
    """List what is still to be looked at, plan by plan, and what is wrong with the database."""
    from shuangda_desktop.store import health, queries
    from shuangda_desktop.store.plans import load_plan

    with opened(arguments) as store:
        plans = [load_plan(store, row.plan_id) for row in queries.plan_rows(store)]
        troubles = health.troubles(store)
    for stored in plans:
        _show_doubts(stored)
    if troubles:
        raise StoreError("\n".join(troubles))
    say(widen("数据库完好。"))


def _show_doubts(stored: "StoredPlan") -> None:
    from shuangda_desktop.services.drafts import doubts_of, findings_of

    findings, doubts = findings_of(stored.plan), len(doubts_of(stored.plan))
    hints = f",另有{len(findings) - doubts}处提示" if len(findings) > doubts else ""
    say(widen(f"《{stored.plan.title or stored.source.name}》:{doubts}处待核对{hints}"))
    if findings:
        show_table(DOUBT_HEADINGS, [_doubt(stored.source.raw, f) for f in findings])


def _doubt(raw: str, finding: Finding) -> tuple[str, str, str, str]:
    line = raw.count("\n", 0, finding.span.start) + 1
    excerpt = raw[finding.span.start : min(finding.span.end, finding.span.start + EXCERPT)]
    return str(line), SEVERITIES[finding.severity], finding.message, excerpt
