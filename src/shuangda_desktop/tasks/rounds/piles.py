"""Replies that came back together: of several of one unit, the one that came last says what it wants."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from shuangda_desktop.tasks.rounds.opinions import Opinion
from shuangda_desktop.tasks.rounds.reading import Reply


def gathered(replies: Sequence[Reply], spoken: Collection[str] = ()) -> tuple[Reply, ...]:
    """One reply for each unit, of those in the order in which they were written; each that goes nowhere says why.

    Of several files with opinions the last one counts as a whole: what it has no more was taken back,
    and is marked so. A file without any takes the place of none: most often it is the form of the other
    kind, which nobody filled. ``spoken`` are the units whose opinions are kept already.
    """
    by_unit: dict[str, list[Reply]] = {}
    for reply in replies:
        if reply.is_readable and reply.unit:
            by_unit.setdefault(reply.unit, []).append(reply)
    others = [reply for reply in replies if not (reply.is_readable and reply.unit)]
    return (*(_latest(several, spoken) for several in by_unit.values()), *others)


def _latest(several: Sequence[Reply], spoken: Collection[str]) -> Reply:
    said = [reply for reply in several if reply.opinions]
    last = (said or several)[-1]
    if not said and last.unit in spoken:
        return replace(last, is_readable=False, doubts=(_nothing_new(last.unit),))
    once, left = tuple(_once(last.opinions)), tuple(_left_out(said))
    doubts = (*last.doubts, *_told(said, len(left)))
    return replace(last, opinions=(*once, *left), doubts=doubts)


def _once(opinions: Sequence[Opinion]) -> Iterator[Opinion]:
    """What a reply says, without what it says again."""
    for at, opinion in enumerate(opinions):
        if not any(opinion.says_as(one) for one in opinions[:at]):
            yield opinion


def _left_out(said: Sequence[Reply]) -> Iterator[Opinion]:
    """What earlier replies say and the last one does not, each once."""
    known = list(said[-1].opinions) if said else []
    for reply in said[:-1]:
        for opinion in reply.opinions:
            if not any(opinion.says_as(one) for one in known):
                known.append(opinion)
                yield opinion.replaced_by(said[-1].file)


def _nothing_new(unit: str) -> str:
    return (
        f"“{unit}”已经提了意见\uff0c这份里没有意见\uff0c没有用它替换\u3002"
        "确实改为无意见的\uff0c请先撤回它原来的回复\u3002"
    )


def _told(said: Sequence[Reply], left: int) -> Iterator[str]:
    if len(said) < 2:
        return
    yield f"“{said[-1].unit}”发回了{len(said)}份意见\uff0c以最后一份“{said[-1].file}”为准\u3002"
    if left:
        yield (
            f"前面的里面另有{left}条\uff0c列出并标为“已被替换”\u3002"
            "仍要算数的\uff0c选中它按“重新研究”\u3002"
        )
