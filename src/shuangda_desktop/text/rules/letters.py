"""Rule: letters and strokes that a recogniser wrote for the digits and marks of a number.

Only where nothing else can stand: O and l among digits before what is counted or dated, letters
alone that name a month, strokes in the brackets of a number before a heading, a wrong mark behind
a number that the lines around it count on from. What could be another word is left to ``misread``.
"""

import re
from collections.abc import Iterable, Iterator

from shuangda_desktop.text.chars import COLON, DASH, DOT, HAN, PAUSE
from shuangda_desktop.text.mapped import Edit, Span
from shuangda_desktop.text.punctuation import narrow

RULE = "letters"
_DIGITS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})
_MAY_BE = re.compile("[OolI]")
_ALONE = "(?<![0-9A-Za-z.])"
_MIXED = "(?=[1-9lI][0-9OolI]{0,7}[0-9]|[1-9])(?=[0-9]{0,7}[OolI])[0-9OolI]{2,8}"  # no O2O
_COUNTED = " {0,2}(?:[年月日号个件家次批人起元万亿项场期台份户辆%]|工作日|小时)"
_LINE = "(?m)^ {0,8}"
_MONTH = f"{_ALONE}[Il][OoIl]?(?= ?月[底前末份中上下初0-9OolI])"  # ll月底
_DAY = "(?<=月)[Il][OoIl]?(?= ?日)"
_NUMBERS = re.compile(
    f"{_MONTH}|{_DAY}|{_ALONE}{_MIXED}(?={_COUNTED})|(?<=[\u3014\\[]){_MIXED}(?=[\u3015\\]])"
)
_LABEL = re.compile(f"{_LINE}({_MIXED}|[lI])(?= ?[.{PAUSE}] ?[{HAN}])")  # l.核查
_STROKE = re.compile(
    f"{_LINE}(?:\\( ?([{DASH}\u2500=\u2261]) ?\\)|([{DASH}\u2500]){PAUSE})(?= ?[{HAN}])"
)
_STROKES = {"=": "二", "\u2261": "三"}  # any other is 一
_MARKED = re.compile(f"{_LINE}([1-9][0-9]?) ?([.{PAUSE},\u00b7\u2022])(?= ?[{HAN}])")
_KEY = re.compile(
    f"(?m)(?:^|[(\\[\u3010;\u3002]) ?(?:牵头|配合|责任|主办|协办|承办|负责)(?:单位|部门) ?(;)(?= ?[{HAN}]{{2}})"
)
_LAST_MONTH = 12


def mend_letters(text: str) -> Iterable[Edit]:
    """Edits that put the digit or the mark back that was meant."""
    flat = narrow(text)
    found = [*_letters(flat), *_strokes(flat), *_marks(flat), *_keys(flat, text)]
    return sorted(found, key=lambda edit: edit.span)


def _letters(flat: str) -> Iterator[Edit]:
    if not _MAY_BE.search(flat):
        return
    for found in _NUMBERS.finditer(flat):
        digits = found[0].translate(_DIGITS)
        of_month = flat.startswith("月", found.end())
        if not of_month or int(digits) <= _LAST_MONTH:
            yield Edit(Span(*found.span()), digits, RULE)
    for found in _LABEL.finditer(flat):
        yield Edit(Span(*found.span(1)), found[1].translate(_DIGITS), RULE)


def _strokes(flat: str) -> Iterator[Edit]:
    for found in _STROKE.finditer(flat):
        group = found.lastindex or 1
        yield Edit(Span(*found.span(group)), _STROKES.get(found[group], "一"), RULE)


def _marks(flat: str) -> Iterator[Edit]:
    """A comma or a middle dot behind a number, where the number before or after it has its mark."""
    labels = [(int(found[1]), found[2], found.span(2)) for found in _MARKED.finditer(flat)]
    right = {number for number, mark, _ in labels if mark in DOT + PAUSE}
    for number, mark, span in labels:
        if mark not in DOT + PAUSE and right & {number - 1, number + 1}:
            right.add(number)
            yield Edit(Span(*span), ".", RULE)


def _keys(flat: str, text: str) -> Iterator[Edit]:
    """牵头单位;市公安局: the colon lost a dot."""
    for found in _KEY.finditer(flat):
        at = found.start(1)
        yield Edit(Span(at, at + 1), COLON[text[at] != ";"], RULE)
