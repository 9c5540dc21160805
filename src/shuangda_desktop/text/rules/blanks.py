"""Rule: blanks inside sentences, which typing, letter-spacing or a PDF put there.

A blank may also part things: the units of a list, the columns of a row, the two issuers of one
document. Between two Han it goes only where it splits a known word or spaces out a short label.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from shuangda_desktop.text.chars import COLON, DIGIT, DOT, HAN, SPACE
from shuangda_desktop.text.doubts import Doubt
from shuangda_desktop.text.mapped import Edit, Span
from shuangda_desktop.text.rules.lexicon import lexicon_of
from shuangda_desktop.text.rules.loose_rows import LooseTable, loose_tables
from shuangda_desktop.text.rules.phrases import terms

RULE = "blanks"
_MARK = "\u3001\u3002\u300a\u300b\u3008\u3009\u201c\u201d\u3014\u3015,;:!?()\uff0c\uff1b\uff1a\uff01\uff1f\uff08\uff09"
_CHINESE_MARK = "\u3001\u3002\u300b\u201d\u3014\u3015\uff0c\uff1b\uff1a\uff09"
# what began a line once: \u2026 2.\u5efa\u7acb\u2026, and \u20265\u670810\u65e5 2026\u5e74\u2026 behind a signature
_BEGAN = f"[{DIGIT}]{{1,2}}[{DOT}\u3001][{HAN}]|(?<=日.)20[{DIGIT}]{{2}}年"
# each pattern begins with the blank, which is rarer than what stands before it
_INNER = re.compile(
    f"[{SPACE}](?:(?<=[{_MARK}].)[{SPACE}]?(?=[{HAN}{_MARK}])|(?<=[{HAN}].)[{SPACE}]?(?=[{_MARK}])"
    f"|(?<=[{HAN}{_CHINESE_MARK}].)[{SPACE}]?(?=[{DIGIT}])(?!{_BEGAN}))"
)
_AFTER_NUMBER = re.compile(f"[{SPACE}](?<=[{DIGIT}].)[{SPACE}]?(?=([{HAN}]))")
_LABEL = re.compile(  # from the blank behind its first character on
    f"(?m)[{SPACE}](?<=[{HAN}].)(?<![^\\n{SPACE}\\t{_MARK}][{HAN}].)[{SPACE}]{{0,5}}[{HAN}]"
    f"(?:[{SPACE}]{{1,6}}[{HAN}]){{0,8}}(?=[{SPACE}]{{0,6}}(?:[{COLON}\\t]|$))"
)
_SPLIT = re.compile(f"[{SPACE}](?<=[{HAN}].)[{SPACE}]?(?=[{HAN}])")
_NUMERAL = "[一二三四五六七八九十]"
_IN_NUMBER = re.compile(
    f"[{SPACE}](?<={_NUMERAL}.)[{SPACE}]?(?=(?P<rest>{_NUMERAL}{{1,2}})[、)\uff09章节条])"
)
_NUMBER_AT_HEAD = re.compile(
    f"[{SPACE}]{{0,8}}[(\uff08第]?[二三四五六七八九]?十[一二三四五六七八九]?"
)
_SPACES = re.compile(f"[{SPACE}]{{1,6}}")
CUE = re.compile(f"[{SPACE}](?<=[^\n].)")  # a blank behind anything
_PLAIN_NUMBER = re.compile(f"[{DIGIT}]{{1,9}}(?:[{DOT}][{DIGIT}]{{1,2}}){{0,2}}")  # 1, 1.1, 1.1.1
_DATE_SIGNS = "年月日"
_AROUND = 6  # characters on either side that words are looked for in
_NOT_HAN = re.compile(f"[^{HAN}]")
_HEADING = 20  # a longer beginning of a line is no heading that a blank parts from its text
_SENTENCE = 60
_NEAR = 12
_BACK = 200  # how far back a title may have been opened
_MOST_DOUBTS = 20
_MANY = 12  # words that blanks split in one document
_FEW, _SHARE = 2, 3  # or so few of them, where they are such a part of the blanks in its sentences
_ANY_MARK = re.compile("[\u3001\u3002,;\uff0c\uff1b]")
_SENTENCE_MARK = re.compile("[\u3002,;\uff0c\uff1b]")
_ENDS_NAME = re.compile(
    "(?:[局厅部委办院会署社所处科室站队县市区省旗州盟乡镇街所行校公司集团中心政府海关法院单位部门机关领导小组央]|[一二三四五六七八九十]|第.{1,3}[章节条])$"
)
_NAME = re.compile(
    f"(?:中共|国务院|各[{HAN}]|市|省|县|区|全国|国家|最高|[{HAN}]{{2,10}}(?:局|厅|部|委|办|院|会|署|中心|政府|海关|公司|单位|部门)(?![{HAN}]))"
)
_LOST_MARKS = ("\u3001", "\uff0c")
_EVIDENCE = (
    "句子中间有空格\uff0c两边不是并列的名称\uff0c可能是多余的空格\uff0c也可能丢了顿号或逗号。"
)
_LONGEST_TERM = 10
_SHORTEST_TERM = 3


def close_blanks(text: str) -> Iterable[Edit]:
    """Edits that take blanks out of sentences, never those before or after a line."""
    edits = {edit.span: edit for edit in _all(text)}
    tables = list(loose_tables(text))
    return [edit for edit in edits.values() if not _is_within(edit.span, tables)]


def _is_within(span: Span, tables: Sequence[LooseTable]) -> bool:
    """Whether a blank parts cells of a table."""
    at = bisect_right(tables, span.start, key=lambda table: table.start)
    return at > 0 and span.start < tables[at - 1].end


def _all(text: str) -> Iterator[Edit]:
    for label in _LABEL.finditer(text):
        for found in _SPACES.finditer(text, *label.span()):
            yield _removed(found)
    yield from map(_removed, _INNER.finditer(text))
    yield from (_removed(m) for m in _AFTER_NUMBER.finditer(text) if not _numbers_a_line(text, m))
    yield from (_removed(m) for m in _IN_NUMBER.finditer(text) if _splits_a_number(text, m))
    yield from map(_removed, _splitting(text))


def _splitting(text: str) -> list[re.Match[str]]:
    """The blanks that split words; where they split many, no blank in a sentence means anything."""
    blanks = list(_SPLIT.finditer(text))
    sure = [
        found
        for found in blanks
        if _splits_a_term(text, found) or (_in_prose(text, found) and _splits_a_word(text, found))
    ]
    if len(sure) < _FEW:
        return sure
    inside = [found for found in blanks if _in_prose(text, found)]
    stray = len(sure) >= _MANY or len(inside) <= _SHARE * len(sure)
    return sure + inside if stray else sure


def _removed(found: re.Match[str]) -> Edit:
    return Edit(Span(*found.span()), "", RULE)


def _numbers_a_line(text: str, found: re.Match[str]) -> bool:
    """Whether the digits before the blank are the line's own number, as in a table."""
    start = max(text.rfind("\n", 0, found.start()), text.rfind("\t", 0, found.start())) + 1
    before = text[start : found.start()].strip()
    return _PLAIN_NUMBER.fullmatch(before) is not None and found[1] not in _DATE_SIGNS


def _splits_a_number(text: str, found: re.Match[str]) -> bool:
    """Whether the blank stands inside the number of an item: 二 十二、."""
    start = text.rfind("\n", 0, found.start()) + 1
    return bool(_NUMBER_AT_HEAD.fullmatch(text[start : found.start()] + found["rest"]))


def _splits_a_term(text: str, found: re.Match[str]) -> bool:
    left = text[max(0, found.start() - _LONGEST_TERM) : found.start()]
    right = text[found.end() : found.end() + _LONGEST_TERM]
    return any(
        left[-before:] + right[:after] in _terms()
        for before in range(1, len(left) + 1)
        for after in range(max(1, _SHORTEST_TERM - before), len(right) + 1)
    )


def _splits_a_word(text: str, found: re.Match[str]) -> bool:
    """Whether the characters beside the blank belong to no word apart, and to one together."""
    lexicon = lexicon_of()
    before = text[max(0, found.start() - _AROUND) : found.start()]
    left = lexicon.simplify(_NOT_HAN.split(before)[-1])
    right = lexicon.simplify(_NOT_HAN.split(text[found.end() : found.end() + _AROUND])[0])
    apart = len(left) - 1 in lexicon.loose(left) and 0 in lexicon.loose(right)
    return apart and not {len(left) - 1, len(left)} & set(lexicon.loose(left + right))


def doubt_blanks(text: str) -> Iterable[Doubt]:
    """Blanks in the middle of a sentence that part no names and split no known word."""
    tables = list(loose_tables(text))
    found = (m for m in _SPLIT.finditer(text) if _in_prose(text, m))
    left = (m for m in found if not _is_within(Span(*m.span()), tables))
    return [_doubt(found) for found in islice(left, _MOST_DOUBTS)]


def _doubt(found: re.Match[str]) -> Doubt:
    return Doubt(RULE, Span(*found.span()), ("", *_LOST_MARKS), _EVIDENCE)


def _in_prose(text: str, found: re.Match[str]) -> bool:
    """Whether a sentence goes on over the blank, and no name or label ends or begins there."""
    start = text.rfind("\n", max(0, found.start() - _BACK), found.start()) + 1
    start = max(start, found.start() - _BACK)
    before, after = text[start : found.start()], text[found.end() : found.end() + _NEAR]
    if "\t" in before or before.count("\u300a") > before.count("\u300b"):
        return False
    begun = len(before) > _HEADING or _ANY_MARK.search(before)
    runs_on = _SENTENCE_MARK.search(text, found.end(), found.end() + _SENTENCE)
    return bool(begun and runs_on) and not _ENDS_NAME.search(before) and not _NAME.match(after)


@lru_cache(maxsize=1)
def _terms() -> frozenset[str]:
    return frozenset(term for term in terms() if len(term) >= _SHORTEST_TERM)
