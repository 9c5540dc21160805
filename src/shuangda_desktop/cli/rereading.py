"""Commands about what the reading was taught, and about reading a kept plan again."""

import argparse
from typing import TYPE_CHECKING

from shuangda_desktop.cli.database import opened
from shuangda_desktop.cli.output import Heading, say, show_table
from shuangda_desktop.cli.values import moment
from shuangda_desktop.text.punctuation import widen

if TYPE_CHECKING:
    from shuangda_desktop.services.reading.teaching import KeptRule

CHANGES = {"added": "新读出", "gone": "不再读出", "changed": "不同"}


def rules(arguments: argparse.Namespace) -> None:
    """List the taught rules, or write them into a file, or take those of a file in."""
    from shuangda_desktop.services.reading import rule_files, teaching

    with opened(arguments, new=arguments.source is not None) as store:
        if arguments.out:
            number = rule_files.export_rules(store, arguments.out, moment(arguments).date())
            say(widen(f"已导出{number}条规则:{arguments.out}"))
        elif arguments.source:
            taken = rule_files.import_rules(store, arguments.source, moment(arguments))
            refused = "".join(f",{words}" for words in taken.refused)
            say(widen(f"读入{taken.new}条规则,{taken.known}条本来就有{refused}。"))
        else:
            _list(teaching.load_rules(store))


def reread(arguments: argparse.Namespace) -> None:
    """Read a kept plan by today's program and rules: tell what differs, adopt it where asked to."""
    from shuangda_desktop.services.reading import rereading, teaching
    from shuangda_desktop.store.plans import load_plan

    with opened(arguments) as store:
        read = rereading.read_kept(load_plan(store, arguments.plan), teaching.active_rules(store))
        for lost in read.lost:
            say(widen(f"放不回去的更正:{rereading.LABELS[lost.decision.kind]},{lost.reason}。"))
        for found in read.differences:
            before, after = (words or "没有" for words in (found.before, found.after))
            say(f"{CHANGES[found.change]} {found.what}\uff1a{before} → {after}")
        if read.is_same:
            say(widen("重新读取的结果和现在的完全一样,没有改动。"))
        elif arguments.adopt:
            plan_id = rereading.adopt(store, read, moment(arguments))
            say(widen(f"已采用新的读法,编号{plan_id}。"))
        else:
            say(widen("还没有改动。加 --adopt 采用新的读法。"))


def _list(kept: "tuple[KeptRule, ...]") -> None:
    from shuangda_desktop.services.reading.teaching import LESSONS

    headings = [Heading(title) for title in ("种类", "原文里的文字", "读作", "状态", "用过")]
    show_table(
        headings,
        [
            (
                LESSONS[row.rule.lesson],
                row.rule.words,
                row.rule.meaning,
                "启用" if row.active else "停用",
                f"{row.plans}份来文{row.times}处" if row.times else "",
            )
            for row in kept
        ],
    )
