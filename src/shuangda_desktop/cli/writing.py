"""Commands that write files."""

import argparse

from shuangda_desktop.cli.arguments import moment
from shuangda_desktop.cli.database import opened
from shuangda_desktop.cli.output import complain, say
from shuangda_desktop.errors import RuleError
from shuangda_desktop.text.punctuation import widen

DOCUMENTS = {"schedule": "任务分工表", "ledger": "进度台账", "plan": "实施方案"}


def export(arguments: argparse.Namespace) -> None:
    """Write one of the documents."""
    from shuangda_desktop.services import exporting

    if arguments.document == "plan" and arguments.unit:
        raise RuleError(widen("实施方案不分单位,没有写出。请去掉 --unit,或改写 schedule。"))
    now = moment(arguments)
    today, unit, out = now.date(), arguments.unit, arguments.out
    with opened(arguments) as store:
        if arguments.document == "schedule":
            sentences = exporting.export_schedule(store, out, today, unit, now)
        elif arguments.document == "ledger":
            sentences = exporting.export_ledger(store, out, today, unit, now)
        else:
            sentences = exporting.export_local_plan(store, out, today, now)
    for sentence in sentences:
        complain(sentence)
    say(widen(f"已写出{DOCUMENTS[arguments.document]}:{out}"))


def back_up(arguments: argparse.Namespace) -> None:
    """Copy the database to a file and prove the copy."""
    from shuangda_desktop.store import backup, health

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
