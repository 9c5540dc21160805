"""Responsibility that one sentence of an item states for all of it: …。由A牵头,会同B实施."""

import re
from collections.abc import Sequence
from itertools import pairwise

from shuangda_desktop.plan.duties.prose import ROLE_WORD, each_told
from shuangda_desktop.plan.duties.whole import whole_duties
from shuangda_desktop.plan.model import Duty
from shuangda_desktop.text.chars import STOP

SENTENCE = re.compile("[^\u3002;!?]*[\u3002;!?]?")
_PARTS = ("负责", "牵头", "主办", "配合", "协助", "参与")
_LONGEST_TAIL = 160  # characters of a sentence whose last words may say who does it


def closing_duties(flat: str, body: int) -> tuple[tuple[Duty, ...], bool]:
    """The duties that one sentence of an item states for all of it: …。由A牵头,会同B实施。

    The second value tells whether that sentence also says something else.
    """
    sentences = [found[0] for found in SENTENCE.finditer(flat, body) if found[0]]
    stated = [duties for sentence in sentences if (duties := whole_duties(sentence))]
    if stated:
        return (stated[0] if len(stated) == 1 else ()), False
    last = sentences[-1] if sentences else ""
    told = each_told(last) if last.startswith("由") else _told_last(last)
    return told or _told_first_of_all(sentences), True


def _told_first_of_all(sentences: Sequence[str]) -> tuple[Duty, ...]:
    """The duties that the first sentence ends with, for all that follow: 整治集市,由A负责。要检查…."""
    first = sentences[0].rstrip(STOP) if len(sentences) > 1 else ""
    by = first.find(",由")
    return whole_duties(first[by + 1 :]) if by > 0 and first.endswith(_PARTS) else ()


def _told_last(sentence: str) -> tuple[Duty, ...]:
    """The duties that a sentence ends with: 查处假酒,市公安局牵头,市商务局配合。"""
    tail = sentence[-_LONGEST_TAIL:]
    if not ROLE_WORD.search(tail):
        return ()
    ends = (comma.end() for comma in re.finditer(",", tail))
    last = next((duties for at in ends if (duties := whole_duties(tail[at:]))), ())
    return last or _told_amid(tail)


def _told_amid(sentence: str) -> tuple[Duty, ...]:
    """The duties that two parts side by side state amid others: 本阶段,市公安局牵头,各所分工负责,检查…."""
    pairs = pairwise(sentence.split(","))
    both = (f"{a},{b}" for a, b in pairs if ROLE_WORD.search(a) and ROLE_WORD.search(b))
    return next((duties for pair in both if (duties := whole_duties(pair))), ())
