"""Line breaks amid a sentence, in a document whose lines end with their sentences.

Independent of how lines are joined: where nearly all lines of a document are whole paragraphs, one that
was joined to the next in the middle of a sentence may be a line of something else, or its end is lost.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from shuangda_desktop.plan.checks.findings import Drafted, doubt
from shuangda_desktop.plan.model import Finding
from shuangda_desktop.text.chars import COMMA, PAUSE, SEMICOLON
from shuangda_desktop.text.mapped import MappedText, Span
from shuangda_desktop.text.punctuation import narrow

_ENDS = tuple("\u3002;:!?)\u3015\u3011\u201d\u300b|\t")
_BEGINS = re.compile("[(\\[\u3014\u3010]|.{0,12}:")  # a clause in a line of its own, a key
_LINE_END = re.compile(f"\\n(?<![{COMMA}{PAUSE}{SEMICOLON}]\\n)")  # not between names of a list
_SELDOM = 8  # of so many measures one that was joined is odd
_TOLD = 8  # characters on each side of the break that are told


def check_breaks(all_drafted: Sequence[Drafted], text: MappedText) -> Iterator[tuple[int, Finding]]:
    """By place in the list: measures with a line break amid a sentence, where few have one."""
    found = {at: breaks for at, one in enumerate(all_drafted) if (breaks := _breaks(one, text))}
    if len(found) * _SELDOM > max(_SELDOM, len(all_drafted)):
        return
    for at, (first, *_) in found.items():
        before = text.text[max(0, first.start - _TOLD) : first.start]
        behind = text.text[first.end : first.end + _TOLD]
        message = f"“{before}”与“{behind}”之间断了行,暂连成一句,可能混进了别的文字或漏了字。"
        yield at, doubt("joined-lines", message, text.to_raw(first))


def _breaks(drafted: Drafted, text: MappedText) -> list[Span]:
    """Where the words of a measure, or its clause in brackets, go on in another line without a mark."""
    draft = drafted.draft
    if draft.row:
        return []
    gaps = [Span(one.end, two.start) for one, two in pairwise(draft.parts)]
    for clause, place in zip(
        draft.clauses, () if draft.given else draft.clause_spans, strict=False
    ):
        lines = _LINE_END.finditer(text.text, place.start + 1, place.end - 1)
        gaps += [] if clause.keyed else [Span(*line.span()) for line in lines]
    return [gap for gap in gaps if _is_amid(gap, text.text)]


def _is_amid(gap: Span, text: str) -> bool:
    """Whether a line ends in a gap, no mark ends it, and what follows is no clause."""
    between = text[gap.start : gap.end]
    ended = narrow(f"{text[gap.start - 1]}{between.strip()}").endswith(_ENDS)
    in_day = text[gap.start - 1] in "年月" and text[gap.end].isdecimal()  # 9月 / 17日
    plain = ended or in_day or _BEGINS.match(narrow(text[gap.end : gap.end + 14]))
    return "\n" in between and not plain
