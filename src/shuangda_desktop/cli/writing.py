"""Commands that write files."""

import argparse

from shuangda_desktop.cli.database import opened
from shuangda_desktop.cli.output import complain, say
from shuangda_desktop.cli.values import moment
from shuangda_desktop.errors import RuleError
from shuangda_desktop.text.punctuation import widen

DOCUMENTS = {  # those of services/outputs/documents.py, which is not loaded before one of them is wanted
    "schedule": "任务分工表",
    "ledger": "进度台账",
    "unit": "单位任务清单",
    "overdue": "逾期清单",
    "supervision": "督办台账",
    "comparison": "逐条对照表",
    "statistics": "统计汇总",
    "contacts": "联络员名册",
    "plan": "实施方案",
}


def export(arguments: argparse.Namespace) -> None:
    """Write one of the documents."""
    from shuangda_desktop.services.outputs import exporting, sent
    from shuangda_desktop.services.outputs.documents import document_of
    from shuangda_desktop.services.outputs.gathering import Wanted

    document, unit, out = document_of(arguments.document), arguments.unit, arguments.out
    if unit and not document.by_unit:
        raise RuleError(widen(f"{document.name}不分单位,没有写出。请去掉 --unit,或改写 schedule。"))
    if arguments.plan is not None and not document.by_plan:
        raise RuleError(widen(f"{document.name}不分来文,没有写出。请去掉 --plan。"))
    now, name = moment(arguments), document.name
    with opened(arguments) as store:
        wanted = Wanted(now.date(), unit, arguments.plan)
        job = document.gather(store, wanted)
        if arguments.since is not None:
            job = sent.change_list(store, sent.sent_by(store, job, arguments.since), job, wanted)
            name += "变更清单"
        sentences = exporting.export(store, job, out, now)
    for sentence in sentences:
        complain(sentence)
    say(widen(f"已写出{name}:{out}"))


def back_up(arguments: argparse.Namespace) -> None:
    """Copy the database to a file and prove the copy."""
    from shuangda_desktop.store.safety import backup, health

    with opened(arguments) as store:
        path = backup.back_up(store, arguments.out)
        troubles = health.troubles(store)
    for sentence in troubles:
        complain(sentence)
    say(widen(f"已备份并核对:{path}"))


def demo(arguments: argparse.Namespace) -> None:
    """Run the main job on the bundled sample."""
    from shuangda_desktop.services.demo import run_demo

    run_demo(arguments.out, moment(arguments), arguments.db, tell=say)
