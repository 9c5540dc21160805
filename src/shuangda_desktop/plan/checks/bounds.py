"""Targets beside whose figure more stands that says how much than was read of it.

Independent of how targets are read: what stands right before a figure and right behind it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from shuangda_desktop.plan.checks.findings import Drafted, doubt, words_span
from shuangda_desktop.plan.model import Finding, Target
from shuangda_desktop.text.mapped import MappedText

_GOES_ON = ("次", "套", "件", "批次", "/")  # behind what is counted: 条次, 台套, 个批次, 人/次
_NEAR, _FAR = 12, 8  # characters before and behind a figure that say what it is
_FIGURE = re.compile("\\d[\\d,]*(?:\\.\\d+)?")
_EITHER_BEHIND = re.compile(
    "[(]?含?[)]?(?:及?以上|以内|之内|及?以下|往上|起步|打底|封顶|开外|左右|上下|为底线|为限|\\+)"
)
_BOUND_BEHIND = re.compile(
    f"{_EITHER_BEHIND.pattern}|[\u4e00-\u9fff]{{1,4}}(?:以上|以内|以下)(?=[,;、\u3002]|$)"
)
_EITHER_BEFORE = re.compile(
    "(?:[不没][下止]|冲刺|保底|守住|突破|力保|逾|超|过|\u2265|\u2264|>|<)=?$"
)
_LEAST = re.compile(
    "(?:不[得应]?[少低小]于|至少[^\\d,;\u3002于过在到至率比降减压缩]{0,10}|达到?|提[高升]到|稳定在|保持在|(?<![不得])(?:超过|突破))(?:每[百千万]?[\u4e00-\u9fff]{1,3})?$"
)
_LAST_OF_BOUNDS = frozenset("的下止刺底住破保逾超过出\u2265\u2264><=于在到")  # of the others
_LAST_OF_LEAST = frozenset("于达到在过破\n")
_LAST_OF_ANY = frozenset("到至为于过出在少多达\u2264\u2265\u2266\u2267<>=")  # each alone is one
_MOST = re.compile(
    "(?:不[得应]?超[过出](?:[^,;\\d]{1,8}的)?|不[高大多]于(?:[^,;\\d]{1,8}的)?|控制在|[压降缩减][缩减低少短]?到)$"
)
_ANY = re.compile(
    "(?:[到至为于过在少多达]|突破|[\u2264-\u2267<>=])(?:每[百千万]?[\u4e00-\u9fff]{1,3})?$|[到达于过出][^,;\\d]{1,8}的$|至少[^\\d于过在到至率比降减压缩]{0,20}$|\\d[\u4e00-\u9fff]{1,2}$"
)
_MOST_TAILS = ("以内", "之内", "以下")
_TAILS = ("以上", *_MOST_TAILS)
_RANGE = ("-", "~", "\u2014", "至")  # 5-6家 is at least 5
_BESIDE = ("、", "和", "及")  # a second figure under the bound of the first


class _Around(NamedTuple):
    """What stands right before a figure, what its target says behind it, and what follows the target."""

    before: str
    behind: str
    after: str
    in_digits: bool


def check_bounds(drafted: Drafted, text: MappedText) -> Iterator[Finding]:
    """The targets of a measure whose bound or whose unit was read in part, or that have none."""
    words = drafted.words
    for target in drafted.measure.targets:
        at = words.find(target.text)
        if at < 0:
            continue
        around, end = _around(target, words, at), at + len(target.text)
        if _is_half_read(target, around):
            message = f"“{target.text}”前后的限度或计量单位可能没有读全,暂按读出的列为目标。"
            yield doubt("unread-number", message, words_span(drafted, at, end, text))
        elif not _is_said(target, around):
            meant = "不少于" if target.operator.startswith(">") else "不超过"
            message = f"“{target.text}”没有写明限度,可能恰好是这么多,暂按{meant}列为目标。"
            yield doubt("unsaid-bound", message, words_span(drafted, at, end, text))


def _is_said(target: Target, around: _Around) -> bool:
    """Whether words say the bound of a target, its own or that of the figure beside it."""
    if target.operator == "=" or "分别" in target.text or not around.in_digits:
        return True
    before, behind = around.before, around.behind
    if before[-1:] in _LAST_OF_ANY or behind.endswith(_TAILS) or behind.startswith(_RANGE):
        return True
    return before.endswith(_BESIDE) or bool(_ANY.search(before))


def _is_half_read(target: Target, around: _Around) -> bool:
    """Whether more stands around a figure than was read: a bound, or a second unit."""
    before, behind, after, _ = around
    operator = target.operator
    if after.startswith(_GOES_ON):
        return True
    if operator == "=" and not target.value:  # 起数控制在0 is read as none
        return bool(_BOUND_BEHIND.match(after))
    if operator == "=" and (_BOUND_BEHIND.match(after) or _ends(_EITHER_BEFORE, before)):
        return True
    if operator[0] == "<":
        return behind.endswith("以上") or (not behind.endswith(_MOST_TAILS) and _says_least(before))
    if operator == "=" and (_says_least(before) or behind.endswith("以上")):
        return True
    return _ends(_MOST, before) or behind.endswith(_MOST_TAILS)


def _says_least(before: str) -> bool:
    """Whether words end with a bound from below: most have nothing that one ends with."""
    may = before[-1:] in _LAST_OF_LEAST or "每" in before or "至少" in before
    return may and _LEAST.search(before) is not None


def _ends(bound: re.Pattern[str], before: str) -> bool:
    """Whether words end with a bound: few end with a character that a bound ends with."""
    return before[-1:] in _LAST_OF_BOUNDS and bool(bound.search(before))


def _around(target: Target, words: str, at: int) -> _Around:
    said, figure = target.text, _figure(target)
    start, stop = figure.span() if figure else (0, 0)
    place, end = at + start, at + len(said)
    before = words[max(0, place - _NEAR) : place]
    return _Around(before, said[stop:], words[end : end + _FAR], figure is not None)


def _figure(target: Target) -> re.Match[str] | None:
    """Where the figure of a target stands in its words; None where it is written in Chinese."""
    for each in _FIGURE.finditer(target.text):
        if _value(each[0]) == target.value:
            return each
    return None


def _value(number: str) -> float:
    return float(number.replace(",", ""))
