"""Values of arguments: days, periods, and the moment of a command."""

import argparse
from datetime import date, datetime

from shuangda_desktop.errors import RuleError
from shuangda_desktop.tasks.periods import Period, parse_key


def day(text: str) -> date:
    """A date as 2026-06-30."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期,要写成 2026-06-30。") from None


def period(text: str) -> Period:
    """A period as 2026-06, 2026-Q2, 2026-H1 or 2026."""
    try:
        return parse_key(text)
    except RuleError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def moment(arguments: argparse.Namespace) -> datetime:
    """Now, on the day that was asked for."""
    now = datetime.now().astimezone()
    asked: date | None = arguments.today
    return now if asked is None else datetime.combine(asked, now.timetz())
