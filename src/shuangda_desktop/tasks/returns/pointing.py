"""Cells that say where the words are instead of saying them: above, or in another paper."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from shuangda_desktop.tasks.understanding import plain

NOTHING: Mapping[str, str] = MappingProxyType({})
_ABOVE = re.compile("同(?:上|前)(?:一?[项条行格]|所?述)?|同上所述|〃|[\"']{1,2}")
_ELSEWHERE = re.compile(
    "(?:请?详?[见参]|附|另)(?:见|看|阅)?(?:附|另|后|报告|材料|总结|说明|文件).{0,8}|附(?:件|表)[0-9一二三]?"
)


def points_above(text: str) -> bool:
    """Whether a cell says 同上."""
    return _ABOVE.fullmatch(_bare(text)) is not None


def points_elsewhere(text: str) -> bool:
    """Whether a cell says that the words are in another paper, and nothing else."""
    return _ELSEWHERE.fullmatch(_bare(text)) is not None


def with_row(above: Mapping[str, str], texts: Mapping[str, str]) -> Mapping[str, str]:
    """What 同上 in the next row means, by field: the words of this row, or those that it points to."""
    own = {
        name: text
        for name, text in texts.items()
        if plain(text) and not points_above(text) and not points_elsewhere(text)
    }
    kept = {
        name: above[name] for name, text in texts.items() if points_above(text) and name in above
    }
    return {**kept, **own}


def _bare(text: str) -> str:
    return plain(text).strip("。.;,!:()")
