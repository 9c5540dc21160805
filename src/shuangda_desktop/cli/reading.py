"""Commands about documents that came in. Libraries are loaded by the command that needs them."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from shuangda_desktop.cli.database import opened
from shuangda_desktop.cli.output import Heading, say, show_json, show_table
from shuangda_desktop.cli.values import moment
from shuangda_desktop.errors import RuleError, StoreError
from shuangda_desktop.plan.model import Finding, Severity
from shuangda_desktop.text.punctuation import widen

if TYPE_CHECKING:
    from shuangda_desktop.services.reading.drafts import Draft
    from shuangda_desktop.services.reading.importing import Likeness
    from shuangda_desktop.store.database import Store
    from shuangda_desktop.store.plans import StoredPlan

SEVERITIES = {Severity.ERROR: "必须处理", Severity.DOUBT: "存疑", Severity.HINT: "提示"}
LIKE = {"same_text": "标题相同、措施相同", "new_edition": "标题相同而措施不同,可能是新的版本"}
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
    from shuangda_desktop.services.reading import drafts

    if arguments.file == "-":
        draft = drafts.read_source(drafts.read_bytes(sys.stdin.buffer.read(), "标准输入"))
    else:
        draft = drafts.read_document(Path(arguments.file))
    show_json(plan_json(draft.source, draft.text, draft.plan))


def take_in(arguments: argparse.Namespace) -> None:
    """Keep a document in the database."""
    from shuangda_desktop.services.reading import drafts, importing, teaching

    draft = importing.read_document(arguments.file)
    for warning in draft.source.warnings:
        say(warning)
    with opened(arguments, new=True) as store:
        if rules := teaching.active_rules(store):
            draft = drafts.read_source(draft.source, taught=rules)
        like = importing.likeness(store, draft)
        if like is not None and like.kind is importing.Alike.SAME_FILE:
            sentences = [f"这份文件已经导入过,编号{like.plan_id},没有重复导入:{_name(draft)}"]
        else:
            older = _chosen(arguments, like, _name(draft))
            over = None if older is None else importing.carried_over(store, older, draft)
            plan_id = importing.keep_plan(store, draft, moment(arguments), older, over)
            lost = _lost(over.told if over else ())
            sentences = [_kept(plan_id, draft), *_replaced(older, store, plan_id), *lost]
    for sentence in sentences:
        say(widen(sentence))


def _chosen(arguments: argparse.Namespace, like: "Likeness | None", name: str) -> int | None:
    """The plan that is to be replaced; what may be a new edition is not taken in without a word."""
    if arguments.replace and like is None:
        raise RuleError(widen(f"没有与{name}同名的来文可以替换,没有导入。请去掉 --replace。"))
    if like is None or arguments.keep_both:
        return None
    if arguments.replace:
        return like.plan_id
    raise RuleError(
        widen(
            f"{name}与编号{like.plan_id}的来文{LIKE[like.kind.value]},没有导入。"
            "请加 --replace 替换旧的(任务和进展保留),或加 --keep-both 两份都保留。"
        )
    )


def _kept(plan_id: int, draft: "Draft") -> str:
    from shuangda_desktop.services.reading.drafts import doubts_of

    measures, doubts = len(draft.plan.measures), len(doubts_of(draft.plan))
    return f"已导入,编号{plan_id}:{_name(draft)},{measures}项措施,{doubts}处疑点待核对。"


def _lost(told: Sequence[str]) -> Iterator[str]:
    """The corrections of the plan before that do not hold in this one, each by its words."""
    if told:
        yield f"原来的更正有{len(told)}处在这一份里用不上:{'、'.join(told)}。"


def _replaced(older: int | None, store: "Store", plan_id: int) -> Iterator[str]:
    """What became of the plan that had the place before."""
    from shuangda_desktop.services.reading.importing import altered_tasks, loose_tasks

    if older is not None:
        yield f"编号{older}的旧版已被替换,它的任务和进展已转入编号{plan_id}。"
        loose = loose_tasks(store, plan_id)
        if loose:
            ids = "、".join(map(str, loose))
            yield f"其中{len(loose)}项任务在新版本里找不到对应的措施,请核对:编号{ids}。"
        altered = altered_tasks(store, plan_id)
        if altered:
            ids = "、".join(map(str, altered))
            yield f"其中{len(altered)}项任务的措施在新版本里改动了,请对照原句核对:编号{ids}。"


def _name(draft: "Draft") -> str:
    from shuangda_desktop.services.words import plan_name

    return plan_name(draft.plan.title, draft.source.name)


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
    """Tell whether the database is whole, then what is still to be looked at, plan by plan."""
    from shuangda_desktop.store import queries
    from shuangda_desktop.store.plans import load_plan
    from shuangda_desktop.store.safety import health

    with opened(arguments) as store:
        troubles = health.troubles(store)
        if troubles:  # what is read from a damaged file is not worth showing
            raise StoreError("\n".join(troubles))
        plans = [load_plan(store, row.plan_id) for row in queries.plan_rows(store)]
    for stored in plans:
        _show_doubts(stored)
    say(widen("数据库完好:文件、记录之间的关联、操作记录都核对无误。"))


def _show_doubts(stored: "StoredPlan") -> None:
    from shuangda_desktop.services.reading.drafts import doubts_of, findings_of

    findings, doubts = findings_of(stored.plan), len(doubts_of(stored.plan))
    hints = f",另有{len(findings) - doubts}处提示" if len(findings) > doubts else ""
    say(widen(f"《{stored.plan.title or stored.source.name}》:{doubts}处待核对{hints}"))
    if findings:
        show_table(DOUBT_HEADINGS, [_doubt(stored.source.raw, f) for f in findings])


def _doubt(raw: str, finding: Finding) -> tuple[str, str, str, str]:
    line = raw.count("\n", 0, finding.span.start) + 1
    excerpt = raw[finding.span.start : min(finding.span.end, finding.span.start + EXCERPT)]
    return str(line), SEVERITIES[finding.severity], finding.message, excerpt
