"""Commands about forms that go out to the units and come back."""

import argparse
from datetime import datetime
from typing import TYPE_CHECKING

from shuangda_desktop.cli.database import opened
from shuangda_desktop.cli.output import Heading, complain, say, show_table
from shuangda_desktop.cli.values import moment
from shuangda_desktop.text.punctuation import widen

if TYPE_CHECKING:
    from shuangda_desktop.store.database import Store
    from shuangda_desktop.tasks.periods import Period
    from shuangda_desktop.tasks.returns.model import Change, Return


def send(arguments: argparse.Namespace) -> None:
    """Write one form for each unit, and the covering note."""
    from shuangda_desktop.services.rounds import sending

    now = moment(arguments)
    only = [arguments.unit] if arguments.unit else []
    with opened(arguments) as store:
        period = _period(store, arguments.period, now)
        mailing = sending.gather_mailing(store, period, now.date(), only, arguments.due)
        written = sending.write_mailing(mailing, arguments.out)
        sending.note_sent(store, mailing, written, "", now)
    for one in written:
        for sentence in one.sentences:
            complain(f"{one.path.name}\uff1a{sentence}")
    for told in filter(None, (mailing.left_out, mailing.ended, sending.renamed(mailing, written))):
        complain(told)
    say(widen(f"已写出{period.label}填报表{len(mailing.forms)}份和通知:{arguments.out}"))


def collect(arguments: argparse.Namespace) -> None:
    """Read forms that came back; show the difference, and keep it where that was asked for."""
    from shuangda_desktop.services.rounds import collecting
    from shuangda_desktop.tasks.returns.batch import proposed

    now = moment(arguments)
    with opened(arguments) as store:
        period = _period(store, arguments.period, now)
        known = collecting.gather_known(store, period)
        batch = collecting.read_files(known, collecting.files_in(arguments.files))
        for one in batch.returns:
            _show(one)
        if arguments.accept:
            kept = collecting.accept(store, batch, proposed(batch.returns), now)
            say(widen(f"已采用{kept}处,待确认的和有冲突的没有采用。"))
        else:
            say(widen("没有保存。加 --accept 采用没有疑问的内容。"))


def _period(store: "Store", key: str | None, now: datetime) -> "Period":
    """The period that was named, or the one that the units report for now."""
    from shuangda_desktop.services.rounds.asking import current_period
    from shuangda_desktop.tasks.periods import parse_key

    return parse_key(key) if key else current_period(store, now.date())


def _show(one: "Return") -> None:
    from shuangda_desktop.tasks.returns.model import KIND_WORDS

    whose = one.unit or "单位不明"
    say(widen(f"{one.file}:{whose},{KIND_WORDS[one.kind]},{len(one.changes)}处"))
    for odd in one.oddities:
        place = f"{odd.place} " if odd.place else ""
        complain(f"  {place}{odd.message}")
    if one.changes:
        headings = [Heading("任务", right=True), Heading("项目"), Heading("现有"), Heading("填报")]
        show_table([*headings, Heading("结果")], [_line(change) for change in one.changes])


def _line(change: "Change") -> list[str]:
    from shuangda_desktop.tasks.returns.model import VERDICT_WORDS, field_words

    after = change.after or change.raw
    verdict = VERDICT_WORDS[change.verdict]
    return [
        str(change.number),
        field_words(change.field),
        _short(change.before),
        _short(after),
        verdict,
    ]


def _short(text: str) -> str:
    words = text.replace("\n", " ")
    return words if len(words) <= 24 else words[:23] + "…"
