"""Commands that look over tasks, and that bring the directory of units out and in."""

import argparse
from typing import TYPE_CHECKING

from shuangda_desktop.cli.database import opened
from shuangda_desktop.cli.output import Heading, complain, say, show_table
from shuangda_desktop.cli.values import moment
from shuangda_desktop.errors import RuleError
from shuangda_desktop.text.punctuation import widen

if TYPE_CHECKING:
    from shuangda_desktop.store.database import Store

LEVELS = {"error": "须改", "doubt": "存疑", "hint": "提示"}


def lint(arguments: argparse.Namespace) -> None:
    """List what should be looked at before a plan's tasks go out."""
    from shuangda_desktop.services.dividing import linting
    from shuangda_desktop.store import queries

    with opened(arguments) as store:
        if arguments.plan not in {row.plan_id for row in queries.plan_rows(store)}:
            raise RuleError(widen(f"没有编号为{arguments.plan}的方案。编号见 shuangda plans。"))
        found = linting.lint(store, arguments.plan, arguments.on)
    headings = [
        Heading("级别"),
        Heading("序号", right=True),
        Heading("检查结果", limit=96),
        Heading("办法"),
    ]
    rows = [
        [LEVELS[f.severity.value], str(f.number or ""), f.message, f.fix.label if f.fix else ""]
        for f in found
    ]
    if rows:
        show_table(headings, rows)
    counts = (
        f"{word}{sum(f.severity.value == key for f in found)}处" for key, word in LEVELS.items()
    )
    say(widen(f"检查完毕:{'、'.join(counts)}。"))


def units(arguments: argparse.Namespace) -> None:
    """Write the directory to a workbook, or take a workbook in."""
    with opened(arguments) as store:
        if arguments.export:
            _export(store, arguments)
        else:
            _take_in(store, arguments)


def _export(store: "Store", arguments: argparse.Namespace) -> None:
    from shuangda_desktop.services.city.directory_book import directory_job

    for sentence in directory_job(store, moment(arguments).date()).write(arguments.export):
        complain(sentence)
    say(widen(f"已导出单位名录:{arguments.export}"))


def _take_in(store: "Store", arguments: argparse.Namespace) -> None:
    from shuangda_desktop.services.city import directory_book

    book, now = directory_book.read_directory_file(arguments.take_in), moment(arguments)
    seen = directory_book.preview_directory(store, book, now.date())
    for trouble in seen.troubles:
        complain(directory_book.in_words(trouble))
    headings = [Heading(title) for title in ("变动", "单位", "项目", "原来", "现在")]
    if seen.changes:
        show_table(headings, [[c.kind, c.what, c.field, c.before, c.after] for c in seen.changes])
    if not arguments.keep:
        say(widen(f"共{len(seen.changes)}处变动,没有导入。加 --keep 导入。"))
        return
    done = directory_book.keep_directory(store, book, now, skip_unclear=arguments.skip_unclear)
    say(widen(f"已导入名录,共{done}处变动。"))
