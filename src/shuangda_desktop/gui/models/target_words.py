"""Targets as a clerk reads and types them: 合格率 ≥ 95%."""

import re
import unicodedata
from collections.abc import Sequence

from shuangda_desktop.plan.measures.targets import find_targets
from shuangda_desktop.plan.model import Target

PARTING = "\uff1b"
SIGNS = {">=": "\u2265", "<=": "\u2264", ">": ">", "<": "<", "=": "="}
_WRITTEN = {
    "\u2265": ">=", ">=": ">=", "\u4e0d\u5c11\u4e8e": ">=", "\u4e0d\u4f4e\u4e8e": ">=", "\u8fbe\u5230": ">=",
    "\u2264": "<=", "<=": "<=", "\u4e0d\u8d85\u8fc7": "<=", "\u4e0d\u9ad8\u4e8e": "<=",
    ">": ">", "\u8d85\u8fc7": ">", "<": "<", "\u4f4e\u4e8e": "<", "=": "=",
}  # fmt: skip
_TYPED = re.compile(
    r"(?P<name>[^\d<>=\u2264\u2265]{0,40}?)(?P<sign>"
    + "|".join(sorted(_WRITTEN, key=len, reverse=True))
    + r")(?P<value>\d{1,12}(?:\.\d{1,4})?)(?P<times>[\u4e07\u4ebf]?)(?P<unit>[^\d]{0,12})"
)
_TIMES = {"": 1, "\u4e07": 10_000, "\u4ebf": 100_000_000}


def target_words(target: Target) -> str:
    """One target: its name, a sign, the number with its unit; the source's words where it has no name."""
    if not target.name and target.text:
        return target.text
    value = f"{target.value:.10g}"
    return f"{target.name} {SIGNS[target.operator]} {value}{target.unit}".strip()


def targets_line(targets: Sequence[Target]) -> str:
    """All targets of a measure in one line."""
    return PARTING.join(target_words(target) for target in targets)


def read_targets(typed: str, known: Sequence[Target] = ()) -> tuple[Target, ...] | str:
    """The targets that a line says; the first part that cannot be read.

    A target that was not touched keeps the words of the source; words as a source has them are read too.
    """
    as_shown = {target_words(target): target for target in known}
    found: list[Target] = []
    for part in re.split(f"[;{PARTING}]", typed):
        words = part.strip()
        if not words:
            continue
        read = (as_shown[words],) if words in as_shown else _read(words)
        if not read:
            return words
        found += read
    return tuple(found)


def _read(words: str) -> tuple[Target, ...]:
    flat = re.sub(r"[\s,\uff0c]", "", unicodedata.normalize("NFKC", words))
    match = _TYPED.fullmatch(flat)
    if match is None:
        return find_targets(unicodedata.normalize("NFKC", words))
    value = float(match["value"]) * _TIMES[match["times"]]
    return (Target(match["name"], _WRITTEN[match["sign"]], value, match["unit"], words),)
