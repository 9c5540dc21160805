"""Rule: letters and strokes that a recogniser wrote for the digits and marks of a number.

Only where nothing else can stand: O and l among digits before what is counted or dated, letters
alone that name a month, strokes in the brackets of a number before a heading, a wrong mark behind
a number that the lines around it count on from. What could be another word is left to ``misread``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from shuangda_desktop.text.chars import (
    COMMA,
    DASH,
    DOT,
    HAN,
    LOPEN,
    LPAREN,
    PAUSE,
    PERCENT,
    ROPEN,
    RPAREN,
    SPACE,
)
from shuangda_desktop.text.mapped import Edit, Span

RULE = "letters"
_DIGITS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})
_ALONE = "(?<![0-9A-Za-z.])"
_MIXED = "(?=[1-9lI][0-9OolI]{0,7}[0-9]|[1-9])(?=[0-9]{0,7}[OolI])[0-9OolI]{2,8}"  # no O2O
_COUNTED = f"[{SPACE}]{{0,2}}(?:[年月日号个件家次批人起元万亿项场期台份户辆{PERCENT}]|工作日|小时)"
_MONTH = f"{_ALONE}[Il][OoIl]?(?= ?月[底前末份中上下初0-9OolI])"  # ll月底
_DAY = "(?<=月)[Il][OoIl]?(?= ?日)"
_NUMBERS = re.compile(
    f"{_MONTH}|{_DAY}|{_ALONE}{_MIXED}(?={_COUNTED})|(?<=[{LOPEN}]){_MIXED}(?=[{ROPEN}])"
)
# what is in all of them: a letter beside a digit, or with another one before a month or a day
_CUE = re.compile("[OolI](?:(?<=[0-9].)|(?=[0-9]|[OoIl]? ?[月日]))")
_ONE = f"[{SPACE}]?"
_MARK = f"{DOT}{PAUSE}"
_HEAD = re.compile(  # the number that a line begins with
    f"(?m)^[{SPACE}]{{0,8}}(?:(?P<letters>{_MIXED}|[lI])(?={_ONE}[{_MARK}])"  # l.核查
    f"|[{LPAREN}]{_ONE}(?P<stroke>[{DASH}\u2500=\uff1d\u2261]){_ONE}[{RPAREN}]|(?P<bare>[{DASH}\u2500]){PAUSE}"
    f"|(?P<number>[1-9][0-9]?){_ONE}(?P<mark>[{_MARK}{COMMA}\u00b7\u2022]))(?=[{SPACE}{_MARK}]{{0,3}}[{HAN}])"
)
_STROKES = {"=": "二", "\uff1d": "二", "\u2261": "三"}  # any other is 一
_LAST_MONTH = 12


def mend_letters(text: str) -> Iterable[Edit]:
    """Edits that put the digit or the mark back that was meant."""
    heads = list(_HEAD.finditer(text))
    found = [*_numbers(text), *_labels(heads), *_marks(heads)]
    return sorted(found, key=lambda edit: edit.span)


def _numbers(text: str) -> Iterator[Edit]:
    for found in _NUMBERS.finditer(text) if _CUE.search(text) else ():
        digits = found[0].translate(_DIGITS)
        of_month = text.startswith("月", found.end())
        if not of_month or int(digits) <= _LAST_MONTH:
            yield Edit(Span(*found.span()), digits, RULE)


def _labels(heads: Sequence[re.Match[str]]) -> Iterator[Edit]:
    for found in heads:
        if found["letters"]:
            yield Edit(Span(*found.span("letters")), found["letters"].translate(_DIGITS), RULE)
        elif not found["number"]:
            group = "stroke" if found["stroke"] else "bare"
            yield Edit(Span(*found.span(group)), _STROKES.get(found[group], "一"), RULE)


def _marks(heads: Sequence[re.Match[str]]) -> Iterator[Edit]:
    """A comma or a middle dot behind a number, where the number before or after it has its mark."""
    counted = [(int(found["number"]), found) for found in heads if found["number"]]
    right = {number for number, found in counted if found["mark"] in _MARK}
    for number, found in counted:
        if found["mark"] not in _MARK and right & {number - 1, number + 1}:
            right.add(number)
            yield Edit(Span(*found.span("mark")), ".", RULE)
