"""The lines of a text with what the rules ask of them: blanks around, width, how they begin and end."""

import re
from functools import lru_cache
from typing import NamedTuple

from shuangda_desktop.text.chars import DOT, LPAREN, PAUSE, RPAREN

_CHINESE_NUMBER = "[一二三四五六七八九十百零\u3007]{1,5}"
_NUMBERED = re.compile(
    f"(?:第{_CHINESE_NUMBER}[章节条编部篇]|{_CHINESE_NUMBER}[{PAUSE}{DOT}]"
    f"|[{LPAREN}](?:{_CHINESE_NUMBER}|[0-9\uff10-\uff19]{{1,3}})[{RPAREN}]"
    f"|[0-9\uff10-\uff19]{{1,3}}[{DOT}{PAUSE}{RPAREN}](?![0-9\uff10-\uff19])|[\u2460-\u249b\u3220-\u3229]|附件|附表|任务[一二三四五六七八九十0-9])"
)
_HALF = re.compile("[ -~\u00a0\uff61-\uffdc]")
_TAB = "\u3000\u3000"


class TextLine(NamedTuple):
    """A line that holds something: ``text`` without the blanks around it, at [start, end)."""

    start: int
    end: int
    text: str
    indent: float  # in widths of a Han character
    adjacent: bool  # no empty line between it and the line before

    @property
    def numbered(self) -> bool:
        """Whether it begins like a numbered item."""
        return _NUMBERED.match(self.text) is not None


@lru_cache(maxsize=1)  # each rule asks for them, and most change nothing
def text_lines(text: str) -> tuple[TextLine, ...]:
    """The lines of a text that hold anything."""
    found: list[TextLine] = []
    at, adjacent = 0, False
    for line in text.split("\n"):
        kept = line.strip()
        if kept:
            lead = line[: len(line) - len(line.lstrip())]
            start = at + len(lead)
            indent = _indent(lead) if lead else 0.0
            found.append(TextLine(start, start + len(kept), kept, indent, adjacent))
        adjacent = bool(kept)
        at += len(line) + 1
    return tuple(found)


@lru_cache(maxsize=64)  # few kinds in any text
def _indent(lead: str) -> float:
    return width(lead.replace("\t", _TAB))


def width(text: str) -> float:
    """The width in Han characters: half for what is half as wide."""
    return len(text) - len(_HALF.findall(text)) / 2
