"""A spot that a rule leaves to the clerk, with the readings that it may have."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from shuangda_desktop.text.mapped import Span


@dataclass(frozen=True, slots=True)
class Doubt:
    """What ``span`` of the text may have been, likeliest first, and why, in Chinese."""

    rule: str
    span: Span
    candidates: tuple[str, ...]
    evidence: str


Doubter = Callable[[str], Iterable[Doubt]]


def no_doubts(text: str) -> Iterable[Doubt]:
    """For rules that are always sure."""
    del text
    return ()
