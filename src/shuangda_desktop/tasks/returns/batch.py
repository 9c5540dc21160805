"""Files that came back together: what two of them say about one cell, and what will be kept."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from shuangda_desktop.tasks.returns.model import AGAIN, Change, Oddity, Return, ReturnKind, Verdict

SPEAKING = (ReturnKind.REPORT, ReturnKind.SAME)  # after one of them 无变化 says nothing new
EARLIER = "以前读回的一份"
Spoken = tuple[str, str]  # the unit and the period of a return


@dataclass(frozen=True, slots=True)
class Figures:
    """How many cells of each kind a batch holds; each number counts the changes of its verdict."""

    files: int
    units: int
    new: int
    changed: int
    same: int
    asking: int
    clashing: int


def compared(returns: Sequence[Return], spoken: Collection[Spoken] = ()) -> tuple[Return, ...]:
    """The files with what two of them say differently marked in both; the same file twice counts once.

    Of the ``spoken`` a report was kept before: where another says 无变化, it is told to be a repetition.
    """
    once = list({(one.sha256, one.file): one for one in returns}.values())
    first: dict[str, Return] = {}
    for one in once:
        first.setdefault(one.sha256, one)
    values = _values(first.values())
    speakers = _speakers(first.values(), spoken)
    return tuple(
        _said_again(_marked(one, values), speakers)
        if first[one.sha256] is one
        else _repeated(one, first[one.sha256])
        for one in once
    )


Cell = tuple[str, str, int, str]  # period, unit, task, field
Chosen = tuple[str, Change]  # with the digest of its file: two files may tell one change alike
Said = dict[str, dict[str, str]]  # by what is said the files, names by digest


def _values(returns: Iterable[Return]) -> dict[Cell, Said]:
    """What is said for each cell, and by which files: two may bear one name."""
    found: dict[Cell, Said] = {}
    for one in returns:
        for change in one.changes:
            said = found.setdefault((one.period, *change.cell), {})
            said.setdefault(change.after or change.raw, {})[one.sha256] = one.file
    return found


def _marked(one: Return, values: dict[Cell, Said]) -> Return:
    marked = tuple(_clash(one, change, values[one.period, *change.cell]) for change in one.changes)
    return replace(one, changes=marked)


def _clash(one: Return, change: Change, said: Said) -> Change:
    files = {digest: name for named in said.values() for digest, name in named.items()}
    others = {name for digest, name in files.items() if digest != one.sha256}
    if len(said) < 2 or not others or change.verdict is Verdict.CLASH:
        return change
    names = "、".join(f"“{name}”" for name in sorted(others))
    return replace(change, verdict=Verdict.CLASH, why=f"{names}里写的不同")


def _speakers(
    returns: Collection[Return], spoken: Collection[Spoken]
) -> dict[Spoken, tuple[str, str]]:
    """Which file speaks for a unit and a period, by digest and name: one with contents before one without."""
    found = dict.fromkeys(spoken, ("", EARLIER))
    for kind in SPEAKING:
        for one in returns:
            if one.unit and one.kind is kind:
                found.setdefault((one.unit, one.period), (one.sha256, f"“{one.file}”"))
    return found


def _said_again(one: Return, speakers: Mapping[Spoken, tuple[str, str]]) -> Return:
    sha256, name = speakers.get((one.unit, one.period), (one.sha256, ""))
    if one.kind is not ReturnKind.SAME or sha256 == one.sha256:
        return one
    again = f"{name}已经报了这一期的情况\uff0c这一份的“无变化”不再记一遍\uff0c只登记收到。"
    return replace(one, oddities=(Oddity(AGAIN, again), *one.oddities))


def _repeated(one: Return, first: Return) -> Return:
    told = Oddity("twice", f"与“{first.file}”内容完全相同\uff0c只算一次。")
    return replace(one, changes=(), kind=ReturnKind.EMPTY, oddities=(*one.oddities, told))


def figures(returns: Iterable[Return]) -> Figures:
    """The counts that stand above the difference."""
    listed = list(returns)
    verdicts = [change.verdict for one in listed for change in one.changes]
    return Figures(
        len(listed),
        len({one.unit for one in listed if one.unit}),
        *(verdicts.count(verdict) for verdict in Verdict),
    )


def proposed(returns: Iterable[Return]) -> tuple[Chosen, ...]:
    """What is kept where the clerk accepts all: never what asks or clashes."""
    return tuple(
        (one.sha256, change) for one in returns for change in one.changes if change.proposed
    )


def chosen_in(returns: Iterable[Return], chosen: Collection[Chosen]) -> dict[str, list[Change]]:
    """What is kept of each file, by digest: where two say the same of one cell, that of the first."""
    first: dict[Cell, Chosen] = {}
    for one in returns:
        for change in one.changes:
            if (one.sha256, change) in chosen:
                first.setdefault((one.period, *change.cell), (one.sha256, change))
    found: dict[str, list[Change]] = {}
    for sha256, change in first.values():
        found.setdefault(sha256, []).append(change)
    return found


def doubly_chosen(chosen: Iterable[Change]) -> tuple[Change, ...]:
    """Chosen changes of one period that would write one cell twice with different values."""
    first: dict[tuple[str, int, str], Change] = {}
    found = []
    for change in chosen:
        known = first.setdefault(change.cell, change)
        if known.after != change.after:
            found.append(change)
    return tuple(found)
