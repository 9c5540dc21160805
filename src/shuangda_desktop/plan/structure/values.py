"""Where the value of a key ends: at a sentence that tells a deed, at a caption."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from shuangda_desktop.plan.duties.duties import read_clause
from shuangda_desktop.plan.duties.order import says_first_leads
from shuangda_desktop.plan.duties.unit_names import looks_like_unit
from shuangda_desktop.plan.structure.keys import key_lines
from shuangda_desktop.text.chars import STOP

_LONGEST_KEY = 20  # with its colon
_LONGEST_NAME = 8  # a shorter sentence at the end may be a name
_CAPTIONS = "(?:主要|工作|重点|具体|整治)(?:任务|内容|措施|举措|要求)\\s?:"
_CAPTION = re.compile(f"[ \u3002;](?={_CAPTIONS})")
_CAPTION_ENDS = re.compile(f"(?:^|[ \u3002;]){_CAPTIONS}$")
_ABOUT_UNITS = re.compile("[注排列居]|其中|以上|下同|其[他余]|联系|电话|时限|完成|持续|长期|每|\\d")


def behind_values(flat: str, keys: Sequence[int]) -> Iterator[int]:
    """Where the next sentence begins behind the value of a key: 责任单位:市公安局。查处假酒。责任单位:…."""
    opens = ":" in flat[:_LONGEST_KEY] and key_lines(flat[:_LONGEST_KEY])
    starts = [0, *keys] if opens else keys
    for start, end in pairwise([*starts, len(flat)]):
        stop = flat.find(STOP, start, end - 1) + 1
        sentence = flat[stop : flat.find(STOP, stop) + 1 or end] if stop else ""
        long = len(sentence) > _LONGEST_NAME or stop + len(sentence) < len(flat)
        if sentence and long and _is_deed(sentence):
            yield stop
        elif parted := _parted(flat, start, stop or end):
            yield parted


def _parted(flat: str, start: int, end: int) -> int:
    """Where a blank, which was a line break, parts a value from the sentence behind it; else 0."""
    colon = flat.find(":", start, end) + 1
    words = flat.find(" ", colon + 1, end) + 1 if colon else 0
    after = flat[words : flat.find(STOP, words, end) + 1] if words else ""
    told = len(after) > _LONGEST_NAME and "," in after and _is_deed(after)
    told = told and not looks_like_unit(re.split("[ ,、]", after)[0])
    return words if told and read_clause(flat[start : words - 1]) else 0


def captions(flat: str, keys: Sequence[int]) -> Iterator[int]:
    """Where a caption leads from the units of a key to the words: 配合单位:市公安局 主要任务:…."""
    ends = [*keys[1:], len(flat)]
    for start, end in zip(keys, ends, strict=False):
        caption = _CAPTION.search(flat, start, end)
        if caption:
            yield caption.end()


def ends_in_caption(words: str) -> bool:
    """Whether a caption is what words end in: …主要任务:."""
    return bool(_CAPTION_ENDS.search(words))


def _is_deed(sentence: str) -> bool:
    """Whether a sentence behind a list of units says neither who else, nor until when, nor who leads."""
    if _ABOUT_UNITS.match(sentence) or says_first_leads(sentence):
        return False
    return not looks_like_unit(sentence.rstrip(STOP)) and read_clause(sentence) is None
