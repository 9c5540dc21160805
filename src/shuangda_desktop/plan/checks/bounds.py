"""Targets beside whose figure more stands that says how much than was read of it.

Independent of how targets are read: what stands right before a figure and right behind it.
"""

import re
from collections.abc import Iterator

from shuangda_desktop.plan.checks.findings import Drafted, doubt, words_span
from shuangda_desktop.plan.model import Finding, Target
from shuangda_desktop.text.mapped import MappedText

_GOES_ON = ("次", "套", "件")  # behind what is counted: 条次, 台套
_NEAR, _FAR = 24, 8  # characters before and behind a number that say what it is
_FIGURE = re.compile("\\d[\\d,]*(?:\\.\\d+)?")
_EITHER_BEHIND = re.compile(
    "[(]?含?[)]?(?:及?以上|以内|之内|及?以下|往上|起步|打底|封顶|开外|左右|上下|为底线|为限|\\+)"
)
_EITHER_BEFORE = re.compile(
    "(?:[不没][下止]|冲刺|保底|守住|突破|力保|逾|超|过|\u2265|\u2264|>|<)=?$"
)
_LEAST = re.compile(
    "(?:不[得应]?[少低小]于|至少[^\\d,;\u3002]{0,4}|达到?|提[高升]到|稳定在|保持在|(?<![不得])(?:超过|突破))(?:每[百千万]?[\u4e00-\u9fff]{1,3})?$"
)
_MOST = re.compile("(?:不[得应]?超过|不[高大多]于|控制在|[压降缩减][缩减低少短]?到)$")
_ANY = re.compile(
    "(?:[到至为于过在少多达]|突破|[\u2264-\u2267<>=])(?:每[百千万]?[\u4e00-\u9fff]{1,3})?$|至少[^\\d]{0,4}$|\\d[\u4e00-\u9fff]{1,2}$"
)
_MOST_TAILS = ("以内", "之内", "以下")
_TAILS = ("以上", *_MOST_TAILS)
_RANGE = ("-", "~", "\u2014", "至")  # 5-6家 is at least 5
_BESIDE = ("、", "和", "及")  # a second figure under the bound of the first


def check_bounds(drafted: Drafted, text: MappedText) -> Iterator[Finding]:
    """The targets of a measure whose bound or whose unit was read in part, or that have none."""
    words = drafted.words
    for target in drafted.measure.targets:
        at = words.find(target.text)
        end = at + len(target.text)
        if at < 0:
            continue
        if _is_half_read(target, words, end):
            message = f"“{target.text}”前后的限度或计量单位可能没有读全,暂按读出的列为目标。"
            yield doubt("unread-number", message, words_span(drafted, at, end, text))
        elif not _is_said(target, words, end):
            meant = "不少于" if target.operator.startswith(">") else "不超过"
            message = f"“{target.text}”没有写明限度,可能恰好是这么多,暂按{meant}列为目标。"
            yield doubt("unsaid-bound", message, words_span(drafted, at, end, text))


def _is_said(target: Target, words: str, end: int) -> bool:
    """Whether words say the bound of a target, its own or that of the figure beside it."""
    if target.operator == "=" or "分别" in target.text or not _figure(target):
        return True
    before, behind = _around(target, words, end)
    told = _ANY.search(before) or behind.endswith(_TAILS)
    return bool(told) or before.endswith(_BESIDE) or behind.startswith(_RANGE)


def _is_half_read(target: Target, words: str, end: int) -> bool:
    """Whether more stands around a figure than was read: a bound, or a second unit."""
    before, behind = _around(target, words, end)
    after = words[end : end + _FAR]
    if after.startswith(_GOES_ON):
        return True
    if target.operator == "=" and (_EITHER_BEHIND.match(after) or _EITHER_BEFORE.search(before)):
        return True
    if not target.operator.startswith(">") and (_LEAST.search(before) or behind.endswith("以上")):
        return True
    most = _MOST.search(before) or behind.endswith(_MOST_TAILS)
    return bool(most) and not target.operator.startswith("<")


def _around(target: Target, words: str, end: int) -> tuple[str, str]:
    """What stands before the figure of a target, and what its own words say behind it."""
    said, figure = target.text, _figure(target)
    start, stop = figure.span() if figure else (0, 0)
    at = end - len(said)
    return words[max(0, at - _NEAR) : at] + said[:start], said[stop:]


def _figure(target: Target) -> re.Match[str] | None:
    """Where the figure of a target stands in its words; None where it is written in Chinese."""
    figures = (each for each in _FIGURE.finditer(target.text) if _value(each[0]) == target.value)
    return next(figures, None)


def _value(number: str) -> float:
    return float(number.replace(",", ""))
