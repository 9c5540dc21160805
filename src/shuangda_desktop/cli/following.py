"""Commands that follow the tasks: what today asks for, a move, an extension, a search."""

import argparse

from shuangda_desktop.cli.database import opened
from shuangda_desktop.cli.output import Heading, say, show_table
from shuangda_desktop.cli.values import moment
from shuangda_desktop.errors import RuleError
from shuangda_desktop.tasks.life import LIFE_WORDS
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.text.punctuation import widen


def today(arguments: argparse.Namespace) -> None:
    """The lists of the day: with a word one of them, else how long each is."""
    from shuangda_desktop.services.tracking.today import load_today

    with opened(arguments) as store:
        found = load_today(store, moment(arguments).date())
    for shown in found.lists:
        if arguments.list in (None, shown.word, shown.key):
            say(widen(f"{shown.word}:{len(shown.rows)}项。{shown.sentence}"))
            if arguments.list:
                rows = [[r.what, r.who, f"{r.on or ''}", r.note] for r in shown.rows]
                show_table([Heading(w) for w in ("事项", "单位", "日期", "情况")], rows)


def move(arguments: argparse.Namespace) -> None:
    """Move tasks one by one; day, who and why go into the log of their moves."""
    from shuangda_desktop.services.tracking import tracking

    now, status = moment(arguments), status_of(arguments.status)
    with opened(arguments) as store:
        for task in arguments.tasks:
            tracking.set_status(
                store, task, status, arguments.why, now, who=arguments.who, on=arguments.on
            )
            say(widen(f"任务{task}:{LIFE_WORDS[status]}。"))


def extend(arguments: argparse.Namespace) -> None:
    """Ask for an extension, or answer the one that was asked for."""
    from shuangda_desktop.services.tracking import extending

    now = moment(arguments)
    with opened(arguments) as store:
        if arguments.until:
            extending.ask_extension(
                store, arguments.task, arguments.until, arguments.why, arguments.who, now
            )
        else:
            extending.answer_extension(store, arguments.task, arguments.approve, arguments.why, now)
    done = "已登记延期申请,批复以前仍按原时限" if arguments.until else "已登记批复"
    say(widen(f"任务{arguments.task}:{done}。"))


def search(arguments: argparse.Namespace) -> None:
    """Everything that holds the words."""
    from shuangda_desktop.services.searching import search_all

    with opened(arguments) as store:
        hits = search_all(store, " ".join(arguments.words))
    show_table(
        [Heading("类别"), Heading("名称"), Heading("文字")],
        [[h.kind, h.title, h.text] for h in hits],
    )
    say(widen(f"共列出{len(hits)}条。"))


def status_of(word: str) -> Status:
    """The state that a word names; RuleError with all of them where it names none."""
    for status, chinese in LIFE_WORDS.items():
        if word in (chinese, chinese.removeprefix("已"), status.value):
            return status
    raise RuleError(widen(f"没有“{word}”这种状态,可以是:{'、'.join(LIFE_WORDS.values())}。"))
