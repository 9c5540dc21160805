"""Paragraphs of an item that are measures of their own: each names its unit, or has a title."""

import re
from dataclasses import replace
from itertools import pairwise

from shuangda_desktop.plan.duties.heads import units_before_colon
from shuangda_desktop.plan.duties.labels import parts_before_colon
from shuangda_desktop.plan.duties.prose import WINDOW, told
from shuangda_desktop.plan.duties.prose_cuts import Cut, prose_cuts
from shuangda_desktop.plan.structure.headings import is_title
from shuangda_desktop.plan.structure.lines import has_words
from shuangda_desktop.plan.structure.passage import Passage
from shuangda_desktop.text.chars import STOP

FEWEST_PARAGRAPHS = 2
_STAGE = re.compile("第[一二三四五六]阶段")
_OUGHT = re.compile("[^\u3002;:,!?]{3,40}?(?:应当|应|须|要)")
_STOPS = re.compile(f"{STOP} ?")
_DIVIDES = re.compile("(?:分工|职责|责任)$")
_LONGEST_STAGE = 40
_DASH = "\u2014"
LONGEST_TOPIC = 20  # characters of a first sentence that only names what it is about


def fewest_paragraphs(heading: str, labelled: bool) -> int:
    """How many paragraphs of units show that each is a measure; one does below 职责分工."""
    return FEWEST_PARAGRAPHS if labelled and not _DIVIDES.search(heading) else 1


def paragraphs_of_units(passage: Passage, body: int, fewest: int) -> list[Cut]:
    """The paragraphs of an item where each begins with its unit: 市公安局:查处案件。"""
    starts = [body, *(place for place in passage.breaks if place > body)]
    if len(starts) < fewest or ":" not in passage.flat:
        return []
    cuts: list[Cut] = []
    named = False
    spans = list(pairwise([*starts, len(passage.flat)]))
    of_house = [parts_before_colon(passage.flat[start:end]) for start, end in spans]
    several = sum(map(bool, of_house)) > 1  # 综合处:…, 办公室:…
    for (start, end), own in zip(spans, of_house, strict=True):
        parts = _named_parts(passage.flat, start, end)
        parts = [Cut(start, end, own)] if several and own and not parts else parts
        told = parts or prose_cuts(passage.flat[:end], start)
        if not told and start > body:
            return []
        named = named or bool(parts)
        cuts += told or [Cut(start, end)]  # words that lead to the units below them
    return cuts if named else []


def _named_parts(flat: str, start: int, end: int) -> list[Cut]:
    """A paragraph cut where names stand before a colon, and what they do behind it."""
    begins = [start, *(stop.end() for stop in _STOPS.finditer(flat, start, end))]
    named = [(at, duties) for at in begins if (duties := units_before_colon(flat, at, end))]
    if not named:
        return []
    ends = [*(at for at, _ in named[1:]), end]
    led_to = [Cut(start, named[0][0])] if named[0][0] > start else []
    cuts = [Cut(at, stop, duties) for (at, duties), stop in zip(named, ends, strict=True)]
    return led_to + cuts


def paragraphs_of_doers(passage: Passage, body: int) -> list[Cut]:
    """The paragraphs of an item cut where one of the later begins with its unit: 各镇要…. | 市打假办要…."""
    flat = passage.flat
    starts = [body, *(place for place in passage.breaks if place > body)]
    cuts: list[Cut] = []
    for start, end in pairwise([*starts, len(flat)]):
        duties = told(flat[start:end]) if _OUGHT.match(flat, start, start + WINDOW) else ()
        if duties or not cuts:
            cuts.append(Cut(start, end, duties))
        else:
            cuts[-1] = replace(cuts[-1], end=end)
    several = len(cuts) > 1 and not cuts[0].duties
    return cuts if several else []


def titled_paragraphs(passage: Passage, body: int) -> list[Cut]:
    """The paragraphs of an item where each begins with a title of its own: 加强宣传。办好咨询活动。"""
    flat = passage.flat
    starts = [body, *(place for place in passage.breaks if place > body)]
    if len(starts) < FEWEST_PARAGRAPHS or all(flat.startswith(_DASH, at) for at in starts):
        return []  # behind dashes stand the principles of a plan
    cuts: list[Cut] = []
    for start, end in pairwise([*starts, len(flat)]):
        stage = _STAGE.match(flat, start)
        stop = flat.find(STOP, start, start + (_LONGEST_STAGE if stage else LONGEST_TOPIC) + 1)
        titled = stop >= 0 and (stage or is_title(flat[start:stop]))
        if not titled or not has_words(flat[stop:end]):
            return []
        told = prose_cuts(flat[:end], stop + 1) or [Cut(start, end)]
        cuts += [replace(cut, start=cut.start if n else start) for n, cut in enumerate(told)]
    return cuts
