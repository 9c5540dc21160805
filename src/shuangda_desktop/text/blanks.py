"""Rule: blanks inside sentences, which typing, letter-spacing or a PDF put there.

A blank may also part things: the units of a list, the columns of a row, the two issuers of one
document. Between two Han it goes only where it splits a known word or spaces out a short label.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from shuangda_desktop.text.chars import COLON, DIGIT, HAN, SPACE
from shuangda_desktop.text.mapped import Edit, Span
from shuangda_desktop.text.phrases import terms

RULE = "blanks"
_MARK = "\u3001\u3002\u300a\u300b\u3008\u3009\u201c\u201d\u3014\u3015,;:!?()\uff0c\uff1b\uff1a\uff01\uff1f\uff08\uff09"
_CHINESE_MARK = "\u3001\u3002\u300b\u201d\u3014\u3015\uff0c\uff1b\uff1a\uff09"
_BESIDE_MARK = (
    f"(?<=[{_MARK}])[{SPACE}]{{1,2}}(?=[{HAN}])|(?<=[{HAN}])[{SPACE}]{{1,2}}(?=[{_MARK}])"
)
_BETWEEN_MARKS = f"(?<=[{_MARK}])[{SPACE}]{{1,2}}(?=[{_MARK}])"
_INNER = re.compile(
    f"{_BESIDE_MARK}|{_BETWEEN_MARKS}|(?<=[{HAN}{_CHINESE_MARK}])[{SPACE}]{{1,2}}(?=[{DIGIT}])"
)
_AFTER_NUMBER = re.compile(f"(?m)(?<=[{DIGIT}])[{SPACE}]{{1,2}}(?=([{HAN}]))")
_LABEL = re.compile(
    f"(?m)(?<![^\\n{SPACE}\\t{_MARK}])([{HAN}])(?:[{SPACE}]{{1,6}}[{HAN}]){{1,9}}"
    f"(?=[{SPACE}]{{0,6}}(?:[{COLON}\\t]|$))"
)
_SPLIT = re.compile(f"(?<=[{HAN}])[{SPACE}]{{1,2}}(?=[{HAN}])")
_SPACES = re.compile(f"[{SPACE}]{{1,6}}")
_WITHIN_LINES = re.compile(f"[{SPACE}](?<=[^\n].)")
_DATE_SIGNS = "年月日"
_LONGEST_TERM = 10
_SHORTEST_TERM = 3


def close_blanks(text: str) -> Iterable[Edit]:
    """Edits that take blanks out of sentences, never those before or after a line."""
    if not _WITHIN_LINES.search(text):
        return []
    edits = {edit.span: edit for edit in _all(text)}
    return list(edits.values())


def _all(text: str) -> Iterator[Edit]:
    for label in _LABEL.finditer(text):
        for found in _SPACES.finditer(text, *label.span()):
            yield _removed(found)
    yield from map(_removed, _INNER.finditer(text))
    yield from (_removed(m) for m in _AFTER_NUMBER.finditer(text) if not _numbers_a_line(text, m))
    yield from (_removed(m) for m in _SPLIT.finditer(text) if _splits_a_term(text, m))


def _removed(found: re.Match[str]) -> Edit:
    return Edit(Span(*found.span()), "", RULE)


def _numbers_a_line(text: str, found: re.Match[str]) -> bool:
    """Whether the digits before the blank are the line's own number, as in a table."""
    start = max(text.rfind("\n", 0, found.start()), text.rfind("\t", 0, found.start())) + 1
    before = text[start : found.start()].strip()
    return before.isdecimal() and found[1] not in _DATE_SIGNS


def _splits_a_term(text: str, found: re.Match[str]) -> bool:
    left = text[max(0, found.start() - _LONGEST_TERM) : found.start()]
    right = text[found.end() : found.end() + _LONGEST_TERM]
    return any(
        left[-before:] + right[:after] in _terms()
        for before in range(1, len(left) + 1)
        for after in range(max(1, _SHORTEST_TERM - before), len(right) + 1)
    )


@lru_cache(maxsize=1)
def _terms() -> frozenset[str]:
    return frozenset(term for term in terms() if len(term) >= _SHORTEST_TERM)
