"""Where the title of a document breaks into lines: a trapezium or a diamond, never inside a word."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from math import ceil

from shuangda_desktop.exports.measure import half_widths
from shuangda_desktop.text.chars import DIGIT, HAN

UPRIGHT_ROOM = 19  # characters of 22 pt in a line of 156 mm, one kept free
LYING_ROOM = 28  # and in one of 225 mm
MOST_LINES = 4
# Words of such titles, longest first where one begins another; what is unknown is kept together.
WORDS = (
    "打击侵犯知识产权",
    "制售假冒伪劣商品",
    "侵权假冒",
    "假冒伪劣",
    "知识产权",
    "领导小组办公室",
    "领导小组",
    "办公室",
    "重点任务",
    "任务分工",
    "分工方案",
    "任务分工表",
    "实施方案",
    "实施意见",
    "工作要点",
    "工作方案",
    "行动方案",
    "进度台账",
    "专项",
    "行动",
    "方案",
    "工作",
    "打击",
    "侵犯",
    "制售",
    "商品",
    "伪劣",
    "加强",
    "推进",
    "做好",
    "关于",
    "印发",
    "通知",
    "全市",
    "全省",
)
OPENERS = ("和", "与", "及", "暨", "的")  # 和 begins a line rather than ending it; 的 ends one
_TOKEN = re.compile(
    f"[{DIGIT}]+年度?|[《〈\u201c]?(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})[》〉\u201d]?"
    f"|[和与及暨的]|[A-Za-z{DIGIT}.%]+|[^{HAN}]|[{HAN}]"
)


def break_title(title: str, room: int = UPRIGHT_ROOM) -> list[str]:
    """The lines of a title."""
    if _length(title) <= room:
        return [title]
    tokens = _tokens(title)
    least = ceil(_length(title) / room)
    for count in range(least, MOST_LINES + 1):
        ways = [w for w in _ways(tokens, count) if max(map(_length, w)) <= room]
        if ways:
            return min(ways, key=_ugliness)
    return [title[at : at + room] for at in range(0, len(title), room)]


def _length(text: str) -> float:
    """In Chinese characters; digits and Latin letters are half as wide."""
    return half_widths(text) / 2


def _tokens(title: str) -> list[str]:
    """Words of the title; single characters of unknown words stay with their neighbours."""
    tokens: list[str] = []
    for found in _TOKEN.finditer(title):
        known = len(found.group()) > 1 or found.group() in OPENERS
        if tokens and not known and not _known(tokens[-1]):
            tokens[-1] += found.group()
        else:
            tokens.append(found.group())
    return tokens


def _known(token: str) -> bool:
    return token in OPENERS or (len(token) > 1 and _TOKEN.fullmatch(token) is not None)


def _ways(tokens: Sequence[str], count: int) -> Iterator[list[str]]:
    for cuts in combinations(range(1, len(tokens)), count - 1):
        if all(_may_begin(tokens[at - 1], tokens[at]) for at in cuts):
            edges = [0, *cuts, len(tokens)]
            yield ["".join(tokens[a:b]) for a, b in pairwise(edges)]


def _may_begin(before: str, token: str) -> bool:
    return token != "的" and before not in {"和", "与", "及", "暨"}


def _ugliness(lines: Sequence[str]) -> float:
    """Uneven lines, an hourglass and a block are ugly; short-long-short and slopes are wanted."""
    lengths = [_length(line) for line in lines]
    mean = sum(lengths) / len(lengths)
    uneven = sum((n - mean) ** 2 for n in lengths)
    hourglass = any(a > b < c for a, b, c in zip(lengths, lengths[1:], lengths[2:], strict=False))
    block = len(set(lengths)) == 1
    return uneven + 40 * hourglass + 10 * block
