"""Brackets of any kind in a text: which closes which, and which have no partner."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from shuangda_desktop.text.chars import LOPEN, ROPEN

_ANY = re.compile(  # of 各县(市、区人民政府 the name itself lost a bracket
    f"[{LOPEN}{ROPEN}](?:(?<=[{ROPEN}])|(?<![省市县区州盟].)|(?!(?:[市县区旗]、?){{1,3}}(?:人民)?政府(?!办|督|研)))"
)
_OPENS = frozenset(LOPEN.replace("\\", ""))
_DEEPEST = 3  # brackets nested deeper hold no duty clause


@dataclass(frozen=True, slots=True)
class Bracket:
    """A pair at [start, end), marks included; one of them is None where it has no partner."""

    start: int | None
    end: int | None

    @property
    def place(self) -> int:
        """Where the pair, or what there is of it, begins."""
        return self.start if self.start is not None else (self.end or 1) - 1


def brackets_of(text: str) -> list[Bracket]:
    """All brackets in reading order; marks of different kinds may be partners."""
    pairs: list[Bracket] = []
    opens: list[int] = []
    for match in _ANY.finditer(text):
        if match[0] in _OPENS:
            opens.append(match.start())
        else:
            pairs.append(Bracket(opens.pop() if opens else None, match.end()))
    pairs += [Bracket(start, None) for start in opens]
    return _shallow(sorted(pairs, key=lambda bracket: bracket.place))


def _shallow(brackets: Sequence[Bracket]) -> list[Bracket]:
    """Those that are not nested too deep in pairs."""
    kept: list[Bracket] = []
    ends: list[int] = []
    for bracket in brackets:
        while ends and ends[-1] <= bracket.place:
            ends.pop()
        if len(ends) < _DEEPEST:
            kept.append(bracket)
        if bracket.start is not None and bracket.end is not None:
            ends.append(bracket.end)
    return kept
