"""Replies that came back together: a unit may send both its Excel and its Word file, filled or empty."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from shuangda_desktop.tasks.rounds.reading import Reply


def gathered(replies: Sequence[Reply], spoken: Collection[str] = ()) -> tuple[Reply, ...]:
    """One reply for each unit, with what its files say together; each that goes nowhere says why.

    ``spoken`` are the units whose opinions are kept already: a file without any does not take their place.
    """
    by_unit: dict[str, list[Reply]] = {}
    for reply in replies:
        if reply.is_readable and reply.unit:
            by_unit.setdefault(reply.unit, []).append(reply)
    others = [reply for reply in replies if not (reply.is_readable and reply.unit)]
    return (*(_joined(several, spoken) for several in by_unit.values()), *others)


def _joined(several: Sequence[Reply], spoken: Collection[str]) -> Reply:
    first = several[0]
    opinions = {
        (o.task_id, o.about, o.stance, o.proposal, o.reason): o
        for reply in reversed(several)
        for o in reversed(reply.opinions)
    }
    found = tuple(opinions.values())[::-1]
    if not found and first.unit in spoken:
        return replace(first, is_readable=False, doubts=(_nothing_new(first.unit),))
    doubts = dict.fromkeys(doubt for reply in several for doubt in reply.doubts)
    files = "\u3001".join(reply.file for reply in several)
    return replace(first, file=files, opinions=found, doubts=(*doubts, *_told(several)))


def _nothing_new(unit: str) -> str:
    return (
        f"“{unit}”已经提了意见\uff0c这份里没有意见\uff0c没有用它替换\u3002"
        "确实改为无意见的\uff0c请先撤回它原来的回复\u3002"
    )


def _told(several: Sequence[Reply]) -> Iterator[str]:
    if len(several) > 1:
        yield f"“{several[0].unit}”发回了{len(several)}份\uff0c意见合在一起\uff0c请核对\u3002"
