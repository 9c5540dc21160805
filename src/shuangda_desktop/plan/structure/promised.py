"""The title that a notice names before the plan stands below it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from shuangda_desktop.plan.structure.lines import Line, squeeze

_CARRIED = re.compile(
    "[印转公现制\u300a](?:(?:(?<=[印转])发|(?<=公)布|(?<=现)将|(?<=制)定了?)\u300a(.{4,80}?)\u300b(?!(?:中|里|所?提出|所?确定|明确|部署|涉及))"
    "|(?<=\u300a)([^\u300a\u300b]{4,80})\u300b(?:已经?|业经)[^\u3002]{2,40}?(?:同意|审定|审议|通过|批准)"
    "|(?<=\u300a)([^\u300a\u300b]{4,80})\u300b,?现(?:予以?|一并)?(?:印发|转发|下发)"
    "|(?<=[印转])发([^\u300a\u300b]{4,80}?)的通知)"
)


_CITED = re.compile(
    "\u300a[^\u300a\u300b]{2,60}关于[印转]发[^\u300b]{2,80}\u300b|(?:根据|按照|依据|贯彻|落实|结合)[^,\u3002;]{1,120}"
)


def carried_titles(lines: Sequence[Line]) -> frozenset[str]:
    """The titles that lines name, but for those of documents which they only cite."""
    return promised_titles([replace(line, flat=_CITED.sub("", line.flat)) for line in lines])


def promised_titles(lines: Sequence[Line]) -> frozenset[str]:
    """The titles that lines name, without blanks: 现将《…》印发给你们, 关于印发…的通知."""
    text = "".join(squeeze(line.flat) for line in lines)
    return frozenset(name for match in _CARRIED.finditer(text) for name in match.groups() if name)
