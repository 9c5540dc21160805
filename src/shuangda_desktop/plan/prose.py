"""Responsibility told in sentences: A负责…, 由A牵头,会同B…, A要会同B…."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shuangda_desktop.plan.model import Duty, Role
from shuangda_desktop.plan.units_list import looks_like_unit, split_units

_NAMES = "(?P<names>[^\u3002;:,!?]{2,60}?)"
_SENTENCE = re.compile("[^\u3002;!?]*[\u3002;!?]?")
_BY = re.compile(
    f"^(?:要|应|应当|须)?由{_NAMES}(?P<verb>牵头(?:负责)?|负责|主办)[,、]?(?:会同|联合)?"
)
_WITH = re.compile(
    f"^{_NAMES}(?:要|应|应当|须|负责)?(?:会同|联合)(?P<others>[^\u3002;:,!?]{{2,60}})"
)
_LEADS = re.compile(
    f"^{_NAMES}(?:要|应|应当|须)?(?P<verb>牵头|负责|配合|协助)(?P<what>[^\u3002;:,!?]{{0,60}})"
)
_OUGHT = re.compile(f"^{_NAMES}(?:应当|应|须|要)(?P<what>[^\u3002;:!?]{{2,60}})")
_FOR_ALL = re.compile(
    f"^{_NAMES}对[^\u3002;:,!?]{{1,30}}?(?:负总责|负责|负主体责任|负首要责任|负主要责任)"
)
_TOGETHER = re.compile(
    "(?:会同|联合)(?P<others>[^\u3002;:,!?]{2,80}?)(?=建立|开展|组织|制定|推进|加强|完善|做好|实施|落实|定期|每|对|共同|研究|负责|推动|查处|打击|[,\u3002;])"
)
_STATED = re.compile("负责|牵头|主办|会同|负总责|配合|协助")
_VAGUE = re.compile(
    "^(?:各地|各部门|各单位|各级|各有关|各相关|有关|相关|各成员|执法|行业|要|并|也|还|都)|^各.{0,12}[、和].{0,8}各"
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of a passage and who is said to do it."""

    start: int
    end: int
    duties: tuple[Duty, ...] = ()


def prose_cuts(flat: str, body: int) -> list[Cut]:
    """The passage cut where another unit's responsibility begins; [] where none is told.

    A passage tells responsibilities where its first words do: 负责, 牵头 and 会同 say so alone, a mere
    应当 only where every part of the passage names its unit.
    """
    parts = [(start, end, read_prose(flat[start:end])) for start, end in _clauses(flat, body)]
    if not parts or not parts[0][2]:
        return []
    if not _STATED.search(flat[parts[0][0] : parts[0][1]]) and not all(
        duties for *_, duties in parts
    ):
        return []
    cuts: list[Cut] = []
    for start, end, duties in parts:
        if duties or not cuts or _VAGUE.match(flat[start:end]):
            cuts.append(Cut(start, end, duties))
        else:
            cuts[-1] = Cut(cuts[-1].start, end, cuts[-1].duties)
    return cuts


def _clauses(flat: str, body: int) -> Iterator[tuple[int, int]]:
    """Sentences, and parts of sentences that begin with a unit of their own."""
    for sentence in _SENTENCE.finditer(flat, body):
        start = sentence.start()
        for comma in re.finditer(",", sentence[0]):
            after = sentence.start() + comma.end()
            if _begins_duty(flat[after : after + 80]) and not flat[start:after].startswith("由"):
                yield start, after - 1
                start = after
        if sentence.end() > start:
            yield start, sentence.end()


def _begins_duty(text: str) -> bool:
    return bool(read_prose(text)) and not text.startswith(("由", "会同"))


def read_prose(text: str) -> tuple[Duty, ...]:
    """The duties that a sentence states at its beginning."""
    by = _BY.match(text)
    if by:
        return _by(by, text)
    together = _WITH.match(text)
    if together and (leads := _units(together["names"])):
        others = _units(_before_verb(text, together.start("others")))
        return _duties(leads, Role.LEAD) + _duties(others, Role.RESPONSIBLE)
    for pattern in (_FOR_ALL, _LEADS, _OUGHT):
        match = pattern.match(text)
        if match and (names := _units(match["names"], strict=pattern is _OUGHT)):
            return _duties(names, _role(match.groupdict().get("verb")))
    return ()


def _by(match: re.Match[str], text: str) -> tuple[Duty, ...]:
    names = _units(match["names"])
    if not names:
        return ()
    others = _TOGETHER.search(text, match.end("verb"))
    helpers = _units(others["others"]) if others else ()
    role = Role.LEAD if helpers else _role(match["verb"])
    return _duties(names, role) + _duties(helpers, Role.RESPONSIBLE)


def _before_verb(text: str, start: int) -> str:
    match = re.compile(_TOGETHER.pattern).search(text, max(0, start - 2))
    return match["others"] if match else ""


def _role(verb: str | None) -> Role:
    if verb and verb.startswith(("牵头", "主办")):
        return Role.LEAD
    return Role.COOPERATING if verb in ("配合", "协助") else Role.RESPONSIBLE


def _units(text: str, strict: bool = False) -> tuple[str, ...]:
    """The names, where all of them are units that can be told apart from 各部门."""
    names = split_units(text).names
    good = names and all(looks_like_unit(name) and len(name) <= 24 for name in names)
    if not good or any(_VAGUE.match(name) for name in names):
        return ()
    return () if strict and any(name.startswith("各") for name in names) else names


def _duties(names: tuple[str, ...], role: Role) -> tuple[Duty, ...]:
    return tuple(Duty(name, role) for name in names)
