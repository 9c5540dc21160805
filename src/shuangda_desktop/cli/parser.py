"""argparse in Chinese: its messages, headings and columns."""

import argparse
import re
from collections.abc import Iterable
from typing import NoReturn

from shuangda_desktop.cli.output import cells, complain, padded
from shuangda_desktop.text.punctuation import widen

# argparse's own messages, so that a usage error is a Chinese sentence too
MESSAGES = (
    (r"the following arguments are required: (.*)", r"缺少参数:\1。"),
    (r"one of the arguments (.*) is required", r"要写明其中之一:\1。"),
    (r"unrecognized arguments: (.*)", r"不认识的参数:\1。"),
    (r"argument (.*?): invalid choice: (\S+) \(choose from (.*)\)", r"\1不能是\2,可以是:\3。"),
    (r"argument (.*?): expected one argument", r"\1后面缺少内容。"),
    (r"argument (.*?): not allowed with argument (.*)", r"\1不能与\2同用。"),
    (r"argument (.*?): invalid int value: '(.*)'", r"\1:“\2”不是数字。"),
    (r"argument (.*?): (.*)", r"\1:\2"),
)

EXPLAINED = re.compile(r"( {2,4}\S.*?) {2,}(\S.*)")


class Formatter(argparse.HelpFormatter):
    """Help that is not wrapped: argparse counts characters, and Chinese ones take two cells."""

    def __init__(self, prog: str) -> None:
        """Wide enough for every line of ours."""
        super().__init__(prog, max_help_position=40, width=160)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """The usage line."""
        super().add_usage(usage, actions, groups, "用法:" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that speaks Chinese."""

    def __init__(self, **options: object) -> None:
        """Chinese headings, and a help option with a Chinese explanation."""
        super().__init__(**options, add_help=False, formatter_class=Formatter)  # type: ignore[arg-type]  # handed on as argparse's sub-parsers give them
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def format_usage(self) -> str:
        """The usage line in Chinese punctuation."""
        return widen(super().format_usage())

    def format_help(self) -> str:
        """The help in Chinese punctuation, its columns under each other."""
        return widen(_aligned(super().format_help()))

    def error(self, message: str) -> NoReturn:
        """Say in Chinese what is wrong and how it is meant; exit with 2."""
        complain(widen(translated(message)))
        complain(self.format_usage().rstrip())
        self.exit(2)


def _aligned(text: str) -> str:
    """Lines of a name and its explanation, aligned by cells instead of characters."""
    lines = text.split("\n")
    rows = {n: found for n, line in enumerate(lines) if (found := EXPLAINED.fullmatch(line))}
    width = max((cells(row[1]) for row in rows.values()), default=0)
    for n, row in rows.items():
        lines[n] = f"{padded(row[1], width)}  {row[2]}"
    return "\n".join(lines)


def translated(message: str) -> str:
    """A message of argparse in Chinese."""
    for pattern, chinese in MESSAGES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return found.expand(chinese).replace(", ", "、")
    return f"用法不对:{message}"
