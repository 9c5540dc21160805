"""The source's words, moved one level down: 全省 -> 全市, 各市州 -> 各县（市、区）.

Names of laws, campaigns and awards stand in 《》 or “” and stay; so does a unit above that the city
reports to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.tasks.dividing.wording_rules import (
    KEPT,
    TOLD,
    Change,
    Rule,
    national,
    province,
)
from shuangda_desktop.tasks.model import Rewording
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.units.directory import Directory

# 省 in other words than those of the province, or of other provinces.
_LEFT = re.compile(
    "(?<![跨邻外节反兄弟各强两三四五六七八九十多数])省(?![际外略事去心钱电时油份长区市、和\uff08(])[\u4e00-\u9fff]{0,5}"
)
_ADDED = re.compile(
    "省委、省(?:人民)?政府(?:、|和)"
)  # beside the city's own, in a list of whose orders


@dataclass(frozen=True, slots=True)
class Wording:
    """The rules of one plan: a pattern of all that may change, and what each part becomes."""

    pattern: re.Pattern[str] | None
    changes: tuple[Change, ...]

    def reword(self, text: str) -> tuple[str, tuple[Rewording, ...]]:
        """The text one level down, with every change in order."""
        if self.pattern is None:
            return text, ()
        made: list[Rewording] = []
        return self.pattern.sub(lambda found: self._change(found, made), text), tuple(made)

    def _change(self, found: re.Match[str], made: list[Rewording]) -> str:
        number = int((found.lastgroup or "r0")[1:])
        after = self.changes[number - 1](found) if number else found[0]
        if after != found[0]:
            made.append(Rewording(found[0], after))
        return after


def wording(directory: Directory, level: Level | None, on: date | None = None) -> Wording:
    """The rules for a plan of this level; a plan of the city itself keeps its words."""
    if level is Level.NATIONAL:
        return _compiled(national(directory.place))
    if level is Level.PROVINCE:
        return _compiled(province(directory, on))
    return Wording(None, ())


def _compiled(rules: Sequence[Rule]) -> Wording:
    """One pattern for all rules: what is kept comes first, then each rule in its order."""
    parts = [f"(?P<r{number}>{rule.pattern})" for number, rule in enumerate(rules, 1)]
    pattern = re.compile("|".join([f"(?:{KEPT})", *parts]))
    return Wording(pattern, tuple(rule.change for rule in rules))


def leftover_spans(text: str) -> tuple[Span, ...]:
    """Where words of the province are left in a text of the city, save what belongs there."""
    bare = re.sub(KEPT, lambda kept: "\u3002" * len(kept[0]), text)
    bare = _ADDED.sub(lambda added: "\u3002" * len(added[0]), bare)
    return tuple(
        Span(*found.span())
        for found in _LEFT.finditer(bare)
        if not TOLD.search(bare, 0, found.start())
    )
