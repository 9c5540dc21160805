"""Phrases that were read one way and can be meant another: the finding says both.

A month without 前 or 底 tells when something is held, or until when it is to be done; a paragraph cut
at the units it names may be one task.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from shuangda_desktop.plan.checks.findings import Drafted, doubt, hint, words_span
from shuangda_desktop.plan.duties.unit_names import is_collective
from shuangda_desktop.plan.measures.dates import SMALL
from shuangda_desktop.plan.model import Deadline, Finding, Measure
from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.numerals import to_int

_LOOSE = re.compile("[在于]?(?:[^,]{0,6}年)?[\\d一二三四五六七八九十]{1,3}月份?,?")
_YEAR = re.compile("20\\d\\d年(?=,)")  # 2027年,建成…
_OVER = re.compile(  # 11月1日至1月31日: the year of neither is told
    f"(?<!年)(?<!\\d)(?P<m>{SMALL})\\s?月?(?:{SMALL}日|[上中下]旬|[份底末初])?[-\u2014\u2013~至到]{{1,2}}(?P<m2>{SMALL})月"
)
_IN_BRACKET = re.compile("[^()]{0,12}\\)(?![\u3002;]?$)")
_SURE = ("确保", "力争", "争取")  # before a month: until its end
_TIMES = re.compile(
    "每个?(?:半年|季度|月|年|周|季)[^,;\u3002]{0,14}?(?P<count>\\d{1,3})(?:次|期|遍|场|轮|批)(?!以上)"
)
_FIGURE = re.compile("\\d")
_BESIDE = re.compile("[\u4e00-\u9fff]{0,8}(?:[、和及][\u4e00-\u9fff]{0,6})?")
_PLAIN = re.compile("负责|牵头|会同|配合|协助|要|应|须|由|将|向")
_ROW = 3  # so many units that each say what they have to do make a row


def check_two_ways(drafted: Drafted, text: MappedText) -> Iterator[Finding]:
    """The doubts about the times of a measure that read two ways."""
    words = drafted.words
    for deadline in drafted.measure.deadlines:
        place = words.find(deadline.text)
        if place < 0:
            continue
        span = words_span(drafted, place, place + len(deadline.text), text)
        if _is_loose(deadline, words, place):
            said, due = deadline.text.rstrip(","), deadline.due_on
            message = f"“{said}”可能是办理的时候,也可能是完成的期限,暂按{due.year}年{due.month}月{due.day}日为时限。"
            yield doubt("loose-month", message, span)
        elif _is_over(deadline.text):
            message = f"“{deadline.text}”跨年,没有写是哪一年,暂按到{deadline.due_on.year}年为止。"
            yield doubt("loose-year", message, span)
    yield from _loose_rhythms(drafted, words, text)
    yield from _after_bounds(drafted, words, text)


def _after_bounds(drafted: Drafted, words: str, text: MappedText) -> Iterator[Finding]:
    """不少于40类产品、3200批次: whether the bound holds for the second figure too."""
    for one, two in pairwise(drafted.measure.targets):
        if one.operator == "=" or two.operator != "=":
            continue
        start = words.find(one.text) + len(one.text)
        place = words.find(two.text)
        figure = _FIGURE.search(words, max(start, place), place + len(two.text))
        beside = place >= 0 and figure and _BESIDE.fullmatch(words, start, figure.start())
        if beside:
            message = f"“{two.text}”前面的限度可能也管这个数,暂按恰好这么多列为目标。"
            span = words_span(drafted, place, place + len(two.text), text)
            yield hint("loose-bound", message, span)


def _loose_rhythms(drafted: Drafted, words: str, text: MappedText) -> Iterator[Finding]:
    """每季度检查1次 is how often, and may be a figure that is to be reached."""
    read = {target.value for target in drafted.measure.targets}
    for match in _TIMES.finditer(words) if "每" in words else ():
        if float(match["count"]) not in read:
            message = f"“{match[0]}”可能只是频次,也可能是要达到的次数,暂只按频次列。"
            yield doubt("loose-rhythm", message, words_span(drafted, *match.span(), text))


def _is_loose(deadline: Deadline, words: str, place: int) -> bool:
    """Whether a month or a year alone gives the day, or it stands in a bracket amid the words."""
    amid = not deadline.text.endswith("前") and words.endswith("(", 0, place)
    if amid and _IN_BRACKET.match(words, place + len(deadline.text)):
        return True  # 秋种期间(8-10月)各检查一次
    if len(deadline.text) == len("2027年") and _YEAR.match(words, place):
        return True
    return bool(_LOOSE.fullmatch(deadline.text)) and not words.endswith(_SURE, 0, place)


def _is_over(said: str) -> bool:
    """Whether a range of months without a year goes over new year."""
    match = _OVER.match(said)
    return match is not None and (to_int(match["m"]) or 0) > (to_int(match["m2"]) or 0)


def check_cuts(all_drafted: Sequence[Drafted], text: MappedText) -> Iterator[tuple[int, Finding]]:
    """By place in the list: measures that one paragraph was cut into at the units it names.

    Units that tell in a row what they do bear each other out.
    """
    start = 0
    for at, (one, two) in enumerate(pairwise([*all_drafted, None]), 1):
        if one and two and _in_one_line(one, two, text):
            continue
        plain = [_is_plain(drafted.measure) for drafted in all_drafted[start:at]]
        for unsure in _unsure(plain):
            message = "本段按句子中的单位切成了几项,也可能是同一项任务,暂按几项列出。"
            yield (
                start + unsure,
                doubt("cut-prose", message, all_drafted[start + unsure].measure.span),
            )
        start = at


def _unsure(plain: Sequence[bool]) -> Iterator[int]:
    """The pieces of a paragraph of which one, or the one beside it, may have no unit of its own.

    In a row of units the first piece may lead to it, and only the others without a unit are odd.
    """
    row = sum(plain) >= _ROW
    for at, sure in enumerate(plain):
        beside = sure and all(plain[max(0, at - 1) : at + 2])
        if len(plain) > 1 and not (sure or at == 0 if row else beside):
            yield at


def _in_one_line(one: Drafted, two: Drafted, text: MappedText) -> bool:
    """Whether two measures without clauses were cut out of one line."""
    if one.item is None or one.item is not two.item or one.draft.clauses or two.draft.clauses:
        return False
    return "\n" not in text.text[one.draft.parts[-1].end : two.draft.start]


def _is_plain(measure: Measure) -> bool:
    """Whether words say that a unit of its own has to do it, whoever helps."""
    doer = measure.duties[0].unit if measure.duties else ""
    own = bool(doer) and (not is_collective(doer) or measure.text.startswith(doer))
    return own and bool(_PLAIN.search(measure.text))
